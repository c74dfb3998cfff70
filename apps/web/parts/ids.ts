/** What the log calls something, within its type: the UUID in the stream commitment/<UUID>. */
export function localIdOf(globalId: string): string {
  const [, id = globalId] = atob(globalId.replaceAll('-', '+').replaceAll('_', '/')).split(':');
  return id;
}

/** The id that the API gives what the log names in a stream or in an event's data. */
export function globalIdOf(type: 'Commitment' | 'Organisation', localId: string): string {
  return btoa(`${type}:${localId}`).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
