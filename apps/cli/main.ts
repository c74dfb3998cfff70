#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { RebuildFailed } from '@maillage/engine';
import { ConfigurationError, loadConfig } from '@maillage/platform';
import { EmbeddedPostgresError } from '../../infra/postgres/embedded.js';
import { Interrupted } from '../lifetime.js';
import { PortUnavailable } from '../port.js';
import { importIndigoCommand, type ImportIndigoOptions } from './commands/import.js';
import { createKeyCommand, listKeysCommand, revokeKeyCommand, type CreateKeyOptions } from './commands/keys.js';
import { migrateCommand } from './commands/migrate.js';
import { rebuildCommand } from './commands/rebuild.js';
import { statusCommand } from './commands/status.js';
import { ImportError } from './import/index.js';
import { DatabaseUnusable } from './session.js';
import { UsageError } from './usage.js';

// What a person can mend is said in a sentence; anything else is a fault of ours and keeps its stack.
const PLAIN = [
  ...[UsageError, ConfigurationError, ImportError, RebuildFailed, Interrupted],
  ...[EmbeddedPostgresError, PortUnavailable, DatabaseUnusable],
];

const program = new Command('maillage')
  .description('A collective-impact ledger. Configured by environment variables; see the README.')
  .exitOverride()
  .showHelpAfterError();

/** Each command answers with its exit code: 0 done, 1 something is amiss, 2 it cannot be done as asked. */
const exits = <Args extends unknown[]>(work: (...args: Args) => Promise<number>) => {
  return async (...args: Args) => {
    process.exitCode = await work(...args);
  };
};

program
  .command('start')
  .description('run everything in one process: database, API and projections')
  .option('--no-sample', 'leave an empty ledger empty')
  .action(
    exits(async (options: { sample: boolean }) => {
      // Only here: the other commands need no HTTP server, and begin the sooner without it.
      const { startCommand } = await import('./commands/start.js');
      return startCommand(loadConfig(), options);
    }),
  );

program
  .command('migrate')
  .description('bring the database schema and the tables of the views up to date')
  .action(exits(() => migrateCommand(loadConfig())));

program
  .command('import')
  .description('record data published elsewhere')
  .command('indigo')
  .description('a folder of CSV files of the INDIGO impact-bond dataset')
  .argument('<dir>', 'the folder')
  .option('--refused <file>', 'where to write the rows that were refused', 'refused.csv')
  .option('--json', 'the report as JSON', false)
  .action(exits((dir: string, options: ImportIndigoOptions) => importIndigoCommand(loadConfig(), dir, options)));

program
  .command('status')
  .description('the head of the log and where each view stands')
  .option('--json', 'as JSON', false)
  .action(exits((options: { json: boolean }) => statusCommand(loadConfig(), options)));

program
  .command('rebuild')
  .description('fold views from the first event, beside the live ones, and swap them in')
  .argument('<view>', 'the name of a view, or all')
  .action(exits((view: string) => rebuildCommand(loadConfig(), view)));

const keys = program.command('keys').description('access keys of organisations');
keys
  .command('create')
  .description('make a key and print it, once')
  .option('--organisation <id>', 'whose key it is')
  .option('--register <name>', 'register a new organisation of this name first')
  .option('--sector <sector>', 'of a new organisation', 'UNDECLARED')
  .option('--label <text>', 'what the key is for', 'command line')
  .option('--scopes <list>', 'some of read,write,admin', 'read,write')
  .option('--expires <date>', 'the last day it works')
  .option('--json', 'as JSON', false)
  .action(exits((options: CreateKeyOptions) => createKeyCommand(loadConfig(), options)));
keys
  .command('list')
  .option('--json', 'as JSON', false)
  .action(exits((options: { json: boolean }) => listKeysCommand(loadConfig(), options)));
keys
  .command('revoke')
  .argument('<key>', 'the id of a key, or the key itself')
  .action(exits((id: string) => revokeKeyCommand(loadConfig(), id)));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const plain = PLAIN.some((type) => error instanceof type);
    process.stderr.write(`${plain ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof Interrupted) return error.exitCode;
  return error instanceof UsageError || error instanceof ConfigurationError ? 2 : 1;
}
