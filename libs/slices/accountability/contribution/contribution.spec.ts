import { describe, it, expect } from '@jest/globals';
import { erasable, secret } from '@maillage/kernel';
import { id } from '../../../../test/harness/given.js';
import { commitmentCommands } from '../commitment/commands.js';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  EVALUATOR,
  GIFT,
  INSIDER,
  MISSION,
  NEIGHBOUR,
  OTHER_MISSION,
  SISTER,
  STRANGER,
  TENANTS,
  TENANTS_BRANCH,
  TODAY,
  UNREGISTERED,
  commitment,
  contributed,
  corroborated,
  declared,
  disputed,
  disputing,
  gift as opening,
  given10,
  joined,
  keepingPrivate,
  left,
  made,
  verified,
  withdrawn,
} from '../spec.fixtures.js';

const together = made({ promisorIds: [CITY, BUILDER] });

describe('A contribution', () => {
  it('is recorded, and thereby declared, by the promisor that gave it', () => {
    commitment([made()]).when('RecordContribution', COMMITMENT, given10, { by: CITY }).then(contributed());
  });

  it('is recorded by a backbone on behalf of the giver, who has yet to declare it', () => {
    const source = { dataset: 'INDIGO', record: 'Transactions!7' };
    commitment([made()])
      .when('RecordContribution', COMMITMENT, { ...given10, contributorId: CITY, source }, { by: BACKBONE })
      .then(contributed({ declared: false, recordedBy: BACKBONE, source }));
  });

  it('may span a period, with evidence, and without a quantity', () => {
    const { quantity: _, ...unquantified } = contributed().data as { quantity: object };
    const given = {
      period: { from: '2026-01-01', to: '2026-02-28' },
      evidence: [{ url: 'https://example.org/report' }],
      description: 'Surveys of the first block.',
    };
    commitment([made()])
      .when('RecordContribution', COMMITMENT, { contributionId: GIFT, ...given }, { by: CITY })
      .then({ type: 'ContributionRecorded', data: { ...unquantified, ...given } });
  });

  it('takes the command’s id unless the client chooses one', () => {
    const { contributionId: _, ...unnamed } = given10;
    const { result } = commitment([made()]).when('RecordContribution', COMMITMENT, unnamed, { by: CITY });
    expect(result).toEqual([contributed({ contributionId: expect.stringMatching(/^[0-9a-f-]{36}$/) })]);
  });

  it('has a date or a period, exactly one', () => {
    const accepts = (when: object) => commitmentCommands.RecordContribution.data.safeParse(when).success;
    const period = { from: '2026-01-01', to: '2026-01-31' };
    expect([{ date: '2026-01-01' }, { period }].map(accepts)).toEqual([true, true]);
    expect([{}, { date: '2026-01-01', period }].map(accepts)).toEqual([false, false]);
    expect(accepts({ period: { from: '2026-02-01', to: '2026-01-31' } })).toBe(false);
  });

  it('is given by a promisor', () => {
    commitment([made()])
      .when('RecordContribution', COMMITMENT, given10, { by: NEIGHBOUR })
      .thenRefused('NOT_A_PROMISOR', ['contributorId']);
    commitment([made()])
      .when('RecordContribution', COMMITMENT, { ...given10, contributorId: NEIGHBOUR }, { by: BACKBONE })
      .thenRefused('NOT_A_PROMISOR', ['contributorId']);
  });

  it('is not recorded by one promisor for another, nor from outside the mission', () => {
    commitment([together])
      .when('RecordContribution', COMMITMENT, { ...given10, contributorId: CITY }, { by: BUILDER })
      .thenRefused('NOT_A_PROMISOR', ['contributorId']);
    commitment([made()], [left(BACKBONE)])
      .when('RecordContribution', COMMITMENT, { ...given10, contributorId: CITY }, { by: BACKBONE })
      .thenRefused('NOT_A_MEMBER');
  });

  it('is not recorded twice', () => {
    commitment([made(), contributed()])
      .when('RecordContribution', COMMITMENT, given10, { by: CITY })
      .thenRefused('CONTRIBUTION_EXISTS', ['contributionId']);
  });

  it('is counted in the unit promised, or where none was, in one that fits the kind', () => {
    const in_ = (unit: string) => ({ ...given10, quantity: { amount: '10', unit } });
    commitment([made()])
      .when('RecordContribution', COMMITMENT, in_('hour'), { by: CITY })
      .thenRefused('UNIT_DIFFERS', ['quantity', 'unit']);
    const unquantified = made({ quantity: undefined });
    commitment([unquantified])
      .when('RecordContribution', COMMITMENT, in_('hour'), { by: CITY })
      .then(contributed({ quantity: { amount: '10', unit: 'hour' } }));
    commitment([unquantified])
      .when('RecordContribution', COMMITMENT, in_('EUR'), { by: CITY })
      .thenRefused('UNIT_DOES_NOT_FIT', ['quantity', 'unit']);
  });

  it('has no more decimals than its currency, but for what was promised or published', () => {
    const eur = (amount: string) => ({ ...given10, quantity: { amount, unit: 'EUR' } });
    const past = [made({ kind: 'MONEY', quantity: { amount: '10.005', unit: 'EUR' } })];
    const record = (data: object) => commitment(past).when('RecordContribution', COMMITMENT, data, { by: CITY });
    record(eur('9.005')).thenRefused('TOO_MANY_DECIMALS', ['quantity', 'amount'], /EUR has 2,/);
    record(eur('10.005')).then(contributed({ kind: 'MONEY', quantity: { amount: '10.005', unit: 'EUR' } }));
    const source = { dataset: 'INDIGO', record: '1' };
    record({ ...eur('9.005'), source }).then(
      contributed({ kind: 'MONEY', quantity: { amount: '9.005', unit: 'EUR' }, source }),
    );
  });

  it('was given: it may end today, but not later', () => {
    commitment([made()])
      .when('RecordContribution', COMMITMENT, { ...given10, date: '2026-03-01' }, { by: CITY })
      .then(contributed({ period: { from: '2026-03-01', to: '2026-03-01' } }));
    commitment([made()])
      .when('RecordContribution', COMMITMENT, { ...given10, date: '2026-03-02' }, { by: CITY })
      .thenRefused('PERIOD_IN_FUTURE', ['date']);
    const { date: _, ...undated } = given10;
    commitment([made()])
      .when(
        'RecordContribution',
        COMMITMENT,
        { ...undated, period: { from: '2026-01-01', to: '2026-03-02' } },
        {
          by: CITY,
        },
      )
      .thenRefused('PERIOD_IN_FUTURE', ['period', 'to']);
  });

  it('may come after the due date, but not after withdrawal', () => {
    commitment([made({ dueOn: '2026-01-31' })])
      .when('RecordContribution', COMMITMENT, given10, { by: CITY })
      .then(contributed());
    commitment([made(), withdrawn])
      .when('RecordContribution', COMMITMENT, given10, { by: CITY })
      .thenRefused('COMMITMENT_WITHDRAWN', ['id']);
  });

  it('may repeat what the commitment says, but not contradict it', () => {
    const past = [made({ counterpartyIds: [TENANTS] })];
    const same = { missionId: MISSION, kind: 'SERVICE', counterpartyIds: [TENANTS] };
    commitment(past)
      .when('RecordContribution', COMMITMENT, { ...given10, ...same }, { by: CITY })
      .then(contributed());
    const refused = (change: object, code: string, path: string) => {
      commitment(past)
        .when('RecordContribution', COMMITMENT, { ...given10, ...change }, { by: CITY })
        .thenRefused(code, [path]);
    };
    refused({ missionId: OTHER_MISSION }, 'MISSION_DIFFERS', 'missionId');
    refused({ kind: 'TIME' }, 'KIND_DIFFERS', 'kind');
    refused({ counterpartyIds: [] }, 'COUNTERPARTIES_DIFFER', 'counterpartyIds');
  });
});

