import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysBetween, erasable, upcast, type DomainEvent } from '@maillage/kernel';
import { id, provenance } from '../../../../test/harness/given.js';
import { commitmentDecider } from './decider.js';
import { commitmentEvents } from './events.js';
import {
  boundPromisors,
  dueDate,
  freeUntil,
  isBound,
  openAmendment,
  openSettlement,
  partyState,
  statementsInForce,
  type CommitmentState,
  type MadeCommitment,
} from './state.js';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  GIFT,
  INDICATOR,
  MISSION,
  NEIGHBOUR,
  TENANTS,
  TODAY,
  acceptedBy,
  amended,
  commitment,
  contributed,
  corroborated,
  declared,
  gift,
  given10,
  joined,
  made,
  opinion,
  receiving,
  saidNo,
  suspended,
  terms,
  withdrawn,
} from '../spec.fixtures.js';

const promise = { missionId: MISSION, ...terms };
const VERSION = { termsVersion: 1 };
/** The city makes it; the builder and the tenants are asked. */
const proposed = made({ promisorIds: [CITY, BUILDER], counterpartyIds: [TENANTS], acceptedBy: [CITY] });
/** A backbone makes it on behalf of the city, which is asked. */
const onBehalf = made({ counterpartyIds: [TENANTS], acceptedBy: [] });

const at = (day: string) => `${day}T12:00:00.000Z`;

function stateOf(...past: readonly DomainEvent[]): MadeCommitment {
  const state = past.reduce<CommitmentState>(
    (before, event) => commitmentDecider.evolve(before, event as never),
    commitmentDecider.initial,
  );
  if (!state.made) throw new Error('The past begins with its making.');
  return state;
}

describe('Whoever makes a promise', () => {
  it('binds itself, and asks everybody else', () => {
    commitment()
      .when(
        'MakeCommitment',
        COMMITMENT,
        { ...promise, promisorIds: [CITY, BUILDER], counterpartyIds: [TENANTS] },
        { by: CITY },
      )
      .then(proposed);
    const state = stateOf(proposed);
    expect([CITY, BUILDER].map((each) => isBound(state, each, TODAY))).toEqual([true, false]);
  });

  it('binds nobody as a backbone on behalf of others', () => {
    commitment()
      .when(
        'MakeCommitment',
        COMMITMENT,
        { ...promise, promisorIds: [CITY], counterpartyIds: [TENANTS] },
        { by: BACKBONE },
      )
      .then(onBehalf);
    expect(isBound(stateOf(onBehalf), CITY, TODAY)).toBe(false);
  });

  it('promises what is to come: it is due tomorrow at the earliest, but in published data', () => {
    for (const dueOn of ['2026-02-27', TODAY]) {
      commitment()
        .when('MakeCommitment', COMMITMENT, { ...promise, dueOn }, { by: CITY })
        .thenRefused('DUE_IN_PAST', ['dueOn']);
    }
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, dueOn: '2026-03-02' }, { by: CITY })
      .then(made({ dueOn: '2026-03-02' }));
  });

  it('says what keeps it by what it promises: so much, or milestones, or a contribution that completes it', () => {
    const { quantity: _, ...uncounted } = promise;
    const milestones = [{ key: 'permit', what: 'The permit is there' }];
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...uncounted, milestones }, { by: CITY })
      .then(made({ quantity: undefined, milestones, completion: 'MILESTONES' }));
    expect(() => {
      commitment().when('MakeCommitment', COMMITMENT, { ...promise, milestones }, { by: CITY });
    }).toThrow(/quantity/);
  });

  it('may name indicators of the mission that it is to move, and no others', () => {
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, aims: [INDICATOR] }, { by: CITY })
      .then(made({ aims: [INDICATOR] }));
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, aims: [INDICATOR, id(99)] }, { by: CITY })
      .thenRefused('UNKNOWN_INDICATOR', ['aims', 1]);
  });

  it('need not ask receivers that accept in bulk; they owe nothing, and promise nothing', () => {
    const toBoth = { ...promise, counterpartyIds: [TENANTS, NEIGHBOUR] };
    commitment([], [receiving(TENANTS)])
      .when('MakeCommitment', COMMITMENT, toBoth, { by: CITY })
      .then(made({ counterpartyIds: [TENANTS, NEIGHBOUR], acceptedBy: [CITY, TENANTS] }));
    commitment([], [receiving(TENANTS, '2026-02-28')])
      .when('MakeCommitment', COMMITMENT, toBoth, { by: CITY })
      .then(made({ counterpartyIds: [TENANTS, NEIGHBOUR], acceptedBy: [CITY] }));
    commitment([], [receiving(BUILDER)])
      .when(
        'MakeCommitment',
        COMMITMENT,
        { ...promise, promisorIds: [CITY, BUILDER], counterpartyIds: [TENANTS] },
        { by: CITY },
      )
      .then(proposed);
  });
});

