import type { RecordedEvent } from './envelope.js';
import { dateOf, type CalendarDate } from './time.js';

/** Where an event was recorded, when, and on whose behalf. */
export type Provenance = Pick<RecordedEvent, 'stream' | 'actor' | 'recordedAt'>;

/** The fields of an event's data that hold such a value. */
export type FieldOf<Data, Value> = {
  [Field in keyof Data & string]: Data[Field] extends Value ? Field : never;
}[keyof Data & string];

/** A value that a field of the data holds, or that follows from the data and from where it was recorded. */
export type Told<Data, Value> = FieldOf<Data, Value> | ((data: Data, recorded: Provenance) => Value);

/** What was told, as its readers take it, whichever way that was. */
export interface Reading<Value> {
  /** The field that was named; absent where a function was given. */
  readonly field?: string;
  readonly of: (data: unknown, recorded: Provenance) => Value;
}

export function readingOf<Data, Value>(told: Told<Data, Value>): Reading<Value> {
  if (typeof told === 'function') return { of: (data, recorded) => told(data as Data, recorded) };
  return { field: told, of: (data) => fieldOf(data, told) as Value };
}

export function fieldOf(data: unknown, field: string): unknown {
  return (data as Readonly<Record<string, unknown>>)[field];
}

/** The day an event speaks of: the `on` of its data or, where that has none, the UTC day on which it was recorded. */
export function dayOf(data: unknown, { recordedAt }: Pick<Provenance, 'recordedAt'>): CalendarDate {
  const on = fieldOf(data, 'on');
  return typeof on === 'string' ? on : dateOf(recordedAt);
}
