import { randomUUID } from 'node:crypto';
import {
  CommandExecutor,
  Feed,
  prepareViews,
  Registry,
  States,
  ViewRunner,
  type Advanced,
  type Executed,
  type Slice,
} from '@maillage/engine';
import { isRefusal, type Command, type Refusal, type View } from '@maillage/kernel';
import { Ledger } from '@maillage/ledger';
import { Database } from '@maillage/platform';
import { freshDatabase } from './services.js';

export interface TestEngine {
  readonly url: string;
  readonly database: Database;
  readonly registry: Registry;
  readonly ledger: Ledger;
  readonly executor: CommandExecutor;
  readonly runner: ViewRunner;
  /** What the runner told its observer, in order. */
  readonly outcomes: { view: string; outcome: Advanced }[];
  readonly failures: unknown[];
  views(): readonly View[];
  /** Brings every view to the head. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

/** The engine over real PostgreSQL, without a server: migrated, views built. */
export async function openEngine(
  slices: readonly Slice[],
  options: { readonly url?: string; readonly prepare?: boolean } = {},
): Promise<TestEngine> {
  const fresh = options.url === undefined ? await freshDatabase('migrated') : undefined;
  const url = options.url ?? fresh?.url ?? '';
  const database = new Database({ url, schema: 'maillage', poolSize: 8 });
  const registry = new Registry(slices);
  const ledger = new Ledger(database, registry.events);
  if (options.prepare !== false) await prepareViews(database, ledger, [...registry.views.values()]);
  const outcomes: TestEngine['outcomes'] = [];
  const failures: unknown[] = [];
  const runner = new ViewRunner(database, new Feed(ledger), registry.views, {
    advanced: (view, outcome) => outcomes.push({ view, outcome }),
    failed: (_, error) => failures.push(error),
  });
  return {
    url,
    database,
    registry,
    ledger,
    runner,
    outcomes,
    failures,
    executor: new CommandExecutor(registry, ledger, new States(ledger, registry), () => undefined),
    views: () => [...registry.views.values()],
    catchUp: async () => {
      await Promise.all([...registry.views.keys()].map((name) => runner.run(name)));
    },
    close: async () => {
      await runner.stop();
      await database.close();
      await fresh?.drop();
    },
  };
}

export function command(type: string, id: string, data: unknown, by: string, rest: Partial<Command> = {}): Command {
  return {
    type,
    id,
    data,
    commandId: randomUUID(),
    actor: { organisation: by },
    scopes: ['write'],
    at: '2026-03-01T12:00:00.000Z',
    ...rest,
  };
}

/** For commands whose refusal would be the test's own mistake. */
export async function executed(result: Promise<Executed | Refusal>): Promise<Executed> {
  const outcome = await result;
  if (isRefusal(outcome)) throw new Error(`${outcome.code}: ${outcome.message} (${outcome.path.join('.')})`);
  return outcome;
}

/** Registers an organisation under a new id, by itself. */
export async function register(executor: CommandExecutor, name: string, sector = 'CIVIL_SOCIETY'): Promise<string> {
  const id = randomUUID();
  await executed(executor.execute(command('RegisterOrganisation', id, { name, sector }, id)));
  return id;
}