describe('A party that is asked', () => {
  it('accepts the version that it has read, which binds a promisor from that day', () => {
    commitment([proposed]).when('AcceptCommitment', COMMITMENT, VERSION, { by: BUILDER }).then(acceptedBy(BUILDER));
    commitment([proposed]).when('AcceptCommitment', COMMITMENT, VERSION, { by: TENANTS }).then(acceptedBy(TENANTS));
    expect(isBound(stateOf(proposed, acceptedBy(BUILDER)), BUILDER, TODAY)).toBe(true);
  });

  it('says no, with a reason that can be erased or with none, and may still accept', () => {
    commitment([proposed]).when('DeclineCommitment', COMMITMENT, VERSION, { by: BUILDER }).then(saidNo(BUILDER));
    const reason = 'We were never asked.';
    commitment([proposed])
      .when('DeclineCommitment', COMMITMENT, { ...VERSION, reason }, { by: BUILDER })
      .then(saidNo(BUILDER, { reason: erasable(reason), concernedIds: [CITY, TENANTS, BACKBONE] }));
    commitment([proposed, saidNo(BUILDER)])
      .when('AcceptCommitment', COMMITMENT, VERSION, { by: BUILDER })
      .then(acceptedBy(BUILDER));
    expect(isBound(stateOf(proposed, saidNo(BUILDER)), BUILDER, TODAY)).toBe(false);
  });

  it('answers once, and only where it is named', () => {
    commitment([proposed, acceptedBy(BUILDER)])
      .when('AcceptCommitment', COMMITMENT, VERSION, { by: BUILDER })
      .thenRefused('ALREADY_ANSWERED');
    commitment([proposed, acceptedBy(BUILDER)])
      .when('DeclineCommitment', COMMITMENT, VERSION, { by: BUILDER })
      .thenRefused('ALREADY_ANSWERED');
    commitment([proposed]).when('AcceptCommitment', COMMITMENT, VERSION, { by: NEIGHBOUR }).thenRefused('NOT_A_PARTY');
  });

  it('answers the terms in force: a bait that was replaced binds nobody', () => {
    const past = [proposed, amended({ quantity: { amount: '400', unit: 'dwelling' } })];
    commitment(past)
      .when('AcceptCommitment', COMMITMENT, VERSION, { by: BUILDER })
      .thenRefused('VERSION_SUPERSEDED', ['termsVersion']);
    commitment(past)
      .when('AcceptCommitment', COMMITMENT, { termsVersion: 2 }, { by: BUILDER })
      .then(acceptedBy(BUILDER, { termsVersion: 2 }));
  });

  it('promises by accepting: it takes a member that is not suspended', () => {
    const ofTenants = made({ promisorIds: [TENANTS], acceptedBy: [] });
    commitment([ofTenants]).when('AcceptCommitment', COMMITMENT, VERSION, { by: TENANTS }).thenRefused('NOT_A_MEMBER');
    commitment([ofTenants], [joined(TENANTS, 'MEMBER')])
      .when('AcceptCommitment', COMMITMENT, VERSION, { by: TENANTS })
      .then(acceptedBy(TENANTS));
    commitment([proposed], [suspended(BUILDER)])
      .when('AcceptCommitment', COMMITMENT, VERSION, { by: BUILDER })
      .thenRefused('MEMBER_SUSPENDED', []);
  });

  it('has nothing to answer once the promise was withdrawn, or the proposal lapsed', () => {
    commitment([proposed, withdrawn])
      .when('AcceptCommitment', COMMITMENT, VERSION, { by: BUILDER })
      .thenRefused('COMMITMENT_WITHDRAWN', ['id']);
    const lapsed = (day: string, dueOn: string | undefined = '2026-06-30') =>
      commitment([made({ acceptedBy: [], dueOn })]).when('AcceptCommitment', COMMITMENT, VERSION, {
        by: CITY,
        at: at(day),
      });
    lapsed('2026-04-30').then(acceptedBy(CITY, { on: '2026-04-30' }));
    lapsed('2026-05-01').thenRefused('PROPOSAL_LAPSED');
    lapsed('2026-03-09', '2026-03-10').then(acceptedBy(CITY, { on: '2026-03-09' }));
    lapsed('2026-03-10', '2026-03-10').thenRefused('PROPOSAL_LAPSED');
    expect(partyState(stateOf(onBehalf), CITY, '2026-05-01')).toBe('LAPSED');
  });

  it('is not bound by what it accepts once that is due', () => {
    const late = [proposed, acceptedBy(BUILDER, { on: '2026-06-30' })];
    commitment([proposed])
      .when('AcceptCommitment', COMMITMENT, VERSION, { by: BUILDER, at: at('2026-06-30') })
      .then(acceptedBy(BUILDER, { on: '2026-06-30' }));
    expect(isBound(stateOf(...late), BUILDER, '2026-07-01')).toBe(false);
  });
});

