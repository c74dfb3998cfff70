import type { DueFact, Facts, PraiseFact } from '../../libs/slices/accountability/reputation/arithmetic.js';
import type { Told } from './histories.js';
import { dayOfDate, Story, type Data, type Event } from './naive.story.js';

// The same as `naive`, in the second form, from the events alone and with no care for cost. It shares
// nothing with what it is held against but the words. Days are numbers here.

const LEVELS = ['NONE', 'DECLARED', 'CORROBORATED', 'VERIFIED'] as const;

export function naiveSecondFacts(
  told: readonly Told[],
  asked: string,
  mission: string,
  day: number,
  dimension: string,
): Facts {
  const story = new Story(told, day);
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
    reviews: about.map(({ id, commitment, reviewerId, since, day: on, scores }) => ({
      id,
      reviewerId,
      points: scores[dimension.toLowerCase()]!,
      ageDays: day - on,
      evidence:
        LEVELS[
          Math.max(
            0,
            ...story.of('ContributionRecorded', commitment).flatMap(({ data: { contributionId } }) =>
              story
                .standings(contributionId)
                .filter(({ until = Infinity }) => until >= since)
                .map((standing) => story.level(contributionId, standing) ?? 0),
            ),
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
          .filter(({ id, data }) => data.missionId === mission && story.promisors(id).includes(asked))
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
      const found = story.of('ContributionVerified', commitment).filter((event) => {
        const given = story.acts('ContributionRecorded', event.data.contributionId)[0]!.data;
        const bound = story.bound(commitment, given.contributorId);
        const inTime = bound !== undefined && story.stood(event.data.contributionId).givenOn >= bound;
        const tied = story.parties(commitment).some((party) => story.one(party, event.data.verifiedBy));
        return inTime && !tied && story.heard(event);
      });
      const first = Math.min(...found.map(({ day }) => day));
      const said = story.events.filter(
        ({ type, day, data }) => type.startsWith('Review') && data.reviewId === id.split('/')[1] && day < first,
      );
      if (found.length === 0 || said.length === 0) return [];
      const x = said.at(-1)!.data.scores['results']! / 4;
      const { quantity } = [made, ...story.of('CommitmentAmended', commitment)].at(-1)!.data;
      // Of several findings of one gift, the latest.
      const latest = new Map(found.map(({ data }) => [data.contributionId, data.found?.amount] as const));
      const amounts = [...latest].map(([gift, part]) => {
        const { amount = 0, unit } = story.stood(gift);
        return { amount: part === undefined ? amount : Number(part), unit, nothing: part === '0' };
      });
      const sum = amounts
        .filter(({ unit }) => unit === quantity?.unit)
        .reduce((total, { amount }) => total + amount, 0);
      const something = amounts.some(({ nothing }) => !nothing) ? 1 : 0;
      const y = quantity === undefined ? something : Math.min(1, sum / Number(quantity.amount));
      return [1 - Math.abs(x - y)];
    });
  return { count: held.length, sum: held.reduce((total, each) => total + each, 0) };
}

interface Heard {
  readonly way: 'verified' | 'corroborated' | 'awaiting' | 'silent';
  readonly amount: number;
  readonly milestone: string | undefined;
}

/** What was given towards a promise, and which way each counts for one of its promisors; what counts in none is left out. */
function heardOf(story: Story, id: string, { promisor, due, unit }: { promisor: string; due: number; unit?: string }) {
  const { receivers } = story.course(id);
  const [{ data: made }] = [story.made(id)];
  const open = made.quantity === undefined && made.milestones === undefined;
  return story.of('ContributionRecorded', id).flatMap(({ day, data: given }): readonly Heard[] => {
    const { contributionId, contributorId: giver } = given;
    const { until, givenOn, milestone, corroborators, verified, ...stood } = story.stood(contributionId);
    const bound = story.bound(id, giver);
    if (until !== undefined || bound === undefined || givenOn < bound) return [];
    if (unit !== undefined && stood.unit !== unit) return [];
    const amount = story.found(contributionId);
    const heard = (way: Heard['way']) => [{ way, amount: unit === undefined ? 1 : (amount ?? 0), milestone }];
    const level = story.level(contributionId);
    if (level === undefined) return heard('awaiting');
    if (amount === 0) return [];
    const seen = (by: string) => receivers.includes(by) && !story.one(by, giver) && story.voice(story.group(by)) > 0;
    const onlookers = open && level === 2 && verified.length === 0 && !corroborators.some(seen);
    if (level < 2 || onlookers) return day <= due ? heard('silent') : [];
    if (giver !== promisor) return heard('silent');
    return heard(level === 3 ? 'verified' : 'corroborated');
  });
}

const WAYS = ['verified', 'corroborated', 'awaiting', 'silent'] as const;
type Shares = Record<(typeof WAYS)[number] | 'missing', number>;

function byAmount(heard: readonly Heard[], largest: number, inForce: number): Shares {
  let open = largest;
  const take = (amount: number) => {
    const taken = Math.min(open, amount);
    open -= taken;
    return taken / largest;
  };
  const sum = (way: Heard['way']) =>
    heard.filter((each) => each.way === way).reduce((total, { amount }) => total + amount, 0);
  const [verified, corroborated, awaiting, silent] = WAYS.map((way) => take(sum(way))) as [
    number,
    number,
    number,
    number,
  ];
  const takenAway = take(largest - inForce);
  return { verified, corroborated, awaiting, silent: silent + takenAway, missing: open / largest };
}

/** Each once, by its best evidence. Where nobody counts on it, all or nothing. */
function byMilestone(
  heard: readonly Heard[],
  all: readonly string[],
  inForce: readonly string[],
  seen: boolean,
): Shares {
  const ways = all.map((key) => {
    const way = WAYS.find((each) => heard.some((gift) => gift.milestone === key && gift.way === each));
    return { key, way, good: way === 'verified' || way === 'corroborated' };
  });
  const whole = seen || ways.every(({ good }) => good);
  const shares: Shares = { verified: 0, corroborated: 0, awaiting: 0, silent: 0, missing: 0 };
  for (const { key, way, good } of ways) {
    const unkept = inForce.includes(key) ? 'missing' : 'silent';
    shares[way === undefined || (good && !whole) ? unkept : way] += 1 / all.length;
  }
  return shares;
}

/** Whether it left the promise in a way that takes it out of what is said of it. */
function letGo(story: Story, id: string, promisor: string, due: number): boolean {
  const leaving = story.course(id).left.find(({ by }) => by === promisor);
  if (leaving === undefined) return false;
  if (leaving.dissolved) return leaving.day <= due;
  if (!leaving.late || !leaving.bound) return true;
  return leaving.after.some((other) => !story.one(other, promisor) && story.voice([other]) > 0);
}

function dueFrom(story: Story, made: Event, promisor: string): readonly DueFact[] {
  const { id } = made;
  const versions = [made, ...story.of('CommitmentAmended', id)].map((each) => each.data);
  const last = versions.at(-1)!;
  const bound = story.bound(id, promisor);
  if (last.dueOn === undefined || bound === undefined || story.gift(id)) return [];
  if (dayOfDate(last.dueOn) - bound < 14) return [];
  const settlement = story.settled(id, promisor)?.data;
  const due = dayOfDate(settlement?.outcome === 'EXTENDED' ? settlement.dueOn! : last.dueOn);
  if (due >= story.day || letGo(story, id, promisor, due)) return [];
  const { receivers: received } = story.course(id);
  const withdrawn = story.of('CommitmentWithdrawn', id).length > 0;
  const counted = last.quantity !== undefined;
  const heard = heardOf(story, id, { promisor, due, ...(counted ? { unit: 'dwelling' } : {}) });
  const keys = (data: Data) => data.milestones?.map(({ key }) => key) ?? [];
  const amounts = versions.map(({ quantity }) => Number(quantity?.amount ?? 0));
  const shares =
    last.milestones === undefined
      ? byAmount(heard, counted ? Math.max(...amounts) : 1, withdrawn ? 0 : counted ? amounts.at(-1)! : 1)
      : byMilestone(heard, [...new Set(versions.flatMap(keys))], withdrawn ? [] : keys(last), received.length > 0);
  const forgiven = settlement?.outcome === 'CLOSED_AS_IS' ? shares.missing / 2 : 0;
  const receivers = received
    .filter((by) => !story.one(by, promisor) && story.voice(story.group(by)) > 0)
    .map((by) => story.name(by));
  return [
    {
      id,
      ageDays: story.day - due,
      delivered: [
        { evidence: 'VERIFIED', share: shares.verified },
        { evidence: 'CORROBORATED', share: shares.corroborated },
      ],
      awaitingRuling: shares.awaiting,
      silent: shares.silent + forgiven,
      missing: shares.missing - forgiven,
      receivers: [...new Set(receivers)].sort(),
    },
  ];
}
