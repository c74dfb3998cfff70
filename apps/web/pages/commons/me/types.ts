/** What the server keeps of whoever signed in as herself; instants are RFC 3339. */
export interface KeptOfMe {
  readonly name: string;
  readonly language: 'en' | 'fr';
  readonly addresses: readonly { readonly address: string; readonly provedAt: string }[];
  readonly accounts: readonly { readonly id: string; readonly issuer: string; readonly subject: string }[];
  /** Whether there is an issuer to sign in at. */
  readonly accountsAreHere: boolean;
  /** Whether mails are sent here. */
  readonly mailIsHere: boolean;
  readonly seats: readonly {
    readonly memberId: string;
    readonly role: SeatRole;
    readonly standing: 'CONFIRMED' | 'TO_CONFIRM' | 'LAPSED';
    readonly isLastAdmin: boolean;
    /** Until when her account says so; null for one that an ADMIN gave. */
    readonly claimedUntil: string | null;
    readonly organisation: Organisation;
  }[];
  /** Whether she signed in a moment ago, as it takes to answer an invitation or to be erased. */
  readonly isFresh: boolean;
  /** With what she signs in beside her addresses. */
  readonly passkeys: readonly {
    readonly id: string;
    /** Empty where she does not call it anything. */
    readonly label: string;
    readonly addedAt: string;
    readonly lastUsedAt: string | null;
  }[];
  /** Whether one can be added at the address this server is reached by. */
  readonly passkeysAreHere: boolean;
  readonly sessions: readonly {
    readonly id: string;
    readonly since: string;
    readonly until: string;
    readonly isThis: boolean;
  }[];
  readonly invitations: readonly {
    readonly id: string;
    readonly role: SeatRole;
    readonly invitedBy: string;
    readonly until: string;
    readonly organisation: Organisation;
  }[];
  /** Seats that she asked for. */
  readonly requests: readonly { readonly id: string; readonly organisation: Organisation }[];
  /** Organisations that nobody can act for, where she is to, or has a seat. */
  readonly recoveries: readonly {
    readonly id: string;
    readonly organisation: Organisation;
    readonly address: string;
    readonly readyAt: string;
    readonly isReady: boolean;
    readonly objectedAt: string | null;
    /** Whether it is she who is to administer it. */
    readonly isHers: boolean;
  }[];
  /** What she would have registered. */
  readonly application: { readonly terms: { readonly name: string } } | null;
  /** Whether she is of those who operate the ledger. */
  readonly operates: boolean;
}

type SeatRole = 'ADMIN' | 'WRITER' | 'READER';

interface Organisation {
  readonly id: string;
  /** Null for one that is not registered. */
  readonly name: string | null;
  readonly confirmed: boolean;
}
