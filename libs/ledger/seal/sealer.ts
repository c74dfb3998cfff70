import { setTimeout as sleep } from 'node:timers/promises';
import { IDLE_HOLDER_MS, OwnSession, startupOptions, systemClock, type Database } from '@maillage/platform';
import { parsePolicy } from '@maillage/verifier';
import type pg from 'pg';
import { headOf, sealRow, storeCheckpoint, storeTiles, type SealedCheckpoint } from './checkpoint.sql.js';
import { compare, extend, refuseOtherKey, SealRefused, signedNote, type Grown } from './compare.js';
import { LastSigned } from './last-signed.js';
import type { SigningKey } from './signing-key.js';
import { Tree } from './tree.js';
import { Witnesses, type WitnessObserver } from './witnesses.js';

/** What a crash may come between, in order. */
export const SEAL_STEPS = ['read', 'signed', 'keeping', 'kept', 'storing', 'stored'] as const;
export type SealStep = (typeof SEAL_STEPS)[number];

export interface SealObserver extends WitnessObserver {
  sealed(size: bigint, events: number, seconds: number): void;
  /** It signs nothing and the log takes nothing until an operator acts. Told once for each reason. */
  refused(reason: string): void;
  /** A round that could not be finished, for the database was away or the like; the next one begins anew. */
  interrupted(error: unknown): void;
}

export interface SealerOptions {
  readonly database: Database;
  readonly key: SigningKey;
  /** Where the last checkpoint is kept outside the database. */
  readonly stateDir: string;
  /** Which witnesses to ask (C2SP tlog-policy), as text. */
  readonly policy?: string | undefined;
  readonly intervalMs?: number;
  /** How long it may be frozen, in milliseconds, before another may seal. */
  readonly idleHolderMs?: number;
  readonly observer?: Partial<SealObserver>;
  /** Awaited after each step of publishing: for tests that stop there. */
  readonly onStep?: (step: SealStep) => Promise<void> | void;
}

