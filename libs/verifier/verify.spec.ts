import { describe, expect, it } from '@jest/globals';
import {
  bundleOf,
  checkpointNote,
  entries,
  entryOf,
  leafOf,
  ledgerOf,
  noteOf,
  reading,
  receiptNote,
  rootOf,
  testKey,
  uuid,
  type Source,
} from './ledger.fixtures.js';
import { SourceUnreadable } from './fault.js';
import { parsePolicy } from './policy.js';
import { verify, type ValidVerdict, type VerifyOptions } from './verify.js';

const key = testKey('example.org/ledger');
const given = { logKey: key.vkey };
const texts = entries(600);

const tampered = (change: (source: Source) => void, of: readonly string[] = texts): Source => {
  const source = ledgerOf(of, key);
  change(source);
  return source;
};
const verdictOf = (source: Source, options: VerifyOptions = {}) => verify(reading(source), { ...given, ...options });
const faultOf = async (source: Source, options: VerifyOptions = {}) => {
  const verdict = await verdictOf(source, options);
  if (verdict.valid) throw new Error('It was found valid.');
  return verdict.fault;
};
const flip = (source: Source, path: string, at: number): void => {
  const bytes = Buffer.from(source.get(path)!);
  bytes[at]! ^= 1;
  source.set(path, bytes);
};
/** The same texts but one. */
const altered = (n: number, text: (old: string) => string, of: readonly string[] = texts) =>
  of.map((old, k) => (k === n ? text(old) : old));

describe('A whole ledger', () => {
  it.each([1, 2, 255, 256, 257, 600, 1024])('of %i entries is valid', async (count) => {
    const some = entries(count);
    const seen: bigint[] = [];
    const verdict = await verdictOf(ledgerOf(some, key), { onProgress: (done, of) => seen.push(done, of) });
    expect(verdict).toMatchObject({ valid: true, size: BigInt(count), erased: 0n, keyFrom: 'given', uncovered: [] });
    expect((verdict as ValidVerdict).root).toEqual(rootOf(some.map(leafOf)));
    expect(seen.slice(-2)).toEqual([BigInt(count), BigInt(count)]);
  });

  it('without an entry is valid', async () => {
    expect(await verdictOf(ledgerOf([], key))).toMatchObject({ valid: true, size: 0n });
  });

  it('of more than a full tile of level 1 is valid, and its tiles are all looked at', async () => {
    const many = entries(65_536 + 300);
    const source = ledgerOf(many, key);
    const read = new Set<string>();
    const verdict = await verify(async (path) => {
      read.add(path);
      return source.get(path);
    }, given);
    expect(verdict).toMatchObject({ valid: true, size: 65_836n });
    expect([...source.keys()].filter((path) => path.includes('tile') && !read.has(path))).toEqual([]);
    flip(source, 'log/tile/2/000.p/1', 5);
    expect(await faultOf(source)).toMatchObject({ kind: 'TILE', position: 1n });
  }, 120_000);

  it('tells how many values were erased', async () => {
    const erased = (n: number) =>
      entryOf(n, { type: 'ValueErased', data: { eventId: uuid(1), path: 'data/note' }, stream: `erasure/${n}` });
    expect(await verdictOf(ledgerOf([...texts, erased(1), erased(2)], key))).toMatchObject({ valid: true, erased: 2n });
  });

  it('whose key is its own word says so', async () => {
    expect(await verify(reading(ledgerOf(texts, key)))).toMatchObject({
      valid: true,
      keyFrom: 'ledger',
      vkey: key.vkey,
    });
  });

  it('may have dropped partial tiles for the full ones', async () => {
    const source = ledgerOf(texts.slice(0, 300), key);
    const later = ledgerOf(texts, key);
    for (const kind of ['entries', '0']) {
      source.delete(`log/tile/${kind}/001.p/44`);
      source.set(`log/tile/${kind}/001`, later.get(`log/tile/${kind}/001`)!);
    }
    expect(await verdictOf(source)).toMatchObject({ valid: true, size: 300n });
  });

  it('has entries of any text that JSON can say', async () => {
    const data = { note: 'é "quoted" \\ud800 \n \u2028 😀', on: '2024-02-29', link: 'https://exemple.fr/é' };
    expect(await verdictOf(ledgerOf([entryOf(1, { data })], key))).toMatchObject({ valid: true });
  });
});

