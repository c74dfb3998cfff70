import type { Facts, ReviewerFact } from '../../libs/slices/accountability/reputation/arithmetic.js';
import type { Told } from './histories.js';
import { dateOfDay } from './histories.js';

// The facts of an organisation in a mission on a day, from the events alone and with no care for cost: what the views and
// queries are held against. It shares nothing with them but the words.

const LEVELS = ['NONE', 'DECLARED', 'CORROBORATED', 'VERIFIED'] as const;
const SAID = { ContributionDeclared: 1, ContributionCorroborated: 2, ContributionVerified: 3 } as const;

/** Of whatever event: each has some of these. */
interface Data {
  readonly missionId: string;
  readonly controlGroupId: string;
  readonly promisorIds: readonly string[];
  readonly quantity?: { readonly amount: string; readonly unit: string };
  readonly dueOn?: string;
  readonly contributionId: string;
  readonly contributorId: string;
  readonly declared: boolean;
  readonly keepsEvidence: boolean;
  readonly reviewId: string;
  readonly reviewerId: string;
  readonly reviewedId: string;
  readonly scores: Readonly<Record<string, number>>;
}

interface Gift {
  readonly commitment: string;
  readonly by: string;
  /** Whether its giver says so itself. */
  declared: boolean;
  amount: number;
  unit: string | undefined;
  level: number;
  disputed: boolean;
  verifiedOn: number | undefined;
}
interface Opinion {
  readonly id: string;
  readonly commitment: string;
  readonly mission: string;
  readonly by: string;
  readonly of: string;
  readonly versions: { readonly day: number; readonly scores: Readonly<Record<string, number>> }[];
}
interface Promised {
  readonly id: string;
  readonly mission: string;
  readonly promisors: readonly string[];
  amount: number | undefined;
  dueOn: string | undefined;
  withdrawn: boolean;
}

