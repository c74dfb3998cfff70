import { saltedHashesIn, type Fault } from '@maillage/verifier';

/** What of an entry is looked at here; the verifier says what is wrong with it. */
export interface ParsedEntry {
  readonly id?: unknown;
  readonly type?: unknown;
  readonly stream?: unknown;
  readonly version?: unknown;
  readonly commandId?: unknown;
  readonly actor?: { readonly organisation?: unknown } | null;
  readonly data?: unknown;
}

/** Where the log has a private value's salted hash, or erases the value behind one, and the position that says so. */
export interface Place {
  readonly position: bigint;
  readonly eventId: string;
  readonly path: string;
  /** Hex; of a salted hash alone. */
  readonly sha256?: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** `undefined` where it is no object in JSON. */
export function parsedEntry(text: string): ParsedEntry | undefined {
  try {
    const value = JSON.parse(text) as ParsedEntry | null;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

export function placesIn(position: bigint, entry: ParsedEntry | undefined): readonly Place[] {
  if (!isUuid(entry?.id)) return [];
  const eventId = entry.id;
  if (entry.type === 'ValueErased') {
    const erased = erasedIn(entry.data);
    return erased === undefined ? [] : [{ position, ...erased }];
  }
  try {
    return saltedHashesIn(entry.data).map((each) => ({ ...each, position, eventId }));
  } catch {
    // Too deep to be followed: the verifier refuses it.
    return [];
  }
}

/** Which value an event `ValueErased` erases, by its data; `undefined` where that names none. */
export function erasedIn(data: unknown): Pick<Place, 'eventId' | 'path'> | undefined {
  const { eventId, path } = (data ?? {}) as { readonly eventId?: unknown; readonly path?: unknown };
  return isUuid(eventId) && typeof path === 'string' ? { eventId, path } : undefined;
}

/** What is amiss where a value is not there, and was not erased either. */
export function goneAt({ position, path }: Place): Fault {
  const message = `The private value at data${path} is gone, and no event says that it was erased.`;
  return { kind: 'PRIVATE', position, message };
}
