import { dueOn } from './due.js';
import { dayOf, fieldOf, readingOf, type FieldOf, type Provenance, type Reading, type Told } from './told.js';
import type { CalendarDate } from './time.js';

/** Those who hold a role in the event's mission, whoever they are by then: one answer answers for all of them. */
export interface AskedRole {
  readonly role: string;
}

/** An organisation; several, of whom each answers for itself; or a role. Nobody is asked by an empty list, or by `undefined`. */
export type Addressee = string | readonly string[] | AskedRole | undefined;

/** A window that an event opens, where it opens several or none. */
export interface AskedWindow {
  readonly of: Addressee;
  readonly days: number;
  /** From which day on; the event's own, if left out. */
  readonly since?: CalendarDate;
  /** The value of the field that the ask names as `ref`. */
  readonly ref?: string;
}

interface AskTerms {
  /** What is asked, as lists tell it apart; the type of the event, if left out. Events may share one: turns of one case. */
  readonly kind?: string;
  /**
   * The types of event that end it, of this or an earlier slice. One by those asked ends it for its author alone, where
   * several were asked, and else whoever it is by. An event may end a window and ask for the next. A later slice's says
   * `answers` itself.
   */
  readonly ends: readonly string[];
  /** The types of event after which nobody need answer any more: it was taken back or set aside. */
  readonly drops?: readonly string[];
  /**
   * By types of event after which one of those asked need not answer, as where it left, the others being asked still: the
   * field of theirs that says whom.
   */
  readonly frees?: Readonly<Record<string, string>>;
  /** By types of event that end it and name windows by another field than `ref`: by which. A list in it names several. */
  readonly refs?: Readonly<Record<string, string>>;
  /** True where silence answers it: past its due date it is awaited no more, and nobody is late with it. */
  readonly lapses?: boolean;
  /** True where it may be ended in another stream. It has a `ref` then, which the first window in the log to use it keeps. */
  readonly anywhere?: boolean;
}

interface OneWindow<Data> extends AskTerms {
  readonly of: Told<Data, Addressee> | AskedRole;
  readonly days: number | Told<Data, number>;
  readonly since?: Told<Data, CalendarDate>;
  /**
   * The field that tells windows of this kind in one stream apart, of this event and of those that end it; a list in it
   * names several. Or several fields, which do so together: a window's `ref` is then their values, with a blank between.
   * Without it, the stream has one at a time.
   */
  readonly ref?: FieldOf<Data, string | number | readonly string[]> | readonly FieldOf<Data, string | number>[];
}

interface ManyWindows<Data> extends AskTerms {
  /** The windows that the event opens. */
  readonly windows: (data: Data, recorded: Provenance) => readonly AskedWindow[];
  /** The field of the events that end it which names a window by its `ref`. */
  readonly ref?: string;
}

/** What an event asks of others, and until when. */
export type Asks<Data> = OneWindow<Data> | ManyWindows<Data>;

/** One of those asked. */
export interface AskedParty {
  /** An organisation's id, or the name of a role. */
  readonly of: string;
  readonly byRole: boolean;
}

/** A window with everything filled in. */
export interface OpenedWindow {
  readonly ref: string;
  readonly askedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly parties: readonly AskedParty[];
  /** Whether each party ends it for itself alone. */
  readonly apart: boolean;
}

/** What an event asks, as its readers take it. */
export interface Ask {
  readonly kind: string;
  /** The names of the fields, with a blank between. */
  readonly ref: string | undefined;
  /** By types of event that name windows by another field. */
  readonly refs: Readonly<Record<string, string>>;
  readonly anywhere: boolean;
  readonly lapses: boolean;
  readonly ends: readonly string[];
  readonly drops: readonly string[];
  readonly frees: Readonly<Record<string, string>>;
  /** The fields of the event's own data that were named, by where; of several, with a blank between. */
  readonly fields: Readonly<Record<string, string | undefined>>;
  /** The role that is asked, where that is known beforehand. */
  readonly role: string | undefined;
  /** Those that ask somebody. */
  readonly windows: (data: unknown, recorded: Provenance) => readonly OpenedWindow[];
}

