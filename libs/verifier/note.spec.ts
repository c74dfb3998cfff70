import { describe, expect, it } from '@jest/globals';
import { VerificationError, type FaultKind } from './fault.js';
import { noteOf, testKey } from './ledger.fixtures.js';
import { openNote, parseNote, parseVerifierKey } from './note.js';

const [alice, bob] = [testKey('alice.example/log'), testKey('bob.example')];
const aliceKey = parseVerifierKey(alice.vkey);
const TEXT = 'A line\nand another\n';
const note = noteOf(TEXT, alice);
const [, , base64 = ''] = alice.sign(TEXT).trimEnd().split(' ');

const refused = (kind: FaultKind, work: () => unknown, message?: RegExp) => {
  expect(work).toThrow(VerificationError);
  expect(work).toThrow(expect.objectContaining({ kind }));
  if (message !== undefined) expect(work).toThrow(message);
};

describe('A signed note', () => {
  it('opens with the key that signed it', () => {
    expect(openNote(note, [aliceKey])).toEqual({ text: TEXT, signedBy: [{ key: aliceKey }] });
    expect(openNote(Buffer.from(note), [aliceKey]).text).toBe(TEXT);
  });

  it('may have empty lines within its text, and sixteen signatures', () => {
    const text = 'One.\n\nTwo.\n';
    const others = Array.from({ length: 15 }, (_, n) => testKey(`other${n}.example`).sign(text));
    const many = noteOf(text, alice, ...others);
    expect(parseNote(many).signatures).toHaveLength(16);
    expect(openNote(many, [aliceKey]).text).toBe(text);
  });

  it('tells when a witness signed it', () => {
    const witness = parseVerifierKey(bob.cosignerVkey);
    const cosigned = `${note}${bob.cosign(TEXT, 1_700_000_000)}`;
    expect(openNote(cosigned, [aliceKey, witness]).signedBy).toEqual([
      { key: aliceKey },
      { key: witness, time: 1_700_000_000n },
    ]);
    // The time is signed too.
    const bytes = Buffer.from(bob.cosign(TEXT, 5).trimEnd().split(' ')[2]!, 'base64');
    bytes[11]! ^= 1;
    refused('SIGNATURE', () => openNote(noteOf(TEXT, alice, `— bob.example ${bytes.toString('base64')}\n`), [witness]));
  });

  it('is not opened by an unknown key under a known name', () => {
    const impostor = testKey(alice.name);
    refused('SIGNATURE', () => openNote(noteOf(TEXT, impostor), [aliceKey]), /no signature of alice/);
    // Beside the true one, its signature is passed over, as everybody's whom nobody asked about.
    expect(openNote(noteOf(TEXT, impostor, alice.sign(TEXT)), [aliceKey]).signedBy).toEqual([{ key: aliceKey }]);
    expect(openNote(noteOf(TEXT, alice, bob.sign('Something else.\n')), [aliceKey]).text).toBe(TEXT);
  });

  it('is refused when a known key signed something else, even beside one that signed this', () => {
    refused('SIGNATURE', () => openNote(`Another text\n\n${alice.sign(TEXT)}`, [aliceKey]), /does not match/);
    const both = [aliceKey, parseVerifierKey(bob.vkey)];
    refused('SIGNATURE', () => openNote(noteOf(TEXT, alice, bob.sign('Something else.\n')), both), /bob\.example/);
    const cosigner = parseVerifierKey(bob.cosignerVkey);
    refused('SIGNATURE', () => openNote(noteOf(TEXT, alice, bob.cosign('Else.\n', 7)), [aliceKey, cosigner]));
  });

  it('is refused with any bit of text or signature turned', () => {
    const bytes = Buffer.from(note);
    for (let at = 0; at < bytes.length * 8; at += 1) {
      const turned = Buffer.from(bytes);
      turned[at >> 3]! ^= 1 << (at & 7);
      expect(() => openNote(turned, [aliceKey])).toThrow(VerificationError);
    }
  });

  it.each([
    ['no signature', TEXT],
    ['no blank line', `${TEXT}${alice.sign(TEXT)}`],
    ['two blank lines before the signatures', `${TEXT}\n\n${alice.sign(TEXT)}`],
    ['no text', `\n\n${alice.sign('\n')}`],
    ['no line break at the end', note.slice(0, -1)],
    ['bytes behind the signatures', `${note}more`],
    ['a blank line behind the signatures', `${note}\n`],
    ['line breaks of another system', note.replaceAll('\n', '\r\n')],
    ['a tab', noteOf('a\tb\n', alice)],
    ['NUL', noteOf('a\0b\n', alice)],
    ['bytes that are not UTF-8', Buffer.concat([Buffer.of(0xff), Buffer.from(note)])],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['two spaces before the signature', note.replace(`${alice.name} `, `${alice.name}  `)],
    ['a plus sign in the name', note.replace(alice.name, 'alice+log')],
    ['a space of another kind in the name', note.replace(alice.name, 'alice\u00a0log')],
    ['no name', note.replace(alice.name, '')],
    ['a signature without padding', note.replace(base64, base64.replace('=', ''))],
    [
      'a signature with stray bits',
      note.replace(
        base64,
        base64.replace(/.=$/, (end) => (end === 'A=' ? 'B=' : `/=`)),
      ),
    ],
    ['a signature in base64url', note.replace(base64, `${base64.slice(0, 8)}-_-_${base64.slice(12)}`)],
    ['a signature shorter than a key id', note.replace(base64, 'AAAA')],
    ['a hundred and one signatures', noteOf(TEXT, alice, alice.sign(TEXT).repeat(100))],
    ['more than a million bytes', noteOf(`${'x'.repeat(1_000_000)}\n`, alice)],
  ])('is refused with %s', (_, malformed) => {
    refused('NOTE', () => parseNote(malformed));
    refused('NOTE', () => openNote(malformed, [aliceKey]));
  });
});

