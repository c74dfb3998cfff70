import { describe, expect, it } from '@jest/globals';
import { answersOn, dueOn, standing, type AwaitedAnswer } from './due.js';

const asked = (askedOn: string, ends: Partial<AwaitedAnswer> = {}): AwaitedAnswer => ({
  askedOn,
  dueOn: dueOn({ askedOn, days: 30 }),
  answeredOn: null,
  leftOutOn: null,
  ...ends,
});

// Worked by hand; the same figures stand beside the design.
const ITEMS: readonly AwaitedAnswer[] = [
  // Due on 2 March, and answered on that day; the next a day late.
  asked('2026-01-31', { answeredOn: '2026-03-02' }),
  asked('2026-01-31', { answeredOn: '2026-03-03' }),
  asked('2026-02-10'),
  asked('2026-02-20', { answeredOn: '2026-02-20' }),
  // Taken back within its window, and set aside only after it.
  asked('2026-02-25', { leftOutOn: '2026-03-01' }),
  asked('2026-02-01', { leftOutOn: '2026-03-20' }),
  asked('2026-03-10'),
  asked('2026-04-01'),
];

describe('A window', () => {
  it('is due so many days after it was asked, over the end of months and leap days', () => {
    expect(dueOn({ askedOn: '2026-01-31', days: 30 })).toBe('2026-03-02');
    expect(dueOn({ askedOn: '2028-01-31', days: 30 })).toBe('2028-03-01');
    expect(dueOn({ askedOn: '2026-12-31', days: 0 })).toBe('2026-12-31');
  });

  it('stands by the day asked about: on its last day it is open, and an answer in time', () => {
    const due = dueOn({ askedOn: '2026-02-14', days: 14 });
    expect(standing(due, null, '2026-02-28')).toBe('OPEN');
    expect(standing(due, null, '2026-03-01')).toBe('OVERDUE');
    expect(standing(due, '2026-02-28', '2026-02-28')).toBe('IN_TIME');
    expect(standing(due, '2026-03-01', '2026-03-01')).toBe('LATE');
    expect(standing(due, '2026-03-01', '2026-02-28')).toBe('OPEN');
  });
});

describe('The answers to what was asked', () => {
  it.each([
    ['2026-01-30', 0, 0, 0, 0, 0, null, null],
    ['2026-03-02', 2, 0, 0, 3, 1, '1', '15'],
    ['2026-03-03', 2, 1, 0, 2, 1, '0.666667', '30'],
    ['2026-03-31', 2, 1, 2, 1, 1, '0.4', '30'],
    ['2026-12-31', 2, 1, 4, 0, 1, '0.285714', '30'],
  ] as const)('are counted as of %s', (on, inTime, late, overdue, open, leftOut, answerRate, medianDays) => {
    expect(answersOn(ITEMS, on)).toEqual({ inTime, late, overdue, open, leftOut, answerRate, medianDays });
  });

  it('have a median between two days where there are two in the middle', () => {
    const items = [
      asked('2026-01-01', { answeredOn: '2026-01-02' }),
      asked('2026-01-01', { answeredOn: '2026-01-03' }),
    ];
    expect(answersOn(items, '2026-02-01').medianDays).toBe('1.5');
  });

  it('count one that came before the question was taken back', () => {
    const [both] = [asked('2026-01-01', { answeredOn: '2026-01-05', leftOutOn: '2026-01-06' })];
    expect(answersOn([both], '2026-01-05')).toMatchObject({ inTime: 1, leftOut: 0 });
    expect(answersOn([both], '2026-01-06')).toMatchObject({ inTime: 1, leftOut: 0 });
  });
});
