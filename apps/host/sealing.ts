import { readFile } from 'node:fs/promises';
import { Attester } from '@maillage/engine';
import type { View } from '@maillage/kernel';
import {
  KeyUnusable,
  receiptKeyName,
  refuseOtherKey,
  refuseOtherName,
  Sealer,
  SealMisconfigured,
  sealRow,
  sealStatus,
  signingKeyFrom,
  type Ledger,
  type SealRow,
  type SealStatus,
  type SigningKey,
} from '@maillage/ledger';
import {
  ConfigurationError,
  roleName,
  secondsSince,
  systemClock,
  type Config,
  type Database,
  type HealthPart,
  type Logger,
  type Metrics,
} from '@maillage/platform';
import { parsePolicy, VerificationError } from '@maillage/verifier';
import { certifying, type Execute } from './receipt-keys.js';
import type { Rounds } from './rounds.js';

const NO_KEY =
  'Workers share the log’s key: make one with `maillage keys log` and give it to each as LOG_SIGNING_KEY or ' +
  'LOG_SIGNING_KEY_FILE. The API needs it not.';

/**
 * The key the log is signed with, from LOG_SIGNING_KEY or its file.
 * @param make whether a missing one is made: where everything runs in one process, or on demand.
 * @throws {ConfigurationError} where there is none, or one that cannot be trusted.
 */
export function logKey({ seal }: Config, { make }: { readonly make: boolean }): Promise<SigningKey> {
  return configured(() =>
    signingKeyFrom({
      text: seal.signingKey,
      variable: 'LOG_SIGNING_KEY',
      file: seal.signingKeyFile,
      name: seal.origin,
      missing: make ? undefined : NO_KEY,
    }),
  );
}

/**
 * The key that an API signs receipts with, from RECEIPT_SIGNING_KEY or its file; made where there is none.
 * @throws {ConfigurationError} where there is one that cannot be trusted, or is named otherwise.
 */
export function receiptKey({ seal }: Config): Promise<SigningKey> {
  return configured(() =>
    signingKeyFrom({
      text: seal.receiptKey,
      variable: 'RECEIPT_SIGNING_KEY',
      file: seal.receiptKeyFile,
      name: receiptKeyName(seal.origin),
      missing: undefined,
    }),
  );
}

/** What is wrong with a key or a name is wrong with the configuration. */
async function configured<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const expected = error instanceof KeyUnusable || error instanceof SealMisconfigured;
    throw expected ? new ConfigurationError(error.message, { cause: error }) : error;
  }
}

/**
 * Nothing is known, and nothing refused, where the database is not migrated yet or out of reach.
 * @throws {ConfigurationError} where the log is signed with another key, or under another name.
 */
export function refuseForeignKey(database: Database, key: SigningKey): Promise<void> {
  return refusing(database, (row) => {
    refuseOtherKey(row, key);
  });
}

/** As `refuseForeignKey`, for whoever does not hold the key. @throws {ConfigurationError} where the log has another name. */
export function refuseForeignName(database: Database, { seal: { origin } }: Config): Promise<void> {
  return refusing(database, (row) => {
    refuseOtherName(row, origin);
  });
}

async function refusing(database: Database, refuse: (row: SealRow) => void): Promise<void> {
  const row = await sealRow(database.pool).catch(() => undefined);
  if (row === undefined) return;
  await configured(() => {
    refuse(row);
  });
}

/** SQLSTATE 42501: the login is not in the role that publishes what is signed. */
function mayNotPublish(error: unknown): boolean {
  return (error as { readonly code?: string }).code === '42501';
}

function notTheSealer(schema: string): string {
  const role = roleName(schema, 'sealer');
  return `The login of DATABASE_URL may not seal the log: as the owner, "grant ${role} to" that login. The API's needs it not.`;
}

