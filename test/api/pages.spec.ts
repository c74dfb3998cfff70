import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { servePages } from '../../apps/api/http/pages.js';
import { ROUTES } from '../../apps/web/shell/routes.js';
import { startTestApi, type TestApi } from '../harness/api.js';

const INDEX = '<!doctype html><title>Maillage</title><script type="module" src="/assets/app-Ab12.js"></script>';
const SCRIPT = `console.log(${JSON.stringify('maillage '.repeat(200))});`;

/** By whoever runs this server: an audit that is too old to count any more, among others. */
const SAID = {
  PUBLISHER: 'City of Rivemont, 1 Town Hall Square',
  HOSTING_PROVIDER: 'Rivemont Computing, 2 Mill Lane',
  CONTACT: 'ledger@example.org',
  BACKUP_DAYS: '30',
  TIME_ZONE: 'Europe/Paris',
  ACCESSIBILITY_AUDITED_ON: '2020-02-03',
  ACCESSIBILITY_AUDITOR: 'A11y & Co',
  ACCESSIBILITY_RATE: '71.5',
};

/** The path as it is, which `fetch` would tidy up before it sent it. */
const statusOf = (base: string, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    request({ hostname, port, path }, (response) => resolve(response.resume().statusCode ?? 0))
      .on('error', reject)
      .end();
  });

