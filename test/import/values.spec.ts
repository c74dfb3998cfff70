import { describe, expect, it } from '@jest/globals';
import {
  cut,
  firstLine,
  firstSentence,
  hashtagOf,
  listOf,
  oneLine,
  readCountry,
  readCurrency,
  readDate,
  readNumber,
  readPeriod,
  Unreadable,
} from '../../apps/cli/import/values.js';

const certain = (value: unknown): unknown => (value instanceof Unreadable ? undefined : value);

describe('A date', () => {
  it.each([
    ['2018-10', 'first', '2018-10-01'],
    ['2018-10', 'last', '2018-10-31'],
    ['2020-02', 'last', '2020-02-29'],
    ['2021-02', 'last', '2021-02-28'],
    ['2019-09-02', 'first', '2019-09-02'],
    [' 2019-09-02 ', 'last', '2019-09-02'],
    ['2018-15', 'first', undefined],
    ['2018-00', 'first', undefined],
    ['2023-28', 'last', undefined],
    ['2021-02-29', 'first', undefined],
    ['2018', 'first', undefined],
    ['current', 'last', undefined],
    ['10/2018', 'first', undefined],
    ['', 'first', undefined],
  ] as const)('%j, as the %s day, is %j', (text, edge, date) => {
    expect(certain(readDate(text, edge))).toBe(date);
  });

  it('says what is wrong with it', () => {
    expect(readDate('2018-15', 'first')).toEqual(new Unreadable('is not a month that exists'));
    expect(readDate('2018', 'first')).toEqual(new Unreadable('names a year only; a month or a day is needed'));
    expect(readDate('2021-02-29', 'first')).toEqual(new Unreadable('is not a date that exists'));
  });
});

describe('A period', () => {
  it('is whole months, from the first day to the last', () => {
    expect(readPeriod('2020-01', '2020-02')).toEqual({ from: '2020-01-01', to: '2020-02-29' });
  });

  it('tells which end cannot be read', () => {
    expect(readPeriod('2018-13', '2020-09')).toEqual({ end: 'from', reason: 'is not a month that exists' });
    expect(readPeriod('2020-01', '')).toEqual({ end: 'to', reason: 'is missing' });
    expect(readPeriod('2020-02', '2020-01')).toEqual({
      end: 'to',
      reason: 'is before the period starts, on 2020-02-01',
    });
  });
});

describe('A number', () => {
  it.each([
    ['500', '500'],
    ['0', '0'],
    ['007', '7'],
    ['93911.40', '93911.4'],
    [' 12 ', '12'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', undefined],
    ['93911.40000000001', '93911.40000000001'],
    ['10,000', undefined],
    ['290.000.000', undefined],
    ['$10,000,000', undefined],
    ['$', undefined],
    ['=D41-D36', undefined],
    ['3000 (later revised  to 944)', undefined],
    ['1809 people got a job after participating in this SIB project.', undefined],
    ['90%', undefined],
    ['-5', undefined],
    ['1e6', undefined],
    ['NaN', undefined],
    ['٣', undefined],
    ['', undefined],
  ])('%j is %j', (text, number) => {
    expect(certain(readNumber(text))).toBe(number);
  });
});

describe('A currency', () => {
  it.each([
    ['GBP', 'GBP'],
    ['AUD ', 'AUD'],
    ['gbp', undefined],
    ['Russian Ruble', undefined],
    ['Swedish', undefined],
    ['C$', undefined],
    ['', undefined],
  ])('%j is %j', (text, currency) => {
    expect(certain(readCurrency(text))).toBe(currency);
  });
});

describe('A country', () => {
  it.each([
    ['GB', 'GB'],
    ['PS', 'PS'],
    ['UK', undefined],
    ['ZX', undefined],
    ['United Kingdom', undefined],
    ['CA, US', undefined],
  ])('%j is %j', (text, country) => {
    expect(certain(readCountry(text))).toBe(country);
  });
});

describe('Text', () => {
  it('is made one line without control characters', () => {
    expect(oneLine('  Wrap\r\naround\u0000\u000b support\t ')).toBe('Wrap around support');
    expect(firstLine('\n Job placement \nParticipant finds a job')).toBe('Job placement');
  });

  it('is cut between words, and never within a character', () => {
    expect(cut('short', 10)).toBe('short');
    expect(cut('a word too many', 12)).toBe('a word too…');
    const cutWithin = cut('😀'.repeat(10), 4);
    expect(cutWithin).toBe('😀…');
    expect(cut('x'.repeat(50), 10)).toHaveLength(10);
  });

  it('gives its first sentence', () => {
    expect(firstSentence('Houses people, e.g. families. Then supports them.')).toBe('Houses people, e.g. families.');
    expect(firstSentence('No full stop')).toBe('No full stop');
  });

  it('makes a hashtag', () => {
    expect(hashtagOf('Employment and training')).toBe('#employment-and-training');
    expect(hashtagOf(' Santé & Bien-être ')).toBe('#santé-bien-être');
    expect(hashtagOf('—')).toBeUndefined();
  });

  it('makes a list', () => {
    expect(listOf('INDIGO-ORG-0171, INDIGO-ORG-1083,INDIGO-ORG-0171,')).toEqual(['INDIGO-ORG-0171', 'INDIGO-ORG-1083']);
    expect(listOf('')).toEqual([]);
  });
});
