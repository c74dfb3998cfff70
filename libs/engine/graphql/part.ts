import type { Type } from '@nestjs/common';
import type { AnyQuery } from '../queries/query.js';
import type { GraphqlContext } from './context.js';
import type { Node } from './node.js';

/** What a definition becomes, as a slice lists it: the resolvers and queries made from it, and how its things are found. */
export interface GraphqlPart {
  readonly resolvers: readonly Type<unknown>[];
  readonly queries?: readonly AnyQuery[];
  /** How a thing is found by its key, by the name of its type. */
  readonly nodes?: Readonly<Record<string, (context: GraphqlContext, key: string) => Promise<Node | null>>>;
}
