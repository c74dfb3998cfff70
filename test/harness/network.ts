import {
  Loaders,
  Recorder,
  ViewPositions,
  type Bus,
  type CommandExecutor,
  type GraphqlContext,
  type Question,
} from '@maillage/engine';
import { isRefusal, type Command } from '@maillage/kernel';
import { systemClock } from '@maillage/platform';
import { slices } from '../../apps/host/slices.js';
import { BACKBONE, BUILDER, CITY, EVALUATOR, MISSION, NEIGHBOUR, OTHER_MISSION, TENANTS } from './cast.js';
import { openEngine } from './engine.js';
import { id, NOON } from './given.js';
import { READ_YOUR_WRITES_SECONDS } from './patience.js';
import { AS_EVALUATOR } from './evaluator.js';

/** A network of its own on a real database, filled by commands as the API would send them. */
export async function openNetwork() {
  const statements: string[] = [];
  const engine = await openEngine(slices, { filling: 'prepared', heard: (sql) => void statements.push(sql) });
  const { database, ledger, registry, executor } = engine;
  const positions = new ViewPositions(database, registry.views);
  const project = async () => {
    await engine.catchUp();
    if (engine.failures.length > 0) throw new Error('A view failed.', { cause: engine.failures[0] });
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
  return {
    database,
    ledger,
    registry,
    bus,
    positions,
    recorder: new Recorder(bus, positions, READ_YOUR_WRITES_SECONDS * 1_000),
    project,
    /** As whoever may do anything, behind the application's back. */
    ask: (sql: string) => engine.ask(sql),
    record: recordingBy(executor),
    /** Run through kysely since the last call: what queries cost. */
    spent: () => statements.splice(0),
    as: (organisation?: string): GraphqlContext => ({
      principal: organisation === undefined ? undefined : { organisation, scopes: ['read', 'write'] },
      requestId: 'spec',
      clock: systemClock,
      loaders: new Loaders(bus),
    }),
    async close() {
      positions.close();
      await engine.close();
    },
  };
}
export type Network = Awaited<ReturnType<typeof openNetwork>>;

type Recording = (
  by: string,
  type: string,
  aggregate: string,
  data: object,
  at?: string,
  member?: string,
) => Promise<bigint>;

/** Records a command, or throws the refusal; gives its position. */
function recordingBy(executor: CommandExecutor): Recording {
  let commands = 0;
  return async (by, type, aggregate, data, at = NOON, member) => {
    commands += 1;
    const result = await executor.execute({
      type,
      id: aggregate,
      data,
      commandId: id(0xc000 + commands),
      actor: { organisation: by, ...(member === undefined ? {} : { member }) },
      scopes: ['write', 'operator'],
      at,
    });
    if (isRefusal(result)) throw new Error(`${type}: ${result.message}`);
    return result.receipt.events.at(-1)?.position ?? 0n;
  };
}

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
    await record(EVALUATOR, 'JoinMission', mission, AS_EVALUATOR);
  }
}
