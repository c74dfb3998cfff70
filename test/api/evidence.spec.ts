import { randomBytes } from 'node:crypto';
import { mkdir, rm, rmdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi, type TestOrganisation } from '../harness/api.js';
import { patience } from '../harness/patience.js';
import { HTML, JPEG, PDF, PNG, SVG } from '../../libs/platform/files/samples.fixtures.js';
import { signedIn } from './session.browser.js';
import { answered, bearer, evidenceFolder, filesOnDisk, formWith, sha256Of, upload } from './evidence.files.js';

const MIB = 1024 * 1024;

let api: TestApi;
let giver: TestOrganisation;
beforeAll(async () => {
  api = await startTestApi();
  giver = await api.registerOrganisation('Habitat Builders');
});
afterAll(() => api.close());

/** A text nobody has uploaded before. */
const fresh = () => `What we saw: ${randomBytes(8).toString('hex')}.\n`;
const send = (content: Buffer | string, name: string, key: string | undefined = giver.key) =>
  upload(api.url, key, content, name);
const rows = async () => (await api.database.pool.query('select sha256 from evidence_file')).rows.length;

describe('An upload', () => {
  it('is answered with what to name the file by, and given to anyone', async () => {
    const { status, headers, body } = await send(PDF, 'Attestation d’été (1).pdf');
    const sha256 = sha256Of(PDF);
    const url = `/evidence/${sha256}/${encodeURIComponent('Attestation d’été (1).pdf')}`;
    expect([status, headers.get('location')]).toEqual([201, url]);
    expect(body).toEqual({
      sha256,
      name: 'Attestation d’été (1).pdf',
      mediaType: 'application/pdf',
      size: PDF.length,
      url,
      metadataRemoved: false,
    });
    const answer = await fetch(`${api.url}${url}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition':
        'attachment; filename="Attestation d__t_ (1).pdf"; ' +
        "filename*=UTF-8''Attestation%20d%E2%80%99%C3%A9t%C3%A9%20%281%29.pdf",
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; sandbox/),
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-cache',
      etag: `"${sha256}"`,
    });
  });

  it('of the same content twice is one file', async () => {
    const content = fresh();
    const other = await api.registerOrganisation('Tenants’ Union');
    const [before, onDisk] = [await rows(), (await filesOnDisk(api)).length];
    const [first, second] = [await send(content, 'a.txt'), await send(content, 'b.txt', other.key)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.sha256).toBe(first.body.sha256);
    expect([await rows(), (await filesOnDisk(api)).length]).toEqual([before + 1, onDisk + 1]);
    // At once as well.
    const again = fresh();
    const both = await Promise.all([send(again, 'a.txt'), send(again, 'b.txt', other.key)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect([await rows(), (await filesOnDisk(api)).length]).toEqual([before + 2, onDisk + 2]);
  });

  it('finds the type by the content and the name by its last part', async () => {
    const { status, body } = await upload(api.url, giver.key, PNG, '../../../etc/photo.html', 'text/html');
    expect([status, body.mediaType, body.name]).toEqual([201, 'image/png', 'photo.html.png']);
    expect((await send(fresh(), '../../x')).body.name).toBe('x');
    expect((await send(fresh(), 'a\u202Etxt.exe')).body.name).toBe('atxt.exe.txt');
  });

  it('of a picture is kept without what it hides, under the hash of what is kept', async () => {
    const told = Buffer.concat([JPEG.subarray(0, -2), Buffer.from('fffe0006416e6e61', 'hex'), JPEG.subarray(-2)]);
    const { status, body } = await send(told, 'photo.jpg');
    expect([status, body.sha256, body.size, body.metadataRemoved]).toEqual([201, sha256Of(JPEG), JPEG.length, true]);
    const answer = await fetch(`${api.url}${body.url}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(JPEG)).toBe(true);
    expect(await filesOnDisk(api)).not.toContain(sha256Of(told));
  });

  it('may have the longest name that is kept, and is found by it', async () => {
    const { status, body } = await send(fresh(), `${'é'.repeat(300)}.txt`);
    expect([status, body.name.length]).toEqual([201, 200]);
    expect((await fetch(`${api.url}${body.url}`)).status).toBe(200);
  });

  it('may come without a name', async () => {
    const boundary = 'B';
    const answer = await fetch(`${api.url}/evidence`, {
      method: 'POST',
      headers: { ...bearer(giver.key), 'content-type': `multipart/form-data; boundary=${boundary}` },
      body:
        `--${boundary}\r\ncontent-disposition: form-data; name="file"\r\n` +
        `content-type: application/octet-stream\r\n\r\n${fresh()}\r\n--${boundary}--\r\n`,
    });
    expect([answer.status, ((await answer.json()) as any).name]).toEqual([201, 'file']);
  });

  it('needs a key that may write', async () => {
    const { status, headers, body } = await upload(api.url, undefined, PDF, 'a.pdf');
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    const reader = await api.createKey(giver.id, ['read']);
    const refused = await send(PDF, 'a.pdf', reader);
    expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([403, 'SCOPE_MISSING']);
  });
});

