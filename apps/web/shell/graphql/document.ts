/** The text of an operation, with the types of what it gives and of what it needs. */
export type TypedDocument<Result, Variables> = string & {
  readonly __result?: Result;
  readonly __variables?: Variables;
};
