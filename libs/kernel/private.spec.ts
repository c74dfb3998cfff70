import { describe, it, expect } from '@jest/globals';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { z } from 'zod';
import { events } from './events.js';
import { pointerTo, valueAt } from './pointer.js';
import {
  erasable,
  isSaltedHash,
  privateFieldsOf,
  privately,
  privateText,
  saltedHashesIn,
  Secret,
  secret,
  secretIf,
} from './private.js';
import { text } from './text.js';

const HASH = 'ab'.repeat(32);

describe('A private field', () => {
  const field = privately(text(10));

  it('takes the plain value or a salted hash, and nothing else', () => {
    expect([field.parse(' seen '), field.parse({ sha256: HASH })]).toEqual(['seen', { sha256: HASH }]);
    const refused = [
      '',
      'much too long a text',
      { sha256: HASH.toUpperCase() },
      { sha256: HASH.slice(2) },
      { sha256: HASH, value: 'seen' },
      {},
      7,
    ];
    expect(refused.map((value) => field.safeParse(value).success)).toEqual(refused.map(() => false));
  });

  it('is published as one or the other', () => {
    expect(z.toJSONSchema(z.strictObject({ note: field.optional() }), { io: 'output' })).toMatchObject({
      properties: {
        note: {
          anyOf: [
            { type: 'string', minLength: 1, maxLength: 10 },
            {
              type: 'object',
              properties: { sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
              required: ['sha256'],
              additionalProperties: false,
              description: expect.stringContaining('commitment'),
            },
          ],
        },
      },
      additionalProperties: false,
    });
  });

  it('is found wherever it stands in a schema', () => {
    const schema = z
      .strictObject({
        open: text(10),
        either: z.union([z.string(), z.number()]),
        note: field.describe('A note').optional(),
        parts: z.array(z.strictObject({ remark: privately(z.number()).nullable() })).default([]),
      })
      .refine(() => true);
    expect(privateFieldsOf(schema).map(({ keys }) => keys)).toEqual([['note'], ['parts', '*', 'remark']]);
    expect(
      events({ Happened: { says: 'Something.', data: schema } }).Happened.privates[1]?.plain.safeParse(7).success,
    ).toBe(true);
  });

  it('is not declared where a plain value could be taken for a salted hash', () => {
    expect(() => privately(z.strictObject({ sha256: z.string() }))).toThrow(/look like a salted hash/);
    expect(() => privately(z.unknown())).toThrow(/look like a salted hash/);
  });
});

describe('A secret', () => {
  it('is told from another by its value', () => {
    expect(secret('seen')).toEqual(new Secret('seen'));
    expect(secret('seen')).not.toEqual(secret('heard'));
    expect(secret('seen')).not.toEqual('seen');
  });

  it('does not let its value out by accident', () => {
    const held = { note: secret('seen') };
    expect(() => JSON.stringify(held)).toThrow(/private field/);
    expect(inspect(held)).toBe('{ note: Secret }');
    expect(() => held.note.sha256).toThrow(/no hash/);
  });

  it('is made of what is there, where it is asked for', () => {
    expect([secretIf(true, 'a'), secretIf(false, 'a'), secretIf(true, undefined)]).toEqual([
      secret('a'),
      'a',
      undefined,
    ]);
  });
});

describe('A place in an event’s data', () => {
  it('is found again by its pointer, whatever its keys are', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('~', '/', '~1', '', 'a/b', '__proto__'));
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), fc.string(), (keys, value) => {
        const data = keys.reduceRight<unknown>((inner, name) => Object.fromEntries([[name, inner]]), value);
        expect(valueAt(data, pointerTo(keys))).toBe(value);
      }),
    );
  });

  it('is nothing where the data has nothing of its own', () => {
    const data = { note: 'seen', parts: [{ remark: 1 }] };
    expect(valueAt(data, '/parts/0/remark')).toBe(1);
    for (const path of ['/parts/1/remark', '/note/0/x', '/toString', '/constructor/name', 'note']) {
      expect(valueAt(data, path)).toBeUndefined();
    }
  });
});

describe('A private text in a view', () => {
  const columns = (data: object) => {
    const { position, version, actor } = { position: 1n, version: 1n, actor: { organisation: 'o' } };
    const envelope = {
      type: 'Noted',
      schema: 1,
      stream: 's/1',
      commandId: 'c',
      recordedAt: '2026-01-01T00:00:00.000Z',
    };
    return privateText('note', { ...envelope, id: 'e', position, version, actor, data }, '/note');
  };

  it('is the text, a reference to what opens the salted hash, or neither', () => {
    expect(columns({ note: 'seen' })).toEqual({ note: 'seen', note_private: null });
    expect(columns({ note: { sha256: HASH } })).toEqual({
      note: null,
      note_private: { eventId: 'e', path: '/note', sha256: HASH },
    });
    expect(columns({})).toEqual({ note: null, note_private: null });
  });

  it('knows a salted hash when it sees one', () => {
    expect([{ sha256: HASH }, { sha256: 'x' }, HASH, null].map(isSaltedHash)).toEqual([true, false, false, false]);
  });
});

describe('Words about others', () => {
  it('are secrets that anybody may read beside the log, unlike other secrets', () => {
    expect([erasable('Late.').isPublic, secret('Late.').isPublic]).toEqual([true, false]);
    expect(erasable('Late.')).toBeInstanceOf(Secret);
    expect(() => JSON.stringify(erasable('Late.'))).toThrow('a private field alone');
  });

  it('are found in an event by their salted hashes, however deep, as a file’s own hash is not', () => {
    const file = { sha256: HASH, name: 'a.png' };
    const data = { reason: { sha256: HASH }, evidence: [file, { sha256: HASH }], 'a/b': { note: { sha256: HASH } } };
    expect(saltedHashesIn(data)).toEqual(
      ['/reason', '/evidence/1', '/a~1b/note'].map((path) => ({ path, sha256: HASH })),
    );
    expect(saltedHashesIn({ note: 'Plain.', count: 3, none: null })).toEqual([]);
  });
});
