import type { CalendarDate } from '@maillage/kernel';
import type { Completion } from '../commitment/events.js';
import type { DisputeFact, FormerFact, FoundFact, GivenFact } from './attested.facts.js';

// What was given towards a commitment, as its entries tell it.

/** What reputation minds of one event about something given. */
export type GivenEntry =
  | ({
      readonly act: 'GIVEN';
      readonly contributionId: string;
      readonly contributorId: string;
      readonly declared: boolean;
    } & EntryGiven)
  /** `keeps`: what others said of it is about this, too. */
  | ({ readonly act: 'CORRECTED'; readonly contributionId: string; readonly keeps: boolean } & EntryGiven)
  | { readonly act: 'RETRACTED'; readonly contributionId: string }
  | {
      readonly act: 'DECLARED' | 'CORROBORATED' | 'DISPUTED' | 'DISPUTE_WITHDRAWN';
      readonly contributionId: string;
      readonly by: string;
    }
  | {
      readonly act: 'VERIFIED';
      readonly contributionId: string;
      readonly by: string;
      /** How much it found, where it found less than was recorded. */
      readonly found: string | null;
    };

interface EntryGiven {
  readonly amount: string | null;
  readonly unit: string | null;
  readonly givenTo: CalendarDate;
  readonly milestone: string | null;
  readonly completes: boolean;
}

/** What of a commitment bears on what was given towards it. */
export interface GivenRecord {
  readonly id: string;
  /** The first day each promisor was bound. */
  readonly firstBoundOn: Readonly<Record<string, CalendarDate>>;
  readonly completion: Completion;
  readonly given: readonly GivenFact[];
  /** What stood of these, and of others that were taken back, before. */
  readonly former: readonly FormerFact[];
}

export function toldOfGiven<Of extends GivenRecord>(record: Of, day: CalendarDate, entry: GivenEntry): Of {
  switch (entry.act) {
    case 'GIVEN':
      return { ...record, given: [...record.given, givenFrom(record, day, entry)] };
    case 'DECLARED':
      return changed(record, entry.contributionId, () => ({ declared: true }));
    case 'CORROBORATED':
      return changed(record, entry.contributionId, ({ corroborations }) => ({
        corroborations: [...corroborations, entry.by],
      }));
    case 'VERIFIED': {
      const verification: FoundFact = { evaluatorId: entry.by, on: day, found: entry.found };
      return changed(record, entry.contributionId, ({ verifications }) => ({
        verifications: [...verifications, verification],
      }));
    }
    case 'DISPUTED': {
      const dispute: DisputeFact = { by: entry.by, on: day, endedOn: null };
      return changed(record, entry.contributionId, ({ disputes }) => ({ disputes: [...disputes, dispute] }));
    }
    case 'DISPUTE_WITHDRAWN':
      return changed(record, entry.contributionId, ({ disputes }) => ({
        disputes: disputes.map((each) =>
          each.by === entry.by && each.endedOn === null ? { ...each, endedOn: day } : each,
        ),
      }));
    case 'CORRECTED':
      return corrected(record, day, entry);
    case 'RETRACTED': {
      const left = record.given.filter(({ id }) => id !== entry.contributionId);
      return { ...outlived(record, day, entry.contributionId), given: left };
    }
  }
}

function givenFrom(
  { firstBoundOn, completion }: GivenRecord,
  day: CalendarDate,
  entry: Extract<GivenEntry, { act: 'GIVEN' }>,
): GivenFact {
  const { contributionId: id, contributorId, amount, unit, givenTo, declared } = entry;
  return {
    id,
    contributorId,
    amount,
    unit,
    givenTo,
    declared,
    recordedOn: day,
    giverBoundOn: firstBoundOn[contributorId] ?? null,
    milestone: entry.milestone,
    // Before contributions said so, each was the whole of a promise that nobody could count.
    completes: entry.completes || completion === 'ANY',
    corroborations: [],
    verifications: [],
    disputes: [],
  };
}

/**
 * Its giver's word stays, and so do disputes. What others said was about what stood before, and speaks for that alone: a
 * review keeps the evidence it had.
 */
function corrected<Of extends GivenRecord>(
  record: Of,
  day: CalendarDate,
  { contributionId, keeps, ...entry }: Extract<GivenEntry, { act: 'CORRECTED' }>,
): Of {
  const { amount, unit, givenTo, milestone } = entry;
  const said = { amount, unit, givenTo, milestone, completes: entry.completes || record.completion === 'ANY' };
  const unsaid = keeps ? {} : { corroborations: [], verifications: [] };
  const before = keeps ? record : outlived(record, day, contributionId);
  return changed(before, contributionId, () => ({ ...said, ...unsaid }));
}

function outlived<Of extends GivenRecord>(record: Of, endedOn: CalendarDate, contributionId: string): Of {
  const given = record.given.find(({ id }) => id === contributionId);
  return given === undefined ? record : { ...record, former: [...record.former, { given, endedOn }] };
}

function changed<Of extends GivenRecord>(
  record: Of,
  contributionId: string,
  change: (given: GivenFact) => Partial<GivenFact>,
): Of {
  const at = record.given.findIndex(({ id }) => id === contributionId);
  const given = record.given[at];
  if (given === undefined) {
    // What is taken back may still be spoken of.
    if (record.former.some((former) => former.given.id === contributionId)) return record;
    throw new Error(`Contribution ${contributionId} to commitment ${record.id} changes before it is recorded.`);
  }
  return { ...record, given: record.given.with(at, { ...given, ...change(given) }) };
}
