import { createHash } from 'node:crypto';
import type { View } from '@maillage/kernel';
import { canonical } from '@maillage/ledger';
import type { ClientBase } from 'pg';
import { quote, selectList, sqlType } from './columns.js';

const ROWS_PER_FETCH = 5_000;

/**
 * SHA-256 over a view's rows: for each table in name order its name, then each row as canonical JSON in key order
 * (text by code point), one a line. The same events give the same digest, on whichever server they were folded.
 */
export async function digestView(client: ClientBase, view: View): Promise<string> {
  const hash = createHash('sha256');
  await client.query('begin isolation level repeatable read read only');
  try {
    for (const [name, table] of Object.entries(view.tables).sort(([a], [b]) => (a < b ? -1 : 1))) {
      hash.update(`${name}\n`);
      const order = table.primaryKey.map((c) => {
        const isText = sqlType(table.columns[c] ?? 'text') === 'text';
        return `t.${quote(c)}${isText ? ' collate "C"' : ''}`;
      });
      await client.query(
        `declare digest no scroll cursor for select ${selectList(table, 't')} from ${quote(name)} t order by ${order.join(', ')}`,
      );
      for (;;) {
        const { rows } = await client.query<Record<string, unknown>>(`fetch ${ROWS_PER_FETCH} from digest`);
        for (const row of rows) hash.update(`${canonical(row)}\n`, 'utf8');
        if (rows.length < ROWS_PER_FETCH) break;
      }
      await client.query('close digest');
    }
  } finally {
    await client.query('rollback');
  }
  return hash.digest('hex');
}
