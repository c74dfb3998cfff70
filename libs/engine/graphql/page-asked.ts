import { collectFields } from '@graphql-tools/utils';
import { getNamedType, isObjectType, type FieldNode, type GraphQLNamedType, type GraphQLResolveInfo } from 'graphql';
import type { PageAsks, PageInput } from '../queries/page.js';
import { argumentsOf } from './arguments.js';
import { PageInfo, type ConnectionArgs } from './definitions/connection.js';

/** Arguments of a connection field, and what is asked of its page. */
export type PageAsked<Args> = { readonly [Name in keyof Args]: Args[Name] } & PageInput;

/**
 * A connection field's arguments without nulls, and what of its page the operation selects: rows that nobody looks at are
 * not read, and nothing is counted that nobody asked for.
 * @param info of the connection's own field; outside of an operation, the page alone is asked for.
 */
export function pageAsked<Args extends ConnectionArgs>(
  args: Args,
  info: GraphQLResolveInfo | undefined,
): PageAsked<Args> {
  const given = argumentsOf(args);
  return info === undefined ? given : Object.assign(given, { asks: asksOf(given, info) });
}

function asksOf({ last, before }: ConnectionArgs, info: GraphQLResolveInfo): PageAsks {
  const connection = getNamedType(info.returnType);
  const selected = selectedOf(info, connection, info.fieldNodes);
  const pageInfo = selected.filter(({ name }) => name.value === 'pageInfo');
  const ofPageInfo = pageInfo.length === 0 ? [] : selectedOf(info, info.schema.getType(PageInfo.name), pageInfo);
  const has = (nodes: readonly FieldNode[], ...names: readonly string[]) =>
    nodes.some(({ name }) => names.includes(name.value));
  const backward = last !== undefined || before !== undefined;
  return {
    rows: has(selected, 'edges', 'nodes', 'pageInfo'),
    otherSide: has(ofPageInfo, backward ? 'hasNextPage' : 'hasPreviousPage'),
    totalCount: has(selected, 'totalCount'),
  };
}

/** The fields selected of an object, those in fragments among them, those left out by a directive not. */
function selectedOf(
  { schema, fragments, variableValues }: GraphQLResolveInfo,
  type: GraphQLNamedType | undefined,
  nodes: readonly FieldNode[],
): readonly FieldNode[] {
  if (!isObjectType(type)) return [];
  const variables = { coerced: variableValues, sources: {} };
  return nodes.flatMap(({ selectionSet }) =>
    selectionSet === undefined
      ? []
      : [...collectFields(schema, fragments, variables, type, selectionSet).fields.values()].flat(),
  );
}
