import { sql } from 'kysely';
import type { Database } from '../database.js';
import { allKept, type Hers, type KeptTable } from './keeping.js';
import type { PeopleTables } from './tables.js';

type Row = Readonly<Record<string, unknown>>;

/** All rows that are kept of a person, table by table: those that mention an address or an account of hers, and those that name her. */
export async function everythingOf(
  database: Database,
  personId: string,
): Promise<Readonly<Partial<Record<KeptTable, readonly Row[]>>>> {
  const tables = database.as<PeopleTables>();
  const hers = (column: Hers) => {
    switch (column) {
      case 'address':
        return sql`address in (select address from person_address where person_id = ${personId})`;
      case 'account_hash':
        return sql`account_hash in (select account_hash from person_account where person_id = ${personId})`;
      case 'id':
      case 'person_id':
      case 'invited_by':
      case 'made_by':
      case 'asked_by':
        return sql`${sql.ref(column)} = ${personId}`;
    }
  };
  const found: Partial<Record<KeptTable, readonly Row[]>> = {};
  for (const [table, { exported }] of allKept()) {
    if ('not' in exported) continue;
    const isHers = sql.join(exported.map(hers), sql` or `);
    const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${isHers}`.execute(tables);
    found[table] = rows.map((row) => readable(row, personId));
  }
  return found;
}

/** That lead to others: whom a mail tells of, and the seats of operators. */
const OTHERS = new Set(['about', 'opened_by', 'approved_by']);

/** Without what proves something, which is in hashes and in the text of mails, and without who else it names by an id. */
function readable({ content, invited_by: invitedBy, ...row }: Row, personId: string): Row {
  const isRead = ([column, value]: readonly [string, unknown]) =>
    value !== null && !Buffer.isBuffer(value) && !OTHERS.has(column);
  return {
    ...Object.fromEntries(Object.entries(row).filter(isRead)),
    ...(invitedBy === personId && { invited_by: invitedBy }),
    ...(content !== undefined && { subject: (content as { readonly subject: string }).subject }),
  };
}
