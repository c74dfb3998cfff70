import type { RecordedEvent } from '@maillage/kernel';
import type { Ledger } from '@maillage/ledger';

/**
 * Views that stand at the same position read the same events: they share one statement and one parse. What was read
 * stays true, the log being immutable; it may only have grown since, which the next read tells.
 */
export class Feed {
  private recent: {
    readonly after: bigint;
    readonly limit: number;
    readonly events: Promise<readonly RecordedEvent[]>;
  }[] = [];

  constructor(private readonly ledger: Ledger) {}

  async read(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    const known = this.recent.find((each) => each.after === after && each.limit === limit);
    if (known !== undefined) return known.events;
    const entry = { after, limit, events: this.ledger.read({ after, limit }) };
    this.recent = [entry, ...this.recent.slice(0, 2)];
    const forget = () => {
      this.recent = this.recent.filter((each) => each !== entry);
    };
    try {
      const events = await entry.events;
      // The end of the log moves; only what it already held may be remembered.
      if (events.length === 0) forget();
      return events;
    } catch (error) {
      forget();
      throw error;
    }
  }
}
