import type { Period, Quantity } from '@maillage/kernel';
import type { Commitments, KnownCommitment } from './commitments.js';
import { investmentKey, moneyOf, payerKey } from './commitments.js';
import type { ColumnOf, transactions } from './files.js';
import { idFrom, keyOf } from './ids.js';
import type { Attempt, Way } from './recorder.js';
import type { Row } from './table.js';
import { isFault, oneLine, readCurrency, readNumber, readPeriod, Unreadable } from './values.js';
import { missionOf, organisationOf, sourceOf, type World } from './world.js';

type Transaction = Row<ColumnOf<typeof transactions>>;

/** What a row says was given, before the ids that its slot gives it. */
export interface Gift {
  readonly missionId: string;
  readonly contributorId: string;
  readonly counterpartyIds: readonly string[];
  readonly quantity: Quantity;
  readonly period: Period;
  readonly description: string;
  readonly source: { readonly dataset: string; readonly record: string };
}

/** Money going back to who lent it is given to a lender, not to the mission. */
export function isRepayment({ cells }: Row<'type'>): boolean {
  return /repayment|interest|dividend/i.test(cells.type);
}

/**
 * Recorded towards the first commitment of `towards`, or else as one of its own. The others are ways as well, because the
 * commitment's row may have been added to its file after the gift was recorded.
 */
export function give(
  row: Row,
  kind: string,
  key: string,
  gift: Gift,
  towards: readonly (KnownCommitment | undefined)[],
  columns: Readonly<Record<string, string>>,
  { recorder }: World,
): Attempt {
  const { missionId, counterpartyIds, ...given } = gift;
  const fitting = towards
    .filter((each) => each !== undefined)
    .filter(({ currency }) => currency === undefined || currency === gift.quantity.unit);
  return {
    row,
    key,
    columns,
    ways: (slot) => {
      const commandId = idFrom(kind, key, slot, 'give');
      const data = { ...given, contributionId: idFrom(kind, key, slot, 'contribution'), evidence: [] };
      const opening = { ...data, missionId, kind: 'MONEY', counterpartyIds };
      const ways: readonly Way[] = [
        ...fitting.map(({ id }) => ({ command: recorder.command('RecordContribution', id, commandId, data) })),
        { command: recorder.command('RecordContribution', idFrom(kind, key, slot), commandId, opening) },
      ];
      return ways.map((way, index) => (index === 0 ? way : { ...way, after: 'COMMAND_ID_REUSED' }));
    },
  };
}

/** The amount and currency a row is about; without both the row is refused, and `undefined` comes back. */
export function moneyGiven(row: Row<'amount' | 'currency'>, { tally }: World): Quantity | undefined {
  const money = moneyOf(row);
  if (money !== undefined) return money;
  const amount = readNumber(row.cells.amount);
  const unit = readCurrency(row.cells.currency);
  if (row.cells.amount.trim() === '') tally.refused(row, 'amount', 'is missing');
  else if (amount instanceof Unreadable) tally.refused(row, 'amount', amount.reason);
  else if (amount === '0') tally.refused(row, 'amount', 'is 0: nothing was promised or given');
  else tally.refused(row, 'currency', unit instanceof Unreadable ? unit.reason : 'is missing');
  return undefined;
}

export async function recordTransactions(
  rows: readonly Transaction[],
  commitments: Commitments,
  world: World,
): Promise<void> {
  const attempts = rows.flatMap((row) => transact(row, commitments, world) ?? []);
  await world.recorder.record('transactions', attempts);
}

function transact(row: Transaction, commitments: Commitments, world: World): Attempt | undefined {
  const { tally } = world;
  const { cells } = row;
  const mission = missionOf(row, world);
  if (mission === undefined) return undefined;
  if (isRepayment(row)) {
    tally.refused(row, 'type', 'goes back to an investor, so it is no contribution to the mission');
    return undefined;
  }
  const contributorId = organisationOf(row, 'sender', world);
  const quantity = contributorId && moneyGiven(row, world);
  if (contributorId === undefined || quantity === undefined || quantity === '') return undefined;
  const period = readPeriod(cells.date, cells.date);
  if (isFault(period)) {
    tally.refused(row, 'date', period.reason);
    return undefined;
  }
  const sender = cells.sender.trim();
  const type = oneLine(cells.type) || 'Transaction';
  const gift: Gift = {
    missionId: mission.id,
    contributorId,
    counterpartyIds: counterpartiesOf(row, 'receiver', contributorId, world),
    quantity,
    period,
    description: type,
    source: sourceOf(cells.project.trim(), cells.investment.trim(), `${type} of ${cells.date.trim()}`),
  };
  const promised = /debt|equity|loan|grant/i.test(type)
    ? commitments.get(investmentKey(cells.project, cells.investment))
    : commitments.get(payerKey(cells.project, sender));
  const key = keyOf(cells.project, cells.investment, cells.metric, cells.date, sender, cells.receiver, type);
  return give(row, 'transaction', key, gift, [promised?.promisor === sender ? promised : undefined], COLUMNS, world);
}

const COLUMNS = { missionId: 'project', contributorId: 'sender', quantity: 'amount', period: 'date', date: 'date' };

/** Who received it, where the source names another organisation that is recorded. */
export function counterpartiesOf<Column extends string>(
  row: Row<Column>,
  column: NoInfer<Column>,
  contributorId: string,
  { organisations, tally }: World,
): readonly string[] {
  const id = row.cells[column].trim();
  if (id === '') return [];
  const receiver = organisations.get(id);
  if (receiver === undefined)
    tally.note(row, column, `${id} names no organisation of organisations.csv that is recorded`);
  return receiver === undefined || receiver === contributorId ? [] : [receiver];
}