describe('A contribution without a prior commitment', () => {
  const gift = { ...given10, missionId: MISSION, kind: 'SERVICE', description: 'Ten dwellings made dry.' };
  const opened = (change: object) => opening({ description: gift.description, quantity: gift.quantity, ...change });
  const recorded = { description: gift.description };

  it('opens one of the same size, with nothing due', () => {
    commitment()
      .when('RecordContribution', COMMITMENT, { ...gift, counterpartyIds: [TENANTS] }, { by: CITY })
      .then(opened({ counterpartyIds: [TENANTS], acceptedBy: [CITY] }), contributed(recorded));
  });

  it('opens one on behalf of a member, whom only a backbone may speak for: a proposal until it declares it', () => {
    const source = { dataset: 'INDIGO', record: 'Transactions!8' };
    commitment()
      .when('RecordContribution', COMMITMENT, { ...gift, contributorId: CITY, source }, { by: BACKBONE })
      .then(
        opened({ source, acceptedBy: [] }),
        contributed({ ...recorded, declared: false, recordedBy: BACKBONE, source }),
      );
    commitment()
      .when('RecordContribution', COMMITMENT, { ...gift, contributorId: CITY }, { by: BUILDER })
      .thenRefused('NOT_A_PROMISOR', ['contributorId']);
  });

  it('names the mission, the kind and a description', () => {
    const without = (field: string, code: string, path: string) => {
      const rest = Object.fromEntries(Object.entries(gift).filter(([name]) => name !== field));
      commitment().when('RecordContribution', COMMITMENT, rest, { by: CITY }).thenRefused(code, [path]);
    };
    without('missionId', 'UNKNOWN_COMMITMENT', 'id');
    without('kind', 'OPENING_INCOMPLETE', 'kind');
    without('description', 'OPENING_INCOMPLETE', 'description');
  });

  it('keeps the rules of a promise and of a gift', () => {
    const refused = (change: object, by: string, code: string, path: readonly (string | number)[]) => {
      commitment()
        .when('RecordContribution', COMMITMENT, { ...gift, ...change }, { by })
        .thenRefused(code, path);
    };
    refused({ missionId: OTHER_MISSION }, CITY, 'UNKNOWN_MISSION', ['missionId']);
    refused({}, STRANGER, 'NOT_A_MEMBER', []);
    refused({ contributorId: UNREGISTERED }, BACKBONE, 'UNKNOWN_ORGANISATION', ['contributorId']);
    refused({ contributorId: TENANTS }, BACKBONE, 'NOT_A_MEMBER', ['contributorId']);
    refused({ counterpartyIds: [UNREGISTERED] }, CITY, 'UNKNOWN_ORGANISATION', ['counterpartyIds', 0]);
    refused({ counterpartyIds: [CITY] }, CITY, 'ON_BOTH_SIDES', ['counterpartyIds', 0]);
    refused({ kind: 'MONEY' }, CITY, 'UNIT_DOES_NOT_FIT', ['quantity', 'unit']);
    refused({ date: '2026-03-02' }, CITY, 'PERIOD_IN_FUTURE', ['date']);
  });
});