describe('A page of this very server', () => {
  const post = async (headers: Record<string, string>) =>
    answered(await fetch(`${api.url}/evidence`, { method: 'POST', headers, body: form('file', new Blob([PDF])) }));

  it('uploads for who is signed in, a foreign page does not, and nobody after the session', async () => {
    const headers = await signedIn(api, { key: giver.key });
    expect((await post(headers)).status).toBe(201);
    const foreign = await post({ ...headers, 'sec-fetch-site': 'cross-site' });
    expect([foreign.status, foreign.body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    // As good as one that is over: no session is found by it.
    const over = await post({ ...headers, cookie: `${headers.cookie.slice(0, -4)}0000` });
    expect([over.status, over.body.errors[0].extensions.code]).toEqual([401, 'SESSION_EXPIRED']);
  });
});

describe('Uploads at once', () => {
  it('are four of one organisation; those that go away make room', async () => {
    const busy = await api.registerOrganisation('Busy');
    const { type, bytes } = formWith('x'.repeat(MIB));
    const onDisk = (await filesOnDisk(api)).length;
    const begun = Array.from({ length: 4 }, () => {
      const headers = { ...bearer(busy.key), 'content-type': type, 'content-length': bytes.length };
      const sending = request(`${api.url}/evidence`, { method: 'POST', headers });
      sending.on('error', () => undefined).write(bytes.subarray(0, bytes.length / 2));
      return sending;
    });
    await until(async () => (await filesOnDisk(api)).length === onDisk + 4);
    const fifth = await send(fresh(), 'a.txt', busy.key);
    expect([fifth.status, fifth.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await send(fresh(), 'a.txt')).status).toBe(201);
    for (const sending of begun) sending.destroy();
    await until(async () => (await send(fresh(), 'a.txt', busy.key)).status === 201);
  });
});

describe('What is no evidence', () => {
  let before: readonly [number, number];
  beforeEach(async () => {
    before = [await rows(), (await filesOnDisk(api)).length];
  });
  const nothingIsLeft = async () => expect([await rows(), (await filesOnDisk(api)).length]).toEqual(before);

  it.each([
    ['an SVG with a script', SVG, 'drawing.svg'],
    ['an SVG that says it is a photograph', SVG, 'photo.png'],
    ['a page that says it is a picture', HTML, 'picture.png'],
    ['an executable', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(64)]), 'a.pdf'],
    ['nothing at all', Buffer.alloc(0), 'a.txt'],
  ])('is refused, and what would be accepted is said: %s', async (_, content, name) => {
    const { status, body } = await upload(api.url, giver.key, content, name, 'image/png');
    expect([status, body.errors[0].extensions.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(body.errors[0].message).toMatch(/accepted are PDF, PNG, JPEG, WebP, HEIC, CSV, plain text/);
    await nothingIsLeft();
  });

  it('is 50 MB, told so at once where the length is announced', async () => {
    const { status, body } = await send(Buffer.alloc(50_000_000, 'x'), 'large.txt');
    expect(status).toBe(413);
    expect(body.errors[0]).toEqual({
      message: 'The file is too large; at most 10 MiB are accepted.',
      extensions: { code: 'FILE_TOO_LARGE' },
    });
    await nothingIsLeft();
  });

  it('is 50 MB, told so as soon as it is too much where the length is not announced', async () => {
    const { type, bytes } = formWith(Buffer.alloc(50_000_000, 'x'));
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(bytes.subarray(sent, (sent += MIB)));
        if (sent >= bytes.length) controller.close();
      },
    });
    const headers = { ...bearer(giver.key), 'content-type': type };
    const response = await fetch(`${api.url}/evidence`, {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    });
    expect(response.status).toBe(413);
    await nothingIsLeft();
  });

  it('is a form that breaks off, or a client that goes away', async () => {
    const { type, bytes } = formWith('x'.repeat(MIB));
    const headers = { ...bearer(giver.key), 'content-type': type };
    const short = await answered(
      await fetch(`${api.url}/evidence`, { method: 'POST', headers, body: bytes.subarray(0, bytes.length / 2) }),
    );
    expect([short.status, short.body.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);

    const gone = request(`${api.url}/evidence`, {
      method: 'POST',
      headers: { ...headers, 'content-length': bytes.length },
    });
    gone.on('error', () => undefined);
    gone.write(bytes.subarray(0, bytes.length / 2));
    await until(async () => (await filesOnDisk(api)).length > before[1]);
    gone.destroy();
    await until(async () => (await filesOnDisk(api)).length === before[1]);
    await nothingIsLeft();
  });

  it.each([
    ['no form', () => ({ body: '{}', headers: { 'content-type': 'application/json' } }), 415],
    ['a form without boundary', () => ({ body: 'x', headers: { 'content-type': 'multipart/form-data' } }), 400],
    ['anything else', () => ({ body: 'x', headers: { 'content-type': 'application/pdf' } }), 415],
    ['a form without a file', () => ({ body: form('name', 'x') }), 400],
    ['a form with the file elsewhere', () => ({ body: form('upload', new Blob([PDF])) }), 400],
  ])('is %s', async (_, sent, expected) => {
    const { headers = {}, body } = sent() as { headers?: Record<string, string>; body: string | FormData };
    const answer = await answered(
      await fetch(`${api.url}/evidence`, { method: 'POST', headers: { ...headers, ...bearer(giver.key) }, body }),
    );
    expect(answer.status).toBe(expected);
    expect(answer.body.errors[0].message).toMatch(/[a-z].*\.$/);
    await nothingIsLeft();
  });

  it('is more than an organisation has put to use', async () => {
    const hoarder = await api.registerOrganisation('Hoarder');
    const insert = `insert into evidence_file (sha256, media_type, size, uploaded_by, stored_at) values ($1, 'text/plain', $2, $3, now())`;
    await api.database.pool.query(insert, [sha256Of('unused'), 100 * MIB, hoarder.id]);
    const { status, body } = await send(fresh(), 'a.txt', hoarder.key);
    expect([status, body.errors[0].extensions.code]).toEqual([429, 'TOO_MUCH_UNUSED']);
    expect((await send(fresh(), 'a.txt')).status).toBe(201);
  });
});

