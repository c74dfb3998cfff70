export interface SaltedHashAt {
  /** A JSON Pointer into the event's data (RFC 6901). */
  readonly path: string;
  /** Hex. */
  readonly sha256: string;
}

/** Every `{"sha256": "<64 hex>"}` in an event's data: where the log has a private value's salted hash. */
export function saltedHashesIn(data: unknown, path = ''): readonly SaltedHashAt[] {
  if (typeof data !== 'object' || data === null) return [];
  const entries = Object.entries(data);
  const [key, sha256] = (entries[0] ?? []) as readonly unknown[];
  if (entries.length === 1 && key === 'sha256' && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)) {
    return [{ path, sha256 }];
  }
  return entries.flatMap(([name, value]) =>
    saltedHashesIn(value, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}
