/** Whether a name of a host, without port or brackets, is this machine's own by itself: no server of names is asked. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.[0-9]{1,3}){3}$/.test(host);
}
