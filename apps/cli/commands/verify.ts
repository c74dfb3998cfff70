import { readFile, stat } from 'node:fs/promises';
import { Database, OwnSession, type Config } from '@maillage/platform';
import { parseNote, parsePolicy, parseVerifierKey, SourceUnreadable, VerificationError } from '@maillage/verifier';
import type pg from 'pg';
import { lifetime, type Life } from '../../host/lifetime.js';
import { progress } from '../progress.js';
import { DatabaseUnusable, openDatabase } from '../database.js';
import { UsageError } from '../usage.js';
import { databaseSource } from '../verify/database.js';
import { folderSource } from '../verify/folder.js';
import { httpSource } from '../verify/http.js';
import { examine, sizeOf, type Given } from '../verify/examine.js';
import { Memory } from '../verify/memory.js';
import { asJson, asText } from '../verify/report.js';
import type { Source } from '../verify/source.js';
import { checkingThreads } from '../verify/threads.js';

export interface VerifyCommandOptions {
  readonly key?: string;
  readonly policy?: string;
  readonly checkpoint: readonly string[];
  readonly receipt: readonly string[];
  readonly schema?: string;
  readonly structureOnly: boolean;
  readonly forget: boolean;
  /** False with --no-remember. */
  readonly remember: boolean;
  readonly json: boolean;
}

/** Checks a whole ledger, and says whether it is valid or what its first fault is. */
export async function verifyCommand(
  config: Config,
  place: string | undefined,
  options: VerifyCommandOptions,
): Promise<number> {
  const given = await givenBy(options);
  const { forget, remember, structureOnly } = options;
  const bar = progress('verify');
  try {
    const outcome = await lifetime(async (life) => {
      const source = await opened(config, place, options, life);
      const onProgress = (done: bigint, of: bigint) => bar.update(Number(done), Number(of));
      return examine(source, given, new Memory(config.dataDir), {
        forget,
        remember,
        structureOnly,
        threads: checkingThreads(),
        signal: life.interrupted,
        onProgress,
      });
    });
    bar.end();
    process.stdout.write(options.json ? asJson(outcome) : asText(outcome));
    return outcome.valid ? 0 : 1;
  } catch (error) {
    if (!(error instanceof SourceUnreadable) && !(error instanceof DatabaseUnusable)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 3;
  } finally {
    bar.end();
  }
}

/** What the auditor brings along, read before the ledger is. @throws {UsageError} */
async function givenBy({ key, policy, checkpoint, receipt }: VerifyCommandOptions): Promise<Given> {
  const checked = async <T>(file: string, check: (text: string) => T): Promise<T> => {
    try {
      return check(await readFile(file, 'utf8'));
    } catch (error) {
      throw new UsageError(`${file} cannot be used: ${(error as Error).message}`, { cause: error });
    }
  };
  try {
    if (key !== undefined) parseVerifierKey(key);
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    throw new UsageError(`--key: ${error.message}`, { cause: error });
  }
  const note = (text: string) => (parseNote(text), text);
  return {
    vkey: key,
    policy: policy === undefined ? undefined : await checked(policy, parsePolicy),
    checkpoints: await Promise.all(checkpoint.map((file) => checked(file, (text) => (sizeOf(text), text)))),
    receipts: await Promise.all(receipt.map((file) => checked(file, note))),
  };
}

async function opened(
  config: Config,
  place: string | undefined,
  { schema = config.database.schema }: VerifyCommandOptions,
  life: Life,
): Promise<Source> {
  if (place === undefined) {
    const own = { ...config, database: { ...config.database, schema } };
    const { database } = await openDatabase(own, life, { share: true });
    return databaseSource(await connected(database, life), life.interrupted);
  }
  if (/^postgres(ql)?:\/\//.test(place)) {
    // As whoever the address names: an auditor's login need be no more than a reader.
    const database = new Database({ url: place, schema, poolSize: 2 }, undefined, undefined, 'login');
    await life.open(database, (each) => each.close());
    return databaseSource(await connected(database, life), life.interrupted);
  }
  if (/^https?:\/\//.test(place)) {
    if (!URL.canParse(place)) throw new UsageError(`${place} is not a web address.`);
    return httpSource(place, life.interrupted);
  }
  const found = await stat(place).catch(() => undefined);
  if (found?.isDirectory() === true) return folderSource(place);
  throw new UsageError(
    `${place} is no folder; give a bundle's folder, the http(s) address of a ledger or a postgres:// address.`,
  );
}

async function connected(database: Database, life: Life): Promise<pg.Client> {
  const client = new OwnSession(database.clientConfig());
  // A lost connection shows at the next statement; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    // Where we broke it off, for want of a password say, the connection would keep this process alive.
    void client.end().catch(() => undefined);
    throw new SourceUnreadable(messageOf(error), { cause: error });
  }
  return life.open(client, (each) => each.end());
}

/** Where a host has several addresses, the message is one per address. */
function messageOf(error: unknown): string {
  const causes = error instanceof AggregateError ? (error.errors as Error[]) : [error as Error];
  return `The database cannot be reached: ${causes.map(({ message }) => message).join('; ')}.`;
}
