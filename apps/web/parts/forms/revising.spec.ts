import { describe, expect, it } from '@jest/globals';
import { ReviseIndicator } from '../../generated/commands/ReviseIndicator.js';
import { ReviseMission } from '../../generated/commands/ReviseMission.js';
import { changesOf, emptyValues, type AnyValues, type Command } from './command.js';
import { contestedFields, resumed } from './revising.js';

const filled = (command: Command, values: AnyValues): AnyValues => ({ ...emptyValues(command), ...values });
const read = filled(ReviseMission, { title: 'Dry homes', challenge: 'No damp by 2030.', places: [{ name: 'Rennes' }] });
const draft = { values: { ...read, title: 'Dry and warm homes', reason: 'Winter.' }, before: read };
const sent = (there: AnyValues) => {
  const { values, before } = resumed(ReviseMission, JSON.parse(JSON.stringify(draft)) as typeof draft, there);
  return changesOf(ReviseMission, before, values);
};

describe('a draft of a revision that is taken up again', () => {
  it('sends what was changed against what was read, and nothing that others changed meanwhile', () => {
    expect(sent(read)).toEqual({ title: 'Dry and warm homes', reason: 'Winter.' });
    const there = { ...read, challenge: 'No damp by 2029.', places: [{ name: 'Rennes' }, { name: 'Betton' }] };
    expect(sent(there)).toEqual({ title: 'Dry and warm homes', reason: 'Winter.' });
    expect(resumed(ReviseMission, draft, there).values).toMatchObject({
      title: 'Dry and warm homes',
      challenge: 'No damp by 2029.',
      places: [{ name: 'Rennes' }, { name: 'Betton' }],
    });
  });

  it('says which of what was changed others have changed as well', () => {
    const contested = (there: AnyValues) => contestedFields(ReviseMission, resumed(ReviseMission, draft, there), there);
    expect(contested(read)).toEqual([]);
    expect(contested({ ...read, challenge: 'No damp by 2029.' })).toEqual([]);
    expect(contested({ ...read, title: 'Homes' })).toEqual(['title']);
    expect(contested({ ...read, title: 'Dry and warm homes ' })).toEqual([]);
  });

  it('takes the parts of an object together', () => {
    const before = filled(ReviseIndicator, { 'baseline.value': '10', 'baseline.on': '2026-01-01' });
    const kept = { values: { ...before, 'baseline.value': '12' }, before };
    const there = { ...before, 'baseline.on': '2026-02-01' };
    const revising = resumed(ReviseIndicator, kept, there);
    expect(changesOf(ReviseIndicator, revising.before, revising.values)).toEqual({
      baseline: { value: '12', on: '2026-01-01' },
    });
    expect(contestedFields(ReviseIndicator, revising, there)).toEqual(['baseline.value']);
  });

  it('left by a page that did not keep what was read, has changed all that differs by now', () => {
    const { values } = draft;
    const there = { ...read, challenge: 'No damp by 2029.' };
    expect(resumed(ReviseMission, { values }, there)).toEqual({ values, before: there });
  });
});
