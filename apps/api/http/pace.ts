import { performance } from 'node:perf_hooks';
import { waitIn } from './waiting.js';

/** How long a request waits for what its visitor's others took, at most. */
const LONGEST_WAIT_MS = 10_000;
/** What a visitor may take at once, after a while without asking: tens of pages. */
const AT_ONCE_MS = 1_000;
/** What one that is under way is taken to need until it is known. */
const USUAL_MS = 10;

/** The request has been answered; once, however often it is called. */
export type Answered = () => void;

/** One visitor's: what was taken and not made up for since, in milliseconds of the processor, and who waits for that. */
interface Line {
  owed: number;
  /** When it was as much as that. */
  at: number;
  underWay: number;
  readonly waiting: Set<() => void>;
  timer: NodeJS.Timeout | undefined;
}

/** What the time is, and for how long this process has worked by now, in milliseconds. */
export interface Watch {
  now(): number;
  worked(): number;
}

const PROCESS: Watch = {
  now: () => performance.now(),
  worked: () => performance.eventLoopUtilization().active,
};

/**
 * How much of this process's time each visitor takes. Everybody is answered in turns on one thread, and a request that others
 * sent may hold it for longer than a whole page takes: so whoever has taken its share waits, before its next request is read
 * even, and between its turns there is room for those of others. What a request takes is measured, not estimated: of the time
 * that the thread works, each request under way then is charged an equal part.
 */
export class Pace {
  private readonly lines = new Map<string, Line>();
  private underWay = 0;
  /** What each request that was under way from the beginning would have been charged by now. */
  private charged = 0;
  private worked: number;

  /** @param share of the thread's time, between 0 and 1; all of it bounds nobody. */
  constructor(
    private readonly share: number,
    private readonly watch: Watch = PROCESS,
    private readonly longestWaitMs = LONGEST_WAIT_MS,
  ) {
    this.worked = watch.worked();
  }

  /** @returns `undefined` where its turn did not come in time, or the client went away meanwhile. */
  turn(visitor: string, client?: AbortSignal): Promise<Answered | undefined> {
    return this.enter(visitor, client, this.longestWaitMs);
  }

  /** Runs what nobody waits for an answer of, as a subscription tells something, when it is the visitor's turn or nobody is there. */
  async inTurn<T>(visitor: string, client: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    const answered = await this.enter(visitor, client, undefined);
    try {
      return await work();
    } finally {
      answered?.();
    }
  }

  private async enter(
    visitor: string,
    client: AbortSignal | undefined,
    waitMs: number | undefined,
  ): Promise<Answered | undefined> {
    if (this.share >= 1) return () => undefined;
    const line = this.lines.get(visitor) ?? this.open(visitor);
    if (line.waiting.size > 0 || this.over(line) >= 0) {
      if (!(await this.wait(visitor, line, client, waitMs))) return undefined;
    } else line.underWay += 1;
    this.charge();
    this.underWay += 1;
    const [from, began] = [this.charged, this.watch.now()];
    let answered = false;
    return () => {
      if (answered) return;
      answered = true;
      this.charge();
      this.underWay -= 1;
      const now = this.watch.now();
      // A statement that took long is charged as it ends: never to whoever came meanwhile for more than the time it was there.
      line.owed = this.owed(line) + Math.min(this.charged - from, now - began);
      line.at = now;
      line.underWay -= 1;
      this.next(visitor, line);
    };
  }

  private open(visitor: string): Line {
    const line: Line = { owed: 0, at: this.watch.now(), underWay: 0, waiting: new Set(), timer: undefined };
    this.lines.set(visitor, line);
    return line;
  }

  /** What the database worked for those who are under way, in milliseconds. */
  took(ms: number): void {
    if (this.underWay > 0) this.charged += ms / this.underWay;
  }

  /** Shares what was worked since the last time among those who were under way. */
  private charge(): void {
    const worked = this.watch.worked();
    if (this.underWay > 0) this.charged += (worked - this.worked) / this.underWay;
    this.worked = worked;
  }

  private owed({ owed, at }: Line): number {
    return Math.max(0, owed - this.share * (this.watch.now() - at));
  }

  /** By how much all is taken, with what is under way; below 0 another may begin. */
  private over(line: Line): number {
    return this.owed(line) + line.underWay * USUAL_MS - AT_ONCE_MS;
  }

  /** Lets in whoever may go on by now, and looks again when more may; of a visitor that owes nothing, nothing is kept. */
  private next(visitor: string, line: Line): void {
    clearTimeout(line.timer);
    for (const begin of line.waiting) {
      if (this.over(line) >= 0) break;
      begin();
    }
    const waits = line.waiting.size > 0;
    // Whoever is under way looks again as it ends.
    if (!waits && line.underWay > 0) return;
    const left = waits ? this.over(line) : this.owed(line);
    if (!waits && left === 0) this.lines.delete(visitor);
    else line.timer = setTimeout(() => this.next(visitor, line), Math.ceil(left / this.share) + 1).unref();
  }

  private async wait(
    visitor: string,
    line: Line,
    client: AbortSignal | undefined,
    ms: number | undefined,
  ): Promise<boolean> {
    const entryOf = (begin: () => void) => () => {
      line.underWay += 1;
      begin();
    };
    const ended = waitIn(line.waiting, entryOf, client, ms);
    this.next(visitor, line);
    return (await ended) === 'begun';
  }
}