describe('Declaring a contribution', () => {
  const past = [made(), contributed({ declared: false })];
  const named = { contributionId: GIFT };

  it('is for the giver, once, also after it left the mission', () => {
    commitment(past).when('DeclareContribution', COMMITMENT, named, { by: CITY }).then(declared);
    commitment(past, [left(CITY)])
      .when('DeclareContribution', COMMITMENT, named, { by: CITY })
      .then(declared);
    commitment([...past, declared])
      .when('DeclareContribution', COMMITMENT, named, { by: CITY })
      .thenRefused('ALREADY_DECLARED', ['contributionId']);
  });

  it('is not needed for what the giver recorded itself', () => {
    commitment([made(), contributed()])
      .when('DeclareContribution', COMMITMENT, named, { by: CITY })
      .thenRefused('ALREADY_DECLARED', ['contributionId']);
  });

  it('is not for others', () => {
    commitment(past)
      .when('DeclareContribution', COMMITMENT, named, { by: BACKBONE })
      .thenRefused('NOT_YOUR_CONTRIBUTION');
  });
});

describe('Corroborating a contribution', () => {
  const toTenants = [made({ counterpartyIds: [TENANTS] }), contributed()];
  const named = { contributionId: GIFT };

  it('is for a named counterparty, though no member', () => {
    const said = { statement: 'The walls are dry.', evidence: [{ url: 'https://example.org/walls', title: 'Photos' }] };
    commitment(toTenants)
      .when('CorroborateContribution', COMMITMENT, { ...named, ...said }, { by: TENANTS })
      .then({
        type: 'ContributionCorroborated',
        data: {
          missionId: MISSION,
          ...named,
          contributorId: CITY,
          ...said,
          statement: erasable(said.statement),
          corroboratedBy: TENANTS,
          on: TODAY,
        },
      });
  });

  it('is for no one else where counterparties are named', () => {
    for (const by of [NEIGHBOUR, BACKBONE, STRANGER]) {
      commitment(toTenants)
        .when('CorroborateContribution', COMMITMENT, named, { by })
        .thenRefused('NOT_A_COUNTERPARTY');
    }
  });

  it('is for any member where none is named', () => {
    commitment([made(), contributed()])
      .when('CorroborateContribution', COMMITMENT, named, { by: NEIGHBOUR })
      .then(corroborated(NEIGHBOUR));
    commitment([made(), contributed()])
      .when('CorroborateContribution', COMMITMENT, named, { by: STRANGER })
      .thenRefused('NOT_A_MEMBER');
  });

  it('is not for the contributor or its control group', () => {
    commitment([made(), contributed()])
      .when('CorroborateContribution', COMMITMENT, named, { by: CITY })
      .thenRefused('OWN_CONTRIBUTION');
    commitment([made(), contributed()])
      .when('CorroborateContribution', COMMITMENT, named, { by: SISTER })
      .thenRefused('SAME_CONTROL_GROUP');
    commitment([made({ counterpartyIds: [SISTER] }), contributed()])
      .when('CorroborateContribution', COMMITMENT, named, { by: SISTER })
      .thenRefused('SAME_CONTROL_GROUP');
  });

  it('is not for whoever recorded it for the giver, unless it is the named counterparty', () => {
    const onBehalf = contributed({ declared: false, recordedBy: BACKBONE });
    commitment([made(), onBehalf])
      .when('CorroborateContribution', COMMITMENT, named, { by: BACKBONE })
      .thenRefused('OWN_CONTRIBUTION');
    commitment([made(), onBehalf])
      .when('CorroborateContribution', COMMITMENT, named, { by: NEIGHBOUR })
      .then(corroborated(NEIGHBOUR));
    commitment([made({ counterpartyIds: [BACKBONE] }), onBehalf])
      .when('CorroborateContribution', COMMITMENT, named, { by: BACKBONE })
      .then(corroborated(BACKBONE));
  });

  it('is done once by each', () => {
    const past = [made(), contributed(), corroborated(NEIGHBOUR)];
    commitment(past)
      .when('CorroborateContribution', COMMITMENT, named, { by: NEIGHBOUR })
      .thenRefused('ALREADY_CORROBORATED', ['contributionId']);
    commitment(past).when('CorroborateContribution', COMMITMENT, named, { by: BUILDER }).then(corroborated(BUILDER));
  });
});

