import type { EventTypes, Instant, RecordedEvent } from '@maillage/kernel';
import { persist, persistReading, type Database } from '@maillage/platform';
import { appendEvents, type AppendRow } from './append.sql.js';
import { Batcher, Failure } from './batcher.js';
import { asLogClosed } from './closed.js';
import type { AppendOutcome, AppendRequest, Expectation, LedgerObserver, ReadOptions, Receipt } from './contract.js';
import { InvalidEvent, leafHash } from './entry.js';
import * as read from './read.sql.js';
import { headOf } from './seal/checkpoint.sql.js';
import { isRetry } from './retry.js';

const MOST_REQUESTS_PER_CALL = 512;
/** As many as `database.appends` has connections: one call's answers are worked on while the other is committed. */
const CALLS_AT_ONCE = 2;
/** A lost connection leaves the outcome open; asking again settles it, since a command id is recorded once at most. */
const RETRY_PAUSES_MS = [50, 200, 500, 1_000, 2_000];
const RETRY_WITHIN_MS = 10_000;

function persistAppending<T>(ask: () => Promise<T>): Promise<T> {
  return persist(ask, RETRY_PAUSES_MS, RETRY_WITHIN_MS);
}

/**
 * The event log of one network. Appends that wait while a call is under way are sent as one (group commit); positions
 * are gapless and in commit order.
 */
export class Ledger {
  private readonly appends: Batcher<AppendRequest, AppendOutcome>;
  private readonly streams: Batcher<Expectation, readonly RecordedEvent[]>;

  constructor(
    private readonly database: Database,
    readonly types: EventTypes,
    private readonly observer?: LedgerObserver,
  ) {
    this.appends = new Batcher(
      (batch: readonly AppendRequest[]) => this.commit(batch),
      MOST_REQUESTS_PER_CALL,
      disjointWrites,
      CALLS_AT_ONCE,
    );
    this.streams = new Batcher(
      (batch) => persistReading(() => read.streamsAfter(database, types, batch)),
      MOST_REQUESTS_PER_CALL,
    );
  }

  /**
   * Atomic over the request's streams. Answers `duplicate` with the original receipt when the command id is known with
   * the same digest, whatever the streams' versions are by now.
   * @throws {InvalidEvent} when the request is malformed; nothing is written then.
   * @throws {LogClosed} while nothing may be appended.
   * @throws when the database stays out of reach; the same request may be sent again safely.
   */
  async append(request: AppendRequest): Promise<AppendOutcome> {
    if (request.entries.length === 0) throw new InvalidEvent('A command that records nothing is not appended.', 'DATA');
    checkVersions(request);
    return this.appends.submit(request);
  }

  /** Appends that wait for their turn. */
  get queueDepth(): number {
    return this.appends.depth;
  }

  /** The original receipt of a command: `reused` when the id was used for other content, `undefined` when it is unknown. */
  async receiptOf(commandId: string, digest: Buffer): Promise<Receipt | 'reused' | undefined> {
    const known = await read.commandById(this.database, commandId);
    if (known === undefined) return undefined;
    if (!(await isRetry(this.database, this.types, commandId, digest))) return 'reused';
    const [original] = await read.receiptsAt(this.database, [known]);
    return { commandId, ...(original ?? { events: [] }) };
  }

  /** The position of the last event; 0 when the log is empty. */
  async head(): Promise<bigint> {
    return headOf(this.database.pool);
  }

  /** When the events at these positions were recorded; those not there yet are left out. */
  async recordedAt(positions: readonly bigint[]): Promise<ReadonlyMap<bigint, Instant>> {
    return read.recordedAt(this.database, positions);
  }

  /** Events in position order. */
  async read(options: ReadOptions): Promise<readonly RecordedEvent[]> {
    return read.events(this.database, this.types, options);
  }

  /** All events of a few rare types behind a position, in order. */
  async readOfTypes(types: readonly string[], after: bigint): Promise<readonly RecordedEvent[]> {
    return read.eventsOfTypes(this.database, this.types, types, after);
  }

  /** The events of one stream after a version, in order. Calls made at the same time share one statement. */
  async readStream(stream: string, after = 0n): Promise<readonly RecordedEvent[]> {
    return this.streams.submit({ stream, version: after });
  }

