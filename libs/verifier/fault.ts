/** What can be wrong, in the order in which a reader would ask. Closed: a report may switch over it. */
export const FAULT_KINDS = [
  // What is written down cannot be read: the text itself breaks its format.
  'NOTE',
  'KEY',
  'CHECKPOINT',
  'POLICY',
  'RECEIPT',
  'PROOF',
  // Who vouches for it.
  'SIGNATURE',
  'ORIGIN',
  'QUORUM',
  // What the tree holds.
  'MISSING',
  'BUNDLE',
  'LEAF',
  'TILE',
  'ROOT',
  'CONSISTENCY',
  'ROLLBACK',
  'OMISSION',
  // What an entry says.
  'CANONICAL',
  'ENVELOPE',
  'SCHEMA',
  'VERSION',
  // What entries say of each other.
  'IDENTITY',
  'COMMAND',
  'TIME',
  'STREAM',
  'ACTOR',
  'ERASURE',
  'REOPENING',
  // What a database keeps beside the entries.
  'COLUMN',
  'HEAD',
  'PRIVATE',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** One thing that is wrong. `position` counts from 1 and is absent where the fault lies at no single event. */
export interface Fault {
  readonly kind: FaultKind;
  readonly position?: bigint;
  readonly message: string;
}

/** What was checked does not hold. The message says in one sentence what, where, and what would have been accepted. */
export class VerificationError extends Error implements Fault {
  override readonly name = 'VerificationError';
  declare readonly position?: bigint;

  constructor(
    readonly kind: FaultKind,
    message: string,
    position?: bigint,
  ) {
    super(message);
    if (position !== undefined) this.position = position;
  }

  toFault(): Fault {
    const { kind, message, position } = this;
    return { kind, message, ...(position === undefined ? {} : { position }) };
  }
}

/** The source did not answer, so nothing can be said of the ledger: neither a fault nor its absence. */
export class SourceUnreadable extends Error {
  override readonly name = 'SourceUnreadable';
}
