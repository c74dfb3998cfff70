import { isRefusal, type Command } from '@maillage/kernel';
import {
  CommandExecutor,
  Feed,
  Loaders,
  prepareViews,
  Recorder,
  Registry,
  States,
  ViewPositions,
  ViewRunner,
  type Bus,
  type GraphqlContext,
  type Question,
} from '@maillage/engine';
import { Ledger } from '@maillage/ledger';
import { Database, systemClock } from '@maillage/platform';
import { slices } from '../../apps/host/slices.js';
import { BACKBONE, BUILDER, CITY, EVALUATOR, MISSION, NEIGHBOUR, OTHER_MISSION, TENANTS } from './cast.js';
import { id, NOON } from './given.js';
import { freshDatabase } from './services.js';

/** A network of its own on a real database, filled by commands as the API would send them. */
export async function openNetwork() {
  const fresh = await freshDatabase('prepared');
  const statements: string[] = [];
  const database = new Database(
    { url: fresh.url, schema: 'maillage', poolSize: 10 },
    undefined,
    (event) => void statements.push(event.query.sql),
  );
  const registry = new Registry(slices);
  const ledger = new Ledger(database, registry.events);
  const executor = new CommandExecutor(registry, ledger, new States(ledger, registry), () => undefined);
  const views = [...registry.views.values()];
  await prepareViews(database, ledger, views);
  const runner = new ViewRunner(database, new Feed(ledger), registry.views, {
    advanced: () => undefined,
    failed: (view, error) => {
      throw new Error(`${view} failed.`, { cause: error });
    },
  });
  const positions = new ViewPositions(database, registry.views);
  const project = async () => {
    await Promise.all(views.map(({ name }) => runner.run(name)));
    await positions.refresh();
  };
  const bus = {
    ask: <Input, Output>({ name }: Question<Input, Output>, input: Input) =>
      registry.queries.find((query) => query.name === name)?.run(database, input),
    dispatch: async (command: Command) => {
      const result = await executor.execute(command);
      await project();
      return result;
    },
  } as unknown as Bus;
  let commands = 0;

  return {
    database,
    ledger,
    registry,
    bus,
    positions,
    recorder: new Recorder(bus, positions, 5_000),
    project,
    /** Run through kysely since the last call: what queries cost. */
    spent: () => statements.splice(0),
    as: (organisation?: string): GraphqlContext => ({
      principal: organisation === undefined ? undefined : { organisation, scopes: ['read', 'write'] },
      requestId: 'spec',
      clock: systemClock,
      loaders: new Loaders(bus),
    }),
    /** Records a command, or throws the refusal. @returns its position. */
    record: async (
      by: string,
      type: string,
      aggregate: string,
      data: object,
      at = NOON,
      member?: string,
    ): Promise<bigint> => {
      commands += 1;
      const result = await executor.execute({
        type,
        id: aggregate,
        data,
        commandId: id(0xc000 + commands),
        actor: { organisation: by, ...(member === undefined ? {} : { member }) },
        scopes: ['write', 'admin'],
        at,
      });
      if (isRefusal(result)) throw new Error(`${type}: ${result.message}`);
      return result.receipt.events.at(-1)?.position ?? 0n;
    },
    async close() {
      positions.close();
      await runner.stop();
      await database.close();
      await fresh.drop();
    },
  };
}
export type Network = Awaited<ReturnType<typeof openNetwork>>;

/** Two missions of one backbone, their members, and tenants who are none. */
export async function fillMissions({ record }: Network): Promise<void> {
  for (const organisation of [BACKBONE, CITY, BUILDER, NEIGHBOUR, EVALUATOR, TENANTS]) {
    const terms = { name: `Organisation ${organisation.slice(-2)}`, sector: 'PUBLIC' };
    await record(organisation, 'RegisterOrganisation', organisation, terms);
  }
  for (const mission of [MISSION, OTHER_MISSION]) {
    await record(BACKBONE, 'DeclareMission', mission, {
      title: 'Logement digne',
      challenge: 'Nobody in Rennes sleeps in a damp home by 2030.',
      hashtag: '#logement-digne',
      openInvitation: true,
    });
    for (const member of [CITY, BUILDER, NEIGHBOUR]) await record(member, 'JoinMission', mission, { role: 'MEMBER' });
    await record(BACKBONE, 'InviteOrganisation', mission, { organisationId: EVALUATOR, role: 'EVALUATOR' });
    await record(EVALUATOR, 'JoinMission', mission, { role: 'EVALUATOR' });
  }
}
