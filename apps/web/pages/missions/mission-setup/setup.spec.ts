import { describe, expect, it } from '@jest/globals';
import type { Failure } from '../../../shell/graphql/record-once.js';
import {
  afterFailure,
  hashtagOf,
  isUnanswered,
  mayChange,
  newIndicator,
  newSetup,
  openSteps,
  readSetup,
  STEPS,
  stillStops,
  withPlanned,
} from './setup.js';

const refusedWith = (code: string): Failure => ({ kind: 'refused', code, message: '', path: [] });
const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('given a mission being set up', () => {
  it('what the browser kept of it is read again, command ids included, and what is no longer of the form is left out', () => {
    const setup = {
      ...newSetup(),
      missionId: 'M',
      indicators: [{ ...newIndicator({ name: 'Meals', unit: 'meal' }, 'meals'), sent: true }],
    };
    expect(readSetup(kept(setup))).toEqual(setup);
    expect(readSetup(kept({ ...setup, partners: [{ name: 'Farm' }, 3] }))).toEqual({ ...setup, partners: [] });
    // Of those that an older page kept nobody knows that they were confirmed.
    const invitation = { key: 'P', commandId: 'C', values: {}, name: 'Farm' };
    const read = (partner: object) => readSetup(kept({ ...setup, partners: [partner] }))?.partners[0];
    expect(read(invitation)).toMatchObject({ name: 'Farm', identityConfirmed: false });
    expect(read({ ...invitation, identityConfirmed: true })).toMatchObject({ identityConfirmed: true });
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

  it('what was sent without an answer is the same command until there is one, and what was refused is another', () => {
    const before = newSetup().mission;
    const after = (failure: Failure, earlier = before) => ({
      ...earlier,
      sent: true,
      ...afterFailure(earlier, failure),
    });
    const lost = after({ kind: 'lost' });
    expect([lost, after({ kind: 'failed', code: undefined, message: '' })]).toEqual([
      { ...before, sent: true },
      { ...before, sent: true },
    ]);
    const refused = after(refusedWith('INVALID_INPUT'), lost);
    expect([refused.sent, refused.commandId === before.commandId]).toEqual([false, false]);
    // Who may send nothing is told so whether it was recorded before or not.
    for (const failure of [{ kind: 'signedOut' } as const, refusedWith('NOT_ADMIN')]) {
      expect([after(failure), after(failure, lost)]).toEqual([before, lost]);
    }
  });

  it('what was sent or recorded is changed no more, and the mission’s own steps are closed with it', () => {
    const setup = newSetup();
    const { key } = setup.mission;
    const sent = withPlanned(setup, key, { sent: true });
    const declared = { ...withPlanned(setup, key, { recorded: true }), missionId: 'M' };
    expect([setup, sent, declared].map(({ mission }) => mayChange(mission))).toEqual([true, false, false]);
    expect([setup, sent, declared].map(isUnanswered)).toEqual([false, true, false]);
    expect(openSteps(setup)).toEqual(STEPS);
    for (const each of [sent, declared]) expect(openSteps(each)).toEqual(['indicators', 'partners', 'preview']);
  });

  it('what was refused stops the rest until it is changed or left out', () => {
    const [indicator, other] = [newIndicator(), newIndicator()];
    const setup = { ...newSetup(), indicators: [indicator, other] };
    const refused = withPlanned(setup, indicator.key, { commandId: 'another' });
    const mended = withPlanned(refused, indicator.key, { values: { ...indicator.values, name: 'Meals' } });
    const leftOut = { ...refused, indicators: [other] };
    expect([refused, mended, leftOut].map((each) => stillStops(each, indicator))).toEqual([true, false, false]);
    const typing = withPlanned(setup, setup.mission.key, { values: { title: 'M' } });
    expect(stillStops(typing, setup.mission)).toBe(true);
  });

  it.each([
    ['Un logement digne !', '#logement-digne'],
    ['Zéro déchet à Rennes', '#zero-dechet-rennes'],
    ['…', ''],
  ])('a hashtag is made of the title %s', (title, hashtag) => {
    expect(hashtagOf(title)).toBe(hashtag);
  });
});
