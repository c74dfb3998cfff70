import { channel } from 'node:diagnostics_channel';

/** Whose statements they are: a query's, by its name, or those of a view's table. */
export type StatementsOf =
  | { readonly query: string }
  /** @param name in the database; while a view is rebuilt, its tables have another name than their own. */
  | { readonly table: string; readonly name: string };

/** Nobody listens but tests and `npm run generate`: unheard, it costs a call. */
const sending = channel('maillage:statements-of');

const paging = channel('maillage:page');

/**
 * Tells whoever listens that `work` sends the statement of a page.
 * @param usual the same list's first page, as text: which pages there are, and how they are cut, is the same for all lists.
 */
export function sendingPage<T>(usual: () => string, work: () => T): T {
  return paging.runStores({ usual }, work);
}

/** Tells whoever listens whose the statements are that `work` sends, whatever it waits for meanwhile. */
export function sendingFor<T>(whose: StatementsOf, work: () => T): T {
  return sending.runStores(whose, work);
}
