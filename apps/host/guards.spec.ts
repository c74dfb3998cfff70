import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, intentOf, type AnyDecider, type Command, type CommandTypes, type Scope } from '@maillage/kernel';
import { slices } from './slices.js';
import { Decisions } from '../../test/harness/decisions.js';
import { id } from '../../test/harness/given.js';
import { inputsOf, type Ids } from '../../test/harness/inputs.js';
import { AS_EVALUATOR } from '../../test/harness/evaluator.js';

const few = (from: number, many: number): readonly string[] => Array.from({ length: many }, (_, n) => id(from + n));
// Under the last of each nothing stands at first.
const ORGANISATIONS = few(0x100, 5);
const MISSIONS = few(0x200, 2);
/** Of two backbones, one of which proposed to keep further texts private. */
const QUIET = id(0x2ff);
const COMMITMENTS = few(0x400, 5);
const CONTRIBUTIONS = few(0x600, 4);
const [BACKBONE, CITY, TENANTS, EVALUATOR] = ORGANISATIONS as [string, string, string, string];
const [MISSION] = MISSIONS as [string];
const [OURS, THEIRS, SETTLING, CHANGING] = COMMITMENTS as [string, string, string, string];
const [GIVEN, TAKEN_DOWN, DISPUTED] = CONTRIBUTIONS as [string, string, string];
const REVIEWS = few(0x700, 2);
const MEASUREMENTS = few(0x800, 2);

const SETTLEMENTS = few(0x900, 2);
const NOTES = few(0xa00, 2);
const INDICATORS = few(0x300, 2);

/** What may be addressed, by the name of the decider. */
const AGGREGATES: Ids = {
  organisation: ORGANISATIONS,
  accreditation: ORGANISATIONS,
  receiving: MISSIONS,
  mission: [...MISSIONS, QUIET],
  indicator: INDICATORS,
  commitment: COMMITMENTS,
  erasure: few(0x500, 1),
  ledger: ['log', 'books'],
  parameters: ['reputation', 'weather'],
};
const IDS: Ids = {
  Organisation: ORGANISATIONS,
  organisationId: ORGANISATIONS,
  memberId: ORGANISATIONS,
  names: ORGANISATIONS,
  promisorIds: ORGANISATIONS,
  counterpartyIds: ORGANISATIONS,
  Mission: MISSIONS,
  Contribution: CONTRIBUTIONS,
  contributionId: CONTRIBUTIONS,
  Settlement: SETTLEMENTS,
  settlementId: SETTLEMENTS,
  noteId: NOTES,
  actionId: NOTES,
  Indicator: INDICATORS,
  Commitment: COMMITMENTS,
  commitmentId: COMMITMENTS,
  Objection: NOTES,
  objectionId: NOTES,
  Review: REVIEWS,
  reviewId: REVIEWS,
  Measurement: MEASUREMENTS,
  measurementId: MEASUREMENTS,
  dimension: ['main'],
  code: ['F', 'M'],
  scheme: ['GB-COH'],
  value: ['12.5', '40'],
  from: ['2026-03-01', '2027-01-01'],
  reassessBy: ['2026-03-15', '2026-06-15', '2026-09-15', '2026-12-15', '2027-02-15'],
  until: ['2026-07-15', '2026-10-15', '2027-01-15', '2027-02-15'],
};

const DECIDERS: readonly AnyDecider[] = slices.flatMap(({ deciders }) => deciders);
const KINDS = DECIDERS.flatMap((decider) =>
  Object.entries(decider.commands).map(([type, command]) => ({
    type,
    command,
    aggregates: AGGREGATES[decider.name] ?? [],
    inputs: inputsOf(command.data, IDS),
  })),
);

const TYPES: CommandTypes = Object.fromEntries(KINDS.map(({ type, command }) => [type, command]));

