// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../schema.js';

export type GroupingsShownFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly kind: Schema.GroupingProposalKind;
    readonly standing: Schema.GroupingStanding;
    readonly register: string | null;
    readonly askedOn: string;
    readonly dueOn: string;
    readonly answeredOn: string | null;
    readonly reason: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    } | null;
    readonly answerReason: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    } | null;
    readonly saidBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly parent: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly organisation: {
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
      readonly may: ReadonlyArray<{
        readonly command: Schema.CommandName;
        readonly about: string | null;
        readonly allowed: boolean;
      }>;
    } | null;
  }>;
};
