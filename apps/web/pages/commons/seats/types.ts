export const ROLES = ['WRITER', 'READER', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

export interface Holder {
  readonly memberId: string;
  readonly name: string;
  readonly addresses: readonly string[];
  /** Of those, the mailboxes that take no mail, as their servers say. */
  readonly silent: readonly string[];
  readonly role: Role;
  readonly standing: 'CONFIRMED' | 'TO_CONFIRM' | 'LAPSED';
  readonly isSelf: boolean;
}

/** What the server tells the ADMINs of an organisation; instants are RFC 3339. */
export interface KeptOfSeats {
  /** Of the organisation; null for one that is not registered. */
  readonly name: string | null;
  readonly confirmed: boolean;
  readonly holders: readonly Holder[];
  readonly invitations: readonly {
    readonly id: string;
    readonly address: string;
    readonly role: Role;
    readonly until: string;
    /** Whoever sent it administers the organisation no more: it is not accepted. */
    readonly isLeftBehind: boolean;
  }[];
  /** By which others ask for a seat. */
  readonly links: readonly {
    readonly id: string;
    readonly role: 'WRITER' | 'READER';
    /** Whoever made it, by name; empty where she has said none. */
    readonly by: string;
    readonly until: string;
    /** Whoever made it administers the organisation no more: nobody asks by it. */
    readonly isLeftBehind: boolean;
  }[];
  /** How many access keys end soon, or were made by somebody who is gone. */
  readonly keysToLookAt: number;
  /** Whether she signed in a moment ago, as whatever is done here takes. */
  readonly isFresh: boolean;
}

export interface SeatsPart {
  /** Below /session. */
  readonly path: string;
  readonly kept: KeptOfSeats;
  readonly onDone: () => void;
}

/** Who has no name is called by an address. */
export function calledAs({ name, addresses }: Holder): string {
  return name === '' ? (addresses[0] ?? '') : name;
}
