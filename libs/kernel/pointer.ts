/** A place in an event's data: RFC 6901 JSON Pointer, `/whatWorked`. */
export type Pointer = string;

/** What lies at a pointer; `undefined` where nothing does. */
export function valueAt(data: unknown, pointer: Pointer): unknown {
  if (pointer === '') return data;
  if (!pointer.startsWith('/')) return undefined;
  let value = data;
  for (const key of pointer.slice(1).split('/').map(unescaped)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** The data with null at a pointer, where something lies there; what is given stays as it is. */
export function withNullAt(data: unknown, pointer: Pointer): unknown {
  if (valueAt(data, pointer) === undefined) return data;
  const copy = structuredClone(data);
  const end = pointer.lastIndexOf('/');
  const parent = valueAt(copy, pointer.slice(0, end)) as Record<string, unknown>;
  parent[unescaped(pointer.slice(end + 1))] = null;
  return copy;
}

export function pointerTo(keys: readonly (string | number)[]): Pointer {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