describe('A verifier key', () => {
  it('is read from its text', () => {
    expect(aliceKey).toMatchObject({ name: 'alice.example/log', type: 1 });
    expect(aliceKey.publicKey).toHaveLength(32);
    expect(parseVerifierKey(bob.cosignerVkey).type).toBe(4);
    // That of the Go checksum database, whose base64 has a plus sign.
    const known = parseVerifierKey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8');
    expect(known.id.toString('hex')).toBe('033de0ae');
  });

  const [, id, key] = /\+(.{8})\+(.+)$/.exec(alice.vkey)!;
  const vkey = (bytes: Buffer, hex = id) => `${alice.name}+${hex}+${bytes.toString('base64')}`;
  const bytes = Buffer.from(key!, 'base64');
  it('of a type that is not read is refused by the name of its algorithm, and whose it is', () => {
    const other = (type: number) => `w.example/pq+0123abcd+${Buffer.alloc(1313, type).toString('base64')}`;
    expect(() => parseVerifierKey(other(6))).toThrow(/key of w\.example\/pq is of type 6, ML-DSA-44; types 1 and 4/);
    expect(() => parseVerifierKey(other(2))).toThrow(/of type 2, ECDSA;/);
    expect(() => parseVerifierKey(other(77))).toThrow(/of type 77;/);
  });

  it.each([
    ['nothing', ''],
    ['no id', `${alice.name}+${key}`],
    ['another id', vkey(bytes, id === '00000000' ? '00000001' : '00000000')],
    ['an id in capitals', vkey(bytes, id!.replace(/[0-9]/g, 'a').toUpperCase())],
    ['a name with a space', alice.vkey.replace('alice', 'a lice')],
    ['another name', alice.vkey.replace('alice', 'alicia')],
    ['a line break behind it', `${alice.vkey}\n`],
    ['a key of 31 bytes', vkey(bytes.subarray(0, -1))],
    ['a key of 33 bytes', vkey(Buffer.concat([bytes, Buffer.of(0)]))],
    ['a type that is not read', vkey(Buffer.concat([Buffer.of(2), bytes.subarray(1)]))],
    ['no key', vkey(Buffer.alloc(0))],
    ['base64 without padding', `${alice.name}+${id}+${Buffer.concat([bytes, Buffer.of(1)]).toString('base64url')}`],
  ])('is refused with %s', (_, malformed) => {
    refused('KEY', () => parseVerifierKey(malformed));
  });
});