export function asksOf<Data>(type: string, asks: Asks<Data> | readonly Asks<Data>[] | undefined): readonly Ask[] {
  if (asks === undefined) return [];
  return (Array.isArray(asks) ? (asks as readonly Asks<Data>[]) : [asks as Asks<Data>]).map((each) =>
    askOf(type, each),
  );
}

function askOf<Data>(type: string, asks: Asks<Data>): Ask {
  const { kind = type, ends, drops = [], frees = {}, refs = {}, anywhere = false, lapses = false } = asks;
  const ref = fieldsNamed(asks.ref);
  const { fields, role, windows } = 'windows' in asks ? severalOf(asks) : oneOf(asks);
  return {
    kind,
    ref,
    refs,
    anywhere,
    lapses,
    ends,
    drops,
    frees,
    fields,
    role,
    windows: (data, recorded) =>
      windows(data, recorded).flatMap((window) => {
        const opened = openedOf(window, dayOf(data, recorded));
        return opened.parties.length === 0 ? [] : [opened];
      }),
  };
}

interface Windows extends Pick<Ask, 'fields' | 'role'> {
  readonly windows: (data: unknown, recorded: Provenance) => readonly AskedWindow[];
}

function severalOf<Data>({ windows }: ManyWindows<Data>): Windows {
  return { fields: {}, role: undefined, windows: (data, recorded) => windows(data as Data, recorded) };
}

function oneOf<Data>(asks: OneWindow<Data>): Windows {
  const of: Reading<Addressee> = isRole(asks.of) ? constant(asks.of) : readingOf<Data, Addressee>(asks.of);
  const days: Reading<number> =
    typeof asks.days === 'number' ? constant(asks.days) : readingOf<Data, number>(asks.days);
  const since = asks.since === undefined ? undefined : readingOf<Data, CalendarDate>(asks.since);
  return {
    fields: { of: of.field, days: days.field, since: since?.field, ref: fieldsNamed(asks.ref) },
    role: isRole(asks.of) ? asks.of.role : undefined,
    windows: (data, recorded) => {
      const window = {
        of: of.of(data, recorded),
        days: days.of(data, recorded),
        ...(since === undefined ? {} : { since: since.of(data, recorded) }),
      };
      return refsIn(fieldsNamed(asks.ref), data).map((ref) => ({ ...window, ref }));
    },
  };
}

function openedOf({ of, days, since, ref = '' }: AskedWindow, day: CalendarDate): OpenedWindow {
  const askedOn = since ?? day;
  return { ref, askedOn, dueOn: dueOn({ askedOn, days }), parties: partiesOf(of), apart: Array.isArray(of) };
}

function partiesOf(of: Addressee): readonly AskedParty[] {
  if (of === undefined) return [];
  if (isRole(of)) return [{ of: of.role, byRole: true }];
  return [...new Set(typeof of === 'string' ? [of] : of)].map((organisation) => ({ of: organisation, byRole: false }));
}

function fieldsNamed(ref: string | readonly string[] | undefined): string | undefined {
  return typeof ref === 'string' || ref === undefined ? ref : ref.join(' ');
}

/**
 * Which windows of a kind some data is about: none where a field is left out, the stream's one where there is no field.
 * @param fields as `Ask.ref` names them.
 */
export function refsIn(fields: string | undefined, data: unknown): readonly string[] {
  const [field, ...others] = fields?.split(' ') ?? [];
  if (field === undefined) return [''];
  if (others.length > 0) {
    const values = [field, ...others].flatMap((each) => refsIn(each, data));
    return values.length > others.length ? [values.join(' ')] : [];
  }
  const value = fieldOf(data, field);
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

function isRole(of: unknown): of is AskedRole {
  return typeof of === 'object' && of !== null && 'role' in of;
}

function constant<Value>(value: Value): Reading<Value> {
  return { of: () => value };
}
