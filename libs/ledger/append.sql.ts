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
  const expectations = distinctExpectations(batch);
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

interface JointExpectation {
  /** The requests that have it. */
  readonly n: number[];
  readonly stream: string;
  readonly version: string;
}

/** Requests of one batch often rest on the same streams, a mission's above all: those are sent, and looked up, once. */
function distinctExpectations(batch: readonly AppendRequest[]): readonly JointExpectation[] {
  const joint = new Map<string, JointExpectation>();
  for (const [n, { expected }] of batch.entries()) {
    for (const { stream, version } of expected) {
      const key = `${version} ${stream}`;
      const known = joint.get(key);
      if (known === undefined) joint.set(key, { n: [n], stream, version: version.toString() });
      else known.n.push(n);
    }
  }
  return [...joint.values()];
}
