import { describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { GraphQLObjectType, isNonNullType, printType, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import {
  calendarDate,
  commands,
  decimal,
  enumeration,
  inputShape,
  oneOf,
  part,
  quantity,
  ref,
  shape,
  table,
  text,
  view,
  type Row,
  type RowOf,
} from '@maillage/kernel';
import type { AnyQuery, BatchQuery } from '../../queries/query.js';
import type { Connection } from './connection.js';
import { IdError, toGlobalId } from '../node.js';
import type { GraphqlPart } from '../part.js';
import type { Recorder } from '../recorder.js';
import { shapeType } from './by-hand.js';
import { computed, each, found, many, one } from './edges.js';
import { root, under } from './lists.js';
import { givenBy, mutations } from './mutations.js';
import { extend, node, rowType } from './node.js';
import type { Asking } from './resolver.js';
import { fieldOf } from './types.js';

const mood = enumeration('Mood', 'How a gardener is.', { CALM: 'Nothing stirs', MERRY: 'Singing.' });
const tool = shape('Tool', 'What one digs with.', z.strictObject({ name: text(40).describe('As the shop has it') }));

const gardens = view({
  name: 'gardens',
  version: 1,
  tables: {
    gardener: table({
      columns: { id: 'text', name: 'text', mood: oneOf(mood.options), friend_ids: 'text[]' },
      primaryKey: ['id'],
    }).on({}),
    bed: table({
      columns: {
        id: 'text',
        gardener_id: 'text',
        amount: 'numeric?',
        unit: 'text?',
        dug_on: 'date?',
        position: 'bigint',
      },
      primaryKey: ['gardener_id', 'id'],
    }).on({}),
  },
});

const gardenerCommands = commands(
  {
    HireGardener: {
      seat: 'WRITER',
      for: 'For anybody: somebody comes to dig.',
      creates: true,
      data: z.strictObject({
        name: text(40).describe('What they are called'),
        mood: mood.optional().describe('How they come'),
        tools: z.array(tool).default([]).describe('What they bring'),
        nickname: text(40).nullish().describe('Null where they have none any more'),
        wage: quantity.optional().describe('What they get'),
        friendIds: z.array(ref('Gardener')).optional().describe('Whom they know'),
      }),
      refusals: ['TOO_MANY_GARDENERS'],
    },
    DigBed: {
      seat: 'WRITER',
      for: 'For the gardener: the bed is dug over',
      data: z.strictObject({ bedId: part('Bed').describe('Which bed'), depth: decimal.describe('In metres') }),
      refusals: ['NOT_YOUR_BED'],
    },
    LogWeather: {
      seat: 'WRITER',
      for: 'For the gardener: what the sky did on a day of the almanac.',
      data: z.strictObject({
        sky: text(40).describe('What it did'),
        moon: text(9).optional().describe('Looked up in the almanac, never by the client'),
      }),
      refusals: [],
    },
  },
  { TOO_MANY_GARDENERS: 'The garden is full.', NOT_YOUR_BED: 'Another gardener’s bed.' },
);
const decider = { name: 'gardener', commands: gardenerCommands };

const gardenerFilter = inputShape(
  'GardenerFilter',
  'Which gardeners a list holds.',
  z.strictObject({ ids: z.array(ref('Gardener')).optional().describe('These.') }),
);

const page = { name: 'gardenerPage', examples: [], run: () => Promise.reject(new Error('No database here.')) };
const Gardener = node('Gardener', gardens.tables.gardener, {
  says: 'Somebody who digs.',
  fields: { name: 'What they are called', mood: 'How they are.' },
  edges: { friends: many((): never => Gardener as never, { says: 'Whom they know.' }) },
  lists: [
    root('gardeners', { says: 'By name.', query: page, args: { mood: mood.optional().describe('Only these.') } }),
  ],
});
const bedByKey: BatchQuery<null, RowOf<typeof gardens, 'bed'> | undefined> = {
  name: 'bedByKey',
  examples: [],
  run: () => Promise.resolve([]),
};
const Bed = node('Bed', gardens.tables.bed, {
  says: 'Something dug.',
  fields: {
    dugOn: 'When.',
    yield: {
      says: 'What grew in it.',
      type: quantity,
      nullable: true,
      of: ({ amount, unit }) => (amount === null ? null : { amount, unit }),
    },
  },
  edges: { gardener: one(Gardener) },
  lists: [under(Gardener, 'beds', { says: 'As they were dug.' })],
  find: bedByKey,
});
const shedByKey = { name: 'shedByKey', examples: [], run: () => Promise.resolve([]) };
const bedsOf = { name: 'bedsOf', examples: [], run: () => Promise.resolve([]) };
const Shed = rowType('Shed', gardens.tables.gardener, {
  says: 'Where tools are kept.',
  fields: {},
  edges: {
    dug: each(Bed, bedsOf, 'All of them.'),
    latest: found(Bed, bedsOf, 'The last one.'),
    harvest: computed({
      says: 'What a day gave.',
      type: quantity,
      args: { on: calendarDate.optional().describe('That day.'), times: z.int().default(2).describe('How often.') },
      resolve: ({ args }) => args,
    }),
  },
  lists: [
    under(Gardener, 'sheds', {
      says: 'As they stand.',
      query: { name: 'shedsOf', examples: [], run: () => Promise.resolve([]) },
    }),
  ],
});
const plotByKey: BatchQuery<null, (RowOf<typeof gardens, 'bed'> & { helpers: readonly string[] }) | undefined> = {
  name: 'plotByKey',
  examples: [],
  run: () => Promise.resolve([]),
};
const Plot = node('Plot', gardens.tables.bed, {
  says: 'A bed, and whoever helps there.',
  fields: { dugOn: 'When.' },
  edges: { helpers: many(Gardener, { says: 'Whoever helps.', by: 'helpers' }) },
  lists: [
    under(Gardener, 'plots', {
      says: 'Where one helps.',
      query: { name: 'plotsOf', examples: [], run: () => Promise.resolve([]) },
      args: { filter: gardenerFilter.optional().describe('Of these helpers alone.') },
      asked: ({ filter, ...page }, { requestId }) => ({ ...page, helpers: filter?.ids, requestId }),
    }),
  ],
  find: plotByKey,
});
const Weed = rowType('Weed', gardens.tables.gardener, { says: 'What nobody sowed.', fields: { name: 'Its name.' } });
const tending = extend(Bed, {
  sister: one((): never => Bed as never, { says: 'Dug by the same.', by: 'gardener_id' }),
  age: computed({ says: 'In days.', type: z.int(), resolve: ({ row }) => Number(row.position) }),
});
const weather: string[] = [];
const hiring = mutations(decider, { gives: Gardener, only: ['HireGardener'] });
const weathering = mutations(decider, {
  gives: {
    name: 'WeatherLogged',
    says: 'That it is written down.',
    gives: { shed: givenBy(Shed, shedByKey, ({ id, data }) => `${id} ${data['moon'] as string}`) },
  },
  only: ['LogWeather'],
  commands: {
    LogWeather: {
      address: 'dayId',
      addressed: 'The day, by its number in the almanac.',
      completes: {
        moon: ({ id, data }) => {
          weather.push(`${id} ${data['sky'] as string}`);
          return Promise.resolve('FULL');
        },
      },
    },
  },
});
const digging = mutations(decider, { gives: Bed, only: ['DigBed'] });

async function schemaOf(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    const resolvers = [Gardener, Bed, Shed, Plot, tending, hiring, digging, weathering].flatMap(
      (each) => each.resolvers,
    );
    return await app.get(GraphQLSchemaFactory).create([...resolvers]);
  } finally {
    await app.close();
  }
}
const schema = await schemaOf();

/** A type as the SDL has it, without its descriptions. */
function sdlOf(name: string): string {
  const type = schema.getType(name);
  if (type === undefined) throw new Error(`There is no type ${name}.`);
  return printType(type)
    .replaceAll(/"""[^]*?"""\n/g, '')
    .replaceAll(/\s+/g, ' ');
}

/** Calls a mutation as GraphQL would, with a recorder that records nothing. */
async function sent({ resolvers: [Resolver] }: GraphqlPart, mutation: string, input: object) {
  let command: unknown;
  const recorder: Pick<Recorder, 'record'> = {
    record: async (_, recording, payload) => {
      const made = await recording();
      command = made;
      return payload({} as never, made.id);
    },
  };
  const context = { loaders: { load: ({ name }: AnyQuery, key: string) => ({ id: `${name} ${key}` }) } };
  const resolver = new (Resolver as Type<Record<string, Asking>>)(recorder, {});
  const answer = await resolver[mutation]?.({}, input as never, context as never, {} as never);
  return { command, answer };
}

/** Asks a field as GraphQL would: rows say what was asked for them. */
async function asked({ resolvers }: GraphqlPart, field: string, parent: object, args: object): Promise<unknown> {
  const Resolver = resolvers.find(({ prototype }) => field in (prototype as object)) as Type<Record<string, Asking>>;
  const load = ({ name }: AnyQuery, key: string, args: object | null) =>
    Promise.resolve(
      args === null ? { id: `${name} ${key}` } : { rows: [{ key, args }], cursors: [''], computedAt: '1' },
    );
  const context = { requestId: 'spec', loaders: { load } };
  return new Resolver()[field]?.(parent, args as never, context as never, undefined as never);
}

describe('a node', () => {
  it('shows what its definition names of its columns, typed and nullable as they are', () => {
    expect(sdlOf('Gardener')).toBe(
      'type Gardener implements Node { id: ID! name: String! mood: Mood! friends: [Gardener!]! ' +
        'beds( first: Int after: String last: Int before: String ): BedConnection! ' +
        'sheds( first: Int after: String last: Int before: String ): ShedConnection! ' +
        'plots( first: Int after: String last: Int before: String filter: GardenerFilter ): PlotConnection! }',
    );
    expect(sdlOf('Bed')).toBe(
      'type Bed implements Node { id: ID! dugOn: Date yield: Quantity gardener: Gardener sister: Bed age: Int! }',
    );
  });

  it('reads its fields from the row, and has an id that names its whole key', () => {
    const bed = Bed.of({ id: 'b', gardener_id: 'g', amount: '3', unit: 'item', dug_on: null, position: '1' });
    expect(bed).toMatchObject({ id: toGlobalId('Bed', 'g/b'), key: 'g/b', dugOn: null, yield: { amount: '3' } });
  });

  it('is found by its id and listed, by itself and below another', () => {
    const query = schema.getQueryType()?.getFields();
    expect(Object.keys(query ?? {}).sort()).toEqual(['bed', 'gardener', 'gardeners', 'plot']);
    expect(query?.['gardener']?.args.map(({ name }) => name).sort()).toEqual(['afterPosition', 'id']);
    expect(query?.['gardeners']?.args.map(({ name }) => name)).toContain('mood');
    expect(Object.keys(Bed.nodes ?? {})).toEqual(['Bed']);
  });

  it('is found by `node` alone where its definition says so', () => {
    const { tables } = gardens;
    const Sprout = node('Sprout', tables.bed, { says: 'What comes up.', fields: {}, find: bedByKey, finder: false });
    expect(Sprout.resolvers).toEqual([]);
    expect(Object.keys(Sprout.nodes ?? {})).toEqual(['Sprout']);
  });

  it('leads on by what its query adds to the columns of its table', async () => {
    const row = { id: 'p', gardener_id: 'g', amount: null, unit: null, dug_on: null, position: '1' };
    const found = { ...row, helpers: ['a', 'b'] };
    const helpers = await asked(Plot, 'helpers', Plot.of(found), {});
    expect(helpers).toMatchObject([{ key: 'gardenerByKey a' }, { key: 'gardenerByKey b' }]);
  });

  it('has fields that others add to it', async () => {
    const bed = Bed.of({ id: 'b', gardener_id: 'g', amount: null, unit: null, dug_on: null, position: '7' });
    expect(await asked(tending, 'age', bed, {})).toBe(7);
    expect(tending.extends).toEqual({
      name: 'Bed',
      fields: { sister: { columns: ['gardener_id'], leadsTo: 'Bed' }, age: { workedOut: true } },
    });
  });

  it('names the column it lacks', () => {
    const wrong = () => node('Hut', gardens.tables.gardener, { says: 'A hut.', fields: { roof: 'Its roof.' } });
    expect(wrong).toThrow('Hut.roof shows the column roof, which its table does not have.');
    const edgeless = () =>
      node('Barn', gardens.tables.gardener, { says: 'A barn.', fields: {}, edges: { owner: one(Gardener) } });
    expect(edgeless).toThrow('owner needs a column owner_id or owner.');
  });
});

describe('a list', () => {
  it('asks its query what the arguments come to, ids in filters among them', async () => {
    const gardener = Gardener.of({ id: 'g', name: 'Ada', mood: 'CALM', friend_ids: [] });
    const helper = '0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50';
    const ids = [toGlobalId('Gardener', helper)];
    const { nodes } = (await asked(Plot, 'plots', gardener, { first: 2, filter: { ids } })) as Connection<{ row: Row }>;
    expect(nodes).toMatchObject([{ row: { key: 'g', args: { first: 2, helpers: [helper], requestId: 'spec' } } }]);
    await expect(asked(Plot, 'plots', gardener, { filter: { ids: ['x'] } })).rejects.toThrow(IdError);
  });

  it('takes a filter under its own name, which no field can show', () => {
    expect(sdlOf('GardenerFilter')).toBe('input GardenerFilter { ids: [ID!] }');
    expect(() => fieldOf(gardenerFilter.describe('F'), 'output', 'X.y')).toThrow('X.y shows a GardenerFilter');
  });
});

describe('a row without an id', () => {
  it('has a connection where something lists it, and no edge is published where nothing does', () => {
    expect(schema.getType('ShedEdge')).toBeDefined();
    expect(schema.getType('WeedEdge')).toBeUndefined();
    expect(Weed.made?.().lists).toEqual([]);
  });

  it('leads to the rows that queries find, and to figures, whose arguments have their defaults', () => {
    expect(sdlOf('Shed')).toBe('type Shed { dug: [Bed!]! latest: Bed harvest( on: Date times: Int! = 2 ): Quantity! }');
  });

  it('shows shapes that fields written by hand show as well', () => {
    expect(shapeType(quantity).name).toBe('Quantity');
    expect(sdlOf('Quantity')).toBe('type Quantity { amount: Decimal! unit: String! }');
  });
});

describe('what a definition became', () => {
  it('names the columns behind each field, those of a composed one among them, and the queries', () => {
    expect(Bed.made?.()).toMatchObject({
      name: 'Bed',
      fields: {
        dugOn: { columns: ['dug_on'] },
        yield: { columns: ['amount', 'unit'] },
        gardener: { columns: ['gardener_id'], leadsTo: 'Gardener' },
      },
      lists: [{ parent: 'Gardener', name: 'beds', query: 'bedsOfGardener' }],
    });
    expect(Shed.made?.().fields).toMatchObject({ latest: { query: 'bedsOf' }, harvest: { workedOut: true } });
    expect(Gardener.made?.().lists).toEqual([{ parent: undefined, name: 'gardeners', query: 'gardenerPage' }]);
  });

  it('names the types of a mutation, and the fields that no client gives', () => {
    expect(weathering.mutations).toEqual([
      {
        command: 'LogWeather',
        decider: 'gardener',
        input: 'LogWeatherInput',
        result: 'LogWeatherResult',
        recorded: 'WeatherLogged',
        refused: 'LogWeatherRefused',
        hidden: ['moon'],
      },
    ]);
  });
});

describe('the mutation of a command', () => {
  it('takes its fields, what makes a retry one command, and the thing within the aggregate that it is about', () => {
    expect(sdlOf('HireGardenerInput')).toBe(
      'input HireGardenerInput { commandId: UUID! name: String! mood: Mood tools: [ToolInput!] nickname: String ' +
        'wage: QuantityInput friendIds: [ID!] }',
    );
    expect(sdlOf('DigBedInput')).toBe('input DigBedInput { commandId: UUID! bedId: ID! depth: Decimal! }');
  });

  it('answers with what was recorded or a refusal of its own, with its own codes and the engine’s', () => {
    expect(sdlOf('HireGardenerResult')).toBe('union HireGardenerResult = GardenerRecorded | HireGardenerRefused');
    expect(sdlOf('GardenerRecorded')).toBe('type GardenerRecorded { gardener: Gardener receipt: Receipt! }');
    expect(sdlOf('HireGardenerRefused')).toBe(
      'type HireGardenerRefused implements Refusal { reason: RefusalCode! message: String! path: [String!]! ' +
        'code: HireGardenerRefusal! }',
    );
    expect(sdlOf('HireGardenerRefusal')).toBe(
      'enum HireGardenerRefusal { INVALID_INPUT EVENT_TOO_LARGE COMMAND_ID_REUSED TOO_MANY_CONFLICTS SCOPE_MISSING NOT_ADMIN ' +
        'TOO_MANY_GARDENERS }',
    );
  });

  it('is addressed by the UUID of what is no thing of the API, and shows no field that the server completes', () => {
    expect(sdlOf('LogWeatherInput')).toBe('input LogWeatherInput { commandId: UUID! dayId: UUID! sky: String! }');
    expect(sdlOf('WeatherLogged')).toBe('type WeatherLogged { shed: Shed receipt: Receipt! }');
  });

  it('completes the command by what the client gave, and gives what is found by both', async () => {
    const day = '0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f51';
    const { command, answer } = await sent(weathering, 'logWeather', { commandId: day, dayId: day, sky: 'rained' });
    expect(weather).toEqual([`${day} rained`]);
    expect(command).toEqual({
      type: 'LogWeather',
      id: day,
      idField: 'dayId',
      data: { sky: 'rained', moon: 'FULL' },
      commandId: day,
    });
    expect(answer).toMatchObject({ shed: { key: `shedByKey ${day} FULL` } });
    const nameless = sent(weathering, 'logWeather', { commandId: day, dayId: 'today', sky: 'rained' });
    await expect(nameless).rejects.toMatchObject({ path: ['dayId'] });
  });

  it('is described throughout, with what the definitions say', () => {
    const mutation = schema.getMutationType()?.getFields();
    expect(mutation?.['digBed']?.description).toBe('For the gardener: the bed is dug over.');
    const said = ['HireGardenerInput', 'GardenerRecorded', 'HireGardenerRefused'].map(
      (name) => schema.getType(name)?.description,
    );
    expect(said).toEqual([
      'What `hireGardener` takes.',
      'That something was recorded, with the gardener as it is now.',
      'That `hireGardener` was refused: nothing was recorded.',
    ]);
    const field = (schema.getType('Gardener') as GraphQLObjectType).getFields()['name'];
    expect([field?.description, isNonNullType(field?.type)]).toEqual(['What they are called.', true]);
  });

  it('is not made of what nothing describes, nor of what has no name', () => {
    expect(() => fieldOf(text(3), 'input', 'X.y')).toThrow("X.y has no description; add .describe('…') to its schema.");
    expect(() => fieldOf(quantity, 'input', 'X.y')).toThrow('X.y has no description');
    const nameless = z.strictObject({ a: text(3) }).describe('An a');
    expect(() => fieldOf(nameless, 'input', 'X.y')).toThrow('X.y is an object without a name');
    const unexplained = {
      name: 'gate',
      commands: commands({ Open: { seat: 'WRITER', for: 'Opens.', data: z.strictObject({}), refusals: ['LOCKED'] } }),
    };
    expect(() => mutations(unexplained, { gives: Gardener })).toThrow('the code LOCKED is not explained');
  });
});
