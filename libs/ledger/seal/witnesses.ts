import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@maillage/platform';
import type { Policy, PolicyWitness } from '@maillage/verifier';
import { storeCosignature, type SealedCheckpoint } from './checkpoint.sql.js';
import type { Tree } from './tree.js';
import { askWitness, WitnessError } from './witness-client.js';

export interface WitnessObserver {
  cosigned(witness: string, size: bigint): void;
  failed(witness: string, error: WitnessError): void;
}

const PAUSE_AFTER_FAILURE_MS = 5_000;

type Offer = Pick<SealedCheckpoint, 'origin' | 'size' | 'note'>;

/**
 * Has checkpoints co-signed by the witnesses of a policy that have an address. Each is asked on its own, for the newest
 * checkpoint there is when its turn comes: a slow one holds up neither the sealer nor the others.
 */
export class Witnesses {
  private readonly stopping = new AbortController();
  private readonly asking = new Map<string, Promise<void>>();
  private readonly known = new Map<string, bigint>();
  private newest: Offer | undefined;

  constructor(
    private readonly policy: Policy,
    private readonly database: Database,
    private readonly tree: Tree,
    private readonly observer: WitnessObserver,
  ) {}

  offer(checkpoint: Offer): void {
    this.newest = checkpoint;
    for (const witness of this.policy.witnesses) {
      if (witness.url === undefined || this.asking.has(witness.name) || this.stopping.signal.aborted) continue;
      const work = this.keepAsking(witness, witness.url).finally(() => this.asking.delete(witness.name));
      this.asking.set(witness.name, work);
    }
  }

  /** Resolves once nobody is being asked. */
  async settled(): Promise<void> {
    await Promise.all(this.asking.values());
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.settled();
  }

  private async keepAsking(witness: PolicyWitness, url: string): Promise<void> {
    const { signal } = this.stopping;
    for (let asked: Offer | undefined; this.newest !== asked && !signal.aborted;) {
      const checkpoint = (asked = this.newest);
      if (checkpoint === undefined) return;
      try {
        await this.ask(witness, url, checkpoint);
      } catch (error) {
        if (this.isStopping()) return;
        this.observer.failed(
          witness.name,
          error instanceof WitnessError
            ? error
            : new WitnessError('UNREACHABLE', `The answer of ${witness.name} was not kept.`, { cause: error }),
        );
        await sleep(PAUSE_AFTER_FAILURE_MS, undefined, { signal }).catch(() => undefined);
        // A failure is not an answer: the same checkpoint is offered again.
        asked = undefined;
      }
    }
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async ask({ name, key }: PolicyWitness, url: string, { origin, size, note }: Offer): Promise<void> {
    const { line, time } = await askWitness({
      url,
      key,
      checkpoint: note,
      size,
      consistency: (from) => this.tree.consistency(from, size),
      knownSize: this.known.get(name) ?? 0n,
      signal: this.stopping.signal,
    });
    const signedAt = new Date(Number(time) * 1000).toISOString();
    await storeCosignature(this.database, { origin, size }, { witness: name, line, signedAt });
    this.known.set(name, size);
    this.observer.cosigned(name, size);
  }
}
