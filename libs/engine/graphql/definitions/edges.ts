import type { Type } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import type { Row } from '@maillage/kernel';
import type { BatchQuery } from '../../queries/query.js';
import type { GraphqlContext } from '../context.js';
import { typeShown, type Shown } from './fields.js';
import { singular, snake } from './names.js';
import type { Source } from '../part.js';
import { argumentsGiven, type ArgumentSchemas, type ArgumentsOf } from './resolver.js';
import { DefinitionError, type GraphqlType } from './types.js';

/** An object of the API that stands for a row. */
export interface RowObject<Of extends Row> {
  readonly row: Of;
  /** Its primary key; the parts of one of several columns joined by slashes. */
  readonly key: string;
}

/** What stands for the rows of a table; see `node` and `rowType`. */
export interface RowType<Of extends Row, Made extends RowObject<Of> = RowObject<Of>> extends Type<Made> {
  of(row: Of): Made;
}

export interface NodeObject<Of extends Row> extends RowObject<Of> {
  /** Global. */
  readonly id: string;
}

/** A thing that is found by its id. */
export interface FoundType<Of extends Row> extends RowType<Of, NodeObject<Of>> {
  /** In a batch with all others of the request. Null while the views have not caught up. */
  find(context: GraphqlContext, key: string): Promise<NodeObject<Of> | null>;
}

/** Types of one file may lead to each other: then one of them is named by a function. */
export type Late<Value> = Value | (() => Value);

/** What a field that leads elsewhere is asked. */
export interface Asked<Of extends object> {
  readonly row: Of;
  /** Of a figure, which has none, empty. */
  readonly key: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly context: GraphqlContext;
  readonly info: GraphQLResolveInfo;
}

export interface EdgeOf<Of extends object> {
  readonly says: string;
  readonly type: () => GraphqlType;
  readonly nullable: boolean;
  readonly args?: ArgumentSchemas | undefined;
  /** Whether it takes the arguments of a page as well. */
  readonly paged?: boolean | undefined;
  /** What it costs, where that is more than any field does. */
  readonly complexity?: number | undefined;
  /** @throws {DefinitionError} where the table lacks the column that it needs. */
  readonly prepare: (field: string, columns: readonly string[]) => (asked: Asked<Of>) => unknown;
  readonly source: (field: string, columns: readonly string[]) => Source;
}

/** A thing of whatever rows; what a function returns that names a type of the same file. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyNode = FoundType<any>;

const LATER = 'Null while the views have not caught up.';

interface OneOptions<Of extends object> {
  /** What it is. That it is null until the views have caught up is added, where it does not say itself when it is null. */
  readonly says?: string;
  /** The column that holds the other's id; by the field's name, if left out: `mission_id`, or else `declared_by`. */
  readonly by?: keyof NoInfer<Of> & string;
}

/** The other thing whose id a column holds. */
export function one<Of extends object = Row>(other: Late<AnyNode>, options: OneOptions<Of> = {}): EdgeOf<Of> {
  const column = (field: string, columns: readonly string[]) =>
    columnOf(field, columns, options.by, [`${snake(field)}_id`, snake(field)]);
  return {
    says: mayBeNull(options.says),
    type: () => theType(other),
    nullable: true,
    prepare: (field, columns) => {
      const by = column(field, columns);
      return ({ row, context }) => {
        const id = (row as Row)[by] as string | null;
        return id === null ? null : theType(other).find(context, id);
      };
    },
    source: (field, columns) => ({ columns: [column(field, columns)], leadsTo: theType(other).name }),
  };
}

function mayBeNull(says: string | undefined): string {
  if (says === undefined) return LATER;
  return /\bNull\b/.test(says) ? says : `${says} ${LATER}`;
}

interface ManyOptions<Of extends Row> {
  readonly says: string;
  /** What of the row holds the others' ids; the column by the field's name, if left out: `friend_ids`. */
  readonly by?: keyof NoInfer<Of> & string;
}

/** The other things whose ids a column holds, but for those that nobody finds. */
export function many<Of extends Row>(other: Late<AnyNode>, options: ManyOptions<Of>): EdgeOf<Of> {
  const column = (field: string, columns: readonly string[]) =>
    columnOf(field, columns, options.by, [`${snake(singular(field))}_ids`]);
  return {
    says: options.says,
    type: () => [theType(other)],
    nullable: false,
    prepare: (field, columns) => {
      const by = column(field, columns);
      return async ({ row, context }) => {
        const ids = row[by] as readonly string[];
        const found = await Promise.all(ids.map((id) => theType(other).find(context, id)));
        return found.filter((each) => each !== null);
      };
    },
    source: (field, columns) => ({ columns: [column(field, columns)], leadsTo: theType(other).name }),
  };
}

