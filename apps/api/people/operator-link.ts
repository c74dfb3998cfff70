import type { Clock } from '@maillage/kernel';
import { OperatorLinks, type Config, type Database } from '@maillage/platform';

interface Said {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  /** Where this server listens. */
  readonly url: string;
  readonly say: ((line: string) => void) | undefined;
}

/** Where nobody administers the organisation that operates the ledger, how to be the first: told at each start, kept nowhere. */
export async function sayOperatorLink({ config, database, clock, url, say = print }: Said): Promise<void> {
  const { operator } = config.registration;
  if (operator === undefined) return;
  const token = await new OperatorLinks(database, clock).issue(operator);
  if (token === undefined) return;
  // No device signs anybody in at an IP address.
  const link = `${config.publicUrl ?? url.replace('127.0.0.1', 'localhost')}/operator#token=${token}`;
  say(`Nobody operates this ledger yet. Whoever opens this link within a day, once, does: ${link}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
