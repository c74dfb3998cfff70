import { describe, expect, it } from '@jest/globals';
import { erasable, type DomainEvent } from '@maillage/kernel';
import { provenance } from '../../../../../test/harness/given.js';
import { commitmentEvents } from '../events.js';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  commitment,
  contributed,
  declared,
  joined,
  left as leftMission,
  MISSION,
  NEIGHBOUR,
  SISTER,
  STRANGER,
  TENANTS,
} from '../../spec.fixtures.js';
import {
  accepted,
  amended,
  COUNTED,
  fewer,
  left,
  noon,
  promise,
  promisedTo,
  proposed,
  withdrawal,
} from './changes.fixtures.js';

const [BUILDERS_TOO, DAY] = [[CITY, BUILDER, NEIGHBOUR], '2026-02-02'];
const joint = promise({ promisorIds: BUILDERS_TOO, acceptedBy: BUILDERS_TOO });
const open = [joint, proposed([BUILDER, NEIGHBOUR], '2026-02-01')];

const answer = (
  type: 'AcceptCommitment' | 'DeclineCommitment',
  past: readonly DomainEvent[],
  by: string,
  {
    termsVersion = 2,
    day = DAY,
    since = [],
  }: { termsVersion?: number; day?: string; since?: readonly DomainEvent[] } = {},
) => commitment(past, since).when(type, COMMITMENT, { termsVersion }, { by, at: noon(day) });
const accept = answer.bind(undefined, 'AcceptCommitment');
const decline = answer.bind(undefined, 'DeclineCommitment');
const said = (organisationId: string, termsVersion: number): DomainEvent => ({
  type: 'CommitmentDeclined',
  data: { missionId: MISSION, organisationId, termsVersion, on: DAY },
});

