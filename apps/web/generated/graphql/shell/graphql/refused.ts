// Written by `npm run generate` from the SDL and the pages’ .graphql files.

export type RefusedFragment = { readonly code: string; readonly message: string; readonly path: ReadonlyArray<string> };
