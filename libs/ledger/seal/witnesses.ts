import type { Database } from '@maillage/platform';
import type { Policy, PolicyWitness } from '@maillage/verifier';
import { storeCosignature, StoredOtherwise, type SealedCheckpoint } from './checkpoint.sql.js';
import type { Tree } from './tree.js';
import { askWitness, WitnessError, type WitnessFailure } from './witness-client.js';

export interface WitnessObserver {
  cosigned(witness: string, size: bigint): void;
  failed(witness: string, error: WitnessError): void;
}

/** How long a witness is left alone after it failed, in milliseconds. */
export interface WitnessPauses {
  /** Also the pause after each time it was out of reach. */
  readonly first: number;
  readonly longest: number;
}

const PAUSES: WitnessPauses = { first: 5_000, longest: 300_000 };

type Offer = Pick<SealedCheckpoint, 'origin' | 'size' | 'note'>;

/**
 * Has checkpoints co-signed by the witnesses of a policy that have an address. Each is asked on its own, for the newest
 * checkpoint there is when its turn comes: a slow one holds up neither the sealer nor the others.
 */
export class Witnesses {
  private readonly asked: readonly AskedWitness[];
  private stopped = false;

  /** @param database as the sealer's role. */
  constructor(policy: Policy, database: Database, tree: Tree, observer: WitnessObserver, pauses = PAUSES) {
    this.asked = policy.witnesses.flatMap(({ name, key, url }) =>
      url === undefined ? [] : [new AskedWitness({ name, key, url }, database, tree, observer, pauses)],
    );
  }

  offer(checkpoint: Offer): void {
    if (this.stopped) return;
    for (const witness of this.asked) witness.offer(checkpoint);
  }

  /**
   * Resolves once every witness has answered or failed on the checkpoint offered last, or a newer one. One that is left alone
   * for what it answered before has failed.
   */
  async settled(): Promise<void> {
    await Promise.all(this.asked.map((witness) => witness.settled()));
  }

  /** Nothing is asked any more until something is offered again: another process may seal, and ask for more than we know. */
  pause(): void {
    for (const witness of this.asked) witness.pause();
  }

  /** Resolves once nobody is being asked; nobody will be. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.pause();
    await this.settled();
  }
}

/** `refused`: it answered, but did not cosign. */
type Outcome = 'answered' | 'unreachable' | 'refused';

/** At any time it is being asked (`attempt`), or left alone for a while (`rest`), or has nothing to be asked. */
class AskedWitness {
  private offered: Offer | undefined;
  /** How many offers there were, and up to which of them it has answered or failed. */
  private offers = 0;
  private heard = 0;
  private attempt: Promise<void> | undefined;
  private giveUp = new AbortController();
  private rest: NodeJS.Timeout | undefined;
  /** Whether something new is worth trying at once, during the rest. */
  private wasUnreachable = false;
  private refusals = 0;
  private knownSize = 0n;

  constructor(
    private readonly witness: PolicyWitness & { readonly url: string },
    private readonly database: Database,
    private readonly tree: Tree,
    private readonly observer: WitnessObserver,
    private readonly pauses: WitnessPauses,
  ) {}

  offer(checkpoint: Offer): void {
    this.offered = checkpoint;
    this.offers += 1;
    if (this.attempt !== undefined || (this.rest !== undefined && !this.wasUnreachable)) return;
    this.askNow();
  }

  async settled(): Promise<void> {
    const { offers } = this;
    while (this.attempt !== undefined && this.heard < offers) await this.attempt;
  }

  pause(): void {
    this.offered = undefined;
    // Whoever waits from now on waits for the end of what is given up.
    this.offers += 1;
    this.refusals = 0;
    clearTimeout(this.rest);
    this.rest = undefined;
    this.giveUp.abort();
  }

  private askNow(): void {
    clearTimeout(this.rest);
    this.rest = undefined;
    const { offered, offers } = this;
    if (offered === undefined) return;
    const { signal } = (this.giveUp = new AbortController());
    // What follows an attempt is decided at once: between two of them, nothing offered can be missed.
    this.attempt = this.ask(offered, signal).then((outcome) => {
      this.attempt = undefined;
      this.heard = offers;
      this.goOn(outcome, this.offers > offers, signal.aborted);
    });
  }

  private goOn(outcome: Outcome, hasNew: boolean, paused: boolean): void {
    this.wasUnreachable = outcome === 'unreachable';
    if (paused) {
      this.askNow();
      return;
    }
    switch (outcome) {
      case 'answered':
        this.refusals = 0;
        if (hasNew) this.askNow();
        return;
      case 'unreachable':
        // A failure is not an answer: the same checkpoint is offered again.
        if (hasNew) this.askNow();
        else this.restFor(this.pauses.first);
        return;
      case 'refused':
        this.restFor(Math.min(this.pauses.first * 2 ** this.refusals, this.pauses.longest));
        this.refusals += 1;
    }
  }

  private restFor(ms: number): void {
    this.rest = setTimeout(() => {
      this.askNow();
    }, ms);
  }

  /** Whatever goes wrong is told to the observer. */
  private async ask({ origin, size, note }: Offer, signal: AbortSignal): Promise<Outcome> {
    const { name, key, url } = this.witness;
    try {
      const { line, time } = await askWitness({
        url,
        key,
        size,
        signal,
        checkpoint: note,
        knownSize: this.knownSize,
        consistency: (from) => this.tree.consistency(from, size),
      });
      this.knownSize = size;
      const signedAt = new Date(Number(time) * 1000).toISOString();
      await storeCosignature(this.database, { origin, size }, { witness: name, line, signedAt });
      this.observer.cosigned(name, size);
      return 'answered';
    } catch (error) {
      if (signal.aborted) return 'answered';
      const failed =
        error instanceof WitnessError
          ? error
          : new WitnessError('UNREACHABLE', `The answer of ${name} was not kept: ${messageOf(error)}`, {
              cause: error,
            });
      this.observer.failed(name, failed);
      // It did answer, and would no other way; only a new checkpoint has room for its line.
      return error instanceof StoredOtherwise ? 'answered' : outcomeOf(failed.failure);
    }
  }
}

/** What it answered, it is likely to answer again: only one that gave no answer is worth asking soon. */
function outcomeOf(failure: WitnessFailure): Outcome {
  switch (failure) {
    case 'UNREACHABLE':
      return 'unreachable';
    case 'REFUSED':
    case 'UNTRUSTWORTHY':
    case 'AHEAD':
    case 'FORKED':
      return 'refused';
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
