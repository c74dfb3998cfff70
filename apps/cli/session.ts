import type { Command, Refusal } from '@maillage/kernel';
import { Feed, openCommandPath, prepareViews, ViewRunner, type Executed, type Registry } from '@maillage/engine';
import { Sealer, type Ledger } from '@maillage/ledger';
import type { Config, Database } from '@maillage/platform';
import { lifetime } from '../host/lifetime.js';
import { logKey, refuseForeignKey, witnessPolicy } from '../host/sealing.js';
import { slices } from '../host/slices.js';
import { openDatabase } from './database.js';

/** What a command of the CLI works with: the network's database, and the engine over it without a server. */
export interface Session {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly registry: Registry;
  /** @throws {Interrupted} once the process is asked to end; what is under way then is waited for. */
  readonly execute: (command: Command) => Promise<Executed | Refusal>;
  /** Brings every view to the head, whether or not a worker runs elsewhere. */
  catchUp(): Promise<void>;
}

export function openSession(database: Database, interrupted: AbortSignal): Session {
  const { registry, ledger, executor } = openCommandPath(database, slices);
  let prepared: Promise<unknown> | undefined;
  return {
    database,
    ledger,
    registry,
    execute: async (command) => {
      interrupted.throwIfAborted();
      // Some commands ask the views, which a new database does not have yet.
      await (prepared ??= prepareViews(database, ledger, [...registry.views.values()]));
      return executor.execute(command);
    },
    catchUp: () => catchUp(database, ledger, registry, interrupted),
  };
}

/**
 * Runs `work` with a session that is closed afterwards, whatever happens. Over the embedded server, which may have been
 * started just now and for this alone, it also seals: the log takes nothing before it has been compared with what was signed.
 */
export function withSession<T>(config: Config, work: (session: Session) => Promise<T>): Promise<T> {
  return lifetime(async (life) => {
    const { database } = await openDatabase(config, life, { share: true });
    const session = openSession(database, life.interrupted);
    if (config.database.url !== undefined) return work(session);
    const sealer = new OwnSealer(config, database);
    try {
      const result = await work({
        ...session,
        execute: async (command) => {
          await sealer.open();
          return session.execute(command);
        },
      });
      await sealer.finish();
      return result;
    } finally {
      await sealer.stop();
    }
  });
}

/** Begins only where something is recorded. Where another process seals, it leaves that to it. */
class OwnSealer {
  private sealer: Promise<Sealer> | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  async open(): Promise<void> {
    this.sealer ??= this.started();
    await this.sealer;
  }

  async finish(): Promise<void> {
    await (await this.sealer)?.seal();
  }

  async stop(): Promise<void> {
    await (await this.sealer?.catch(() => undefined))?.stop();
  }

  private async started(): Promise<Sealer> {
    const key = await logKey(this.config, { make: true });
    await refuseForeignKey(this.database, key);
    // With the policy: each sealer publishes its own, and one without would take the witnesses away.
    const policy = await witnessPolicy(this.config);
    const sealer = new Sealer({ database: this.database, key, stateDir: this.config.seal.stateDir, policy });
    await sealer.seal();
    return sealer;
  }
}

async function catchUp(
  database: Database,
  ledger: Ledger,
  registry: Registry,
  interrupted: AbortSignal,
): Promise<void> {
  await prepareViews(database, ledger, [...registry.views.values()]);
  const failures: unknown[] = [];
  const runner = new ViewRunner(database, new Feed(ledger), registry.views, {
    advanced: () => undefined,
    failed: (_, error) => failures.push(error),
  });
  const stop = () => void runner.stop();
  interrupted.addEventListener('abort', stop);
  await Promise.all([...registry.views.keys()].map((name) => runner.run(name)));
  interrupted.removeEventListener('abort', stop);
  interrupted.throwIfAborted();
  if (failures[0] !== undefined) throw failures[0] as Error;
}
