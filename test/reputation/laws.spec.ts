import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { estimate } from '../../libs/slices/accountability/reputation/arithmetic.js';
import { DIMENSIONS, type Dimension } from '../../libs/slices/accountability/reputation/dimension.js';
import { standingFactsOf } from '../../libs/slices/accountability/reputation/facts.js';
import { VERSION_2 } from '../../libs/slices/accountability/reputation/parameters.js';
import { standingOf } from '../../libs/slices/accountability/reputation/standing.js';
import {
  anyHistory,
  dateOfDay,
  mission,
  MISSIONS,
  named,
  organisation,
  ORGANISATIONS,
  tell,
  type Told,
} from './histories.js';
import { naiveSecondFacts } from './naive.second.js';
import { permuted, together, twins } from './retold.js';
import { praiseIn, rowsOfTold, standingRowsOf } from './told.rows.js';

// The laws of consent, as far as they can be told: over random histories, as the second form hears them.

const RUN = 1;
const EVERYBODY = Array.from({ length: ORGANISATIONS }, (_, n) => organisation(RUN, n));
const ASKED_ON = 60;

/** V of each of these. */
function voices(told: readonly Told[], of: readonly string[] = EVERYBODY): readonly number[] {
  const { voiceOf } = standingOf(rowsOfTold(told, ASKED_ON).background);
  return of.map(voiceOf);
}

/** r and s of each of these, in all missions and dimensions. */
function estimates(
  told: readonly Told[],
  of: readonly string[],
  dimensions: readonly Dimension[] = DIMENSIONS,
): readonly (readonly [r: number, s: number])[] {
  const rows = rowsOfTold(told, ASKED_ON);
  const praise = praiseIn(rows);
  return of.flatMap((id) =>
    Array.from({ length: MISSIONS }, (_, m) => mission(RUN, m)).flatMap((missionId) => {
      const facts = standingFactsOf(id, standingRowsOf(rows, id, missionId), praise);
      return dimensions.map((dimension) => {
        const { r, s } = estimate(facts(dimension), VERSION_2);
        return [r, s] as const;
      });
    }),
  );
}

/** Those that the network has not heard of before, one of which calls itself an evaluator. */
const STRANGERS = [0, 1, 2].map((n) => named(RUN, 0x900 + n));
const [OWN_EVALUATOR = '', ...PROMISING] = STRANGERS;

