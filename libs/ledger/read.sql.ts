import { upcast, type EventTypes, type RecordedEvent } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import type { Expectation, ReadOptions, ReceiptEvent } from './ledger.js';

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
    name: wanted === undefined ? 'read_events' : 'read_events_of_types',
    text: `select position, entry from event
      where position > $1 and position <= $2 ${wanted === undefined ? '' : 'and type = any($4)'}
      order by position limit $3`,
    values: [after.toString(), (to ?? 9_223_372_036_854_775_807n).toString(), limit, ...(wanted === undefined ? [] : [wanted])],
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
    name: 'read_streams',
    text: `select r.n, e.position, e.entry
      from json_to_recordset($1) as r(n integer, stream text, version bigint)
      join event e on e.stream = r.stream collate "C" and e.version > r.version
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
): Promise<{ digest: Buffer; first: bigint; count: number } | undefined> {
  const { rows } = await database.pool.query<{ digest: Buffer; first_position: string; events: number }>(
    'select digest, first_position, events from command where id = $1',
    [id],
  );
  const row = rows[0];
  return row && { digest: row.digest, first: BigInt(row.first_position), count: row.events };
}

export async function receiptEvents(
  database: Database,
  first: bigint,
  count: number,
): Promise<readonly ReceiptEvent[]> {
  const { rows } = await database.pool.query<{
    id: string;
    type: string;
    stream: string;
    version: string;
    position: string;
    leaf: Buffer;
  }>(
    `select id, type, stream, version, position, leaf from event
     where position >= $1 and position < $2 order by position`,
    [first.toString(), (first + BigInt(count)).toString()],
  );
  return rows.map(({ leaf, version, position, ...event }) => ({
    ...event,
    version: BigInt(version),
    position: BigInt(position),
    hash: leaf.toString('hex'),
  }));
}

interface Envelope extends Omit<RecordedEvent, 'position' | 'version'> {
  readonly version: string;
}

/** From the canonical text, the only source; data recorded under an older schema is brought up to the current one. */
function fromRow(types: EventTypes, { position, entry }: EntryRow): RecordedEvent {
  const envelope = JSON.parse(entry) as Envelope;
  const type = types[envelope.type];
  if (type === undefined) {
    throw new Error(`The log holds ${envelope.type} at ${position}, which this version does not know. Upgrade first.`);
  }
  const data = envelope.schema === type.schema ? envelope.data : upcast(envelope.type, type, envelope.schema, envelope.data);
  return { ...envelope, data, version: BigInt(envelope.version), position: BigInt(position) };
}
