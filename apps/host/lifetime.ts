/** Whoever signals a process group often signals the process as well: npm and timeout(1) do. That is one request. */
const SAME_REQUEST_MS = 1_000;
const HEED_WITHIN_MS = 5_000;
const CLOSE_WITHIN_MS = 20_000;
/** SIGHUP is what a process is sent when its terminal is closed or its connection lost. As shells have it: 128 and the number. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const SIGNALS = Object.keys(EXIT_CODES) as readonly Signal[];

type Signal = keyof typeof EXIT_CODES;

/** The process was asked to end before the work was done. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor(
    readonly signal: Signal,
    remark = '',
  ) {
    super(`Stopped by ${signal} before it was done.${remark}`);
  }

  get exitCode(): number {
    return EXIT_CODES[this.signal];
  }
}

export interface Life {
  /** Aborted once the process is asked to end; its reason is an `Interrupted`. */
  readonly interrupted: AbortSignal;
  /** Has what is being opened closed at the end, last opened first, however the work ends. */
  open<T>(opening: T | Promise<T>, close: (opened: T) => Promise<void>): Promise<T>;
  /** The same for a process of its own: it is ended even where this one has to leave in a hurry. */
  openProcess<T>(opening: T | Promise<T>, close: (opened: T) => Promise<void>): Promise<T>;
}

/**
 * Runs `work` so that SIGINT, SIGTERM and SIGHUP end it in good order: it is told, and what it opened is closed. Where it does not
 * heed that in time, closing takes too long, or it is asked once more, only other processes are ended before this exits.
 */
export async function lifetime<T>(
  work: (life: Life) => Promise<T>,
  { unheededExitCode }: { readonly unheededExitCode?: number } = {},
): Promise<T> {
  const controller = new AbortController();
  const everything = new Closers();
  const processes = new Closers();
  const life: Life = {
    interrupted: controller.signal,
    open: (opening, close) => everything.add(opening, close),
    openProcess: (opening, close) => {
      let closing: Promise<void> | undefined;
      const once: typeof close = (opened) => (closing ??= close(opened));
      void processes.add(opening, once).catch(() => undefined);
      return everything.add(opening, once);
    },
  };

  let limit: NodeJS.Timeout | undefined;
  const leaveAfter = (ms: number, exitCode: number) => {
    clearTimeout(limit);
    limit = setTimeout(() => void processes.close().finally(() => process.exit(exitCode)), ms);
    limit.unref();
  };
  let askedAt: number | undefined;
  const ask = (signal: Signal) => {
    if (askedAt === undefined) {
      askedAt = performance.now();
      leaveAfter(HEED_WITHIN_MS, unheededExitCode ?? EXIT_CODES[signal]);
      controller.abort(new Interrupted(signal));
    } else if (performance.now() - askedAt > SAME_REQUEST_MS) leaveAfter(0, 1);
  };
  for (const signal of SIGNALS) process.on(signal, ask);
  try {
    return await work(life);
  } finally {
    if (askedAt !== undefined) leaveAfter(CLOSE_WITHIN_MS, 1);
    await everything.close();
    for (const signal of SIGNALS) process.off(signal, ask);
  }
}

/** Resolves once the process is asked to end. */
export function ended(interrupted: AbortSignal): Promise<Interrupted> {
  return new Promise((resolve) => {
    const tell = () => {
      resolve(interrupted.reason as Interrupted);
    };
    if (interrupted.aborted) tell();
    else interrupted.addEventListener('abort', tell, { once: true });
  });
}

class Closers {
  private readonly closers: (() => Promise<void>)[] = [];

  add<T>(opening: T | Promise<T>, close: (opened: T) => Promise<void>): Promise<T> {
    const opened = Promise.resolve(opening);
    // What did not open has nothing to close; why is told to whoever opened it.
    this.closers.push(() => opened.then(close, () => undefined));
    return opened;
  }

  /** Last opened first. One that fails leaves none of the others open; its error is thrown in the end. */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.closers.splice(0).reverse()) {
      await close().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}