describe('A ledger tampered with', () => {
  const entriesPath = 'log/tile/entries/001';

  it('in one entry names its position', async () => {
    const source = tampered((s) =>
      s.set(entriesPath, bundleOf(altered(299, (t) => t.replace('Note', 'Mote')).slice(256, 512))),
    );
    expect(await faultOf(source)).toMatchObject({ kind: 'LEAF', position: 300n });
  });

  it('in one leaf names its position', async () => {
    expect(await faultOf(tampered((s) => flip(s, 'log/tile/0/001', 43 * 32 + 3)))).toMatchObject({
      kind: 'LEAF',
      position: 300n,
    });
  });

  it('in an entry and its leaf is caught by the tile above, or by the root', async () => {
    const changed = ledgerOf(
      altered(299, (t) => t.replace('Note', 'Mote')),
      key,
    );
    const both = tampered((s) => {
      for (const path of [entriesPath, 'log/tile/0/001']) s.set(path, changed.get(path)!);
    });
    expect(await faultOf(both)).toMatchObject({ kind: 'TILE', position: 257n, message: /positions 257 to 512/ });
    both.set('log/tile/1/000.p/2', changed.get('log/tile/1/000.p/2')!);
    expect(await faultOf(both)).toMatchObject({ kind: 'ROOT', message: /positions 1 to 600/ });
    expect(await faultOf(both)).not.toHaveProperty('position');
  });

  it('by swapping two entries names the first', async () => {
    const swapped = texts.map((text, n) => (n === 9 ? texts[20]! : n === 20 ? texts[9]! : text));
    const source = tampered((s) => s.set('log/tile/entries/000', bundleOf(swapped.slice(0, 256))));
    expect(await faultOf(source)).toMatchObject({ kind: 'LEAF', position: 10n });
    // Even where all hashes are made anew.
    expect(await faultOf(ledgerOf(swapped, key))).toMatchObject({ kind: 'VERSION', position: 10n });
  });

  it('by leaving one out names where it should be', async () => {
    const without = [...texts.slice(0, 599)];
    const source = tampered((s) => s.set('log/tile/entries/002.p/88', bundleOf(without.slice(512))));
    expect(await faultOf(source)).toMatchObject({ kind: 'MISSING', position: 600n });
    const cut = tampered((s) => s.set(entriesPath, s.get(entriesPath)!.subarray(0, -1)));
    expect(await faultOf(cut)).toMatchObject({ kind: 'MISSING', position: 512n });
    expect(await faultOf(tampered((s) => s.delete(entriesPath)))).toMatchObject({ kind: 'MISSING', position: 257n });
    expect(await faultOf(ledgerOf([...texts.slice(0, 9), ...texts.slice(10)], key))).toMatchObject({ kind: 'VERSION' });
  });

  it('by appending to a bundle is caught', async () => {
    const last = 'log/tile/entries/002.p/88';
    const source = tampered((s) => s.set(last, Buffer.concat([s.get(last)!, bundleOf(['{}'])])));
    expect(await faultOf(source)).toMatchObject({ kind: 'BUNDLE', position: 600n });
    const byte = tampered((s) => s.set(entriesPath, Buffer.concat([s.get(entriesPath)!, Buffer.of(0)])));
    expect(await faultOf(byte)).toMatchObject({ kind: 'BUNDLE', position: 512n });
  });

  it.each([
    ['log/tile/0/000', 1n],
    ['log/tile/0/002.p/88', 513n],
    ['log/tile/1/000.p/2', 1n],
  ])('in the tile %s, missing, too short or too long, is caught', async (path, position) => {
    expect(await faultOf(tampered((s) => s.delete(path)))).toMatchObject({ kind: 'TILE', position });
    const longer = tampered((s) => s.set(path, Buffer.concat([s.get(path)!, Buffer.alloc(32)])));
    expect(await faultOf(longer)).toMatchObject({ kind: 'TILE' });
    expect(await faultOf(tampered((s) => s.set(path, s.get(path)!.subarray(0, -1))))).toMatchObject({ kind: 'TILE' });
  });

  it('in any bit of its tiles and bundles is caught', async () => {
    const small = entries(300);
    const whole = ledgerOf(small, key);
    for (const path of [...whole.keys()].filter((each) => each.includes('tile'))) {
      const { length } = whole.get(path)!;
      for (let at = 0; at < length; at += Math.ceil(length / 7)) {
        const { position } = await faultOf(tampered((s) => flip(s, path, at), small));
        expect(position).toBeDefined();
      }
    }
  });

  it('in several places names the first', async () => {
    const source = tampered((s) => {
      flip(s, 'log/tile/0/002.p/88', 9);
      flip(s, 'log/tile/1/000.p/2', 33);
      flip(s, entriesPath, 40);
    });
    expect(await faultOf(source)).toMatchObject({ kind: 'LEAF', position: 257n });
  });

  it('in its checkpoint is caught', async () => {
    const changed = (from: string | RegExp, to: string) =>
      tampered((s) => s.set('log/checkpoint', Buffer.from(s.get('log/checkpoint')!.toString().replace(from, to))));
    expect(await faultOf(changed('600', '599'))).toMatchObject({ kind: 'SIGNATURE' });
    expect(await faultOf(changed('600', '0600'))).toMatchObject({ kind: 'SIGNATURE' });
    expect(await faultOf(changed(/— .*\n$/, ''))).toMatchObject({ kind: 'NOTE' });
    const other = tampered((s) => s.set('log/checkpoint', Buffer.from(checkpointNote(texts, testKey(key.name)))));
    expect(await faultOf(other)).toMatchObject({ kind: 'SIGNATURE' });
    const wrongRoot = `${key.name}\n600\n${leafOf('x').toString('base64')}\n`;
    const signed = tampered((s) => s.set('log/checkpoint', Buffer.from(noteOf(wrongRoot, key))));
    expect(await faultOf(signed)).toMatchObject({ kind: 'ROOT' });
    const larger = tampered((s) => s.set('log/checkpoint', Buffer.from(checkpointNote(entries(601), key))));
    expect(await faultOf(larger)).toMatchObject({ kind: 'MISSING', position: 513n });
  });
});

