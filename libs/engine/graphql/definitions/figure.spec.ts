import { describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { printType, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { calendarDate, shape, table, view } from '@maillage/kernel';
import type { AnyQuery } from '../../queries/query.js';
import { connectionType } from './connection.js';
import type { GraphqlPart } from '../part.js';
import { computed, one } from './edges.js';
import { figure } from './figure.js';
import { extend, node } from './node.js';
import type { Asking } from './resolver.js';

const { keeper } = view({
  name: 'keepers',
  version: 1,
  tables: { keeper: table({ columns: { id: 'text', name: 'text' }, primaryKey: ['id'] }).on({}) },
}).tables;
const Keeper = node('Keeper', keeper, { says: 'Somebody with bees.', fields: { name: 'What they are called.' } });

const harvest = shape('Harvest', 'What a year gave.', z.strictObject({ weight: z.number().describe('In kilograms') }));
const Harvest = figure<{ readonly weight: number; readonly keeperId: string }>(harvest, {
  keeper: one(Keeper, { says: 'Who brought it in.', by: 'keeperId' }),
  share: computed({
    says: 'Of a weight.',
    type: z.number(),
    args: { of: z.int().default(100).describe('That weight.') },
    resolve: ({ row, args }) => row.weight / args.of,
  }),
});
const harvesting = extend(Keeper, {
  harvests: computed({
    says: 'Year by year.',
    type: connectionType(Harvest),
    paged: true,
    args: { since: calendarDate.optional().describe('From that day on.') },
    resolve: ({ key, args }) => ({ key, args }),
  }),
});

async function schemaOf(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    const resolvers = [Keeper, Harvest, harvesting].flatMap((each) => each.resolvers);
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

/** Asks a field as GraphQL would: rows say what was asked for them. */
async function asked({ resolvers: [Resolver] }: GraphqlPart, field: string, parent: object, args: object) {
  const loaders = { load: ({ name }: AnyQuery, key: string) => Promise.resolve({ id: `${name} ${key}` }) };
  const resolver = new (Resolver as Type<Record<string, Asking>>)();
  return resolver[field]?.(parent, args as never, { loaders } as never, undefined as never);
}

describe('a figure', () => {
  it('shows its shape, and leads on by what its values hold beside it', async () => {
    expect(sdlOf('Harvest')).toBe('type Harvest { weight: Float! keeper: Keeper share( of: Int! = 100 ): Float! }');
    const value = { weight: 40, keeperId: 'k' };
    expect(await asked(Harvest, 'keeper', value, {})).toMatchObject({ key: 'keeperByKey k' });
    expect(await asked(Harvest, 'share', value, { of: 80 })).toBe(0.5);
  });

  it('is listed with the arguments of a page beside those of the field', async () => {
    expect(sdlOf('Keeper')).toContain(
      'harvests( first: Int after: String last: Int before: String since: Date ): HarvestConnection!',
    );
    const given = { first: 2, since: null };
    const found = await asked(harvesting, 'harvests', Keeper.of({ id: 'k', name: 'Ada' }), given);
    expect(found).toEqual({ key: 'k', args: { first: 2 } });
  });
});
