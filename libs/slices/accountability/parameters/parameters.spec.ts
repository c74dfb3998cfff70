import { describe, it, expect } from '@jest/globals';
import { LEDGER_ACTOR } from '@maillage/kernel';
import { given, id, projected, recorded } from '../../../../test/harness/given.js';
import { VERSION_1, VERSION_2, type Parameters } from '../reputation/parameters.js';
import { parametersDecider, REPUTATION } from './decider.js';
import { beginReputation, firstSets } from './first.js';
import { reputationParameters } from './view.js';

const AT = '2026-12-01T09:00:00.000Z';
const operator = { by: id(1), scopes: ['write', 'operator'], at: AT } as const;
const setOf = ({ version, ...parameters }: Parameters, from: string, change: object = {}) => ({
  version,
  from,
  reason: 'Facts count less.',
  parameters: { ...parameters, ...change },
});
const adopted = (set: object, on = '2026-12-01') => ({ type: 'ReputationParametersAdopted', data: { ...set, on } });
const adopt = (past: readonly object[], set: object) =>
  given(
    parametersDecider,
    past.map((each) => adopted(each)),
  ).when('AdoptReputationParameters', REPUTATION, set, operator);

describe('The first start', () => {
  it('adopts version 1 for whatever was before, and version 2 from that day on', () => {
    const sets = firstSets('2026-12-01');
    expect(sets.map(({ version, from }) => [version, from])).toEqual([
      [1, '0001-01-01'],
      [2, '2026-12-01'],
    ]);
    given(parametersDecider)
      .when('BeginReputation', REPUTATION, { sets }, { ...operator, by: LEDGER_ACTOR })
      .then(...sets.map((each) => adopted(each)));
  });

  it('does so once', async () => {
    given(parametersDecider, [adopted(setOf(VERSION_1, '0001-01-01'))])
      .when('BeginReputation', REPUTATION, { sets: firstSets('2026-12-01') }, operator)
      .thenRefused('ALREADY_ADOPTED');
    const refusing = (code: string) => () =>
      Promise.resolve({ refused: true as const, code, message: 'No.', path: [] });
    const clock = { now: () => AT };
    await expect(beginReputation(refusing('ALREADY_ADOPTED'), clock)).resolves.toBeUndefined();
    await expect(beginReputation(refusing('NOT_THE_OPERATOR'), clock)).rejects.toThrow('were refused: No.');
  });
});

describe('Adopting parameters', () => {
  const first = [setOf(VERSION_2, '2026-12-01')];

  it('is done by the operator, at least 30 days before they are computed with', () => {
    const changed = setOf(VERSION_2, '2026-12-31', { factWeight: 1 });
    adopt(first, changed).then(adopted(changed));
    adopt(first, { ...changed, from: '2026-12-30' }).thenRefused('NOTICE_TOO_SHORT', ['from']);
    given(parametersDecider)
      .when('AdoptReputationParameters', REPUTATION, changed, { by: id(1), at: AT })
      .thenRefused('NOT_THE_OPERATOR');
    given(parametersDecider)
      .when('AdoptReputationParameters', id(1), changed, operator)
      .thenRefused('UNKNOWN_PARAMETERS', ['id']);
  });

  it('changes at least one of them', () => {
    adopt(first, setOf(VERSION_2, '2027-06-01')).thenRefused('PARAMETERS_UNCHANGED', ['parameters']);
    const less = setOf(VERSION_2, '2027-06-01', { evidence: { ...VERSION_2.evidence, DECLARED: 0.2 } });
    adopt(first, less).then(adopted(less));
  });

  it('is on the day of the last entry at the earliest, should a clock run behind', () => {
    const changed = setOf(VERSION_2, '2027-06-01', { factWeight: 1 });
    given(parametersDecider, [adopted(setOf(VERSION_2, '2026-12-01'), '2026-12-04')])
      .when('AdoptReputationParameters', REPUTATION, changed, operator)
      .then(adopted(changed, '2026-12-04'));
  });

  it('takes constants that fit their form, and weights that rise with the evidence', () => {
    const accepts = (set: object) => parametersDecider.commands.AdoptReputationParameters.data.safeParse(set).success;
    const evidence = { ...VERSION_2.evidence, CORROBORATED: 0.2 };
    const day = '2027-06-01';
    expect([
      accepts(setOf(VERSION_1, day)),
      accepts(setOf(VERSION_2, day)),
      accepts({ ...setOf(VERSION_1, day), version: 2 }),
      accepts({ ...setOf(VERSION_2, day), version: 1 }),
      accepts({ ...setOf(VERSION_2, day), version: 3 }),
      accepts(setOf(VERSION_2, day, { evidence })),
      accepts(setOf(VERSION_2, day, { halfLifeDays: 0 })),
      accepts(setOf(VERSION_2, day, { priorMean: 1 })),
    ]).toEqual([true, true, false, false, false, false, false, false]);
  });

  it('keeps every set that was ever adopted', () => {
    const sets = [setOf(VERSION_1, '0001-01-01'), setOf(VERSION_2, '2026-12-01')];
    const { reputation_parameters: rows } = projected(
      reputationParameters,
      sets.map((each) => recorded(`parameters/${REPUTATION}`, adopted(each))),
    );
    expect(rows?.map(({ version, from_day, position }) => [version, from_day, position])).toEqual([
      [1, '0001-01-01', '1'],
      [2, '2026-12-01', '2'],
    ]);
  });
});
