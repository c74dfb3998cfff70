import { date } from './mix.calendar.js';
import type { Commands } from './network.js';
import type { Dice } from './statistics.js';

/** How the log is told what happened. A refusal fails the run. */
export interface Telling {
  readonly dice: Dice;
  readonly commands: Commands;
  readonly tell: (type: string, id: string, organisation: string, data: unknown, onDay: number) => Promise<void>;
}

export interface Mission {
  readonly id: string;
  readonly number: number;
  /** The backbone, two evaluators, then everyone else. */
  readonly members: readonly string[];
  readonly indicatorIds: readonly string[];
}

const KINDS = [
  { kind: 'MONEY', unit: 'EUR' },
  { kind: 'SERVICE', unit: 'dwelling' },
  { kind: 'TIME', unit: 'hour' },
  { kind: 'VOLUNTEERS', unit: 'person' },
  { kind: 'DATA', unit: 'dataset' },
] as const;

interface Promised {
  readonly id: string;
  readonly mission: Mission;
  readonly promisor: string;
  readonly counterparty: string | undefined;
  readonly unit: string;
  readonly madeOn: number;
}

/** A promise and what became of it: about six events on one stream, in the order they would come in. */
export async function commitmentStory(telling: Telling, mission: Mission): Promise<void> {
  const { dice, commands, tell } = telling;
  const others = mission.members.slice(3);
  const promisor = dice.pick(others);
  const counterparty = dice.chance(0.3) ? another(dice, others, [promisor]) : undefined;
  const { kind, unit } = dice.pick(KINDS);
  const madeOn = dice.integer(10, 250);
  const promised: Promised = { id: commands.uuid(), mission, promisor, counterparty, unit, madeOn };
  const terms = {
    kind,
    quantity: { amount: String(dice.integer(10, 5_000)), unit },
    description: 'What we bring to the mission this year, in the districts agreed with the tenants’ association.',
    dueOn: date(madeOn + 90),
  };
  const counterpartyIds = counterparty === undefined ? [] : [counterparty];
  await tell('MakeCommitment', promised.id, promisor, { ...terms, missionId: mission.id, counterpartyIds }, madeOn);
  if (dice.chance(0.2)) {
    const amended = { ...terms, dueOn: date(madeOn + 110), reason: 'Materials came late; the amount stands.' };
    await tell('AmendCommitment', promised.id, promisor, amended, madeOn + 10);
  }
  if (dice.chance(0.03)) {
    const reason = 'Our board withdrew the funds.';
    await tell('WithdrawCommitment', promised.id, promisor, { reason }, madeOn + 20);
    return;
  }
  const gifts = dice.integer(1, 3);
  for (let n = 0; n < gifts; n += 1) await contribute(telling, promised, madeOn + 30 + n * 10);
  await review(telling, promised);
}

async function contribute({ dice, commands, tell }: Telling, promised: Promised, onDay: number): Promise<void> {
  const { id, mission, promisor, counterparty, unit } = promised;
  const contributionId = commands.uuid();
  const given = {
    contributionId,
    quantity: { amount: String(dice.integer(1, 2_000)), unit },
    date: date(onDay),
    description: 'Delivered as agreed; the list of addresses is with the association.',
    evidence: dice.chance(0.3) ? [{ url: `https://example.org/reports/${contributionId}`, title: 'Report' }] : [],
  };
  await tell('RecordContribution', id, promisor, given, onDay);
  if (dice.chance(0.5)) {
    const by = counterparty ?? another(dice, mission.members.slice(3), [promisor]);
    const statement = 'We were there and saw it done.';
    if (apart(mission, by, promisor)) {
      await tell('CorroborateContribution', id, by, { contributionId, statement }, onDay + 5);
    }
  }
  const evaluator = mission.members[1] ?? '';
  const parties = [promisor, ...(counterparty === undefined ? [] : [counterparty])];
  if (dice.chance(0.25) && parties.every((party) => apart(mission, evaluator, party))) {
    await tell(
      'VerifyContribution',
      id,
      evaluator,
      { contributionId, noTies: true, finding: 'As recorded.' },
      onDay + 15,
    );
  } else if (dice.chance(0.04)) {
    // Whoever has no part in a promise may only object.
    const by = dice.pick(mission.members.slice(0, 3));
    if (apart(mission, by, promisor)) {
      await tell('DisputeContribution', id, by, { contributionId, reason: 'Half of it is missing.' }, onDay + 8);
    }
  }
}

async function review({ dice, commands, tell }: Telling, promised: Promised): Promise<void> {
  const { id, mission, promisor, madeOn } = promised;
  const reviewers = new Set<string>();
  for (let most = dice.integer(0, 2); most > 0; most -= 1) reviewers.add(another(dice, mission.members, [promisor]));
  for (const reviewer of reviewers) {
    if (!apart(mission, reviewer, promisor)) continue;
    const reviewId = commands.uuid();
    const opinion = {
      scores: scores(dice),
      whatWorked: 'Tenants were asked first, and the schedule was public from the start.',
      whatToTry: 'Publish the delays as well, before someone else does.',
    };
    await tell('SubmitReview', id, reviewer, { reviewId, reviewedId: promisor, ...opinion }, madeOn + 95);
    if (dice.chance(0.12)) {
      await tell('ReviseReview', id, reviewer, { reviewId, ...opinion, scores: scores(dice) }, madeOn + 100);
    }
    if (dice.chance(0.5)) {
      const answer = 'We will publish delays within a week from now on.';
      await tell('AnswerReview', id, promisor, { reviewId, answer }, madeOn + 105);
    }
  }
}

function scores(dice: Dice) {
  const score = () => dice.integer(0, 4);
  return { results: score(), reliability: score(), openness: score(), learning: score() };
}

/** Not in one control group: subsidiaries stand next to their parents in the list the members were taken from. */
function apart({ members }: Mission, a: string, b: string): boolean {
  return Math.abs(members.indexOf(a) - members.indexOf(b)) > 1;
}

function another(dice: Dice, from: readonly string[], than: readonly string[]): string {
  return dice.pick(from.filter((each) => !than.includes(each)));
}
