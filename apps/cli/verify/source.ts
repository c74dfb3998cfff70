import type { Fault, Read } from '@maillage/verifier';

/** Where a ledger is read from. */
export interface Source {
  /** By the paths of a bundle, which are those of HTTP. @throws {SourceUnreadable} */
  readonly read: Read;
  /** Whether it shows what the ledger is now, rather than what it was when it was copied. */
  readonly live?: boolean;
  /** The last position, where entries behind the checkpoint can be looked at too. */
  readonly head?: bigint;
  /** Signed checkpoints the source itself keeps. */
  readonly checkpoints?: readonly string[];
  /**
   * What is amiss in the source beside the log it publishes; to be asked when the log has been read. `complete`: whether
   * it was read to its end. The lowest position comes first.
   */
  beside?(complete: boolean): Promise<Fault | undefined>;
}