describe('The pages', () => {
  let api: TestApi;
  let parent: string;
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'maillage-pages-'));
    const folder = join(parent, 'web');
    await mkdir(join(folder, 'assets'), { recursive: true });
    const files: readonly (readonly [string, string | Buffer])[] = [
      ['index.html', INDEX],
      ['icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
      ['assets/app-Ab12.js', SCRIPT],
      ['assets/app-Ab12.js.br', brotliCompressSync(SCRIPT)],
      ['assets/app-Ab12.js.gz', gzipSync(SCRIPT)],
      ['assets/page-Cd34.css', 'main { margin: 0 }'],
      ['assets/app-Ab12.js.map', '{}'],
      ['.env', 'SECRET=1'],
    ];
    for (const [name, content] of files) await writeFile(join(folder, name), content);
    await writeFile(join(parent, 'secret.js'), 'secret');
    const notices = join(parent, 'notices');
    await mkdir(notices);
    await writeFile(join(notices, 'privacy.fr.txt'), 'Un délégué répond.\n\nÉcrivez-lui.\n');
    api = await startTestApi({ pagesFolder: folder, env: { ...SAID, NOTICES_DIR: notices } });
  });
  afterAll(async () => {
    await api.close();
    await rm(parent, { recursive: true });
  });

  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers });

  const BROWSER = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' };

  it.each([
    '/',
    '/missions/TWlzc2lvbjox',
    '/missions/TWlzc2lvbjox/',
    '/organisations/x',
    '/commitments/x',
    '/desk',
    '/desk/answers',
    '/review/x/y',
    '/record/commitment/x',
    '/record/contribution/x',
    '/record/measurement/x',
    '/search?q=logement',
    '/sign-in',
  ])('are one document, at %s too', async (path) => {
    const answer = await get(path, BROWSER);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(INDEX);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it('are told who answers for them, and what the operator adds', async () => {
    const { data } = await api.graphql(
      `{
        service {
          publisher publicationDirector hostingProvider dataController contact backupDays timeZone sessionHours
          accessibility { state rate auditedOn auditor report }
          french: notices(page: PRIVACY, language: FR)
          english: notices(page: PRIVACY)
        }
      }`,
    );
    expect(data.service).toEqual({
      publisher: SAID.PUBLISHER,
      publicationDirector: null,
      hostingProvider: SAID.HOSTING_PROVIDER,
      dataController: null,
      contact: SAID.CONTACT,
      backupDays: 30,
      timeZone: SAID.TIME_ZONE,
      sessionHours: 12,
      accessibility: {
        state: 'NON_COMPLIANT',
        rate: 71.5,
        auditedOn: '2020-02-03',
        auditor: 'A11y & Co',
        report: null,
      },
      french: ['Un délégué répond.', 'Écrivez-lui.'],
      english: [],
    });
  });

  it('are at each address that they themselves have a route for', async () => {
    for (const route of Object.keys(ROUTES)) {
      const path = route.replaceAll(/:\w+/g, 'x');
      expect({ path, status: (await get(path, BROWSER)).status }).toEqual({ path, status: 200 });
    }
  });

  describe.each([
    '/nothing',
    '/missions',
    '/missions/',
    '/missions/x/timeline',
    '/organisations',
    '/review/x',
    '/record/contribution',
    '/missions.html',
    '/desktop',
    '/sign-in/x',
    '/index.html',
    '/assets/',
    '/.env',
  ])('are not at %s, where nothing is:', (path) => {
    it('a browser is shown so by the pages, and keeps nothing', async () => {
      const answer = await get(path, BROWSER);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      expect(await answer.text()).toBe(INDEX);
      const { headers } = answer;
      expect([headers.get('cache-control'), headers.get('etag'), headers.get('vary')]).toEqual([
        'no-store',
        null,
        'accept',
      ]);
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    });

    it.each(['application/json', '*/*'])('a program that takes %s is told so', async (accept) => {
      const answer = await get(path, { accept });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    });
  });

  it('are not given to programs that ask for JSON there, nor for any other method', async () => {
    const json = await get('/missions/x', { accept: 'application/json' });
    expect(json.status).toBe(404);
    // No cache takes the one for the other.
    expect([json.headers.get('vary'), json.headers.get('cache-control')]).toEqual(['accept', 'no-store']);
    expect((await get('/missions/x', { accept: 'text/html' })).headers.get('vary')).toBe('accept');
    expect((await get('/missions/x', { accept: '*/*' })).status).toBe(200);
    expect((await fetch(`${api.url}/desk`, { method: 'POST' })).status).toBe(404);
    const head = await fetch(`${api.url}/desk`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('allow scripts, styles and connections of this host alone', async () => {
    const { headers } = await get('/');
    const policy = headers.get('content-security-policy')!;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ]);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['GZIP', 'gzip'],
    ['identity', null],
    ['deflate', null],
    ['brotli, gzipped', null],
  ])('send scripts to who takes "%s" as %s', async (accepted, coding) => {
    const answer = await get('/assets/app-Ab12.js', { 'accept-encoding': accepted });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-encoding')).toBe(coding);
    expect(answer.headers.get('vary')).toBe('accept-encoding');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await answer.text()).toBe(SCRIPT);
  });

  it('that went away while they were served are an error that no browser keeps or unpacks', async () => {
    const script = join(parent, 'web', 'assets', 'app-Ab12.js');
    await Promise.all([rm(script), rm(`${script}.br`)]);
    for (const coding of ['identity', 'br']) {
      const { status, headers } = await get('/assets/app-Ab12.js', { 'accept-encoding': coding });
      expect([status, headers.get('cache-control'), headers.get('etag')]).toEqual([500, 'no-store', null]);
      expect(headers.get('content-encoding')).toBeNull();
    }
    await Promise.all([writeFile(script, SCRIPT), writeFile(`${script}.br`, brotliCompressSync(SCRIPT))]);
  });

  it('send what is known already no second time, by the coding it is known in', async () => {
    const first = await get('/assets/app-Ab12.js', { 'accept-encoding': 'br' });
    const etag = first.headers.get('etag')!;
    const again = (coding: string) => get('/assets/app-Ab12.js', { 'accept-encoding': coding, 'if-none-match': etag });
    expect((await again('br')).status).toBe(304);
    expect((await again('gzip')).status).toBe(200);
  });

  it('send a file without a compressed twin as it is', async () => {
    const answer = await get('/assets/page-Cd34.css', { 'accept-encoding': 'br' });
    expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([null, null]);
    const icon = await get('/icon.svg');
    expect([icon.status, icon.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  });

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/assets/%2e%2e/%2e%2e/secret.js',
    '/assets/..\\..\\secret.js',
    '//assets/app-Ab12.js',
    '/assets/app-Ab12.js%00',
    '/assets/app-Ab12.js.br',
    '/assets/app-Ab12.js.map',
    '/assets/app-Ab12.js/',
  ])('lead nowhere at %s', async (path) => {
    expect([400, 404]).toContain(await statusOf(api.url, path));
  });
});

describe('Pages that have not been built', () => {
  it('say how they are', async () => {
    const server = fastify();
    await servePages(server, join(tmpdir(), 'maillage-no-such-folder'));
    const answer = await fetch(`${await server.listen({ host: '127.0.0.1', port: 0 })}/desk`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(await answer.text()).toMatch(/npm run build/);
    await server.close();
  });
});
