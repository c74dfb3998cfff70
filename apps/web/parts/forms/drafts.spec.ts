import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { draftKey, drafts } from './drafts.js';

class Storage {
  private readonly kept = new Map<string, string>();
  get length() {
    return this.kept.size;
  }
  key(index: number) {
    return [...this.kept.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.kept.set(key, value);
  }
  removeItem(key: string) {
    this.kept.delete(key);
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;

function store(storage: unknown): void {
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
}

describe('given a browser that keeps things', () => {
  beforeEach(() => {
    store(new Storage());
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('a draft is read as it was written, until it is removed', () => {
    drafts.write('a', { values: { text: 'Begun' }, commandId: 'c' });
    expect(drafts.read('a')).toEqual({ values: { text: 'Begun' }, commandId: 'c' });
    expect(drafts.read('b')).toBeUndefined();
    drafts.remove('a');
    expect(drafts.read('a')).toBeUndefined();
  });

  it('what is no draft is none', () => {
    localStorage.setItem('maillage.draft.a', '{');
    localStorage.setItem('maillage.draft.b', '"text"');
    expect([drafts.read('a'), drafts.read('b')]).toEqual([undefined, undefined]);
  });

  it('drafts that nobody went on with for half a year go, and nothing else does', () => {
    const now = Date.now();
    localStorage.setItem('maillage.language', 'fr');
    jest.spyOn(Date, 'now').mockReturnValue(now - 200 * DAY_MS);
    drafts.write('old', { values: {} });
    jest.spyOn(Date, 'now').mockReturnValue(now);
    drafts.write('new', { values: {} });
    drafts.sweep();
    expect(drafts.read('old')).toBeUndefined();
    expect(drafts.read('new')).toEqual({ values: {}, commandId: undefined });
    expect(localStorage.getItem('maillage.language')).toBe('fr');
  });

  it('what a person wrote is hers, and stays only for the organisations she still acts for', () => {
    const of = (person: string | undefined, organisation: string) =>
      draftKey({ person, organisation }, 'MakeCommitment');
    const all = [of('marie', 'a'), of('marie', 'b'), of('mariette', 'a'), of(undefined, 'a')];
    expect(new Set(all).size).toBe(all.length);
    for (const key of all) drafts.write(key, { values: {} });
    const left = () => all.filter((key) => drafts.read(key) !== undefined);
    drafts.keepOnly('marie', ['b']);
    expect(left()).toEqual(all.slice(1));
    drafts.keepOnly('marie');
    expect(left()).toEqual(all.slice(2));
  });
});

describe.each([
  ['forbids storage', undefined],
  ['has none left', { setItem: full, getItem: full, removeItem: full, length: 1, key: full }],
])('given a browser that %s', (_, storage) => {
  it('nothing fails', () => {
    store(storage);
    drafts.sweep();
    drafts.write('a', { values: { text: 'Begun' } });
    expect(drafts.read('a')).toBeUndefined();
    drafts.remove('a');
  });
});

function full(): never {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
}