describe('Against an earlier checkpoint', () => {
  const at = (size: number, of: readonly string[] = texts) => checkpointNote(of.slice(0, size), key);

  it('a ledger that grew is valid, whatever the size it had', async () => {
    const checkpoints = [0, 1, 255, 256, 257, 511, 512, 513, 600].map((size) => at(size));
    expect(await verdictOf(ledgerOf(texts, key), { checkpoints })).toMatchObject({ valid: true });
  });

  it('one rebuilt with one event altered, and signed anew, is caught', async () => {
    const rebuilt = altered(99, (t) => t.replace('Note', 'Mote'));
    const source = ledgerOf(rebuilt, key);
    expect(await verdictOf(source)).toMatchObject({ valid: true });
    expect(await faultOf(source, { checkpoints: [at(50), at(300), at(80), at(512)] })).toMatchObject({
      kind: 'CONSISTENCY',
      message: /positions 81 to 300/,
    });
    expect(await faultOf(source, { checkpoints: [at(600), at(70)] })).toMatchObject({
      kind: 'CONSISTENCY',
      message: /positions 71 to 600/,
    });
    expect(await verdictOf(source, { checkpoints: [at(50), at(99)] })).toMatchObject({ valid: true });
  });

  it('an event at fault by itself is named, though history differs too', async () => {
    const source = ledgerOf(
      altered(99, (t) => t.replace('Note', 'Mote')),
      key,
    );
    flip(source, 'log/tile/0/001', 0);
    expect(await faultOf(source, { checkpoints: [at(200)] })).toMatchObject({ kind: 'LEAF', position: 257n });
  });

  it('one that shrank is caught', async () => {
    expect(await faultOf(ledgerOf(texts.slice(0, 400), key), { checkpoints: [at(401)] })).toMatchObject({
      kind: 'ROLLBACK',
    });
  });

  it('one of another key or origin is caught', async () => {
    const impostor = testKey(key.name);
    const source = ledgerOf(texts, impostor);
    expect(await verify(reading(source), { checkpoints: [at(10)] })).toMatchObject({
      valid: false,
      fault: { kind: 'SIGNATURE' },
    });
    const other = testKey('example.org/other');
    expect(await faultOf(ledgerOf(texts, key), { checkpoints: [checkpointNote(texts, other)] })).toMatchObject({
      kind: 'SIGNATURE',
    });
  });
});