const intrusion = fc.record({
  /** What the own evaluator verifies in a mission of its own, of whom. */
  promises: fc.array(
    fc.record({
      by: fc.nat({ max: ORGANISATIONS + 1 }),
      day: fc.nat({ max: 10 }),
      due: fc.integer({ min: 1, max: 30 }),
      wait: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  /** Of what was given anyway: which the own evaluator verifies as well. */
  verified: fc.array(fc.nat(), { maxLength: 4 }),
  grouped: fc.boolean(),
});

function intruding(
  told: readonly Told[],
  { promises, verified, grouped }: typeof intrusion extends fc.Arbitrary<infer Of> ? Of : never,
): readonly Told[] {
  const registered = STRANGERS.map((id): Told => {
    const data = { name: 'Stranger', sector: 'UNDECLARED', identifiers: [], controlGroupId: id };
    return { day: 0, stream: `organisation/${id}`, type: 'OrganisationRegistered', data };
  });
  const group: Told = {
    day: 1,
    stream: `organisation/${PROMISING[0]}`,
    type: 'OrganisationGrouped',
    data: { controlGroupId: PROMISING[1], on: dateOfDay(1) },
  };
  const own = promises.flatMap(({ by, day, due, wait }, n): readonly Told[] => {
    const stream = `commitment/${named(RUN, 0xa00 + n)}`;
    const contributionId = named(RUN, 0xb00 + n);
    const contributorId = [...EVERYBODY, ...PROMISING][by]!;
    const missionId = named(RUN, 0xc00);
    const quantity = { amount: '0.000001', unit: 'hour' };
    const on = day + wait;
    const event = (at: number, type: string, data: object): Told => ({
      day: at,
      stream,
      type,
      data: { missionId, ...data },
    });
    const period = { from: dateOfDay(on), to: dateOfDay(on) };
    const terms = { kind: 'TIME', description: 'An hour.', quantity, dueOn: dateOfDay(day + due) };
    return [
      event(day, 'CommitmentMade', {
        promisorIds: [contributorId],
        counterpartyIds: [],
        acceptedBy: [contributorId],
        completion: 'QUANTITY',
        ...terms,
      }),
      event(on, 'ContributionRecorded', {
        contributionId,
        contributorId,
        kind: 'TIME',
        quantity,
        period,
        evidence: [],
        recordedBy: contributorId,
        declared: true,
      }),
      event(on, 'ContributionVerified', { contributionId, verifiedBy: OWN_EVALUATOR, evidence: [] }),
    ];
  });
  const gifts = told.filter(({ type }) => type === 'ContributionRecorded');
  const seen = verified.map((n): Told => {
    const { stream, data } = gifts[n % gifts.length]!;
    const { missionId, contributionId } = data;
    const found = { missionId, contributionId, verifiedBy: OWN_EVALUATOR, evidence: [] };
    return { day: 50, stream, type: 'ContributionVerified', data: found };
  });
  return [...told, ...registered, ...(grouped ? [group] : []), ...own, ...seen].sort((a, b) => a.day - b.day);
}

const [ONE, OTHER] = twins(RUN);

const imposition = fc.record({
  on: fc.nat({ max: ORGANISATIONS - 1 }),
  to: fc.nat({ max: ORGANISATIONS - 1 }),
  day: fc.nat({ max: 5 }),
  answers: fc.constantFrom('NOTHING', 'NO', 'YES_ONCE_DUE'),
  withdrawn: fc.boolean(),
});
type Imposition = typeof imposition extends fc.Arbitrary<infer Value> ? Value : never;

/** A stranger promises a million together with somebody that it names, and to somebody else; long due when asked about. */
function imposing(told: readonly Told[], all: readonly Imposition[], accepted = false): readonly Told[] {
  const stranger = STRANGERS[0]!;
  const imposed = all.flatMap(({ on, to, day, answers, withdrawn }, n): readonly Told[] => {
    const [named_, receiver] = [EVERYBODY[on]!, EVERYBODY[to === on ? (to + 1) % ORGANISATIONS : to]!];
    const event = (at: number, type: string, data: object): Told => ({
      day: at,
      stream: `commitment/${named(RUN, 0xd00 + n)}`,
      type,
      data: { missionId: mission(RUN, n % MISSIONS), ...data, on: dateOfDay(at) },
    });
    const answer = { organisationId: named_, termsVersion: 1 };
    return [
      event(day, 'CommitmentMade', {
        promisorIds: [stranger, named_],
        counterpartyIds: [receiver],
        acceptedBy: accepted ? [stranger, named_] : [stranger],
        termsVersion: 1,
        kind: 'SERVICE',
        description: 'A million.',
        quantity: { amount: '1000000', unit: 'dwelling' },
        completion: 'QUANTITY',
        dueOn: dateOfDay(day + 20),
      }),
      ...(answers === 'NO' ? [event(day + 1, 'CommitmentDeclined', answer)] : []),
      ...(answers === 'YES_ONCE_DUE' ? [event(day + 20, 'CommitmentAccepted', answer)] : []),
      ...(withdrawn ? [event(day + 25, 'CommitmentWithdrawn', { reason: 'No.' })] : []),
    ];
  });
  return [...told, ...imposed].sort((a, b) => a.day - b.day);
}

/** What a history would be without some of what happened. */
const WITHOUT: Readonly<Record<string, (event: Told) => readonly Told[]>> = {
  settlements: (event) => (event.type.startsWith('Settlement') ? [] : [event]),
  leavings: (event) => (event.type === 'PartyReleased' ? [] : [event]),
  dissolutions: (event) => (event.type === 'PartyDissolved' ? [] : [event]),
  corrections: (event) => (event.type === 'ContributionCorrected' ? [] : [event]),
  retractions: (event) => (event.type === 'ContributionRetracted' ? [] : [event]),
  milestones: ({ data: { milestone: _, ...data }, ...event }) => [{ ...event, data }],
  findings: ({ data: { found: _, ...data }, ...event }) => [{ ...event, data }],
  endings: (event) => (event.type === 'AccreditationEnded' ? [] : [event]),
};

/** r and s of everybody's results, read again from the events. */
function readAgain(told: readonly Told[]): readonly (readonly [r: number, s: number])[] {
  return EVERYBODY.flatMap((id) =>
    Array.from({ length: MISSIONS }, (_, m) => {
      const { r, s } = estimate(naiveSecondFacts(told, id, mission(RUN, m), ASKED_ON, 'RESULTS'), VERSION_2);
      return [r, s] as const;
    }),
  );
}

describe('Over random histories', () => {
  it('what is said of results is what the events alone say, whatever was settled, left, corrected, found or voided', () => {
    const mattered = new Map(Object.keys(WITHOUT).map((name) => [name, 0]));
    const property = fc.property(anyHistory, (history) => {
      const told = tell(history, RUN, () => 0);
      const found = estimates(told, EVERYBODY, ['RESULTS']);
      const naive = readAgain(told);
      for (const [n, sums] of naive.entries()) {
        for (const part of [0, 1] as const) expect(found[n]![part]).toBeCloseTo(sums[part], 12);
      }
      for (const [name, without] of Object.entries(WITHOUT)) {
        const moved = JSON.stringify(readAgain(told.flatMap(without))) !== JSON.stringify(naive);
        if (moved) mattered.set(name, mattered.get(name)! + 1);
      }
    });
    fc.assert(property, { numRuns: 120, seed: 10, endOnFailure: true });
    // Or the histories say little of some.
    expect([...mattered].filter(([, times]) => times < 2)).toEqual([]);
  });

  it('what an organisation was named in and never accepted in time changes no estimate of anybody, bit for bit', () => {
    let moved = 0;
    const imposed = fc.array(imposition, { minLength: 1, maxLength: 4 });
    const property = fc.property(anyHistory, imposed, (history, all) => {
      const told = tell(history, RUN, () => 0);
      const before = estimates(told, EVERYBODY);
      expect(estimates(imposing(told, all), EVERYBODY)).toStrictEqual(before);
      const bound = estimates(imposing(told, all, true), EVERYBODY);
      if (JSON.stringify(bound) !== JSON.stringify(before)) moved += 1;
    });
    fc.assert(property, { numRuns: 200, seed: 8 });
    // Or accepting would not have mattered either.
    expect(moved).toBeGreaterThan(50);
  });

  it('no unaccredited evaluator, mission or group changes anybody’s voice', () => {
    let [heard, intruders] = [0, 0];
    const property = fc.property(anyHistory, intrusion, (history, intruder) => {
      const told = tell(history, RUN, () => 0);
      const before = voices(told);
      const all = intruding(told, intruder);
      expect(voices(all)).toEqual(before);
      expect(voices(all, STRANGERS)).toEqual([0, 0, 0]);
      if (before.some((voice) => voice > 0)) heard += 1;
      // Accredited, the same evaluator would be heard.
      const accredited = all.map((event) =>
        event.type === 'EvaluatorAccredited'
          ? { ...event, data: { ...event.data, organisationId: OWN_EVALUATOR } }
          : event,
      );
      if (voices(accredited, [...EVERYBODY, ...STRANGERS]).some((voice) => voice > 0)) intruders += 1;
    });
    fc.assert(property, { numRuns: 300, seed: 6 });
    // Or the histories say little.
    expect(Math.min(heard, intruders)).toBeGreaterThan(50);
  });

  it('who of a control group did what changes no estimate of anybody outside it', () => {
    let moved = 0;
    const property = fc.property(anyHistory, (history) => {
      const told = together(
        tell(history, RUN, () => 0),
        RUN,
      );
      const outside = EVERYBODY.filter((id) => id !== ONE && id !== OTHER);
      expect(estimates(permuted(told, RUN), outside)).toStrictEqual(estimates(told, outside));
      const inside = [estimates(told, [ONE, OTHER]), estimates(permuted(told, RUN), [ONE, OTHER])];
      if (JSON.stringify(inside[0]) !== JSON.stringify(inside[1])) moved += 1;
    });
    fc.assert(property, { numRuns: 300, seed: 7 });
    // Or the two did the same anyway.
    expect(moved).toBeGreaterThan(50);
  });
});
