import { upcast, type EventTypes, type RecordedEvent } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import type { Expectation, ReadOptions, ReceiptEvent } from './ledger.js';

// No statement here is prepared under a name: the server would keep a plan made for a small log while the log grows.

interface EntryRow {
  readonly position: string;
  readonly entry: string;
}

export async function head(database: Database): Promise<bigint> {
  const { rows } = await database.pool.query<{ position: string }>('select position from log_head');
  return BigInt(rows[0]?.position ?? 0);
}

export async function events(
  database: Database,
  types: EventTypes,
  { after, to, types: wanted, limit }: ReadOptions,
): Promise<readonly RecordedEvent[]> {
  const { rows } = await database.pool.query<EntryRow>({
    text: `select position, entry from event
      where position > $1 and position <= $2 ${wanted === undefined ? '' : 'and type = any($4)'}
      order by position limit $3`,
    values: [
      after.toString(),
      (to ?? 9_223_372_036_854_775_807n).toString(),
      limit,
      ...(wanted === undefined ? [] : [wanted]),
    ],
  });
  return rows.map((row) => fromRow(types, row));
}

/** For each request the events of its stream after its version; one statement for all. */
export async function streamsAfter(
  database: Database,
  types: EventTypes,
  requests: readonly Expectation[],
): Promise<readonly (readonly RecordedEvent[])[]> {
  const { rows } = await database.pool.query<EntryRow & { n: number }>({
    text: `select r.n, e.position, e.entry
      from json_to_recordset($1) as r(n integer, stream text, version bigint)
      cross join lateral (
        select position, version, entry from event
        where stream = r.stream collate "C" and version > r.version order by version offset 0
      ) e
      order by r.n, e.version`,
    values: [JSON.stringify(requests.map(({ stream, version }, n) => ({ n, stream, version: version.toString() })))],
  });
  const found: RecordedEvent[][] = requests.map(() => []);
  for (const row of rows) found[row.n]?.push(fromRow(types, row));
  return found;
}

export async function commandById(
  database: Database,
  id: string,
): Promise<{ digest: Buffer; first: string; count: number } | undefined> {
  const { rows } = await database.pool.query<{ digest: Buffer; first_position: string; events: number }>(
    'select digest, first_position, events from command where id = $1',
    [id],
  );
  const row = rows[0];
  return row && { digest: row.digest, first: row.first_position, count: row.events };
}

/** For each span of positions what a receipt says of its events; one statement for all. */
export async function receiptsAt(
  database: Database,
  spans: readonly { readonly first: string; readonly count: number }[],
): Promise<readonly (readonly ReceiptEvent[])[]> {
  if (spans.length === 0) return [];
  const { rows } = await database.pool.query<{
    n: number;
    id: string;
    type: string;
    stream: string;
    version: string;
    position: string;
    leaf: Buffer;
  }>({
    text: `select s.n, e.id, e.type, e.stream, e.version, e.position, e.leaf
      from json_to_recordset($1) as s(n integer, first bigint, count integer)
      cross join lateral (select * from event where position >= s.first order by position limit s.count) e
      order by s.n, e.position`,
    values: [JSON.stringify(spans.map(({ first, count }, n) => ({ n, first, count })))],
  });
  const found: ReceiptEvent[][] = spans.map(() => []);
  for (const { n, leaf, version, position, ...event } of rows) {
    found[n]?.push({ ...event, version: BigInt(version), position: BigInt(position), hash: leaf.toString('hex') });
  }
  return found;
}

interface Envelope extends Omit<RecordedEvent, 'position' | 'version'> {
  readonly version: string;
}

/** From the canonical text, the only source; data recorded under an older schema is brought up to the current one. */
function fromRow(types: EventTypes, { position, entry }: EntryRow): RecordedEvent {
  const envelope = JSON.parse(entry) as Envelope;
  const type = Object.hasOwn(types, envelope.type) ? types[envelope.type] : undefined;
  if (type === undefined) {
    throw new Error(`The log holds ${envelope.type} at ${position}, which this version does not know. Upgrade first.`);
  }
  const data =
    envelope.schema === type.schema ? envelope.data : upcast(envelope.type, type, envelope.schema, envelope.data);
  // Onto the object just parsed, which nobody else has: a rebuild would spend a tenth of its time on copies.
  return Object.assign(envelope, { data, version: BigInt(envelope.version), position: BigInt(position) });
}
