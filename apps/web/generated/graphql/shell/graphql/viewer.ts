// Written by `npm run generate` from the SDL and the pages’ .graphql files.

export type ViewerFragment = {
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
  } | null;
};
