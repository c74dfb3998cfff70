// A process of its own that writes to the log: `writer.ts <name> <commands> <url>`. It prints `ready`, starts when a line
// comes in, and prints one line of JSON per command: what was appended, or what it came to.
import { once } from 'node:events';
import { Database } from '@maillage/platform';
import { Ledger, type AppendOutcome } from '@maillage/ledger';
import { noted, request, types } from './requests.js';

const [name = '', commands = '0', url = ''] = process.argv.slice(2);
const SHARED = 'note/shared';
const WRITERS = 8;

const database = new Database({ url, schema: 'maillage', poolSize: 4 });
const ledger = new Ledger(database, types);

/** Every third command goes to a stream that all writers share and is decided again after a conflict. */
async function write(number: number): Promise<AppendOutcome> {
  if (number % 3 !== 0) return ledger.append(request({ [`note/${name}-${number}`]: [0n, noted(), noted('twice')] }));
  for (;;) {
    const version = (await ledger.readStream(SHARED)).at(-1)?.version ?? 0n;
    const outcome = await ledger.append(request({ [SHARED]: [version, noted(name)] }));
    if (outcome.outcome !== 'conflict') return outcome;
  }
}

process.stdout.write('ready\n');
await once(process.stdin, 'data');
let next = 0;
await Promise.all(
  Array.from({ length: WRITERS }, async () => {
    while (next < Number(commands)) {
      const outcome = await write(next++);
      const positions =
        outcome.outcome === 'appended' ? outcome.receipt.events.map(({ position }) => `${position}`) : [];
      process.stdout.write(`${JSON.stringify({ outcome: outcome.outcome, positions })}\n`);
    }
  }),
);
await database.close();
process.stdin.destroy();
