import type { Limits } from '@maillage/engine';
import { refuse, type CalendarDate, type Refusal } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import { areOneGroup } from './grouping.queries.js';

// Deciders know the groups of those they name. That two are one by way of a third organisation is found in the views, which
// have everybody's memberships: where an act needs somebody from outside, it is asked here as well. A race may pass it;
// what is said within one group weighs nothing in any figure.

type Judged = (sent: Parameters<Limits>[0], database: Database) => Promise<readonly string[]>;

/** Refuses whoever counts as one group with an organisation that the act speaks of: SAME_CONTROL_GROUP, at `path`. */
export function fromOutside(judged: Judged, path: readonly string[] = []): Limits {
  return async (sent, database, on) => {
    const others = (await judged(sent, database)).filter((id) => id !== sent.actor);
    return refuseTied(sent.actor, others, { database, on, path });
  };
}

interface Asked {
  readonly database: Database;
  readonly on: CalendarDate;
  readonly path: readonly string[];
}

async function refuseTied(
  actor: string,
  others: readonly string[],
  { database, on, path }: Asked,
): Promise<Refusal<'SAME_CONTROL_GROUP'> | undefined> {
  if (others.length === 0) return undefined;
  const keys = others.map((other) => `${actor}/${other}`);
  const alike = await areOneGroup.run(database, { keys, args: { on } });
  return alike.includes(true)
    ? refuse(
        'SAME_CONTROL_GROUP',
        'By way of others, your organisation shares a control group with one that this speaks of, or did within the last 365 days; somebody from outside it must say this.',
        path,
      )
    : undefined;
}
