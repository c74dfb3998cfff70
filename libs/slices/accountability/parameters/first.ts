import { randomUUID } from 'node:crypto';
import { dateOf, isRefusal, LEDGER_ACTOR, type CalendarDate, type Clock, type Command } from '@maillage/kernel';
import { VERSION_1, VERSION_2, type Parameters } from '../reputation/parameters.js';
import { REPUTATION } from './decider.js';
import type { Adoption } from './events.js';

/** Before any day that somebody may ask about. */
const ALWAYS = '0001-01-01';

/**
 * What is adopted when the ledger first starts: what was answered before goes on being answered by version 1, and from that
 * day on version 2 holds.
 */
export function firstSets(today: CalendarDate): readonly Adoption[] {
  return [
    set(VERSION_1, ALWAYS, 'The formula that reputation was computed with before its parameters were kept in the log.'),
    set(
      VERSION_2,
      today,
      'A voice is earned from accredited evaluators and not by how often a friend says yes; saying it again adds little.',
    ),
  ];
}

/**
 * Has them adopted, unless that was done before.
 * @param execute takes a command to the log.
 * @throws {Error} where the command is refused for any other reason.
 */
export async function beginReputation(execute: (command: Command) => Promise<unknown>, clock: Clock): Promise<void> {
  const at = clock.now();
  const result = await execute({
    type: 'BeginReputation',
    id: REPUTATION,
    data: { sets: firstSets(dateOf(at)) },
    commandId: randomUUID(),
    actor: { organisation: LEDGER_ACTOR },
    scopes: ['write', 'operator'],
    at,
  });
  if (isRefusal(result) && result.code !== 'ALREADY_ADOPTED') {
    throw new Error(`The parameters of reputation were refused: ${result.message}`);
  }
}

function set({ version, ...parameters }: Parameters, from: CalendarDate, reason: string): Adoption {
  return { version, parameters, from, reason };
}
