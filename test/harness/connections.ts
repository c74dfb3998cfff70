import { ownerOf } from '@maillage/kernel';
import type { Connections, OrganisationState } from '@maillage/directory';

/** By whom any organisations are tied, as the views tell it once they have folded all of these states. */
export function connectionsIn(states: Iterable<readonly [string, unknown]>): Connections {
  const organisations = [...states].filter(([stream]) => ownerOf(stream) === 'organisation');
  return { memberships: organisations.flatMap(([, state]) => (state as OrganisationState).memberships) };
}

/** Whether a decider asks the views by such a name. */
export function isLookup(stream: string): boolean {
  return ownerOf(stream) === 'connections';
}
