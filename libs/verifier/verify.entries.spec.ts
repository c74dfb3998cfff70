import { describe, expect, it } from '@jest/globals';
import {
  bundleOf,
  certificateOf,
  checkpointNote,
  entries,
  entryOf,
  leafOf,
  ledgerOf,
  noteOf,
  reading,
  receiptNote,
  rootOf,
  SCHEMAS,
  sha256,
  testKey,
  uuid,
} from './ledger.fixtures.js';
import { parsePolicy } from './policy.js';
import { verify } from './verify.js';
import { altered, faultOf, key, texts, verdictOf } from './verify.fixtures.js';

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
    ['a line break in a name', good.replace(`"organisation":"${uuid(1)}"`, '"organisation":"a\nb"')],
    ['a control character in its stream', good.replace('"stream":"note/', '"stream":"note/\u0001')],
    ['a control character in the kind of its stream', good.replace('"stream":"note/', '"stream":"no\u001fte/')],
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
    ['a web address longer than any', { note: 'x', link: `https://x/${'../'.repeat(5_000)}` }, /uri/],
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
    for (const schema of ['{', '{"type":"nonsense"}', '[]', 'null']) {
      expect(await faultOf(ledgerWith(schema))).toMatchObject({ kind: 'SCHEMA', position: 1n });
    }
  });

  const ledgerWith = (schema: string) => ledgerOf(last, key).set('schemas/Noted/1.json', Buffer.from(schema));
  const twice = (inner: string) => `{"anyOf":[{"properties":{"note":${inner}}},{"properties":{"note":${inner}}}]}`;

  it.each<[string, string, RegExp]>([
    ['refers elsewhere', '{"$ref":"https://example.org/else.json"}', /keyword "\$ref" is not read/],
    ['refers to itself', twice('{"$ref":"#"}'), /keyword "\$ref" is not read/],
    ['has a keyword that is not known', '{"minProperties":1}', /keyword "minProperties" is not read/],
    ['has a keyword named as what every object has', '{"constructor":1}', /keyword "constructor" is not read/],
    ['has a property named so', '{"properties":{"constructor":{}}}', /its properties is none that is read/],
    ['has a format that is not known', '{"properties":{"note":{"format":"email"}}}', /its format is none/],
    ['is of another draft', '{"$schema":"http://json-schema.org/draft-07/schema#"}', /its \$schema is not/],
    ['looks around', '{"properties":{"note":{"pattern":"^(?=a)"}}}', /its pattern .* is not read/],
    ['is deep', `${'{"items":'.repeat(20)}{}${'}'.repeat(20)}`, /more than 16 deep/],
    ['is nested without end', twice(twice(twice(twice(twice(twice(twice(twice(twice('{}'))))))))), /parts/],
    ['is long', `{"description":"${'x'.repeat(70_000)}"}`, /at most 65536 are read/],
  ])('of a schema that %s, is not judged', async (_, schema, message) => {
    expect(await faultOf(ledgerWith(schema))).toMatchObject({
      kind: 'SCHEMA',
      position: 1n,
      message: expect.stringMatching(message),
    });
  });

  it('of a schema whose pattern Node could try for ever, is judged all the same', async () => {
    const source = ledgerOf([entryOf(1, { data: { note: `${'a'.repeat(50_000)}!` } })], key);
    source.set('schemas/Noted/1.json', Buffer.from('{"properties":{"note":{"pattern":"^(a+)+$"}}}'));
    expect(await faultOf(source)).toMatchObject({ kind: 'SCHEMA', message: /must match pattern/ });
  });

  it.each([
    ['skips', '3'],
    ['repeats', '1'],
  ])('whose version %s, is caught', async (_, version) => {
    const stream = `note/${uuid(0)}`;
    expect(await faulty(replaced({ stream, version }))).toMatchObject({ kind: 'VERSION', position: 4n });
  });
});

