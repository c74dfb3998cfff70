import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import {
  buildSchema,
  Kind,
  parse,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '@maillage/platform';

const web = join(projectRoot, 'apps', 'web');
const target = join(web, 'generated', 'graphql');
const SCHEMA = 'schema.ts';
const HEADER = '// Written by `npm run generate` from the SDL and the pages’ .graphql files.';

/** How the API writes its scalars in JSON. */
const SCALARS = {
  Date: 'string',
  DateTime: 'string',
  Decimal: 'string',
  JSON: 'unknown',
  Position: 'string',
  UUID: 'string',
};

/** A type for `@defer`, which the API does not have. */
const DEFERRED = /^.*Internal type.*\nexport type Incremental<.*$/m;

const CONFIG = {
  scalars: SCALARS,
  defaultScalarType: 'unknown',
  strictScalars: true,
  enumType: 'string-literal',
  avoidOptionals: false,
  immutableTypes: true,
  skipTypename: true,
  nonOptionalTypename: false,
  useTypeImports: true,
  omitOperationSuffix: false,
};

interface Source {
  /** In apps/web, with `/`. */
  readonly location: string;
  readonly document: DocumentNode;
}

type Fragments = ReadonlyMap<string, { readonly location: string; readonly node: FragmentDefinitionNode }>;

/**
 * The pages' typed client, a file for each `apps/web/**.graphql`: for every operation the types of its variables and result,
 * and its text with the fragments it uses; and one file of the enums and inputs they name. Operations are checked against the
 * SDL here, so that a page cannot ask for what is not there.
 */
export async function writeWebClient(sdl: string): Promise<void> {
  const sources = await documents();
  const fragments = fragmentsOf(sources);
  const schema = buildSchema(sdl);
  await rm(target, { recursive: true, force: true });
  const types = await typesOf(sdl, schema, sources, join(target, SCHEMA), { generateOperationTypes: false });
  await write(join(target, SCHEMA), `${HEADER}\n${types}`);
  for (const source of sources) await writeClientOf(source, { sdl, schema, sources, fragments });
}

async function writeClientOf(
  { location, document }: Source,
  all: {
    readonly sdl: string;
    readonly schema: GraphQLSchema;
    readonly sources: readonly Source[];
    readonly fragments: Fragments;
  },
): Promise<void> {
  const path = location.replace(/\.graphql$/, '.ts');
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const texts = operations.map((operation) => documentOf(operation, location, all.fragments));
  const up = posix.relative(posix.dirname(path), '.');
  const from = (name: string) => (up === '' ? `./${name}` : `${up}/${name}`);
  // What others define is there to be read, and written where it is theirs.
  const documents = all.sources.map((each) => ({
    ...each,
    type: each.location === location ? ('standard' as const) : ('external' as const),
  }));
  const types = await typesOf(all.sdl, all.schema, documents, join(target, path), {
    importSchemaTypesFrom: `apps/web/generated/graphql/${SCHEMA}`,
    namespacedImportName: 'Schema',
    importExtension: '.js',
    emitLegacyCommonJSImports: false,
  });
  const ownTypes = types.replace(/^import type \* as Schema from .*$/m, '').replace(DEFERRED, '');
  const imports = [
    ...(ownTypes.includes('Schema.') ? [`import type * as Schema from '${from('schema.js')}';`] : []),
    ...(texts.length === 0 ? [] : [`import type { TypedDocument } from '${from('../../shell/graphql/document.js')}';`]),
  ];
  await write(join(target, path), [HEADER, ...imports, '', ownTypes, '', ...texts].join('\n'));
}

async function typesOf(
  sdl: string,
  schemaAst: GraphQLSchema,
  sources: readonly (Source & { readonly type?: 'standard' | 'external' })[],
  filename: string,
  config: Readonly<Record<string, unknown>>,
): Promise<string> {
  return codegen({
    filename,
    schema: parse(sdl),
    schemaAst,
    documents: [...sources],
    plugins: [{ 'typescript-operations': {} }],
    pluginMap: { 'typescript-operations': typescriptOperations },
    config: { ...CONFIG, ...config },
  });
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const style = await resolveConfig(file);
  await writeFile(file, await format(text, { ...style, parser: 'typescript' }));
}

async function documents(): Promise<Source[]> {
  const files = (await readdir(web, { recursive: true })).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (location) => ({ location, document: parse(await readFile(join(web, location), 'utf8')) })),
  );
}

/** @throws {Error} where two have one name. */
function fragmentsOf(sources: readonly Source[]): Fragments {
  const fragments = new Map<string, { readonly location: string; readonly node: FragmentDefinitionNode }>();
  for (const { location, document } of sources) {
    for (const node of document.definitions) {
      if (node.kind !== Kind.FRAGMENT_DEFINITION) continue;
      const { value } = node.name;
      const before = fragments.get(value);
      if (before !== undefined) {
        throw new Error(
          `The fragment ${value} is defined in ${before.location} and in ${location}; give one another name.`,
        );
      }
      fragments.set(value, { location, node });
    }
  }
  return fragments;
}

/** A plain string: what no page of a chunk uses is left out of it. */
function documentOf(operation: OperationDefinitionNode, location: string, fragments: Fragments): string {
  const name = operation.name?.value;
  if (name === undefined) throw new Error(`An operation in ${location} has no name; give it one.`);
  const used = new Set<string>();
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode, within: string): void => {
    visit(node, {
      FragmentSpread: ({ name: { value } }) => {
        const fragment = fragments.get(value);
        if (fragment === undefined) throw new Error(`${within} uses the fragment ${value}, which no page defines.`);
        if (!mayUse(within, fragment.location)) {
          throw new Error(
            `${within} uses the fragment ${value} of another page, ${fragment.location}; what pages share is in parts/.`,
          );
        }
        if (used.has(value)) return;
        used.add(value);
        follow(fragment.node, fragment.location);
      },
    });
  };
  follow(operation, location);
  const parts = [operation, ...[...used].sort().flatMap((value) => fragments.get(value)?.node ?? [])];
  const text = parts.map((part) => print(part)).join('\n');
  const kind = operation.operation.charAt(0).toUpperCase() + operation.operation.slice(1);
  return `export const ${name}Document = ${JSON.stringify(text)} as TypedDocument<${name}${kind}, ${name}${kind}Variables>;\n`;
}

/** A page's documents use fragments of its own folder and of what is no page, as its code does. */
function mayUse(location: string, other: string): boolean {
  return !other.startsWith('pages/') || dirname(other) === dirname(location);
}
