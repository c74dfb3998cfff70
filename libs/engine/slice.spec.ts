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
});