describe('Schemas that the log is committed to', () => {
  const NOTED = 'schemas/Noted/1.json';
  // Of the fixture's schema, less its name and draft, in canonical form.
  const canonical =
    '{"additionalProperties":false,"properties":{"link":{"format":"uri","type":"string"},' +
    '"note":{"maxLength":4000,"minLength":1,"type":"string"},"on":{"format":"date","type":"string"}},' +
    '"required":["note"],"type":"object"}';
  const hash = sha256(Buffer.from(canonical)).toString('hex');
  const committing = (hashOfNoted: string, n = 900, version = '1') =>
    entryOf(n, {
      type: 'SchemasPublished',
      stream: 'ledger/log',
      version,
      data: { schemas: [{ type: 'Noted', schema: 1, sha256: hashOfNoted }] },
    });
  const ledger = (...commitments: readonly string[]) => ledgerOf([...texts, ...commitments], key);
  const offering = (change: object) => {
    const schema = { ...(SCHEMAS[NOTED] as object), ...change };
    return ledger(committing(hash)).set(NOTED, Buffer.from(JSON.stringify(schema)));
  };

  it('are counted where the source offers them as they are, and none in an older log', async () => {
    const uncommitted = ['schemas/SchemasPublished/1.json'];
    expect(await verdictOf(ledger(committing(hash)))).toMatchObject({
      valid: true,
      schemas: { committed: 1, uncommitted },
    });
    expect(await verdictOf(ledger())).toMatchObject({ valid: true, schemas: { committed: 0, uncommitted: [NOTED] } });
  });

  it('may describe in other words', async () => {
    expect(await verdictOf(offering({ title: 'Noted', description: 'Somebody noted something.' }))).toMatchObject({
      valid: true,
      schemas: { committed: 1 },
    });
  });

  it('are told by the position that commits to another than is offered', async () => {
    expect(await faultOf(offering({ additionalProperties: undefined }))).toMatchObject({
      kind: 'SCHEMA',
      position: 601n,
      message: expect.stringContaining(`a schema ${NOTED} of hash ${hash}; the source offers one of hash`),
    });
  });

  it('are not committed to twice', async () => {
    const twice = ledger(committing(hash), committing('ab'.repeat(32), 901, '2'));
    expect(await faultOf(twice)).toMatchObject({ kind: 'SCHEMA', position: 602n, message: /is committed to/ });
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

  describe('that promise by when they are covered', () => {
    const witness = testKey('w.example');
    const policy = parsePolicy(`log ${key.vkey}\nwitness W ${witness.cosignerVkey}\nquorum none\n`);
    const text = `${checkpointNote(texts, key).split('\n\n')[0]!}\n`;
    const cosignedAt = (at: string) => ledgerOf(texts, key, witness.cosign(text, Date.parse(at) / 1000));
    // The entries of the ledger were recorded at noon.
    const later = (by: string) => [receiptNote(key, [[601, 'later']], by)];
    const omitted = { kind: 'OMISSION', position: 601n };

    it('wait where the checkpoint is no later than that', async () => {
      const receipts = later('2026-01-01T12:01:00.000Z');
      const source = cosignedAt('2026-01-01T12:01:00Z');
      const asOf = '2026-01-01T12:00:59.999Z';
      expect(await verdictOf(source, { receipts, policy, asOf })).toMatchObject({ valid: true, uncovered: [601n] });
    });

    it('prove an omission where a witness cosigned later', async () => {
      const receipts = later('2026-01-01T12:01:00.000Z');
      expect(await faultOf(cosignedAt('2026-01-01T12:01:01Z'), { receipts, policy })).toMatchObject({
        ...omitted,
        message: expect.stringMatching(/covered by 2026-01-01T12:01.* cosigned by W at 2026-01-01T12:01:01/),
      });
    });

    it('prove one where the checkpoint covers what was recorded later', async () => {
      const receipts = later('2026-01-01T11:59:59.999Z');
      expect(await faultOf(ledgerOf(texts, key), { receipts })).toMatchObject({
        ...omitted,
        message: expect.stringContaining('covers what was recorded at 2026-01-01T12:00:00.000Z'),
      });
    });

    it('prove one where the checkpoint was still shown later', async () => {
      const receipts = later('2026-01-01T12:01:00.000Z');
      const asOf = '2026-01-01T12:01:00.001Z';
      expect(await faultOf(ledgerOf(texts, key), { receipts, asOf })).toMatchObject({
        ...omitted,
        message: expect.stringContaining(`was still the newest at ${asOf}`),
      });
    });

    it('hold for ever once they are covered', async () => {
      const receipts = [receiptNote(key, [[600, texts[599]!]], '2020-01-01T00:00:00.000Z')];
      expect(await verdictOf(ledgerOf(texts, key), { receipts })).toMatchObject({ valid: true, uncovered: [] });
    });
  });

  describe('by a key of the server’s own', () => {
    const own = testKey(`${key.name}/receipts`);
    const said = (n: number, type: string, data: object) =>
      entryOf(900 + n, { type, stream: 'ledger/log', version: String(n), data: { key: own.vkey, ...data } });
    const certified = said(1, 'ReceiptKeyCertified', { signature: certificateOf(own, key) });
    const revoked = [...texts, certified, said(2, 'ReceiptKeyRevoked', {}), entryOf(903, {})];
    const receiptAt = (position: number, entry = revoked[position - 1] ?? '') => ({
      receipts: [receiptNote(own, [[position, entry]], '2026-01-02T00:00:00.000Z', key)],
    });

    it('hold like others, also where it was revoked since', async () => {
      const source = ledgerOf(revoked, key);
      expect(await verdictOf(source, receiptAt(600))).toMatchObject({ valid: true, uncovered: [] });
      expect(await faultOf(source, receiptAt(600, 'another'))).toMatchObject({ kind: 'OMISSION', position: 600n });
      expect(await verdictOf(ledgerOf(texts, key), receiptAt(601))).toMatchObject({ valid: true, uncovered: [601n] });
    });

    it('prove nothing of what was recorded after it was revoked', async () => {
      for (const position of [603, 604]) {
        expect(await faultOf(ledgerOf(revoked, key), receiptAt(position, 'another'))).toMatchObject({
          kind: 'SIGNATURE',
          position: BigInt(position),
          message: expect.stringContaining('which was revoked at position 602 already'),
        });
      }
    });

    it('rest on what the log’s key has certified, whatever an entry says', async () => {
      const forged = said(1, 'ReceiptKeyCertified', { signature: certificateOf(own, testKey(key.name)) });
      expect(await faultOf(ledgerOf([...texts, forged], key))).toMatchObject({ kind: 'KEY', position: 601n });
    });
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
  // After what the entries say of when they were recorded.
  const soon = Date.parse('2026-01-01T12:00:00Z') / 1000;
  const [first, second] = [one.cosign(text, soon + 100), two.cosign(text, soon + 200)];

  it('make the quorum, and the policy’s key is the log’s', async () => {
    const verdict = await verify(reading(ledgerOf(texts, key, first, second)), { policy });
    expect(verdict).toMatchObject({
      valid: true,
      keyFrom: 'policy',
      quorum: { required: 'G', met: true, from: 'given' },
      cosignedBy: [
        { name: 'W1', time: BigInt(soon + 100) },
        { name: 'W2', time: BigInt(soon + 200) },
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
