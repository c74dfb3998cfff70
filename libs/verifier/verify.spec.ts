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
  rootOf,
  testKey,
} from './ledger.fixtures.js';
import { SourceUnreadable } from './fault.js';
import { verify, type ValidVerdict } from './verify.js';
import { altered, faultOf, flip, given, key, tampered, texts, verdictOf, whispered } from './verify.fixtures.js';

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

  it('tells how many values were erased', async () => {
    const { texts: withErasures } = whispered(2);
    expect(await verdictOf(ledgerOf(withErasures, key))).toMatchObject({ valid: true, erased: 2n, semantics: true });
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
