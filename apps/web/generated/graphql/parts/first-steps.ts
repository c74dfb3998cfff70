// Written by `npm run generate` from the SDL and the pages’ .graphql files.

export type FirstStepsFragment = {
  readonly missions: {
    readonly totalCount: number;
    readonly nodes: ReadonlyArray<{ readonly mission: { readonly id: string } | null }>;
  };
  readonly commitmentCounts: { readonly made: number };
};