describe('What an organisation keeps', () => {
  const MOST = 1024 * MIB;
  /** Erased files count for nothing, used ones as much as unused. */
  const keeps = async (bytes: number) => {
    const { id, key } = await api.registerOrganisation('Keeper');
    const insert = `insert into evidence_file (sha256, media_type, size, uploaded_by, stored_at, erased_at, erasure_reason)
      values ($1, 'text/plain', $2, $3, now(), $4::text::timestamptz, $4::text)`;
    await api.database.pool.query(insert, [sha256Of(`${id} kept`), bytes, id, null]);
    await api.database.pool.query(insert, [sha256Of(`${id} erased`), MOST, id, '2026-01-01']);
    await api.database.pool.query(
      `insert into evidence_reference (sha256, stream, position) select sha256, 'commitment/x', 1 from evidence_file where uploaded_by = $1`,
      [id],
    );
    return key;
  };

  it('is so much and no more: what is used, and what would still be accepted, is said', async () => {
    const key = await keeps(MOST - 1.5 * MIB);
    const { status, body } = await send('x'.repeat(2 * MIB), 'a.txt', key);
    expect(status).toBe(413);
    expect(body.errors[0]).toEqual({
      message:
        'Your organisation keeps 1022.5 MiB of files here, and may keep 1024 MiB. A file of at most 1.5 MiB is accepted; for more, ask whoever runs the ledger.',
      extensions: { code: 'QUOTA_EXCEEDED' },
    });
    const both = await Promise.all(['y', 'z'].map((text) => send(text.repeat(MIB), 'a.txt', key)));
    expect(both.map((each) => each.status).sort()).toEqual([201, 413]);
  });

  it('that is all of it leaves room for nothing', async () => {
    const { status, body } = await send(fresh(), 'a.txt', await keeps(MOST));
    expect([status, body.errors[0].message]).toEqual([413, expect.stringMatching(/No further file is accepted;/)]);
  });
});

