import { createContext, use } from 'react';

/** `back` for a moment after it was lost, so that it can be said. */
export type ConnectionState = 'up' | 'lost' | 'back';

/** Who noticed: the browser itself, a request that got no answer, or the socket of live updates. */
type Witness = 'browser' | 'requests' | 'live';

const SAID_FOR_MS = 5_000;

/** Lost as soon as one way is, back once all are. */
export class Connection {
  private readonly broken = new Set<Witness>();
  private timer: number | undefined;

  constructor(private readonly changed: (state: ConnectionState) => void) {}

  down(witness: Witness): void {
    this.broken.add(witness);
    window.clearTimeout(this.timer);
    this.changed('lost');
  }

  up(witness: Witness): void {
    if (!this.broken.delete(witness) || this.broken.size > 0) return;
    this.changed('back');
    this.timer = window.setTimeout(() => {
      this.changed('up');
    }, SAID_FOR_MS);
  }
}

export const ConnectionContext = createContext<ConnectionState>('up');

export function useConnection(): ConnectionState {
  return use(ConnectionContext);
}
