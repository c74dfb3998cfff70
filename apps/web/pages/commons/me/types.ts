/** What the server keeps of whoever signed in as herself; instants are RFC 3339. */
export interface KeptOfMe {
  readonly name: string;
  readonly language: 'en' | 'fr';
  readonly addresses: readonly { readonly address: string; readonly provedAt: string }[];
  readonly seats: readonly {
    readonly memberId: string;
    readonly role: SeatRole;
    readonly organisation: Organisation;
  }[];
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
}

type SeatRole = 'ADMIN' | 'WRITER' | 'READER';

interface Organisation {
  readonly id: string;
  /** Null for one that is not registered. */
  readonly name: string | null;
}
