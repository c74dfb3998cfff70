import { explain } from './explain/explain.js';
import { openHouse } from './explain/house.js';

/** `npm run explain -- <Command|Node>`: prints what a definition becomes. Exits with 1 where there is none of that name. */
async function main([name, ...others]: readonly string[]): Promise<void> {
  if (name === undefined || others.length > 0) {
    throw new Error('Name one command or one type of the API: npm run explain -- MakeCommitment');
  }
  process.stdout.write(explain(name, await openHouse()));
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