describe('A file', () => {
  it('is saved and never shown as it came, a picture neither', async () => {
    for (const [content, name] of [
      [PNG, 'a.png'],
      [JPEG, 'a.jpg'],
      [PDF, 'a.pdf'],
      [fresh(), 'a.txt'],
    ] as const) {
      const { body } = await send(content, name);
      const { headers } = await fetch(`${api.url}${body.url}`);
      expect(headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="${name}"`));
      const nameless = await fetch(`${api.url}/evidence/${body.sha256}`);
      expect(nameless.headers.get('content-disposition')).toBe('attachment');
    }
  });

  it('is saved under no other kind of name, whatever the address says', async () => {
    const { body } = await send(PNG, 'a.png');
    const { status, headers } = await fetch(
      `${api.url}/evidence/${body.sha256}/${encodeURIComponent('..\\"a\r\nb.html')}`,
    );
    expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="_ab\.html\.png"; filename\*=UTF-8''%22ab\.html\.png$/,
    );
  });

  it('is told by HEAD without its content, and not sent again to who has it', async () => {
    const { body } = await send(PDF, 'a.pdf');
    const head = await fetch(`${api.url}${body.url}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(PDF.length)]);
    const etag = head.headers.get('etag') ?? '';
    expect((await fetch(`${api.url}${body.url}`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it.each([
    '0'.repeat(64),
    'f'.repeat(63),
    '..%2f..%2fetc%2fpasswd',
    '..%2Fincoming',
    `${'F'.repeat(64)}/x`,
    'incoming',
    '%00',
  ])('that is not kept is not found: %s', async (path) => {
    const { status, body } = await answered(await fetch(`${api.url}/evidence/${path}`));
    expect([status, body.errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
    expect(body.errors[0].message).toMatch(/No file of this hash is kept here/);
  });

  it('that cannot be read for now is an error that nobody keeps or takes for the file', async () => {
    const content = fresh();
    const { body } = await send(content, 'a.txt');
    const place = join(evidenceFolder(api), sha256Of(content).slice(0, 2), sha256Of(content));
    await rm(place);
    // Opens, and fails with the first read.
    await mkdir(place);
    const { status, headers } = await fetch(`${api.url}${body.url}`);
    expect([status, headers.get('cache-control'), headers.get('etag')]).toEqual([500, 'no-store', null]);
    expect(headers.get('content-disposition')).toBeNull();
    await rmdir(place);
  });

  it('whose bytes were lost is not found either', async () => {
    const sha256 = sha256Of('lost');
    const insert = `insert into evidence_file (sha256, media_type, size, uploaded_by, stored_at) values ($1, 'text/plain', 4, 'x', now())`;
    await api.database.pool.query(insert, [sha256]);
    const { status, headers } = await fetch(`${api.url}/evidence/${sha256}`);
    expect([status, headers.get('cache-control'), headers.get('etag')]).toEqual([404, 'no-store', null]);
    // Uploaded once more it is kept again.
    expect((await send('lost', 'a.txt')).status).toBe(201);
    expect(await (await fetch(`${api.url}/evidence/${sha256}`)).text()).toBe('lost');
  });
});

function form(name: string, value: string | Blob): FormData {
  const made = new FormData();
  if (typeof value === 'string') made.append(name, value);
  else made.append(name, value, 'a.pdf');
  return made;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const began = Date.now(); !(await holds()); await new Promise((resolve) => setTimeout(resolve, 10))) {
    if (Date.now() - began > patience(20_000)) throw new Error('It did not come to pass.');
  }
}
