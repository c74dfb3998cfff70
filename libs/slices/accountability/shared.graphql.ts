import { ArgsType, Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { calendarDate, today, type CalendarDate } from '@maillage/kernel';
import { DateScalar, DecimalScalar, localId, type GraphqlContext } from '@maillage/engine';
import { EVIDENCE, KINDS } from './commitment/events.js';

/** What Nest registers as an enum: each value under its own name. */
export function enumOf<Value extends string>(values: readonly Value[]): Readonly<Record<Value, Value>> {
  return Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;
}

export const KindEnum = enumOf(KINDS);
registerEnumType(KindEnum, { name: 'CommitmentKind', description: 'What is promised or given.' });

export const EvidenceEnum = enumOf(EVIDENCE);
registerEnumType(EvidenceEnum, {
  name: 'Evidence',
  description: 'How well a contribution is attested.',
  valuesMap: {
    NONE: { description: 'Recorded by another, and not yet declared by the giver.' },
    DECLARED: { description: 'By the giver.' },
    CORROBORATED: { description: 'By a receiver outside the giver’s control group.' },
    VERIFIED: { description: 'By an evaluator of the mission with no tie to any party.' },
  },
});

@ObjectType('Quantity', { description: 'An amount of one unit. Those of different units are never added up.' })
export class QuantityObject {
  @Field(() => DecimalScalar)
  amount!: string;
  @Field({ description: 'An ISO 4217 currency code, or a unit of the closed list: dwelling, hour, …' })
  unit!: string;

  static of(amount: string | null, unit: string | null): QuantityObject | null {
    return amount === null || unit === null ? null : Object.assign(new QuantityObject(), { amount, unit });
  }
}

@InputType()
export class QuantityInput {
  @Field(() => DecimalScalar, { description: 'More than 0.' })
  amount!: string;
  @Field({ description: 'An ISO 4217 currency code, or a unit of the closed list: dwelling, hour, …' })
  unit!: string;
}

@ObjectType('Source', { description: 'Whence an imported row comes.' })
export class SourceObject {
  @Field()
  dataset!: string;
  @Field({ description: 'Where in the data set.' })
  record!: string;
}

@InputType()
export class SourceInput {
  @Field()
  dataset!: string;
  @Field({ description: 'Where in the data set.' })
  record!: string;
}

@ArgsType()
export class OnArgs {
  @Field(() => DateScalar, { nullable: true, description: 'As things stood on that day; today, in UTC, if left out.' })
  on?: string;
}

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

/** The ids within a type, by their place in the list. @throws {IdError} */
export function localIds(
  type: string,
  globalIds: readonly string[],
  path: readonly (string | number)[],
): readonly string[] {
  return globalIds.map((globalId, index) => localId(type, globalId, [...path, index]));
}