interface ReachedOptions<Of extends Row, Args extends ArgumentSchemas, Reached> {
  readonly says: string;
  readonly args?: Args;
  /** Finds by which id, or ids, it is known. */
  readonly by: (asked: Asked<Of> & { readonly args: ArgumentsOf<Args> }) => Promise<Reached>;
}

/** The other thing that is found by an id that has to be asked for, on a day or otherwise. */
export function reached<Of extends Row, Args extends ArgumentSchemas = ArgumentSchemas>(
  other: Late<AnyNode>,
  options: ReachedOptions<Of, Args, string | null>,
): EdgeOf<Of> {
  return {
    ...asking(options, async (id, context) => (id === null ? null : theType(other).find(context, id))),
    says: mayBeNull(options.says),
    type: () => theType(other),
    nullable: true,
  };
}

/** The other things that are found by ids that have to be asked for, but for those that nobody finds. */
export function allReached<Of extends Row, Args extends ArgumentSchemas = ArgumentSchemas>(
  other: Late<AnyNode>,
  options: ReachedOptions<Of, Args, readonly string[]>,
): EdgeOf<Of> {
  const findAll = async (ids: readonly string[], context: GraphqlContext) => {
    const found = await Promise.all(ids.map((id) => theType(other).find(context, id)));
    return found.filter((each) => each !== null);
  };
  return { ...asking(options, findAll), type: () => [theType(other)], nullable: false };
}

function asking<Of extends Row, Args extends ArgumentSchemas, Reached>(
  { says, args, by }: ReachedOptions<Of, Args, Reached>,
  find: (reached: Reached, context: GraphqlContext) => Promise<unknown>,
): Pick<EdgeOf<Of>, 'says' | 'args' | 'prepare' | 'source'> {
  return {
    says,
    args,
    prepare: () => async (asked) => {
      const given = (await argumentsGiven(args, asked.args)) as ArgumentsOf<Args>;
      return find(await by({ ...asked, args: given }), asked.context);
    },
    source: () => ({ workedOut: true }),
  };
}

/** The rows that a query finds for a thing's key, in a batch with those of its siblings. */
export function each<Of extends Row, Other extends Row>(
  other: Late<RowType<Other>>,
  query: BatchQuery<null, readonly NoInfer<Other>[]>,
  says: string,
): EdgeOf<Of> {
  return {
    says,
    type: () => [theType(other)],
    nullable: false,
    prepare:
      () =>
      async ({ key, context }) => {
        const rows = await context.loaders.load(query, key, null);
        return rows.map((row) => theType(other).of(row));
      },
    source: () => ({ query: query.name }),
  };
}

/** The row that a query finds for a thing's key, or null. */
export function found<Of extends Row, Other extends Row>(
  other: Late<RowType<Other>>,
  query: BatchQuery<null, NoInfer<Other> | undefined>,
  says: string,
): EdgeOf<Of> {
  return {
    says,
    type: () => theType(other),
    nullable: true,
    prepare:
      () =>
      async ({ key, context }) => {
        const row = await context.loaders.load(query, key, null);
        return row === undefined ? null : theType(other).of(row);
      },
    source: () => ({ query: query.name }),
  };
}

interface ComputedOptions<Of extends object, Args extends ArgumentSchemas> {
  readonly says: string;
  readonly type: Shown;
  readonly nullable?: boolean;
  readonly args?: Args;
  /** Of a connection, which takes the arguments of a page beside its own. */
  readonly paged?: boolean;
  /** What it costs, where that is more than any field does: as many plain values take as long, measured. */
  readonly complexity?: number;
  readonly resolve: (asked: Asked<Of> & { readonly args: ArgumentsOf<Args> }) => unknown;
}

/** A figure that is worked out when it is asked for. */
export function computed<Of extends object = Row, Args extends ArgumentSchemas = ArgumentSchemas>(
  options: ComputedOptions<Of, Args>,
): EdgeOf<Of> {
  const { says, nullable = false, args, paged, complexity, resolve } = options;
  const type = typeShown(options.type, 'a computed field');
  return {
    says,
    type: () => type,
    nullable,
    args,
    paged,
    complexity,
    prepare: () => async (asked) => {
      const given = (await argumentsGiven(args, asked.args)) as ArgumentsOf<Args>;
      return resolve({ ...asked, args: given });
    },
    source: () => ({ workedOut: true }),
  };
}

function columnOf(
  field: string,
  columns: readonly string[],
  said: string | undefined,
  usual: readonly string[],
): string {
  // What a query adds to its table's rows has no column; the compiler has seen that the rows have it.
  const column = said ?? usual.find((each) => columns.includes(each));
  if (column === undefined) throw new DefinitionError(`${field} needs a column ${usual.join(' or ')}.`);
  return column;
}

/** A class has a prototype; an arrow function has none. */
export function theType<Of extends Type<unknown>>(late: Late<Of>): Of {
  return (late as { readonly prototype?: unknown }).prototype === undefined ? (late as () => Of)() : (late as Of);
}
