import { describe, expect, it } from '@jest/globals';
import { hashtagOf, newIndicator, newSetup, readSetup, withPlanned } from './setup.js';

const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('given a mission being set up', () => {
  it('what the browser kept of it is read again, command ids included, and what is no longer of the form is left out', () => {
    const setup = {
      ...newSetup(),
      missionId: 'M',
      indicators: [newIndicator({ name: 'Meals', unit: 'meal' }, 'meals')],
    };
    expect(readSetup(kept(setup))).toEqual(setup);
    expect(readSetup(kept({ ...setup, partners: [{ name: 'Farm' }, 3] }))).toEqual({ ...setup, partners: [] });
    const other = { ...setup, mission: { ...setup.mission, values: { title: 7, gone: 'x' } } };
    expect(readSetup(kept(other))?.mission.values).toMatchObject({ title: '', hashtag: '' });
    for (const none of [undefined, null, 'x', {}, { mission: {} }]) expect(readSetup(none)).toBeUndefined();
  });

  it('what was recorded is marked where it stands, and nothing else changes', () => {
    const [first, second] = [newIndicator(), newIndicator()];
    const setup = { ...newSetup(), indicators: [first, second] };
    const { indicators, mission } = withPlanned(setup, second.key, { recorded: true });
    expect(indicators).toEqual([first, { ...second, recorded: true }]);
    expect(mission).toEqual(setup.mission);
  });

  it.each([
    ['Un logement digne !', '#logement-digne'],
    ['Zéro déchet à Rennes', '#zero-dechet-rennes'],
    ['…', ''],
  ])('a hashtag is made of the title %s', (title, hashtag) => {
    expect(hashtagOf(title)).toBe(hashtag);
  });
});
