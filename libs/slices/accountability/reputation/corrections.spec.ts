import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Evidence } from '../commitment/events.js';
import { standingFactsOf } from './facts.js';
import { dueFactOf } from './promises.js';
import { promiseOf, recordOf, type CommitmentEntry, type DatedEntry } from './record.facts.js';
import { partiesOf } from './successors.facts.js';
import { standingOf, type Background } from './standing.js';

// P promised forty to Q, who accepted; E is an accredited evaluator, R one that nobody accredited. Q has a voice.

const BACKGROUND: Background = {
  on: '2026-09-01',
  memberships: [],
  accreditations: [{ organisationId: 'E', from: '2026-01-01', until: '2026-12-31', endedOn: null, voidFrom: null }],
  payments: [],
  verifications: [{ giverId: 'Q', evaluatorId: 'E', on: '2026-03-01' }],
};
const MADE: CommitmentEntry = {
  act: 'MADE',
  missionId: 'M',
  promisorIds: ['P'],
  counterpartyIds: ['Q'],
  acceptedBy: ['P', 'Q'],
  reported: false,
  gift: false,
  amount: '40',
  unit: 'dwelling',
  dueOn: '2026-06-30',
  completion: 'QUANTITY',
  milestones: [],
};
const of = { contributionId: 'g' };
const gave = (amount: string, givenTo = '2026-04-01') => ({
  amount,
  unit: 'dwelling',
  givenTo,
  milestone: null,
  completes: false,
});
const given = (amount: string, givenTo?: string): CommitmentEntry => ({
  act: 'GIVEN',
  ...of,
  contributorId: 'P',
  declared: true,
  ...gave(amount, givenTo),
});
const corrected = (amount: string, keeps = false, givenTo?: string): CommitmentEntry => ({
  act: 'CORRECTED',
  ...of,
  keeps,
  ...gave(amount, givenTo),
});
const retracted: CommitmentEntry = { act: 'RETRACTED', ...of };
const corroborated: CommitmentEntry = { act: 'CORROBORATED', ...of, by: 'Q' };
const found = (by: string, amount: string | null): CommitmentEntry => ({ act: 'VERIFIED', ...of, by, found: amount });

/** Each entry a day after the one before, from the first of May on; the promise is made in January. */
function recorded(...entries: readonly CommitmentEntry[]) {
  const dated = entries.map((entry, n): DatedEntry => ({ day: `2026-05-${String(n + 1).padStart(2, '0')}`, entry }));
  return recordOf('c', [{ day: '2026-01-01', entry: MADE }, ...dated]);
}
const saidOf = (...entries: readonly CommitmentEntry[]) =>
  dueFactOf(promiseOf(recorded(...entries), 'P', BACKGROUND.on), standingOf(BACKGROUND));

describe('A correction', () => {
  it('says what recording it right at first would have said, whatever it was corrected from', () => {
    const amount = fc.integer({ min: 1, max: 60 }).map(String);
    const day = fc.constantFrom('2026-02-01', '2026-04-30', '2025-12-01');
    const after = fc.constantFrom<readonly CommitmentEntry[]>(
      [],
      [corroborated],
      [found('E', null)],
      [found('E', '3')],
      [found('R', '3')],
      [{ act: 'DISPUTED', ...of, by: 'Q' }],
    );
    const before = fc.array(fc.constantFrom(corroborated, found('R', null)), { maxLength: 2 });
    fc.assert(
      fc.property(amount, amount, day, before, after, fc.boolean(), (wrong, right, givenTo, said, rest, slip) => {
        const evidence = slip ? [] : said;
        // Days do not tell the two apart: what comes after comes on the same days.
        const once = saidOf(
          given(right, givenTo),
          ...evidence.map(() => corrected(right, true, givenTo)),
          corrected(right, true, givenTo),
          ...rest,
        );
        expect(saidOf(given(wrong), ...evidence, corrected(right, slip, givenTo), ...rest)).toEqual(once);
      }),
    );
  });

  it('takes away what others said of what stood before, and a slip takes nothing', () => {
    const spoken = (...entries: readonly CommitmentEntry[]) => saidOf(...entries)?.delivered;
    expect(spoken(given('40'), corroborated)).toEqual([{ evidence: 'CORROBORATED', share: 1 }]);
    expect(spoken(given('40'), corroborated, corrected('20'))).toEqual([]);
    expect(spoken(given('40'), corroborated, corrected('20'), corroborated)).toEqual([
      { evidence: 'CORROBORATED', share: 0.5 },
    ]);
    expect(spoken(given('40'), found('E', '12'))).toEqual([{ evidence: 'VERIFIED', share: 0.3 }]);
    expect(spoken(given('40'), found('R', '0.01'))).toEqual([{ evidence: 'CORROBORATED', share: 1 }]);
  });

  it('leaves disputes open until they are taken back', () => {
    const disputed: CommitmentEntry = { act: 'DISPUTED', ...of, by: 'Q' };
    const back: CommitmentEntry = { act: 'DISPUTE_WITHDRAWN', ...of, by: 'Q' };
    const at = (...entries: readonly CommitmentEntry[]) =>
      dueFactOf(promiseOf(recorded(...entries), 'P', BACKGROUND.on), standingOf({ ...BACKGROUND, on: '2026-07-01' }))
        ?.awaitingRuling;
    expect(at(given('40'), disputed, corrected('20'))).toBe(0.5);
    expect(at(given('40'), disputed, corrected('20'), back)).toBe(0);
    expect(at(given('40'), disputed, retracted, back)).toBe(0);
  });
});

describe('A review', () => {
  const evidenceBehind = (submittedOn: string, ...entries: readonly CommitmentEntry[]): Evidence | undefined => {
    const record = recorded(...entries);
    const review = { id: 'c/r', commitmentId: 'c', reviewerId: 'Q', submittedOn, ageDays: 1 };
    const rows = {
      reviews: [{ ...review, results: 0, reliability: 0, openness: 0, learning: 0 }],
      reviewed: [{ commitmentId: 'c', parties: partiesOf(record), given: record.given, former: record.former }],
      held: [],
      promises: [],
      background: BACKGROUND,
    };
    return standingFactsOf('P', rows, [])('RESULTS').reviews[0]?.evidence;
  };

  it('keeps the evidence it had when what it is about is corrected or taken back', () => {
    const attested = [given('40'), corroborated] as const;
    expect(evidenceBehind('2026-05-02', ...attested)).toBe('CORROBORATED');
    expect(evidenceBehind('2026-05-03', ...attested, retracted)).toBe('CORROBORATED');
    expect(evidenceBehind('2026-05-03', ...attested, corrected('1'))).toBe('CORROBORATED');
    expect(evidenceBehind('2026-05-04', ...attested, corrected('1'), retracted)).toBe('DECLARED');
  });

  it('given since goes by what stands since', () => {
    const attested = [given('40'), corroborated] as const;
    expect(evidenceBehind('2026-05-04', ...attested, retracted)).toBe('NONE');
    expect(evidenceBehind('2026-05-04', ...attested, corrected('1'))).toBe('DECLARED');
    expect(evidenceBehind('2026-05-05', ...attested, corrected('1'), corroborated)).toBe('CORROBORATED');
  });
});
