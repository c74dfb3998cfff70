#!/usr/bin/env node
import '../host/production.js';
import { Command, CommanderError } from 'commander';
import { loadConfig } from '@maillage/platform';
import type { SweepOptions } from './commands/evidence.js';
import type { ExportOptions } from './commands/export.js';
import type { ImportIndigoOptions } from './commands/import.js';
import type { CreateKeyOptions } from './commands/keys.js';
import type { CheckMailOptions } from './commands/mail.js';
import type { AdoptParametersOptions } from './commands/parameters.js';
import type { ReceiptKeysOptions } from './commands/receipt-keys.js';
import type { ReopenOptions } from './commands/reopen.js';
import type { ReplayOptions } from './commands/replay.js';
import type { SampleOptions } from './commands/sample.js';
import type { VerifyCommandOptions } from './commands/verify.js';
import type { WitnessCommandOptions } from './commands/witness.js';
import { VERIFY_EXIT_CODES } from './verify/exit-codes.js';

// What a person can mend is said in a sentence; anything else is a fault of ours and keeps its stack. By name, so that a
// command loads no other's code: to verify a bundle takes no server and no engine.
const USAGE = ['UsageError', 'ConfigurationError'];
const PLAIN = [
  ...USAGE,
  'ImportError',
  'RebuildFailed',
  'Interrupted',
  'EmbeddedPostgresError',
  'PortUnavailable',
  'DatabaseUnusable',
  'LogClosed',
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

/** Of commands that serve, or make what servers begin with: where something is missing for those, nothing is begun. */
const forServers = () => loadConfig(process.env, { serves: 'sealer' });

program
  .command('start')
  .description('run everything in one process: database, API and projections')
  .option('--no-sample', 'leave an empty ledger empty')
  .action(
    exits(async (options: { sample: boolean }) =>
      (await import('./commands/start.js')).startCommand(forServers(), options),
    ),
  );

program
  .command('migrate')
  .description('bring the database schema and the tables of the views up to date')
  .action(exits(async () => (await import('./commands/migrate.js')).migrateCommand(forServers())));

program
  .command('import')
  .description('record data published elsewhere')
  .command('indigo')
  .description('a folder of CSV files of the INDIGO impact-bond dataset')
  .argument('<dir>', 'the folder')
  .option('--refused <file>', 'where to write the rows that were refused', 'refused.csv')
  .option('--json', 'the report as JSON', false)
  .action(
    exits(async (dir: string, options: ImportIndigoOptions) =>
      (await import('./commands/import.js')).importIndigoCommand(loadConfig(), dir, options),
    ),
  );

program
  .command('sample')
  .description('record a fictional coalition on decent housing in one city, for every page to have something to show')
  .option('--language <code>', 'of its texts, en or fr (default: by LC_ALL, LC_MESSAGES or LANG)')
  .option('--yes', 'also into the database at DATABASE_URL, where it stays for good', false)
  .option('--json', 'the report as JSON', false)
  .action(
    exits(async (options: SampleOptions) =>
      (await import('./commands/sample.js')).sampleCommand(loadConfig(), options),
    ),
  );

program
  .command('status')
  .description('the head of the log and where each view stands')
  .option('--json', 'as JSON', false)
  .action(
    exits(async (options: { json: boolean }) =>
      (await import('./commands/status.js')).statusCommand(loadConfig(), options),
    ),
  );

program
  .command('rebuild')
  .description('fold views from the first event, beside the live ones, and swap them in')
  .argument('<view>', 'the name of a view, or all')
  .action(exits(async (view: string) => (await import('./commands/rebuild.js')).rebuildCommand(loadConfig(), view)));

program
  .command('export')
  .description('write the ledger into a folder that anybody can verify and replay without it')
  .argument('<dir>', 'a new folder, or an empty one')
  .option('--checkpoint <size>', 'of this size, instead of the newest')
  .option('--wait <seconds>', 'how long to wait for a checkpoint that covers the views', '30')
  .action(
    exits(async (dir: string, options: ExportOptions) =>
      (await import('./commands/export.js')).exportCommand(loadConfig(), dir, options),
    ),
  );

program
  .command('verify')
  .description('check a whole ledger, trusting nobody: signatures, witnesses, tree, every event; says the first fault')
  .argument(
    '[source]',
    "a bundle's folder, the http(s) address of a ledger, or a postgres:// address; without it, this ledger's own database",
  )
  .option('--key <vkey>', 'the verifier key that the log must be signed with')
  .option('--policy <file>', 'which witnesses must have cosigned (C2SP tlog-policy)')
  .option('--checkpoint <file>', 'an earlier checkpoint, which the ledger must have grown out of', collected, [])
  .option('--receipt <file>', 'a signed receipt, whose events must be there', collected, [])
  .option('--schema <name>', 'of a database (default: MAILLAGE_SCHEMA)')
  .option('--structure-only', 'leave out whether events make sense together: ids, times, actors, erasures', false)
  .option('--forget', 'leave behind what was remembered of this ledger when it was last found valid', false)
  .option('--no-remember', 'do not remember its key and checkpoint for the next time')
  .option('--json', 'as JSON', false)
  .addHelpText('after', VERIFY_EXIT_CODES)
  .action(
    exits(async (source: string | undefined, options: VerifyCommandOptions) =>
      (await import('./commands/verify.js')).verifyCommand(loadConfig(), source, options),
    ),
  );

program
  .command('replay')
  .description(
    'verify a bundle, compute every view anew from its events alone, and compare; needs nothing but the bundle',
  )
  .argument('<bundle>', 'a folder that maillage export has written')
  .option('--key <vkey>', 'the verifier key that the log must be signed with')
  .option('--at <position>', 'fold up to this event and say what each view comes to')
  .option('--last-attestation', 'of the digests the ledger has recorded, compare with the last alone: quicker', false)
  .option('--json', 'as JSON', false)
  .action(
    exits(async (bundle: string, options: ReplayOptions) =>
      (await import('./commands/replay.js')).replayCommand(bundle, options),
    ),
  );

program
  .command('witness')
  .description("cosign the checkpoints of other people's ledgers, so that none of them can rewrite its log unnoticed")
  .requiredOption('--state <dir>', 'where it keeps what it cosigned, and its key; a folder of its own')
  .option('--name <name>', 'of its key, needed when that is made; such as witness.example.org/w1')
  .option('--key-file <file>', 'its private key, made when it is missing (default: <dir>/key)')
  .option(
    '--log <vkey>',
    "the verifier key of a log to cosign, and behind a space its origin where that is not the key's name; once for each",
    collected,
    [],
  )
  .option('--port <port>', 'where it listens on HOST (default: PORT)')
  .action(
    exits(async (options: WitnessCommandOptions) =>
      (await import('./commands/witness.js')).witnessCommand(loadConfig(), options),
    ),
  );

program
  .command('reopen')
  .description('let a log go on that does not continue what was signed: under a new LOG_ORIGIN, openly recorded')
  .requiredOption('--reason <text>', 'why, for the log itself')
  .option('--trust-database', 'the record outside the database is lost: take what the database says was signed', false)
  .action(
    exits(async (options: ReopenOptions) =>
      (await import('./commands/reopen.js')).reopenCommand(loadConfig(), options),
    ),
  );

program
  .command('mail')
  .description('the mail server that people are written to by')
  .command('check')
  .description('whether it lets us in, and whether mails from MAIL_FROM are taken for ours: SPF, DKIM, DMARC')
  .option('--selector <name>', 'of the key that the mail server signs with (default: DKIM_SELECTOR)')
  .action(
    exits(async (options: CheckMailOptions) =>
      (await import('./commands/mail.js')).checkMailCommand(loadConfig(), options),
    ),
  );

program
  .command('operator')
  .description('who operates the ledger')
  .command('link')
  .description('print a link by which one more person does, or one who lost the device that she signs in with; once')
  .action(exits(async () => (await import('./commands/operator.js')).operatorLinkCommand(loadConfig())));

const parameters = program.command('parameters').description('the constants that reputation is computed with');
parameters
  .command('show')
  .description('print those in force today, as the file that adopt takes')
  .action(exits(async () => (await import('./commands/parameters.js')).showParametersCommand(loadConfig())));
parameters
  .command('adopt')
  .description('compute with others from a day on, at least 30 days ahead: on record, for good')
  .requiredOption('--file <json>', 'all of them, as show prints them')
  .requiredOption('--from <day>', 'the first day that is computed with them, as 2027-01-31')
  .requiredOption('--reason <text>', 'why; public')
  .action(
    exits(async (options: AdoptParametersOptions) =>
      (await import('./commands/parameters.js')).adoptParametersCommand(loadConfig(), options),
    ),
  );

const evidence = program.command('evidence').description('files of evidence, kept beside the log by their hash');
evidence
  .command('erase')
  .description('delete a file for good; the records that name it keep its hash')
  .argument('<sha256>', 'the hash of its content, as in its address')
  .requiredOption('--reason <text>', 'why; kept with the hash, and not published')
  .action(
    exits(async (sha256: string, options: { reason: string }) =>
      (await import('./commands/evidence.js')).eraseEvidenceCommand(loadConfig(), sha256, options),
    ),
  );
evidence
  .command('sweep')
  .description('delete uploads that no record refers to')
  .option('--older-than-hours <hours>', 'what was uploaded or named since stays', '24')
  .option('--json', 'as JSON', false)
  .action(
    exits(async (options: SweepOptions) =>
      (await import('./commands/evidence.js')).sweepEvidenceCommand(loadConfig(), options),
    ),
  );

const keys = program
  .command('keys')
  .description('access keys of organisations, the key the log is signed with, and those for receipts');
keys
  .command('log')
  .description('print the public half of the log’s key; the key is made if there is none')
  .action(exits(async () => (await import('./commands/log-key.js')).logKeyCommand(forServers())));
keys
  .command('receipts')
  .description('list the keys that servers sign receipts with, as the log has them; revoke one, on record')
  .option('--revoke <key>', 'one that is listed, as where it was stolen')
  .option('--reason <text>', 'why; public')
  .option('--json', 'as JSON', false)
  .action(
    exits(async (options: ReceiptKeysOptions) =>
      (await import('./commands/receipt-keys.js')).receiptKeysCommand(loadConfig(), options),
    ),
  );
keys
  .command('create')
  .description('make a key and print it, once')
  .option('--organisation <id>', 'whose key it is')
  .option('--register <name>', 'register a new organisation of this name first')
  .option('--sector <sector>', 'of a new organisation', 'UNDECLARED')
  .option('--label <text>', 'what the key is for', 'command line')
  .option('--scopes <list>', 'some of read,write,operator', 'read,write')
  .option('--expires <date>', 'the last day it works')
  .option('--json', 'as JSON', false)
  .action(
    exits(async (options: CreateKeyOptions) =>
      (await import('./commands/keys.js')).createKeyCommand(loadConfig(), options),
    ),
  );
keys
  .command('list')
  .option('--json', 'as JSON', false)
  .action(
    exits(async (options: { json: boolean }) =>
      (await import('./commands/keys.js')).listKeysCommand(loadConfig(), options),
    ),
  );
keys
  .command('revoke')
  .argument('<key>', 'the id of a key, or the key itself')
  .action(exits(async (id: string) => (await import('./commands/keys.js')).revokeKeyCommand(loadConfig(), id)));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const plain = error instanceof Error && PLAIN.includes(error.name);
    process.stderr.write(`${plain ? error.message : ((error as Error).stack ?? String(error))}\n`);
    process.exitCode = exitCodeOf(error);
  }
}

/** An option that may be given more than once. */
function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function exitCodeOf(error: unknown): number {
  const { name, exitCode } = error as { readonly name?: string; readonly exitCode?: number };
  if (name === 'Interrupted') return exitCode ?? 1;
  return USAGE.includes(name ?? '') ? 2 : 1;
}