describe('An entry that is not as it must be', () => {
  const last = entries(3);
  const faulty = (text: string) => faultOf(ledgerOf([...last, text], key));
  const good = entryOf(99, {});
  const parsed = JSON.parse(good) as Record<string, unknown>;
  const replaced = (change: object) => entryOf(99, change);

  it.each([
    ['a space', good.replace(':', ': ')],
    ['another order of fields', JSON.stringify(Object.fromEntries(Object.entries(parsed).reverse()))],
    ['a field twice', good.replace('{"actor"', '{"actor":1,"actor"')],
    ['a needless escape', good.replace('Note 99', 'Note\\u0020 99')],
    ['an escaped solidus', good.replace('Note 99', 'Note\\/99')],
    ['half of a surrogate pair', good.replace('Note 99', '\\ud800')],
    ['a number with a point', good.replace('"schema":1', '"schema":1.0')],
    ['a number with an exponent', good.replace('"schema":1', '"schema":1e0')],
    ['a byte order mark', `\ufeff${good}`],
    ['a line break behind it', `${good}\n`],
    ['no JSON', 'x'],
    ['nothing', ''],
    ['too deep a nesting', '['.repeat(30_000) + ']'.repeat(30_000)],
    ['integer keys in the order of engines', replaced({ data: {} }).replace('"data":{}', '"data":{"9":1,"10":1}')],
  ])('with %s, is not canonical', async (_, text) => {
    expect(await faulty(text)).toMatchObject({ kind: 'CANONICAL', position: 4n });
  });

  it('with bytes that are not UTF-8, is not canonical', async () => {
    const bytes = Buffer.from(good.replace('Note', '@ote'));
    bytes[bytes.indexOf('@ote')] = 0xff;
    const source = ledgerOf(last, key);
    const leaves = [...last.map(leafOf), leafOf(bytes)];
    source.set('log/tile/0/000.p/4', Buffer.concat(leaves));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    source.set('log/tile/entries/000.p/4', Buffer.concat([bundleOf(last), length, bytes]));
    source.set('log/checkpoint', Buffer.from(noteOf(`${key.name}\n4\n${rootOf(leaves).toString('base64')}\n`, key)));
    expect(await faultOf(source)).toMatchObject({ kind: 'CANONICAL', position: 4n });
  });

  it('with keys in the order of RFC 8785, is canonical though engines would order them otherwise', async () => {
    const text = replaced({ data: {} }).replace('"data":{}', '"data":{"10":1,"9":1}');
    expect(await faulty(text)).toMatchObject({ kind: 'SCHEMA' });
  });

  it.each([
    ['a field too many', replaced({ note: 'x' })],
    ['a field too few', replaced({ recordedAt: undefined })],
    ['an id that is no UUID', replaced({ id: 'x' })],
    ['a command that is no UUID', replaced({ commandId: 1 })],
    ['a version as a number', replaced({ version: 1 })],
    ['version 0', replaced({ version: '0' })],
    ['version 01', replaced({ version: '01' })],
    ['schema 0', replaced({ schema: 0 })],
    ['schema "1"', replaced({ schema: '1' })],
    ['a schema of parts', replaced({ schema: 1.5 })],
    ['a type that would lead elsewhere', replaced({ type: '../Noted' })],
    ['a stream without a kind', replaced({ stream: 'note' })],
    ['no milliseconds', replaced({ recordedAt: '2026-01-01T00:00:00Z' })],
    ['a thirteenth month', replaced({ recordedAt: '2026-13-01T00:00:00.000Z' })],
    ['an actor with a name', replaced({ actor: { name: 'A', organisation: uuid(1) } })],
    ['an actor without organisation', replaced({ actor: { member: uuid(1) } })],
    ['an empty member', replaced({ actor: { member: '', organisation: uuid(1) } })],
    ['a list', '[]'],
    ['null', 'null'],
  ])('with %s, is no event', async (_, text) => {
    expect(await faulty(text)).toMatchObject({ kind: 'ENVELOPE', position: 4n });
  });

  it.each([
    ['a field its schema does not know', { note: 'x', more: 1 }, /additional properties/],
    ['a field too few', {}, /note/],
    ['a date that the calendar lacks', { note: 'x', on: '2026-02-30' }, /date/],
    ['no web address', { note: 'x', link: 'no' }, /uri/],
    ['no object', 'x', /object/],
  ])('with %s, is not valid', async (_, data, message) => {
    expect(await faulty(replaced({ data }))).toMatchObject({
      kind: 'SCHEMA',
      position: 4n,
      message: expect.stringMatching(message),
    });
  });

  it('of a schema that is not published, or is none, is not valid', async () => {
    expect(await faulty(replaced({ schema: 2 }))).toMatchObject({
      kind: 'SCHEMA',
      message: /no schemas\/Noted\/2\.json/,
    });
    for (const schema of ['{', '{"type":"nonsense"}', '{"$ref":"https://example.org/else.json"}', '[]', 'null']) {
      const source = ledgerOf(last, key);
      source.set('schemas/Noted/1.json', Buffer.from(schema));
      expect(await faultOf(source)).toMatchObject({ kind: 'SCHEMA', position: 1n });
    }
  });

  it.each([
    ['skips', '3'],
    ['repeats', '1'],
  ])('whose version %s, is caught', async (_, version) => {
    const stream = `note/${uuid(0)}`;
    expect(await faulty(replaced({ stream, version }))).toMatchObject({ kind: 'VERSION', position: 4n });
  });
});