export interface SealingOptions {
  readonly config: Config;
  readonly key: SigningKey;
  readonly database: Database;
  readonly ledger: Ledger;
  readonly views: readonly View[];
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export interface Sealing {
  /** Whether the log was found to continue what was signed, so that it takes events. */
  readonly open: boolean;
  /** Goes on sealing; certifies keys for receipts, and attests the views now and then. */
  start(execute: Execute): void;
  stop(): Promise<void>;
}

/**
 * Compares the log with what was signed last, which opens it or keeps it closed, before anything is appended.
 * @throws {ConfigurationError} where key, name or witness policy cannot be used.
 */
export async function openSealing(options: SealingOptions): Promise<Sealing> {
  const { config, key, database, ledger, views, logger, metrics } = options;
  const { stateDir, intervalMs, attestViewsMs } = config.seal;
  const policy = await witnessPolicy(config);
  const sealer = new Sealer({
    database,
    key,
    stateDir,
    policy,
    intervalMs,
    observer: {
      sealed: (_, events, seconds) => {
        metrics.sealSeconds.observe(seconds);
        metrics.eventsSealed.inc(events);
      },
      refused: (reason) => {
        logger.error(
          { reason },
          'the log is closed: it does not continue what was signed; see “When the sealer refuses” in the README',
        );
      },
      interrupted: (error) => {
        logger.warn({ err: error }, 'sealing was interrupted and will be tried again');
      },
      cosigned: (witness) => {
        metrics.cosignatures.inc({ witness });
      },
      failed: (witness, error) => {
        metrics.witnessFailures.inc({ witness, failure: error.failure });
        const alarm = error.failure === 'AHEAD' || error.failure === 'FORKED';
        logger[alarm ? 'error' : 'warn']({ witness, failure: error.failure, err: error }, 'a witness did not cosign');
      },
    },
  });
  await refuseForeignKey(database, key);
  const first = await sealer.seal().catch((error: unknown) => {
    throw mayNotPublish(error) ? new ConfigurationError(notTheSealer(database.schema), { cause: error }) : error;
  });
  let attester: Attester | undefined;
  let certifier: Rounds | undefined;
  return {
    open: first.kind !== 'refused',
    start: (execute) => {
      sealer.start();
      certifier = certifying({ ledger, key, execute, clock: systemClock, logger });
      certifier.start();
      if (attestViewsMs === 0) return;
      attester = new Attester({ database, views, execute, intervalMs: attestViewsMs, logger });
      attester.start();
    },
    stop: async () => {
      await Promise.all([attester?.stop(), certifier?.stop()]);
      await sealer.stop();
    },
  };
}

/**
 * Which witnesses the log is to have, as text; `undefined` for none.
 * @throws {ConfigurationError} where the file cannot be used.
 */
export async function witnessPolicy({ seal: { policyFile: file } }: Config): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    const text = await readFile(file, 'utf8');
    parsePolicy(text);
    return text;
  } catch (error) {
    if (!(error instanceof VerificationError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new ConfigurationError(`WITNESS_POLICY_FILE ${file} cannot be used. ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/**
 * That the log is closed, misses its witnesses or is not sealed is told; reading goes on all the same.
 * @param withinSeconds of being recorded a checkpoint should cover an event.
 */
export function sealHealth(database: Database, ledger: Ledger, withinSeconds: number): HealthPart {
  return {
    name: 'seal',
    required: false,
    check: async () => {
      const { state, refusal, sealed, lag, quorum } = await sealStatus(database);
      const witnessed = quorum?.met ?? true;
      const next = sealed + 1n;
      const waits = secondsSince((await ledger.recordedAt([next])).get(next));
      const why =
        refusal ??
        (waits > withinSeconds ? `No checkpoint covers what was recorded ${Math.floor(waits)} s ago.` : undefined) ??
        (witnessed ? undefined : `Witnesses are missing: ${quorum?.missing.join(', ') ?? ''}.`);
      return {
        ok: state === 'OPEN' && witnessed && waits <= withinSeconds,
        ...(why === undefined ? {} : { why }),
        state,
        sealed: sealed.toString(),
        lag: lag.toString(),
      };
    },
  };
}

/** What Prometheus sees of the seal, from whichever process it asks. */
export function publishSealMetrics(metrics: Metrics, database: Database, ledger: Ledger): void {
  // One look for all of a scrape, whose values are read side by side.
  let looked = { at: -Infinity, status: undefined as Promise<SealStatus> | undefined };
  const status = (): Promise<SealStatus> => {
    if (looked.status === undefined || performance.now() - looked.at > 200) {
      looked = { at: performance.now(), status: sealStatus(database) };
      looked.status?.catch(() => undefined);
    }
    return looked.status as Promise<SealStatus>;
  };
  const gauge = (name: string, help: string, read: (status: SealStatus) => number | undefined) => {
    metrics.lookup(name, help, [], async () => {
      const value = read(await status());
      return value === undefined ? [] : [{ labels: {}, value }];
    });
  };
  gauge('maillage_sealed_position', 'Position up to which the log is sealed.', ({ sealed }) => Number(sealed));
  gauge('maillage_seal_lag_events', 'Events that no checkpoint covers yet.', ({ lag }) => Number(lag));
  metrics.lookup(
    'maillage_seal_lag_seconds',
    'For how long the oldest event that no checkpoint covers yet has been recorded.',
    [],
    async () => {
      const next = (await status()).sealed + 1n;
      return [{ labels: {}, value: secondsSince((await ledger.recordedAt([next])).get(next)) }];
    },
  );
  gauge('maillage_log_closed', '1 while nothing may be appended.', ({ state }) => (state === 'CLOSED' ? 1 : 0));
  gauge(
    'maillage_witness_quorum_met',
    '1 while the newest checkpoint has its witnesses; absent without a policy.',
    ({ quorum }) => (quorum === undefined ? undefined : Number(quorum.met)),
  );
  metrics.lookup('maillage_witness_size', 'Largest checkpoint a witness has cosigned.', ['witness'], async () =>
    (await status()).witnesses.map(({ name, size }) => ({ labels: { witness: name }, value: Number(size) })),
  );
}
