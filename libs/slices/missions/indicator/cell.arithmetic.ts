import type { Category } from './events.js';

interface Part {
  readonly place?:
    { readonly name: string; readonly country?: string | undefined; readonly code?: string | undefined } | undefined;
  /** Free words, of entries before indicators had dimensions. */
  readonly group?: string | undefined;
  readonly categories: readonly Category[];
}

/** Everybody everywhere. */
export const WHOLE = '';

/**
 * Which part of the whole a figure is of, as one text: the same part has the same, however its categories are ordered. A place
 * goes by its code where it has one, and by its name otherwise; words of before stand for themselves.
 */
export function cellOf({ place, group, categories }: Part): string {
  const where = place === undefined ? [] : [`at ${placeOf(place)}`];
  const whom = group === undefined ? [] : [`group ${group}`];
  const by = categories.map(({ dimension, code }) => `${dimension}=${code}`).sort();
  const parts = [...where, ...whom, ...by];
  return parts.length === 0 ? WHOLE : JSON.stringify(parts);
}

function placeOf({ name, country, code }: NonNullable<Part['place']>): string {
  return code === undefined ? name.normalize('NFC').toLowerCase() : `${country ?? ''}:${code}`;
}
