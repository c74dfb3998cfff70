import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import S3rver from 's3rver';
import {
  ConfigurationError,
  discardOlderThan,
  draftOf,
  FileTooLarge,
  loadConfig,
  openFileStore,
  StoreUnavailable,
  type FileStore,
} from '@maillage/platform';
import { S3Store } from '../../libs/platform/files/s3-store.js';
import { startTestApi } from '../harness/api.js';
import { answered, filesOnDisk, upload } from './evidence.files.js';

const MOST = 8 * 1024 * 1024;

let folder: string;
let s3: S3rver;
let stores: Readonly<Record<string, FileStore>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-stores-'));
  const { server, env: ofS3 } = await startS3(join(folder, 's3'));
  s3 = server;
  const env = { MAILLAGE_DATA_DIR: folder };
  stores = {
    'a folder': openFileStore(loadConfig(env).evidence),
    'an S3-compatible server': openFileStore(loadConfig({ ...env, ...ofS3 }).evidence),
  };
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true });
});

/** A real one on loopback, with an empty bucket, and the environment that points there. */
async function startS3(directory: string) {
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'evidence', configs: [] }],
  });
  const { port } = await server.run();
  const env = {
    EVIDENCE_S3_ENDPOINT: `http://127.0.0.1:${port}`,
    EVIDENCE_S3_BUCKET: 'evidence',
    EVIDENCE_S3_ACCESS_KEY_ID: 'S3RVER',
    EVIDENCE_S3_SECRET_ACCESS_KEY: 'S3RVER',
  };
  return { server, env };
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const drafted = (content: Buffer) => draftOf(Readable.from([content]), join(folder, 'drafts'), MOST);

describe.each(['a folder', 'an S3-compatible server'])('Files in %s', (name) => {
  const store = () => stores[name] as FileStore;

  it('come out as they went in, under the hash of their content', async () => {
    const content = randomBytes(3 * 1024 * 1024);
    const draft = await drafted(content);
    expect(draft).toMatchObject({ sha256: sha256(content), size: content.length });
    expect(await store().has(draft.sha256)).toBe(false);
    await store().put(draft);
    expect(await store().has(draft.sha256)).toBe(true);
    const kept = await store().get(draft.sha256);
    expect((await buffer(kept as Readable)).equals(content)).toBe(true);
  });

  it('may be put again', async () => {
    const content = Buffer.from('twice');
    await store().put(await drafted(content));
    await store().put(await drafted(content));
    expect(await buffer((await store().get(sha256(content))) as Readable)).toEqual(content);
  });

  it('are gone once erased, and erasing what is not there does no harm', async () => {
    const draft = await drafted(Buffer.from('to be erased'));
    await store().put(draft);
    await store().erase(draft.sha256);
    await store().erase(draft.sha256);
    expect(await store().has(draft.sha256)).toBe(false);
    expect(await store().get(draft.sha256)).toBeUndefined();
  });

  it('that were never put are not there', async () => {
    const never = '0'.repeat(64);
    expect([await store().has(never), await store().get(never)]).toEqual([false, undefined]);
    await store().erase(never);
  });
});

describe('An S3-compatible server that takes connections and answers nothing', () => {
  it('is not waited for: whatever is asked of it is told that it is out of reach', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const store = new S3Store(
      { endpoint: `http://127.0.0.1:${port}`, bucket: 'evidence', region: 'us-east-1', credentials },
      300,
    );
    const draft = await drafted(Buffer.from('waiting'));
    for (const asked of [
      store.put(draft),
      store.has(draft.sha256),
      store.get(draft.sha256),
      store.erase(draft.sha256),
    ]) {
      await expect(asked).rejects.toThrow(StoreUnavailable);
    }
    silent.close();
  });
});

describe('The folder', () => {
  it('is its owner’s alone, and takes no name but a hash', async () => {
    const draft = await drafted(Buffer.from('private'));
    const store = stores['a folder'] as FileStore;
    await store.put(draft);
    const shard = join(folder, 'evidence', draft.sha256.slice(0, 2));
    expect(((await stat(shard)).mode & 0o777).toString(8)).toBe('700');
    expect(((await stat(join(shard, draft.sha256))).mode & 0o777).toString(8)).toBe('600');
    for (const name of ['../../etc/passwd', '', draft.sha256.toUpperCase(), `${draft.sha256}/`]) {
      await expect(store.get(name)).rejects.toThrow(/SHA-256/);
    }
  });
});

