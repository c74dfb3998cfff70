/** Told by `maillage verify --help`. */
export const VERIFY_EXIT_CODES = `
Exit codes: 0 the ledger is valid, 1 it has a fault, 2 what was asked for cannot be done as asked,
3 the source could not be read, so that nothing is known of it.`;
