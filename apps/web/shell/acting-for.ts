const KEPT_AS = 'maillage.actingFor';
/** What names the organisation in the address of a page that records. */
const QUERY = 'for';
const DESK = /^\/desk\/([^/]+)\/?$/;
/** Pages that are there to record something: their addresses name for whom, and no other tab's choice changes that. */
const RECORDS = /^\/(?:record\/|review\/|missions\/new\/?$|missions\/[^/]+\/partners\/?$)/;

/** In this tab: another one, where somebody else is chosen, does not change it under an open form. */
let chosen: string | undefined;
/** A desk that the server refused, so that its address chooses nobody. */
let refused: string | undefined;

/**
 * The organisation that this tab acts for, by its id: each request names it, as no session does. What the page's address names
 * goes before what was chosen.
 */
export function actingFor(): string | undefined {
  const named = namedIn(location);
  if (named !== undefined && named !== chosen && named !== refused) choose(named);
  // A new tab begins with the last choice of all.
  return (chosen ??= read('sessionStorage') ?? read('localStorage'));
}

/** As a desk in the address is none that this session may see: the tab begins anew, with the last choice of all. */
export function refuseDesk(organisationId: string): void {
  refused = organisationId;
  chosen = undefined;
  write('sessionStorage', undefined);
}

/** An address of a page that records, with whom it is for: for links, also those opened in another tab. All others as they are. */
export function namingActing(address: string): string {
  const url = new URL(address, location.origin);
  if (url.origin !== location.origin || !RECORDS.test(url.pathname) || url.searchParams.has(QUERY)) return address;
  const organisationId = actingFor();
  if (organisationId === undefined) return address;
  url.searchParams.set(QUERY, organisationId);
  return url.pathname + url.search + url.hash;
}

function namedIn({ pathname, search }: Location): string | undefined {
  const [, ofDesk] = DESK.exec(pathname) ?? [];
  return ofDesk ?? (RECORDS.test(pathname) ? (new URLSearchParams(search).get(QUERY) ?? undefined) : undefined);
}

export function actFor(organisationId: string): void {
  choose(organisationId);
  write('localStorage', organisationId);
}

export function actForNobody(): void {
  chosen = undefined;
  for (const storage of ['sessionStorage', 'localStorage'] as const) write(storage, undefined);
}

/** The address of a file, for a link: which sends no header. */
export function linkActing(address: string): string {
  const organisationId = actingFor();
  return organisationId === undefined ? address : `${address}?for=${encodeURIComponent(organisationId)}`;
}

export function actingHeaders(): Readonly<Record<string, string>> {
  const organisationId = actingFor();
  return organisationId === undefined ? {} : { 'maillage-acting-for': organisationId };
}

function choose(organisationId: string): void {
  chosen = organisationId;
  write('sessionStorage', organisationId);
}

/** A browser may forbid storage; the choice then lasts as long as the page. */
function read(storage: 'sessionStorage' | 'localStorage'): string | undefined {
  try {
    return window[storage].getItem(KEPT_AS) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage: 'sessionStorage' | 'localStorage', value: string | undefined): void {
  try {
    if (value === undefined) window[storage].removeItem(KEPT_AS);
    else window[storage].setItem(KEPT_AS, value);
  } catch {
    // Nothing to be done, and nothing lost but the choice.
  }
}