describe('Acting on a promise', () => {
  it('accepts it: a named party that delivers, declares or corroborates', () => {
    commitment([onBehalf])
      .when('RecordContribution', COMMITMENT, given10, { by: CITY })
      .then(acceptedBy(CITY), contributed());
    const recorded = contributed({ declared: false, recordedBy: BACKBONE });
    commitment([onBehalf, recorded])
      .when('DeclareContribution', COMMITMENT, { contributionId: GIFT }, { by: CITY })
      .then(acceptedBy(CITY), declared);
    commitment([proposed, contributed()])
      .when('CorroborateContribution', COMMITMENT, { contributionId: GIFT }, { by: TENANTS })
      .then(acceptedBy(TENANTS), corroborated(TENANTS));
  });

  it('accepts the version in force, where the party had accepted an earlier one', () => {
    const past = [made({ counterpartyIds: [TENANTS] }), contributed(), amended()];
    commitment(past)
      .when('CorroborateContribution', COMMITMENT, { contributionId: GIFT }, { by: TENANTS })
      .then(acceptedBy(TENANTS, { termsVersion: 2 }), corroborated(TENANTS));
  });

  it('is not done for one that said no', () => {
    commitment([onBehalf, saidNo(CITY)])
      .when('RecordContribution', COMMITMENT, { ...given10, contributorId: CITY }, { by: BACKBONE })
      .thenRefused('NOT_A_PROMISOR', ['contributorId']);
    commitment([onBehalf, saidNo(CITY)])
      .when('RecordContribution', COMMITMENT, given10, { by: CITY })
      .then(acceptedBy(CITY), contributed());
  });

  it('comes too late for a proposal that lapsed', () => {
    commitment([onBehalf])
      .when('RecordContribution', COMMITMENT, given10, { by: CITY, at: at('2026-05-01') })
      .thenRefused('PROPOSAL_LAPSED');
  });
});

describe('What is recorded for one that has not accepted', () => {
  const past = [
    gift({ acceptedBy: [], counterpartyIds: [TENANTS] }),
    contributed({ declared: false, recordedBy: BACKBONE }),
  ];

  it('is a proposal until it declares it: nobody corroborates, verifies or reviews it', () => {
    const named = { contributionId: GIFT };
    commitment(past).when('CorroborateContribution', COMMITMENT, named, { by: TENANTS }).thenRefused('NOT_DECLARED');
    commitment(past).when('VerifyContribution', COMMITMENT, named, { by: BUILDER }).thenRefused('NOT_DECLARED');
    commitment(past)
      .when('SubmitReview', COMMITMENT, { reviewedId: CITY, ...opinion }, { by: BUILDER })
      .thenRefused('NOT_REVIEWABLE', ['reviewedId']);
    commitment([...past, acceptedBy(CITY), declared])
      .when('CorroborateContribution', COMMITMENT, named, { by: TENANTS })
      .then(acceptedBy(TENANTS), corroborated(TENANTS));
  });

  it('may be declared however long after', () => {
    commitment(past)
      .when('DeclareContribution', COMMITMENT, { contributionId: GIFT }, { by: CITY, at: at('2028-01-01') })
      .then(acceptedBy(CITY, { on: '2028-01-01' }), {
        ...declared,
        data: { ...(declared.data as object), on: '2028-01-01' },
      });
  });
});

