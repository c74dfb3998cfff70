import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { queriesOf, Registry, type GraphqlPart } from '@maillage/engine';
import { projectRoot } from '@maillage/platform';
import { buildSdl } from '../../../apps/api/sdl.js';
import { slices } from '../../../apps/host/slices.js';
import { eventsByCommand } from '../fixture-log/segments.js';
import { queryFile, viewFile } from '../golden-sql/files.js';

/** All that definitions became, as it is looked up to explain one of them. */
export interface House {
  readonly registry: Registry;
  readonly schema: GraphQLSchema;
  readonly parts: readonly GraphqlPart[];
  /** By the command's type: the types of the events it came to in the fixture log. */
  readonly events: ReadonlyMap<string, ReadonlySet<string>>;
  /** The golden file of a query, from the project's root. */
  readonly sqlOf: (query: string) => string;
  /** The golden file of a view. */
  readonly viewSqlOf: (view: string) => string;
  /** Where something is written, `libs/…/commands.ts:12`: the first line of such a file that the pattern is found in. */
  readonly placeOf: (file: RegExp, line: RegExp) => string | undefined;
}

export async function openHouse(): Promise<House> {
  const files = new Map(
    slices.flatMap((slice) => queriesOf(slice).map((query) => [query.name, queryFile(slice.name, query.name)])),
  );
  const views = new Map(
    slices.flatMap(({ name, views: own }) => own.map((view) => [view.name, viewFile(name, view.name)])),
  );
  const sources = readdirSync(join(projectRoot, 'libs'), { recursive: true, encoding: 'utf8' }).sort();
  return {
    registry: new Registry(slices),
    schema: buildSchema(await buildSdl()),
    parts: slices.flatMap(({ graphql = [] }) => graphql),
    events: await eventsByCommand(),
    sqlOf: (query) => `infra/generated/sql/${files.get(query) ?? `${query}.sql`}`,
    viewSqlOf: (view) => `infra/generated/sql/${views.get(view) ?? ''}`,
    placeOf: (file, line) => {
      for (const source of sources.filter((each) => file.test(each))) {
        const lines = readFileSync(join(projectRoot, 'libs', source), 'utf8').split('\n');
        const at = lines.findIndex((each) => line.test(each));
        if (at >= 0) return `libs/${source}:${at + 1}`;
      }
      return undefined;
    },
  };
}
