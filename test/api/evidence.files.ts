import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ledgerEnvironment, type TestApi } from '../harness/api.js';

export interface Uploaded {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON answered. */
  readonly body: any;
}

/** A form with one file, as browsers and curl send it. */
export async function upload(
  url: string,
  key: string | undefined,
  content: Buffer | string,
  name: string,
  type = 'application/octet-stream',
): Promise<Uploaded> {
  const form = new FormData();
  form.append('file', new Blob([content], { type }), name);
  return answered(await fetch(`${url}/evidence`, { method: 'POST', headers: bearer(key), body: form }));
}

export async function answered(response: Response): Promise<Uploaded> {
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export function bearer(key: string | undefined): Record<string, string> {
  return key === undefined ? {} : { authorization: `Bearer ${key}` };
}

/** The same form as text, for requests that go wrong half-way. */
export function formWith(content: Buffer | string, boundary = randomUUID()) {
  const head =
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="report.txt"\r\n` +
    'content-type: text/plain\r\n\r\n';
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

export function evidenceFolder(api: TestApi): string {
  return join(ledgerEnvironment(api.databaseUrl)['MAILLAGE_DATA_DIR'] ?? '', 'evidence');
}

/** Every file below the folder the server keeps evidence in, drafts too. */
export async function filesOnDisk(api: TestApi): Promise<readonly string[]> {
  const entries = await readdir(evidenceFolder(api), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

export function sha256Of(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
