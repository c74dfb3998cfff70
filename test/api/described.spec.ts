import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  getIntrospectionQuery,
  introspectionFromSchema,
  type IntrospectionQuery,
  type IntrospectionType,
} from 'graphql';
import { startTestApi, type TestApi } from '../harness/api.js';
import { readmeRequests, type ReadmeRequest } from './readme.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

const WITH_ALL = { inputValueDeprecation: true };

/** What has no description, by its place: `Erasure.note`, `Query.erasures(first)`. GraphQL's own types are not the API's. */
function undescribed({ __schema: schema }: IntrospectionQuery): readonly string[] {
  return schema.types
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => [
      ...without([type], (name) => name),
      ...fieldsOf(type).flatMap((field) => [
        ...without([field], (name) => `${type.name}.${name}`),
        ...without(field.args, (name) => `${type.name}.${field.name}(${name})`),
      ]),
      ...without(type.kind === 'INPUT_OBJECT' ? type.inputFields : [], (name) => `${type.name}.${name}`),
      ...without(type.kind === 'ENUM' ? type.enumValues : [], (name) => `${type.name}.${name}`),
    ]);
}

function without(all: readonly Described[], placeOf: (name: string) => string): readonly string[] {
  return all.filter(({ description }) => (description ?? '').trim() === '').map(({ name }) => placeOf(name));
}

function fieldsOf(type: IntrospectionType) {
  return type.kind === 'OBJECT' || type.kind === 'INTERFACE' ? type.fields : [];
}

/** The fields called `code` that hold any text. */
function openCodes({ __schema: schema }: IntrospectionQuery): readonly string[] {
  return schema.types.flatMap((type) =>
    fieldsOf(type).flatMap(({ name, type: of }) => {
      const named = of.kind === 'NON_NULL' ? of.ofType : of;
      return name === 'code' && named.kind === 'SCALAR' ? [`${type.name}.code`] : [];
    }),
  );
}

async function introspected(): Promise<IntrospectionQuery> {
  const { data } = await api.graphql(getIntrospectionQuery(WITH_ALL));
  return data;
}

describe('The API, asked about itself', () => {
  it('describes every type, field, argument, input field and value of a closed list', async () => {
    expect(undescribed(await introspected())).toEqual([]);
  });

  it('has a closed list wherever a code says why something was refused', async () => {
    // A place's code is that of somebody's register, and an indicator's codes are its own.
    expect(openCodes(await introspected())).toEqual([
      'IndicatorCategory.code',
      'IndicatorDimensionCode.code',
      'Place.code',
    ]);
  });

  it('would tell what is missing, by its place', () => {
    const schema = buildSchema(`
      "What can be read." type Query { bed(id: ID!): Bed }
      "Something dug." type Bed { "How deep." depth(unit: Unit): Int, code: String! }
      enum Unit { "In metres." METRE SPAN }
      "Where." input Where { row: Int }`);
    const query = introspectionFromSchema(schema, WITH_ALL);
    expect(undescribed(query).filter((place) => !/^(Int|String|Boolean|ID|Float)$/.test(place))).toEqual([
      'Query.bed',
      'Query.bed(id)',
      'Bed.depth(unit)',
      'Bed.code',
      'Unit',
      'Unit.SPAN',
      'Where.row',
    ]);
    expect(openCodes(query)).toEqual(['Bed.code']);
  });
});

describe('The README’s first mutation and query', () => {
  const sent = async ({ path, headers, body }: ReadmeRequest, key: string) => {
    const filled = Object.entries(headers).map(([name, value]) => [name, value.replace('$KEY', key)]);
    const answer = await fetch(`${api.url}${path}`, { method: 'POST', headers: Object.fromEntries(filled), body });
    return answer.json() as Promise<any>;
  };

  it('answer as it says, word for word: a mission once, however often it is sent, and what it has come to', async () => {
    const { key } = await api.registerOrganisation('Ville de Rennes');
    const [mutation, query, ...more] = await readmeRequests();
    expect(more).toEqual([]);
    expect([mutation, query].map((each) => each?.headers['authorization'])).toEqual(['Bearer $KEY', undefined]);

    const first = await sent(mutation!, key);
    const { mission, receipt } = first.data.declareMission;
    expect(mission.hashtag).toBe('#logement-digne');
    expect((receipt.events as { type: string }[]).map(({ type }) => type)).toEqual([
      'MissionDeclared',
      'MissionJoined',
    ]);
    expect(await sent(mutation!, key)).toEqual(first);

    const { data, errors } = await sent(query!, key);
    expect(errors).toBeUndefined();
    expect(data.missions.nodes).toMatchObject([{ hashtag: '#logement-digne', progress: { kept: 0 }, indicators: {} }]);
  });
});
