/** An access key, without what it is proved by; instants are RFC 3339. */
export interface Key {
  readonly id: string;
  /** Empty once she who wrote it was erased. */
  readonly label: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt?: string;
  /** A day, in UTC. */
  readonly lastUsedOn?: string;
  readonly standing: 'VALID' | 'EXPIRING' | 'EXPIRED';
  /** As she says it; often empty. */
  readonly madeBy: string;
  readonly isLeftBehind: boolean;
}

/** What the server tells the ADMINs of an organisation. */
export interface KeptOfKeys {
  /** Of the organisation; null for one that is not registered. */
  readonly name: string | null;
  readonly confirmed: boolean;
  readonly keys: readonly Key[];
  /** Whether she signed in a moment ago, as whatever is done here takes. */
  readonly isFresh: boolean;
}

/** A key itself, which the server tells once. */
export interface MadeKey {
  readonly key: string;
  readonly expiresAt: string;
}

export interface KeysPart {
  /** Below /session. */
  readonly path: string;
  readonly onMade: (made: MadeKey) => void;
  readonly onDone: () => void;
}
