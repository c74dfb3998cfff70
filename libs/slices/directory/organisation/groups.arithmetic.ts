import type { z } from 'zod';
import { enumeration, plusDays, streamOf, type CalendarDate } from '@maillage/kernel';

// Who counts as one with whom. Everything about control groups that turns on a day is worked out here, for deciders and
// for queries alike.

/** So many days back two organisations that shared a control group still count as one. */
export const LOOK_BACK_DAYS = 365;

export const membershipBasis = enumeration(
  'GroupMembershipBasis',
  'What it rests on that an organisation belongs to a group.',
  {
    AGREED: 'On the word of both sides; in entries from before that was asked, on that of one.',
    ASSERTED: 'On a public register, by the operator’s word, which neither side contested in time.',
    DUPLICATE: 'Both records are of one body, by the operator’s word.',
  },
);
export type Basis = z.output<typeof membershipBasis>;

/** That an organisation belonged to a control group, from one day to another, both included; null while it does. */
export interface Membership {
  readonly organisationId: string;
  /** The ultimate parent's id; of a duplicate, that of the one kept. */
  readonly controlGroupId: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

export interface FoundedMembership extends Membership {
  readonly basis: Basis;
}

/** The one name under which everybody who counts as one with an organisation is known. */
export type GroupOf = (organisationId: string) => string;

/**
 * Who counts as one group on a day: whoever shared a control group at any time in the 365 days before, that day included,
 * and whoever is thereby connected. Each group is known by the least id in it, so that the order of memberships names no
 * other.
 */
export function groupsOn(memberships: readonly Membership[], on: CalendarDate): GroupOf {
  const above = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    for (let at = id; at !== root;) {
      const next = above.get(at) ?? root;
      above.set(at, root);
      at = next;
    }
    return root;
  };
  const since = plusDays(on, -LOOK_BACK_DAYS);
  for (const { organisationId, controlGroupId, from, until } of memberships) {
    if (from > on || (until !== null && until < since)) continue;
    const [one, other] = [rootOf(organisationId), rootOf(controlGroupId)];
    if (one < other) above.set(other, one);
    else if (other < one) above.set(one, other);
  }
  return rootOf;
}

/** Whoever has memberships that somebody keeps: a decider's state, or a row. */
export interface Grouped {
  readonly id: string;
  readonly memberships: readonly Membership[];
}

/** Everybody who is connected with some organisations, however far back: what the views tell of them. */
export interface Connections {
  readonly memberships: readonly Membership[];
}

/** The name by which deciders consult the connections of these. */
export function connectionsOf(ids: readonly string[]): string {
  return streamOf('connections', [...new Set(ids)].sort().join(','));
}

/**
 * The one question: whether two organisations count as one group on a day, by whomever they are tied. What their own streams
 * say of the two is newer than what the views do.
 * @param connections of one of them at least.
 */
export function sameGroup(a: Grouped, b: Grouped, on: CalendarDate, connections: Connections): boolean {
  const others = connections.memberships.filter(({ organisationId: id }) => id !== a.id && id !== b.id);
  const groupOf = groupsOn([...a.memberships, ...b.memberships, ...others], on);
  return groupOf(a.id) === groupOf(b.id);
}

/** The ultimate parent on a day; the organisation itself while it stands by itself. */
export function parentOn({ id, memberships }: Grouped, on: CalendarDate): string {
  return membershipOn(memberships, on)?.controlGroupId ?? id;
}

/** The membership in force at the end of a day; what makes two records one body is none. */
export function membershipOn<Of extends Membership & { readonly basis?: Basis }>(
  memberships: readonly Of[],
  on: CalendarDate,
): Of | undefined {
  return memberships.findLast(
    ({ basis, from, until }) => basis !== 'DUPLICATE' && from <= on && (until === null || until > on),
  );
}

/** As they follow one another: whatever it belonged to ends on the day on which the next begins, at the latest. */
export function oneAfterAnother(joined: readonly FoundedMembership[]): readonly FoundedMembership[] {
  const inOrder = [...joined].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return inOrder.map((each, index) => {
    if (each.basis === 'DUPLICATE') return each;
    const next = inOrder.slice(index + 1).find(({ basis }) => basis !== 'DUPLICATE');
    if (next === undefined || (each.until !== null && each.until <= next.from)) return each;
    return { ...each, until: next.from };
  });
}

/** Without any that is in force on that day, but for what makes two records one body; what begins later stays. */
export function leaving(joined: readonly FoundedMembership[], on: CalendarDate): readonly FoundedMembership[] {
  return joined.map((each) =>
    each.basis === 'DUPLICATE' || each.from > on || each.until !== null ? each : { ...each, until: on },
  );
}