  private async commit(batch: readonly AppendRequest[]): Promise<readonly (AppendOutcome | Failure)[]> {
    const started = performance.now();
    let rows: readonly AppendRow[];
    try {
      rows = await persistAppending(() => appendEvents(this.database, batch));
    } catch (error) {
      if (!isOneRequestsFault(error)) throw asLogClosed(error) ?? error;
      if (batch.length === 1) return [new Failure(error)];
      // One request the database cannot take must not fail its neighbours: halves, until it stands alone.
      const middle = batch.length >> 1;
      return [...(await this.commit(batch.slice(0, middle))), ...(await this.commit(batch.slice(middle)))];
    }
    const outcomes = await this.outcomes(batch, await persistAppending(() => this.recognised(batch, rows)));
    const events = rows.reduce((sum, row) => sum + (row.outcome === 'appended' ? (row.event_count ?? 0) : 0), 0);
    this.observer?.committed(batch.length, events, (performance.now() - started) / 1000);
    return outcomes;
  }

  /** What looked like another command under a used id may be a retry that draws other salts. */
  private async recognised(batch: readonly AppendRequest[], rows: readonly AppendRow[]): Promise<readonly AppendRow[]> {
    return Promise.all(
      rows.map(async (row) => {
        const request = row.outcome === 'reused' ? batch[row.n] : undefined;
        if (request === undefined) return row;
        const retry = await isRetry(this.database, this.types, request.commandId, request.digest);
        return retry ? { ...row, outcome: 'duplicate' } : row;
      }),
    );
  }

  private async outcomes(
    batch: readonly AppendRequest[],
    rows: readonly AppendRow[],
  ): Promise<readonly (AppendOutcome | Failure)[]> {
    const byRequest = batch.map((): AppendRow[] => []);
    for (const row of rows) byRequest[row.n]?.push(row);
    const duplicates = rows.filter(({ outcome }) => outcome === 'duplicate');
    const originals = await persistAppending(() =>
      read.receiptsAt(
        this.database,
        duplicates.map(({ first_position, event_count }) => ({
          first: first_position ?? '0',
          count: event_count ?? 0,
        })),
      ),
    );
    const original = new Map(duplicates.map(({ n }, index) => [n, originals[index] ?? { events: [] }]));
    return batch.map((request, n): AppendOutcome | Failure => {
      const answers = byRequest[n];
      const first = answers?.[0];
      if (answers === undefined || first === undefined) {
        return new Failure(new Error(`The log gave no answer to command ${request.commandId}.`));
      }
      switch (first.outcome) {
        case 'appended':
          return { outcome: 'appended', receipt: freshReceipt(request, BigInt(first.first_position ?? 0)) };
        case 'duplicate':
          return {
            outcome: 'duplicate',
            receipt: { commandId: request.commandId, ...(original.get(n) ?? { events: [] }) },
          };
        case 'reused':
          return { outcome: 'reused' };
        case 'conflict':
          return {
            outcome: 'conflict',
            actual: answers.map(({ stream, actual }) => ({ stream: stream ?? '', version: BigInt(actual ?? 0) })),
          };
      }
    });
  }
}

function freshReceipt(request: AppendRequest, first: bigint): Receipt {
  const [entry] = request.entries;
  return {
    commandId: request.commandId,
    ...(entry && { recordedAt: entry.recordedAt }),
    events: request.entries.map(({ id, type, stream, version, text }, index) => ({
      id,
      type,
      stream,
      version,
      position: first + BigInt(index),
      hash: leafHash(text).toString('hex'),
    })),
  };
}

/** Versions must follow on from what is expected of their stream, or the stream would have a gap. */
function checkVersions(request: AppendRequest): void {
  const next = new Map(request.expected.map(({ stream, version }) => [stream, version]));
  for (const { stream, version } of request.entries) {
    const before = next.get(stream);
    if (before === undefined)
      throw new InvalidEvent(`No version of ${stream} is expected, so it cannot be written.`, 'DATA');
    if (version !== before + 1n) {
      throw new InvalidEvent(`${stream} stands at ${before}; its next event cannot be version ${version}.`, 'DATA');
    }
    next.set(stream, version);
  }
}

/** What a request holds is at fault (data, integrity, limits), not the state of the server, which would fail them all. */
function isOneRequestsFault(error: unknown): boolean {
  return /^(22|23|54)/.test((error as { code?: string }).code ?? '');
}

/**
 * Within one call a stream that is written is named once, and a command id occurs once: the SQL function judges all
 * requests against the log as it stood before the call.
 */
function disjointWrites(): (request: AppendRequest) => boolean {
  const commands = new Set<string>();
  const named = new Set<string>();
  const written = new Set<string>();
  return ({ commandId, expected, entries }) => {
    const writes = new Set(entries.map(({ stream }) => stream));
    const clash =
      commands.has(commandId) ||
      expected.some(({ stream }) => written.has(stream) || (writes.has(stream) && named.has(stream)));
    // What waits keeps its place before later requests on the same streams.
    commands.add(commandId);
    for (const { stream } of expected) named.add(stream);
    for (const stream of writes) written.add(stream);
    return !clash;
  };
}