describe('A contribution', () => {
  const milestones = [
    { key: 'permit', what: 'The permit' },
    { key: 'opening', what: 'The opening' },
  ];
  const staged = made({ quantity: undefined, milestones, completion: 'MILESTONES' });
  const unquantified = { contributionId: GIFT, date: given10.date };

  it('reaches a milestone that the promise has', () => {
    commitment([staged])
      .when('RecordContribution', COMMITMENT, { ...unquantified, milestone: 'permit' }, { by: CITY })
      .then(contributed({ quantity: undefined, milestone: 'permit' }));
    commitment([staged])
      .when('RecordContribution', COMMITMENT, { ...unquantified, milestone: 'roof' }, { by: CITY })
      .thenRefused('UNKNOWN_MILESTONE', ['milestone']);
  });

  it('completes a promise that is neither counted nor in milestones', () => {
    commitment([made({ quantity: undefined })])
      .when('RecordContribution', COMMITMENT, { ...unquantified, completes: true }, { by: CITY })
      .then(contributed({ quantity: undefined, completes: true }));
    commitment([made()])
      .when('RecordContribution', COMMITMENT, { ...given10, completes: true }, { by: CITY })
      .thenRefused('COMPLETES_NOTHING', ['completes']);
  });
});

describe('A note on progress', () => {
  it('is by a promisor that has accepted, and delivers nothing', () => {
    const note = { noteId: id(5), text: 'The permit was refused.' };
    const words = { text: erasable(note.text), concernedIds: [BUILDER, TENANTS, BACKBONE] };
    const data = { missionId: MISSION, ...note, ...words, organisationId: CITY, evidence: [], on: TODAY };
    commitment([proposed]).when('NoteProgress', COMMITMENT, note, { by: CITY }).then({ type: 'ProgressNoted', data });
    for (const by of [BUILDER, TENANTS]) {
      commitment([proposed]).when('NoteProgress', COMMITMENT, note, { by }).thenRefused('NOT_A_PROMISOR');
    }
  });
});

describe('Acceptances of one day', () => {
  it('come to the same, whatever their order', () => {
    const everybody = [CITY, BUILDER, TENANTS, NEIGHBOUR];
    const asked = made({ promisorIds: [CITY, BUILDER], counterpartyIds: [TENANTS, NEIGHBOUR], acceptedBy: [] });
    const orders = fc.tuple(
      fc.shuffledSubarray(everybody, { minLength: 4 }),
      fc.shuffledSubarray(everybody, { minLength: 4 }),
    );
    fc.assert(
      fc.property(orders, ([one, other]) => {
        const after = (order: readonly string[]) => stateOf(asked, ...order.map((each) => acceptedBy(each)));
        expect(after(one)).toEqual(after(other));
      }),
    );
  });
});

describe('The notice of a change', () => {
  it('is a quarter of the time given, at most 14 days, or 60 where a counterparty counts on it, and at least one', () => {
    const days = (dueOn: string, ...accepted: readonly string[]) =>
      daysBetween(
        freeUntil(stateOf(made({ dueOn, counterpartyIds: [TENANTS], acceptedBy: [CITY, ...accepted] })), TODAY) ?? '',
        dueOn,
      );
    expect(days('2026-03-02')).toBe(1);
    expect(days('2026-03-21')).toBe(5);
    expect([days('2027-03-01'), days('2027-03-01', TENANTS)]).toEqual([14, 60]);
  });
});

