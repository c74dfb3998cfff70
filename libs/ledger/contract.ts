import type { Instant } from '@maillage/kernel';
import type { Entry } from './entry.js';

/** A stream and the version it must stand at: 0 where it must not exist yet. */
export interface Expectation {
  readonly stream: string;
  readonly version: bigint;
}

export interface AppendRequest {
  readonly commandId: string;
  /** SHA-256 of the command's content; see `commandDigest`. */
  readonly digest: Buffer;
  /** Every stream that is written, and every other stream the decision rests on. */
  readonly expected: readonly Expectation[];
  readonly entries: readonly Entry[];
}

/** What a mutation recorded, the same however often it is retried. */
export interface Receipt {
  readonly commandId: string;
  /** As its entries say; absent where nothing was recorded. */
  readonly recordedAt?: Instant;
  readonly events: readonly ReceiptEvent[];
}

export interface ReceiptEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly version: bigint;
  readonly position: bigint;
  /** SHA-256(0x00 ‖ entry), in lower-case hex. */
  readonly hash: string;
}

export type AppendOutcome =
  | { readonly outcome: 'appended' | 'duplicate'; readonly receipt: Receipt }
  | { readonly outcome: 'reused' }
  | { readonly outcome: 'conflict'; readonly actual: readonly Expectation[] };

export interface LedgerObserver {
  /** Called after each group commit. */
  committed(requests: number, events: number, seconds: number): void;
}

export interface ReadOptions {
  /** Exclusive. */
  readonly after: bigint;
  /** Inclusive. */
  readonly to?: bigint;
  readonly types?: readonly string[];
  readonly limit: number;
}