describe('Receipts', () => {
  it('hold where the event is, and wait where the checkpoint does not reach', async () => {
    const receipts = [
      receiptNote(key, [
        [1, texts[0]!],
        [600, texts[599]!],
      ]),
      receiptNote(key, [[601, 'later']]),
    ];
    expect(await verdictOf(ledgerOf(texts, key), { receipts })).toMatchObject({ valid: true, uncovered: [601n] });
  });

  it('prove an omission where another event is', async () => {
    const receipts = [receiptNote(key, [[300, 'what was recorded']]), receiptNote(key, [[5, texts[4]!]])];
    expect(await faultOf(ledgerOf(texts, key), { receipts })).toMatchObject({ kind: 'OMISSION', position: 300n });
  });

  it('contradict each other by themselves', async () => {
    const receipts = [receiptNote(key, [[9, 'a']]), receiptNote(key, [[9, 'b']])];
    expect(await faultOf(ledgerOf(texts, key), { receipts })).toMatchObject({ kind: 'OMISSION', position: 9n });
  });

  it('signed by another are refused', async () => {
    const receipts = [receiptNote(testKey(key.name), [[1, texts[0]!]])];
    expect(await faultOf(ledgerOf(texts, key), { receipts })).toMatchObject({ kind: 'SIGNATURE' });
  });
});

