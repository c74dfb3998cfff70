import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { projectRoot } from '@maillage/platform';
import type { TestApi } from './api.js';

/** How far below a thing it is asked on; another thing is asked for by its own id. */
const DEPTH = 4;
/** Of a list within another; of one by itself, as many as there may be on a page. */
const [FIRST_BELOW, FIRST] = [10, 100];

/** Questions that take an argument, as somebody without a key asks them. */
const ASKED: Readonly<Record<string, string>> = {
  consistency: '(from: "1", to: "1")',
  receipt: '(commandId: "00000000-0000-4000-8000-000000000000")',
};
/** What the public is refused, or asks for by `node`. */
const LEFT_OUT = /^(desk|node)$/;

interface Listed {
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string };
}

interface Found {
  readonly __typename?: string;
  readonly id?: string;
}

/**
 * All that the public API answers to anybody: every question of its schema, and every field of every thing that an answer
 * mentions.
 * @returns the answers as they were sent.
 * @throws {Error} for an answer with an error, or one without data.
 */
export async function crawl(api: TestApi): Promise<readonly string[]> {
  const schema = buildSchema(await readFile(join(projectRoot, 'infra/generated/schema.graphql'), 'utf8'));
  const query = schema.getQueryType() ?? undefined;
  if (query === undefined) throw new Error('The schema has no questions.');
  const answers: string[] = [];
  const known = new Map<string, string>();
  const waiting: string[] = [];

  /** A list is asked for page by page, of so many as may be had at a time. */
  const ask = async (field: GraphQLField<unknown, unknown>, on?: { readonly id: string; readonly type: string }) => {
    const isList = field.args.some(({ name }) => name === 'after');
    for (let [first, after]: [number, string?] = [FIRST]; ;) {
      const from = after === undefined ? '' : `, after: ${JSON.stringify(after)}`;
      const asked = selected(schema, field, DEPTH, isList ? `(first: ${first}${from})` : ASKED[field.name]);
      const document =
        on === undefined ? `{ ${asked} }` : `{ node(id: "${on.id}") { ... on ${on.type} { ${asked} } } }`;
      const { status, text, data, errors } = await api.graphql(document);
      if (errors?.[0].extensions.code === 'QUERY_TOO_COSTLY' && first > 1) {
        first = Math.floor(first / 2);
        continue;
      }
      if (status !== 200 || errors !== undefined || (data ?? null) === null)
        throw new Error(`${document}\n${status}: ${text}`);
      answers.push(text);
      note(data);
      const { pageInfo } = (isList ? (on === undefined ? data : data.node)[field.name] : {}) as Listed;
      if (pageInfo?.hasNextPage !== true) return;
      after = pageInfo.endCursor;
    }
  };
  const note = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(note);
    else if (typeof value === 'object' && value !== null) {
      const { __typename: type, id } = value as Found;
      if (type !== undefined && id !== undefined && !known.has(id)) {
        known.set(id, type);
        waiting.push(id);
      }
      Object.values(value).forEach(note);
    }
  };

  for (const field of Object.values(query.getFields())) {
    const takesId = field.args.some((argument) => argument.name === 'id' && isRequiredArgument(argument));
    if (takesId || LEFT_OUT.test(field.name)) continue;
    await ask(field);
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const type = schema.getType(known.get(id) ?? '');
    if (!isObjectType(type) || !isNode(type)) continue;
    for (const field of fieldsWithout(type)) await ask(field, { id, type: type.name });
  }
  return answers;
}

function isNode(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}

function fieldsWithout(type: GraphQLObjectType): readonly GraphQLField<unknown, unknown>[] {
  // The edges of a list hold its nodes once more.
  return Object.values(type.getFields()).filter(({ name, args }) => name !== 'edges' && !args.some(isRequiredArgument));
}

/** A field with all that is below it; its name says of which type it is, as those of a union may differ under one name. */
function selected(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number, asked?: string): string {
  const type = getNamedType(field.type);
  const first = field.args.some(({ name }) => name === 'first') ? `(first: ${FIRST_BELOW})` : '';
  const below = isLeafType(type) ? '' : ` { ${all(schema, type, depth - 1)} }`;
  return `${field.name}${asked ?? first}${below}`;
}

function all(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (isUnionType(type) || isInterfaceType(type)) {
    const kinds = schema
      .getPossibleTypes(type)
      .map((kind) => `... on ${kind.name} { ${aliased(schema, kind, depth)} }`);
    return `__typename ${kinds.join(' ')}`;
  }
  if (!isObjectType(type)) return '__typename';
  if (isNode(type) || depth <= 0) return nameOf(type);
  return `__typename ${fieldsWithout(type)
    .map((field) => selected(schema, field, depth))
    .join(' ')}`;
}

function aliased(schema: GraphQLSchema, type: GraphQLObjectType, depth: number): string {
  if (isNode(type) || depth <= 0) return nameOf(type);
  return fieldsWithout(type)
    .map((field) => `${type.name}_${field.name}: ${selected(schema, field, depth)}`)
    .join(' ');
}

/** So that it is asked for by itself. */
function nameOf(type: GraphQLObjectType): string {
  return 'id' in type.getFields() ? '__typename id' : '__typename';
}
