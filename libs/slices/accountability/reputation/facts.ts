import Big from 'big.js';
import type { CalendarDate } from '@maillage/kernel';
import { EVIDENCE, type Evidence, type Scores } from '../commitment/events.js';
import type { DeliveredShare, DueFact, Facts, PraiseFact, ReviewerFact } from './arithmetic.js';
import { attestedOf, type FormerFact, type GivenFact } from './attested.facts.js';
import { calibrationsOf, type HeldReview } from './calibration.js';
import { DIMENSIONS, SCORE_OF, type Dimension } from './dimension.js';
import { dueFactOf, type PromiseFact } from './promises.js';
import { standingOf, type Background, type Standing } from './standing.js';

// A constructor of its own: strictness and precision are settings of it, not of each sum.
const Decimal = Big();
Decimal.strict = true;
Decimal.DP = 20;

const NOTHING = new Decimal('0');
const ALL = new Decimal('1');

/** Best evidence first. */
const BEST_FIRST: readonly Evidence[] = EVIDENCE.toReversed();

/** Dimensions of which deliveries say something. */
const FACTUAL: ReadonlySet<Dimension> = new Set(['RESULTS', 'RELIABILITY']);

/** A review that counts, in all its dimensions. */
export interface ReviewRow extends Scores {
  /** `<commitment>/<review>` */
  readonly id: string;
  readonly reviewerId: string;
  readonly evidence: Evidence;
  readonly ageDays: number;
}

export interface ReviewerRow {
  readonly id: string;
  readonly controlGroupId: string;
  readonly verified: number;
  readonly calibration: { readonly count: number; readonly sum: number };
}

/** A review between two organisations, in whatever mission. */
export interface PraiseRow {
  readonly reviewerId: string;
  readonly reviewedId: string;
  /** The sum over the four dimensions, 0 to 16. */
  readonly points: number;
  readonly ageDays: number;
}

/** What was given towards a commitment with one level of evidence, disputed or not. */
export interface GivenRow {
  readonly evidence: Evidence;
  readonly disputed: boolean;
  readonly contributions: number;
  /** In the unit promised; "0" where nothing was given in it. */
  readonly amount: string;
}

/** A commitment past its due date. */
export interface DueRow {
  readonly commitmentId: string;
  readonly ageDays: number;
  /** What is promised; null where nothing countable is. */
  readonly amount: string | null;
  readonly given: readonly GivenRow[];
}

/** What the read models hold that bears on one organisation in one mission. */
export interface OrganisationRows {
  readonly reviews: readonly ReviewRow[];
  readonly reviewers: readonly ReviewerRow[];
  readonly due: readonly DueRow[];
}

/** A review that counts in the second form, where its evidence depends on who stands how. */
export interface StandingReviewRow extends Omit<ReviewRow, 'evidence'> {
  readonly commitmentId: string;
  /** The day it was first given. */
  readonly submittedOn: CalendarDate;
}

/** A commitment that reviews are about. */
export interface ReviewedRow {
  readonly commitmentId: string;
  /** Promisors and counterparties. */
  readonly parties: readonly string[];
  readonly given: readonly GivenFact[];
  /** What was corrected or taken back since. */
  readonly former: readonly FormerFact[];
}

/** The same for the second form: what was said and given, and who stands how. */
export interface StandingRows {
  readonly reviews: readonly StandingReviewRow[];
  readonly reviewed: readonly ReviewedRow[];
  /** By those who wrote one of `reviews`, of whatever commitment in whatever mission. */
  readonly held: readonly HeldReview[];
  readonly promises: readonly PromiseFact[];
  readonly background: Background;
}

/**
 * The facts in each dimension, in the first form. What they share is made once.
 * @param praise of the organisation and by it; that of others is not looked at.
 */
export function factsOf(
  organisationId: string,
  { reviews, reviewers, due }: OrganisationRows,
  praise: readonly PraiseRow[],
): (dimension: Dimension) => Facts {
  const praised = praiseOf(organisationId, praise);
  const heard = reviewers.map((reviewer) => ({ ...reviewer, ...praised(reviewer.id), tied: false }));
  return byDimension(reviews, heard, due.map(dueFact));
}

/**
 * The facts in each dimension, in the second form: a voice is the number of accredited evaluators' groups that found what
 * the reviewer gave, and evidence is what those of standing attested.
 * @param praise of the organisation and by it; that of others is not looked at.
 */
