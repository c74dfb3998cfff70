import { describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { ObjectType, Query, Resolver, GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { printType } from 'graphql';
import { z } from 'zod';
import { commands, decider, events, part, ref, text } from '@maillage/kernel';
import { may } from './may.js';
import { Node } from '../node.js';

const shelfCommands = commands(
  {
    PutUpShelf: {
      seat: 'WRITER',
      for: 'For whoever has books.',
      creates: true,
      data: z.strictObject({ roomId: ref('Room') }),
      about: 'roomId',
      refusals: [],
    },
    OiledShelf: {
      seat: 'WRITER',
      for: 'For whoever cares.',
      data: z.strictObject({ how: text(20) }),
      refusals: ['STILL_WET'],
    },
    LendBook: {
      seat: 'WRITER',
      for: 'For friends.',
      data: z.strictObject({ bookId: part('Book') }),
      about: 'bookId',
      refusals: [],
    },
    PraiseReader: {
      seat: 'WRITER',
      for: 'For writers.',
      data: z.strictObject({ readerId: ref('Reader') }),
      about: 'readerId',
      refusals: [],
    },
  },
  { STILL_WET: 'The oil has not dried yet.' },
);
const shelfEvents = events({ Heard: { says: 'Something was heard.', data: z.strictObject({}) } });
const nothing = { decide: () => [] };
const shelfDecider = decider<readonly string[], typeof shelfCommands, typeof shelfEvents>({
  name: 'shelf',
  commands: shelfCommands,
  events: shelfEvents,
  initial: ['emma'],
  rules: { PutUpShelf: nothing, OiledShelf: nothing, LendBook: nothing, PraiseReader: nothing },
  evolve: (readers) => readers,
});

@ObjectType({ implements: () => [Node], description: 'Where books stand.' })
class Shelf extends Node {}

@Resolver()
class ShelfResolver {
  @Query(() => Shelf, { description: 'The one there is.' })
  shelf(): Shelf {
    return new Shelf();
  }
}

describe('The field `may`', () => {
  it('is not made where nobody says what a command may be about', () => {
    expect(() => may(Shelf, shelfDecider)).toThrow(
      'PraiseReader is about a readerId; say which there are where may() is called.',
    );
  });

  it('names commands and codes by closed lists, and says what each is for', async () => {
    const { resolvers } = may(Shelf, shelfDecider, { PraiseReader: (readers) => readers });
    const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
    const schema = await app.get(GraphQLSchemaFactory).create([ShelfResolver, ...resolvers]);
    await app.close();
    const field = schema.getType('Shelf')!;
    expect(printType(field)).toContain('may: [Permission!]!');
    expect(printType(schema.getType('CommandName')!)).toContain('"""For friends."""\n  LendBook');
    expect(printType(schema.getType('Permission')!)).toContain('code: RefusalCode\n');
    expect(printType(schema.getType('RefusalCode')!)).toContain('"""The oil has not dried yet."""\n  STILL_WET');
  });
});
