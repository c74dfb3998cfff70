import { describe, expect, it } from '@jest/globals';
import { ofAmountGiven, ofAmountPromised, ofDueDate, ofFigure, ofPastDay } from './warnings.js';

const TODAY = '2026-03-01';

describe('What is unusual in a form', () => {
  it.each([
    ['2026-02-28', []],
    ['2026-03-01', ['dueSoon']],
    ['2026-03-07', ['dueSoon']],
    ['2026-03-08', []],
    ['', []],
    [undefined, []],
  ])('a promise due on %s: %j', (dueOn, warnings) => {
    expect(ofDueDate(dueOn, TODAY)).toEqual(warnings);
  });

  it.each([
    ['2025-02-28', ['longAgo']],
    ['2025-03-01', []],
    ['2026-03-01', []],
    ['', []],
  ])('what was given on %s: %j', (date, warnings) => {
    expect(ofPastDay(date, TODAY)).toEqual(warnings);
  });

  it.each([
    ['10', '40', '30', []],
    ['10.01', '40', '30', ['moreThanPromised']],
    ['41', '40', undefined, ['moreThanPromised']],
    // In binary, 0.1 and 0.2 are more than 0.3.
    ['0.2', '0.3', '0.1', []],
    ['1', undefined, undefined, []],
    [undefined, '40', '50', []],
  ])('%s given of %s after %s: %j', (amount, promised, delivered, warnings) => {
    expect(ofAmountGiven(amount, promised, delivered)).toEqual(warnings);
  });

  it.each([
    ['400', 'meal', ['tenTimesUsual']],
    ['399', 'meal', []],
    ['1', 'meal', []],
    ['400', 'hour', []],
    [undefined, 'meal', []],
  ])('a promise of %s %s where 40 meals are usual: %j', (amount, unit, warnings) => {
    expect(ofAmountPromised(amount, unit, [{ unit: 'meal', amount: '40' }])).toEqual(warnings);
  });

  it.each([
    ['100', '10', ['tenTimes']],
    ['99', '10', []],
    ['1', '10', ['tenTimes']],
    ['-100', '10', ['tenTimes']],
    ['0', '10', []],
    ['10', '0', []],
    ['10', undefined, []],
  ])('a figure of %s after one of %s: %j', (value, usual, warnings) => {
    expect(ofFigure(value, usual)).toEqual(warnings);
  });
});
