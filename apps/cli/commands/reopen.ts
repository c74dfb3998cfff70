import { isRefusal, LEDGER_ACTOR } from '@maillage/kernel';
import {
  LastSignedUnreadable,
  ReopenRefused,
  reopenLog,
  SealMisconfigured,
  trustDatabase,
  type Reopening,
} from '@maillage/ledger';
import { systemClock, type Config } from '@maillage/platform';
import { v5 as uuidv5 } from 'uuid';
import { logKey } from '../../host/sealing.js';
import { withSession, type Session } from '../session.js';
import { UsageError } from '../usage.js';

export interface ReopenOptions {
  readonly reason: string;
  readonly trustDatabase: boolean;
}

/** Names the command that records a reopening, so that one that was cut short is recorded once. */
const REOPENING_NAMESPACE = '3c1f5f6e-6a0f-5d3b-8a55-2f1f0c9f7f0a';

/**
 * What only an operator may decide: to let a log go on that does not continue what was signed. It does so under a new
 * name, for the old one has promised otherwise, and says so in the log itself.
 */
export async function reopenCommand(config: Config, options: ReopenOptions): Promise<number> {
  try {
    return await withSession(config, (session) => reopen(config, session, options));
  } catch (error) {
    const expected = [ReopenRefused, SealMisconfigured, LastSignedUnreadable].some((type) => error instanceof type);
    throw expected ? new UsageError((error as Error).message, { cause: error }) : error;
  }
}

async function reopen(config: Config, session: Session, options: ReopenOptions): Promise<number> {
  const { database } = session;
  const { stateDir } = config.seal;
  const key = await logKey(config, { make: true });
  if (options.trustDatabase) {
    await trustDatabase(database, key, stateDir);
    process.stdout.write('The log takes events again, on the word of its database alone.\n');
    return 0;
  }
  const { previousOrigin, previousSize, keptPosition } = await reopenLog(database, key, stateDir, (reopening) =>
    recordReopening(session, reopening, options.reason),
  );
  process.stdout.write(
    `The log goes on as ${key.name} after position ${keptPosition}; ${previousOrigin} had signed ${previousSize}. ` +
      `It is on record as LogReopened. Its new key, for auditors and witnesses:\n${key.vkey}\n`,
  );
  return 0;
}

async function recordReopening({ execute }: Session, reopening: Reopening, reason: string): Promise<void> {
  const result = await execute({
    type: 'ReopenLog',
    id: 'log',
    data: { ...reopening, reason },
    commandId: uuidv5(
      `${reopening.previousOrigin} ${reopening.previousSize} ${reopening.keptPosition}`,
      REOPENING_NAMESPACE,
    ),
    actor: { organisation: LEDGER_ACTOR },
    scopes: ['write', 'operator'],
    at: systemClock.now(),
  });
  // Under this id it is on record already, perhaps with another reason.
  if (isRefusal(result) && result.code !== 'COMMAND_ID_REUSED')
    throw new UsageError(`The reopening could not be recorded: ${result.message}`);
}
