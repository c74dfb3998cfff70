import { asksOf, type Ask, type Asks } from './asks.js';
import type { Pointer } from './pointer.js';
import { readingOf, type Reading, type Told } from './told.js';

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

/** Words that few may read for now: nobody has agreed to what they say. Who they are, the slice says; see its `readers`. */
export interface Withheld<Data> {
  /** Where in the data they stand. What is not there is not withheld. */
  readonly words: readonly Pointer[];
  /** Whether an event has such; any has, where nothing is said. */
  readonly where?: (data: Data) => boolean;
}

/**
 * What an event says of itself beside its data, for whatever is built from all slices: timeline, shared members, what is
 * awaited. `Data` is what it holds.
 */
export interface Facets<Data> {
  /** The mission it belongs to, by id, if it does. It is then on that mission's timeline. */
  readonly mission?: Told<Data, string | undefined>;
  /** `false` for what is no news to its mission, and so not on its timeline. */
  readonly timeline?: false;
  /** `ORGANISATION` where nothing is said. */
  readonly authorship?: Authorship;
  /** What it asks of others, and until when: it is then on their desks until they answer. */
  readonly asks?: Asks<Data> | readonly Asks<Data>[];
  /** The kinds of what earlier slices' events ask that it answers: those may not name it among what `ends` them. */
  readonly answers?: readonly string[];
  /** What it holds that is shown to those alone who may read it, in whatever shows its data but the log itself. */
  readonly withholds?: Withheld<Data>;
}

/** The facets of an event type, as their readers take them. */
export interface EventFacets {
  readonly mission?: Reading<string | undefined>;
  readonly timeline: boolean;
  readonly authorship: Authorship;
  readonly asks: readonly Ask[];
  readonly answers: readonly string[];
  readonly withholds?: Withheld<unknown>;
}

/** @param type the event's name. */
export function facetsOf<Data>(type: string, facets: Facets<Data>): EventFacets {
  const { mission, timeline, authorship, asks, answers, withholds } = facets;
  return {
    ...(mission === undefined ? {} : { mission: readingOf<Data, string | undefined>(mission) }),
    timeline: mission !== undefined && timeline !== false,
    authorship: authorship ?? 'ORGANISATION',
    asks: asksOf(type, asks),
    answers: answers ?? [],
    // Whoever asks hands it data of this very type.
    ...(withholds === undefined ? {} : { withholds: withholds as Withheld<unknown> }),
  };
}
