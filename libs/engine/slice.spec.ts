import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { commands, decider, events, table, view, type AnyDecider, type EventTypes } from '@maillage/kernel';
import { answering, port, type BatchQuestion } from './queries/query.js';
import { RegistryError } from './registry-error.js';
import { Registry, type Slice } from './slice.js';

const said = events({ Said: { says: 'Something was said.', data: z.strictObject({ to: z.string() }) } });

function deciderOf(name: string, types: EventTypes): AnyDecider {
  return decider({ name, commands: commands({}), events: types, initial: {}, rules: {}, evolve: (state) => state });
}

const slice = (parts: Partial<Slice>): Slice => ({
  name: 'talk',
  deciders: [],
  views: [],
  queries: [],
  resolvers: [],
  ...parts,
});

const boot = (...parts: readonly Partial<Slice>[]) => new Registry(parts.map(slice));

describe('The registry', () => {
  it('refuses two parts of one name', () => {
    const talk = { deciders: [deciderOf('talk', said)] };
    expect(() => boot(talk, talk)).toThrow('There are two of decider talk.');
    expect(() => boot(talk, { deciders: [deciderOf('speech', said)] })).toThrow('There are two of event type Said.');
  });

  it('refuses a view that waits for what no decider yields', () => {
    const heard = table({ columns: { id: 'text' }, primaryKey: ['id'] }).on({
      Said: { keys: () => [], reduce: (row) => row },
    });
    const views = [view({ name: 'talks', version: 1, tables: { heard } })];
    expect(() => boot({ views })).toThrow('View talks waits for Said, which no decider yields.');
    expect(boot({ views }, { deciders: [deciderOf('talk', said)] }).views.has('talks')).toBe(true);
  });

  it('refuses a port that no query answers', () => {
    const loud: BatchQuestion<null, boolean> = port('loud');
    const answer = answering(loud, [], (_, { keys }) => Promise.resolve(keys.map(() => true)));
    expect(() => boot({ ports: [loud] })).toThrow('Slice talk asks loud, which no query answers');
    expect(boot({ ports: [loud] }, { name: 'ears', queries: [answer] }).queries).toEqual([answer]);
  });

  it('refuses a facet that names no field, and says which there are', () => {
    // As a program without types would write it.
    const definition = {
      says: 'Something was said.',
      data: z.strictObject({ to: z.string(), by: z.string() }),
      mission: 'missionId' as 'to',
    };
    const types = events({ Said: definition });
    expect(() => boot({ deciders: [deciderOf('talk', types)] })).toThrow(
      new RegistryError('Said: `mission` names missionId, which is no field of its data; those are to, by.'),
    );
  });

  it('refuses words that are withheld from everybody: a slice says who reads them', () => {
    const data = z.strictObject({ to: z.string() });
    const types = events({ Said: { says: 'S.', data, withholds: { words: ['/to'] } } });
    const deciders = [deciderOf('talk', types)];
    expect(() => boot({ deciders })).toThrow('name talk among the `readers` of its slice');
    const readers = { talk: () => Promise.resolve(true) };
    expect(boot({ deciders, readers }).events['Said']?.facets.withholds?.words).toEqual(['/to']);
  });
});

describe('What an event asks', () => {
  const data = z.strictObject({ to: z.string(), days: z.int() });
  const empty = z.strictObject({});
  const asking = (asks: object, more: object = {}) =>
    // As a program without types would write it.
    events({ Asked: { says: 'Something was asked.', data, asks: asks as never, ...more } });
  const rest = events({ Answered: { says: 'It was answered.', data: empty } });
  const bootWith = (asked: EventTypes, others: EventTypes = {}) =>
    boot({ deciders: [deciderOf('talk', { ...asked, ...rest }), deciderOf('speech', others)], roles: ['BACKBONE'] });

  it('is taken where each name is known', () => {
    expect(bootWith(asking({ of: 'to', days: 'days', ends: ['Answered'] })).events['Asked']?.facets.asks).toHaveLength(
      1,
    );
  });

  it.each([
    [
      { of: 'whom', days: 7, ends: ['Answered'] },
      'Asked: `asks.of` names whom, which is no field of its data; those are to, days.',
    ],
    [{ of: 'to', days: 'weeks', ends: ['Answered'] }, 'Asked: `asks.days` names weeks, which is no field of its data'],
    [{ of: 'to', days: 7, ends: ['Answer'] }, 'Asked: `asks.ends` names Answer, which is no type of event.'],
    [{ of: 'to', days: 7, ends: [], drops: ['Gone'] }, 'Asked: `asks.drops` names Gone, which is no type of event.'],
    [
      { of: 'to', days: 7, ends: [], frees: { Answered: 'by' } },
      'Answered: `asks.frees` names by, which is no field of its data',
    ],
    [
      { of: { role: 'CHAIR' }, days: 7, ends: [] },
      'Asked: `asks.of` names the role CHAIR; those that can be held are BACKBONE.',
    ],
    [{ of: { role: 'BACKBONE' }, days: 7, ends: [] }, 'Asked: `asks.of` asks a role, which is held in a mission'],
    [
      { of: 'to', days: 7, ref: 'to', ends: ['Answered'] },
      'Answered ends Asked of Asked, which it must name by `to`; its data has no fields.',
    ],
    [
      { of: 'to', days: 7, ref: 'to', refs: { Answered: 'those' }, ends: ['Answered'] },
      'Answered ends Asked of Asked, which it must name by `those`; its data has no fields.',
    ],
    [{ of: 'to', days: 7, anywhere: true, ends: [] }, 'Asked: `asks.anywhere` needs a `ref`'],
  ])('is refused where it is %j', (asks, message) => {
    expect(() => bootWith(asking(asks))).toThrow(message);
  });

  it('is refused twice under one kind, in one event or in two that are told apart otherwise', () => {
    const ask = { kind: 'WORD', of: 'to', days: 7, ends: [] };
    expect(() => bootWith(asking([ask, ask]))).toThrow('Asked: `asks.kind` is WORD twice');
    const other = events({
      AskedAgain: { says: 'Again.', data, asks: { kind: 'WORD', of: 'to', days: 7, ref: 'to', ends: [] } },
    });
    expect(() => bootWith({ ...asking(ask), ...other })).toThrow(
      'asks WORD as AskedAgain does, but with another `ref` or `anywhere`',
    );
  });

  it('is ended in its own stream, unless it says otherwise', () => {
    const spoken = events({ Spoken: { says: 'Something was said elsewhere.', data } });
    const ask = { of: 'to', days: 7, ends: ['Spoken'] };
    expect(() => bootWith(asking(ask), spoken)).toThrow(
      'Asked: `asks` is ended by Spoken, which is recorded in a stream of speech; say `anywhere` and name a `ref`.',
    );
    expect(bootWith(asking({ ...ask, anywhere: true, ref: 'to' }), spoken).deciders.size).toBe(2);
  });

  it('is answered by what names its kind, which must be asked', () => {
    const answering = (kind: string) => events({ Spoken: { says: 'Something was said.', data, answers: [kind] } });
    const ask = asking({ kind: 'WORD', of: 'to', days: 7, ref: 'to', anywhere: true, ends: [] });
    expect(bootWith(ask, answering('WORD')).deciders.size).toBe(2);
    expect(() => bootWith(ask, answering('WORDS'))).toThrow('Spoken: `answers` names WORDS, which no event asks.');
  });
});
