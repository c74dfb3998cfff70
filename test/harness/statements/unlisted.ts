import { join } from 'node:path';
import { GoldenSql } from '../../../infra/tooling/golden-sql/files.js';
import { watchStatements, type Statement } from '../../../infra/tooling/golden-sql/watch.js';

/** In a process that a test starts: the file to which it adds unlisted statements, a line of JSON each. */
export const UNLISTED_STATEMENTS = 'UNLISTED_STATEMENTS';

/**
 * Tells of each statement that is sent from here on and that no golden file holds.
 * @returns ends it.
 */
export function watchUnlisted(told: (statement: Statement) => void): () => void {
  let golden: GoldenSql | undefined;
  return watchStatements((statement) => {
    // Most specs send none, and need not look for the files. Tests run in the project's folder, and what they start too.
    golden ??= new GoldenSql(join(process.cwd(), 'infra/generated/sql'));
    if (!golden.holds(statement)) told(statement);
  });
}
