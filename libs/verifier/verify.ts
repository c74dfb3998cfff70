import type { Instant } from '@maillage/kernel';
import { openCheckpoint, type Cosigner, type OpenedCheckpoint } from './checkpoint.js';
import { CommittedSchemas } from './committed.js';
import type { BundleReport } from './entry.js';
import { SourceUnreadable, VerificationError, type Fault } from './fault.js';
import { HASH_BYTES } from './merkle.js';
import { parseVerifierKey, type VerifierKey } from './note.js';
import { parsePolicy, type Policy } from './policy.js';
import { instantOf, receiptsOf, refuseBroken, refuseOthers, type Promises } from './promises.js';
import { ReceiptKeys } from './receipt-keys.js';
import { ownCopy, Semantics, type Said } from './semantics.js';
import { openCheckers, type Checkers } from './threads.js';
import { TILE_WIDTH, tileWidth } from './tiles.js';
import { GrowingTree, readTile, type Read } from './tree.js';

export interface VerifyOptions {
  /** The log's vkey. Without it the policy's key of that origin is taken, or else the one the ledger itself shows. */
  readonly logKey?: string;
  /** Its quorum must be met. Without it the ledger's own policy names the witnesses, and only says whether it is met. */
  readonly policy?: Policy;
  /** Signed notes of checkpoints seen before: the ledger must have grown out of each. */
  readonly checkpoints?: readonly string[];
  /** Signed notes in which the ledger says where it recorded something: it must be there. */
  readonly receipts?: readonly string[];
  /** When the source, one that goes on, showed its checkpoint as the newest: receipts are held to the time they promise. */
  readonly asOf?: Instant;
  /** The last position to look at where entries stand behind the checkpoint; those are checked in form alone. */
  readonly head?: bigint;
  /** Leaves out what entries say of each other: ids, commands, times, streams, actors, erasures, reopenings. */
  readonly structureOnly?: boolean;
  /** How many threads check entries beside the calling one, which then checks none; without them it does so itself. */
  readonly threads?: number;
  /** Ends it at once when aborted, with the reason, whatever a thread is at. */
  readonly signal?: AbortSignal;
  /** Told of entries checked, and of how many there are. */
  readonly onProgress?: (done: bigint, of: bigint) => void;
}

export interface ValidVerdict {
  readonly valid: true;
  readonly origin: string;
  readonly size: bigint;
  readonly root: Buffer;
  /** How many private values the log says were erased. */
  readonly erased: bigint;
  /** Whether it was looked at whether the entries make sense together. */
  readonly semantics: boolean;
  /**
   * How many JSON Schemas the log itself is committed to, all of them as offered; and paths of those that entries were judged
   * by on the word of the source alone, as in logs from before there were commitments.
   */
  readonly schemas: { readonly committed: number; readonly uncommitted: readonly string[] };
  readonly cosignedBy: readonly Cosigner[];
  /** Whose word it is that the log's key is this one. `ledger`: its own, which an impostor could give as well. */
  readonly keyFrom: 'given' | 'policy' | 'ledger';
  /** Of the log. */
  readonly vkey: string;
  /** What the policy wants, and whether it has it; absent without a policy. */
  readonly quorum?: { readonly required: string; readonly met: boolean; readonly from: 'given' | 'ledger' };
  /** Positions of receipts that lie behind the checkpoint, which is no later than they promise to be covered: not to be judged yet. */
  readonly uncovered: readonly bigint[];
  /** The checkpoint as signed: what to give as an earlier one next time. */
  readonly checkpoint: string;
}

export type Verdict = ValidVerdict | { readonly valid: false; readonly fault: Fault };

/** Bundles fetched or checked at a time: enough to hide the way to the source, and little memory. */
const AHEAD = 8;
/** Read as what ends before its first entry or hash. */
const ABSENT = { bytes: Buffer.alloc(0), exact: true };

/**
 * Reads a whole ledger and says whether it is what its checkpoint vouches for, and well-formed throughout. The fault
 * told is that of the lowest position; one without a position only where no event is at fault by itself.
 * @throws {SourceUnreadable} and whatever else `read` throws: then nothing was found out.
 */
