import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { SigningKey } from '@maillage/ledger';
import { openNote, parseNote, parseVerifierKey } from '@maillage/verifier';
import { SomeLog } from './log.fixtures.js';
import { StateUnreadable, Witness, type Fork, type WitnessAnswer, type WitnessOptions } from './witness.js';

const log = SomeLog.of('ledger.example/housing', 40);
const other = SomeLog.of('ledger.example/water', 40);
const key = SigningKey.generate('witness.example/w1');
const AT = '2026-11-22T09:00:00.000Z';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

let folder: string;
let forks: Fork[];
let witness: Witness;

const open = (options: Partial<WitnessOptions> = {}) =>
  Witness.open({
    folder,
    key,
    logs: [log.key.vkey, other.key.vkey],
    onFork: (fork) => forks.push(fork),
    clock: { now: () => AT },
    ...options,
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-witness-'));
  folders.push(folder);
  forks = [];
  witness = await open();
});

/** Who signed the checkpoint, by the answer of a witness: the answer must be a cosignature, or this throws. */
function cosigned(checkpoint: string, answer: WitnessAnswer) {
  expect(answer).toMatchObject({ status: 200, contentType: 'text/plain; charset=utf-8' });
  return openNote(`${parseNote(checkpoint).text}\n${answer.body}`, [parseVerifierKey(witness.vkey)]).signedBy;
}

const size = (of: number) => ({ status: 409, contentType: 'text/x.tlog.size', body: `${of}\n` });

