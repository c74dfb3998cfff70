import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { projectRoot } from '@maillage/platform';
import { progress, type Figure } from './report.js';

/** Words a minute, as people type who do not write for a living. */
const TYPING = 40;
/** In seconds, from the first page to a mission that is declared, and from an invitation to a promise that is recorded. */
const AT_MOST: Readonly<Record<string, number>> = { coordinator: 12 * 60, partner: 4 * 60 };
const TOLD = /^(coordinator|partner)( [a-z]+)?: (\d+) s$/;

/** How long people take to set up a mission on the pages, and to join it: what the spec of that journey does, typed as people type. */
export async function journey(): Promise<readonly Figure[]> {
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest.js');
  const args = ['--forceExit', '--runTestsByPath', 'test/web/setting-up.spec.ts', '--testNamePattern', 'in fr'];
  const child = spawn(process.execPath, [jest, ...args], {
    cwd: projectRoot,
    env: { ...process.env, TYPING: String(TYPING) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The journey did not come to its end:\n${output}`);
  return output.split('\n').flatMap((line) => {
    const [, who = '', which = '', seconds] = TOLD.exec(line) ?? [];
    const atMost = AT_MOST[who];
    if (atMost === undefined) return [];
    progress(line);
    const name = `${who}${which}, ${TYPING} words a minute, in French on a phone`;
    return [{ section: 'journey', name, value: Number(seconds), unit: 's', expected: { atMost } }];
  });
}
