import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal, LEDGER_ACTOR, type Command, type Refusal, type View } from '@maillage/kernel';
import { isPassing, systemClock, type Database, type Logger } from '@maillage/platform';
import type { Executed } from '../commands/executor.js';
import { digestViews } from './digest.js';

export interface AttesterOptions {
  readonly database: Database;
  readonly views: readonly View[];
  /** Takes a command to the log. */
  readonly execute: (command: Command) => Promise<Executed | Refusal>;
  readonly intervalMs: number;
  readonly logger: Logger;
}

const ATTESTATION = 'ViewsAttested';

/**
 * Records, now and then, what the rows of every view come to: anybody who replays the log can compare, so that a figure
 * published once cannot be denied later. Nothing is recorded where nothing has happened since the last time.
 */
export class Attester {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: AttesterOptions) {}

  /** The first attestation is due an interval after the last one in the log, whichever process recorded that. */
  start(): void {
    this.running = this.run();
  }

  /** Lets an attestation under way finish and begins no more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /**
   * Takes the digests of all views in one snapshot, each at the position where it stands, and records them; does nothing
   * where the log has had nothing but attestations since the last one.
   * @throws when the database is out of reach, or the command is refused.
   */
  async attest(): Promise<void> {
    const { database, views, execute } = this.options;
    if (!(await this.hasNews())) return;
    const client = await database.pool.connect();
    let digests;
    try {
      digests = await digestViews(client, views);
    } finally {
      client.release();
    }
    if (digests.length === 0) return;
    const result = await execute({
      type: 'AttestViews',
      id: 'log',
      data: { views: digests.map((each) => ({ ...each, position: each.position.toString() })) },
      commandId: randomUUID(),
      actor: { organisation: LEDGER_ACTOR },
      scopes: ['write', 'operator'],
      at: systemClock.now(),
    });
    if (isRefusal(result)) throw new Error(`The attestation of the views was refused: ${result.message}`);
  }

  private async run(): Promise<void> {
    const { intervalMs, logger } = this.options;
    const { signal } = this.stopping;
    let wait: number | undefined;
    while (!signal.aborted) {
      try {
        wait ??= await this.untilDue();
        // Whoever only waits to attest may end.
        await sleep(wait, undefined, { signal, ref: false });
        wait = intervalMs;
        await this.attest();
      } catch (error) {
        if (isAborted(signal)) return;
        wait = intervalMs;
        // What the database cannot answer now it may later; a refusal means that rows are not what they were attested to be.
        if (isPassing(error)) logger.warn({ err: error }, 'the views could not be attested; it will be tried again');
        else logger.error({ err: error }, 'the views could not be attested');
      }
    }
  }

  private async untilDue(): Promise<number> {
    const { rows } = await this.options.database.pool.query<{ at: string }>(
      `select entry::json ->> 'recordedAt' as at from event where type = $1 order by position desc limit 1`,
      [ATTESTATION],
    );
    const now = Date.parse(systemClock.now());
    const last = rows[0] === undefined ? now : Date.parse(rows[0].at);
    const wait = last + this.options.intervalMs - now;
    return Math.min(Math.max(wait, 0), this.options.intervalMs);
  }

  private async hasNews(): Promise<boolean> {
    const { rows } = await this.options.database.pool.query<{ news: boolean }>(
      `select exists (
        select from event
        where type <> $1 and position > coalesce((select max(position) from event where type = $1), 0)
      ) as news`,
      [ATTESTATION],
    );
    return rows[0]?.news ?? false;
  }
}

/** It changes while something is waited for, which the compiler cannot see. */
function isAborted({ aborted }: AbortSignal): boolean {
  return aborted;
}
