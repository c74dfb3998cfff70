/** What somebody has written and not sent. */
export interface KeptDraft {
  readonly values: unknown;
  /** Of what is revised: as it stood when somebody began. */
  readonly before?: unknown;
  /** Of the attempt to send it that was not answered, so that another one records nothing twice. */
  readonly commandId?: string | undefined;
}

const PREFIX = 'maillage.draft.';
/** A person’s drafts begin with her, and the organisation that she acted for; a key’s, with the organisation alone. */
const OF_PERSON = 'person:';
/** Nobody goes on with what was begun half a year ago. */
const KEPT_MS = 180 * 24 * 60 * 60 * 1000;

/** Whose draft it is, and what of: several people may act for several organisations from one browser. */
export function draftKey(
  { person, organisation }: { readonly person: string | undefined; readonly organisation: string | undefined },
  ...of: readonly string[]
): string {
  return [...(person === undefined ? [] : [OF_PERSON + person]), organisation ?? '', ...of].join(' ');
}

/**
 * Drafts in the browser: they outlive a reload, the end of a session and the browser's. Storage may be forbidden or full; a
 * draft then lives as long as its page.
 */
export const drafts = {
  read(key: string): KeptDraft | undefined {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null');
      if (typeof kept !== 'object' || kept === null || !('values' in kept)) return undefined;
      const { values, before, commandId } = kept as Readonly<Record<string, unknown>>;
      return {
        values,
        ...(before === undefined ? {} : { before }),
        commandId: typeof commandId === 'string' ? commandId : undefined,
      };
    } catch {
      return undefined;
    }
  },

  write(key: string, draft: KeptDraft): void {
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify({ ...draft, at: Date.now() }));
    } catch {
      // Nothing to be done, and nothing lost while the page is open.
    }
  },

  remove(key: string): void {
    try {
      localStorage.removeItem(PREFIX + key);
    } catch {
      // It could not have been written either.
    }
  },

  /** Leaves out those that were last touched too long ago, or cannot be read. */
  sweep(): void {
    removeWhere((_, kept) => isOld(kept));
  },

  /** Of what a person wrote here, leaves only that for organisations in which she still has a seat: none once she is erased. */
  keepOnly(person: string, organisations: readonly string[] = []): void {
    const [own, kept] = [
      `${OF_PERSON}${person} `,
      organisations.map((organisation) => draftKey({ person, organisation })),
    ];
    removeWhere((key) => key.startsWith(own) && !kept.some((each) => key.startsWith(`${each} `)));
  },
};

function removeWhere(isGone: (key: string, kept: string | null) => boolean): void {
  try {
    const all = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    for (const each of all.filter((key) => key.startsWith(PREFIX)))
      if (isGone(each.slice(PREFIX.length), localStorage.getItem(each))) localStorage.removeItem(each);
  } catch {
    // As above.
  }
}

function isOld(kept: string | null): boolean {
  try {
    const { at } = JSON.parse(kept ?? 'null') as { readonly at?: unknown };
    return typeof at !== 'number' || at < Date.now() - KEPT_MS;
  } catch {
    return true;
  }
}
