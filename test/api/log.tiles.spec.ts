import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SigningKey } from '@maillage/ledger';
import { openCheckpoint, parseTilePath, parseVerifierKey, verify } from '@maillage/verifier';
import { ORIGIN, startLogServer, type LogServer } from './log.server.js';

const SIZE = 600;

let log: LogServer;
beforeAll(async () => {
  log = await startLogServer();
});
afterAll(() => log.close());

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Byte for byte what is sent: `fetch` would normalise the path, and decompress. */
function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(log.url);
    const asked = httpRequest({ hostname, port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) });
        })
        .on('error', reject);
    });
    asked.on('error', reject).end();
  });
}

const messageOf = ({ body }: Got) =>
  (JSON.parse(body.toString()) as { errors: [{ message: string }] }).errors[0].message;

// The tree once more, by recursion over its definition (RFC 6962 §2.1) and from the rows alone.
const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaf = (entry: string) => sha256(Buffer.from([0]), Buffer.from(entry, 'utf8'));
function root(leaves: readonly Buffer[]): Buffer {
  if (leaves.length <= 1) return leaves[0] ?? sha256();
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return sha256(Buffer.from([1]), root(leaves.slice(0, half)), root(leaves.slice(half)));
}

async function entries(): Promise<string[]> {
  return (await log.ask('select entry from event order by position')).map(({ entry }) => entry as string);
}

const bundleOf = (texts: readonly string[]) =>
  Buffer.concat(
    texts.flatMap((text) => {
      const bytes = Buffer.from(text, 'utf8');
      return [Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes];
    }),
  );

describe('Before anything is sealed', () => {
  beforeAll(() => log.record(1));

  it.each(['/log/checkpoint', '/log/key', '/log/policy', '/log/tile/0/000', '/log/tile/entries/000.p/1'])(
    '%s is not found, for a reason in JSON, and may be there a moment later',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(messageOf(answer).length).toBeGreaterThan(20);
    },
  );
});

