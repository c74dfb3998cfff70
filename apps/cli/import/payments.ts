import type { Period } from '@maillage/kernel';
import { make, payerKey, type Commitments, type KnownCommitment, type Pledge } from './commitments.js';
import type { ColumnOf, outcomePayments } from './files.js';
import { idFrom, keyOf } from './ids.js';
import type { KnownMission } from './missions.js';
import { groupBy, type Attempt } from './recorder.js';
import type { Row } from './table.js';
import { counterpartiesOf, give, moneyGiven, type Gift } from './transactions.js';
import { isFault, listOf, readPeriod } from './values.js';
import { absent, missionOf, sourceOf, type World } from './world.js';

type Payment = Row<ColumnOf<typeof outcomePayments>>;

/** A row whose every cell that matters is certain. */
interface Certain {
  readonly row: Payment;
  readonly mission: KnownMission;
  readonly payerIds: readonly string[];
  readonly quantity: { readonly amount: string; readonly unit: string };
  readonly period: Period;
}

const COLUMNS = {
  missionId: 'project',
  promisorIds: 'payers',
  contributorId: 'payers',
  quantity: 'amount',
  period: 'to',
};

/** What was planned becomes a commitment, what was paid a contribution, towards that commitment where the two are of one period. */
export async function recordPayments(rows: readonly Payment[], commitments: Commitments, world: World): Promise<void> {
  const certain = rows.flatMap((row) => readPayment(row, world) ?? []);
  const plans = firstPlans(
    certain.filter(({ row }) => typeOf(row) === 'planned'),
    world,
  );
  const planned = await world.recorder.record(
    'planned payments',
    plans.map((each) => plan(each, world)),
  );
  const promised = new Map<string, KnownCommitment>();
  for (const [key, alike] of groupBy(plans, ({ row }) => keyOfPayment(row))) {
    const [first] = alike;
    if (first === undefined || alike.length > 1 || planned.get(first.row) === 'refused') continue;
    const { project, metric, payers, from, to } = first.row.cells;
    promised.set(keyOf(project, metric, payers, from, to), {
      id: idFrom('planned-payment', key, 1),
      promisor: payers.trim(),
      currency: first.quantity.unit,
    });
  }
  const paid = certain.filter(({ row }) => typeOf(row) === 'actual');
  await world.recorder.record(
    'payments',
    paid.flatMap((each) => pay(each, promised, commitments, world) ?? []),
  );
}

function readPayment(row: Payment, world: World): Certain | undefined {
  const { tally, organisations } = world;
  const { cells } = row;
  const mission = missionOf(row, world);
  if (mission === undefined) return undefined;
  if (!['planned', 'actual'].includes(typeOf(row))) {
    tally.refused(row, 'type', 'says neither Planned nor Actual');
    return undefined;
  }
  const quantity = moneyGiven(row, world);
  if (quantity === undefined) return undefined;
  const payers = listOf(cells.payers);
  const unknown = payers.find((id) => !organisations.has(id));
  const period = readPeriod(cells.from, cells.to);
  if (payers.length === 0) tally.refused(row, 'payers', 'is missing; it is uncertain who pays');
  else if (unknown !== undefined) tally.refused(row, 'payers', absent(unknown, 'organisation', 'organisations.csv'));
  else if (isFault(period)) tally.refused(row, period.end, period.reason);
  else return { row, mission, payerIds: payers.flatMap((id) => organisations.get(id) ?? []), quantity, period };
  return undefined;
}

/**
 * Plans succeed one another, each going over all periods again, those past included. The first to name an amount for a
 * period is the promise; later ones restate it, and recorded too would promise one payment several times over.
 */
function firstPlans(payments: readonly Certain[], { tally }: World): readonly Certain[] {
  const firsts: Certain[] = [];
  const periods = groupBy(payments, ({ row: { cells } }) => keyOf(cells.project, cells.metric, cells.from, cells.to));
  for (const alike of periods.values()) {
    const [first = ''] = alike
      .map(({ row }) => planOf(row))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    for (const each of alike) {
      if (planOf(each.row) === first) firsts.push(each);
      else tally.refused(each.row, 'plan', `restates what ${first} promises for the same period, which stands`);
    }
  }
  return firsts;
}

function plan({ row, mission, payerIds, quantity, period }: Certain, world: World): Attempt {
  const { cells } = row;
  const pledge: Pledge = {
    missionId: mission.id,
    promisorIds: payerIds,
    kind: 'MONEY',
    quantity,
    description: `Outcome payment planned for ${period.from} to ${period.to}`,
    // The source attributes what several paid to no one of them. A due date would show the promise as broken whether it
    // was kept or not.
    dueOn: payerIds.length === 1 ? period.to : undefined,
    source: sourceOf(
      cells.project.trim(),
      cells.plan.trim(),
      `payment planned for ${cells.from.trim()} to ${cells.to.trim()}`,
    ),
  };
  return make(row, 'planned-payment', keyOfPayment(row), pledge, world, COLUMNS);
}

function pay(
  { row, mission, payerIds, quantity, period }: Certain,
  promised: ReadonlyMap<string, KnownCommitment>,
  commitments: Commitments,
  world: World,
): Attempt | undefined {
  const { cells } = row;
  const [contributorId] = payerIds;
  if (contributorId === undefined || payerIds.length > 1) {
    world.tally.refused(row, 'payers', 'names several payers, and how much each of them gave is uncertain');
    return undefined;
  }
  const gift: Gift = {
    missionId: mission.id,
    contributorId,
    counterpartyIds: counterpartiesOf(row, 'recipient', contributorId, world),
    quantity,
    period,
    description: 'Outcome payment',
    source: sourceOf(
      cells.project.trim(),
      cells.metric.trim(),
      `payment for ${cells.from.trim()} to ${cells.to.trim()}`,
    ),
  };
  const towards = [
    promised.get(keyOf(cells.project, cells.metric, cells.payers, cells.from, cells.to)),
    commitments.get(payerKey(cells.project, cells.payers)),
  ];
  return give(row, 'payment', keyOfPayment(row), gift, towards, COLUMNS, world);
}

function keyOfPayment({ cells }: Payment): string {
  const { project, plan, metric, from, to, type, payers } = cells;
  return keyOf(project, plan, metric, from, to, type, payers);
}

function typeOf({ cells }: Payment): string {
  return cells.type.trim().toLowerCase();
}

function planOf({ cells }: Payment): string {
  return cells.plan.trim().toLowerCase();
}
