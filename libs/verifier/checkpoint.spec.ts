import { describe, expect, it } from '@jest/globals';
import { openCheckpoint, parseCheckpoint } from './checkpoint.js';
import { VerificationError } from './fault.js';
import { noteOf, sha256, testKey } from './ledger.fixtures.js';
import { parseVerifierKey } from './note.js';

const root = sha256(Buffer.from('root'));
const base64 = root.toString('base64');
const text = (size: string, hash = base64, more = '') => `example.org/log\n${size}\n${hash}\n${more}`;
const key = testKey('example.org/log');
const logKey = parseVerifierKey(key.vkey);

describe('A checkpoint', () => {
  it('is an origin, a size, a root, and what the log adds', () => {
    expect(parseCheckpoint(text('42', base64, 'more\nand more\n'))).toEqual({
      origin: 'example.org/log',
      size: 42n,
      root,
      extensions: ['more', 'and more'],
    });
    expect(parseCheckpoint(text('9223372036854775807')).size).toBe(2n ** 63n - 1n);
    expect(parseCheckpoint(text('0', sha256().toString('base64'))).size).toBe(0n);
  });

  it.each([
    ...[
      '007',
      '0x10',
      '+1',
      '-1',
      '',
      ' 1',
      '1 ',
      '1.0',
      '1e3',
      '٣',
      '00',
      '9223372036854775808',
      '99999999999999999999',
    ].map((size) => [`the size "${size}"`, text(size)] as const),
    ['a root of 31 bytes', text('1', root.subarray(1).toString('base64'))],
    ['a root of 33 bytes', text('1', Buffer.concat([root, Buffer.of(0)]).toString('base64'))],
    ['a root without padding', text('1', base64.replace('=', ''))],
    [
      'a root with stray bits',
      text(
        '1',
        base64.replace(/.=$/, (end) => (end === 'B=' ? 'C=' : 'B=')),
      ),
    ],
    ['a root in hexadecimal', text('1', root.toString('hex'))],
    ['a space behind the root', text('1', `${base64} `)],
    ['a root that no empty tree has', text('0')],
    ['an empty line behind the root', text('1', base64, '\n')],
    ['an empty line between other lines', text('1', base64, 'a\n\nb\n')],
    ['no origin', text('1').replace('example.org/log', '')],
    ['no root', 'example.org/log\n1\n'],
    ['no line break at the end', text('1').slice(0, -1)],
    ['nothing', ''],
  ])('is refused with %s', (_, malformed) => {
    expect(() => parseCheckpoint(malformed)).toThrow(VerificationError);
    expect(() => parseCheckpoint(malformed)).toThrow(expect.objectContaining({ kind: 'CHECKPOINT' }));
  });

  it('opens with the log’s key, and names the witnesses by the names they are asked for', () => {
    const [one, two, three] = [testKey('w1.example'), testKey('w2.example'), testKey('w3.example')];
    const witnesses = [one, two, three].map((each, n) => ({
      name: `W${n + 1}`,
      key: parseVerifierKey(each.cosignerVkey),
    }));
    const note = noteOf(text('3'), key, three.cosign(text('3'), 30), one.cosign(text('3'), 10));
    const opened = openCheckpoint(note, logKey, witnesses);
    expect(opened).toMatchObject({ origin: 'example.org/log', size: 3n });
    expect(opened.cosignedBy).toEqual([
      { name: 'W1', time: 10n },
      { name: 'W3', time: 30n },
    ]);
  });

  it('is refused without the log’s signature, whoever else signed', () => {
    const witness = testKey('w.example');
    const note = noteOf(text('3'), testKey('example.org/log'), witness.cosign(text('3'), 10));
    const witnesses = [{ name: 'W', key: parseVerifierKey(witness.cosignerVkey) }];
    expect(() => openCheckpoint(note, logKey, witnesses)).toThrow(expect.objectContaining({ kind: 'SIGNATURE' }));
  });

  it('is refused where its origin is another log’s, though this log’s key signed it', () => {
    const note = noteOf(text('3').replace('example.org/log', 'example.org/other'), key);
    expect(() => openCheckpoint(note, logKey)).toThrow(expect.objectContaining({ kind: 'ORIGIN' }));
  });

  it('with two blank lines is refused, be they beside each other or not', () => {
    const split = noteOf(text('3').replace('log\n3', 'log\n\n3'), key);
    expect(() => openCheckpoint(split, logKey)).toThrow(expect.objectContaining({ kind: 'CHECKPOINT' }));
    expect(() => openCheckpoint(noteOf(`${text('3')}\n`, key), logKey)).toThrow(
      expect.objectContaining({ kind: 'NOTE' }),
    );
  });
});
