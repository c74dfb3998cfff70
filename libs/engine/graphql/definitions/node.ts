import type { Type } from '@nestjs/common';
import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import type { Columns, Row, RowOfColumns, Table, ViewTable } from '@maillage/kernel';
import { findBy } from '../../queries/find.js';
import type { BatchQuery } from '../../queries/query.js';
import { AfterArgs, ConnectionArgs, connectionType, type Connection } from './connection.js';
import type { GraphqlContext } from '../context.js';
import { localId, localIdWithin, Node, toGlobalId } from '../node.js';
import type { GraphqlPart, MadeType, Source } from '../part.js';
import type { EdgeOf, FoundType, NodeObject, RowObject, RowType } from './edges.js';
import { addRowFields, columnsShown, type FieldDefinition } from './fields.js';
import type { ListOf } from './lists.js';
import { camel, newType, pascal, words } from './names.js';
import { addQuery, addResolvedField, argumentsType, newResolver } from './resolver.js';
import { asSentence } from './types.js';

interface RowDefinition<Of extends Row> {
  /** What one is, in a sentence. */
  readonly says: string;
  /** From its row: by name, what each says. */
  readonly fields: Readonly<Record<string, FieldDefinition<Of>>>;
  /** Where it leads, and what is worked out of it. */
  readonly edges?: Readonly<Record<string, EdgeOf<Of>>>;
  /** In which lists it is found. */
  readonly lists?: readonly ListOf<Of>[];
}

interface NodeDefinition<Of extends Row> extends RowDefinition<Of> {
  /** By its key, in a batch; from its table, if left out. */
  readonly find?: BatchQuery<null, Of | undefined>;
  /** Whether the query has a field that finds one; if not, `node` does, and whatever leads to it. True, if left out. */
  readonly finder?: boolean;
}

/** What a definition made of a table's rows: the class behind the object type, and what a slice lists of it. */
export interface Defined<Of extends Row> extends GraphqlPart {
  readonly table: ViewTable;
  /** Made when it is first asked for: of what is in no list, none is published. */
  readonly connection: Type<Connection<RowObject<Of>>>;
}

export interface DefinedType<Of extends Row> extends RowType<Of>, Defined<Of> {}

export interface DefinedNode<Of extends Row> extends FoundType<Of>, Defined<Of> {
  /**
   * The key that a global id of this type stands for.
   * @throws {IdError} for an id of another type.
   */
  keyOf(globalId: string, path: readonly (string | number)[]): string;
}

/** An object type made from a table's rows, without an id of its own: it is found below something else. */
export function rowType<Given extends Columns>(
  name: string,
  table: Table<Given>,
  definition: RowDefinition<RowOfColumns<Given>>,
): DefinedType<RowOfColumns<Given>> {
  const type = newRowType<RowOfColumns<Given>>(name, table);
  ObjectType(name, { description: definition.says })(type);
  return complete(type, table, definition, []);
}

/**
 * A thing with a global id, made from a table's rows: its object type, the field of the query that finds one, and what
 * Relay's `node` finds it by. A query that finds it may give rows more than their table's columns.
 */
export function node<Given extends Columns, Of extends RowOfColumns<Given>>(
  name: string,
  table: Table<Given>,
  definition: NodeDefinition<NoInfer<Of>> & { readonly find: BatchQuery<null, Of | undefined> },
): DefinedNode<Of>;
export function node<Given extends Columns>(
  name: string,
  table: Table<Given>,
  definition: NodeDefinition<RowOfColumns<Given>>,
): DefinedNode<RowOfColumns<Given>>;
export function node<Of extends Row>(name: string, table: ViewTable, definition: NodeDefinition<Of>): DefinedNode<Of> {
  const type = newRowType<Of>(name, table);
  ObjectType(name, { description: definition.says, implements: () => [Node] })(type);
  Object.defineProperty(type.prototype, 'id', {
    get(this: RowObject<Of>) {
      return toGlobalId(name, this.key);
    },
  });
  const byKey = definition.find ?? (findBy(`${camel(name)}ByKey`, table) as BatchQuery<null, Of | undefined>);
  const find = async (context: GraphqlContext, key: string) => {
    const row = await context.loaders.load(byKey, key, null);
    return row === undefined ? null : (new type(row) as NodeObject<Of>);
  };
  const keyOf = (globalId: string, path: readonly (string | number)[]) => keyWithin(name, table, globalId, path);
  const own = definition.finder === false ? [] : [finderOf(name, type, keyOf, find)];
  const defined = complete(type, table, definition, own);
  const queries = [...(defined.queries ?? []), ...(definition.find === undefined ? [byKey] : [])];
  return Object.assign(defined, { find, keyOf, queries, nodes: { [name]: find } }) as unknown as DefinedNode<Of>;
}

