import { describe, expect, it } from '@jest/globals';
import { DeclareMission } from '../../generated/commands/DeclareMission.js';
import { MakeCommitment } from '../../generated/commands/MakeCommitment.js';
import { RecordContribution } from '../../generated/commands/RecordContribution.js';
import { ReviseIndicator } from '../../generated/commands/ReviseIndicator.js';
import { ReviseMission } from '../../generated/commands/ReviseMission.js';
import { SubmitReview } from '../../generated/commands/SubmitReview.js';
import {
  changesOf,
  emptyValues,
  fieldAt,
  fittingValues,
  inputOf,
  missingFields,
  type AnyValues,
  type Command,
} from './command.js';

const filled = (command: Command, values: AnyValues): AnyValues => ({ ...emptyValues(command), ...values });

const promise = filled(MakeCommitment, { missionId: 'M', kind: 'SERVICE', description: 'Forty inspections' });

describe('when a form is sent', () => {
  it('what is blank is left out, and text goes without the blanks around it', () => {
    const values = { ...promise, description: '  Forty inspections\n', counterpartyIds: [], 'source.dataset': '  ' };
    expect(inputOf(MakeCommitment, values)).toEqual({
      missionId: 'M',
      kind: 'SERVICE',
      description: 'Forty inspections',
    });
  });

  it('the parts of an object are put together', () => {
    const values = { ...promise, 'quantity.amount': '40', 'quantity.unit': 'dwelling' };
    expect(inputOf(MakeCommitment, values)['quantity']).toEqual({ amount: '40', unit: 'dwelling' });
    const scores = { 'scores.results': 0, 'scores.reliability': 4, 'scores.openness': 2, 'scores.learning': 1 };
    expect(inputOf(SubmitReview, filled(SubmitReview, scores))['scores']).toEqual({
      results: 0,
      reliability: 4,
      openness: 2,
      learning: 1,
    });
  });

  it('a box that was not ticked says no where the command takes no silence, and nothing is missing for it', () => {
    const values = filled(DeclareMission, { title: 'T', challenge: 'C', hashtag: '#t' });
    expect(missingFields(DeclareMission, values)).toEqual([]);
    expect(inputOf(DeclareMission, values)).toEqual({
      title: 'T',
      challenge: 'C',
      hashtag: '#t',
      openInvitation: false,
    });
    expect(inputOf(DeclareMission, { ...values, openInvitation: true })['openInvitation']).toBe(true);
  });

  it('evidence is a list of links and a list of files, each with a title only where it has one', () => {
    const file = { sha256: 'ab', name: 'list.csv', mediaType: 'text/csv', size: 3 };
    const links = [
      { url: ' https://example.org/a ', title: ' ' },
      { url: '', title: 'nothing' },
      { url: 'https://example.org/b', title: 'Report' },
    ];
    expect(inputOf(RecordContribution, filled(RecordContribution, { evidence: { links, files: [file] } }))).toEqual({
      evidence: [{ url: 'https://example.org/a' }, { url: 'https://example.org/b', title: 'Report' }],
      files: [{ sha256: 'ab', name: 'list.csv' }],
    });
    const none = { evidence: { links: [{ url: ' ', title: '' }], files: [] } };
    expect(inputOf(RecordContribution, filled(RecordContribution, none))).toEqual({});
  });
});

describe('when a form is sent that began with what there is', () => {
  const mission = filled(ReviseMission, {
    missionId: 'M',
    title: 'Dry homes',
    startsOn: '2026-01-01',
    places: [{ name: 'Rennes', code: '35238' }],
    sdgs: ['11', '11.1'],
    openInvitation: true,
  });

  it('what stays goes out with what changed only where it says what the command is about', () => {
    const now = { ...mission, title: 'Dry homes by 2030 ', reason: 'A date.' };
    expect(changesOf(ReviseMission, { ...mission, missionId: undefined }, now)).toEqual({
      missionId: 'M',
      title: 'Dry homes by 2030',
      reason: 'A date.',
    });
  });

  it('what was emptied is cleared, and a box no longer ticked says no', () => {
    const emptied = { startsOn: undefined, places: [], sdgs: [], openInvitation: false };
    expect(changesOf(ReviseMission, mission, { ...mission, ...emptied })).toEqual({
      startsOn: null,
      places: null,
      sdgs: null,
      openInvitation: false,
    });
    // Nothing says no to a title: it is missing, which the form says before.
    expect(changesOf(ReviseMission, mission, { ...mission, title: '' })).toEqual({});
  });

  it('an object goes out as a whole, or is cleared as one', () => {
    const before = filled(ReviseIndicator, { 'baseline.value': '40', 'baseline.on': '2026-01-01' });
    expect(changesOf(ReviseIndicator, before, { ...before, 'baseline.value': '41' })).toEqual({
      baseline: { value: '41', on: '2026-01-01' },
    });
    const without = { ...before, 'baseline.value': undefined, 'baseline.on': undefined };
    expect(changesOf(ReviseIndicator, before, without)).toEqual({ baseline: null });
  });
});

