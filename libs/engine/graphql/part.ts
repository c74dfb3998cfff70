import type { Type } from '@nestjs/common';
import type { AnyDecider, ViewTable } from '@maillage/kernel';
import type { AnyQuery } from '../queries/query.js';
import type { GraphqlContext } from './context.js';
import type { Node } from './node.js';

/** What a field shows: columns of the table, rows that a query finds, or what is worked out when it is asked for. */
export type Source =
  | { readonly columns: readonly string[]; readonly leadsTo?: string }
  | { readonly query: string }
  | { readonly workedOut: true };

/** A list that rows are found in: below a type, or of the query itself. */
export interface ListPlace {
  readonly parent: string | undefined;
  readonly name: string;
  /** By its name. */
  readonly query: string;
}

/** An object type made from a table's rows, as whoever asks what a definition becomes is told of it. */
export interface MadeType {
  readonly name: string;
  readonly table: ViewTable;
  readonly fields: Readonly<Record<string, Source>>;
  readonly lists: readonly ListPlace[];
}

/** The mutation of one command. */
export interface DefinedMutation {
  readonly command: string;
  readonly decider: string;
  /** Types by their names. */
  readonly input: string;
  readonly result: string;
  readonly recorded: string;
  readonly refused: string;
  /** Fields of the command that its input does not have. */
  readonly hidden: readonly string[];
}

/** The field `may` of a type, and of which commands it tells. */
export interface MadeMay {
  readonly node: string;
  /** @param deciders of all slices: what makes something under a node is said by whichever slice. */
  commands(deciders: Iterable<AnyDecider>): readonly string[];
}

/** What a definition becomes, as a slice lists it: the resolvers and queries made from it, and how its things are found. */
export interface GraphqlPart {
  readonly resolvers: readonly Type<unknown>[];
  readonly queries?: readonly AnyQuery[];
  /** How a thing is found by its key, by the name of its type. */
  readonly nodes?: Readonly<Record<string, (context: GraphqlContext, key: string) => Promise<Node | null>>>;
  /** The rest is for `npm run explain`: what a definition became, so that nobody need guess. */
  readonly made?: () => MadeType;
  readonly extends?: Pick<MadeType, 'name' | 'fields'>;
  readonly mutations?: readonly DefinedMutation[];
  readonly may?: MadeMay;
}