function newRowType<Of extends Row>(name: string, { primaryKey }: ViewTable): Type<RowObject<Of>> {
  const type = newType<RowObject<Of>>(
    name,
    class {
      constructor(readonly row: Of) {}

      get key(): string {
        return primaryKey.map((column) => this.row[column] as string).join('/');
      }
    },
  );
  return Object.assign(type, { of: (row: Of) => new type(row) });
}

function complete<Of extends Row>(
  type: Type<RowObject<Of>>,
  table: ViewTable,
  { fields, edges = {}, lists = [] }: RowDefinition<Of>,
  resolvers: readonly Type<unknown>[],
): DefinedType<Of> {
  addRowFields(type, table, fields);
  let connection: Type<Connection<RowObject<Of>>> | undefined;
  Object.defineProperty(type, 'connection', { get: () => (connection ??= connectionType(type)) });
  const defined = Object.assign(type, { table }) as unknown as DefinedType<Of>;
  const own =
    Object.keys(edges).length === 0
      ? []
      : [edgesResolver(`${type.name}Edges`, type, Object.keys(table.columns), edges)];
  const listed = lists.map((list) => {
    const { connection: pages } = defined;
    return list(defined, () => pages);
  });
  const made = (): MadeType => ({
    name: type.name,
    table,
    fields: sourcesOf(table, fields, edges),
    lists: listed.map(({ place }) => place),
  });
  return Object.assign(defined, {
    resolvers: [...resolvers, ...own, ...listed.map(({ resolver }) => resolver)],
    queries: listed.flatMap(({ queries }) => queries),
    made,
  });
}

function sourcesOf<Of extends Row>(
  table: ViewTable,
  fields: Readonly<Record<string, FieldDefinition<Of>>>,
  edges: Readonly<Record<string, EdgeOf<Of>>>,
): Readonly<Record<string, Source>> {
  const columns = Object.keys(table.columns);
  const sources: (readonly [string, Source])[] = [
    ...Object.entries(fields).map(([name, each]) => [name, { columns: columnsShown(name, each, columns) }] as const),
    ...Object.entries(edges).map(([name, edge]) => [name, edge.source(name, columns)] as const),
  ];
  return Object.fromEntries(sources);
}

/**
 * Fields that a later slice adds to a type whose definition lies in an earlier one, as `extend type` does in the schema's own
 * language. What the table's columns lead to is said there; here, `by` says which column.
 */
export function extend<Of extends Row>(
  type: RowType<Of>,
  edges: Readonly<Record<string, EdgeOf<NoInfer<Of>>>>,
): GraphqlPart {
  const [first = ''] = Object.keys(edges);
  const sources = Object.entries(edges).map(([name, edge]) => [name, edge.source(name, [])] as const);
  return {
    resolvers: [edgesResolver(`${type.name}${pascal(first)}Edges`, type, [], edges)],
    extends: { name: type.name, fields: Object.fromEntries(sources) },
  };
}

/** @param valueOf what the fields are asked of, from a value of the type: its row, if left out. */
export function edgesResolver<Of extends object>(
  resolverName: string,
  type: Type<unknown>,
  columns: readonly string[],
  edges: Readonly<Record<string, EdgeOf<Of>>>,
  valueOf = (value: unknown) => value as { readonly row: Of; readonly key: string },
): Type<unknown> {
  const resolver = newResolver(resolverName, type);
  for (const [name, edge] of Object.entries(edges)) {
    const { says, type: leadsTo, nullable, args, paged, complexity } = edge;
    const ask = edge.prepare(name, columns);
    const argsType = argumentsType(`${type.name}${name}`, args, paged === true ? ConnectionArgs : undefined);
    const field = { says: asSentence(says), type: leadsTo, nullable, args: argsType, complexity };
    addResolvedField(resolver, name, field, (parent, given, context, info) => {
      const { row, key } = valueOf(parent);
      return ask({ row, key, args: given, context, info });
    });
  }
  return resolver;
}

@ArgsType()
class FinderArgs extends AfterArgs {
  @Field(() => ID, { description: 'As its field `id` gives it.' })
  id!: string;
}

function finderOf(
  name: string,
  type: Type<unknown>,
  keyOf: (globalId: string, path: readonly string[]) => string,
  find: (context: GraphqlContext, key: string) => Promise<unknown>,
): Type<unknown> {
  const resolver = newResolver(`${name}Finder`, undefined);
  const says = `The ${words(name)} with this id; null where there is none.`;
  const field = { says, type: () => type, nullable: true, args: FinderArgs };
  addQuery(resolver, camel(name), field, (_, { id }, context) => find(context, keyOf(id as string, ['id'])));
  return resolver;
}

function keyWithin(
  name: string,
  { primaryKey }: ViewTable,
  globalId: string,
  path: readonly (string | number)[],
): string {
  if (primaryKey.length === 1) return localId(name, globalId, path);
  const { owner, id } = localIdWithin(name, globalId, path);
  return `${owner}/${id}`;
}