describe('A sealed log over HTTP', () => {
  let leaves: Buffer[];
  let texts: string[];
  beforeAll(async () => {
    await log.record(SIZE - 1, 'note/2');
    await log.seal();
    // Recorded and not sealed: nobody is shown it here.
    await log.record(50, 'note/3');
    texts = (await entries()).slice(0, SIZE);
    leaves = texts.map(leaf);
  });

  it('shows its checkpoint, signed, over all that was sealed and nothing else', async () => {
    const { status, headers, body } = await get('/log/checkpoint');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=1');
    const { vkey } = log.key;
    expect((await get('/log/key')).body.toString()).toBe(`${vkey}\n`);
    const checkpoint = openCheckpoint(body, parseVerifierKey(vkey));
    expect(checkpoint).toMatchObject({ origin: ORIGIN, size: BigInt(SIZE) });
    expect(checkpoint.root).toEqual(root(leaves));
  });

  it('answers 304 to whoever has the checkpoint already', async () => {
    const { headers } = await get('/log/checkpoint');
    const etag = headers['etag'] as string;
    const again = await get('/log/checkpoint', { 'if-none-match': etag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get('/log/checkpoint', { 'if-none-match': '"another"' })).status).toBe(200);
  });

  it('has full tiles, partial tiles and the level above', async () => {
    const hashes = (from: number, to: number) => Buffer.concat(leaves.slice(from, to));
    const above = Buffer.concat([root(leaves.slice(0, 256)), root(leaves.slice(256, 512))]);
    for (const [path, expected] of [
      ['/log/tile/0/000', hashes(0, 256)],
      ['/log/tile/0/001', hashes(256, 512)],
      ['/log/tile/0/002.p/88', hashes(512, 600)],
      ['/log/tile/0/002.p/1', hashes(512, 513)],
      ['/log/tile/0/000.p/255', hashes(0, 255)],
      ['/log/tile/1/000.p/2', above],
      ['/log/tile/1/000.p/1', above.subarray(0, 32)],
    ] as const) {
      const { status, headers, body } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers['content-type']).toBe('application/octet-stream');
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['content-encoding']).toBeUndefined();
      expect(body.equals(expected)).toBe(true);
    }
  });

  it('has the entries in bundles', async () => {
    for (const [path, from, to] of [
      ['/log/tile/entries/000', 0, 256],
      ['/log/tile/entries/002.p/88', 512, 600],
      ['/log/tile/entries/001.p/17', 256, 273],
    ] as const) {
      const { status, headers, body } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers['content-type']).toBe('application/octet-stream');
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['vary']).toBe('accept-encoding');
      expect(body.equals(bundleOf(texts.slice(from, to)))).toBe(true);
    }
  });

  it('tells of each bundle which private values are there, here none', async () => {
    const { status, headers, body } = await get('/log/values/2');
    expect([status, headers['cache-control'], JSON.parse(body.toString())]).toEqual([200, 'no-store', { kept: [] }]);
    const refused = await get('/log/values/002');
    expect([refused.status, messageOf(refused)]).toEqual([400, expect.stringContaining('/log/values/<N>')]);
  });

  it('compresses bundles for those who take it, and tiles for nobody', async () => {
    const plain = bundleOf(texts.slice(0, 256));
    for (const [encoding, unpack] of [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      const { headers, body } = await get('/log/tile/entries/000', { 'accept-encoding': encoding });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers['vary']).toBe('accept-encoding');
      expect(body.length).toBeLessThan(plain.length / 3);
      expect(unpack(body).equals(plain)).toBe(true);
    }
    const tile = await get('/log/tile/0/000', { 'accept-encoding': 'gzip, br' });
    expect(tile.headers['content-encoding']).toBeUndefined();
    expect(tile.body).toHaveLength(8192);
    const key = await get('/log/key', { 'accept-encoding': 'gzip, br' });
    expect(key.headers['content-encoding']).toBeUndefined();
  });

  it.each([
    '/log/tile/0/002',
    '/log/tile/0/002.p/89',
    '/log/tile/0/003.p/1',
    '/log/tile/1/000.p/3',
    '/log/tile/1/000',
    '/log/tile/2/000.p/1',
    '/log/tile/63/000.p/1',
    '/log/tile/entries/002',
    '/log/tile/entries/002.p/89',
    '/log/tile/entries/x999/x999/999',
    '/log/tile/0/x009/x223/x372/x036/x854/x775/807',
    '/log/tile/entries/x036/x028/x797/x018/x963/967.p/255',
  ])('has nothing at %s, which no checkpoint covers', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(messageOf(answer)).toContain('No checkpoint covers tile/');
  });

  it.each([
    '/log/tile/00/000',
    '/log/tile/01/000',
    '/log/tile/64/000',
    '/log/tile/-1/000',
    '/log/tile/0x0/000',
    '/log/tile/+0/000',
    '/log/tile/0/0',
    '/log/tile/0/00',
    '/log/tile/0/0000',
    '/log/tile/0/x000/001',
    '/log/tile/0/x001',
    '/log/tile/0/001/234',
    '/log/tile/0/X001/234',
    '/log/tile/0/x1/234',
    '/log/tile/0/000.p/0',
    '/log/tile/0/000.p/256',
    '/log/tile/0/000.p/01',
    '/log/tile/0/000.p/+1',
    '/log/tile/0/000.p/',
    '/log/tile/0/000.p',
    '/log/tile/0/000.p/1/2',
    '/log/tile/0/000/',
    '/log/tile/0/000/000',
    '/log/tile/0/%30%30%30',
    '/log/tile/0/000%2ep/1',
    '/log/tile/entries/',
    '/log/tile/entries/0',
    '/log/tile/entries/000.p/256',
    '/log/tile/Entries/000',
    '/log/tile/0/../0/000',
    '/log/tile//0/000',
    '/log/tile/',
  ])('says what is accepted in place of %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(400);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(messageOf(answer)).toContain('Accepted are /log/tile/<L>/<N> and /log/tile/entries/<N>');
  });

  it('answers any path whatever with 200, 400 or 404, and 400 exactly where it is no tile’s name', async () => {
    const piece = fc.constantFrom(
      '0',
      '1',
      '63',
      'entries',
      '000',
      '001',
      '002',
      'x000',
      'x001',
      '.p',
      '.p/88',
      '7',
      '%',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 5 }), async (pieces) => {
        const path = `tile/${pieces.join('/').replaceAll('/.p', '.p')}`;
        const { status } = await get(`/log/${path}`);
        expect([200, 400, 404]).toContain(status);
        expect(status === 400).toBe(parseTilePath(path) === undefined);
      }),
      { numRuns: 200 },
    );
  });

  it('answers HEAD as GET, without the body', async () => {
    for (const path of ['/log/checkpoint', '/log/tile/0/000', '/log/tile/entries/000', '/log/tile/0/009']) {
      const [got, head] = [await get(path), await get(path, {}, 'HEAD')];
      expect(head.body).toHaveLength(0);
      expect([head.status, head.headers['cache-control'], head.headers['content-length']]).toEqual([
        got.status,
        got.headers['cache-control'],
        got.headers['content-length'],
      ]);
    }
  });

  it('is all that the verifier needs', async () => {
    const schema = { type: 'object', properties: { note: { type: 'string' } }, required: ['note'] };
    const verdict = await verify(async (path) => {
      // The suite's own type of event has no published schema.
      if (path === 'schemas/Noted/1.json') return Buffer.from(JSON.stringify(schema));
      const answer = await fetch(`${log.url}/${path}`);
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
    });
    expect(verdict).toMatchObject({ valid: true, origin: ORIGIN, size: BigInt(SIZE) });
  });
});

