import type { Type } from '@nestjs/common';
import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import {
  references,
  today,
  uuid,
  type AnyDecider,
  type CalendarDate,
  type CommandType,
  type CommandTypes,
  type Refusal,
  type Row,
} from '@maillage/kernel';
import { Database } from '@maillage/platform';
import type { z } from 'zod';
import type { BatchQuery } from '../../queries/query.js';
import type { GraphqlContext } from '../context.js';
import { IdError, localId, localIdWithin } from '../node.js';
import { senderOf } from '../../commands/scope.js';
import { askBeside, nameCommands } from '../command-names.js';
import type { DefinedMutation, GraphqlPart } from '../part.js';
import { ReceiptObject } from '../receipt.js';
import { newId, Recorder, type Recording } from '../recorder.js';
import { UuidScalar } from '../scalars.js';
import type { AnyNode, RowType } from './edges.js';
import { camel, newType, pascal, words } from './names.js';
import { RefusalObject, refusalType } from './refusals.js';
import { addMutation, newResolver } from './resolver.js';
import { standInOf } from './stand-ins.js';
import { translateFields } from './translate.js';
import { addFields, asSentence, DefinitionError, shapeOf, unwrap } from './types.js';

type Fields = Readonly<Record<string, z.ZodType>>;

/** What a command was sent with, once its input is read: the aggregate's id, and the data so far. */
export interface Sent {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * What the views tell against a command.
 * @param sent also whose key or session it came with.
 * @param on today, in UTC.
 */
export type Limits = (
  sent: Sent & {
    readonly actor: string;
    /** Whether whoever sends it acts as the operator. */ readonly isOperator: boolean;
  },
  database: Database,
  on: CalendarDate,
) => Promise<Refusal | undefined>;

/** A thing without an id of its own, and how a mutation finds it once it is recorded. */
export interface Given {
  readonly type: Type<unknown>;
  find(context: GraphqlContext, sent: Sent): Promise<unknown>;
}

/** What a mutation answers with: its type's name, what it says, and the things that it gives beside the receipt. */
export interface Recorded {
  readonly name: string;
  readonly says: string;
  readonly gives: Readonly<Record<string, AnyNode | Given>>;
}

/** A row without an id, as a mutation gives it: by the key that the command, as it was sent, has in a query. */
export function givenBy<Of extends Row>(
  type: RowType<Of>,
  query: BatchQuery<null, NoInfer<Of> | undefined>,
  keyOf: (sent: Sent) => string,
): Given {
  return {
    type,
    find: async ({ loaders }, sent) => {
      const row = await loaders.load(query, keyOf(sent), null);
      return row === undefined ? null : type.of(row);
    },
  };
}

export interface CommandOptions {
  /** Instead of what the others give. */
  readonly gives?: AnyNode | Recorded;
  /** Of the input as a whole, where there is more to say than the mutation does. */
  readonly says?: string;
  /** What is said of the field that names the aggregate. */
  readonly addressed?: string;
  /**
   * The field that names the aggregate, where that is no thing of the API: it takes the plain UUID; or where it has the id
   * of a thing of another aggregate, whose global id it takes. If left out, it is called `<aggregate>Id` and takes a
   * global id. Where it is `asked`, that thing’s `may` tells of the command as of its own.
   */
  readonly address?: string | { readonly field: string; readonly node: string; readonly asked?: true };
  /** Takes the id of an aggregate, or makes one where none is given. */
  readonly opens?: true;
  /** Fields of the command that no client gives. */
  readonly hides?: readonly string[];
  /**
   * Fields of the command that no client gives and the server looks up, by what the client gave; `undefined` leaves one
   * out. What they are must be as true whenever the command is decided: it is read before.
   */
  readonly completes?: Readonly<Record<string, (sent: Sent, database: Database) => Promise<unknown>>>;
  /**
   * What the views tell against it, where no stream could: what others hold, how many there are. A race may pass it, so
   * nothing may be built on it. The refusal's code is among those that the command declares.
   */
  readonly limits?: Limits;
}

interface MutationsOptions<Types extends CommandTypes> {
  readonly gives: AnyNode | Recorded;
  /** All of the decider's that are not internal, if left out. */
  readonly only?: readonly (keyof Types & string)[];
  readonly commands?: { readonly [Name in keyof Types & string]?: CommandOptions };
}

type Input = Readonly<Record<string, unknown>> & { readonly commandId: string };

/** A command, with how its input is read. */
interface Reading {
  readonly name: string;
  readonly command: CommandType;
  readonly aggregate: string;
  /** The fields of its data that a client gives. */
  readonly fields: Fields;
  /** The field that names a thing within the aggregate, and so the aggregate. */
  readonly part: { readonly field: string; readonly node: string } | undefined;
  readonly options: CommandOptions;
}

/** What a decider's commands become: for each a mutation, its input, and the union of what it recorded and its refusal. */
export function mutations<Types extends CommandTypes>(
  decider: Pick<AnyDecider, 'name'> & { readonly commands: Types },
  { gives, only, commands: each = {} }: MutationsOptions<Types>,
): GraphqlPart {
  const names = (only ?? Object.keys(decider.commands)).filter((name) => decider.commands[name]?.internal !== true);
  const resolver = newResolver(`${decider.name}${names[0] ?? ''}Mutations`, undefined, {
    recorder: Recorder,
    database: Database,
  });
  const made = names.map((name): DefinedMutation => {
    const command = decider.commands[name] as CommandType;
    const options: CommandOptions = (each as Readonly<Record<string, CommandOptions>>)[name] ?? {};
    const reading = readingOf(name, command, decider.name, options);
    if (typeof options.address === 'object' && options.address.asked === true) askBeside(name, options.address.node);
    const recorded = recordedOf(options.gives ?? gives);
    const types = {
      input: inputOf(reading),
      recorded: recordedType(recorded),
      refused: refusalType(name, `\`${camel(name)}\``, command.refusals),
    };
    const union = unionOf(name, types);
    const field = {
      says: asSentence(command.for),
      type: () => union,
      input: types.input,
      inputSays: 'What is to be recorded.',
    };
    addMutation(resolver, camel(name), field, function (_, args, context) {
      const { recorder, database } = this as unknown as { recorder: Recorder; database: Database };
      const given = args as unknown as Input;
      return record(reading, recorded, types.recorded, { given, context, recorder, database });
    });
    return {
      command: name,
      decider: decider.name,
      input: types.input.name,
      result: `${name}Result`,
      recorded: types.recorded.name,
      refused: types.refused.name,
      hidden: hiddenBy(options),
    };
  });
  nameCommands(Object.fromEntries(names.map((name) => [name, decider.commands[name] as CommandType])));
  return { resolvers: [resolver], mutations: made };
}

function readingOf(name: string, command: CommandType, aggregate: string, options: CommandOptions): Reading {
  const hidden = new Set(hiddenBy(options));
  const fields = Object.fromEntries(
    Object.entries(shapeOf(unwrap(command.data).inner, name)).filter(([field]) => !hidden.has(field)),
  );
  const parts = Object.entries(fields).flatMap(([field, schema]) => {
    const reference = references.get(unwrap(schema).inner);
    return reference?.part === true ? [{ field, node: reference.node }] : [];
  });
  if (parts.length > 1)
    throw new DefinitionError(`${name} names two things within its aggregate; one says which it is.`);
  return { name, command, aggregate, fields, part: parts[0], options };
}

function hiddenBy({ hides = [], completes = {} }: CommandOptions): readonly string[] {
  return [...hides, ...Object.keys(completes)];
}

const COMMAND_ID = 'Chosen by the client; the same one again is the same command again.';

/** Its fields, those that stand in for others, and which aggregate it is addressed to. */
function inputOf({ name, command, aggregate, fields, part, options }: Reading): Type<unknown> {
  const type = newType(`${name}Input`);
  InputType(`${name}Input`, { description: options.says ?? asSentence(`What \`${camel(name)}\` takes`) })(type);
  const prototype = type.prototype as object;
  Field(() => UuidScalar, { description: COMMAND_ID })(prototype, 'commandId');
  if (!command.creates && part === undefined) {
    const description = options.addressed ?? `The ${words(aggregate)} it is about, by its id.`;
    const { idField } = addressIn(aggregate, options);
    const idType = typeof options.address === 'string' ? UuidScalar : ID;
    Field(() => idType, { description, nullable: options.opens === true })(prototype, idField);
  }
  const given = Object.entries(fields).flatMap(([field, schema]) => {
    const standIn = standInOf(unwrap(schema).inner);
    return standIn === undefined ? [[field, schema] as const] : Object.entries(standIn.fields);
  });
  addFields(type, Object.fromEntries(given), 'input');
  return type;
}

const recordedTypes = new Map<string, { readonly type: Type<object>; readonly of: Recorded }>();

function recordedOf(gives: AnyNode | Recorded): Recorded {
  if (typeof gives !== 'function') return gives;
  const says = `That something was recorded, with the ${words(gives.name)} as it is now`;
  return { name: `${gives.name}Recorded`, says, gives: { [camel(gives.name)]: gives } };
}

/** One type for all that answer alike. */
function recordedType(of: Recorded): Type<object> {
  const { name, says, gives } = of;
  const known = recordedTypes.get(name);
  if (known !== undefined) return known.type;
  const type = newType<object>(name);
  ObjectType(name, { description: asSentence(says) })(type);
  for (const [field, thing] of Object.entries(gives)) {
    const description = 'As it is now. Null while the views have not caught up.';
    Field(() => typeGiven(thing), { nullable: true, description })(type.prototype as object, field);
  }
  Field(() => ReceiptObject, { description: 'What was recorded, event by event.' })(
    type.prototype as object,
    'receipt',
  );
  recordedTypes.set(name, { type, of });
  return type;
}

function typeGiven(thing: AnyNode | Given): Type<unknown> {
  return typeof thing === 'function' ? thing : thing.type;
}

interface ResultTypes {
  readonly recorded: Type<unknown>;
  readonly refused: Type<unknown>;
}

function unionOf(name: string, { recorded, refused }: ResultTypes): object {
  return createUnionType({
    name: `${name}Result`,
    description: 'What was recorded, or why nothing was.',
    types: () => [recorded, refused] as const,
    resolveType: (value: object) => (value instanceof RefusalObject ? refused : recorded),
  }) as object;
}

interface Request {
  readonly given: Input;
  readonly context: GraphqlContext;
  readonly recorder: Recorder;
  readonly database: Database;
}

async function record(
  reading: Reading,
  recorded: Recorded,
  type: Type<object>,
  { given, context, recorder, database }: Request,
): Promise<object> {
  let data: Readonly<Record<string, unknown>> = {};
  const recording = async (): Promise<Recording> => {
    const address = addressOf(reading, given);
    data = await translateFields(reading.fields, given, [], database);
    data = { ...data, ...(await completed(reading, { id: address.id, data }, database)) };
    const limit = await limitOf(reading, { id: address.id, data }, { context, database });
    const recording = { type: reading.name, ...address, data, commandId: given.commandId };
    return limit === undefined ? recording : { ...recording, limit };
  };
  return recorder.record(context, recording, async (receipt, id) => {
    const things = await Promise.all(
      Object.entries(recorded.gives).map(async ([field, thing]) => {
        if (typeof thing !== 'function') return [field, await thing.find(context, { id, data })] as const;
        return [field, await thing.find(context, keyOf(reading, thing.name, id, data, given.commandId))] as const;
      }),
    );
    return Object.assign(new type(), Object.fromEntries(things), { receipt });
  });
}

/** Of nobody known nothing is asked: the recorder refuses it. */
async function limitOf(
  { options: { limits } }: Reading,
  sent: Sent,
  { context: { principal, clock }, database }: Pick<Request, 'context' | 'database'>,
): Promise<Refusal | undefined> {
  if (limits === undefined || principal === undefined) return undefined;
  const isOperator = senderOf(principal).scopes.includes('operator');
  return limits({ ...sent, actor: principal.organisation, isOperator }, database, today(clock));
}

async function completed({ options: { completes = {} } }: Reading, sent: Sent, database: Database): Promise<object> {
  const values = Object.entries(completes).map(
    async ([field, lookUp]) => [field, await lookUp(sent, database)] as const,
  );
  return Object.fromEntries((await Promise.all(values)).filter(([, value]) => value !== undefined));
}

/** The aggregate's id, and the field of the input that named it. @throws {IdError} */
function addressOf({ command, aggregate, part, options }: Reading, given: Input): { id: string; idField?: string } {
  if (part !== undefined) {
    const { owner } = localIdWithin(part.node, given[part.field] as string, [part.field]);
    return { id: owner, idField: part.field };
  }
  if (command.creates) return { id: newId(given.commandId) };
  if (typeof options.address === 'string') return { id: uuidIn(given, options.address), idField: options.address };
  const { idField, node } = addressIn(aggregate, options);
  const named = given[idField] as string | null | undefined;
  if (options.opens === true && (named === undefined || named === null)) return { id: newId(given.commandId), idField };
  return { id: localId(node, named as string, [idField]), idField };
}

/** The field that names the aggregate, and the kind of thing whose id it takes. */
function addressIn(
  aggregate: string,
  { address }: CommandOptions,
): { readonly idField: string; readonly node: string } {
  if (typeof address === 'object') return { idField: address.field, node: address.node };
  return { idField: address ?? `${aggregate}Id`, node: pascal(aggregate) };
}

/** @throws {IdError} */
function uuidIn(given: Input, field: string): string {
  const id = uuid.safeParse(given[field]);
  if (!id.success) throw new IdError(`${field}: ${id.error.issues[0]?.message ?? ''}.`, [field]);
  return id.data;
}

/** The aggregate's own key; of a thing within it, with its id there: the one named, or the command's. */
function keyOf(
  { aggregate }: Reading,
  thing: string,
  id: string,
  data: Readonly<Record<string, unknown>>,
  commandId: string,
): string {
  const named = data[`${camel(thing)}Id`];
  return camel(thing) === aggregate ? id : `${id}/${typeof named === 'string' ? named : commandId}`;
}
