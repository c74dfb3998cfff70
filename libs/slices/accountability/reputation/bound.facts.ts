import type { CalendarDate } from '@maillage/kernel';

// Whom a promise binds, and since when.

/** Whom making it binds, from that day: the promisors that accepted with it. */
export function boundBy(
  day: CalendarDate,
  {
    promisorIds,
    acceptedBy,
    reported,
  }: { readonly promisorIds: readonly string[]; readonly acceptedBy: readonly string[]; readonly reported: boolean },
): Readonly<Record<string, CalendarDate>> {
  const bound = reported ? [] : promisorIds.filter((id) => acceptedBy.includes(id));
  return Object.fromEntries(bound.map((id) => [id, day]));
}

/** With whoever accepted the terms in force; what is accepted once it was due never counts. */
export function boundWith(
  boundOn: Readonly<Record<string, CalendarDate>>,
  accepting: {
    readonly by: string;
    readonly day: CalendarDate;
    readonly dueOn: CalendarDate | null;
    readonly promisorIds: readonly string[];
    readonly reported: boolean;
  },
): Readonly<Record<string, CalendarDate>> {
  const { by, day, dueOn, promisorIds, reported } = accepting;
  const binds = !reported && promisorIds.includes(by) && boundOn[by] === undefined && (dueOn === null || day < dueOn);
  return binds ? { ...boundOn, [by]: day } : boundOn;
}
