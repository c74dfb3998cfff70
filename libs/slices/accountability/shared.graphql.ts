import { GraphQLError } from 'graphql';
import { calendarDate, today, type CalendarDate } from '@maillage/kernel';
import type { GraphqlContext } from '@maillage/engine';

/** A row's amount with its unit, or null where it has none. */
export function quantityOf({ amount, unit }: { readonly amount: string | null; readonly unit: string | null }) {
  return amount === null || unit === null ? null : { amount, unit };
}

/** The argument of what is told as of a day. */
export const onDate = {
  on: calendarDate.optional().describe('As things stood on that day; today, in UTC, if left out.'),
};

/** The date asked about; today where none is. @throws {GraphQLError} for one the calendar does not have. */
export function dateAsked(
  { on }: { readonly on?: string | null | undefined },
  { clock }: Pick<GraphqlContext, 'clock'>,
  path = 'on',
): CalendarDate {
  return on === undefined || on === null ? today(clock) : dateGiven(on, path);
}

/** @throws {GraphQLError} for a date the calendar does not have. */
export function dateGiven(text: string, path: string): CalendarDate {
  const date = calendarDate.safeParse(text);
  if (date.success) return date.data;
  throw new GraphQLError(`${path}: ${date.error.issues[0]?.message ?? 'is not a date'}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
