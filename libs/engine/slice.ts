import type { Type } from '@nestjs/common';
import {
  foldedTypes,
  inFoldOrder,
  type AnyDecider,
  type Clock,
  type Command,
  type EventTypes,
  type View,
} from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import { checkFacets } from './facets.js';
import type { Follows } from './following.js';
import type { GraphqlContext } from './graphql/context.js';
import type { DeskList } from './graphql/desk.js';
import type { Node } from './graphql/node.js';
import type { GraphqlPart } from './graphql/part.js';
import type { AnyQuery, AnyQuestion, BatchQuery } from './queries/query.js';
import { RegistryError } from './registry-error.js';

/** What the views tell under each of these names, in their order; each is what follows the lookup's own name and a slash. */
export type Lookup = (database: Database, names: readonly string[]) => Promise<readonly unknown[]>;

/** One sub-domain, whole. An app composes slices and registers nothing else. */
export interface Slice {
  readonly name: string;
  readonly deciders: readonly AnyDecider[];
  readonly views: readonly View[];
  readonly queries: readonly AnyQuery[];
  /** What it asks and a later slice, or commons, must answer. */
  readonly ports?: readonly AnyQuestion[];
  /** What its definitions become in the API: nodes, and the mutations of its commands. */
  readonly graphql?: readonly GraphqlPart[];
  /** GraphQL resolvers written by hand and the providers they inject. */
  readonly resolvers: readonly Type<unknown>[];
  /** The roles that organisations can hold in a mission. */
  readonly roles?: readonly string[];
  /** What it puts on an organisation's desk; commons makes the desk of all of them. */
  readonly desk?: readonly DeskList[];
  /**
   * What it has recorded by the first process that takes commands, before anybody else's. Asked at every start, and so does
   * nothing where that was done.
   */
  readonly begins?: (execute: (command: Command) => Promise<unknown>, clock: Clock) => Promise<void>;
  /** What it has recorded because of events of earlier slices. Asked again and again, and does nothing where that was done. */
  readonly follows?: Follows;
  /**
   * What its deciders, and those of later slices, consult and no stream tells: asked of the views by a name like a stream's,
   * `connections/<id>`. It is as new as they are, and no version of it is expected.
   */
  readonly lookups?: Readonly<Record<string, Lookup>>;
  /** Whether an organisation may see what is kept private of a thing, by the name of its decider. */
  readonly circles?: Readonly<Record<string, BatchQuery<{ readonly organisationId: string }, boolean>>>;
  /** Whether whoever asks may read the words of a thing that its events withhold, by the name of its decider. */
  readonly readers?: Readonly<Record<string, (context: GraphqlContext, id: string) => Promise<boolean>>>;
  /** How a thing is found by its id within its type, by the name of the type. Relay's `node(id)` needs no more. */
  readonly nodes?: Readonly<Record<string, (context: GraphqlContext, id: string) => Promise<Node | null>>>;
}

/** All of a slice's GraphQL resolvers, those that its definitions became among them. */
export function resolversOf({ resolvers, graphql = [] }: Slice): readonly Type<unknown>[] {
  return [...resolvers, ...graphql.flatMap((part) => part.resolvers)];
}

/** All of a slice's queries, those that its definitions became among them. */
export function queriesOf({ queries, graphql = [] }: Slice): readonly AnyQuery[] {
  return [...queries, ...graphql.flatMap((part) => part.queries ?? [])];
}

/** Has recorded what each slice begins with. @throws where the log does not take it. */
export async function beginSlices(
  slices: readonly Slice[],
  execute: (command: Command) => Promise<unknown>,
  clock: Clock,
): Promise<void> {
  for (const { begins } of slices) await begins?.(execute, clock);
}

/** What follows, slice by slice. */
export function followsOf(slices: readonly Slice[]): readonly Follows[] {
  return slices.flatMap(({ follows }) => follows ?? []);
}

/** All slices' parts by name, each claimed once. */
export class Registry {
  readonly deciders: ReadonlyMap<string, AnyDecider>;
  readonly deciderOf: ReadonlyMap<string, AnyDecider>;
  readonly events: EventTypes;
  readonly views: ReadonlyMap<string, View>;
  readonly queries: readonly AnyQuery[];
  readonly nodes: ReadonlyMap<string, NonNullable<Slice['nodes']>[string]>;
  readonly lookups: ReadonlyMap<string, Lookup>;

  constructor(readonly slices: readonly Slice[]) {
    const deciders = slices.flatMap((slice) => slice.deciders);
    const views = slices.flatMap((slice) => slice.views);
    this.deciders = unique(
      'decider',
      deciders.map((decider) => [decider.name, decider]),
    );
    this.deciderOf = unique(
      'handler of command',
      deciders.flatMap((decider) => Object.keys(decider.commands).map((type) => [type, decider] as const)),
    );
    this.events = Object.fromEntries(
      unique(
        'event type',
        deciders.flatMap((decider) => Object.entries(decider.events)),
      ),
    );
    checkFacets(deciders, {
      roles: slices.flatMap(({ roles = [] }) => roles),
      readers: slices.flatMap(({ readers = {} }) => Object.keys(readers)),
    });
    this.views = unique(
      'view',
      views.map((view) => [view.name, view]),
    );
    unique(
      'view table',
      views.flatMap((view) => Object.keys(view.tables).map((name) => [name, view] as const)),
    );
    this.nodes = unique(
      'node type',
      slices.flatMap(({ nodes, graphql = [] }) =>
        [nodes, ...graphql.map((part) => part.nodes)].flatMap((found) => Object.entries(found ?? {})),
      ),
    );
    unique(
      'list of the desk',
      slices.flatMap(({ desk = [] }) => desk.map((list) => [list.name, list] as const)),
    );
    this.lookups = unique(
      'lookup',
      slices.flatMap(({ lookups = {} }) => Object.entries(lookups)),
    );
    this.queries = slices.flatMap(queriesOf);
    const answered = unique(
      'query',
      this.queries.map((query) => [query.name, query]),
    );
    for (const { name: slice, ports = [] } of slices) {
      for (const { name } of ports) {
        if (!answered.has(name)) {
          throw new RegistryError(`Slice ${slice} asks ${name}, which no query answers; list one made by answering().`);
        }
      }
    }
    for (const view of views) {
      const { name } = view;
      // Asked for its complaints: a view need not have been written with view().
      inFoldOrder(view);
      for (const type of foldedTypes(view)) {
        if (this.events[type] === undefined)
          throw new RegistryError(`View ${name} waits for ${type}, which no decider yields.`);
      }
    }
  }
}

function unique<Value>(what: string, entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  const map = new Map<string, Value>();
  for (const [name, value] of entries) {
    if (map.has(name)) throw new RegistryError(`There are two of ${what} ${name}.`);
    map.set(name, value);
  }
  return map;
}
