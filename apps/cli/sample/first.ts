import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EvidenceFiles,
  projectRoot,
  replaceFile,
  systemClock,
  type Config,
  type Database,
  type Logger,
} from '@maillage/platform';
import { importIndigo } from '../import/index.js';
import type { Session } from '../session.js';
import { LANGUAGES, languageOf, loadCoalition, type Language } from './coalition/index.js';

const INDIGO = join(projectRoot, 'apps', 'cli', 'sample', 'indigo');

export interface FirstSampleOptions {
  readonly config: Config;
  readonly database: Database;
  readonly execute: Session['execute'];
  /** Whether the ledger holds nothing yet. */
  readonly empty: boolean;
  readonly logger: Logger;
  /** Whose settings say which language is spoken, where none was begun in. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Fills an empty ledger: with the fictional coalition, where the database is the embedded one, and with real projects. What
 * an earlier start was cut off in it goes on with, in the language that was begun in; a file beside the embedded database
 * says so, since half a sample looks like a ledger in use.
 * @returns whether anything was recorded.
 * @throws {Interrupted} by `execute`; the next start goes on.
 */
export async function loadFirstSample({
  config,
  empty,
  env = process.env,
  ...rest
}: FirstSampleOptions): Promise<boolean> {
  const { database, execute, logger } = rest;
  // Never unasked into a database of somebody's own, where the coalition would stay.
  if (config.database.url !== undefined) {
    if (empty) await loadIndigo(execute, logger);
    return empty;
  }
  const underWay = join(config.dataDir, `sample-under-way.${config.database.schema}`);
  const begun = await begunIn(underWay);
  if (!empty && begun === undefined) return false;
  const language = begun ?? languageOf(env);
  if (begun === undefined) await replaceFile(underWay, language);
  // The coalition first, since it tells of the past.
  const files = new EvidenceFiles(database, config.evidence);
  const { events } = await loadCoalition({ execute, database, files, language });
  logger.info({ events }, 'a fictional coalition was recorded in a new ledger');
  await loadIndigo(execute, logger);
  await rm(underWay);
  return true;
}

async function loadIndigo(execute: Session['execute'], logger: Logger): Promise<void> {
  const { totals } = await importIndigo(INDIGO, { execute, at: systemClock.now() });
  logger.info({ events: totals.events }, 'a small sample of real projects was imported');
}

async function begunIn(path: string): Promise<Language | undefined> {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as { readonly code?: string }).code === 'ENOENT') return undefined;
    throw error;
  });
  return LANGUAGES.find((language) => language === content?.trim());
}
