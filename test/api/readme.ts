import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '@maillage/platform';

export interface ReadmeRequest {
  /** On the server that `npm start` starts. */
  readonly path: string;
  /** By the names of headers, in small letters; `$KEY` stands for an access key. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it is sent. */
  readonly body: string;
}

const CURL =
  /^curl -s http:\/\/localhost:3000(?<path>\S*)(?<headers>(?: -H (?:"[^"]*"|'[^']*'))*) -d '(?<body>[^']*)'$/gm;
const HEADER = /-H ["'](?<name>[^:]*): (?<value>[^"']*)["']/g;

/** What the README tells a newcomer to send by curl, in its order. */
export async function readmeRequests(): Promise<readonly ReadmeRequest[]> {
  const text = await readFile(join(projectRoot, 'README.md'), 'utf8');
  return [...text.matchAll(CURL)].map(({ groups: { path = '', headers = '', body = '' } = {} }) => ({
    path,
    headers: Object.fromEntries(
      [...headers.matchAll(HEADER)].map(({ groups: { name = '', value = '' } = {} }) => [name.toLowerCase(), value]),
    ),
    body,
  }));
}
