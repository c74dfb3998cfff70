import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { readGlobalId } from '@maillage/engine';
import { EvidenceFiles, loadConfig } from '@maillage/platform';
import { loadCoalition } from '../../apps/cli/sample/coalition/index.js';
import { openSession } from '../../apps/cli/session.js';
import { buildSdl } from '../../apps/api/sdl.js';
import { connectionsOf } from '../clients/connections.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { recordStatements } from '../harness/statements.js';

/** Pages of the sample's longest list would take long. */
const MOST_LOOKED_AT = 9;

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}
interface Page {
  readonly edges: readonly { readonly cursor: string }[];
  readonly nodes: readonly { readonly __typename: string }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
  readonly computedAt: string;
}

const PAGE = `
  edges { cursor node { __typename } } nodes { __typename }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount computedAt`;

let api: TestApi;
let folder: string;
let schema: GraphQLSchema;
/** An organisation of the sample: its global id, and a key of its own. */
let city: { readonly globalId: string; readonly key: string } | undefined;

beforeAll(async () => {
  schema = buildSchema(await buildSdl());
  folder = await mkdtemp(join(tmpdir(), 'maillage-connections-'));
  api = await startTestApi({ env: { EVIDENCE_DIR: folder, RATE_LIMIT_PER_MINUTE: '100000' } });
  const session = openSession(api.database, new AbortController().signal);
  const files = new EvidenceFiles(api.database, loadConfig({ EVIDENCE_DIR: folder }).evidence);
  await loadCoalition({ execute: session.execute, database: api.database, files, language: 'en' });
  await session.catchUp();
  const { id: globalId } = (await ask('{ city: organisations(search: "Ville", first: 1) { nodes { id } } }')).city
    .nodes[0];
  const key = await api.createKey(String(readGlobalId(String(globalId))?.id));
  city = { globalId: String(globalId), key };
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(query: string): Promise<any> {
  const { data, errors } = await api.graphql(query, {}, { key: city?.key });
  expect(errors).toBeUndefined();
  return data;
}

async function refused(query: string): Promise<{ readonly message: string; readonly code: string }> {
  const { errors } = await api.graphql(query);
  return { message: errors?.[0].message, code: errors?.[0].extensions.code };
}

type Place = (selection: string) => string;

/** How to come to things of a type: around a selection of one of its fields. */
const WAYS: Readonly<Record<string, Place>> = {
  Query: (selection) => selection,
  Mission: (selection) => `missions(first: 5) { nodes { ${selection} } }`,
  Organisation: (selection) => `organisations(first: 10) { nodes { ${selection} } }`,
  Commitment: (selection) => `commitments(first: 10) { nodes { ${selection} } }`,
  Indicator: (selection) => `missions(first: 5) { nodes { indicators { nodes { ${selection} } } } }`,
  Desk: (selection) => `desk(organisationId: "${city?.globalId ?? ''}") { ${selection} }`,
};

/** What lies under an alias anywhere in an answer, in the order of the answer. */
function under(answer: unknown, alias: string): readonly Page[] {
  if (Array.isArray(answer)) return answer.flatMap((each) => under(each, alias));
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) => (name === alias ? [value as Page] : under(value, alias)));
}

const cursors = (page: Page | undefined) => page?.edges.map(({ cursor }) => cursor) ?? [];
const ends = (of: readonly string[]) => ({ cursors: of, startCursor: of[0] ?? null, endCursor: of.at(-1) ?? null });
const shown = (page: Page | undefined) => ({
  cursors: cursors(page),
  ...page?.pageInfo,
  totalCount: page?.totalCount,
});

