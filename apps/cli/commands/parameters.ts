import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dateOf, isRefusal, LEDGER_ACTOR } from '@maillage/kernel';
import { beginReputation, parametersAt, REPUTATION } from '@maillage/accountability';
import { systemClock, type Config } from '@maillage/platform';
import { refuseDoubleKeys, UnacceptableJson } from '../../api/http/json.js';
import { withSession, type Session } from '../session.js';
import { UsageError } from '../usage.js';

export interface AdoptParametersOptions {
  /** As `parameters show` prints them, changed by the operator. */
  readonly file: string;
  readonly from: string;
  readonly reason: string;
}

/** Prints the parameters in force today: the file that `adopt` takes. */
export async function showParametersCommand(config: Config): Promise<number> {
  const inForce = await withSession(config, async (session) => {
    await session.catchUp();
    const args = { position: (await session.ledger.head()).toString(), on: dateOf(systemClock.now()) };
    const [found] = await parametersAt.run(session.database, { keys: [REPUTATION], args });
    return found;
  });
  if (inForce === undefined) throw new Error('No parameters are in force.');
  const { version, ...parameters } = inForce.parameters;
  process.stdout.write(`${JSON.stringify({ version, parameters }, null, 2)}\n`);
  return 0;
}

/** From a day on, reputation is computed with other constants: on record, with notice, and with the reason in public. */
export async function adoptParametersCommand(config: Config, options: AdoptParametersOptions): Promise<number> {
  const { file, from, reason } = options;
  const { version, parameters } = await readSet(file);
  const result = await withSession(config, async (session) => {
    await begun(session);
    return session.execute({
      type: 'AdoptReputationParameters',
      id: REPUTATION,
      data: { version, parameters, from, reason },
      commandId: randomUUID(),
      actor: { organisation: LEDGER_ACTOR },
      scopes: ['write', 'operator'],
      at: systemClock.now(),
    });
  });
  if (isRefusal(result)) throw new UsageError(result.message);
  process.stdout.write(`Adopted: reputation is computed with ${file} from ${from} on. Answers of before stay.\n`);
  return 0;
}

/** On a ledger that was never started, what every ledger begins with goes first. */
async function begun({ execute }: Session): Promise<void> {
  await beginReputation(execute, systemClock);
}

/** What is in it is judged by the command's own rules; here only that it is JSON, and of the form that `show` prints. */
async function readSet(file: string): Promise<{ readonly version: unknown; readonly parameters: unknown }> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  });
  const set = parsed(file, text);
  const keys = typeof set === 'object' && set !== null ? Object.keys(set).sort() : [];
  if (keys.join() !== 'parameters,version') {
    throw new UsageError(
      `${file} is not {"version": …, "parameters": {…}} in JSON; \`parameters show\` prints one to begin with.`,
    );
  }
  return set as { readonly version: unknown; readonly parameters: unknown };
}

function parsed(file: string, text: string): unknown {
  try {
    refuseDoubleKeys(text);
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof UnacceptableJson) throw new UsageError(`${file}: ${error.message}`);
    return undefined;
  }
}