export type SealOutcome =
  | { readonly kind: 'sealed'; readonly size: bigint }
  /** Everything is sealed. */
  | { readonly kind: 'idle'; readonly size: bigint }
  /** Another process seals. */
  | { readonly kind: 'standby' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Bounds memory and the time between two checkpoints while a long log is caught up with. */
const MOST_EVENTS = 20_000;
const DEFAULT_INTERVAL_MS = 500;
/** While it stands by or refuses, how many rounds it sits out, */
const PATIENCE = 4;
/** but, however rare its rounds are, not for longer than this: the one that seals may be frozen. */
const LONGEST_PAUSE_MS = 2_000;
/** How often the one that seals is heard of before it would be taken for frozen. */
const BEATS = 4;
const QUERY_TIMEOUT_MS = 60_000;

/** Held by whoever seals, for as long as its session lasts. */
export const TAKE_LOCK = `pg_try_advisory_lock(hashtextextended(current_schema()::text || '.sealer', 0::bigint))`;

/**
 * Follows the head of the log, keeps its Merkle tree in tiles and signs checkpoints. One at a time in a network: whoever
 * holds an advisory lock publishes over the very session that holds it, so that one which lost the lock has lost the means
 * to publish as well. The server ends that session where it is not heard of for a while: a frozen sealer is replaced.
 *
 * That session, as what witnesses signed, is the role's that may publish, and nothing else is asked by it: the application
 * may make functions and operators in the schema, and one that fits better than PostgreSQL's own would run by its rights.
 * What is written there fits PostgreSQL's own to the type; what is only read is read as the application.
 */
export class Sealer {
  private readonly tree: Tree;
  private readonly lastSigned: LastSigned;
  private readonly witnesses: Witnesses | undefined;
  /** Opens connections only once a witness has signed. */
  private readonly publishing: Database;
  private client: pg.Client | undefined;
  private backend: number | undefined;
  private beats: NodeJS.Timeout | undefined;
  private isBeating = false;
  private grown: Grown | undefined;
  private reason: string | undefined;
  private readonly stopping = new AbortController();
  private loop: Promise<void> | undefined;
  private closing: Promise<void> | undefined;
  private round: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: SealerOptions) {
    const { database, key, stateDir, policy, observer } = options;
    this.tree = new Tree(database);
    this.publishing = database.withRole('sealer');
    this.lastSigned = new LastSigned(stateDir, key);
    this.witnesses =
      policy === undefined
        ? undefined
        : new Witnesses(parsePolicy(policy), this.publishing, this.tree, {
            cosigned: (witness, size) => observer?.cosigned?.(witness, size),
            failed: (witness, error) => observer?.failed?.(witness, error),
          });
  }

  start(): void {
    this.loop ??= this.run();
  }

  /** Ends after the round under way; another process may seal then. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
    await this.round.catch(() => undefined);
    await this.witnesses?.stop();
    await this.release();
    await (this.closing ??= this.publishing.close());
  }

  /** Resolves once the witnesses have been heard on the newest checkpoint, or have failed to answer. */
  async witnessed(): Promise<void> {
    await this.witnesses?.settled();
  }

  /**
   * One round: signs what was recorded since the last one.
   * @throws when the database is away; nothing is half done then.
   */
  async seal(): Promise<SealOutcome> {
    const round = this.round.then(() => this.sealNow());
    this.round = round.catch(() => undefined);
    return round;
  }

  private async run(): Promise<void> {
    const { intervalMs = DEFAULT_INTERVAL_MS, observer } = this.options;
    const { signal } = this.stopping;
    while (!signal.aborted) {
      let pause = intervalMs;
      try {
        const outcome = await this.seal();
        if (outcome.kind === 'sealed' && (await this.isBehind())) pause = 0;
        if (outcome.kind === 'standby' || outcome.kind === 'refused') pause = patient(intervalMs);
      } catch (error) {
        observer?.interrupted?.(error);
        pause = patient(intervalMs);
      }
      if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  private async isBehind(): Promise<boolean> {
    return (
      this.client !== undefined &&
      this.grown !== undefined &&
      (await headOf(this.options.database.pool)) > this.grown.size + BigInt(MOST_EVENTS / 2)
    );
  }

  private async sealNow(): Promise<SealOutcome> {
    try {
      const client = await this.hold();
      if (client === undefined) return { kind: 'standby' };
      return await this.sealOver(client);
    } catch (error) {
      this.grown = undefined;
      if (error instanceof SealRefused) return this.refuse(error.message);
      await this.release();
      throw error;
    }
  }

  private async sealOver(client: pg.Client): Promise<SealOutcome> {
    const { database, key, policy, onStep } = this.options;
    const row = await sealRow(database.pool);
    refuseOtherKey(row, key);
    if (row.reopening !== undefined) {
      // The operator's reopening is not on record yet: whoever began it needs the lock to finish it.
      await this.release();
      return { kind: 'standby' };
    }
    if (this.grown === undefined || !row.open || row.refusal !== undefined) {
      const { grown, unpublished } = await compare(database.pool, key, this.lastSigned, row, this.tree);
      this.grown = grown;
      if (unpublished !== undefined) await this.store(client, grown, unpublished);
      // Only now is it known that this database continues the log.
      await client.query('update log_seal set origin = $1, vkey = $2, policy = $3, refusal = null, refused_at = null', [
        key.name,
        key.vkey,
        policy ?? null,
      ]);
      await client.query('select open_log()');
      this.reason = undefined;
      const newest = await this.tree.checkpoint(grown.size);
      if (newest !== undefined) this.witnesses?.offer(newest);
    }
    const { grown } = this;
    const now = await headOf(database.pool);
    if (now < grown.size) {
      throw new SealRefused(
        `The log ends at ${now}, but was sealed up to ${grown.size}: it was set back, by a restored backup perhaps.`,
      );
    }
    if (now === grown.size) return { kind: 'idle', size: now };
    const started = performance.now();
    const before = grown.size;
    const to = now - before > BigInt(MOST_EVENTS) ? before + BigInt(MOST_EVENTS) : now;
    await onStep?.('read');
    await extend(database.pool, grown, to);
    // By the machine's clock: readers compare it with the database's, for when it is to be shown.
    const signedAt = systemClock.now();
    const root = grown.tiles.root();
    const note = signedNote(key, to, root);
    await onStep?.('signed');
    // First outside: whatever the database is made to forget from here on, this size has its root.
    await this.lastSigned.write(note, async () => {
      await onStep?.('keeping');
      // A process that was stopped for a while may have lost the lock, and another have signed further.
      await client.query('select');
    });
    await onStep?.('kept');
    const checkpoint = { origin: key.name, size: to, root, note, signedAt };
    await this.store(client, grown, checkpoint);
    await onStep?.('stored');
    this.options.observer?.sealed?.(to, Number(to - before), (performance.now() - started) / 1000);
    this.witnesses?.offer(checkpoint);
    return { kind: 'sealed', size: to };
  }

  /** Tiles and checkpoint or neither, over the connection that holds the lock. */
  private async store(
    client: pg.Client,
    grown: Grown,
    checkpoint: Omit<SealedCheckpoint, 'cosignatures'>,
  ): Promise<void> {
    await client.query('begin');
    try {
      await this.mustHoldLock(client);
      await storeTiles(client, grown.tiles.takeChanged());
      await storeCheckpoint(client, checkpoint);
      await this.options.onStep?.('storing');
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  /** Says so where everybody looks, and closes the log: what is appended now would have to contradict what was signed. */
  private async refuse(reason: string): Promise<SealOutcome> {
    const { client } = this;
    if (client !== undefined) {
      await client.query('begin');
      await client.query('select close_log()');
      await client.query('update log_seal set refusal = $1, refused_at = coalesce(refused_at, now())', [reason]);
      await client.query('commit');
    }
    if (reason !== this.reason) this.options.observer?.refused?.(reason);
    this.reason = reason;
    return { kind: 'refused', reason };
  }

  /** The connection that holds the lock; `undefined` while another process has it. */
  private async hold(): Promise<pg.Client | undefined> {
    if (this.client !== undefined) return this.client;
    const { database, idleHolderMs = IDLE_HOLDER_MS } = this.options;
    const config = database.clientConfig('sealer');
    const whileHeld = startupOptions({
      idle_session_timeout: idleHolderMs,
      idle_in_transaction_session_timeout: idleHolderMs,
      // A connection that is dead to one side must not keep the lock, nor the sealer, for hours.
      tcp_keepalives_idle: 10,
      tcp_keepalives_interval: 5,
      tcp_keepalives_count: 3,
    });
    const client = new OwnSession({
      ...config,
      options: `${config.options ?? ''} ${whileHeld}`,
      query_timeout: QUERY_TIMEOUT_MS,
    });
    // A lost connection shows at the next statement; unheard, the event would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ taken: boolean; backend: number }>(
        `select ${TAKE_LOCK} as taken, pg_backend_pid() as backend`,
      );
      if (rows[0]?.taken === true) {
        this.backend = rows[0].backend;
        this.beats = setInterval(() => {
          this.beat(client);
        }, idleHolderMs / BEATS);
        // Whoever does nothing but seal now and then may end.
        this.beats.unref();
        return (this.client = client);
      }
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    await client.end();
    return undefined;
  }

  /** Between rounds the session is heard of, or found to be over. */
  private beat(client: pg.Client): void {
    if (this.isBeating) return;
    this.isBeating = true;
    this.round = this.round.then(async () => {
      this.isBeating = false;
      if (this.client === client) await client.query('select').catch(() => this.release());
    });
  }

  /** A proxy that shares connections between clients would make the lock everybody's. */
  private async mustHoldLock(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ backend: number }>('select pg_backend_pid() as backend');
    if (rows[0]?.backend === this.backend) return;
    throw new Error('The sealer needs a connection of its own to PostgreSQL, without a proxy that shares it.');
  }

  private async release(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    this.grown = undefined;
    clearInterval(this.beats);
    this.witnesses?.pause();
    await client?.end().catch(() => undefined);
  }
}

function patient(intervalMs: number): number {
  return Math.min(intervalMs * PATIENCE, LONGEST_PAUSE_MS);
}
