import { plusDays, type CalendarDate } from '@maillage/kernel';
import { AMENDMENT_DAYS } from '../commitment/events/promise.events.js';

// Whom a promise binds, and since when.

type Days = Readonly<Record<string, CalendarDate>>;

export interface Bound {
  /** By promisor that is bound: since when. */
  readonly boundOn: Days;
  /** By promisor that ever was: the first day. What it gave since delivers, whatever others changed. */
  readonly firstBoundOn: Days;
  /** By promisor that a change of others asks anew: since when it was bound, and the day of the change. */
  readonly askedAnew: Readonly<Record<string, { readonly boundOn: CalendarDate; readonly on: CalendarDate }>>;
}

/** Whom making it binds, from that day: the promisors that accepted with it. */
export function boundBy(
  day: CalendarDate,
  {
    promisorIds,
    acceptedBy,
    reported,
  }: { readonly promisorIds: readonly string[]; readonly acceptedBy: readonly string[]; readonly reported: boolean },
): Bound {
  const bound = reported ? [] : promisorIds.filter((id) => acceptedBy.includes(id));
  const boundOn = Object.fromEntries(bound.map((id) => [id, day]));
  return { boundOn, firstBoundOn: boundOn, askedAnew: {} };
}

/**
 * With whoever accepted the terms in force; what is accepted once it was due never counts. Who was asked anew is bound as
 * before where it answers within the time of a change: it would else choose, once it sees how it goes, whether it was bound.
 */
export function boundWith(
  { boundOn, firstBoundOn, askedAnew }: Bound,
  accepting: {
    readonly by: string;
    readonly day: CalendarDate;
    readonly dueOn: CalendarDate | null;
    readonly promisorIds: readonly string[];
    readonly reported: boolean;
  },
): Bound {
  const { by, day, dueOn, promisorIds, reported } = accepting;
  const binds = !reported && promisorIds.includes(by) && boundOn[by] === undefined && (dueOn === null || day < dueOn);
  if (!binds) return { boundOn, firstBoundOn, askedAnew };
  const before = askedAnew[by];
  const since = before !== undefined && day <= plusDays(before.on, AMENDMENT_DAYS) ? before.boundOn : day;
  return { boundOn: { ...boundOn, [by]: since }, firstBoundOn: { [by]: day, ...firstBoundOn }, askedAnew };
}

/** Once a change is in force that only these accepted: no promisor is bound by more than it accepted. */
export function boundUnder(
  acceptedBy: readonly string[],
  { boundOn, firstBoundOn, askedAnew }: Bound,
  on: CalendarDate,
): Bound {
  const days = Object.entries(boundOn);
  const asked = days.filter(([id]) => !acceptedBy.includes(id));
  return {
    boundOn: Object.fromEntries(days.filter(([id]) => acceptedBy.includes(id))),
    firstBoundOn,
    askedAnew: { ...askedAnew, ...Object.fromEntries(asked.map(([id, since]) => [id, { boundOn: since, on }])) },
  };
}
