import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, intentOf, type AnyDecider, type Command, type CommandTypes, type Scope } from '@maillage/kernel';
import { slices } from './slices.js';
import { Decisions } from '../../test/harness/decisions.js';
import { id } from '../../test/harness/given.js';
import { inputsOf, type Ids } from '../../test/harness/inputs.js';

const few = (from: number, many: number): readonly string[] => Array.from({ length: many }, (_, n) => id(from + n));
// Under the last of each nothing stands at first.
const ORGANISATIONS = few(0x100, 5);
const MISSIONS = few(0x200, 2);
const COMMITMENTS = few(0x400, 3);
const CONTRIBUTIONS = few(0x600, 3);
const [BACKBONE, CITY, TENANTS, EVALUATOR] = ORGANISATIONS as [string, string, string, string];
const [MISSION] = MISSIONS as [string];
const [OURS, THEIRS] = COMMITMENTS as [string, string];
const [GIVEN, TAKEN_DOWN] = CONTRIBUTIONS as [string, string];
const REVIEWS = few(0x700, 2);
const MEASUREMENTS = few(0x800, 2);

/** What may be addressed, by the name of the decider. */
const AGGREGATES: Ids = {
  organisation: ORGANISATIONS,
  mission: MISSIONS,
  indicator: few(0x300, 2),
  commitment: COMMITMENTS,
  erasure: few(0x500, 1),
  ledger: ['log', 'books'],
};
const IDS: Ids = {
  Organisation: ORGANISATIONS,
  organisationId: ORGANISATIONS,
  promisorIds: ORGANISATIONS,
  counterpartyIds: ORGANISATIONS,
  Mission: MISSIONS,
  Contribution: CONTRIBUTIONS,
  contributionId: CONTRIBUTIONS,
  Review: REVIEWS,
  reviewId: REVIEWS,
  Measurement: MEASUREMENTS,
  measurementId: MEASUREMENTS,
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

const SCOPES: readonly (readonly Scope[])[] = [['write'], ['write', 'admin']];
const sender = fc.record({
  actor: fc.constantFrom(...ORGANISATIONS).map((organisation) => ({ organisation })),
  scopes: fc.constantFrom(...SCOPES),
  at: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${`${month}`.padStart(2, '0')}-28T09:00:00.000Z`),
});

/** Any command at all, of those that its schema lets through. */
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  ...KINDS.map(({ type, aggregates, inputs }) =>
    fc
      .tuple(sender, fc.constantFrom(...aggregates), inputs)
      .map(([sent, aggregate, data]) => ({ type, id: aggregate, data, commandId: id(0x9ff), ...sent })),
  ),
);

const history = fc.array(anyCommand, { maxLength: 25 });
const requests = fc.array(anyCommand, { minLength: 120, maxLength: 120 });

/** An open mission with an indicator, two promises, a gift to each and a review, so that most of what follows is about something. */
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
    sdgs: [],
  }),
  said('InviteOrganisation', MISSION, BACKBONE, { organisationId: EVALUATOR, role: 'EVALUATOR' }),
  ...['BACKBONE', 'MEMBER', 'EVALUATOR', 'FUNDER'].map((role) =>
    said('InviteOrganisation', MISSION, BACKBONE, { organisationId: TENANTS, role }),
  ),
  said('GroupOrganisation', TENANTS, TENANTS, { parentId: BACKBONE }),
  said('JoinMission', MISSION, EVALUATOR, { role: 'EVALUATOR' }),
  said('JoinMission', MISSION, CITY, { role: 'MEMBER' }),
  said('RecordMeasurement', id(0x300), CITY, { measurementId: MEASUREMENTS[0], value: '12', date: '2026-01-01' }),
  promise(OURS, { dueOn: '2026-05-31' }),
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
];

function promise(commitment: string, more: object): Command {
  return said('MakeCommitment', commitment, BACKBONE, {
    missionId: MISSION,
    kind: 'SERVICE',
    description: 'Walls.',
    ...more,
  });
}

function said(type: string, aggregate: string, by: string, data: object): Command {
  return {
    type,
    id: aggregate,
    data,
    commandId: id(0x9fe),
    actor: { organisation: by },
    scopes: ['write', 'admin'],
    at: '2026-01-01T09:00:00.000Z',
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
      { numRuns: 150, seed: 20261129, endOnFailure: true },
    );
    // Else nothing would be shown of a command that is never refused by its guard, or never let through.
    const never = (what: 'refused' | 'recorded') =>
      [...answers].filter(([, count]) => count[what] === 0).map(([type]) => type);
    // Whose value it is, and whether there is one, only the input tells.
    expect(never('refused')).toEqual(['EraseValue']);
    expect(never('recorded')).toEqual([]);
  });
});