describe('Bundles whose first length looks like the start of compressed data', () => {
  // 0x081d and 0x789c are what zlib begins with; 0x1f8b is gzip.
  const lengths = [0x081d, 0x789c, 0x1f8b];
  beforeAll(async () => {
    const before = (await entries()).length;
    // Each at the head of a bundle of its own.
    await log.record((256 - (before % 256)) % 256, 'note/4');
    for (const length of lengths) {
      const stream = `note/5${length}`;
      await log.record(['x'], stream);
      const [row] = await log.ask('select entry from event order by position desc limit 1');
      // As long as it has to be in the next bundle, whose version has one digit as well.
      const pad = length - Buffer.byteLength(row?.['entry'] as string) + 1;
      await log.record(255, `note/6${length}`);
      await log.record(['x'.repeat(pad)], stream);
      await log.record(255, `note/7${length}`);
    }
    await log.seal();
  });

  it('are sent as they are, and not said to be compressed', async () => {
    const texts = await entries();
    for (const length of lengths) {
      const at = texts.findIndex((text) => Buffer.byteLength(text) === length);
      expect(at % 256).toBe(0);
      const { headers, body } = await get(`/log/tile/entries/${String(at / 256).padStart(3, '0')}`, {
        'accept-encoding': 'gzip, br',
      });
      expect(body.readUInt16BE(0)).toBe(length);
      expect(headers['content-encoding']).toBeUndefined();
      expect(body.equals(bundleOf(texts.slice(at, at + 256)))).toBe(true);
    }
  });
});

describe('A log with witnesses', () => {
  it('shows its policy, and who is missing', async () => {
    const [first, second] = [SigningKey.generate('w.example/1'), SigningKey.generate('w.example/2')];
    const policy = `witness first ${first.cosignerVkey}\nwitness second ${second.cosignerVkey}\ngroup both all first second\nquorum both\n`;
    await log.sealWith(policy);
    expect((await get('/log/policy')).body.toString()).toBe(policy);
    const quorum = async () => (await get('/log/checkpoint')).headers['maillage-witness-quorum'];
    expect(await quorum()).toBe('missing: first, second');

    // What the witnesses would have sent back, stored as the sealer stores it.
    const { body } = await get('/log/checkpoint');
    const text = body.toString().slice(0, body.indexOf('\n\n') + 1);
    const size = text.split('\n')[1];
    const cosigned = (name: string, key: SigningKey) =>
      log.ask('insert into maillage.cosignature values ($1, $2, $3, $4, now())', [
        ORIGIN,
        size,
        name,
        key.cosign(text, new Date()),
      ]);
    await cosigned('first', first);
    expect(await quorum()).toBe('missing: second');
    await cosigned('second', second);
    expect(await quorum()).toBe('met');
    const witnesses = [
      { name: 'first', key: parseVerifierKey(first.cosignerVkey) },
      { name: 'second', key: parseVerifierKey(second.cosignerVkey) },
    ];
    const checkpoint = openCheckpoint((await get('/log/checkpoint')).body, parseVerifierKey(log.key.vkey), witnesses);
    expect(checkpoint.cosignedBy.map(({ name }) => name)).toEqual(['first', 'second']);
  });
});
