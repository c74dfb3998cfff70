import { v5 } from 'uuid';

// Derived from the publisher's domain, so that anyone can derive every id of an import again.
const NAMESPACE = v5('golab.bsg.ox.ac.uk', v5.DNS);

/** The same parts give the same UUID, in any run and on any machine: `indigo/organisation/INDIGO-ORG-0001`. */
export function idFrom(...parts: readonly (string | number)[]): string {
  return v5(['indigo', ...parts].join('/'), NAMESPACE);
}

/**
 * What identifies a row of a file without ids of its own, or in which some are missing or shared. Rows with the same key
 * are told apart by their slot; see `Recorder`.
 */
export function keyOf(...parts: readonly string[]): string {
  return parts.map((part) => part.trim().replaceAll('/', '%2F')).join('/');
}

/** The id of the command that puts right what was recorded under these parts: the same row, sent again, changes nothing. */
export function updateIdFrom(data: unknown, ...parts: readonly (string | number)[]): string {
  return idFrom(...parts, 'update', JSON.stringify(data));
}
