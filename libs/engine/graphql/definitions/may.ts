import type { Type } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { NIL } from 'uuid';
import {
  references,
  streamOf,
  today,
  type AnyDecider,
  type CommandType,
  type CommandTypes,
  type Decider,
  type EventTypes,
  type Intent,
  type Refusal,
} from '@maillage/kernel';
import type { Principal } from '@maillage/platform';
import { Guards } from '../../commands/guards.js';
import { senderOf } from '../../commands/scope.js';
import type { Folded } from '../../commands/states.js';
import { Registry } from '../../slice.js';
import { CommandNameEnum, isAskedBeside, nameCommands } from '../command-names.js';
import type { GraphqlContext } from '../context.js';
import { pascal } from './names.js';
import { nameRefusals, RefusalCodeEnum } from './refusals.js';
import { addResolvedField, newResolver } from './resolver.js';
import { DefinitionError, shapeOf, unwrap } from './types.js';
import { readGlobalId, toGlobalId, type Node } from '../node.js';
import type { GraphqlPart } from '../part.js';

@ObjectType({
  description:
    'Whether a command would be taken from the organisation that asks. Where it would not, no input mends ' +
    'that; where it would, it turns on the input.',
})
export class Permission {
  @Field(() => CommandNameEnum, { description: 'What would be sent.' })
  command!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'What it would be about, where that is not the thing that was asked: the promisor to be reviewed.',
  })
  about!: string | null;
  @Field({ description: 'Whether it would be taken.' })
  allowed!: boolean;
  @Field(() => RefusalCodeEnum, { nullable: true, description: 'Why not; null where it is allowed.' })
  code!: string | null;
  @Field(() => String, { nullable: true, description: 'The same for people; null where it is allowed.' })
  message!: string | null;

  static of(command: string, about: string | null, refusal: Refusal | undefined): Permission {
    const { code = null, message = null } = refusal ?? {};
    return Object.assign(new Permission(), { command, about, allowed: refusal === undefined, code, message });
  }
}

/** What `may` of one node costs, where any other field costs 1; measured, see infra/decisions/0009-the-api.md. */
const MAY_COST = 30;

/** A command as it may be asked of a node. */
interface Askable {
  readonly type: string;
  readonly decider: AnyDecider;
  /** The node is what it is addressed to, a part of that, or what it makes something under. */
  readonly node: 'aggregate' | 'part' | 'above';
  /** Of a command about one of several things: what kind they are, and which there are in the aggregate's state. */
  readonly choice?: { readonly node: string; readonly of: (state: unknown) => readonly string[] };
}

type Choices<State, Commands extends CommandTypes> = {
  readonly [Name in keyof Commands & string]?: (state: State) => readonly string[];
};

/**
 * The field `may` of a node: what the organisation that asks may do to it, to a part of its aggregate that it is, or under
 * it. Commands of other deciders that make something under it, or say that it is asked of them, are found by themselves.
 * @param choices for each command about one of several things: which there are, by the state of the aggregate.
 * @throws {DefinitionError} where a command is about one of several things, and nobody says which there are.
 */
export function may<State, Commands extends CommandTypes, Events extends EventTypes, Consulted>(
  node: Type<Node>,
  decider: Decider<State, Commands, Events, Consulted>,
  choices: Choices<State, Commands> = {},
): GraphqlPart {
  const own = askablesOf(node.name, decider, choices as Choices<unknown, CommandTypes>);
  nameCommands(Object.fromEntries(Object.entries(decider.commands).filter(([, { internal }]) => !internal)));
  nameRefusals(
    node.name,
    Object.values<CommandType>(decider.commands).flatMap(({ refusals }) => refusals),
  );
  const resolver = newResolver(`${node.name}May`, node, { guards: Guards, registry: Registry });
  const field = {
    says:
      'What the organisation you act for may do here; empty without a key, token or session. It is answered from the log ' +
      'itself, which the rest of the answer may be a moment behind.',
    type: () => [Permission] as const,
    nullable: false,
    complexity: MAY_COST,
  };
  addResolvedField(resolver, 'may', field, async function (parent, _, context) {
    const { guards, registry } = this as unknown as { readonly guards: Guards; readonly registry: Registry };
    const { principal } = context;
    if (principal === undefined) return [];
    const asked = [...own, ...askablesElsewhere(node.name, registry.deciders.values())];
    const { id } = parent as Node;
    return (await Promise.all(asked.map((each) => permissions(each, id, principal, context, guards)))).flat();
  });
  const commands = (deciders: Iterable<AnyDecider>) =>
    [...own, ...askablesElsewhere(node.name, deciders)].map(({ type }) => type);
  return { resolvers: [resolver], may: { node: node.name, commands } };
}

function askablesOf(node: string, decider: AnyDecider, choices: Choices<unknown, CommandTypes>): readonly Askable[] {
  const whole = pascal(decider.name) === node;
  return Object.entries(decider.commands).flatMap(([type, command]): readonly Askable[] => {
    if (command.creates || command.internal) return [];
    const about = referenceOf(type, command);
    if (!whole) return about?.part === true && about.node === node ? [{ type, decider, node: 'part' }] : [];
    if (about?.part === true) return [];
    if (command.about === undefined) return [{ type, decider, node: 'aggregate' }];
    const of = choices[type];
    if (about === undefined || of === undefined) {
      throw new DefinitionError(`${type} is about a ${command.about}; say which there are where may() is called.`);
    }
    return [{ type, decider, node: 'aggregate', choice: { node: about.node, of } }];
  });
}

/** Commands of whichever slice that make something under such a node, or are addressed by its id, and have a mutation. */
function askablesElsewhere(node: string, deciders: Iterable<AnyDecider>): readonly Askable[] {
  return [...deciders].flatMap((decider) =>
    Object.entries(decider.commands).flatMap(([type, command]): readonly Askable[] => {
      if (isAskedBeside(type, node)) return [{ type, decider, node: 'aggregate' }];
      const about = command.creates ? referenceOf(type, command) : undefined;
      const listed = CommandNameEnum[type] !== undefined;
      return listed && about?.node === node && about.part !== true ? [{ type, decider, node: 'above' }] : [];
    }),
  );
}

function referenceOf(type: string, command: CommandType) {
  const field = command.about === undefined ? undefined : shapeOf(unwrap(command.data).inner, type)[command.about];
  return field === undefined ? undefined : references.get(unwrap(field).inner);
}

/** Folds streams for the guards: one for the whole operation, so that each is folded once, however many nodes ask. */
export function foldingIn({ loaders }: GraphqlContext, guards: Guards): (stream: string) => Promise<Folded> {
  const streams = loaders.own('folded streams', (names) => guards.fold(names));
  return (stream) => streams.load(stream);
}

async function permissions(
  { type, decider, node, choice }: Askable,
  globalId: string,
  principal: Principal,
  context: GraphqlContext,
  guards: Guards,
): Promise<readonly Permission[]> {
  const fold = foldingIn(context, guards);
  const [local = '', part] = readGlobalId(globalId)?.id.split('/') ?? [];
  const id = node === 'above' ? NIL : local;
  const ask = async (about: string | undefined, chosen: string | null): Promise<Permission> => {
    const intent: Intent = { type, id, about, ...senderOf(principal), on: today(context.clock) };
    return Permission.of(type, chosen, await guards.refusalOf(intent, fold));
  };
  if (choice === undefined) return [await ask(node === 'above' ? local : part, null)];
  const { state } = await fold(streamOf(decider.name, id));
  return Promise.all(choice.of(state).map((each) => ask(each, toGlobalId(choice.node, each))));
}
