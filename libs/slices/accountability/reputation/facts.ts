import Big from 'big.js';
import { EVIDENCE, type Evidence, type Scores } from '../commitment/events.js';
import type { DeliveredShare, DueFact, Facts, PraiseFact } from './arithmetic.js';
import { DIMENSIONS, SCORE_OF, type Dimension } from './dimension.js';

// A constructor of its own: strictness and precision are settings of it, not of each sum.
const Decimal = Big();
Decimal.strict = true;
Decimal.DP = 20;

const NOTHING = new Decimal('0');
const ALL = new Decimal('1');

/** Best evidence first. */
const BEST_FIRST: readonly Evidence[] = EVIDENCE.toReversed();

/** Dimensions of which deliveries say something: whether they came, and whether they came as promised. */
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

/**
 * The facts in each dimension. What they share is made once.
 * @param praise of the organisation and by it; that of others is not looked at.
 */
export function factsOf(
  organisationId: string,
  { reviews, reviewers, due }: OrganisationRows,
  praise: readonly PraiseRow[],
): (dimension: Dimension) => Facts {
  const given = praiseBy(
    praise.filter(({ reviewedId }) => reviewedId === organisationId),
    'reviewerId',
  );
  const received = praiseBy(
    praise.filter(({ reviewerId }) => reviewerId === organisationId),
    'reviewedId',
  );
  const heard = reviewers.map((reviewer) => ({
    ...reviewer,
    given: given.get(reviewer.id) ?? [],
    received: received.get(reviewer.id) ?? [],
  }));
  const dueFacts = due.map(dueFact);
  return (dimension) => ({
    reviews: reviews.map(({ id, reviewerId, evidence, ageDays, ...scores }) => ({
      id,
      reviewerId,
      evidence,
      ageDays,
      points: scores[SCORE_OF[dimension]],
    })),
    reviewers: heard,
    due: FACTUAL.has(dimension) ? dueFacts : [],
  });
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
    missing: shareOf(open),
  };
}
