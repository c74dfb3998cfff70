import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@maillage/platform';
import { slices } from '../../apps/host/slices.js';
import { untidy } from './tidy.rules.js';

const BINARY = /\.(png|ico|woff2?)$/;

/** `npm run tidy`: what no other check looks at. Exits with 1 where something is untidy. */
function main(): void {
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', listed, { cwd: projectRoot, encoding: 'utf8' }).split('\0').filter(Boolean);
  const complaints = untidy({
    files,
    read: (file) => (BINARY.test(file) ? '' : readFileSync(join(projectRoot, file), 'utf8')),
    slices: slices
      .filter(({ name }) => files.some((file) => file.startsWith(`libs/slices/${name}/`)))
      .map(({ name, deciders }) => ({
        folder: name,
        events: deciders.flatMap(({ events }) => Object.keys(events as object)),
      })),
  });
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}

main();