describe('A change that is open', () => {
  it('comes into force with the last acceptance, in one receipt', () => {
    accept(open, BUILDER).then(accepted(BUILDER, 2, DAY));
    accept([...open, accepted(BUILDER, 2, DAY)], NEIGHBOUR).then(
      accepted(NEIGHBOUR, 2, DAY),
      amended({ ...fewer, termsVersion: 2, acceptedBy: [CITY, BUILDER, NEIGHBOUR] }, DAY),
    );
  });

  it('waits for nobody that has left', () => {
    accept([...open, left(NEIGHBOUR, DAY)], BUILDER).then(
      accepted(BUILDER, 2, DAY),
      amended({ ...fewer, termsVersion: 2, acceptedBy: [CITY, BUILDER] }, DAY),
    );
  });

  it('binds nobody that has left since it proposed or accepted it', () => {
    accept([...open, accepted(BUILDER, 2, DAY), left(CITY, DAY)], NEIGHBOUR).then(
      accepted(NEIGHBOUR, 2, DAY),
      amended({ ...fewer, termsVersion: 2, acceptedBy: [BUILDER, NEIGHBOUR] }, DAY),
    );
  });

  it('takes the promise back, where that was proposed', () => {
    const past = [promisedTo(TENANTS), proposed([TENANTS], '2026-06-20', { terms: undefined })];
    accept(past, TENANTS, { day: '2026-06-21' }).then(
      accepted(TENANTS, 2, '2026-06-21'),
      withdrawal('2026-06-21', { termsVersion: 2, agreedBy: [TENANTS] }),
    );
  });

  it('says who agreed where it lessens a promise late', () => {
    const past = [promisedTo(TENANTS), proposed([TENANTS], '2026-06-20')];
    accept(past, TENANTS, { day: '2026-06-21' }).then(
      accepted(TENANTS, 2, '2026-06-21'),
      amended({ ...fewer, termsVersion: 2, acceptedBy: [CITY, TENANTS], agreedBy: [TENANTS] }, '2026-06-21'),
    );
  });

  it('is accepted by one backbone for all, as long as it is one and has no tie to a party', () => {
    const past = [promise(), proposed([BACKBONE, NEIGHBOUR, SISTER], '2026-06-20')];
    const since = [joined(NEIGHBOUR, 'BACKBONE'), joined(SISTER, 'BACKBONE')];
    accept(past, NEIGHBOUR, { day: '2026-06-21', since }).then(
      accepted(NEIGHBOUR, 2, '2026-06-21'),
      amended({ ...fewer, termsVersion: 2, acceptedBy: [CITY], agreedBy: [NEIGHBOUR] }, '2026-06-21'),
    );
    accept(past, SISTER, { day: '2026-06-21', since }).thenRefused('SAME_CONTROL_GROUP', []);
    accept(past, BACKBONE, { day: '2026-06-21', since: [leftMission(BACKBONE)] }).thenRefused('NOT_A_PARTY', []);
  });

  it('is refused by the first of those asked, which leaves the terms in force', () => {
    decline(open, BUILDER).then(said(BUILDER, 2));
    accept([...open, said(BUILDER, 2)], NEIGHBOUR).thenRefused('ALREADY_ANSWERED');
    decline(open, STRANGER).thenRefused('NOT_A_PARTY');
    decline([...open, accepted(BUILDER, 2, DAY)], BUILDER).thenRefused('ALREADY_ANSWERED');
    commitment(open)
      .when('DeclineCommitment', COMMITMENT, { termsVersion: 2, reason: 'No.' }, { by: BUILDER, at: noon(DAY) })
      .then({
        ...said(BUILDER, 2),
        data: {
          ...(said(BUILDER, 2).data as object),
          reason: erasable('No.'),
          concernedIds: [CITY, NEIGHBOUR, BACKBONE],
        },
      });
  });

  it('is refused by nobody that could not accept it: who left, is no backbone any more, or became tied', () => {
    const past = [promise(), proposed([BACKBONE, SISTER], '2026-06-20')];
    const day = '2026-06-21';
    decline(past, BACKBONE, { day, since: [leftMission(BACKBONE)] }).thenRefused('NOT_A_PARTY', []);
    decline(past, SISTER, { day, since: [joined(SISTER, 'BACKBONE')] }).thenRefused('SAME_CONTROL_GROUP', []);
    decline(past, BACKBONE, { day }).then({
      ...said(BACKBONE, 2),
      data: { ...(said(BACKBONE, 2).data as object), on: day },
    });
    const gone = [promisedTo(TENANTS), proposed([TENANTS], '2026-06-20'), left(TENANTS, '2026-06-20')];
    decline(gone, TENANTS, { day }).thenRefused('PARTY_RELEASED', []);
    accept(gone, TENANTS, { day }).thenRefused('PARTY_RELEASED', []);
  });

  it('says of nobody that it agreed who has left since', () => {
    const both = promise({ counterpartyIds: [TENANTS, NEIGHBOUR], acceptedBy: [CITY, TENANTS, NEIGHBOUR] });
    const past = [both, proposed([TENANTS, NEIGHBOUR], '2026-06-20'), accepted(TENANTS, 2, '2026-06-20')];
    accept([...past, left(TENANTS, '2026-06-21')], NEIGHBOUR, { day: '2026-06-22' }).then(
      accepted(NEIGHBOUR, 2, '2026-06-22'),
      amended({ ...fewer, termsVersion: 2, acceptedBy: [CITY, NEIGHBOUR], agreedBy: [NEIGHBOUR] }, '2026-06-22'),
    );
  });

  it('is accepted as the version it is, for 14 days, and no longer than until the promise is due', () => {
    accept(open, BUILDER, { termsVersion: 1 }).thenRefused('VERSION_SUPERSEDED', ['termsVersion']);
    accept(open, BUILDER, { termsVersion: 3 }).thenRefused('VERSION_SUPERSEDED', ['termsVersion']);
    accept(open, BUILDER, { day: '2026-02-16' }).thenRefused('ALREADY_ANSWERED');
    const late = [promisedTo(TENANTS), proposed([TENANTS], '2026-06-29')];
    accept(late, TENANTS, { day: '2026-07-01' }).thenRefused('ALREADY_ANSWERED');
  });

  it('is open for 14 days where published data tells that it was due long ago', () => {
    const [dueOn, both] = ['2019-01-31', [CITY, BUILDER]];
    const reported = promise({
      dueOn,
      promisorIds: both,
      acceptedBy: both,
      source: { dataset: 'INDIGO', record: '1' },
    });
    const change = { ...fewer, dueOn };
    const past = [reported, proposed([BUILDER], '2026-02-01', { terms: { ...change, ...COUNTED } })];
    accept(past, BUILDER).then(
      accepted(BUILDER, 2, DAY),
      amended({ ...change, termsVersion: 2, acceptedBy: both }, DAY),
    );
  });

  it('may be accepted ahead by who was not bound before, which is then bound by it', () => {
    const asked = promise({ promisorIds: BUILDERS_TOO, acceptedBy: [CITY, BUILDER] });
    const past = [asked, proposed([BUILDER], '2026-02-01')];
    accept(past, NEIGHBOUR).then(accepted(NEIGHBOUR, 2, DAY));
    const ahead = [...past, accepted(NEIGHBOUR, 2, DAY), accepted(BUILDER, 2, DAY)];
    const inForce = [...ahead, amended({ ...fewer, ...COUNTED, termsVersion: 2, acceptedBy: BUILDERS_TOO }, DAY)];
    accept(inForce, NEIGHBOUR).thenRefused('ALREADY_ANSWERED');
    // Whoever accepted nothing of it may not refuse it for the others.
    decline(past, NEIGHBOUR).thenRefused('VERSION_SUPERSEDED', ['termsVersion']);
  });

  it('is accepted by acting in the version that was read, and in no other', () => {
    const asked = promise({ promisorIds: BUILDERS_TOO, acceptedBy: [CITY, BUILDER] });
    const inForce = amended({ ...fewer, termsVersion: 2, acceptedBy: [CITY, BUILDER] }, '2026-02-01');
    const gift = contributed({ contributorId: NEIGHBOUR, declared: false, recordedBy: BACKBONE, on: '2026-02-01' });
    const { contributionId } = gift.data as { readonly contributionId: string };
    const acts = (type: string, data: object) =>
      commitment([asked, gift, inForce]).when(type, COMMITMENT, data, { by: NEIGHBOUR, at: noon(DAY) });
    const gave = { quantity: fewer.quantity, date: DAY, evidence: [] };
    acts('RecordContribution', { ...gave, termsVersion: 1 }).thenRefused('VERSION_SUPERSEDED', ['termsVersion']);
    for (const [type, data] of [
      ['DeclareContribution', { evidence: [] }],
      ['CorrectContribution', { date: '2026-01-30', reason: 'The day before.' }],
    ] as const) {
      acts(type, { contributionId, ...data, termsVersion: 1 }).thenRefused('VERSION_SUPERSEDED', ['termsVersion']);
    }
    acts('DeclareContribution', { contributionId, evidence: [], termsVersion: 2 }).then(accepted(NEIGHBOUR, 2, DAY), {
      ...declared,
      data: { ...(declared.data as object), on: DAY },
    });
  });

  it('may be any that was read where acting accepts nothing: of whoever accepted it already, or is no party', () => {
    const inForce = amended({ ...fewer, termsVersion: 2, acceptedBy: [CITY] }, '2026-02-01');
    const gift = contributed({ on: '2026-02-01' });
    const { contributionId } = gift.data as { readonly contributionId: string };
    const corroborates = (asked: DomainEvent, by: string) =>
      commitment([asked, gift, inForce]).when(
        'CorroborateContribution',
        COMMITMENT,
        { contributionId, evidence: [], termsVersion: 1 },
        { by, at: noon(DAY) },
      );
    corroborates(promise({ counterpartyIds: [TENANTS] }), TENANTS).thenRefused('VERSION_SUPERSEDED', ['termsVersion']);
    const data = {
      missionId: MISSION,
      contributionId,
      contributorId: CITY,
      evidence: [],
      corroboratedBy: BUILDER,
      on: DAY,
    };
    corroborates(promise(), BUILDER).then({ type: 'ContributionCorroborated', data });
    const gave = { quantity: fewer.quantity, evidence: [], contributionId };
    commitment([promise(), inForce])
      .when('RecordContribution', COMMITMENT, { ...gave, date: DAY, termsVersion: 1 }, { by: CITY, at: noon(DAY) })
      .then(contributed({ ...gave, period: { from: DAY, to: DAY }, on: DAY, at: noon(DAY) }));
  });

  it('asks anew, by the day before it is due, who accepted the terms before and not the new ones', () => {
    const asked = promise({ promisorIds: BUILDERS_TOO, acceptedBy: [CITY, BUILDER] });
    const past = [asked, proposed([BUILDER], '2026-02-01'), accepted(NEIGHBOUR, 1, DAY)];
    const both = [CITY, BUILDER];
    const inForce = amended({ ...fewer, termsVersion: 2, acceptedBy: both, askedAnew: [NEIGHBOUR] }, DAY);
    accept(past, BUILDER).then(accepted(BUILDER, 2, DAY), inForce);
    const windows = (data: object) =>
      commitmentEvents.CommitmentAmended.facets.asks[0]?.windows({ ...(inForce.data as object), ...data }, provenance);
    expect(windows({ dueOn: '2026-02-12' })).toMatchObject([{ dueOn: '2026-02-11', parties: [{ of: NEIGHBOUR }] }]);
    expect(windows({ dueOn: undefined })).toMatchObject([{ dueOn: '2026-04-03' }]);
    accept([...past, accepted(BUILDER, 2, DAY), inForce], NEIGHBOUR).then(accepted(NEIGHBOUR, 2, DAY));
  });

  it('is none for whoever acts on the promise: that accepts what is in force', () => {
    const asked = promise({ promisorIds: BUILDERS_TOO, acceptedBy: [CITY, BUILDER] });
    const gift = contributed({ contributorId: NEIGHBOUR, declared: false, recordedBy: BACKBONE, on: '2026-02-01' });
    const data = { contributionId: (gift.data as { contributionId: string }).contributionId };
    commitment([asked, gift, proposed([BUILDER], '2026-02-01')])
      .when('DeclareContribution', COMMITMENT, data, { by: NEIGHBOUR, at: noon(DAY) })
      .then(accepted(NEIGHBOUR, 1, DAY), { ...declared, data: { ...(declared.data as object), on: DAY } });
  });
});
