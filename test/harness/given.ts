import { expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  consultedBy,
  inFoldOrder,
  isRefusal,
  ownerOf,
  Secret,
  type AnyDecider,
  type Change,
  type Command,
  type DomainEvent,
  type Key,
  type Provenance,
  type RecordedEvent,
  type Refusal,
  type Row,
  type Scope,
  type View,
} from '@maillage/kernel';
import { isLookup, lookedUp } from './lookups.js';

export const NOON = '2026-03-01T12:00:00.000Z';

/** A readable UUID for specs: `id(7)` ends in 7. */
export function id(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** Where and when an old event was recorded, for upcasts. */
export const provenance: Provenance = {
  stream: `commitment/${id(1)}`,
  actor: { organisation: id(2) },
  recordedAt: NOON,
};

interface Consulting {
  /** The events of each consulted stream, by its name: `organisation/<id>`. */
  readonly [stream: string]: readonly DomainEvent[];
}

interface CommandOptions {
  readonly by: string;
  readonly member?: string;
  readonly scopes?: readonly Scope[];
  readonly at?: string;
}

/**
 * Given / when / then for a decider. Consulted streams are folded by the deciders that own them, as the engine does it:
 * `given(commitmentDecider, past).consulting({ 'mission/…': […] }, [missionDecider]).when('MakeCommitment', id(1), {…}, { by: id(2) })`.
 */
export function given(decider: AnyDecider, past: readonly DomainEvent[] = []) {
  return new Given(decider, past, {}, [decider]);
}

class Given {
  constructor(
    private readonly decider: AnyDecider,
    private readonly past: readonly DomainEvent[],
    private readonly streams: Consulting,
    private readonly owners: readonly AnyDecider[],
  ) {}

  consulting(streams: Consulting, owners: readonly AnyDecider[]): Given {
    return new Given(this.decider, this.past, streams, [this.decider, ...owners]);
  }

  /** Validates `data` by the command's schema, as the engine does, and decides. */
  when(type: string, aggregate: string, data: unknown, options: CommandOptions): Outcome {
    const schema = this.decider.commands[type]?.data;
    if (schema === undefined) throw new Error(`${this.decider.name} has no command ${type}.`);
    const command: Command = {
      type,
      id: aggregate,
      data: schema.parse(data),
      commandId: randomUUID(),
      actor: { organisation: options.by, ...(options.member === undefined ? {} : { member: options.member }) },
      scopes: options.scopes ?? ['write'],
      at: options.at ?? NOON,
    };
    const state: unknown = fold(this.decider, this.past);
    const consulted = consultedBy(this.decider, command, state, (stream) => this.stateOf(stream));
    return new Outcome(this.decider.decide(command, state, consulted));
  }

  private stateOf(stream: string): unknown {
    if (isLookup(stream)) {
      const organisations = Object.keys(this.streams).filter((each) => ownerOf(each) === 'organisation');
      return lookedUp(
        stream,
        organisations.map((each) => [each, this.stateOf(each)] as const),
      );
    }
    const owner = this.owners.find(({ name }) => stream.startsWith(`${name}/`));
    if (owner === undefined) throw new Error(`No decider given for the consulted stream ${stream}.`);
    return fold(owner, this.streams[stream] ?? []);
  }
}

class Outcome {
  constructor(readonly result: readonly DomainEvent[] | Refusal) {}

  then(...events: readonly DomainEvent[]): void {
    expect(this.result).toEqual(events);
  }

  thenRefused(code: string, path?: readonly (string | number)[], message?: RegExp): void {
    expect(isRefusal(this.result) ? this.result.code : this.result).toBe(code);
    if (path !== undefined) expect((this.result as Refusal).path).toEqual(path);
    if (message !== undefined) expect((this.result as Refusal).message).toMatch(message);
  }
}

function fold(decider: AnyDecider, events: readonly DomainEvent[]): unknown {
  return events.reduce<unknown>((state, event) => decider.evolve(state, event) as unknown, decider.initial);
}

/** An event as the log has it, where a decider yielded words that can be erased. */
export const asLogged = ({ type, data }: DomainEvent): DomainEvent => ({
  type,
  data: Object.fromEntries(
    Object.entries(data as object).map(([name, value]: [string, unknown]) => [
      name,
      value instanceof Secret ? { sha256: 'ab'.repeat(32) } : value,
    ]),
  ),
});

/** An event in its envelope, for view specs. Positions count up from 1 in the order given. */
export function recorded(
  stream: string,
  event: DomainEvent,
  envelope: Partial<RecordedEvent> = {},
): Omit<RecordedEvent, 'position'> & { readonly position?: bigint } {
  return {
    id: randomUUID(),
    schema: 1,
    version: 1n,
    actor: { organisation: id(1) },
    commandId: randomUUID(),
    recordedAt: NOON,
    ...envelope,
    stream,
    type: event.type,
    data: event.data,
  };
}

/**
 * Folds events through a view in memory, without a database: `tables.organisation` is that table's rows in key order.
 * @throws where a reducer's row has not exactly the columns of its table: PostgreSQL would pass over what it does not know.
 */
export function projected(
  view: View,
  events: readonly ReturnType<typeof recorded>[],
): Readonly<Record<string, readonly Row[]>> {
  const past = events.map((event, index) => ({ ...event, position: event.position ?? BigInt(index + 1) }));
  const tables: Record<string, readonly Row[]> = {};
  const changes = new Map<string, readonly Change[]>();
  for (const name of inFoldOrder(view)) {
    const table = view.tables[name];
    if (table === undefined) continue;
    const { on, follows } = table;
    const { rows, changed } =
      follows === undefined
        ? tabulated(
            past,
            (event) => on[event.type],
            (event) => event,
          )
        : tabulated(
            changes.get(follows.table) ?? [],
            () => follows,
            ({ event }) => event,
          );
    const columns = Object.keys(table.columns).sort();
    for (const row of rows) expect([name, Object.keys(row).sort()]).toEqual([name, columns]);
    tables[name] = rows;
    changes.set(name, changed);
  }
  return tables;
}

/** What a reducer is to events and a follower to changes. */
interface Rule<Cause> {
  keys(cause: Cause): readonly Key[];
  reduce(row: Row | undefined, cause: Cause, key: Key): Row | undefined;
}

function tabulated<Cause>(
  causes: readonly Cause[],
  ruleOf: (cause: Cause) => Rule<Cause> | undefined,
  eventOf: (cause: Cause) => RecordedEvent,
): { readonly rows: readonly Row[]; readonly changed: readonly Change[] } {
  const rows = new Map<string, Row>();
  const changed: Change[] = [];
  for (const cause of causes) {
    const rule = ruleOf(cause);
    const keys = new Map((rule?.keys(cause) ?? []).map((key) => [JSON.stringify(key), key]));
    for (const [at, key] of keys) {
      const before = rows.get(at);
      const after = rule?.reduce(before, cause, key);
      if (after === undefined) rows.delete(at);
      else rows.set(at, after);
      if (before !== after) changed.push({ before, after, event: eventOf(cause) });
    }
  }
  const inKeyOrder = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return { rows: inKeyOrder.map(([, row]) => row), changed };
}