describe('A witness', () => {
  it('cosigns the first checkpoint it sees of a log it knows, with the time', async () => {
    const answer = await witness.addCheckpoint(log.request(0, 5));
    expect(cosigned(log.checkpoint(5), answer)).toEqual([
      expect.objectContaining({ time: BigInt(Date.parse(AT) / 1000) }),
    ]);
    expect(answer.body).toMatch(/^— witness\.example\/w1 \S+\n$/);
  });

  it('cosigns every step of a log that grows, and the same checkpoint again', async () => {
    for (const [from, to] of [
      [0, 1],
      [1, 1],
      [1, 2],
      [2, 7],
      [7, 8],
      [8, 39],
      [39, 40],
    ] as const) {
      cosigned(log.checkpoint(to), await witness.addCheckpoint(log.request(from, to)));
    }
  });

  it('cosigns what extends the log’s text too: the whole text is signed', async () => {
    const checkpoint = log.checkpoint(5, 'an extension line\n');
    cosigned(checkpoint, await witness.addCheckpoint(log.request(0, 5, { checkpoint })));
  });

  it('keeps its logs apart', async () => {
    await witness.addCheckpoint(log.request(0, 5));
    cosigned(other.checkpoint(3), await witness.addCheckpoint(other.request(0, 3)));
    expect(await witness.addCheckpoint(other.request(5, 7))).toEqual(size(3));
  });

  it('says which size it cosigned last to whoever names another', async () => {
    expect(await witness.addCheckpoint(log.request(3, 5))).toEqual(size(0));
    await witness.addCheckpoint(log.request(0, 5));
    expect(await witness.addCheckpoint(log.request(0, 9))).toEqual(size(5));
    expect(await witness.addCheckpoint(log.request(4, 9))).toEqual(size(5));
  });

  it('refuses to go back, however the smaller tree is presented', async () => {
    await witness.addCheckpoint(log.request(0, 9));
    expect(await witness.addCheckpoint(log.request(0, 5))).toEqual(size(9));
    expect(await witness.addCheckpoint(log.request(5, 5))).toEqual(size(9));
    const backwards = log.request(9, 5, { proof: log.proof(5, 9) });
    expect(await witness.addCheckpoint(backwards)).toMatchObject({ status: 400 });
  });

  it('refuses another root of the size it cosigned, and tells whoever runs it', async () => {
    await witness.addCheckpoint(log.request(0, 9));
    const fork = log.forkedAt(3);
    expect(await witness.addCheckpoint(fork.request(9, 9))).toMatchObject({
      status: 422,
      contentType: 'text/plain; charset=utf-8',
      body: expect.stringContaining('forked'),
    });
    expect(forks).toEqual([{ origin: log.key.name, size: 9n, cosigned: log.root(9), submitted: fork.checkpoint(9) }]);
    cosigned(log.checkpoint(12), await witness.addCheckpoint(log.request(9, 12)));
  });

  it('refuses a larger tree that does not continue the one it cosigned', async () => {
    await witness.addCheckpoint(log.request(0, 9));
    const fork = log.forkedAt(3);
    expect(await witness.addCheckpoint(fork.request(9, 20))).toMatchObject({ status: 422 });
    expect(await witness.addCheckpoint(fork.request(9, 20, { proof: log.proof(9, 20) }))).toMatchObject({
      status: 422,
    });
    expect(await witness.addCheckpoint(log.request(0, 20))).toEqual(size(9));
  });

  it.each([
    ['none', () => []],
    ['a hash too few', () => log.proof(9, 20).slice(1)],
    ['a hash too many', () => [...log.proof(9, 20), log.root(1)]],
    ['another order', () => [...log.proof(9, 20)].reverse()],
    ['that of other sizes', () => log.proof(8, 20)],
  ])('refuses a proof that is wrong: %s', async (_, proof) => {
    await witness.addCheckpoint(log.request(0, 9));
    expect(await witness.addCheckpoint(log.request(9, 20, { proof: proof() }))).toMatchObject({ status: 422 });
    expect(await witness.addCheckpoint(log.request(0, 9))).toEqual(size(9));
  });

  it('refuses a proof where none is needed', async () => {
    expect(await witness.addCheckpoint(log.request(0, 5, { proof: [log.root(1)] }))).toMatchObject({ status: 422 });
    await witness.addCheckpoint(log.request(0, 5));
    expect(await witness.addCheckpoint(log.request(5, 5, { proof: [log.root(1)] }))).toMatchObject({ status: 422 });
  });

  it('does not know a log that it was not told of, even one that signs under a known key’s name', async () => {
    const stranger = SomeLog.of('ledger.example/unknown', 5);
    expect(await witness.addCheckpoint(stranger.request(0, 5))).toMatchObject({ status: 404 });
    const impostor = SomeLog.of(log.key.name, 5);
    expect(await witness.addCheckpoint(impostor.request(0, 5))).toMatchObject({ status: 403 });
  });

  it('refuses a checkpoint whose signature is of another text', async () => {
    const [text, signature] = [log.checkpoint(6).split('\n\n')[0]!, log.checkpoint(5).split('\n\n')[1]!];
    const checkpoint = `${text}\n\n${signature}`;
    expect(await witness.addCheckpoint(log.request(0, 6, { checkpoint }))).toMatchObject({ status: 403 });
    expect(await witness.addCheckpoint(log.request(1, 6))).toEqual(size(0));
  });

  it('refuses one log’s checkpoint signed with another known log’s key', async () => {
    const text = `${log.key.name}\n5\n${log.root(5).toString('base64')}\n`;
    const checkpoint = `${text}\n${other.key.sign(text)}`;
    expect(await witness.addCheckpoint(log.request(0, 5, { checkpoint }))).toMatchObject({ status: 403 });
  });

  it('passes over signatures of keys it does not know, and keeps none of them', async () => {
    const note = log.checkpoint(5);
    const { text } = parseNote(note);
    const stranger = SigningKey.generate(log.key.name);
    const checkpoint = `${text}\n${stranger.sign(text)}${note.slice(text.length + 1)}${key.cosign(text, new Date(AT))}`;
    cosigned(note, await witness.addCheckpoint(log.request(0, 5, { checkpoint })));
    const [kept] = await readdir(folder);
    expect(await readFile(join(folder, kept!), 'utf8')).toBe(note);
  });

  it('refuses a tree of no leaves with a root that none has', async () => {
    const signed = (size: number, root: Buffer) => {
      const text = `${log.key.name}\n${size}\n${root.toString('base64')}\n`;
      return `${text}\n${log.key.sign(text)}`;
    };
    const wrong = log.request(0, 0, { checkpoint: signed(0, log.root(1)) });
    expect(await witness.addCheckpoint(wrong)).toMatchObject({ status: 422, body: expect.stringContaining('size 0') });
    expect(forks).toEqual([]);
    cosigned(signed(0, log.root(0)), await witness.addCheckpoint(log.request(0, 0)));
    await witness.addCheckpoint(log.request(0, 5));
    expect(await witness.addCheckpoint(wrong)).toEqual(size(5));
  });

  it('refuses a signature that is spelled in another way than base64 has it', async () => {
    const note = log.checkpoint(5);
    const [, base64 = ''] = /(\S+)\n$/.exec(note) ?? [];
    const spelled = (text: string) => log.request(0, 5, { checkpoint: note.replace(base64, text) });
    const strayBits = base64.replace(
      /(.)(=+)$/,
      (_, last: string, padding: string) => `${String.fromCharCode(last.charCodeAt(0) + 1)}${padding}`,
    );
    expect(Buffer.from(strayBits, 'base64')).toEqual(Buffer.from(base64, 'base64'));
    for (const text of [strayBits, base64.replace(/=+$/, ''), `${base64.slice(0, 8)} ${base64.slice(8)}`]) {
      expect(await witness.addCheckpoint(spelled(text))).toMatchObject({ status: 403 });
    }
    cosigned(note, await witness.addCheckpoint(log.request(0, 5)));
  });

  it('knows a log by its origin, whatever its key is called', async () => {
    const origin = 'a log of another house';
    const both = await open({ logs: [`${log.key.vkey} ${origin}`] });
    const text = `${origin}\n5\n${log.root(5).toString('base64')}\n`;
    const checkpoint = `${text}\n${log.key.sign(text)}`;
    cosigned(checkpoint, await both.addCheckpoint(log.request(0, 5, { checkpoint })));
    expect(await both.addCheckpoint(log.request(0, 5))).toMatchObject({ status: 404 });
    witness = await open({ logs: [`${log.key.vkey} ${origin}`] });
    expect(await witness.addCheckpoint(log.request(0, 5, { checkpoint }))).toEqual(size(5));
    await expect(open({ logs: [`${log.key.vkey} `] })).rejects.toThrow(/ends in a space/);
  });

  it('takes a log’s second key, as when it changes keys', async () => {
    const next = new SomeLog(log.key.name, [], SigningKey.generate(log.key.name));
    const both = await open({ logs: [log.key.vkey, next.key.vkey] });
    await both.addCheckpoint(log.request(0, 5));
    const text = parseNote(log.checkpoint(8)).text;
    const checkpoint = `${text}\n${next.key.sign(text)}`;
    cosigned(checkpoint, await both.addCheckpoint(log.request(5, 8, { checkpoint })));
  });

  const good = log.request(0, 5).toString('utf8');
  const hash = log.root(1).toString('base64');
  it.each([
    ['nothing', ''],
    ['no old size', good.replace('old 0\n', '')],
    ['another word', good.replace('old', 'Old')],
    ['two spaces', good.replace('old 0', 'old  0')],
    ['a leading zero', good.replace('old 0', 'old 00')],
    ['a sign', good.replace('old 0', 'old +0')],
    ['a negative size', good.replace('old 0', 'old -1')],
    ['hexadecimal', good.replace('old 0', 'old 0x0')],
    ['a fraction', good.replace('old 0', 'old 0.0')],
    ['more digits than any size', good.replace('old 0', `old 1${'0'.repeat(30)}`)],
    ['a carriage return', good.replace('old 0\n', 'old 0\r\n')],
    ['a byte order mark', `\uFEFF${good}`],
    ['a hash too short', good.replace('old 0\n', `old 0\n${hash.slice(4)}\n`)],
    ['a hash without padding', good.replace('old 0\n', `old 0\n${hash.slice(0, -1)}\n`)],
    ['a hash with a space behind it', good.replace('old 0\n', `old 0\n${hash} \n`)],
    ['a hash in another spelling', good.replace('old 0\n', `old 0\n${'A'.repeat(42)}B=\n`)],
    ['64 hashes', good.replace('old 0\n', `old 0\n${`${hash}\n`.repeat(64)}`)],
    ['no empty line', good.replace('old 0\n\n', 'old 0\n')],
    ['nothing behind the empty line', 'old 0\n\n'],
    ['an old size alone', 'old 0\n'],
    ['a checkpoint without a signature', good.split('\n\n').slice(0, 2).join('\n\n')],
    ['a size with a leading zero', good.replace('\n5\n', '\n05\n')],
    ['no root', good.replace(`${log.root(5).toString('base64')}\n`, '')],
  ])('refuses a body that is malformed: %s', async (_, body) => {
    expect(await witness.addCheckpoint(Buffer.from(body, 'utf8'))).toMatchObject({ status: 400 });
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses bytes that are no UTF-8', async () => {
    const body = Buffer.concat([log.request(0, 5), Buffer.of(0xff, 0x0a)]);
    expect(await witness.addCheckpoint(body)).toMatchObject({ status: 400 });
  });

  it('answers any bytes, and signs none that it was not asked to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const body = Buffer.from(good, 'utf8');
        const index = at % body.length;
        body[index] = body[index]! ^ flip;
        const { status } = await witness.addCheckpoint(body);
        expect([400, 403, 404, 409, 422]).toContain(status);
      }),
      { numRuns: 300 },
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('cosigns one of many that come at the same time from one size, and tells the others', async () => {
    await witness.addCheckpoint(log.request(0, 5));
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => witness.addCheckpoint(log.request(5, 6 + n))),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(29);
    expect(await witness.addCheckpoint(log.request(0, 40))).toEqual(size(6));
  });

  it('knows after a restart what it cosigned', async () => {
    await witness.addCheckpoint(log.request(0, 9));
    witness = await open();
    expect(await witness.addCheckpoint(log.request(0, 5))).toEqual(size(9));
    expect(await witness.addCheckpoint(log.forkedAt(2).request(9, 9))).toMatchObject({ status: 422 });
    cosigned(log.checkpoint(12), await witness.addCheckpoint(log.request(9, 12)));
  });

  it('does not begin on a state it cannot read, nor go on with one', async () => {
    await witness.addCheckpoint(log.request(0, 9));
    const [kept] = await readdir(folder);
    const whole = await readFile(join(folder, kept!));
    await writeFile(join(folder, kept!), whole.subarray(0, 30));
    await expect(open()).rejects.toThrow(StateUnreadable);
    await expect(witness.addCheckpoint(log.request(9, 12))).rejects.toThrow(StateUnreadable);
    await writeFile(join(folder, kept!), other.checkpoint(9));
    await expect(witness.addCheckpoint(log.request(9, 12))).rejects.toThrow(
      /holds a checkpoint of ledger\.example\/water/,
    );
  });

  it('does not take a witness’s key, or a broken one, for a log’s', async () => {
    await expect(open({ logs: [key.cosignerVkey] })).rejects.toThrow(/is the key of a witness/);
    await expect(open({ logs: ['nonsense'] })).rejects.toThrow(/nonsense/);
    await expect(open({ logs: [`${log.key.vkey}x`] })).rejects.toThrow(/is not a verifier key|has 3\d bytes/);
  });

  it('takes what a killed process left half-written for nothing', async () => {
    await witness.addCheckpoint(log.request(0, 5));
    const [kept] = await readdir(folder);
    await writeFile(join(folder, kept!.replace('.checkpoint', '.draft')), randomBytes(40));
    witness = await open();
    expect(await readdir(folder)).toEqual([kept]);
    cosigned(log.checkpoint(9), await witness.addCheckpoint(log.request(5, 9)));
  });
});