describe('Witnesses', () => {
  const [one, two] = [testKey('w1.example'), testKey('w2.example')];
  const text = checkpointNote(texts, key).split('\n\n')[0]! + '\n';
  const policyText = `log ${key.vkey}\nwitness W1 ${one.cosignerVkey}\nwitness W2 ${two.cosignerVkey}\ngroup G 2 W1 W2\nquorum G\n`;
  const policy = parsePolicy(policyText);
  const [first, second] = [one.cosign(text, 100), two.cosign(text, 200)];

  it('make the quorum, and the policy’s key is the log’s', async () => {
    const verdict = await verify(reading(ledgerOf(texts, key, first, second)), { policy });
    expect(verdict).toMatchObject({
      valid: true,
      keyFrom: 'policy',
      quorum: { required: 'G', met: true, from: 'given' },
      cosignedBy: [
        { name: 'W1', time: 100n },
        { name: 'W2', time: 200n },
      ],
    });
  });

  it('that are too few are a fault by the auditor’s policy, and said by the ledger’s own', async () => {
    expect(await faultOf(ledgerOf(texts, key, first), { policy })).toMatchObject({ kind: 'QUORUM' });
    const source = ledgerOf(texts, key, first);
    source.set('log/policy', Buffer.from(policyText));
    expect(await verdictOf(source)).toMatchObject({
      valid: true,
      quorum: { required: 'G', met: false, from: 'ledger' },
      cosignedBy: [{ name: 'W1' }],
    });
  });

  it('who signed something else are a fault', async () => {
    const wrong = two.cosign('another text\n', 200);
    expect(await faultOf(ledgerOf(texts, key, first, wrong), { policy })).toMatchObject({ kind: 'SIGNATURE' });
  });

  it('know which log is meant', async () => {
    const other = parsePolicy(`log ${testKey('example.org/other').vkey}\nquorum none\n`);
    expect(await faultOf(ledgerOf(texts, key), { policy: other })).toMatchObject({ kind: 'KEY' });
  });
});

describe('Entries behind the checkpoint', () => {
  const behind = (of: readonly string[]) => {
    const source = ledgerOf(texts.slice(0, 500), key);
    for (let at = 256; at < of.length; at += 256) {
      const some = of.slice(at, at + 256);
      source.set(`log/tile/entries/00${at / 256}${some.length === 256 ? '' : `.p/${some.length}`}`, bundleOf(some));
    }
    return source;
  };

  it('are looked at in form where asked for', async () => {
    expect(await verdictOf(behind(texts), { head: 600n })).toMatchObject({ valid: true, size: 500n });
    const bad = behind(altered(549, (t) => t.replace('"schema":1', '"schema":7')));
    expect(await faultOf(bad, { head: 600n })).toMatchObject({ kind: 'SCHEMA', position: 550n });
    const twice = behind([...texts.slice(0, 599), texts[598]!]);
    expect(await faultOf(twice, { head: 600n })).toMatchObject({ kind: 'VERSION', position: 600n });
    expect(await faultOf(behind(texts.slice(0, 599)), { head: 600n })).toMatchObject({ kind: 'MISSING' });
  });
});

describe('A source', () => {
  it('that does not answer is no fault of the ledger', async () => {
    await expect(verify(async () => undefined)).rejects.toThrow(SourceUnreadable);
    const source = ledgerOf(texts, key);
    const failing = async (path: string) => {
      if (path.includes('tile/0')) throw new SourceUnreadable('The line is down.');
      return source.get(path);
    };
    await expect(verify(failing, given)).rejects.toThrow('The line is down.');
  });

  it('without a key shows a fault', async () => {
    const source = ledgerOf(texts, key);
    source.delete('log/key');
    expect(await verify(reading(source))).toMatchObject({ valid: false, fault: { kind: 'KEY' } });
  });
});
