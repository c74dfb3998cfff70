import { setTimeout as sleep } from 'node:timers/promises';

/** Whoever sends a signal to a process group often sends it to the process as well: npm, timeout(1), some shells. */
const SAME_REQUEST_MS = 1_000;
const HEED_WITHIN_MS = 5_000;
const CLOSE_WITHIN_MS = 20_000;
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** The process was asked to end before the work was done. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(
    readonly signal: keyof typeof SIGNALS,
    remark = '',
  ) {
    super(`Stopped by ${signal} before it was done.${remark === '' ? '' : ` ${remark}`}`);
  }

  /** As shells have it: 128 and the signal's number. */
  get exitCode(): number {
    return SIGNALS[this.signal];
  }
}

export interface Life {
  /** Aborted once the process is asked to end; its reason is an `Interrupted`. */
  readonly interrupted: AbortSignal;
  /**
   * Has what is being opened closed at the end, last opened first, however the work ends. `outlives`: it is a process of
   * its own and is ended even where this one is made to end at once.
   */
  open<T>(
    opening: T | Promise<T>,
    close: (opened: T) => Promise<void>,
    options?: { readonly outlives: boolean },
  ): Promise<T>;
}

interface Opened {
  readonly outlives: boolean;
  close(): Promise<void>;
}

/**
 * Runs `work` so that SIGINT and SIGTERM end it in good order: first it is told, then what it opened is closed. Where it
 * does not heed that in time, or is asked once more, only what would outlive the process is closed before it exits.
 */
export async function lifetime<T>(
  work: (life: Life) => Promise<T>,
  { exitCode }: { readonly exitCode?: number } = {},
): Promise<T> {
  const controller = new AbortController();
  const opened: Opened[] = [];
  const life: Life = {
    interrupted: controller.signal,
    open: (opening, close, { outlives } = { outlives: false }) => {
      const ready = Promise.resolve(opening);
      opened.push({
        outlives,
        // What did not open has nothing to close; its failure is told to whoever opened it.
        close: () => ready.then(close, () => undefined),
      });
      return ready;
    },
  };

  let askedAt: number | undefined;
  let leaving = false;
  const leave = async (code: number): Promise<void> => {
    if (leaving) return;
    leaving = true;
    await closeAll(opened.filter(({ outlives }) => outlives)).catch(() => undefined);
    process.exit(code);
  };
  const ask = (signal: keyof typeof SIGNALS) => {
    if (askedAt === undefined) {
      askedAt = performance.now();
      controller.abort(new Interrupted(signal));
    } else if (performance.now() - askedAt > SAME_REQUEST_MS) void leave(1);
  };
  const names = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
  for (const signal of names) process.on(signal, ask);

  const unheeded = whenAborted(life.interrupted).then(async (interruption) => {
    await sleep(HEED_WITHIN_MS, undefined, { ref: false });
    await leave(exitCode ?? interruption.exitCode);
    return new Promise<never>(() => undefined);
  });
  try {
    return await Promise.race([work(life), unheeded]);
  } finally {
    // Not cleared: should anything keep the process from ending afterwards, this ends it.
    setTimeout(() => void (askedAt !== undefined && leave(1)), CLOSE_WITHIN_MS).unref();
    leaving = false;
    await closeAll(opened);
    for (const signal of names) process.off(signal, ask);
  }
}

/** Resolves with the reason once the process is asked to end. */
export function whenAborted(signal: AbortSignal): Promise<Interrupted> {
  return new Promise((resolve) => {
    const tell = () => {
      resolve(signal.reason as Interrupted);
    };
    if (signal.aborted) tell();
    else signal.addEventListener('abort', tell, { once: true });
  });
}

/** Last opened first. One that fails does not keep the others open; the first failure is thrown in the end. */
async function closeAll(opened: readonly Opened[]): Promise<void> {
  const failures: unknown[] = [];
  for (const each of [...opened].reverse()) await each.close().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
