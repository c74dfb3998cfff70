import type { DueFact, Facts, PraiseFact } from '../../libs/slices/accountability/reputation/arithmetic.js';
import { dateOfDay, type Told } from './histories.js';

// The same as `naive`, in the second form, from the events alone and with no care for cost. It shares
// nothing with what it is held against but the words. Days are numbers here, and accredited is who is named so, for good.

interface Data {
  readonly missionId: string;
  readonly controlGroupId: string;
  readonly promisorIds: readonly string[];
  readonly counterpartyIds: readonly string[];
  readonly kind: string;
  readonly quantity?: { readonly amount: string; readonly unit: string };
  readonly dueOn?: string;
  readonly acceptedBy: readonly string[];
  readonly organisationId: string;
  readonly source?: object;
  readonly period: { readonly to: string };
  readonly contributionId: string;
  readonly contributorId: string;
  readonly declared: boolean;
  readonly corroboratedBy: string;
  readonly verifiedBy: string;
  readonly reviewId: string;
  readonly reviewerId: string;
  readonly reviewedId: string;
  readonly scores: Readonly<Record<string, number>>;
}
type Event = Omit<Told, 'data'> & { readonly id: string; readonly data: Data };

const YEAR = 365;
const dayOfDate = (date: string) => Math.round((Date.parse(date) - Date.parse(dateOfDay(0))) / 86_400_000);

/** What was told by that day, and the questions that are asked of it again and again. */
class Story {
  readonly events: readonly Event[];

  constructor(
    all: readonly Told[],
    readonly day: number,
    private readonly accredited: readonly string[],
  ) {
    this.events = all
      .filter((event) => event.day <= day)
      .map((event) => ({ ...event, id: event.stream.split('/')[1]!, data: event.data as unknown as Data }));
  }

  of(type: string, id?: string): readonly Event[] {
    return this.events.filter((event) => event.type === type && (id === undefined || event.id === id));
  }

  made(commitment: string): Event {
    return this.of('CommitmentMade', commitment)[0]!;
  }

  /** Whether it was due when it was made: what was given already, as entries from before gifts said so have it. */
  gift(commitment: string): boolean {
    const { day, data } = this.made(commitment);
    return data.dueOn !== undefined && dayOfDate(data.dueOn) <= day;
  }

  /** The day on which somebody was bound by a promise, or undefined. */
  bound(commitment: string, organisation: string): number | undefined {
    const { day, data } = this.made(commitment);
    if (data.source !== undefined || !data.promisorIds.includes(organisation)) return undefined;
    if (data.acceptedBy.includes(organisation)) return day;
    let { dueOn } = data;
    for (const event of this.events.filter(({ id }) => id === commitment)) {
      if (event.type === 'CommitmentAmended') ({ dueOn } = event.data);
      if (event.type !== 'CommitmentAccepted' || event.data.organisationId !== organisation) continue;
      if (dueOn === undefined || event.day < dayOfDate(dueOn)) return event.day;
    }
    return undefined;
  }

  /** Those to whom it was promised and that accepted it. */
  receivers(commitment: string): readonly string[] {
    const { counterpartyIds, acceptedBy } = this.made(commitment).data;
    const later = this.of('CommitmentAccepted', commitment).map(({ data }) => data.organisationId);
    return counterpartyIds.filter((id) => acceptedBy.includes(id) || later.includes(id));
  }

  /** Everybody connected with an organisation by groups shared in the last year, the least id first. */
  group(organisation: string): readonly string[] {
    const moves = this.events.filter(({ type }) => type.startsWith('Organisation'));
    const edges = moves.flatMap(({ id, day, data }, n) => {
      const next = moves.slice(n + 1).find((each) => each.id === id);
      return next !== undefined && next.day < this.day - YEAR ? [] : [[id, data.controlGroupId, day] as const];
    });
    const found = new Set([organisation]);
    for (let before = 0; before < found.size;) {
      before = found.size;
      for (const [a, b] of edges) if (found.has(a) || found.has(b)) found.add(a).add(b);
    }
    return [...found].sort();
  }

  name(organisation: string): string {
    return this.group(organisation)[0]!;
  }

  one(a: string, b: string): boolean {
    return this.name(a) === this.name(b);
  }

  paid(a: string, b: string, day: number): boolean {
    return this.of('ContributionRecorded').some(({ id, data }) => {
      const said = data.declared || this.acts('ContributionDeclared', data.contributionId).length > 0;
      const far = Math.abs(dayOfDate(data.period.to) - day) > YEAR;
      if (data.kind !== 'MONEY' || !said || far) return false;
      return this.made(id).data.counterpartyIds.some(
        (to) =>
          (this.one(data.contributorId, a) && this.one(to, b)) || (this.one(data.contributorId, b) && this.one(to, a)),
      );
    });
  }

