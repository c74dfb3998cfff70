/** Where to go afterwards: a page of this site and nowhere else, whoever made the link. */
export function ownPath(wanted: string | null, otherwise = '/'): string {
  if (wanted === null) return otherwise;
  const address = URL.canParse(wanted, location.origin) ? new URL(wanted, location.origin) : undefined;
  if (address?.origin !== location.origin || address.pathname === '/sign-in') return '/';
  // `/.//host` has become `//host` here: it would name a host where it is read again.
  if (address.pathname.startsWith('//')) return '/';
  return address.pathname + address.search + address.hash;
}
