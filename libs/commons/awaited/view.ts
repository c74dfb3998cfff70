import {
  dayOf,
  fieldOf,
  jsonb,
  nullable,
  refsIn,
  table,
  view,
  type Ask,
  type CalendarDate,
  type DomainEvent,
  type EventTypes,
  type Key,
  type OpenedWindow,
  type RecordedEvent,
  type RowOfColumns,
} from '@maillage/kernel';

/** What the view is called, for whoever asks where it stands. */
export const AWAITED = { name: 'awaited' } as const;

/** One of those asked, and how it ended for it. */
interface Party {
  /** Which of those that one event asks. */
  readonly nth: number;
  /** An organisation's id, or the name of a role. */
  readonly of: string;
  readonly byRole: boolean;
  readonly answeredOn: CalendarDate | null;
  readonly leftOutOn: CalendarDate | null;
}

/** A window as it stands. */
interface Opened {
  readonly position: string;
  /** The type of the event that asked. */
  readonly askedBy: string;
  readonly stream: string;
  readonly missionId: string | null;
  readonly askedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly lapses: boolean;
  readonly apart: boolean;
  readonly parties: readonly Party[];
}

const windowColumns = {
  kind: 'text',
  /** Empty where an event in whatever stream may end it. */
  stream: 'text',
  /** Empty where the stream has one of its kind at a time. */
  ref: 'text',
  /** The one opened last. */
  current: jsonb<Opened>(),
  /** The one before, where the last event left it for another; it is never touched again. */
  earlier: nullable(jsonb<Opened>()),
} as const;
type WindowRow = RowOfColumns<typeof windowColumns>;

const awaitedColumns = {
  /** Of the event that asked, and which of those it asks. */
  position: 'bigint',
  nth: 'bigint',
  kind: 'text',
  stream: 'text',
  ref: 'text',
  mission_id: 'text?',
  /** An organisation's id or, by role, the name of one in the mission. */
  asked_of: 'text',
  by_role: 'boolean',
  asked_on: 'date',
  due_on: 'date',
  /** Whether it is awaited no more once it is past its due date. */
  lapses: 'boolean',
  answered_on: 'date?',
  /** When nobody had to answer any more: it was taken back, set aside, or asked anew. */
  left_out_on: 'date?',
} as const;

/**
 * Everything that is awaited, from the windows that events declare. Nothing changes because a day has passed: queries say
 * how a window stands on one.
 */
export function awaitedOf(types: EventTypes) {
  const windows = new Windows(types);
  return view({
    ...AWAITED,
    version: 3,
    tables: {
      /** The windows of each kind that an event may yet end, by what such an event says of them. */
      awaited_window: table({ columns: windowColumns, primaryKey: ['kind', 'stream', 'ref'] }).on(
        Object.fromEntries(
          windows.types.map((type) => [
            type,
            {
              keys: (event: RecordedEvent) => windows.touchedBy(event),
              reduce: (row: WindowRow | undefined, event: RecordedEvent, key: Key) => windows.after(row, event, key),
            },
          ]),
        ),
      ),

      /** Whatever was asked of an organisation or a role, each answer that is awaited by itself. */
      awaited: table({
        columns: awaitedColumns,
        primaryKey: ['position', 'nth'],
        indexes: [['asked_of', 'due_on'], ['mission_id']],
      }).following<DomainEvent, WindowRow>('awaited_window', {
        keys: ({ before, after }) =>
          windowsIn(after).flatMap((opened) =>
            opened.parties
              .filter((party) => !alike(party, partyIn(before, opened.position, party.nth)))
              .map(({ nth }) => [opened.position, String(nth)]),
          ),
        reduce: (row, { after }, [position, nth]) => {
          const opened = windowsIn(after).find((each) => each.position === position);
          const party = opened?.parties.find((each) => String(each.nth) === nth);
          if (after === undefined || opened === undefined || party === undefined) return row;
          return {
            position: opened.position,
            nth: String(party.nth),
            kind: after.kind,
            stream: opened.stream,
            ref: after.ref,
            mission_id: opened.missionId,
            asked_of: party.of,
            by_role: party.byRole,
            asked_on: opened.askedOn,
            due_on: opened.dueOn,
            lapses: opened.lapses,
            answered_on: party.answeredOn,
            left_out_on: party.leftOutOn,
          };
        },
      }),
    },
  });
}

function windowsIn(row: WindowRow | undefined): readonly Opened[] {
  if (row === undefined) return [];
  return row.earlier === null ? [row.current] : [row.earlier, row.current];
}

function partyIn(row: WindowRow | undefined, position: string, nth: number): Party | undefined {
  const opened = windowsIn(row).find((each) => each.position === position);
  return opened?.parties.find((each) => each.nth === nth);
}

function alike(party: Party, before: Party | undefined): boolean {
  return before?.answeredOn === party.answeredOn && before.leftOutOn === party.leftOutOn;
}

/** A window with what asked it, and the number of the first of those it asks. */
interface Numbered {
  readonly ask: Ask;
  readonly window: OpenedWindow;
  readonly first: number;
}

