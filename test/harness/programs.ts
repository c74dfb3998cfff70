import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { told } from './told.js';

/**
 * A file of the project as something Node runs: `program('apps/cli/main.ts')`. All are compiled once for a whole run, by the
 * global set-up (`compiled.js`), over packages in one file (`dependencies.js`).
 */
export function program(source: string): string {
  return join(told('TEST_PROGRAMS'), source.replace(/ts$/, 'js'));
}

/** The same over the packages as they are installed, where it is these that matter; it takes longer to start. */
export function installedProgram(source: string): string {
  return join(told('TEST_INSTALLED_PROGRAMS'), source.replace(/ts$/, 'js'));
}

/** The same as arguments of Node; what the program sends to a database is watched as in the test itself. */
export function watchedProgram(source: string): readonly string[] {
  return ['--import', importable('test/harness/statements/child.ts'), program(source)];
}

/** The same, to be imported by a script that is given to Node as text. */
export function importable(source: string): string {
  return pathToFileURL(program(source)).href;
}
