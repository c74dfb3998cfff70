import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { events, upcast } from './events.js';
import { idOf } from './decider.js';
import { dateOf } from './time.js';

const by = { stream: 'mission/m-1', actor: { organisation: 'o-1' }, recordedAt: '2026-03-01T12:00:00.000Z' };

describe('Events', () => {
  const types = events({
    Said: {
      says: 'Something was said.',
      data: z.strictObject({ missionId: z.string(), loud: z.boolean() }),
      mission: 'missionId',
    },
    Whispered: {
      says: 'Something was said that is no news.',
      data: z.strictObject({ to: z.string() }),
      mission: (_, { stream }) => idOf(stream),
      timeline: false,
      authorship: 'RESIDENT',
    },
    Kept: { says: 'Something was kept.', data: z.strictObject({}) },
  });

  it('name their mission by a field, or find it from data and stream', () => {
    expect(types.Said.facets.mission?.of({ missionId: 'm-2', loud: true }, by)).toBe('m-2');
    expect(types.Said.facets.mission?.field).toBe('missionId');
    expect(types.Whispered.facets.mission?.of({ to: 'o-2' }, by)).toBe('m-1');
    expect(types.Kept.facets.mission).toBeUndefined();
  });

  it('are on the timeline of their mission unless they are no news, and an organisation’s unless they say otherwise', () => {
    const facets = Object.values(types).map(({ facets: { timeline, authorship } }) => [timeline, authorship]);
    expect(facets).toEqual([
      [true, 'ORGANISATION'],
      [false, 'RESIDENT'],
      [false, 'ORGANISATION'],
    ]);
  });

  it('are typed by their data: a facet names no field that is not there, nor one of another kind', () => {
    const data = z.strictObject({ missionId: z.string(), loud: z.boolean() });
    // @ts-expect-error: a mission is named by a text
    expect(events({ Said: { says: 'S.', data, mission: 'loud' } })).toBeDefined();
    // @ts-expect-error: there is no such field
    expect(events({ Said: { says: 'S.', data, mission: 'mission' } })).toBeDefined();
  });

  it('say how data of each older schema is brought up to the present one', () => {
    const data = z.strictObject({});
    expect(() => events({ Said: { says: 'S.', data, schema: 3, upcast: { 2: () => ({}) } } })).toThrow(
      'Said: schema 3 needs an upcast from schema 1.',
    );
  });

  it('take from their envelope what older data left to it', () => {
    const { Said } = events({
      Said: {
        says: 'S.',
        data: z.strictObject({ on: z.string(), loud: z.boolean() }),
        schema: 3,
        upcast: {
          1: (old: object) => ({ ...old, loud: false }),
          2: (old: object, { recordedAt }) => ({ ...old, on: dateOf(recordedAt) }),
        },
      },
    });
    expect(upcast('Said', Said, 1, {}, by)).toEqual({ loud: false, on: '2026-03-01' });
    expect(upcast('Said', Said, 3, { loud: true, on: '2026-01-01' }, by)).toEqual({ loud: true, on: '2026-01-01' });
  });
});
