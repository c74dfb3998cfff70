import { randomUUID } from 'node:crypto';
import type { Follows } from '@maillage/engine';
import { dateOf, isRefusal, LEDGER_ACTOR, type Refusal } from '@maillage/kernel';
import { dissolvedParties } from './dissolved.queries.js';

/** What the views tell late, the log knows already. */
const DONE = ['ALREADY_ANSWERED', 'COMMITMENT_WITHDRAWN'];

/**
 * Has those that exist no more let go of what they had promised or were promised, and their successors asked. One promise
 * where that is refused holds up no other.
 * @throws {AggregateError} at the end, where it was refused for any other reason than that it was done.
 */
export const releaseThoseDissolved: Follows = async ({ execute, database, clock }) => {
  const at = clock.now();
  const faults: Error[] = [];
  const parties = await dissolvedParties.run(database, { on: dateOf(at) });
  for (const { commitment_id: id, organisation_id: organisationId } of parties) {
    const result = await execute({
      type: 'ReleaseDissolved',
      id,
      data: { organisationId },
      commandId: randomUUID(),
      actor: { organisation: LEDGER_ACTOR },
      scopes: ['write', 'operator'],
      at,
    });
    if (isRefusal(result) && !DONE.includes(result.code)) faults.push(refused(organisationId, id, result));
  }
  if (faults.length > 0) throw new AggregateError(faults, faults.map(({ message }) => message).join(' '));
};

function refused(organisationId: string, id: string, { message }: Refusal): Error {
  return new Error(`${organisationId} was not let go of commitment ${id}: ${message}`);
}
