import { randomUUID } from 'node:crypto';
import {
  Feed,
  openCommandPath,
  prepareViews,
  ViewRunner,
  type Advanced,
  type CommandExecutor,
  type CommandPath,
  type Executed,
  type Slice,
} from '@maillage/engine';
import { isRefusal, type Command, type RecordedEvent, type Refusal, type View } from '@maillage/kernel';
import { openDatabase, type TestDatabase, type TestDatabaseOptions } from './ledger.js';

export interface TestEngine extends TestDatabase, CommandPath {
  readonly runner: ViewRunner;
  /** What the runner told its observer, in order. */
  readonly outcomes: { view: string; outcome: Advanced }[];
  readonly failures: unknown[];
  views(): readonly View[];
  /** Brings every view to the head. */
  catchUp(): Promise<void>;
  /** The whole log, in order. */
  events(): Promise<readonly RecordedEvent[]>;
}

/** The engine over real PostgreSQL, without a server: migrated, views built. */
export async function openEngine(slices: readonly Slice[], options: TestDatabaseOptions = {}): Promise<TestEngine> {
  const opened = await openDatabase(options);
  const { database } = opened;
  const path = openCommandPath(database, slices);
  const { registry, ledger } = path;
  const views = [...registry.views.values()];
  await prepareViews(database, ledger, views);
  const outcomes: TestEngine['outcomes'] = [];
  const failures: unknown[] = [];
  const runner = new ViewRunner(database, new Feed(ledger), registry.views, {
    advanced: (view, outcome) => outcomes.push({ view, outcome }),
    failed: (_, error) => failures.push(error),
  });
  return {
    ...opened,
    ...path,
    runner,
    outcomes,
    failures,
    views: () => views,
    catchUp: async () => {
      await Promise.all(views.map(({ name }) => runner.run(name)));
    },
    events: async () => {
      const all: RecordedEvent[] = [];
      for (;;) {
        const page = await ledger.read({ after: all.at(-1)?.position ?? 0n, limit: 1000 });
        if (page.length === 0) return all;
        all.push(...page);
      }
    },
    close: async () => {
      await runner.stop();
      await opened.close();
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
export async function register(
  executor: CommandExecutor,
  name: string,
  sector = 'CIVIL_SOCIETY',
  rest: Partial<Command> = {},
): Promise<string> {
  const id = randomUUID();
  await executed(executor.execute(command('RegisterOrganisation', id, { name, sector }, id, rest)));
  return id;
}
