import { parseCheckpoint, parseNote, verify, type Fault, type Policy, type Verdict } from '@maillage/verifier';
import { systemClock } from '@maillage/platform';
import { UsageError } from '../usage.js';
import type { Memory, Remembered } from './memory.js';
import type { Outcome } from './report.js';
import type { Source } from './source.js';

/** What the auditor brings along. */
export interface Given {
  readonly vkey?: string | undefined;
  readonly policy?: Policy | undefined;
  /** Signed notes. */
  readonly checkpoints: readonly string[];
  /** Signed notes. */
  readonly receipts: readonly string[];
}

export interface ExamineOptions {
  /** Whether what was remembered is left behind first. */
  readonly forget: boolean;
  /** Whether a valid ledger is remembered. */
  readonly remember: boolean;
  readonly threads: number;
  readonly structureOnly?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress: (done: bigint, of: bigint) => void;
}

export const sizeOf = (note: string): bigint => parseCheckpoint(parseNote(note).text).size;

/**
 * Verifies a ledger against what the auditor brings along and what is remembered of it, and remembers it where it is valid.
 * @throws {UsageError} where these contradict each other. @throws {SourceUnreadable}
 */
export async function examine(source: Source, given: Given, memory: Memory, options: ExamineOptions): Promise<Outcome> {
  const { vkey, policy, checkpoints, receipts } = given;
  const { forget, remember, structureOnly = false, threads, signal, onProgress } = options;
  // Before it is shown: it is the newest at this moment at least.
  const asOf = source.live === true ? systemClock.now() : undefined;
  const origin = (await source.read('log/checkpoint'))?.toString('utf8').split('\n', 1)[0];
  if (forget && origin !== undefined) await memory.forget(origin);
  const known = origin === undefined ? undefined : await memory.recall(origin);
  refuseOtherKey(vkey, known);
  const earlier = [...checkpoints, ...(known === undefined ? [] : [known.checkpoint])];
  // A folder or address without a checkpoint may be the wrong one; a database's tables are a ledger, signed or not.
  if (origin === undefined && source.checkpoints !== undefined && checkpoints.length > 0) {
    const message = `The ledger holds no checkpoint, though there was one of size ${checkpoints.map(sizeOf).join(', ')}.`;
    return { valid: false, fault: { kind: 'ROLLBACK', message } };
  }
  const logKey = vkey ?? known?.vkey;
  const verdict = await verify(source.read, {
    ...(logKey === undefined ? {} : { logKey }),
    ...(policy === undefined ? {} : { policy }),
    ...(source.head === undefined ? {} : { head: source.head }),
    checkpoints: [...earlier, ...(source.checkpoints ?? [])],
    receipts,
    ...(asOf === undefined ? {} : { asOf }),
    structureOnly,
    threads,
    ...(signal === undefined ? {} : { signal }),
    onProgress,
  });
  const fault = first(verdict, await source.beside?.(verdict.valid));
  if (fault !== undefined) return { valid: false, fault };
  if (!verdict.valid) return verdict;
  if (remember) await memory.remember({ origin: verdict.origin, vkey: verdict.vkey, checkpoint: verdict.checkpoint });
  return {
    ...verdict,
    keyFrom: vkey === undefined && known !== undefined ? 'remembered' : verdict.keyFrom,
    grownFrom: earlier.map(sizeOf),
    ...(remember ? { rememberedIn: memory.fileOf(verdict.origin) } : {}),
  };
}

function refuseOtherKey(given: string | undefined, known: Remembered | undefined): void {
  if (given === undefined || known === undefined || given === known.vkey) return;
  throw new UsageError(
    `${known.origin} was found valid before with the key ${known.vkey}, not with the one given. Keys of a log do not ` +
      'change; if you know why this one did, add --forget.',
  );
}

/** The fault to tell: of the lowest position; at the same one, the log's own rather than its source's. */
function first(verdict: Verdict, beside: Fault | undefined): Fault | undefined {
  if (verdict.valid || beside === undefined) return verdict.valid ? beside : verdict.fault;
  const { position } = verdict.fault;
  const lower = beside.position !== undefined && (position === undefined || beside.position < position);
  return lower ? beside : verdict.fault;
}
