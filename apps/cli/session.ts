import type { Command, Refusal } from '@maillage/kernel';
import { CommandExecutor, Feed, prepareViews, Registry, States, ViewRunner, type Executed } from '@maillage/engine';
import { Ledger } from '@maillage/ledger';
import type { Config, Database } from '@maillage/platform';
import { lifetime } from '../lifetime.js';
import { slices } from '../slices.js';
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
  const registry = new Registry(slices);
  const ledger = new Ledger(database, registry.events);
  const executor = new CommandExecutor(registry, ledger, new States(ledger, registry), () => undefined);
  return {
    database,
    ledger,
    registry,
    execute: async (command) => {
      interrupted.throwIfAborted();
      return executor.execute(command);
    },
    catchUp: () => catchUp(database, ledger, registry, interrupted),
  };
}

/** Runs `work` with a session that is closed afterwards, whatever happens. */
export function withSession<T>(config: Config, work: (session: Session) => Promise<T>): Promise<T> {
  return lifetime(async (life) => {
    const { database } = await openDatabase(config, life, { share: true });
    return work(openSession(database, life.interrupted));
  });
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
