import { LRUCache } from 'lru-cache';
import { idOf, ownerOf, type AnyDecider } from '@maillage/kernel';
import type { Ledger } from '@maillage/ledger';
import type { Database } from '@maillage/platform';
import type { Lookup, Registry } from '../slice.js';

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

  /** Several, in their order. Those whose names are those of lookups are what the views tell, asked for all at once. */
  async foldAll(streams: readonly string[], fresh: boolean): Promise<readonly Folded[]> {
    const { lookups } = this.registry;
    const lookedUp = Promise.all(
      [...lookups].map(([owner, lookup]) =>
        this.lookUp(
          lookup,
          streams.filter((each) => ownerOf(each) === owner),
        ),
      ),
    );
    const others = streams.filter((each) => !lookups.has(ownerOf(each)));
    const folded = Promise.all(others.map((each) => this.fold(each, fresh)));
    const found = new Map([...(await lookedUp).flat(), ...(await folded)].map((each) => [each.stream, each]));
    return streams.flatMap((each) => found.get(each) ?? []);
  }

  private async lookUp(lookup: Lookup, streams: readonly string[]): Promise<readonly Folded[]> {
    if (streams.length === 0) return [];
    const states = await lookup(this.database, streams.map(idOf));
    return streams.map((stream, n) => ({ stream, version: 0n, state: states[n], lookedUp: true as const }));
  }

  /** @param fresh reads what was recorded since, even for a stream that is remembered. */
  async fold(stream: string, fresh: boolean): Promise<Folded> {
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
