import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, loadConfig } from './config.js';
import { isPassing, persist } from './database.js';
import { olderThanSupported, withoutCollation } from './migrate.js';

const failure = (code: string) => Object.assign(new Error('It fails.'), { code });

describe('A state of the database', () => {
  it.each([
    '08006',
    '25006',
    '25P03',
    '40001',
    '40P01',
    '53300',
    '55P03',
    '57P01',
    '57P02',
    '57P03',
    '57P05',
    'EHOSTUNREACH',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ENETUNREACH',
  ])('passes: %s is asked again, a bounded number of times', async (code) => {
    let asked = 0;
    const ask = (failing: number) => () => {
      asked += 1;
      return asked > failing ? Promise.resolve('answered') : Promise.reject(failure(code));
    };
    expect(isPassing(failure(code))).toBe(true);
    expect(await persist(ask(2), [1, 1, 1], 1_000)).toBe('answered');
    await expect(persist(ask(99), [1, 1, 1], 1_000)).rejects.toThrow('It fails.');
    expect(asked).toBe(7);
  });

  it.each(['23505', '42P01', '22021', '57014', 'ENOENT'])('stays: %s is told at once', async (code) => {
    expect(isPassing(failure(code))).toBe(false);
    let asked = 0;
    const ask = () => {
      asked += 1;
      return Promise.reject(failure(code));
    };
    await expect(persist(ask, [1, 1, 1], 1_000)).rejects.toThrow('It fails.');
    expect(asked).toBe(1);
  });
});

describe('A PostgreSQL server', () => {
  it.each([
    ['150000', '15.0'],
    ['180004', '18.4'],
  ])('of version %s is taken', (number, version) => {
    expect(olderThanSupported(number, version)).toBeUndefined();
  });

  it('that is older than 15 is refused in one sentence', () => {
    expect(olderThanSupported('140019', '14.19 (Debian 14.19-1)')).toBe(
      'PostgreSQL 14.19 (Debian 14.19-1) is too old for this ledger: use 15 or later (it is tried on 15 and 18).',
    );
  });

  it('that cannot sort names is refused in one sentence', () => {
    expect(withoutCollation('18.4', true)).toBeUndefined();
    expect(withoutCollation('18.4', false)).toMatch(
      /^This PostgreSQL 18\.4 was built without ICU, .*: use a build that has it/,
    );
  });
});

describe('The addresses of the database', () => {
  const [pooler, direct] = [
    'postgres://app:secret@pooler:6432/maillage',
    'postgres://app:secret@postgres:5432/maillage',
  ];
  const both = { DATABASE_URL: pooler, DATABASE_DIRECT_URL: direct };

  it('are one, or a pooler’s and PostgreSQL’s own; the same twice is one', () => {
    expect(loadConfig(both).database).toMatchObject({ url: pooler, directUrl: direct });
    expect(loadConfig({ DATABASE_URL: direct, DATABASE_DIRECT_URL: direct }).database.directUrl).toBeUndefined();
    expect(loadConfig({ DATABASE_URL: direct, DATABASE_DIRECT_URL: '' }).database.directUrl).toBeUndefined();
  });

  it.each([
    [{ DATABASE_DIRECT_URL: direct }, /DATABASE_URL: is missing/],
    [
      { ...both, DATABASE_URL: `${pooler}?options=-c%20work_mem%3D7MB` },
      /no pooler passes on .* options in DATABASE_URL/,
    ],
    [{ ...both, PGOPTIONS: '-c work_mem=7MB' }, /no pooler passes on PGOPTIONS/],
  ])('are refused where a pooler would not do: %j', (env, message) => {
    const load = () => loadConfig(env);
    expect(load).toThrow(ConfigurationError);
    expect(load).toThrow(message);
  });
});