  acts(type: string, contribution: string): readonly Event[] {
    return this.of(type).filter(({ data }) => data.contributionId === contribution);
  }

  /** Whether that verification is an accredited, independent and unpaid one's. */
  heard({ data: { contributionId, verifiedBy: by }, day }: Event): boolean {
    const giver = this.giver(contributionId);
    return this.accredited.includes(by) && !this.one(by, giver) && !this.paid(by, giver, day);
  }

  giver(contribution: string): string {
    return this.acts('ContributionRecorded', contribution)[0]!.data.contributorId;
  }

  /** V of all of these together. */
  voice(organisations: readonly string[]): number {
    const groups = this.of('ContributionVerified').filter((event) => {
      const given = this.acts('ContributionRecorded', event.data.contributionId)[0]!;
      const bound = this.bound(given.id, given.data.contributorId);
      const after = bound !== undefined && bound < dayOfDate(given.data.period.to);
      return organisations.includes(given.data.contributorId) && after && !this.gift(given.id) && this.heard(event);
    });
    return new Set(groups.map(({ data }) => this.name(data.verifiedBy))).size;
  }

  /** 0 for NONE to 3 for VERIFIED, or undefined while it is in dispute. */
  level(contribution: string): number | undefined {
    const given = this.acts('ContributionRecorded', contribution)[0]!;
    const { promisorIds, counterpartyIds } = this.made(given.id).data;
    const parties = [...promisorIds, ...counterpartyIds];
    const { contributorId: giver } = given.data;
    const verified = this.acts('ContributionVerified', contribution);
    if (verified.some((each) => this.heard(each) && !parties.some((party) => this.one(party, each.data.verifiedBy)))) {
      return 3;
    }
    if (this.acts('ContributionDisputed', contribution).some(({ day }) => this.day - day <= 60)) return undefined;
    const corroborated = this.acts('ContributionCorroborated', contribution)
      .map(({ data }) => data.corroboratedBy)
      .filter((by) => !this.one(by, giver));
    const outside = verified.some(({ data }) => !this.one(data.verifiedBy, giver));
    if (outside || corroborated.some((by) => this.voice(this.group(by)) > 0)) return 2;
    const declared = given.data.declared || this.acts('ContributionDeclared', contribution).length > 0;
    return declared || corroborated.length > 0 ? 1 : 0;
  }

  /** The reviews that somebody wrote of somebody, each as it last was. */
  reviews() {
    return this.of('ReviewSubmitted').map(({ id, data: { reviewId, reviewerId, reviewedId, missionId } }) => {
      const last = this.events
        .filter(({ type, data }) => type.startsWith('Review') && data.reviewId === reviewId)
        .at(-1)!;
      return {
        id: `${id}/${reviewId}`,
        commitment: id,
        missionId,
        reviewerId,
        reviewedId,
        day: last.day,
        scores: last.data.scores,
      };
    });
  }
}

const LEVELS = ['NONE', 'DECLARED', 'CORROBORATED', 'VERIFIED'] as const;

/** @param accredited the evaluators that are, from the first day on. */
export function naiveSecondFacts(
  told: readonly Told[],
  asked: string,
  mission: string,
  day: number,
  dimension: string,
  accredited: readonly string[],
): Facts {
  const story = new Story(told, day, accredited);
  const reviews = story.reviews();
  const about = reviews.filter(({ reviewedId, missionId }) => reviewedId === asked && missionId === mission);
  const praise = (by: string, of: string): readonly PraiseFact[] =>
    reviews
      .filter(({ reviewerId, reviewedId }) => reviewerId === by && reviewedId === of)
      .map(({ scores, day: on }) => ({
        points: Object.values(scores).reduce((sum, each) => sum + each, 0) / 4,
        ageDays: day - on,
      }))
      .filter(({ points }) => points > 2);
  const factual = dimension === 'RESULTS' || dimension === 'RELIABILITY';
  return {
    reviews: about.map(({ id, commitment, reviewerId, day: on, scores }) => ({
      id,
      reviewerId,
      points: scores[dimension.toLowerCase()]!,
      ageDays: day - on,
      evidence:
        LEVELS[
          Math.max(
            0,
            ...story.of('ContributionRecorded', commitment).map(({ data }) => story.level(data.contributionId) ?? 0),
          )
        ]!,
    })),
    reviewers: [...new Set(about.map(({ reviewerId }) => reviewerId))].map((id) => ({
      id,
      controlGroupId: story.name(id),
      verified: story.voice([id]),
      tied: story.one(id, asked),
      calibration: calibration(story, reviews, id),
      given: praise(id, asked),
      received: praise(asked, id),
    })),
    due: factual
      ? story
          .of('CommitmentMade')
          .filter(({ data }) => data.missionId === mission && data.promisorIds.includes(asked))
          .flatMap((made) => dueFrom(story, made, asked))
      : [],
  };
}

