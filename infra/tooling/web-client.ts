import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, Kind, parse, print, visit, type DocumentNode, type FragmentDefinitionNode } from 'graphql';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '@maillage/platform';

const web = join(projectRoot, 'apps', 'web');
const target = join(web, 'generated', 'operations.ts');

/** How the API writes its scalars in JSON. */
const SCALARS = {
  Date: 'string',
  DateTime: 'string',
  Decimal: 'string',
  JSON: 'unknown',
  Position: 'string',
  UUID: 'string',
};

interface Source {
  readonly location: string;
  readonly document: DocumentNode;
}

/**
 * The pages' typed client: for every operation in `apps/web/**.graphql` the types of its variables and result, and its text
 * with the fragments it uses. Operations are checked against the SDL here, so that a page cannot ask for what is not there.
 */
export async function writeWebClient(sdl: string): Promise<void> {
  const sources = await documents();
  const types = await codegen({
    filename: target,
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents: sources,
    plugins: [{ 'typescript-operations': {} }],
    pluginMap: { 'typescript-operations': typescriptOperations },
    config: {
      ...{ scalars: SCALARS, defaultScalarType: 'unknown', strictScalars: true },
      ...{ enumType: 'string-literal', avoidOptionals: false, immutableTypes: true, skipTypename: true },
      ...{ nonOptionalTypename: false, useTypeImports: true, omitOperationSuffix: false },
    },
  });
  const text = `// Written by \`npm run generate\` from the SDL and the pages' .graphql files.
import type { TypedDocument } from '../shell/graphql/document.js';

${types}

${texts(sources)}
`;
  await mkdir(join(web, 'generated'), { recursive: true });
  const style = await resolveConfig(target);
  await writeFile(target, await format(text, { ...style, parser: 'typescript' }));
}

async function documents(): Promise<Source[]> {
  const files = (await readdir(web, { recursive: true })).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (location) => ({ location, document: parse(await readFile(join(web, location), 'utf8')) })),
  );
}

/** Plain strings: what no page of a chunk uses is left out of it. */
function texts(sources: readonly Source[]): string {
  const definitions = sources.flatMap(({ document }) => document.definitions);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions) {
    if (each.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const { value } = each.name;
    if (fragments.has(value)) throw new Error(`The pages define the fragment ${value} twice; give one another name.`);
    fragments.set(value, each);
  }
  const constants: string[] = [];
  for (const each of definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION) continue;
    const name = each.name?.value;
    if (name === undefined) throw new Error('An operation of the pages has no name; give it one.');
    const used = new Set<string>();
    const follow = (node: Parameters<typeof visit>[0]): void => {
      visit(node, {
        FragmentSpread: ({ name: { value } }) => {
          const fragment = fragments.get(value);
          if (fragment === undefined) throw new Error(`${name} uses the fragment ${value}, which no page defines.`);
          if (used.has(value)) return;
          used.add(value);
          follow(fragment);
        },
      });
    };
    follow(each);
    const parts = [each, ...[...used].sort().flatMap((value) => fragments.get(value) ?? [])];
    const text = parts.map((part) => print(part)).join('\n');
    const kind = each.operation.charAt(0).toUpperCase() + each.operation.slice(1);
    constants.push(
      `export const ${name}Document = ${JSON.stringify(text)} as TypedDocument<${name}${kind}, ${name}${kind}Variables>;`,
    );
  }
  return constants.join('\n\n');
}