export async function verify(read: Read, options: VerifyOptions = {}): Promise<Verdict> {
  options.signal?.throwIfAborted();
  const checkers = openCheckers(options.threads ?? 0);
  const calledOff = new AbortController();
  try {
    return await Promise.race([verified(read, options, checkers), aborted(options.signal, calledOff.signal)]);
  } catch (error) {
    if (error instanceof VerificationError) return { valid: false, fault: error.toFault() };
    throw error;
  } finally {
    calledOff.abort();
    await checkers.close();
  }
}

/** @param over when nobody waits for it any more. */
function aborted(signal: AbortSignal | undefined, over: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => {
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', abort, { once: true, signal: over });
  });
}

async function verified(read: Read, options: VerifyOptions, checkers: Checkers): Promise<ValidVerdict> {
  const note = await read('log/checkpoint');
  if (note === undefined) throw new SourceUnreadable('There is no log/checkpoint: this is not a sealed ledger.');
  const { key, vkey, keyFrom } = await logKeyOf(read, note, options);
  const { policy, from } = await policyOf(read, options);
  const checkpoint = openCheckpoint(note, key, policy?.witnesses);
  const { origin, size, root, cosignedBy } = checkpoint;
  const met = policy?.met(new Set(cosignedBy.map(({ name }) => name))) ?? true;
  if (!met && from === 'given') {
    const signed = cosignedBy.length === 0 ? 'no known witness' : cosignedBy.map(({ name }) => name).join(', ');
    throw new VerificationError('QUORUM', `The policy wants the quorum ${policy?.quorum ?? ''}; ${signed} cosigned.`);
  }
  const earlier = (options.checkpoints ?? []).map((each) => openEarlier(each, key, checkpoint));
  const promises = receiptsOf(options.receipts ?? [], key);
  const head = options.head !== undefined && options.head > size ? options.head : size;
  const keys = new ReceiptKeys(key);
  const walk = new Walk(read, checkers, checkpoint, head, earlier, promises, keys, options);
  const { erased, latest, schemas } = await walk.run();
  refuseBroken(promises, keys, checkpoint, head, latest, options.asOf);
  return {
    valid: true,
    origin,
    size,
    root,
    erased,
    semantics: options.structureOnly !== true,
    schemas,
    cosignedBy,
    keyFrom,
    vkey,
    ...(policy === undefined ? {} : { quorum: { required: policy.quorum, met, from } }),
    uncovered: [...promises.keys()].filter((position) => position > head),
    checkpoint: note.toString('utf8'),
  };
}

async function logKeyOf(
  read: Read,
  note: Buffer,
  { logKey, policy }: VerifyOptions,
): Promise<{ key: VerifierKey; vkey: string; keyFrom: ValidVerdict['keyFrom'] }> {
  const trusted = policy?.logs.map(({ key }) => key) ?? [];
  const origin = note.toString('utf8').split('\n', 1)[0] ?? '';
  const listed = trusted.find(({ name }) => name === origin);
  if (logKey === undefined && listed !== undefined) return { key: listed, vkey: vkeyOf(listed), keyFrom: 'policy' };
  const vkey = logKey ?? (await read('log/key'))?.toString('utf8').trimEnd();
  if (vkey === undefined) throw new VerificationError('KEY', 'The ledger shows no log/key, and none was given.');
  const key = parseVerifierKey(vkey);
  if (trusted.length > 0 && !trusted.some(({ publicKey }) => publicKey.equals(key.publicKey))) {
    throw new VerificationError('KEY', `The key of ${key.name} is none of the logs' that the policy lists.`);
  }
  return { key, vkey, keyFrom: logKey === undefined ? 'ledger' : 'given' };
}

function vkeyOf({ name, id, type, publicKey }: VerifierKey): string {
  return `${name}+${id.toString('hex')}+${Buffer.concat([Buffer.of(type), publicKey]).toString('base64')}`;
}

