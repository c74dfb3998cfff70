import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { EntryChecker, type BundleJob, type BundleReport } from './entry.js';
import type { Aside, Said } from './semantics.js';

/** Checks bundles, several at a time where there are threads; each answer stands by itself. */
export interface Checkers {
  check(job: BundleJob): Promise<BundleReport>;
  addSchema(path: string, text: string | undefined): void;
  close(): Promise<void>;
}

export type Order = { readonly job: BundleJob } | { readonly path: string; readonly text: string | undefined };

/** @param threads how many beside the calling one, which checks nothing then: it stays free to be called off. */
export function openCheckers(threads: number): Checkers {
  return threads === 0 ? checkersHere() : checkersBeside(threads);
}

function checkersHere(): Checkers {
  const checker = new EntryChecker();
  return {
    check: async (job) => {
      // Whoever calls it off is heard between bundles, even where reading them never waits.
      await turn();
      return checker.check(job);
    },
    addSchema: (path, text) => {
      checker.addSchema(path, text);
    },
    close: async () => undefined,
  };
}

function checkersBeside(threads: number): Checkers {
  const crew = Array.from({ length: threads }, () => new CheckingThread());
  return {
    check: (job) => crew.reduce((least, each) => (each.load < least.load ? each : least)).check(job),
    addSchema: (path, text) => {
      for (const each of crew) each.send({ path, text });
    },
    close: async () => {
      await Promise.all(crew.map((each) => each.close()));
    },
  };
}

interface Waiting {
  readonly resolve: (report: BundleReport) => void;
  readonly reject: (error: Error) => void;
}

class CheckingThread {
  // Run from its sources, this file ends in .ts, and so does the thread's.
  private readonly worker = new Worker(new URL(import.meta.url.replace(/threads(\.[jt]s)$/, 'entry.worker$1')));
  private readonly waiting: Waiting[] = [];

  constructor() {
    this.worker.on('message', (report: SentReport) => this.waiting.shift()?.resolve(received(report)));
    this.worker.on('error', (error) => this.waiting.splice(0).forEach(({ reject }) => reject(error)));
  }

  get load(): number {
    return this.waiting.length;
  }

  check(job: BundleJob): Promise<BundleReport> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.send({ job });
    });
  }

  send(order: Order): void {
    this.worker.postMessage(order);
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}

/** Between threads one text goes faster than many: of each entry a line, and beside them the few asides by their place. */
interface SentReport extends Omit<BundleReport, 'facts'> {
  readonly facts: string;
  readonly asides: ReadonlyMap<number, Aside>;
}

/** No field holds a tab, as control characters would have to be escaped. */
export function sent({ facts, ...rest }: BundleReport): SentReport {
  const asides = new Map<number, Aside>();
  const lines = facts.map(({ version, stream, id, type, commandId, recordedAt, organisation, aside }, n) => {
    if (aside !== undefined) asides.set(n, aside);
    return [version, stream, id, type, commandId, recordedAt, organisation].join('\t');
  });
  return { ...rest, facts: lines.join('\n'), asides };
}

function received({ facts, asides, leaves, root, ...rest }: SentReport): BundleReport {
  const lines = facts === '' ? [] : facts.split('\n');
  const said = lines.map((line, n): Said => {
    const [version = '', stream = '', id = '', type = '', commandId = '', recordedAt = '', organisation = ''] =
      line.split('\t');
    return { version, stream, id, type, commandId, recordedAt, organisation, aside: asides.get(n) };
  });
  // Bytes come over as bare arrays.
  return { ...rest, facts: said, leaves: asBuffer(leaves), root: root === undefined ? undefined : asBuffer(root) };
}

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array) => Buffer.from(buffer, byteOffset, length);
