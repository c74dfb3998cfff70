import { randomUUID } from 'node:crypto';
import { isRefusal, LEDGER_ACTOR } from '@maillage/kernel';
import { LastSigned, reopenLog, sealRow, type Reopened } from '@maillage/ledger';
import { ConfigurationError, type Config } from '@maillage/platform';
import { logKey } from '../../sealing.js';
import { withSession, type Session } from '../session.js';
import { UsageError } from '../usage.js';

export interface ReopenOptions {
  readonly reason: string;
  readonly trustDatabase: boolean;
}

/**
 * What only an operator may decide: to let a log go on that does not continue what was signed. It does so under a new
 * name, for the old one has promised otherwise, and says so in the log itself.
 */
export async function reopenCommand(config: Config, { reason, trustDatabase }: ReopenOptions): Promise<number> {
  return withSession(config, async (session) => {
    const { database } = session;
    const key = await logKey(config, { make: true });
    const row = await sealRow(database.pool);
    if (row.origin === undefined || row.vkey === undefined) {
      throw new UsageError(
        'This log has signed nothing yet; there is nothing it could contradict, and nothing to reopen.',
      );
    }
    const lastSigned = new LastSigned(config.seal.stateDir, key);
    if (trustDatabase) {
      if ((await lastSigned.read()) !== undefined) {
        throw new UsageError(
          `${lastSigned.path} says what was signed last, so the database need not be trusted; start, and it is compared.`,
        );
      }
      await database.pool.query('select open_log()');
      process.stdout.write('The log takes events again, on the word of its database alone.\n');
      return 0;
    }
    if (row.origin === key.name) {
      throw new UsageError(
        row.open
          ? `The log is open, and signed as ${key.name}; there is nothing to reopen.`
          : `The log cannot go on as ${key.name}: it would contradict what it has signed under that name. Put the right ` +
              'backup in place, or set LOG_ORIGIN to a name that was never used and run this again.',
      );
    }
    const reopened = await reopenLog(database, key, config.seal.stateDir);
    await recordReopening(session, reopened, reason);
    process.stdout.write(
      `The log goes on as ${key.name} after position ${reopened.keptPosition}; ${row.origin} had signed ` +
        `${reopened.previousSize}. It is on record as LogReopened. Its new key, for auditors and witnesses:\n${key.vkey}\n`,
    );
    return 0;
  });
}

async function recordReopening({ execute }: Session, reopened: Reopened, reason: string): Promise<void> {
  const { previousOrigin, previousSize, previousRoot, keptPosition } = reopened;
  const result = await execute({
    type: 'ReopenLog',
    id: 'log',
    data: {
      ...{ previousOrigin, previousRoot: previousRoot.toString('base64'), reason },
      ...{ previousSize: previousSize.toString(), keptPosition: keptPosition.toString() },
    },
    commandId: randomUUID(),
    actor: { organisation: LEDGER_ACTOR },
    scopes: ['write', 'admin'],
    at: new Date().toISOString(),
  });
  if (isRefusal(result)) throw new ConfigurationError(`The reopening could not be recorded: ${result.message}`);
}
