/** What an event says of itself beside its data, for whatever is built from all slices: timeline, shared members and so on. */

/** Where an event was recorded, and on whose behalf. */
export interface Provenance {
  readonly stream: string;
  readonly actor: { readonly organisation: string };
}

/** In whose name events are recorded. A closed list. */
export const AUTHORSHIPS = [
  /** An organisation's: who records for two of them is a member they share. */
  'ORGANISATION',
  /** A resident's own voice: whoever lends it a way into the log is not thereby tied to anybody. */
  'RESIDENT',
  /** Upkeep of the log itself, whoever does it: it says nothing of who works with whom. */
  'LEDGER',
] as const;
export type Authorship = (typeof AUTHORSHIPS)[number];

/** The fields of an event's data that hold such a value. */
export type FieldOf<Data, Value> = {
  [Field in keyof Data & string]: Data[Field] extends Value ? Field : never;
}[keyof Data & string];

/** A value that a field of the data holds, or that follows from the data and from where it was recorded. */
export type Told<Data, Value> = FieldOf<Data, Value> | ((data: Data, recorded: Provenance) => Value);

/** The facets an event may declare; `Data` is what it holds. */
export interface Facets<Data> {
  /** The mission it belongs to, by id. It is then on that mission's timeline. */
  readonly mission?: Told<Data, string>;
  /** `false` for what is no news to its mission, and so not on its timeline. */
  readonly timeline?: false;
  /** `ORGANISATION` where nothing is said. */
  readonly authorship?: Authorship;
}

/** A facet as its readers take it, whichever way it was declared. */
export interface Reading<Value> {
  /** The field that was named; absent where a function was given. */
  readonly field?: string;
  readonly of: (data: unknown, recorded: Provenance) => Value;
}

/** The facets of an event type, as its readers take them. */
export interface EventFacets {
  readonly mission?: Reading<string>;
  readonly timeline: boolean;
  readonly authorship: Authorship;
}

export function facetsOf<Data>({ mission, timeline, authorship }: Facets<Data>): EventFacets {
  return {
    ...(mission === undefined ? {} : { mission: readingOf<Data, string>(mission) }),
    timeline: mission !== undefined && timeline !== false,
    authorship: authorship ?? 'ORGANISATION',
  };
}

function readingOf<Data, Value>(told: Told<Data, Value>): Reading<Value> {
  if (typeof told === 'function') return { of: (data, recorded) => told(data as Data, recorded) };
  return { field: told, of: (data) => (data as Record<string, Value>)[told] as Value };
}