/** Each of its reviews against all that was found, from the day anything was. */
function calibration(story: Story, reviews: ReturnType<Story['reviews']>, reviewer: string) {
  const held = reviews
    .filter(({ reviewerId }) => reviewerId === reviewer)
    .flatMap(({ id, commitment }) => {
      const made = story.made(commitment);
      const { promisorIds, counterpartyIds } = made.data;
      const found = story.of('ContributionVerified', commitment).filter((event) => {
        const given = story.acts('ContributionRecorded', event.data.contributionId)[0]!.data;
        const bound = story.bound(commitment, given.contributorId);
        const inTime = bound !== undefined && dayOfDate(given.period.to) >= bound;
        const tied = [...promisorIds, ...counterpartyIds].some((party) => story.one(party, event.data.verifiedBy));
        return inTime && !tied && story.heard(event);
      });
      const first = Math.min(...found.map(({ day }) => day));
      const said = story.events.filter(
        ({ type, day, data }) => type.startsWith('Review') && data.reviewId === id.split('/')[1] && day < first,
      );
      if (found.length === 0 || said.length === 0) return [];
      const x = said.at(-1)!.data.scores['results']! / 4;
      const { quantity } = [made, ...story.of('CommitmentAmended', commitment)].at(-1)!.data;
      const gifts = new Set(found.map(({ data }) => data.contributionId));
      const sum = [...gifts]
        .map((gift) => story.acts('ContributionRecorded', gift)[0]!.data.quantity)
        .filter((each) => each?.unit === quantity?.unit)
        .reduce((total, each) => total + Number(each?.amount ?? 0), 0);
      const y = quantity === undefined ? 1 : Math.min(1, sum / Number(quantity.amount));
      return [1 - Math.abs(x - y)];
    });
  return { count: held.length, sum: held.reduce((total, each) => total + each, 0) };
}

function dueFrom(story: Story, made: Event, promisor: string): readonly DueFact[] {
  const { id } = made;
  const versions = [made, ...story.of('CommitmentAmended', id)].map((each) => each.data);
  const last = versions.at(-1)!;
  const bound = story.bound(id, promisor);
  if (last.dueOn === undefined || bound === undefined || story.gift(id)) return [];
  const due = dayOfDate(last.dueOn);
  if (due >= story.day || due - bound < 14) return [];
  const received = story.receivers(id);
  const withdrawn = story.of('CommitmentWithdrawn', id).length > 0;
  const counted = last.quantity !== undefined;
  const amounts = versions.map(({ quantity }) => Number(quantity?.amount ?? 0));
  const largest = counted ? Math.max(...amounts) : 1;
  const inForce = withdrawn ? 0 : counted ? amounts.at(-1)! : 1;

  const heard = { verified: 0, corroborated: 0, awaiting: 0, silent: 0 };
  for (const { day, data: given } of story.of('ContributionRecorded', id)) {
    const giverBound = story.bound(id, given.contributorId);
    if (giverBound === undefined || dayOfDate(given.period.to) < giverBound) continue;
    if (counted && given.quantity?.unit !== 'dwelling') continue;
    const amount = counted ? Number(given.quantity!.amount) : 1;
    const level = story.level(given.contributionId);
    const onlookers =
      !counted &&
      level === 2 &&
      story.acts('ContributionVerified', given.contributionId).length === 0 &&
      !story
        .acts('ContributionCorroborated', given.contributionId)
        .some(
          ({ data: { corroboratedBy: by } }) =>
            received.includes(by) && !story.one(by, given.contributorId) && story.voice(story.group(by)) > 0,
        );
    const attested = level !== undefined && level >= 2 && !onlookers;
    if (level === undefined) heard.awaiting += amount;
    else if (!attested) heard.silent += day <= due ? amount : 0;
    else if (given.contributorId !== promisor) heard.silent += amount;
    else if (level === 3) heard.verified += amount;
    else heard.corroborated += amount;
  }
  let open = largest;
  const take = (amount: number) => {
    const taken = Math.min(open, amount);
    open -= taken;
    return taken / largest;
  };
  const [verified, corroborated, awaiting, silent] = [
    take(heard.verified),
    take(heard.corroborated),
    take(heard.awaiting),
    take(heard.silent),
  ];
  const takenAway = take(largest - inForce);
  const receivers = received
    .filter((by) => !story.one(by, promisor) && story.voice(story.group(by)) > 0)
    .map((by) => story.name(by));
  return [
    {
      id,
      ageDays: story.day - due,
      delivered: [
        { evidence: 'VERIFIED', share: verified },
        { evidence: 'CORROBORATED', share: corroborated },
      ],
      awaitingRuling: awaiting,
      silent: silent + takenAway,
      missing: open / largest,
      receivers: [...new Set(receivers)].sort(),
    },
  ];
}