describe('An upload on its way', () => {
  const drafts = () => readdir(join(folder, 'unfinished')).catch(() => []);

  it('leaves nothing where it is too long', async () => {
    const source = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(1024)));
    await expect(draftOf(source, join(folder, 'unfinished'), 10 * 1024)).rejects.toThrow(FileTooLarge);
    expect([await drafts(), source.destroyed]).toEqual([[], true]);
  });

  it('leaves nothing where it breaks off', async () => {
    const breaks = Readable.from(
      (function* () {
        yield Buffer.alloc(1024);
        throw new Error('The client has gone.');
      })(),
    );
    await expect(draftOf(breaks, join(folder, 'unfinished'), MOST)).rejects.toThrow('The client has gone.');
    expect(await drafts()).toEqual([]);
  });

  it('of a process that was killed is cleared away later', async () => {
    await draftOf(Readable.from([Buffer.from('x')]), join(folder, 'unfinished'), MOST);
    expect(await discardOlderThan(join(folder, 'unfinished'), new Date(Date.now() - 60_000))).toBe(0);
    expect(await discardOlderThan(join(folder, 'unfinished'), new Date(Date.now() + 1))).toBe(1);
    expect(await drafts()).toEqual([]);
    expect(await discardOlderThan(join(folder, 'no such folder'), new Date())).toBe(0);
  });
});

describe('A server that keeps files in an S3-compatible server', () => {
  it('takes, gives and, while that is away, neither loses nor leaves any', async () => {
    const directory = await mkdtemp(join(folder, 'away-'));
    const own = await startS3(directory);
    const api = await startTestApi({ env: own.env });
    try {
      const { key } = await api.registerOrganisation('Habitat Builders');
      const { status, body } = await upload(api.url, key, 'What we saw.', 'report.txt');
      expect([status, await filesOnDisk(api)]).toEqual([201, []]);
      const given = () => fetch(`${api.url}${body.url}`);
      expect(await (await given()).text()).toBe('What we saw.');

      await own.server.close();
      const away = await answered(await given());
      expect([away.status, away.headers.get('cache-control'), away.headers.get('retry-after')]).toEqual([
        503,
        'no-store',
        '5',
      ]);
      expect(away.body.errors[0].message).toMatch(/store of files is out of reach/);
      const refused = await upload(api.url, key, 'What else we saw.', 'report.txt');
      expect([refused.status, await filesOnDisk(api)]).toEqual([503, []]);
      // Not until its bytes are kept.
      expect((await fetch(`${api.url}/evidence/${sha256(Buffer.from('What else we saw.'))}`)).status).toBe(404);
    } finally {
      await api.close();
    }
  });
});

describe('The configuration of an S3-compatible store', () => {
  it.each([
    [{ EVIDENCE_S3_ENDPOINT: 'http://localhost:9000' }, /EVIDENCE_S3_BUCKET: is missing/],
    [{ EVIDENCE_S3_BUCKET: 'b', EVIDENCE_S3_ACCESS_KEY_ID: 'a' }, /go together/],
    [{ EVIDENCE_S3_BUCKET: 'b', EVIDENCE_S3_ENDPOINT: 'localhost' }, /EVIDENCE_S3_ENDPOINT/],
  ])('is refused half-way: %j', (env, message) => {
    const load = () => loadConfig(env);
    expect(load).toThrow(ConfigurationError);
    expect(load).toThrow(message);
  });

  it('needs no keys where the machine has a role', () => {
    expect(loadConfig({ EVIDENCE_S3_BUCKET: 'b', EVIDENCE_S3_ENDPOINT: '' }).evidence.s3).toEqual({
      endpoint: undefined,
      bucket: 'b',
      region: 'us-east-1',
      credentials: undefined,
    });
  });
});
