import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { parse, type GraphQLSchema } from 'graphql';
import ts from 'typescript';
import { projectRoot } from '@maillage/platform';
import { connectionsOf, type Connected } from './connections.js';

/** What a partner's application asks for; its programs name it by this very text. */
export const COMMITMENTS_PAGE = `
  query Commitments($first: Int, $after: String, $last: Int, $before: String, $filter: CommitmentFilter) {
    commitments(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: DUE) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { id description dueOn } }
    }
  }
`;

const SCALARS = {
  Date: 'string',
  DateTime: 'string',
  Decimal: 'string',
  JSON: 'unknown',
  Position: 'string',
  UUID: 'string',
};

/**
 * Generates an application's client with Apollo's preset: for the page above, and for every connection of the schema; then
 * checks a program that uses it.
 * @returns what the type checker says against the program; nothing, if all is well.
 */
export async function checkedAgainstPreset(sdl: string, schema: GraphQLSchema, program: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-preset-'));
  try {
    const texts = [COMMITMENTS_PAGE, ...connectionsOf(schema).map(documentOf)];
    const sections = await preset.buildGeneratesSection({
      baseOutputDir: 'gql/',
      schema: parse(sdl),
      schemaAst: schema,
      documents: texts.map((rawSDL, n) => ({ location: `document-${n}.ts`, rawSDL, document: parse(rawSDL) })),
      config: { scalars: SCALARS, strictScalars: true, useTypeImports: true },
      presetConfig: {},
      plugins: [],
      pluginMap: {},
    });
    for (const section of sections) {
      const file = join(folder, section.filename);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, await codegen(section));
    }
    const main = join(folder, 'program.ts');
    await writeFile(main, program);
    return complaints(main);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A query for every connection; what lies on a node is asked for by the node's id. */
function documentOf({ parent, isNode, field }: Connected): string {
  const list = `${field.name}(first: $first, after: $after, last: $last, before: $before) {
    totalCount computedAt pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { __typename } } nodes { __typename }
  }`;
  const variables = '$first: Int, $after: String, $last: Int, $before: String';
  const name = `${parent}_${field.name}`;
  if (parent === 'Query') return `query ${name}(${variables}) { ${list} }`;
  const way = isNode ? `node(id: $id) { ... on ${parent} { ${list} } }` : `desk(organisationId: $id) { ${list} }`;
  return `query ${name}($id: ID!, ${variables}) { ${way} }`;
}

function complaints(main: string): string[] {
  const program = ts.createProgram([main], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    verbatimModuleSyntax: true,
    // The program lies outside of the project, whose packages it uses.
    paths: { '*': [join(projectRoot, 'node_modules', '*')] },
    skipLibCheck: true,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