async function policyOf(
  read: Read,
  { policy }: VerifyOptions,
): Promise<{ policy: Policy | undefined; from: 'given' | 'ledger' }> {
  if (policy !== undefined) return { policy, from: 'given' };
  const published = await read('log/policy');
  return { policy: published && parsePolicy(published), from: 'ledger' };
}

/** An earlier checkpoint of the same log, no larger than this one. */
function openEarlier(note: string, key: VerifierKey, { origin, size }: OpenedCheckpoint): OpenedCheckpoint {
  let earlier: OpenedCheckpoint;
  try {
    earlier = openCheckpoint(note, key);
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    throw new VerificationError(error.kind, `The earlier checkpoint is not one of ${origin}: ${error.message}`);
  }
  if (earlier.size <= size) return earlier;
  const message = `The ledger has shrunk: its checkpoint is of size ${size}, an earlier one of size ${earlier.size}.`;
  throw new VerificationError('ROLLBACK', message);
}

/** One reading of the log from its first entry to its last. */
class Walk {
  private readonly size: bigint;
  private readonly tree: GrowingTree;
  private readonly versions = new Map<string, number>();
  private readonly schemas = new Map<string, Promise<string | undefined>>();
  private readonly judges = new Map<string, Promise<void>>();
  private readonly committed = new CommittedSchemas();
  /** Checkpoints still to be compared with, the smallest first; of one size the ledger's own first. */
  private readonly due: OpenedCheckpoint[];
  private agreed = 0n;
  /** The first root that is not as signed. Told at the end, unless an event turns out to be at fault by itself. */
  private differing: VerificationError | undefined;
  private readonly semantics: Semantics | undefined;
  private erased = 0n;
  private latest: Instant = '';

  constructor(
    private readonly read: Read,
    private readonly checkers: Checkers,
    private readonly own: OpenedCheckpoint,
    private readonly head: bigint,
    earlier: readonly OpenedCheckpoint[],
    private readonly promises: Promises,
    private readonly keys: ReceiptKeys,
    private readonly options: VerifyOptions,
  ) {
    this.size = own.size;
    if (options.structureOnly !== true) {
      const cosigned = own.cosignedBy.map(({ name, time }) => ({ name, at: instantOf(time) }));
      const first = cosigned.sort((a, b) => (a.at < b.at ? -1 : 1))[0];
      this.semantics = new Semantics({ origin: own.origin, size: own.size, cosigned: first, asOf: options.asOf });
    }
    this.tree = new GrowingTree(read, own.size);
    this.due = [own, ...earlier].sort((a, b) => (a.size < b.size ? -1 : a.size > b.size ? 1 : 0));
  }

  /** @returns how many values were erased, when the latest of the sealed entries was recorded, and how schemas stand. */
  async run(): Promise<{
    readonly erased: bigint;
    readonly latest: Instant;
    readonly schemas: ValidVerdict['schemas'];
  }> {
    this.compareRoots(0n, Buffer.alloc(0));
    const ahead: Promise<BundleReport>[] = [];
    const bundles = (this.head + BigInt(TILE_WIDTH - 1)) / BigInt(TILE_WIDTH);
    for (let [done, begun] = [0n, 0n]; done < bundles; done += 1n) {
      for (; begun < bundles && ahead.length < AHEAD; begun += 1n) ahead.push(settled(this.checked(begun)));
      await this.take(done * BigInt(TILE_WIDTH), await (ahead.shift() as Promise<BundleReport>));
    }
    if (this.differing !== undefined) throw this.differing;
    return { erased: this.erased, latest: this.latest, schemas: this.committed.standing };
  }

