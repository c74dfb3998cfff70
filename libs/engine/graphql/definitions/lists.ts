import type { Type } from '@nestjs/common';
import { ArgsType, IntersectionType } from '@nestjs/graphql';
import { placeOf, type Row, type ViewTable } from '@maillage/kernel';
import { Bus } from '../../bus.js';
import { pagesPerParent, type Positioned } from '../../queries/batch.js';
import { batchesOf } from '../../queries/examples.js';
import { computedAt } from '../../queries/computed.js';
import { oldestFirst } from '../../queries/ordering.js';
import type { Page, PageInput } from '../../queries/page.js';
import { query as newQuery, type AnyQuery, type BatchQuery, type Query } from '../../queries/query.js';
import { AfterArgs, ConnectionArgs, toConnection } from './connection.js';
import type { GraphqlContext } from '../context.js';
import { pageAsked } from '../page-asked.js';
import type { ListPlace } from '../part.js';
import type { RowType } from './edges.js';
import { camel, pascal, snake } from './names.js';
import {
  addQuery,
  addResolvedField,
  argumentsGiven,
  argumentsType,
  newResolver,
  type ArgumentSchemas,
  type ArgumentsOf,
} from './resolver.js';
import { asSentence, DefinitionError } from './types.js';

/** The arguments of one list: the page, and those of its own. */
type Given<Args extends ArgumentSchemas> = PageInput & ArgumentsOf<Args>;

interface ListOptions<Args extends ArgumentSchemas> {
  /** In which order, and of what: a sentence. */
  readonly says: string;
  /** Beside those of every connection. */
  readonly args?: Args;
  /**
   * What the query is asked, where that is not the arguments as they were given.
   * @throws {GraphQLError} for arguments that do not go together.
   */
  readonly asked?: (given: Given<Args>, context: GraphqlContext) => PageInput;
}

interface UnderOptions<Of extends Row, Args extends ArgumentSchemas> extends ListOptions<Args> {
  /** Of each parent by its key; in the order of the log, if left out. */
  // Arguments are of all shapes; the schemas beside say which.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly query?: BatchQuery<any, Page<Of>>;
}

interface RootOptions<Of extends Row, Args extends ArgumentSchemas> extends ListOptions<Args> {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly query: Query<any, Page<Of>>;
}

/** Of every list that hangs from no thing. */
@ArgsType()
class RootConnectionArgs extends IntersectionType(ConnectionArgs, AfterArgs) {}

/** A list of a thing's rows, as connections: made into a resolver once the thing's own type is there. */
export type ListOf<Of extends Row> = (
  of: DefinedRows<Of>,
  connection: () => Type<unknown>,
) => { readonly resolver: Type<unknown>; readonly queries: readonly AnyQuery[]; readonly place: ListPlace };

interface DefinedRows<Of extends Row> extends RowType<Of> {
  readonly table: ViewTable;
}

type AnyTables = Readonly<Record<string, Row>>;

/** A list below each thing of another type, by its key. */
export function under<Of extends Row, Args extends ArgumentSchemas = ArgumentSchemas>(
  parent: Type<{ readonly key: string }>,
  name: string,
  { says, args, asked = asGiven, query }: UnderOptions<Of, Args>,
): ListOf<Of> {
  return (of, connection) => {
    const rows = query ?? rowsUnder<Of>(of, parent.name, name);
    const resolver = newResolver(`${parent.name}${pascal(name)}Resolver`, parent);
    const field = {
      says: asSentence(says),
      type: connection,
      nullable: false,
      args: argumentsType(`${parent.name}${pascal(name)}`, args, ConnectionArgs),
    };
    addResolvedField(resolver, name, field, async (above, given, context, info) => {
      const page = pageAsked(await argumentsGiven(args, given), info) as Given<Args>;
      const { key } = above as { readonly key: string };
      const found = await context.loaders.load(rows, key, asked(page, context));
      return toConnection(found, (row) => of.of(row));
    });
    const place = { parent: parent.name, name, query: rows.name };
    return { resolver, queries: query === undefined ? [rows] : [], place };
  };
}

/** A list that hangs from no thing: a field of the query itself. */
export function root<Of extends Row, Args extends ArgumentSchemas = ArgumentSchemas>(
  name: string,
  { says, args, asked = asGiven, query }: RootOptions<Of, Args>,
): ListOf<Of> {
  return (of, connection) => {
    const resolver = newResolver(`${pascal(name)}Resolver`, undefined, { bus: Bus });
    const field = {
      says: asSentence(says),
      type: connection,
      nullable: false,
      args: argumentsType(pascal(name), args, RootConnectionArgs),
    };
    addQuery(resolver, name, field, async function (_, given, context, info) {
      const page = pageAsked(await argumentsGiven(args, given), info) as Given<Args>;
      const found = await (this['bus'] as Bus).ask(query, asked(page, context));
      return toConnection(found, (row) => of.of(row));
    });
    return { resolver, queries: [], place: { parent: undefined, name, query: query.name } };
  };
}

function asGiven(given: PageInput): PageInput {
  return given;
}

/** The rows whose column names the parent, in the order of the log. */
function rowsUnder<Of extends Row>(
  { table }: DefinedRows<Of>,
  parent: string,
  name: string,
): BatchQuery<PageInput, Page<Of>> {
  const column = `${snake(camel(parent))}_id`;
  if (table.columns[column] === undefined) {
    throw new DefinitionError(`${parent}.${name} needs a column ${column}, or the query it is read by.`);
  }
  return newQuery(`${name}Of${parent}`, batchesOf({}), (database, input) => {
    const place = placeOf(table);
    return pagesPerParent<Of & Positioned>(database, input, {
      at: computedAt(place.view),
      order: oldestFirst,
      rows: (key) => database.as<AnyTables>().selectFrom(place.table).selectAll().where(column, '=', key),
    });
  });
}