describe('Verifying a contribution', () => {
  const noTies = true;
  const past = [made({ counterpartyIds: [TENANTS] }), contributed()];
  const named = { contributionId: GIFT };

  it('is for an evaluator of the mission, once', () => {
    commitment(past)
      .when('VerifyContribution', COMMITMENT, { ...named, noTies, finding: 'Ten, as stated.' }, { by: EVALUATOR })
      .then({
        type: 'ContributionVerified',
        data: {
          missionId: MISSION,
          ...named,
          contributorId: CITY,
          finding: erasable('Ten, as stated.'),
          evidence: [],
          verifiedBy: EVALUATOR,
          noTies,
          on: TODAY,
        },
      });
    commitment([...past, verified(EVALUATOR)])
      .when('VerifyContribution', COMMITMENT, { ...named, noTies }, { by: EVALUATOR })
      .thenRefused('ALREADY_VERIFIED', ['contributionId']);
  });

  it('is not for other members or for strangers', () => {
    commitment(past).when('VerifyContribution', COMMITMENT, named, { by: BACKBONE }).thenRefused('NOT_AN_EVALUATOR');
    commitment(past).when('VerifyContribution', COMMITMENT, named, { by: STRANGER }).thenRefused('NOT_A_MEMBER');
  });

  it('is not for an evaluator tied to the giver, another promisor or a counterparty', () => {
    commitment(past).when('VerifyContribution', COMMITMENT, named, { by: INSIDER }).thenRefused('SAME_CONTROL_GROUP');
    commitment([together, contributed({ contributorId: BUILDER })])
      .when('VerifyContribution', COMMITMENT, named, { by: INSIDER })
      .thenRefused('SAME_CONTROL_GROUP');
    commitment(past, [joined(TENANTS_BRANCH, 'EVALUATOR')])
      .when('VerifyContribution', COMMITMENT, named, { by: TENANTS_BRANCH })
      .thenRefused('SAME_CONTROL_GROUP');
  });

  it('is possible while it is disputed', () => {
    commitment([...past, disputed(TENANTS)])
      .when('VerifyContribution', COMMITMENT, { ...named, noTies }, { by: EVALUATOR })
      .then(verified(EVALUATOR, { noTies }));
  });
});