const SCOPES: readonly (readonly Scope[])[] = [['write'], ['write', 'operator']];
const sender = fc.record({
  actor: fc.constantFrom(...ORGANISATIONS).map((organisation) => ({ organisation })),
  scopes: fc.constantFrom(...SCOPES),
  at: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${`${month}`.padStart(2, '0')}-28T09:00:00.000Z`),
});

/** Of few senders, things and inputs do all go together: asked more often, so that each is met both ways. */
const SELDOM_MET = [
  'CorrectContribution',
  'CorrectMeasurement',
  'DeclareContribution',
  'RevokeReceiptKey',
  'VerifyContribution',
];

/** Any command at all, of those that its schema lets through. */
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  ...KINDS.map(({ type, aggregates, inputs }) => ({
    weight: SELDOM_MET.includes(type) ? 4 : 1,
    arbitrary: fc
      .tuple(sender, fc.constantFrom(...aggregates), inputs)
      .map(([sent, aggregate, data]) => ({ type, id: aggregate, data, commandId: id(0x9ff), ...sent })),
  })),
);

const history = fc.array(anyCommand, { maxLength: 25 });
const requests = fc.array(anyCommand, { minLength: 120, maxLength: 120 });

const EVIDENCE = [{ url: 'https://example.org/a' }];
const AS_IT_IS = { outcome: 'CLOSED_AS_IS', reason: 'Rain.' };
const LESS = { kind: 'SERVICE', description: 'Fewer walls.', reason: 'Rain.' };

/** Of late, so that it is open whenever an answer comes. */
const LATE = '2026-12-20T09:00:00.000Z';

/**
 * An open mission with an indicator, promises and gifts to them, a review, and what waits for an answer: a change, a
 * settlement, a dispute, an objection. Most of what follows is then about something.
 */
const FOUNDATION: readonly Command[] = [
  ...[BACKBONE, CITY, TENANTS, EVALUATOR].map((each) =>
    said('RegisterOrganisation', each, each, { name: 'A body', sector: 'PUBLIC' }),
  ),
  said('DeclareMission', MISSION, BACKBONE, {
    title: 'Dignified housing',
    challenge: 'How?',
    hashtag: '#logement-digne',
    openInvitation: true,
    sdgs: [],
  }),
  said('DefineIndicator', id(0x300), BACKBONE, {
    missionId: MISSION,
    name: 'Dry dwellings',
    unit: 'dwelling',
    direction: 'INCREASE',
    dimensions: [{ key: 'main', name: 'Sex', codes: ['F', 'M'].map((code) => ({ code, name: `${code}.` })) }],
    sdgs: [],
  }),
  said('InviteOrganisation', MISSION, BACKBONE, { organisationId: EVALUATOR, role: 'EVALUATOR' }),
  ...['BACKBONE', 'MEMBER', 'EVALUATOR', 'FUNDER'].map((role) =>
    said('InviteOrganisation', MISSION, BACKBONE, { organisationId: TENANTS, role }),
  ),
  said('ProposeGrouping', TENANTS, TENANTS, { parentId: BACKBONE }),
  said('AcceptGrouping', TENANTS, BACKBONE, { parentId: BACKBONE }),
  ...[
    said('ProposeGrouping', CITY, CITY, { parentId: BACKBONE }),
    said('ProposeGrouping', CITY, EVALUATOR, { parentId: EVALUATOR }),
    said('ProposeGrouping', EVALUATOR, BACKBONE, { parentId: BACKBONE }),
    said('AssertGrouping', EVALUATOR, BACKBONE, { parentId: CITY, register: 'https://example.org/a' }),
    said('AssertGrouping', CITY, BACKBONE, { parentId: EVALUATOR, register: 'https://example.org/a' }),
  ].map((late) => ({ ...late, at: LATE })),
  said('ConfirmIdentity', TENANTS, BACKBONE, { scheme: 'GB-COH', value: '40', evidence: EVIDENCE }),
  said('MarkDuplicate', TENANTS, BACKBONE, { keptId: BACKBONE, reason: 'Rain.' }),
  said('AccreditEvaluator', EVALUATOR, BACKBONE, {
    scope: 'Walls.',
    from: '2026-01-01',
    until: '2026-12-31',
    evidence: EVIDENCE,
  }),
  said('JoinMission', MISSION, EVALUATOR, AS_EVALUATOR),
  said('JoinMission', MISSION, CITY, { role: 'MEMBER' }),
  said('ReviseIndicator', id(0x300), BACKBONE, { reporterIds: [BACKBONE, CITY], reason: 'Rain.' }),
  said('RecordMeasurement', id(0x300), CITY, { measurementId: MEASUREMENTS[0], value: '12', date: '2026-01-01' }),
  said('RecordMeasurement', id(0x300), BACKBONE, { measurementId: MEASUREMENTS[1], value: '9', date: '2026-01-01' }),
  promise(OURS, { dueOn: '2026-05-31', counterpartyIds: [CITY] }),
  promise(THEIRS, { promisorIds: [CITY], counterpartyIds: [TENANTS] }),
  said('RecordContribution', OURS, BACKBONE, { contributionId: GIVEN, date: '2026-01-01' }),
  said('RecordContribution', THEIRS, BACKBONE, { contributionId: TAKEN_DOWN, date: '2026-01-01', contributorId: CITY }),
  said('SubmitReview', OURS, CITY, {
    reviewId: REVIEWS[0],
    reviewedId: BACKBONE,
    whatWorked: 'Much.',
    whatToTry: 'More.',
    scores: { results: 3, reliability: 3, openness: 3, learning: 3 },
  }),
  // What was due, and is neither settled nor, in any month of these histories, changed any more.
  promise(SETTLING, { dueOn: '2026-05-31', counterpartyIds: [CITY] }),
  promise(CHANGING, { dueOn: '2027-01-10', counterpartyIds: [CITY] }),
  ...[OURS, SETTLING, CHANGING].map((each) => said('AcceptCommitment', each, CITY, { termsVersion: 1 })),
  said('RecordContribution', SETTLING, BACKBONE, { contributionId: DISPUTED, date: '2026-01-01' }),
  said('DisputeContribution', SETTLING, EVALUATOR, { contributionId: DISPUTED, reason: 'It is wet.' }, LATE),
  said('NoteObjection', SETTLING, CITY, { contributionId: DISPUTED, objectionId: NOTES[0], reason: 'Rain.' }, LATE),
  said('ProposeSettlement', SETTLING, BACKBONE, { settlementId: SETTLEMENTS[0], ...AS_IT_IS }, LATE),
  said('AmendCommitment', CHANGING, BACKBONE, { ...LESS, dueOn: '2027-01-10' }, LATE),
  said('AcceptReceiving', MISSION, TENANTS, { until: '2026-12-31' }),
  said('DeclareMission', QUIET, BACKBONE, {
    title: 'Quiet banks',
    challenge: 'How?',
    hashtag: '#berges',
    openInvitation: false,
    sdgs: [],
  }),
  said('InviteOrganisation', QUIET, BACKBONE, { organisationId: CITY, role: 'BACKBONE' }),
  said('JoinMission', QUIET, CITY, { role: 'BACKBONE' }),
  said('ReviseMission', QUIET, BACKBONE, { privateFields: ['REVIEW_COMMENTS'], reason: 'Rain.' }, LATE),
  // Open until the end of March.
  said('ProposeBackboneHandover', MISSION, BACKBONE, { successorId: CITY }, '2026-02-27T09:00:00.000Z'),
  said('SuspendMember', QUIET, BACKBONE, { organisationId: CITY, until: '2027-02-15', reason: 'Rain.' }, LATE),
  said('PauseMission', QUIET, BACKBONE, { reason: 'Rain.', reassessBy: '2027-02-15' }, LATE),
];

function promise(commitment: string, more: object): Command {
  return said('MakeCommitment', commitment, BACKBONE, {
    missionId: MISSION,
    kind: 'SERVICE',
    description: 'Walls.',
    ...more,
  });
}

function said(type: string, aggregate: string, by: string, data: object, at = '2026-01-01T09:00:00.000Z'): Command {
  return {
    type,
    id: aggregate,
    data,
    commandId: id(0x9fe),
    actor: { organisation: by },
    scopes: ['write', 'operator'],
    at,
  };
}

/** What has come of a history, whatever of it was refused. */
function after(history: readonly Command[]): Decisions {
  const decisions = new Decisions(DECIDERS);
  for (const command of FOUNDATION) {
    const events = decisions.perform(decisions.parsed(command));
    if (isRefusal(events)) throw new Error(`${command.type}: ${events.message}`);
  }
  for (const command of history) decisions.perform(decisions.parsed(command));
  return decisions;
}

describe('The guard of a command', () => {
  it('says the same whatever the input, and what it refuses is refused for its reason', () => {
    const answers = new Map(KINDS.map(({ type }) => [type, { refused: 0, recorded: 0 }]));
    fc.assert(
      fc.property(history, requests, (past, asked) => {
        const decisions = after(past);
        for (const each of asked) {
          const command = decisions.parsed(each);
          const refusal = decisions.allowed(intentOf(TYPES, command));
          const decided = decisions.decide(command);
          const count = answers.get(command.type);
          if (count !== undefined && refusal !== undefined) count.refused += 1;
          if (count !== undefined && !isRefusal(decided)) count.recorded += 1;
          const met = [decisions.allowed(command), refusal === undefined ? undefined : decided];
          // Compared as text first, which is quicker by far where all is well.
          if (JSON.stringify(met) !== JSON.stringify([refusal, refusal])) {
            expect({ command, met }).toEqual({ command, met: [refusal, refusal] });
          }
        }
      }),
      // Always the same histories: whether each command was met both ways must not be a matter of chance.
      { numRuns: 320, seed: 20261206, endOnFailure: true },
    );
    // Else nothing would be shown of a command that is never refused by its guard, or never let through.
    const never = (what: 'refused' | 'recorded') =>
      [...answers].filter(([, count]) => count[what] === 0).map(([type]) => type);
    // Whose value it is, and whether there is one, only the input tells.
    expect(never('refused')).toEqual(['EraseValue']);
    // Only of a party that exists no more, which hardly ever comes about here.
    expect(never('recorded').filter((type) => type !== 'ReleaseDissolved')).toEqual([]);
  });
});
