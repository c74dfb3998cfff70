import pg from 'pg';
import type { Database } from '@maillage/platform';
import type { AppendRequest } from './contract.js';
import { digestToKeep } from './retry.js';

export interface AppendRow {
  readonly n: number;
  readonly outcome: 'appended' | 'duplicate' | 'reused' | 'conflict';
  readonly first_position: string | null;
  readonly event_count: number | null;
  readonly stream: string | null;
  readonly actual: string | null;
}

/** One call of `append_events`: see infra/migrations/0004_transparency.sql for its contract. */
export async function appendEvents(database: Database, batch: readonly AppendRequest[]): Promise<readonly AppendRow[]> {
  const requests = batch.map(({ commandId, digest, entries }, n) => ({
    n,
    command: commandId,
    digest: digestToKeep(digest, entries).toString('hex'),
  }));
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
  const privates = batch.flatMap(({ entries }, n) =>
    entries.flatMap((entry) =>
      entry.privates.map(({ path, saltedHash, salt, value, isPublic }) => ({
        n,
        event_id: entry.id,
        path,
        value,
        commitment: saltedHash.toString('hex'),
        salt: salt.toString('hex'),
        is_public: isPublic,
      })),
    ),
  );
  const erasures = batch.flatMap(({ entries }, n) =>
    entries.flatMap((entry) => entry.erasures.map(({ eventId, path }) => ({ n, event_id: eventId, path }))),
  );
  const values = [requests, expectations, events, privates, erasures].map((each) => JSON.stringify(each));
  try {
    const { rows } = await database.appends.query<AppendRow>({
      name: 'append_events',
      text: 'select * from append_events($1, $2, $3, $4, $5)',
      values,
    });
    return rows;
  } catch (error) {
    throw privates.length === 0 ? error : discreet(error);
  }
}

/** PostgreSQL quotes in an error's detail and context what it was sent: rows, and JSON. Errors are logged; secrets are not. */
function discreet(error: unknown): unknown {
  // Those of our own making, ML…, quote nothing.
  if (error instanceof pg.DatabaseError && error.code?.startsWith('ML') !== true) {
    Object.assign(error, { detail: undefined, where: undefined, hint: undefined, internalQuery: undefined });
  }
  return error;
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
