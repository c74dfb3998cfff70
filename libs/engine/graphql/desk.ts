import type { Type } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import type { ConnectionArgs } from './definitions/connection.js';
import type { GraphqlContext } from './context.js';

/** What a list of a desk is asked with. */
export interface DeskAsked {
  /** Whose desk it is, and who asks: an id as views hold it. */
  readonly organisationId: string;
  /** Which page; nothing in it where the list has none. */
  readonly args: ConnectionArgs;
  readonly context: GraphqlContext;
  readonly info: GraphQLResolveInfo;
  /**
   * Whether the organisation may send such a command, whatever it thinks up to put into it: the question that `may`
   * answers. Each stream is folded once for the operation.
   * @param id of the aggregate it would be addressed to.
   * @param about what the field would hold that the command declares as `about`.
   */
  readonly mayDo: (command: string, id: string, about?: string) => Promise<boolean>;
}

/** Something that awaits an organisation, as its slice says it: a field of `Desk`, whatever else stands there. */
export interface DeskList {
  /** The field's name. */
  readonly name: string;
  /** What is on the list, for the field's description. */
  readonly says: string;
  /** A connection, which takes the arguments of one; or the type of the entries of a list that is short by its nature. */
  readonly of: { readonly connection: Type<unknown> } | { readonly entries: Type<unknown> };
  load(asked: DeskAsked): Promise<unknown>;
}