describe('Where the mission keeps evidence notes private', () => {
  const keeping = [keepingPrivate('EVIDENCE_NOTES')];
  const note = 'Flat 3 was empty: the tenant is in hospital.';
  const named = { contributionId: GIFT };
  const recorded = (said: object, past = [made()]) => {
    const command = { ...given10, ...said };
    return commitment(past, keeping).when('RecordContribution', COMMITMENT, command, { by: CITY }).result;
  };

  it('the giver’s note, a statement and a finding are secrets', () => {
    expect(recorded({ note })).toEqual([contributed({ note: secret(note) })]);
    const opening = { missionId: MISSION, kind: 'SERVICE', description: 'Ten dwellings.' };
    expect(recorded({ note, ...opening }, [])).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ note: secret(note) }) }),
    );
    const past = [made(), contributed({ declared: false, recordedBy: BACKBONE })];
    const recordedAs = (type: string, data: object, by: string) =>
      commitment(past, keeping).when(type, COMMITMENT, { ...named, ...data }, { by }).result;
    const said = { missionId: MISSION, ...named, evidence: [], on: TODAY };
    const ofGiver = { ...said, contributorId: CITY };
    expect(recordedAs('DeclareContribution', { note }, CITY)).toEqual([
      { type: 'ContributionDeclared', data: { ...said, note: secret(note) } },
    ]);
    expect(recordedAs('CorroborateContribution', { statement: note }, BUILDER)).toEqual([
      { type: 'ContributionCorroborated', data: { ...ofGiver, statement: secret(note), corroboratedBy: BUILDER } },
    ]);
    expect(recordedAs('VerifyContribution', { finding: note, noTies: true }, EVALUATOR)).toEqual([
      {
        type: 'ContributionVerified',
        data: { ...ofGiver, finding: secret(note), verifiedBy: EVALUATOR, noTies: true },
      },
    ]);
  });

  it('what is not said is not recorded, secret or not', () => {
    const result = recorded({}) as readonly { readonly data: object }[];
    expect(Object.keys(result[0]?.data ?? {})).not.toContain('note');
  });

  it('the reason of a dispute stays public, and can be erased', () => {
    commitment([made(), contributed()], keeping)
      .when('DisputeContribution', COMMITMENT, { ...named, reason: 'The walls are still wet.' }, { by: BACKBONE })
      .then(disputing(BACKBONE));
  });

  it('and elsewhere they are public, and can be erased', () => {
    commitment([made()], [keepingPrivate('REVIEW_COMMENTS')])
      .when('RecordContribution', COMMITMENT, { ...given10, note }, { by: CITY })
      .then(contributed({ note: erasable(note) }));
  });
});

describe('What is said of a contribution', () => {
  const said = [
    ['DeclareContribution', { contributionId: id(99) }],
    ['CorroborateContribution', { contributionId: id(99) }],
    ['VerifyContribution', { contributionId: id(99) }],
    ['DisputeContribution', { contributionId: id(99), reason: 'Never seen.' }],
  ] as const;

  it.each(said)('is said of one that is recorded: %s', (command, data) => {
    commitment([made(), contributed()])
      .when(command, COMMITMENT, data, { by: EVALUATOR })
      .thenRefused('UNKNOWN_CONTRIBUTION', ['contributionId']);
    commitment().when(command, COMMITMENT, data, { by: EVALUATOR }).thenRefused('UNKNOWN_COMMITMENT', ['id']);
  });
});
