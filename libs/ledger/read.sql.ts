import { upcast, type EventTypes, type Instant, type RecordedEvent } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import type { Expectation, ReadOptions, Receipt, ReceiptEvent } from './contract.js';

// No statement here is prepared under a name: the server would keep a plan made for a small log while the log grows.

interface EntryRow {
  readonly position: string;
  readonly entry: string;
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

/** All events of a few types behind a position; for types that are rare, however long the log is. */
export async function eventsOfTypes(
  database: Database,
  types: EventTypes,
  wanted: readonly string[],
  after: bigint,
): Promise<readonly RecordedEvent[]> {
  const { rows } = await database.pool.query<EntryRow>({
    // Compared as one pair, so that only the index on both can answer it.
    text: `select found.position, found.entry
      from unnest($1::text[]) as wanted(type)
      cross join lateral (
        select position, entry from event
        where (type, position) > (wanted.type collate "C", $2::bigint)
          and (type, position) <= (wanted.type collate "C", 9223372036854775807)
        order by type, position offset 0
      ) found
      order by found.position`,
    values: [wanted, after.toString()],
  });
  return rows.map((row) => fromRow(types, row));
}

/** Where a private value stands. */
export interface KeptValue {
  readonly eventId: string;
  /** Within the event's data: RFC 6901 JSON Pointer. */
  readonly path: string;
}

/** The private values that are still there of the events behind a position, up to another; in the order of the log. */
export async function valuesKept(database: Database, after: bigint, to: bigint): Promise<readonly KeptValue[]> {
  const { rows } = await database.pool.query<KeptValue>({
    text: `select v.event_id as "eventId", v.path from event e
      cross join lateral (select event_id, path from private_value where event_id = e.id offset 0) v
      where e.position > $1 and e.position <= $2 order by e.position, v.path`,
    values: [after.toString(), to.toString()],
  });
  return rows;
}

/** When the events at these positions were recorded; those not there yet are left out. */
export async function recordedAt(
  database: Database,
  positions: readonly bigint[],
): Promise<ReadonlyMap<bigint, Instant>> {
  if (positions.length === 0) return new Map();
  const { rows } = await database.pool.query<{ position: string; at: Instant }>({
    text: `select position, entry::json ->> 'recordedAt' as at from event where position = any($1::bigint[])`,
    values: [[...new Set(positions)].map(String)],
  });
  return new Map(rows.map(({ position, at }) => [BigInt(position), at]));
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

interface ReceiptRow {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly version: string;
  readonly position: string;
  readonly leaf: Buffer;
  readonly recorded_at: Instant;
}
const RECEIPT_COLUMNS = `e.id, e.type, e.stream, e.version, e.position, e.leaf, e.entry::json ->> 'recordedAt' as recorded_at`;

/** For each span of positions what a receipt says of its events; one statement for all. */
export async function receiptsAt(
  database: Database,
  spans: readonly { readonly first: string; readonly count: number }[],
): Promise<readonly Omit<Receipt, 'commandId'>[]> {
  if (spans.length === 0) return [];
  const { rows } = await database.pool.query<ReceiptRow & { readonly n: number }>({
    text: `select s.n, ${RECEIPT_COLUMNS}
      from json_to_recordset($1) as s(n integer, first bigint, count integer)
      cross join lateral (select * from event where position >= s.first order by position limit s.count) e
      order by s.n, e.position`,
    values: [JSON.stringify(spans.map(({ first, count }, n) => ({ n, first, count })))],
  });
  const found: ReceiptRow[][] = spans.map(() => []);
  for (const { n, ...row } of rows) found[n]?.push(row);
  return found.map(toReceipt);
}

/** The receipts of commands, whoever sent them, in the order of their ids; one statement for all. */
export async function receiptsOf(
  database: Database,
  commandIds: readonly string[],
): Promise<readonly (Receipt | undefined)[]> {
  const { rows } = await database.pool.query<ReceiptRow & { readonly command: string }>({
    text: `select c.id as command, ${RECEIPT_COLUMNS}
      from command c
      cross join lateral (select * from event where position >= c.first_position order by position limit c.events) e
      where c.id = any($1::uuid[])
      order by e.position`,
    values: [commandIds],
  });
  const found = new Map<string, ReceiptRow[]>();
  for (const { command, ...row } of rows) {
    const known = found.get(command);
    if (known === undefined) found.set(command, [row]);
    else known.push(row);
  }
  return commandIds.map((commandId) => {
    const events = found.get(commandId);
    return events && { commandId, ...toReceipt(events) };
  });
}

function toReceipt(rows: readonly ReceiptRow[]): Omit<Receipt, 'commandId'> {
  const [first] = rows;
  return {
    ...(first && { recordedAt: first.recorded_at }),
    events: rows.map(({ recorded_at: _, leaf, version, position, ...event }): ReceiptEvent => ({
      ...event,
      version: BigInt(version),
      position: BigInt(position),
      hash: leaf.toString('hex'),
    })),
  };
}

interface Envelope extends Omit<RecordedEvent, 'position' | 'version'> {
  readonly version: string;
}

function fromRow(types: EventTypes, { position, entry }: EntryRow): RecordedEvent {
  return eventOfEntry(types, BigInt(position), entry);
}

/**
 * From the canonical text, the only source; data recorded under an older schema is brought up to the current one.
 * @throws {Error} where this version knows no such type of event, or only older schemas of it.
 */
export function eventOfEntry(types: EventTypes, position: bigint, entry: string): RecordedEvent {
  const envelope = JSON.parse(entry) as Envelope;
  const type = Object.hasOwn(types, envelope.type) ? types[envelope.type] : undefined;
  if (type === undefined) {
    throw new Error(`The log holds ${envelope.type} at ${position}, which this version does not know. Upgrade first.`);
  }
  const data =
    envelope.schema === type.schema
      ? envelope.data
      : upcast(envelope.type, type, envelope.schema, envelope.data, envelope);
  // Onto the object just parsed, which nobody else has: a rebuild would spend a tenth of its time on copies.
  return Object.assign(envelope, { data, version: BigInt(envelope.version), position });
}