  /** Fetches a bundle and its leaves and has them checked, again each time a schema was wanted. */
  private async checked(index: bigint): Promise<BundleReport> {
    const width = tileWidth(0, index, this.head);
    const sealed = tileWidth(0, index, this.size);
    const [entries, tile] = await Promise.all([
      readTile(this.read, 'entries', index, width),
      sealed === 0 ? undefined : readTile(this.read, 0, index, sealed),
    ]);
    const { bytes: bundle, exact } = entries ?? ABSENT;
    const { bytes: leaves } = tile ?? ABSENT;
    const job = { first: index * BigInt(TILE_WIDTH) + 1n, width, bundle, exact, sealed, leaves };
    for (;;) {
      const report = await this.checkers.check(job);
      if (report.wanted === undefined) return report;
      this.committed.use(report.wanted);
      await this.judging(report.wanted);
    }
  }

  /** What the source offers under a path. */
  private offered(path: string): Promise<string | undefined> {
    let fetched = this.schemas.get(path);
    if (fetched === undefined) {
      fetched = this.read(path).then((bytes) => bytes?.toString('utf8'));
      this.schemas.set(path, fetched);
    }
    return fetched;
  }

  /** Has entries judged by it, from when this resolves on. */
  private judging(path: string): Promise<void> {
    let added = this.judges.get(path);
    if (added === undefined) {
      added = this.offered(path).then((text) => {
        this.checkers.addSchema(path, text);
      });
      this.judges.set(path, added);
    }
    return added;
  }

  /** What only the order of entries tells, then the tree above them. `before`: how many entries came before. */
  private async take(before: bigint, report: BundleReport): Promise<void> {
    const { facts, leaves, root, latest, erased, fault } = report;
    let position = before;
    for (const fact of facts) {
      position += 1n;
      this.follow(fact, position);
      this.semantics?.judge(fact, position);
      if (fact.aside !== undefined) this.keys.hear(fact.aside, position);
      const commits = fact.aside?.commits;
      if (commits !== undefined) await this.committed.commit(commits, (path) => this.offered(path), position);
      if (this.promises.size > 0) {
        const at = Number(position - before - 1n) * HASH_BYTES;
        refuseOthers(this.promises, this.keys, position, leaves.subarray(at, at + HASH_BYTES));
      }
    }
    if (fault !== undefined) throw new VerificationError(fault.kind, fault.message, fault.position);
    this.compareRoots(before, leaves);
    // Behind the checkpoint there is no tree to compare with.
    if (root !== undefined && before + BigInt(TILE_WIDTH) <= this.size) await this.tree.append(root);
    this.erased += BigInt(erased);
    if (latest > this.latest) this.latest = latest;
    this.options.onProgress?.(before + BigInt(facts.length), this.head);
  }

  /** Whether a stream goes on with its next version. */
  private follow({ version, stream }: Said, position: bigint): void {
    const known = this.versions.get(stream);
    const next = (known ?? 0) + 1;
    if (version !== String(next)) {
      const message = `It is version ${version} of ${stream}, where ${next} comes next.`;
      throw new VerificationError('VERSION', message, position);
    }
    this.versions.set(known === undefined ? ownCopy(stream) : stream, next);
  }

  /** With every checkpoint whose last leaf is among these. */
  private compareRoots(before: bigint, leaves: Buffer): void {
    const after = before + BigInt(leaves.length / HASH_BYTES);
    for (let next = this.due[0]; next !== undefined && next.size <= after; next = this.due[0]) {
      this.due.shift();
      const same = this.tree.rootWith(leaves.subarray(0, Number(next.size - before) * HASH_BYTES)).equals(next.root);
      // That the tree is the one just signed says nothing of the past.
      if (same && next !== this.own) this.agreed = next.size;
      if (!same) this.differing ??= this.differs(next);
    }
  }

  private differs(from: OpenedCheckpoint): VerificationError {
    const where = `somewhere in positions ${this.agreed + 1n} to ${from.size}`;
    return from === this.own
      ? new VerificationError(
          'ROOT',
          `The checkpoint of size ${from.size} signs another root than the entries have, ${where}.`,
        )
      : new VerificationError(
          'CONSISTENCY',
          `History was rewritten after the checkpoint of size ${from.size}, ${where}.`,
        );
  }
}

/** A fetch begun ahead of its turn may fail; the failure is told in its turn. */
function settled<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
