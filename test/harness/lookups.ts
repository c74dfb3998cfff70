import type { Slice } from '@maillage/engine';
import { ownerOf, streamOf } from '@maillage/kernel';
import type { Connections, OrganisationState } from '@maillage/directory';
import { ROLES } from '@maillage/missions';

/** What deciders ask the views for, by the first part of its name, where nothing stands in anybody's way. */
const NOTHING: Readonly<Record<string, unknown>> = {
  subsidiaries: { names: [] },
  duplicates: { names: [] },
  disputes: { open: 0, settled: false },
  objections: { open: 0, settled: false },
};

/** Whether a decider asks the views by such a name. */
export function isLookup(stream: string): boolean {
  return ownerOf(stream) === 'connections' || NOTHING[ownerOf(stream)] !== undefined;
}

/** What the views tell by it of ties between any of these states, and of limits that nobody has reached. */
export function lookedUp(stream: string, states: Iterable<readonly [string, unknown]>): unknown {
  return NOTHING[ownerOf(stream)] ?? connectionsIn(states);
}

function connectionsIn(states: Iterable<readonly [string, unknown]>): Connections {
  const organisations = [...states].filter(([stream]) => ownerOf(stream) === 'organisation');
  return { memberships: organisations.flatMap(([, state]) => (state as OrganisationState).memberships) };
}

const LOOKUPS = ['connections', ...Object.keys(NOTHING)];

/** What deciders need of a slice beside themselves, where the views that tell it are not there: nothing is in their way. */
export const UNHINDERED: Pick<Slice, 'lookups' | 'readers' | 'roles'> = {
  roles: ROLES,
  lookups: Object.fromEntries(
    LOOKUPS.map((owner) => [
      owner,
      (_: unknown, names: readonly string[]) =>
        Promise.resolve(names.map((name) => lookedUp(streamOf(owner, name), []))),
    ]),
  ),
  readers: { commitment: () => Promise.resolve(true) },
};
