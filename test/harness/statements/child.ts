// In a process that a test starts: what is sent and not listed is told to the test.
import { appendFileSync } from 'node:fs';
import { UNLISTED_STATEMENTS, watchUnlisted } from './unlisted.js';

const file = process.env[UNLISTED_STATEMENTS];
if (file !== undefined) {
  watchUnlisted((statement) => {
    // At once, as the process may be killed.
    appendFileSync(file, `${JSON.stringify(statement)}\n`);
  });
}
