import { join } from 'node:path';
import type { Command, Refusal } from '@maillage/kernel';
import { CommandExecutor, Feed, Registry, States, ViewRunner, type Executed } from '@maillage/engine';
import { Ledger } from '@maillage/ledger';
import { Database, migrate, type Config } from '@maillage/platform';
import { runningEmbeddedPostgres, startEmbeddedPostgres } from '../../infra/postgres/embedded.js';
import { slices } from '../slices.js';

/** What a command of the CLI works with: the network's database, and the engine over it without a server. */
export interface Session {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly registry: Registry;
  execute(command: Command): Promise<Executed | Refusal>;
  /** Brings every view to the head, whether or not a worker runs elsewhere. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The server at DATABASE_URL; without it the embedded one: that of a running `maillage start` on the same data folder,
 * or one started for as long as this command takes.
 */
export async function databaseServer(config: Config, share: boolean): Promise<DatabaseServer> {
  if (config.database.url !== undefined) return { url: config.database.url, stop: () => Promise.resolve() };
  const dataDir = join(config.dataDir, 'postgres');
  const running = share ? await runningEmbeddedPostgres(dataDir) : undefined;
  if (running !== undefined) return { url: running, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({ dataDir });
}

export function openDatabase(config: Config, url: string): Database {
  return new Database({ ...config.database, url });
}

export function openSession(database: Database): Omit<Session, 'close'> {
  const registry = new Registry(slices);
  const ledger = new Ledger(database, registry.events);
  const executor = new CommandExecutor(registry, ledger, new States(ledger, registry), () => undefined);
  return {
    database,
    ledger,
    registry,
    execute: (command) => executor.execute(command),
    catchUp: () => catchUp(database, ledger, registry),
  };
}

/** Runs `work` with a session that is closed afterwards, whatever happens. The schema is brought up to date first. */
export async function withSession<T>(config: Config, work: (session: Session) => Promise<T>): Promise<T> {
  const server = await databaseServer(config, true);
  const database = openDatabase(config, server.url);
  const close = async () => {
    await database.close();
    await server.stop();
  };
  try {
    await migrate(database);
    return await work({ ...openSession(database), close });
  } finally {
    await close();
  }
}

async function catchUp(database: Database, ledger: Ledger, registry: Registry): Promise<void> {
  const failures: unknown[] = [];
  const runner = new ViewRunner(database, new Feed(ledger), registry.views, {
    advanced: () => undefined,
    failed: (_, error) => failures.push(error),
  });
  await Promise.all([...registry.views.keys()].map((name) => runner.run(name)));
  if (failures[0] !== undefined) throw failures[0] as Error;
}
