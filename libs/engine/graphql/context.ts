import DataLoader from 'dataloader';
import type { Clock } from '@maillage/kernel';
import type { Principal } from '@maillage/platform';
import type { Asks, BatchQuestion } from '../queries/query.js';

/** What one GraphQL operation carries along. */
export interface GraphqlContext {
  /** Who asks; `undefined` for the public. */
  readonly principal: Principal | undefined;
  /** Whether the public came with a session that is over: it may not know yet. */
  readonly sessionOver?: boolean;
  /** Whether it came with a session that may not act for the organisation it named, or named none. */
  readonly unseated?: boolean;
  readonly requestId: string;
  /** By which is recorded, and by which `on` is today where it is left out. */
  readonly clock: Clock;
  readonly loaders: Loaders;
}

/** Everything below a list loads in batches: one statement per query and set of arguments, however many parents. */
export class Loaders {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(private readonly bus: Asks) {}

  /** Forgets what was loaded: something was recorded since. */
  clear(): void {
    this.loaders.clear();
  }

  /**
   * A loader of this operation's own, of what no query answers. Whoever asks by one name gets the same one.
   * @param load answers many keys at once, in their order.
   */
  own<Value>(name: string, load: (keys: readonly string[]) => Promise<readonly Value[]>): DataLoader<string, Value> {
    const key = `own ${name}`;
    let loader = this.loaders.get(key) as DataLoader<string, Value> | undefined;
    if (loader === undefined) {
      loader = new DataLoader<string, Value>(load);
      this.loaders.set(key, loader);
    }
    return loader;
  }

  /** @param args the same for all keys of a batch; they are part of the loader's identity. */
  load<Args, Value>(question: BatchQuestion<Args, Value>, key: string, args: Args): Promise<Value> {
    const name = `${question.name} ${JSON.stringify(args)}`;
    let loader = this.loaders.get(name) as DataLoader<string, Value> | undefined;
    if (loader === undefined) {
      loader = new DataLoader<string, Value>((keys) => this.bus.ask(question, { keys, args }), { maxBatchSize: 1000 });
      this.loaders.set(name, loader);
    }
    return loader.load(key);
  }
}