export function standingFactsOf(
  organisationId: string,
  { reviews, reviewed, held, promises, background }: StandingRows,
  praise: readonly PraiseRow[],
): (dimension: Dimension) => Facts {
  const standing = standingOf(background);
  const { groupOf, voiceOf } = standing;
  const praised = praiseOf(organisationId, praise);
  const calibrated = calibrationsOf(held, standing);
  const reviewers = [...new Set(reviews.map(({ reviewerId }) => reviewerId))].map((id) => ({
    id,
    controlGroupId: groupOf(id),
    verified: voiceOf(id),
    tied: groupOf(id) === groupOf(organisationId),
    calibration: calibrated.get(id) ?? { count: 0, sum: 0 },
    ...praised(id),
  }));
  const evidence = new Map(reviewed.map((row) => [row.commitmentId, evidenceOf(row, standing)] as const));
  return byDimension(
    reviews.map(({ commitmentId, submittedOn, ...review }) => ({
      ...review,
      evidence: evidence.get(commitmentId)?.(submittedOn) ?? 'NONE',
    })),
    reviewers,
    promises.flatMap((promise) => dueFactOf(promise, standing) ?? []),
  );
}

/** The best evidence of what was given, for a review by the day it was given: with what was corrected or taken back since. */
function evidenceOf({ parties, given, former }: ReviewedRow, standing: Standing): (since: CalendarDate) => Evidence {
  const heard = (each: GivenFact) => {
    const { evidence, frozen } = attestedOf(each, parties, standing);
    return frozen ? [] : [evidence];
  };
  const now = given.flatMap(heard);
  const before = former.map((each) => ({ endedOn: each.endedOn, levels: heard(each.given) }));
  return (since) => {
    const levels = [...now, ...before.flatMap((each) => (each.endedOn >= since ? each.levels : []))];
    return BEST_FIRST.find((level) => levels.includes(level)) ?? 'NONE';
  };
}

/** Reviews speak in all dimensions; deliveries only of whether they came, and whether they came as promised. */
function byDimension(
  reviews: readonly ReviewRow[],
  reviewers: readonly ReviewerFact[],
  due: readonly DueFact[],
): (dimension: Dimension) => Facts {
  return (dimension) => ({
    reviews: reviews.map(({ id, reviewerId, evidence, ageDays, ...scores }) => ({
      id,
      reviewerId,
      evidence,
      ageDays,
      points: scores[SCORE_OF[dimension]],
    })),
    reviewers,
    due: FACTUAL.has(dimension) ? due : [],
  });
}

/** What one said of the organisation, and it of them. */
function praiseOf(organisationId: string, praise: readonly PraiseRow[]) {
  const given = praiseBy(
    praise.filter(({ reviewedId }) => reviewedId === organisationId),
    'reviewerId',
  );
  const received = praiseBy(
    praise.filter(({ reviewerId }) => reviewerId === organisationId),
    'reviewedId',
  );
  return (id: string) => ({ given: given.get(id) ?? [], received: received.get(id) ?? [] });
}

function praiseBy(
  praise: readonly PraiseRow[],
  other: 'reviewerId' | 'reviewedId',
): ReadonlyMap<string, readonly PraiseFact[]> {
  const byOther = new Map<string, PraiseFact[]>();
  for (const row of praise) {
    const fact = { points: row.points / DIMENSIONS.length, ageDays: row.ageDays };
    const known = byOther.get(row[other]);
    if (known === undefined) byOther.set(row[other], [fact]);
    else known.push(fact);
  }
  return byOther;
}

/**
 * How much of a promise was delivered, with which evidence. The best attested comes first and all of it is capped at what
 * was promised; contributions in dispute come last, so that they take nothing from what nobody disputes.
 */
export function dueFact({ commitmentId, ageDays, amount, given }: DueRow): DueFact {
  const promised = amount === null ? ALL : new Decimal(amount);
  const shareOf = (part: Big) => Number(part.div(promised).toFixed());
  let open = promised;
  const take = (disputed: boolean, evidence: Evidence): number => {
    const rows = given.filter((row) => row.disputed === disputed && row.evidence === evidence);
    if (rows.length === 0) return 0;
    // Where nothing countable is promised, any contribution is the whole.
    const sum = amount === null ? ALL : rows.reduce((total, each) => total.plus(new Decimal(each.amount)), NOTHING);
    const taken = sum.gt(open) ? open : sum;
    open = open.minus(taken);
    return shareOf(taken);
  };
  const delivered: DeliveredShare[] = [];
  for (const evidence of BEST_FIRST) {
    const share = take(false, evidence);
    if (share > 0) delivered.push({ evidence, share });
  }
  const beforeRuling = open;
  for (const evidence of BEST_FIRST) take(true, evidence);
  return {
    id: commitmentId,
    ageDays,
    delivered,
    awaitingRuling: shareOf(beforeRuling.minus(open)),
    silent: 0,
    missing: shareOf(open),
    receivers: [],
  };
}
