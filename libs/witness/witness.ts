import type { Clock } from '@maillage/kernel';
import type { SigningKey } from '@maillage/ledger';
import { systemClock } from '@maillage/platform';
import {
  EMPTY_ROOT,
  openNote,
  parseCheckpointForm,
  parseNote,
  parseVerifierKey,
  textOfNote,
  VerificationError,
  verifyConsistency,
  type Checkpoint,
  type VerifierKey,
} from '@maillage/verifier';
import { MalformedRequest, parseRequest, type AddCheckpointRequest } from './request.js';
import { WitnessState, type Remembered } from './state.js';

export { StateUnreadable } from './state.js';

export interface WitnessOptions {
  /** Where the state is kept. The caller makes sure that no other process has it. */
  readonly folder: string;
  /** Signs as a cosigner, type 0x04; its name is the witness's. */
  readonly key: SigningKey;
  /**
   * The vkeys, type 0x01, of the logs whose checkpoints are cosigned, each with a space and the log's origin behind it where
   * that is not the key's name. A log may have several keys.
   */
  readonly logs: readonly string[];
  /** Told of two checkpoints of one size with different roots, both signed by the log: proof that it forked. */
  readonly onFork?: (fork: Fork) => void;
  readonly clock?: Clock;
}

export interface Fork {
  readonly origin: string;
  readonly size: bigint;
  /** The root this witness cosigned. */
  readonly cosigned: Buffer;
  /** The signed note that was submitted. */
  readonly submitted: string;
}

/** An answer over HTTP. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly contentType: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  readonly body: string;
}

/**
 * A witness of other people's logs (C2SP tlog-witness): it cosigns a checkpoint only where the log's key signed it and
 * where it is proven to continue the one cosigned before. What is cosigned is on disk before it is answered.
 */
export class Witness {
  private readonly queues = new Map<string, Promise<unknown>>();

  private constructor(
    private readonly options: WitnessOptions,
    private readonly state: WitnessState,
    private readonly keys: ReadonlyMap<string, readonly VerifierKey[]>,
  ) {}

  /**
   * @throws {StateUnreadable} when what it cosigned before cannot be read.
   * @throws {VerificationError} KEY, for a vkey that is none or not of type 0x01.
   */
  static async open(options: WitnessOptions): Promise<Witness> {
    const keys = logKeys(options.logs);
    return new Witness(options, await WitnessState.open(options.folder), keys);
  }

  /** What others verify its cosignatures with. */
  get vkey(): string {
    return this.options.key.cosignerVkey;
  }

  /**
   * `POST <prefix>/add-checkpoint`.
   * @throws {StateUnreadable} and errors of the file system: nothing is signed then, and the client may ask again.
   */
  async addCheckpoint(body: Uint8Array): Promise<WitnessAnswer> {
    let request: AddCheckpointRequest;
    let checkpoint: Checkpoint;
    try {
      request = parseRequest(body);
      checkpoint = parseCheckpointForm(textOfNote(request.note));
    } catch (error) {
      return says(400, sentence(error));
    }
    const { origin, size } = checkpoint;
    const keys = this.keys.get(origin);
    if (keys === undefined) return says(404, `This witness does not know the log ${origin}.`);
    try {
      openNote(request.note, [...keys]);
    } catch (error) {
      return says(
        403,
        `The checkpoint is not signed by a key of ${origin} that this witness knows: ${sentence(error)}`,
      );
    }
    if (request.oldSize > size) {
      return says(400, `The old size, ${request.oldSize}, is larger than the checkpoint's, ${size}.`);
    }
    return this.inTurn(origin, () => this.judge(request, checkpoint, keys));
  }

  /** What was cosigned last is looked up and replaced without another request of the same log in between. */
  private async judge(
    { oldSize, proof, note }: AddCheckpointRequest,
    checkpoint: Checkpoint,
    keys: readonly VerifierKey[],
  ): Promise<WitnessAnswer> {
    const { origin, size, root } = checkpoint;
    const latest: Remembered = (await this.state.latest(origin)) ?? { size: 0n, root: EMPTY_ROOT };
    if (oldSize !== latest.size) return { status: 409, contentType: 'text/x.tlog.size', body: `${latest.size}\n` };
    if (size === 0n && !root.equals(EMPTY_ROOT)) {
      return says(422, 'The checkpoint is of size 0, but its root is not that of no leaves.');
    }
    if (size === latest.size && !root.equals(latest.root)) {
      this.options.onFork?.({ origin, size, cosigned: latest.root, submitted: note });
      return says(422, `This witness cosigned another root for ${origin} at size ${size}: the log has forked.`);
    }
    try {
      verifyConsistency({ from: latest.size, fromRoot: latest.root, to: size, toRoot: root, proof });
    } catch (error) {
      return says(422, `Nothing shows that size ${size} continues size ${oldSize}: ${sentence(error)}`);
    }
    const { text, signatures } = parseNote(note);
    if (size > latest.size) {
      const known = signatures.filter(({ name, id }) => keys.some((key) => key.name === name && key.id.equals(id)));
      await this.state.keep(origin, `${text}\n${known.map(({ line }) => `${line}\n`).join('')}`);
    }
    // The clock is asked last: the statement is that at this time nothing larger was seen.
    return says(200, this.options.key.cosign(text, new Date((this.options.clock ?? systemClock).now())));
  }

  private async inTurn<T>(origin: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.queues.get(origin) ?? Promise.resolve()).then(work);
    // As many tails as there are logs: unknown origins never come here.
    this.queues.set(
      origin,
      mine.catch(() => undefined),
    );
    return mine;
  }
}

/** The keys of logs by their origin, each `<vkey>` or `<vkey> <origin>`. @throws {VerificationError} KEY, for a vkey that is none or not of type 0x01. */
export function logKeys(vkeys: readonly string[]): ReadonlyMap<string, readonly VerifierKey[]> {
  const keys = new Map<string, VerifierKey[]>();
  for (const named of vkeys) {
    const [vkey = '', ...words] = named.split(' ');
    const key = parseVerifierKey(vkey);
    const origin = words.length === 0 ? key.name : words.join(' ');
    if (origin === '') throw new VerificationError('KEY', `${named} ends in a space; an origin is one word or more.`);
    if (key.type !== 1) {
      throw new VerificationError('KEY', `${vkey} is the key of a witness, type 4; a log's is of type 1 (Ed25519).`);
    }
    keys.set(origin, [...(keys.get(origin) ?? []), key]);
  }
  return keys;
}

function says(status: WitnessAnswer['status'], body: string): WitnessAnswer {
  return { status, contentType: 'text/plain; charset=utf-8', body: body.endsWith('\n') ? body : `${body}\n` };
}

/** What the request is at fault with; anything else is a fault of ours, and thrown. */
function sentence(error: unknown): string {
  if (error instanceof MalformedRequest || error instanceof VerificationError) return error.message;
  throw error;
}
