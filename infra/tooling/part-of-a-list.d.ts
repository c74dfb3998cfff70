/** Entries of ESLint's `no-restricted-syntax`. */
export const PART_OF_A_LIST: readonly { readonly selector: string; readonly message: string }[];
