import Big from 'big.js';
import { dateOf, type RecordedEvent, type RowOfColumns } from '@maillage/kernel';
import type { CommitmentFacts } from './commitment.view.js';
import { MOST_POINTS } from './dimension.js';

/** What a commitment says of those who gave to it and of those who reviewed it. */
export type CommitmentStanding = Pick<
  CommitmentFacts,
  'amount' | 'unit' | 'verified' | 'verified_count' | 'verified_amount' | 'reviews'
>;

// A constructor of its own: precision and rounding are settings of it, not of each sum. Each |x−y| is rounded to 18
// decimals once; their sums are exact, so that neither their order nor taking one back changes a digit.
const Decimal = Big();
Decimal.strict = true;
Decimal.DP = 18;
Decimal.RM = Decimal.roundHalfEven;

const NOTHING = new Decimal('0');
const ALL = new Decimal('1');
const MOST = new Decimal(String(MOST_POINTS));

/** Whose voice a change of the commitment changes. */
export function voicesMoved(
  before: CommitmentStanding | undefined,
  after: CommitmentStanding | undefined,
): readonly string[] {
  const gave = [before, after].flatMap((standing) => Object.keys(standing?.verified_count ?? {}));
  const moved = new Set(gave.filter((id) => verifiedOf(before, id) !== verifiedOf(after, id)));
  const [was, is] = [keptOf(before), keptOf(after)];
  if (was?.toFixed() === is?.toFixed() && before?.reviews === after?.reviews) return [...moved];
  for (const standing of [before, after]) for (const id of reviewersOf(standing)) moved.add(id);
  return [...moved];
}

export const voiceColumns = {
  organisation_id: 'text',
  position: 'bigint',
  /** The latest on which anything before was recorded as well: days never fall as positions rise. */
  day: 'date',
  /** Contributions of its own that were verified, in all missions. */
  verified: 'integer',
  /** Its reviews of commitments that were verified later, and the sum of 1−|x−y| over them. */
  calibration_count: 'integer',
  calibration_sum: 'numeric',
} as const;
/** A row of `reputation_voice`. */
export type Voice = RowOfColumns<typeof voiceColumns>;

const SILENT: Omit<Voice, 'organisation_id' | 'position'> = {
  day: '',
  verified: 0,
  calibration_count: 0,
  calibration_sum: '0',
};

/** The running figures of one organisation after such a change. */
export function gained(
  row: Voice | undefined,
  organisationId: string,
  before: CommitmentStanding | undefined,
  after: CommitmentStanding | undefined,
  event: RecordedEvent,
): Voice {
  const [was, is] = [calibrationOf(before, organisationId), calibrationOf(after, organisationId)];
  const voice = row ?? SILENT;
  const day = dateOf(event.recordedAt);
  return {
    organisation_id: organisationId,
    position: event.position.toString(),
    day: voice.day > day ? voice.day : day,
    verified: voice.verified + verifiedOf(after, organisationId) - verifiedOf(before, organisationId),
    calibration_count: voice.calibration_count + is.count - was.count,
    calibration_sum: new Decimal(voice.calibration_sum).plus(is.sum).minus(was.sum).toFixed(),
  };
}

function verifiedOf(standing: CommitmentStanding | undefined, organisationId: string): number {
  return standing?.verified_count[organisationId] ?? 0;
}

/** y: how much of the promise was verified; `undefined` before anything was. */
function keptOf(standing: CommitmentStanding | undefined): Big | undefined {
  if (standing?.verified !== true) return undefined;
  // Where nothing countable is promised, it is kept by any contribution.
  if (standing.amount === null || standing.unit === null) return ALL;
  const share = new Decimal(standing.verified_amount[standing.unit] ?? '0').div(new Decimal(standing.amount));
  return share.gt(ALL) ? ALL : share;
}

function reviewersOf(standing: CommitmentStanding | undefined): readonly string[] {
  if (standing?.verified !== true) return [];
  return Object.values(standing.reviews).map(({ reviewerId }) => reviewerId);
}

/** The reviews of one organisation on this commitment: how many, and Σ(1−|x−y|). */
function calibrationOf(standing: CommitmentStanding | undefined, reviewerId: string): { count: number; sum: Big } {
  const kept = keptOf(standing);
  if (standing === undefined || kept === undefined) return { count: 0, sum: NOTHING };
  const own = Object.values(standing.reviews).filter((review) => review.reviewerId === reviewerId);
  const agreements = own.map(({ score }) => ALL.minus(new Decimal(String(score)).div(MOST).minus(kept).abs()));
  return { count: own.length, sum: agreements.reduce((sum, each) => sum.plus(each), NOTHING) };
}
