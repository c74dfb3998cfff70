import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSchema } from './dialect.js';
import { EntryChecker } from './entry.js';
import { bundleOf, leafOf } from './ledger.fixtures.js';
import { QuickReading } from './quick.js';

const LOG = join(import.meta.dirname, '../../test/fixtures/log');
const SCHEMAS = join(import.meta.dirname, '../../infra/generated/events');

/** Every type of event under every number. */
const TEXTS = readdirSync(LOG)
  .filter((name) => name.endsWith('.jsonl') && !name.endsWith('.commands.jsonl'))
  .flatMap((name) => readFileSync(join(LOG, name), 'utf8').trimEnd().split('\n'));

const quick = new QuickReading();
const [both, plainly] = [new EntryChecker(), new EntryChecker(true)];
for (const file of readdirSync(SCHEMAS)) {
  const path = `schemas/${file.replace('.', '/')}`;
  const schema = readFileSync(join(SCHEMAS, file), 'utf8');
  quick.addSchema(path, readSchema(schema));
  both.addSchema(path, schema);
  plainly.addSchema(path, schema);
}

function readQuickly(text: string) {
  const bytes = Buffer.from(`\0\0${text}`, 'utf8');
  return quick.read(bytes, 2, bytes.length);
}

function checked(checker: EntryChecker, text: string) {
  const leaves = leafOf(text);
  const { facts, fault, wanted } = checker.check({
    first: 1n,
    width: 1,
    bundle: bundleOf([text]),
    exact: true,
    sealed: 1,
    leaves,
  });
  return { said: facts[0], why: fault && `${fault.kind} ${fault.message}`, wanted };
}

/** The same numbers from 0 to `below` in every run. */
let seed = 1;
function chance(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}
const oneOf = <T>(list: readonly T[]): T => list[chance(list.length)]!;

const VALUES = [
  '0',
  '-0',
  '1',
  '-1',
  '01',
  '100',
  '1e2',
  '1.5',
  '4',
  '1e21',
  '9007199254740993',
  'true',
  'null',
  '[]',
  '{}',
  '[1]',
]
  .concat(['"2024-02-29"', '"2025-02-29"', '"2026-13-01"', '"2026-01-01T24:00:00.000Z"', '"2026-01-01T23:59:59.999Z"'])
  .concat([
    '""',
    '"a"',
    '"é"',
    '"😀"',
    '"a\\n"',
    '"\\u0001"',
    '"\\u0041"',
    '"\\/"',
    '"\\ud800"',
    '"\u007f"',
    '"\u2028"',
  ])
  .concat(['"https://example.org"', '"https://exämple.org/é"', '"-1.50"', '"12.5"', '"EUR"', '{"sha256":"x"}'])
  .concat([
    `{"sha256":"${'ab'.repeat(32)}"}`,
    `"${'ab'.repeat(32)}"`,
    `"${'é'.repeat(2_000)}"`,
    `"${'x'.repeat(4_001)}"`,
  ]);
const PIECES = [
  '',
  ' ',
  ',',
  ':',
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  '0',
  'a',
  'é',
  '\n',
  '"a":1,',
  ',"zz":1',
  ',"zz":null',
];

/** A value in place of another, or a few characters in place of others. */
function changed(text: string): string {
  if (chance(3) > 0) {
    const values = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?!:)|-?[0-9]+|true|false|null|\[\]/g)];
    const { index, 0: old } = oneOf(values);
    return text.slice(0, index) + oneOf(VALUES) + text.slice(index + old.length);
  }
  const at = chance(text.length);
  return text.slice(0, at) + oneOf(PIECES) + text.slice(at + chance(4));
}

describe('The quick way to read an entry', () => {
  it('knows what the ledger records, but what is rare', () => {
    const unknown = TEXTS.filter((text) => readQuickly(text) === undefined);
    const types = new Set(unknown.map((text) => (JSON.parse(text) as { readonly type: string }).type));
    expect([...types].sort()).toEqual([
      'EvidenceErased',
      'LogReopened',
      'ReceiptKeyCertified',
      'ReceiptKeyRevoked',
      'ReputationParametersAdopted',
      'SchemasPublished',
      'ValueErased',
    ]);
  });

  it('finds in 100,000 changed entries what the plain way finds', () => {
    let known = 0;
    for (let n = 0; n < 100_000; n += 1) {
      const text = Buffer.from(changed(oneOf(TEXTS)), 'utf8').toString('utf8');
      const said = readQuickly(text);
      if (said !== undefined) known += 1;
      // Where it knows nothing, the plain way is asked: that is looked at in some of them.
      if (said === undefined && n % 20 > 0) continue;
      const plain = checked(plainly, text);
      if (said !== undefined && JSON.stringify(said) !== JSON.stringify(plain.said)) {
        expect({ text, said }).toEqual({ text, said: plain.said });
      }
      if (n % 20 === 0) expect(checked(both, text)).toEqual(plain);
    }
    // Neither all nor none of them are still valid.
    expect(known).toBeGreaterThan(5_000);
    expect(known).toBeLessThan(90_000);
  });
});