describe('Every connection of the schema', () => {
  it('hangs from a type that these tests know a way to', () => {
    const parents = new Set(connectionsOf(schema).map(({ parent }) => parent));
    expect([...parents].sort()).toEqual(Object.keys(WAYS).sort());
  });

  it('takes both directions, and says where a page lies and how many there are', () => {
    const faults = connectionsOf(schema).flatMap(({ parent, field }) => {
      const args = field.args.map(({ name, type }) => `${name}: ${String(type)}`);
      const missing = ['first: Int', 'after: String', 'last: Int', 'before: String'].filter(
        (each) => !args.includes(each),
      );
      return missing.map((each) => `${parent}.${field.name} takes no ${each}`);
    });
    expect(faults).toEqual([]);
  });

  it('pages forward and backward without loss or repetition, and knows what is on either side', async () => {
    let looked = 0;
    for (const { parent, field } of connectionsOf(schema)) {
      const way = WAYS[parent] as Place;
      const answer = await ask(`{ ${way(`found: ${field.name}(first: 100) { ${PAGE} }`)} }`);
      const lists = under(answer, 'found');
      const lengths = lists.map(({ edges }) => edges.length);
      const at = lengths.indexOf(Math.max(...lengths));
      const all = cursors(lists[at]);
      expect(new Set(all).size).toBe(all.length);
      if (all.length > 2) looked += 1;
      const total = lists[at]?.totalCount ?? 0;
      for (const [index, cursor] of all.slice(0, MOST_LOOKED_AT).entries()) {
        const sides = await ask(
          `{ ${way(`
            behind: ${field.name}(first: 2, after: "${cursor}") { ${PAGE} }
            before: ${field.name}(last: 2, before: "${cursor}") { ${PAGE} }`)} }`,
        );
        const place = `${parent}.${field.name} at ${index} of ${total}`;
        const [behind, before] = [all.slice(index + 1, index + 3), all.slice(Math.max(0, index - 2), index)];
        expect([place, shown(under(sides, 'behind')[at])]).toEqual([
          place,
          { ...ends(behind), hasNextPage: index + 3 < total, hasPreviousPage: true, totalCount: total },
        ]);
        expect([place, shown(under(sides, 'before')[at])]).toEqual([
          place,
          { ...ends(before), hasNextPage: true, hasPreviousPage: index > 2, totalCount: total },
        ]);
      }
    }
    // Those of the sample that hold enough to be cut in the middle; its erasures are none.
    expect(looked).toBeGreaterThanOrEqual(15);
  });

  it('counts what it lists, by itself or beside a page', async () => {
    for (const { parent, field } of connectionsOf(schema)) {
      const way = WAYS[parent] as Place;
      const args = `(first: 100)`;
      const answer = await ask(
        `{ ${way(`found: ${field.name}${args} { ${PAGE} } counted: ${field.name} { totalCount }`)} }`,
      );
      const [found, counted] = [under(answer, 'found'), under(answer, 'counted')];
      const counts = found.map(({ totalCount }) => totalCount);
      expect(counted.map(({ totalCount }) => totalCount)).toEqual(counts);
      for (const { nodes, pageInfo, totalCount } of found) {
        expect([parent, field.name, pageInfo.hasNextPage ? totalCount > 100 : totalCount === nodes.length]).toEqual([
          parent,
          field.name,
          true,
        ]);
      }
    }
  });
});

describe('A connection', () => {
  it('counts only where it is asked to, whatever fragments and directives say so, and reads only rows it shows', async () => {
    const statements = recordStatements(...api.reading);
    const spent = async (query: string) => {
      statements.splice(0);
      const data = await ask(query);
      const reading = statements.filter((each) => each.includes('from unnest'));
      expect(reading).toHaveLength(1);
      return { data, counts: reading[0]?.includes('count(*)'), probes: reading[0]?.includes('exists') };
    };
    expect(await spent('{ missions { nodes { id } pageInfo { hasNextPage endCursor } } }')).toMatchObject({
      counts: false,
      probes: false,
    });
    expect(await spent('{ missions { totalCount @include(if: false) nodes { id } } }')).toMatchObject({
      counts: false,
    });
    const some = '{ missions { ...Counted } } fragment Counted on MissionConnection { ... { many: totalCount } }';
    expect(await spent(some)).toMatchObject({ counts: true, data: { missions: { many: expect.any(Number) } } });
  });

  it('is read backward from its end as well', async () => {
    const { all, last } = await ask(`{ all: events(first: 100) { totalCount } last: events(last: 2) { ${PAGE} } }`);
    const { head } = await ask('{ head }');
    expect([all.totalCount, last.totalCount]).toEqual([Number(head), Number(head)]);
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const { from } = await ask(`{ from: events(fromPosition: "${head}") { totalCount } }`);
    expect(from.totalCount).toBe(1);
    const { none } = await ask('{ none: events(fromPosition: "999999999") { totalCount nodes { id } } }');
    expect(none).toEqual({ totalCount: 0, nodes: [] });
  });

  it('refuses both directions at once, naming the two', async () => {
    const BOTH = ' ask forward with first and after, or backward with last and before.';
    for (const [args, named] of [
      ['first: 1, last: 1', 'last: cannot be given with first;'],
      ['first: 1, before: "WyIxIl0"', 'before: cannot be given with first;'],
      ['after: "WyIxIl0", last: 1', 'last: cannot be given with after;'],
      ['after: "WyIxIl0", before: "WyIxIl0"', 'before: cannot be given with after;'],
    ] as const) {
      const { message, code } = await refused(`{ missions(${args}) { nodes { id } } }`);
      expect([args, code, message.startsWith(named), message.endsWith(BOTH)]).toEqual([
        args,
        'BAD_USER_INPUT',
        true,
        true,
      ]);
    }
    expect((await ask('{ missions(first: null, after: null, last: 1) { nodes { id } } }')).missions.nodes).toHaveLength(
      1,
    );
  });

  it('refuses too large a page from the end, and a cursor it never gave', async () => {
    expect(await refused('{ missions(last: 101) { nodes { id } } }')).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'last: 101 is not acceptable; ask for 1 to 100 and follow pageInfo.startCursor.',
    });
    for (const cursor of ['garbage', '', 'W251bGxd']) {
      const { message } = await refused(`{ missions(before: "${cursor}") { nodes { id } } }`);
      expect(message).toMatch(/^before: this is not a cursor of this list; take it from pageInfo.startCursor/);
    }
  });

  it('refuses a page that costs too much, whichever way it is read', async () => {
    const thrice = (page: string) =>
      `{ missions(${page}) { nodes { commitments(${page}) { nodes { contributions(${page}) { nodes { id } } } } } } }`;
    expect((await refused(thrice('last: 100'))).code).toBe('QUERY_TOO_COSTLY');
    expect((await refused(thrice('first: 100'))).code).toBe('QUERY_TOO_COSTLY');
  });
});
