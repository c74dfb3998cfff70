import { describe, expect, it } from '@jest/globals';
import { openCheckpoint } from './checkpoint.js';
import { VerificationError } from './fault.js';
import { certificateOf, checkpointText, leafOf, noteOf, receiptNote, testKey, uuid } from './ledger.fixtures.js';
import { parseVerifierKey } from './note.js';
import { openReceipt } from './receipt.js';

const key = testKey('example.org/log');
const logKey = parseVerifierKey(key.vkey);
const leaf = leafOf('x').toString('base64');
const head = ['example.org/log/receipt', uuid(1), '2026-01-01T00:00:00.000Z'];
const signed = (...lines: string[]) => noteOf(`${lines.join('\n')}\n`, key);

describe('A receipt', () => {
  it('says where which leaf was recorded, for which command, and when', () => {
    expect(
      openReceipt(
        receiptNote(key, [
          [3, 'a'],
          [9, 'b'],
        ]),
        logKey,
      ),
    ).toEqual({
      origin: 'example.org/log',
      commandId: uuid(7),
      recordedAt: '2026-01-01T00:00:00.000Z',
      events: [
        { position: 3n, leaf: leafOf('a') },
        { position: 9n, leaf: leafOf('b') },
      ],
    });
  });

  it('may promise by when it is covered', () => {
    const by = '2026-01-01T00:01:00.000Z';
    expect(openReceipt(receiptNote(key, [[3, 'a']], by), logKey)).toMatchObject({ coveredBy: by });
    expect(openReceipt(receiptNote(key, [[3, 'a']]), logKey)).not.toHaveProperty('coveredBy');
  });

  it.each([
    ['a promise that is no time', signed(...head, 'by tomorrow', `1 ${leaf}`)],
    ['two promises', signed(...head, `by ${head[2]!}`, `by ${head[2]!}`, `1 ${leaf}`)],
    ['a promise and no event', signed(...head, `by ${head[2]!}`)],
    ['no event', signed(...head)],
    ['position 0', signed(...head, `0 ${leaf}`)],
    ['position 01', signed(...head, `01 ${leaf}`)],
    ['a position twice', signed(...head, `1 ${leaf}`, `1 ${leaf}`)],
    ['a hash too short', signed(...head, `1 ${leaf.slice(4)}`)],
    ['more behind the hash', signed(...head, `1 ${leaf} more`)],
    ['no time', signed(head[0]!, head[1]!, `1 ${leaf}`)],
    ['no command', signed(head[0]!, 'a', head[2]!, `1 ${leaf}`)],
    ['the text of a checkpoint', signed('example.org/log', '1', leaf)],
  ])('is refused with %s', (_, note) => {
    expect(() => openReceipt(note, logKey)).toThrow(VerificationError);
    expect(() => openReceipt(note, logKey)).toThrow(expect.objectContaining({ kind: 'RECEIPT' }));
  });

  it('is refused of another log, or signed by another', () => {
    const other = noteOf(`example.org/other/receipt\n${head.slice(1).join('\n')}\n1 ${leaf}\n`, key);
    expect(() => openReceipt(other, logKey)).toThrow(expect.objectContaining({ kind: 'ORIGIN' }));
    const forged = receiptNote(testKey(key.name), [[1, 'a']]);
    expect(() => openReceipt(forged, logKey)).toThrow(expect.objectContaining({ kind: 'SIGNATURE' }));
  });
});

describe('A receipt by a key of the server’s own', () => {
  const own = testKey(`${key.name}/receipts`);
  const other = testKey(own.name);
  const by = '2026-01-01T00:01:00.000Z';
  const certified = receiptNote(own, [[3, 'a']], by, key);
  const line = (of = own, log = key) => `key ${of.vkey} ${certificateOf(of, log)}`;
  const signedWith = (signer: typeof own, ...lines: string[]) => noteOf(`${lines.join('\n')}\n`, signer);

  it('is believed by the log’s key alone, which certifies the other', () => {
    const receipt = { origin: key.name, signedBy: own.vkey, events: [{ position: 3n, leaf: leafOf('a') }] };
    expect(openReceipt(certified, logKey)).toMatchObject({ ...receipt, coveredBy: by });
    expect(openReceipt(receiptNote(own, [[3, 'a']], undefined, key), logKey)).toMatchObject(receipt);
  });

  it.each([
    ['SIGNATURE', 'that is not certified', signedWith(own, ...head, `1 ${leaf}`)],
    ['SIGNATURE', 'certified by another log’s key', receiptNote(own, [[3, 'a']], by, testKey(key.name))],
    ['SIGNATURE', 'certified by itself', signedWith(own, ...head, line(own, { ...own, name: key.name }), `1 ${leaf}`)],
    ['SIGNATURE', 'where another signs', signedWith(other, ...head, line(), `1 ${leaf}`)],
    [
      'SIGNATURE',
      'with the certificate of another',
      certified.replace(certificateOf(own, key), certificateOf(other, key)),
    ],
    ['KEY', 'certified under another name', receiptNote(testKey('example.org/other'), [[3, 'a']], by, key)],
    ['KEY', 'that is none', signedWith(own, ...head, `key x ${certificateOf(own, key)}`, `1 ${leaf}`)],
    ['RECEIPT', 'with more behind the certificate', signedWith(own, ...head, `${line()} more`, `1 ${leaf}`)],
    ['RECEIPT', 'certified twice', signedWith(own, ...head, line(), line(), `1 ${leaf}`)],
    ['ORIGIN', 'of another log', receiptNote(testKey('x/receipts'), [[3, 'a']], by, testKey('x'))],
  ])('is refused (%s) %s', (kind, _, note) => {
    expect(() => openReceipt(note, logKey)).toThrow(expect.objectContaining({ kind }));
  });

  it('is all that such a key is good for: it signs no checkpoint', () => {
    const text = checkpointText(key.name, [leafOf('a')]);
    expect(openCheckpoint(noteOf(text, key), logKey)).toMatchObject({ size: 1n });
    const renamed = own.sign(text).replace(own.name, key.name);
    for (const note of [noteOf(text, own), `${text}\n${renamed}`]) {
      expect(() => openCheckpoint(note, logKey)).toThrow(expect.objectContaining({ kind: 'SIGNATURE' }));
    }
  });
});
