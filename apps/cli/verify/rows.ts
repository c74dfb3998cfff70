import { hash } from 'node:crypto';
import type { Fault, FaultKind } from '@maillage/verifier';
import type { ClientBase } from 'pg';
import { goneAt, isUuid, parsedEntry, placesIn, type ParsedEntry, type Place } from './places.js';

/** What a row of the table `event` has beside its entry. */
export interface EventRow {
  readonly position: string;
  readonly stream: string;
  readonly version: string;
  readonly id: string;
  readonly type: string;
  readonly organisation: string;
  readonly entry: string;
  readonly leaf: Buffer;
}

interface CommandRow {
  readonly id: string;
  readonly first_position: string;
  readonly events: number;
}

interface PrivateRow {
  readonly event_id: string;
  readonly path: string;
  readonly commitment: Buffer;
  /** Where we may see it. */
  readonly salt?: Buffer;
  readonly value?: string;
}

const PRIVATE = Buffer.from('maillage/private/v1\n', 'utf8');

/** Compares what a database keeps beside the entries with what the entries say. Rows come in order of position. */
export class RowChecks {
  private lowest: Fault | undefined;
  private rows = 0n;
  private kept = 0n;
  /** Commitments without a value, by place: an erasure must follow. */
  private readonly gone = new Map<string, Place>();

  constructor(
    private readonly client: ClientBase,
    /** Whether private values themselves may be read, not only that they are there. */
    private readonly opens: boolean,
  ) {}

  get fault(): Fault | undefined {
    return this.lowest;
  }

  async check(rows: readonly EventRow[]): Promise<void> {
    const entries = rows.map((row) => [row, parsedEntry(row.entry)] as const);
    for (const [row, entry] of entries) this.columns(row, entry);
    await this.commands(entries);
    const places = entries.flatMap(([{ position }, entry]) => placesIn(BigInt(position), entry));
    if (places.length > 0) await this.privates(places);
    this.rows += BigInt(rows.length);
  }

  /** What only all rows together tell. @param head the last position there is to be. */
  async finish(head: bigint): Promise<void> {
    const beyond = await this.one<{ position: string | null }>(
      'select min(position) as position from event where position > $1',
      [head.toString()],
    );
    if (typeof beyond.position === 'string') {
      this.tell('HEAD', BigInt(beyond.position), `There is a row behind the head of the log, which is ${head}.`);
    }
    const sum = await this.one<{ events: string }>('select coalesce(sum(events), 0)::text as events from command');
    if (sum.events !== this.rows.toString()) {
      const message = `The table command speaks of ${sum.events} events; the log has ${this.rows}.`;
      this.tell('COMMAND', undefined, message);
    }
    for (const place of this.gone.values()) this.tell('PRIVATE', place.position, goneAt(place).message);
    const { values } = await this.one<{ values: string }>('select count(*)::text as values from private_value');
    if (values !== this.kept.toString()) {
      const message = `There are ${values} private values; the log's commitments account for ${this.kept}.`;
      this.tell('PRIVATE', undefined, message);
    }
  }

  private columns(row: EventRow, entry: ParsedEntry | undefined): void {
    const position = BigInt(row.position);
    if (hash('sha256', `\0${row.entry}`, 'binary') !== row.leaf.toString('latin1')) {
      this.tell('COLUMN', position, 'The column leaf is not the hash of the entry.');
    }
    // What is not JSON the verifier names.
    if (entry === undefined) return;
    const said = { ...entry, organisation: entry.actor?.organisation };
    for (const column of ['stream', 'version', 'id', 'type', 'organisation'] as const) {
      if (row[column] === said[column]) continue;
      this.tell('COLUMN', position, `The column ${column} is ${row[column]}; the entry says ${shown(said[column])}.`);
    }
  }

  private async commands(entries: readonly (readonly [EventRow, ParsedEntry | undefined])[]): Promise<void> {
    const ids = new Set(entries.map(([, entry]) => entry?.commandId).filter(isUuid));
    const { rows } = await this.client.query<CommandRow>(
      'select id, first_position, events from command where id = any($1::uuid[])',
      [[...ids]],
    );
    const commands = new Map(rows.map((row) => [row.id, row]));
    for (const [{ position }, entry] of entries) {
      if (!isUuid(entry?.commandId)) continue;
      const command = commands.get(entry.commandId);
      const offset = BigInt(position) - BigInt(command?.first_position ?? 0);
      if (command !== undefined && offset >= 0n && offset < BigInt(command.events)) continue;
      const says =
        command === undefined ? 'has no row for it' : `has its ${command.events} from ${command.first_position}`;
      this.tell('COMMAND', BigInt(position), `The event is of command ${entry.commandId}; the table command ${says}.`);
    }
  }

  private async privates(places: readonly Place[]): Promise<void> {
    const { rows } = await this.client.query<PrivateRow>(
      `select v.event_id, v.path, v.commitment ${this.opens ? ', v.salt, v.value' : ''}
       from json_to_recordset($1) as p(event_id uuid, path text)
       join private_value v on v.event_id = p.event_id and v.path = p.path collate "C"`,
      [JSON.stringify(places.map(({ eventId, path }) => ({ event_id: eventId, path })))],
    );
    const found = new Map(rows.map((row) => [`${row.event_id}${row.path}`, row]));
    for (const place of places) {
      const { position, path, sha256 } = place;
      const key = `${place.eventId}${path}`;
      const row = found.get(key);
      if (sha256 === undefined) {
        this.gone.delete(key);
        if (row !== undefined)
          this.tell('PRIVATE', position, `The value at data${path} is still there, though erased.`);
      } else if (row === undefined) {
        this.gone.set(key, place);
      } else {
        this.kept += 1n;
        if (opens(row, sha256)) continue;
        this.tell('PRIVATE', position, `The private value at data${path} is not the one the entry commits to.`);
      }
    }
  }

  private tell(kind: FaultKind, position: bigint | undefined, message: string): void {
    const before = this.lowest;
    if (before !== undefined && (before.position ?? Infinity) <= (position ?? Infinity)) return;
    this.lowest = { kind, message, ...(position === undefined ? {} : { position }) };
  }

  private async one<Row extends object>(text: string, values: readonly string[] = []): Promise<Row> {
    const { rows } = await this.client.query<Row>(text, [...values]);
    return rows[0] as Row;
  }
}

/** Whether a row holds what was committed to; by the commitment alone, where the value may not be read. */
function opens({ commitment, salt, value }: PrivateRow, sha256: string): boolean {
  if (commitment.toString('hex') !== sha256) return false;
  if (salt === undefined || value === undefined) return true;
  return hashOf(salt, value) === sha256;
}

/** What the log holds in a value's place, in hex. @param value canonical JSON. */
export function hashOf(salt: Buffer, value: string): string {
  return hash('sha256', Buffer.concat([PRIVATE, salt, Buffer.from(value, 'utf8')]), 'hex');
}

const shown = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));
