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

export function pointerTo(keys: readonly (string | number)[]): Pointer {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
