import type { Instant } from '@maillage/kernel';
import type { Ledger } from '@maillage/ledger';
import type { Database } from '@maillage/platform';
import * as checkpoint from './views/checkpoint.sql.js';

export interface ViewStatus {
  readonly name: string;
  readonly version: number;
  readonly position: bigint;
  /** Events behind the head. */
  readonly lag: bigint;
  /** When the oldest of those was recorded; `undefined` at the head. */
  readonly waitsSince: Instant | undefined;
  readonly state: 'RUNNING' | 'HALTED' | 'ABSENT';
  readonly error: string | undefined;
  readonly errorPosition: bigint | undefined;
}

export interface Status {
  readonly head: bigint;
  readonly views: readonly ViewStatus[];
}

/** Where the log and each view stand. A view nobody has built yet is ABSENT. */
export async function status(
  database: Database,
  ledger: Ledger,
  views: readonly { readonly name: string; readonly version: number }[],
): Promise<Status> {
  // Checkpoints first: a head read before them could be behind a view.
  const known = new Map((await checkpoint.all(database.pool)).map((each) => [each.name, each]));
  const head = await ledger.head();
  const behind = [...known.values()].map(({ position }) => position).filter((position) => position < head);
  const recordedAt = await ledger.recordedAt(behind.map((position) => position + 1n));
  return {
    head,
    views: views.map(({ name, version }) => {
      const at = known.get(name);
      const position = at?.position ?? 0n;
      return {
        name,
        version: at?.version ?? version,
        position,
        lag: head > position ? head - position : 0n,
        waitsSince: at && recordedAt.get(position + 1n),
        state: at?.state ?? 'ABSENT',
        error: at?.error,
        errorPosition: at?.errorPosition,
      };
    }),
  };
}
