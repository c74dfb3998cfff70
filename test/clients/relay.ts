import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { GraphQLSchema } from 'graphql';
import { connectionsOf, type Connected } from './connections.js';

/** The compiler itself, as its package has it for this system. */
const compiler = createRequire(import.meta.url)('relay-compiler') as string;

/** How a partner's application shows a mission: a list that is paged by itself, both ways, and one below it. */
const MISSION_PAGE = `import { graphql } from 'relay-runtime';

export const page = graphql\`
  query MissionPageQuery($id: ID!, $filter: CommitmentFilter) {
    mission(id: $id) {
      id
      title
      ...MissionPage_commitments @arguments(filter: $filter)
      members(first: 10) { totalCount nodes { organisation { id name } } }
    }
  }
\`;

export const commitments = graphql\`
  fragment MissionPage_commitments on Mission
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 2 }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
    filter: { type: "CommitmentFilter" }
  )
  @refetchable(queryName: "MissionPageCommitmentsQuery") {
    commitments(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: DUE)
    @connection(key: "MissionPage_commitments", filters: ["filter", "orderBy"]) {
      totalCount
      edges { node { id description dueOn ...MissionPage_reviews } }
    }
  }
\`;

export const reviews = graphql\`
  fragment MissionPage_reviews on Commitment {
    reviews(last: 3) @connection(key: "MissionPage_reviews") { edges { node { id whatToTry { text } } } }
  }
\`;
`;

export interface Compiled {
  /** What the compiler says, were it a complaint. */
  readonly said: string;
  readonly compiled: boolean;
  /** The operations it made, as they are sent to the server, by name. */
  readonly operations: ReadonlyMap<string, string>;
}

/** Compiles a partner's documents, and one for every connection of the schema, as an application with Relay would. */
export async function compileForRelay(sdl: string, schema: GraphQLSchema): Promise<Compiled> {
  const project = await mkdtemp(join(tmpdir(), 'maillage-relay-'));
  const [source, artifacts] = [join(project, 'src'), join(project, 'artifacts')];
  try {
    await Promise.all([source, artifacts].map((folder) => mkdir(folder)));
    const config = {
      src: './src',
      schema: './schema.graphql',
      language: 'typescript',
      artifactDirectory: './artifacts',
    };
    await writeFile(join(project, 'relay.config.json'), JSON.stringify(config));
    await writeFile(join(project, 'schema.graphql'), sdl);
    await writeFile(join(source, 'MissionPage.ts'), MISSION_PAGE);
    for (const connected of connectionsOf(schema)) {
      await writeFile(join(source, `${nameOf(connected)}.ts`), documentOf(connected));
    }
    const ran = await promisify(execFile)(compiler, ['relay.config.json'], { cwd: project }).then(
      ({ stdout, stderr }) => ({ said: stdout + stderr, compiled: true }),
      (error: unknown) => ({ said: saidBy(error), compiled: false }),
    );
    return { ...ran, operations: await operationsIn(artifacts) };
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

function saidBy(error: unknown): string {
  const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
  return `${String(error)}\n${stdout}${stderr}`;
}

/** Relay wants names of operations that begin with the module's. */
export function nameOf({ parent, field }: Pick<Connected, 'parent' | 'field'>): string {
  return `${parent}${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`;
}

/** The name of the operation that pages a connection. */
export function pagingOf(connected: Connected): string {
  return `${nameOf(connected)}${canBeAskedAgain(connected) ? 'Page' : ''}Query`;
}

function canBeAskedAgain({ parent, isNode }: Connected): boolean {
  return isNode || parent === 'Query';
}

const DIRECTIONS = 'first: $first, after: $after, last: $last, before: $before';
const VARIABLES = '$first: Int, $after: String, $last: Int, $before: String';

/** A list as a fragment that fetches its own pages; what cannot be asked for again is paged by its query. */
function documentOf(connected: Connected): string {
  const { parent, field } = connected;
  const name = nameOf(connected);
  const list = `${field.name}(${DIRECTIONS}) @connection(key: "${name}_${field.name}") {
    totalCount computedAt
    edges { node { __typename } }
  }`;
  const document = canBeAskedAgain(connected)
    ? `fragment ${name}_list on ${parent}
      @argumentDefinitions(
        first: { type: "Int" } after: { type: "String" } last: { type: "Int" } before: { type: "String" }
      )
      @refetchable(queryName: "${pagingOf(connected)}") { ${list} }`
    : `query ${pagingOf(connected)}($id: ID!, ${VARIABLES}) { desk(organisationId: $id) { ${list} } }`;
  return `import { graphql } from 'relay-runtime';\nexport const list = graphql\`${document}\`;\n`;
}

async function operationsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const file of await readdir(folder)) {
    const [, text] = /^ *"text": ("(?:[^"\\]|\\.)*")/m.exec(await readFile(join(folder, file), 'utf8')) ?? [];
    if (text !== undefined) found.set(file.replace('.graphql.ts', ''), JSON.parse(text) as string);
  }
  return found;
}