export function naiveFacts(
  events: readonly Told[],
  asked: string,
  mission: string,
  day: number,
  dimension: string,
): Facts {
  const gifts = new Map<string, Gift>();
  const opinions = new Map<string, Opinion>();
  const promises = new Map<string, Promised>();
  const groups = new Map<string, string>();
  for (const { stream, type, data, ...at } of events.filter((event) => event.day <= day)) {
    const id = stream.split('/')[1]!;
    const d = data as unknown as Data;
    const found = gifts.get(d.contributionId)!;
    if (type.startsWith('Organisation')) groups.set(id, d.controlGroupId);
    if (type === 'CommitmentMade') {
      promises.set(id, {
        id,
        mission: d.missionId,
        promisors: d.promisorIds,
        amount: undefined,
        dueOn: undefined,
        withdrawn: false,
      });
    }
    if (type === 'CommitmentMade' || type === 'CommitmentAmended') {
      const amount = d.quantity === undefined ? undefined : Number(d.quantity.amount);
      Object.assign(promises.get(id)!, { amount, dueOn: d.dueOn });
    }
    if (type === 'CommitmentWithdrawn') promises.get(id)!.withdrawn = true;
    if (type === 'ContributionRecorded') {
      const [amount, unit] = d.quantity === undefined ? ['0', undefined] : [d.quantity.amount, d.quantity.unit];
      const level = d.declared ? 1 : 0;
      gifts.set(d.contributionId, {
        commitment: id,
        by: d.contributorId,
        declared: d.declared,
        amount: Number(amount),
        unit,
        level,
        disputed: false,
        verifiedOn: undefined,
      });
    }
    if (type in SAID) found.level = Math.max(found.level, SAID[type as keyof typeof SAID]);
    if (type === 'ContributionDeclared') found.declared = true;
    if (type === 'ContributionCorrected') {
      const [amount, unit] = d.quantity === undefined ? ['0', undefined] : [d.quantity.amount, d.quantity.unit];
      const level = d.keepsEvidence ? found.level : found.declared ? 1 : 0;
      Object.assign(found, { amount: Number(amount), unit, level });
    }
    if (type === 'ContributionRetracted') gifts.delete(d.contributionId);
    if (type === 'ContributionDisputed') found.disputed = true;
    if (type === 'ContributionVerified') found.verifiedOn ??= at.day;
    if (type === 'ReviewSubmitted') {
      const people = { by: d.reviewerId, of: d.reviewedId };
      opinions.set(d.reviewId, {
        id: `${id}/${d.reviewId}`,
        commitment: id,
        mission: d.missionId,
        ...people,
        versions: [],
      });
    }
    if (type.startsWith('Review')) opinions.get(d.reviewId)!.versions.push({ day: at.day, scores: d.scores });
  }

  const towards = (commitment: string) => [...gifts.values()].filter((gift) => gift.commitment === commitment);
  const undisputed = (gift: Gift) => !gift.disputed || gift.level === 3;
  const last = ({ versions }: Opinion) => versions.at(-1)!;
  const mean = (opinion: Opinion) => Object.values(last(opinion).scores).reduce((sum, each) => sum + each, 0) / 4;
  const praise = (by: string, of: string) =>
    [...opinions.values()]
      .filter((each) => each.by === by && each.of === of)
      .map((each) => ({ points: mean(each), ageDays: day - last(each).day }));

  const reviewer = (id: string): ReviewerFact => {
    let count = 0;
    let sum = 0;
    for (const opinion of [...opinions.values()].filter(({ by }) => by === id)) {
      const verified = towards(opinion.commitment).filter(({ verifiedOn }) => verifiedOn !== undefined);
      const first = Math.min(...verified.map(({ verifiedOn }) => verifiedOn!));
      const version = opinion.versions.filter((each) => each.day < first).at(-1);
      if (verified.length === 0 || version === undefined) continue;
      const { amount } = promises.get(opinion.commitment)!;
      const given = verified.filter(({ unit }) => unit === 'dwelling').reduce((total, each) => total + each.amount, 0);
      const y = amount === undefined ? 1 : Math.min(1, given / amount);
      count += 1;
      sum += 1 - Math.abs(version.scores['results']! / 4 - y);
    }
    return {
      id,
      controlGroupId: groups.get(id) ?? id,
      verified: [...gifts.values()].filter(({ by, verifiedOn }) => by === id && verifiedOn !== undefined).length,
      calibration: { count, sum },
      tied: false,
      given: praise(id, asked),
      received: praise(asked, id),
    };
  };

  const heard = [...opinions.values()].filter((each) => each.of === asked && each.mission === mission);
  const factual = dimension === 'RESULTS' || dimension === 'RELIABILITY';
  const due = [...promises.values()].filter(
    (each) => each.mission === mission && each.promisors.includes(asked) && !each.withdrawn,
  );
  return {
    reviews: heard.map((each) => ({
      id: each.id,
      reviewerId: each.by,
      ageDays: day - last(each).day,
      points: last(each).scores[dimension.toLowerCase()]!,
      evidence:
        LEVELS[
          Math.max(
            0,
            ...towards(each.commitment)
              .filter(undisputed)
              .map(({ level }) => level),
          )
        ]!,
    })),
    reviewers: [...new Set(heard.map(({ by }) => by))].map(reviewer),
    due: factual ? due.flatMap((each) => dueFrom(each, towards(each.id), undisputed, day)) : [],
  };
}

function dueFrom(promised: Promised, gifts: readonly Gift[], undisputed: (gift: Gift) => boolean, day: number) {
  const { id, amount, dueOn } = promised;
  if (dueOn === undefined || dueOn >= dateOfDay(day)) return [];
  let open = 1;
  const take = (some: readonly Gift[]) => {
    const share =
      amount === undefined
        ? Math.min(open, some.length)
        : Math.min(
            open,
            some.filter(({ unit }) => unit === 'dwelling').reduce((sum, each) => sum + each.amount, 0) / amount,
          );
    open -= share;
    return share;
  };
  const delivered = [3, 2, 1, 0].map((level) => ({
    evidence: LEVELS[level]!,
    share: take(gifts.filter((gift) => undisputed(gift) && gift.level === level)),
  }));
  const awaitingRuling = take(gifts.filter((gift) => !undisputed(gift)));
  const ageDays = (Date.parse(dateOfDay(day)) - Date.parse(dueOn)) / 86_400_000;
  return [{ id, ageDays, delivered, awaitingRuling, silent: 0, missing: open, receivers: [] }];
}
