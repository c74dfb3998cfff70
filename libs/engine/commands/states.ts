import { LRUCache } from 'lru-cache';
import { idOf, ownerOf, type AnyDecider } from '@maillage/kernel';
import type { Ledger } from '@maillage/ledger';
import type { Database } from '@maillage/platform';
import type { Registry } from '../slice.js';

/** A stream folded up to a version. */
export interface Folded {
  readonly stream: string;
  readonly version: bigint;
  readonly state: unknown;
  /** It was looked up in the views: no stream holds it, and it has no version to expect. */
  readonly lookedUp?: true;
}

const MOST_STREAMS = 20_000;

/**
 * Folds streams and remembers the result. What is remembered may be behind another process, and what is presumed may be
 * wrong; the version an append expects tells, and a refusal is only given on a state that was just read.
 */
export class States {
  private readonly cache = new LRUCache<string, Folded>({ max: MOST_STREAMS });

  constructor(
    private readonly ledger: Ledger,
    private readonly registry: Registry,
    private readonly database: Database,
  ) {}

  /**
   * What is remembered of a stream or, of one that is not, that it is new, without asking. Most commands on a stream this
   * process has not met begin it, and an append that expects version 0 says so where the stream exists after all.
   */
  presume(stream: string): Folded {
    return this.cache.get(stream) ?? this.unwritten(stream);
  }

  /**
   * A stream folded or, where its name is that of a lookup, what the views tell.
   * @param fresh reads what was recorded since, even for a stream that is remembered.
   */
  async fold(stream: string, fresh: boolean): Promise<Folded> {
    const lookup = this.registry.lookups.get(ownerOf(stream));
    if (lookup !== undefined) {
      const [state] = await lookup.run(this.database, { keys: [idOf(stream)], args: null });
      return { stream, version: 0n, state, lookedUp: true };
    }
    const known = this.cache.get(stream);
    if (known !== undefined && !fresh) return known;
    const decider = this.deciderOf(stream);
    const since = known ?? this.unwritten(stream);
    const events = await this.ledger.readStream(stream, since.version);
    return this.advance(since, decider, events, since.version + BigInt(events.length));
  }

  /** After an append of one's own: the events that follow on `folded`. */
  remember(folded: Folded, events: readonly { readonly type: string; readonly data: unknown }[]): void {
    this.advance(folded, this.deciderOf(folded.stream), events, folded.version + BigInt(events.length));
  }

  forget(stream: string): void {
    this.cache.delete(stream);
  }

  private advance(
    from: Folded,
    decider: AnyDecider,
    events: readonly { readonly type: string; readonly data: unknown }[],
    version: bigint,
  ): Folded {
    const state = events.reduce<unknown>((before, event) => decider.evolve(before, event) as unknown, from.state);
    const folded: Folded = { stream: from.stream, version, state };
    const present = this.cache.get(from.stream);
    if (present === undefined || present.version <= version) this.cache.set(from.stream, folded);
    return folded;
  }

  private unwritten(stream: string): Folded {
    return { stream, version: 0n, state: this.deciderOf(stream).initial as unknown };
  }

  private deciderOf(stream: string): AnyDecider {
    const decider = this.registry.deciders.get(ownerOf(stream));
    if (decider === undefined) throw new Error(`No decider owns the stream ${stream}.`);
    return decider;
  }
}
