import { createHash } from 'node:crypto';
import type { View } from '@maillage/kernel';
import { canonical } from '@maillage/ledger';
import type { ClientBase } from 'pg';
import * as checkpoint from './checkpoint.sql.js';
import { quote, selectList, sqlType } from './columns.js';

const ROWS_PER_FETCH = 5_000;

/** What a view's rows were at a position of the log. */
export interface ViewDigest {
  readonly view: string;
  readonly version: number;
  /** Every event up to and including it is folded in. */
  readonly position: bigint;
  /** SHA-256 of the view's text, in lower-case hex. */
  readonly digest: string;
}

/**
 * A view's rows as text: for each table in name order its name, then each row as canonical JSON in key order (text by code
 * point), one a line. The same events give the same text, on whichever server they were folded. Piece by piece, so that a
 * view of any size fits in memory; inside a transaction of the caller's.
 */
export async function* viewText(client: ClientBase, view: View): AsyncGenerator<string, void, undefined> {
  for (const [name, table] of Object.entries(view.tables).sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield `${name}\n`;
    const order = table.primaryKey.map((c) => {
      const isText = sqlType(table.columns[c] ?? 'text') === 'text';
      return `t.${quote(c)}${isText ? ' collate "C"' : ''}`;
    });
    await client.query(
      `declare digest no scroll cursor for select ${selectList(table, 't')} from ${quote(name)} t order by ${order.join(', ')}`,
    );
    for (;;) {
      const { rows } = await client.query<Record<string, unknown>>(`fetch ${ROWS_PER_FETCH} from digest`);
      if (rows.length > 0) yield rows.map((row) => `${canonical(row)}\n`).join('');
      if (rows.length < ROWS_PER_FETCH) break;
    }
    await client.query('close digest');
  }
}

/** SHA-256 of a view's text as it is now, in lower-case hex. */
export async function digestView(client: ClientBase, view: View): Promise<string> {
  return inSnapshot(client, [view], () => digestOf(client, view));
}

/**
 * The digests of views as they are at one moment, each at the position where it stands then. A view whose tables are
 * missing or of another version is left out.
 *
 * @param keep is given each view's text to go through once, and gives every piece on: to write it to a file, say.
 */
export async function digestViews(
  client: ClientBase,
  views: readonly View[],
  keep: (view: View, text: AsyncIterable<string>) => AsyncIterable<string> = (_, text) => text,
): Promise<readonly ViewDigest[]> {
  const ours = await standingAt(client, views);
  const wanted = views.filter(({ name }) => ours.has(name));
  return inSnapshot(client, wanted, async () => {
    // Again: a rebuild may have come between, and this is what the snapshot holds.
    const positions = await standingAt(client, wanted);
    const digests: ViewDigest[] = [];
    for (const view of wanted) {
      const position = positions.get(view.name);
      if (position === undefined) continue;
      const digest = await digestOf(client, view, (text) => keep(view, text));
      digests.push({ view: view.name, version: view.version, position, digest });
    }
    return digests;
  });
}

async function digestOf(
  client: ClientBase,
  view: View,
  keep: (text: AsyncIterable<string>) => AsyncIterable<string> = (text) => text,
): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of keep(viewText(client, view))) hash.update(piece, 'utf8');
  return hash.digest('hex');
}

/** The positions of the views whose tables are of their version, by name. */
async function standingAt(client: ClientBase, views: readonly View[]): Promise<ReadonlyMap<string, bigint>> {
  const versions = new Map(views.map(({ name, version }) => [name, version]));
  const known = await checkpoint.all(client);
  return new Map(
    known.filter(({ name, version }) => versions.get(name) === version).map(({ name, position }) => [name, position]),
  );
}

async function inSnapshot<T>(client: ClientBase, views: readonly View[], work: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read read only');
  try {
    // Before the snapshot is taken, which is by the first query: tables that a rebuild swapped in after it would seem empty.
    const tables = views.flatMap((view) => Object.keys(view.tables)).map(quote);
    if (tables.length > 0) await client.query(`lock table ${tables.join(', ')} in access share mode`);
    return await work();
  } finally {
    await client.query('rollback');
  }
}
