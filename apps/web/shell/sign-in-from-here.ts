/** Leads back here: to what the address names, and with what a link holds in its fragment. */
export function signInFromHere(): string {
  return `/sign-in?to=${encodeURIComponent(location.pathname + location.search + location.hash)}`;
}