describe('What follows from a day', () => {
  const data = { missionId: MISSION, on: '2026-03-10' };
  const asked = { ...data, proposedBy: CITY, reason: 'Rain.', mustAccept: [TENANTS] };
  const change = {
    type: 'AmendmentProposed',
    data: { ...asked, termsVersion: 2, terms: { ...terms, completion: 'QUANTITY' } },
  };
  const longer = {
    type: 'SettlementProposed',
    data: { ...asked, settlementId: id(7), outcome: 'EXTENDED', dueOn: '2026-07-20', agreedBySilence: false },
  };
  const agreed = {
    type: 'SettlementAccepted',
    data: { ...data, settlementId: id(7), organisationId: TENANTS, untiedBackbone: false },
  };

  it('is who is bound, and until when each may change it freely', () => {
    const state = stateOf(proposed, acceptedBy(BUILDER, { on: '2026-03-05' }));
    expect([boundPromisors(state, '2026-03-04'), boundPromisors(state, '2026-03-05')]).toEqual([
      [CITY],
      [CITY, BUILDER],
    ]);
    expect(freeUntil(stateOf(made()), TODAY)).toBe('2026-06-16');
    expect(freeUntil(stateOf(made({ dueOn: undefined })), TODAY)).toBeUndefined();
  });

  it('is what is open: a change and a settlement, for 14 days each', () => {
    const state = stateOf(made({ counterpartyIds: [TENANTS] }), change, longer);
    expect([openAmendment(state, '2026-03-24')?.version, openAmendment(state, '2026-03-25')]).toEqual([2, undefined]);
    expect([openSettlement(state, '2026-03-24')?.id, openSettlement(state, '2026-03-25')]).toEqual([id(7), undefined]);
    expect(openSettlement(stateOf(made({ counterpartyIds: [TENANTS] }), longer, agreed), '2026-03-10')).toBeUndefined();
  });

  it('is until when a change is awaited: as long as it may be accepted', () => {
    const awaited = (data: object) =>
      commitmentEvents.AmendmentProposed.facets.asks[0]?.windows(data, provenance).map(({ dueOn }) => dueOn);
    expect(awaited({ ...change.data, until: '2026-03-20' })).toEqual(['2026-03-20']);
    expect(awaited(change.data)).toEqual(['2026-03-24']);
  });

  it('is when it is due, by what was agreed on', () => {
    const due = (...more: readonly DomainEvent[]) =>
      dueDate(stateOf(made({ counterpartyIds: [TENANTS] }), longer, ...more), '2026-04-30');
    expect([due(), due(agreed)]).toEqual(['2026-06-30', '2026-07-20']);
  });

  it('is what was said of a contribution as it stands: a correction leaves what was said of the earlier one behind', () => {
    const correction = {
      type: 'ContributionCorrected',
      data: {
        ...(contributed().data as object),
        version: 2,
        correctedBy: CITY,
        keepsEvidence: false,
        reason: 'A zero too many.',
      },
    };
    const past = [made(), contributed(), corroborated(NEIGHBOUR), correction, corroborated(BUILDER)];
    const contribution = stateOf(...past).contributions[GIFT]!;
    expect(statementsInForce(contribution, contribution.corroborations).map(({ by }) => by)).toEqual([BUILDER]);
  });
});

describe('A promise from before parties were asked', () => {
  it('was accepted by all, on the day it was recorded, and is kept as the rules of its day had it', () => {
    const old = { missionId: MISSION, promisorIds: [CITY], counterpartyIds: [TENANTS], ...terms };
    const now = upcast('CommitmentMade', commitmentEvents.CommitmentMade, 1, old, provenance);
    expect(commitmentEvents.CommitmentMade.data.parse(now)).toEqual({
      ...old,
      completion: 'QUANTITY',
      termsVersion: 1,
      acceptedBy: [CITY, TENANTS],
      on: TODAY,
    });
    const { quantity: _, ...uncounted } = old;
    expect(upcast('CommitmentMade', commitmentEvents.CommitmentMade, 1, uncounted, provenance)).toMatchObject({
      completion: 'ANY',
    });
  });

  it('counts its changes in their order', () => {
    const { CommitmentAmended } = commitmentEvents;
    const old = { missionId: MISSION, ...terms, reason: 'Rain.' };
    const again = upcast('CommitmentAmended', CommitmentAmended, 1, old, provenance);
    const change = { type: 'CommitmentAmended', data: CommitmentAmended.data.parse(again) };
    const state = stateOf(made({ counterpartyIds: [TENANTS] }), change, change);
    expect([state.version, state.lastVersion]).toEqual([3, 3]);
    expect(state.parties[TENANTS]?.acceptedVersion).toBe(3);
  });
});