describe('what must be filled in', () => {
  it('is what the schema requires and is blank, in its order', () => {
    expect(missingFields(MakeCommitment, emptyValues(MakeCommitment))).toEqual(['kind', 'description', 'missionId']);
    expect(missingFields(MakeCommitment, { ...promise, description: ' \n ' })).toEqual(['description']);
    expect(missingFields(MakeCommitment, promise)).toEqual([]);
  });

  it('is the rest of an object of which a part is given', () => {
    expect(missingFields(MakeCommitment, { ...promise, 'quantity.unit': 'dwelling' })).toEqual(['quantity.amount']);
    expect(missingFields(MakeCommitment, { ...promise, 'quantity.amount': '4' })).toEqual(['quantity.unit']);
  });

  it('is what the page asks for as well', () => {
    const empty = emptyValues(RecordContribution);
    expect(missingFields(RecordContribution, empty)).toEqual([]);
    expect(missingFields(RecordContribution, empty, ['date'])).toEqual(['date']);
  });

  it('is no score of nought', () => {
    const scores = { 'scores.results': 0, 'scores.reliability': 0, 'scores.openness': 0 };
    const missing = missingFields(SubmitReview, filled(SubmitReview, scores));
    expect(missing).toEqual(expect.arrayContaining(['scores.learning', 'whatWorked']));
    expect(missing).not.toContain('scores.results');
  });
});

describe('given a refusal', () => {
  it.each([
    [['description'], 'description'],
    [['quantity', 'unit'], 'quantity.unit'],
    [['quantity'], 'quantity.amount'],
    [['counterpartyIds', '0'], 'counterpartyIds'],
    [['elsewhere'], undefined],
    [[], undefined],
  ])('whose path is %j the field is %s', (path, field) => {
    expect(fieldAt(MakeCommitment, path)).toBe(field);
  });

  it('of a file, the field is the evidence', () => {
    expect(fieldAt(RecordContribution, ['files', '0', 'sha256'])).toBe('evidence');
    expect(fieldAt(RecordContribution, ['evidence', '0', 'url'])).toBe('evidence');
  });
});

describe('given what was left in the browser', () => {
  it('what fits the form is taken up, and the rest left out', () => {
    const kept = {
      kind: 'GOLD',
      description: 'Begun',
      'quantity.amount': 40,
      counterpartyIds: ['a', 1, null],
      gone: 'from an older version',
    };
    expect(fittingValues(MakeCommitment, kept)).toEqual({ description: 'Begun', counterpartyIds: ['a'] });
    expect(fittingValues(SubmitReview, { 'scores.results': 9, ties: ['PAYMENT', 'LOVE'] })).toEqual({
      ties: ['PAYMENT'],
    });
    expect(fittingValues(RecordContribution, { evidence: { links: [{ url: 1 }], files: [] } })).toEqual({});
    expect(fittingValues(RecordContribution, { date: '2026-02-30', 'quantity.amount': 'many' })).toEqual({});
    expect(fittingValues(RecordContribution, { date: '2026-02-28', 'quantity.amount': '4.5' })).toEqual({
      date: '2026-02-28',
      'quantity.amount': '4.5',
    });
  });

  it.each([null, 'text', 7, []])('%j is nothing', (kept) => {
    expect(fittingValues(MakeCommitment, kept)).toEqual({});
  });
});
