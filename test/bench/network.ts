import { openCommandPath, prepareViews, type CommandExecutor, type CommandPath, type Executed } from '@maillage/engine';
import { isRefusal, type Command } from '@maillage/kernel';
import { Database, migrate } from '@maillage/platform';
import { slices } from '../../apps/host/slices.js';
import { Dice } from './statistics.js';

export const SCHEMA = 'maillage';

/** One network of partners, as an API process holds it, without the HTTP. */
export interface Network extends CommandPath {
  readonly database: Database;
  close(): Promise<void>;
}

export async function openNetwork(url: string): Promise<Network> {
  const database = new Database({ url, schema: SCHEMA, poolSize: 10 });
  await migrate(database);
  const path = openCommandPath(database, slices);
  // Some commands ask them.
  await prepareViews(database, path.ledger, [...path.registry.views.values()]);
  return { ...path, database, close: () => database.close() };
}

/** What a measurement sends is meant to be accepted; a refusal would be measured as a fast success. */
export async function accepted(executor: CommandExecutor, command: Command): Promise<Executed> {
  const result = await executor.execute(command);
  if (isRefusal(result)) {
    throw new Error(`${command.type} was refused: ${result.code}: ${result.message} (${result.path.join('.')})`);
  }
  return result;
}

/** Commands with ids that are the same in every run. */
export class Commands {
  constructor(private readonly dice: Dice) {}

  of(type: string, id: string, organisation: string, data: unknown, at: string): Command {
    const scopes = ['write', 'operator'] as const;
    return { type, id, data, commandId: this.uuid(), actor: { organisation }, scopes, at };
  }

  uuid(): string {
    const word = () =>
      Math.floor(this.dice.next() * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    const hex = word() + word() + word() + word();
    return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join(
      '-',
    );
  }
}

/** A mission and its members: what a promise needs before it can be made. */
export interface Scene {
  readonly missionId: string;
  readonly memberIds: readonly string[];
}

const NOON = '2026-03-01T12:00:00.000Z';

export async function setScene({ executor }: Network, commands: Commands, members: number): Promise<Scene> {
  const memberIds = Array.from({ length: members }, () => commands.uuid());
  const missionId = commands.uuid();
  for (const [n, id] of memberIds.entries()) {
    const data = { name: `Organisation ${n + 1}`, sector: 'CIVIL_SOCIETY' };
    await accepted(executor, commands.of('RegisterOrganisation', id, id, data, NOON));
  }
  const [backbone = '', ...others] = memberIds;
  const mission = {
    title: 'Logement digne',
    challenge: 'Nobody in Rennes sleeps in a damp home by 2030.',
    hashtag: '#logement-digne',
    sdgs: [],
    openInvitation: true,
  };
  await accepted(executor, commands.of('DeclareMission', missionId, backbone, mission, NOON));
  for (const id of others) {
    await accepted(executor, commands.of('JoinMission', missionId, id, { role: 'MEMBER' }, NOON));
  }
  return { missionId, memberIds };
}

/** A promise under a new id: a new stream each time. */
export function promise(commands: Commands, dice: Dice, { missionId, memberIds }: Scene): Command {
  const data = {
    missionId,
    kind: 'SERVICE',
    quantity: { amount: String(dice.integer(1, 400)), unit: 'dwelling' },
    description:
      'Dwellings inspected for damp, the walls treated where it is found, and the tenants told what was done.',
    dueOn: '2026-12-31',
  };
  return commands.of('MakeCommitment', commands.uuid(), dice.pick(memberIds), data, NOON);
}
