import type { Database } from '@maillage/platform';
import type { AppendRequest } from './ledger.js';

export interface AppendRow {
  readonly n: number;
  readonly outcome: 'appended' | 'duplicate' | 'reused' | 'conflict';
  readonly first_position: string | null;
  readonly event_count: number | null;
  readonly stream: string | null;
  readonly actual: string | null;
}

/** One call of `append_events`: see infra/migrations/0001_log.sql for its contract. */
export async function appendEvents(database: Database, batch: readonly AppendRequest[]): Promise<readonly AppendRow[]> {
  const requests = batch.map(({ commandId, digest }, n) => ({ n, command: commandId, digest: digest.toString('hex') }));
  const expectations = batch.flatMap(({ expected }, n) =>
    expected.map(({ stream, version }) => ({ n, stream, version: version.toString() })),
  );
  const events = batch.flatMap(({ entries }, n) =>
    entries.map(({ stream, version, id, type, organisation, text }) => ({
      n,
      stream,
      version: version.toString(),
      id,
      type,
      organisation,
      entry: text,
    })),
  );
  const { rows } = await database.appends.query<AppendRow>({
    name: 'append_events',
    text: 'select * from append_events($1, $2, $3)',
    values: [JSON.stringify(requests), JSON.stringify(expectations), JSON.stringify(events)],
  });
  return rows;
}