/** What the events of a registry ask and answer. */
class Windows {
  /** The types of event that open or end one. */
  readonly types: readonly string[];
  /** By type of event and kind of window. */
  private readonly asks = new Map<string, ReadonlyMap<string, Ask>>();
  /** By type of event: what it may end. */
  private readonly ended = new Map<string, readonly Ask[]>();

  constructor(private readonly registered: EventTypes) {
    const all = Object.values(registered).flatMap(({ facets }) => facets.asks);
    for (const [type, { facets }] of Object.entries(registered)) {
      if (facets.asks.length > 0) this.asks.set(type, new Map(facets.asks.map((ask) => [ask.kind, ask])));
      const ended = all.filter(
        ({ kind, ends, drops, frees }) =>
          ends.includes(type) || drops.includes(type) || type in frees || facets.answers.includes(kind),
      );
      if (ended.length > 0) this.ended.set(type, ended);
    }
    this.types = [...new Set([...this.asks.keys(), ...this.ended.keys()])];
  }

  /** The keys of the windows that an event opens or ends. */
  touchedBy(event: RecordedEvent): readonly Key[] {
    const ended = (this.ended.get(event.type) ?? []).flatMap((ask) =>
      refsIn(ask.refs[event.type] ?? ask.ref, event.data).map((ref) => keyOf(ask, event, ref)),
    );
    return [...ended, ...this.openedBy(event).map(({ ask, window }) => keyOf(ask, event, window.ref))];
  }

  /** A window's row after an event: ended first, then asked anew. */
  after(row: WindowRow | undefined, event: RecordedEvent, [kind, stream, ref]: Key): WindowRow | undefined {
    const ended = row === undefined ? undefined : this.endedBy(row, event);
    const asked = this.openedBy(event).find(({ ask, window }) => ask.kind === kind && window.ref === ref);
    // Whoever names a window first, in streams that know nothing of each other, has it.
    const taken = stream === '' && row !== undefined && row.current.stream !== event.stream;
    if (asked === undefined || taken) return ended;
    const current = this.openedAs(asked, event);
    const earlier = ended === undefined ? null : leftOut(ended.current, dayOf(event.data, event));
    return { kind: String(kind), stream: String(stream), ref: String(ref), current, earlier };
  }

  private endedBy(row: WindowRow, event: RecordedEvent): WindowRow {
    const ask = this.asks.get(row.current.askedBy)?.get(row.kind);
    if (ask === undefined) return row;
    const day = dayOf(event.data, event);
    const freed = ask.frees[event.type];
    if (freed !== undefined) {
      const current = leftOut(row.current, day, fieldOf(event.data, freed));
      return current === row.current ? row : { ...row, current, earlier: null };
    }
    const answers = this.registered[event.type]?.facets.answers.includes(row.kind) === true;
    const current = ask.drops.includes(event.type)
      ? leftOut(row.current, day)
      : answers || ask.ends.includes(event.type)
        ? answered(row.current, day, event.actor.organisation)
        : row.current;
    return current === row.current ? row : { ...row, current, earlier: null };
  }

  /** What an event asks, each window with the number of the first of those it asks. */
  private openedBy(event: RecordedEvent): readonly Numbered[] {
    let first = 0;
    return [...(this.asks.get(event.type)?.values() ?? [])].flatMap((ask) =>
      ask.windows(event.data, event).map((window) => {
        const numbered = { ask, window, first };
        first += window.parties.length;
        return numbered;
      }),
    );
  }

  private openedAs({ ask: { lapses }, window, first }: Numbered, event: RecordedEvent): Opened {
    const { askedOn, dueOn, apart, parties } = window;
    return {
      position: event.position.toString(),
      askedBy: event.type,
      stream: event.stream,
      missionId: this.registered[event.type]?.facets.mission?.of(event.data, event) ?? null,
      askedOn,
      dueOn,
      lapses,
      apart,
      parties: parties.map(({ of, byRole }, n) => ({ nth: first + n, of, byRole, answeredOn: null, leftOutOn: null })),
    };
  }
}

function keyOf({ kind, anywhere }: Ask, { stream }: RecordedEvent, ref: string): Key {
  return [kind, anywhere ? '' : stream, ref];
}

/** For the author alone where each answers for itself. The first answer is the one that counts. */
function answered(opened: Opened, day: CalendarDate, author: string): Opened {
  return withParties(opened, (party) =>
    party.answeredOn !== null || (opened.apart && party.of !== author) ? party : { ...party, answeredOn: day },
  );
}

/** @param only of those asked, where it is not all. */
function leftOut(opened: Opened, day: CalendarDate, only?: unknown): Opened {
  return withParties(opened, (party) =>
    party.answeredOn !== null || party.leftOutOn !== null || (only !== undefined && only !== party.of)
      ? party
      : { ...party, leftOutOn: day },
  );
}

/** The window itself where nothing changes. */
function withParties(opened: Opened, change: (party: Party) => Party): Opened {
  const parties = opened.parties.map(change);
  return parties.some((party, n) => party !== opened.parties[n]) ? { ...opened, parties } : opened;
}
