import type { Database } from '@maillage/platform';
import type { LogRow } from './cloud-event.js';

/** Most events of a page, and most bytes of their entries; one event is always in it, however large. */
const PAGE_EVENTS = 256;
const PAGE_BYTES = 1024 * 1024;
/** Pages read at the same time, so that mirrors leave the rest of the pool to everybody else. */
const READS_AT_ONCE = 4;
/** Pages kept for those who follow the log side by side. */
const KEPT_PAGES = 8;

export interface EventFilter {
  /** Any of these, each named once; all types if left out. */
  readonly types?: readonly string[] | undefined;
  readonly stream?: string | undefined;
}

export interface Stretch extends EventFilter {
  /** Exclusive. */
  readonly after: bigint;
  /** Inclusive; at most where the head stood. */
  readonly to: bigint;
  readonly limit?: number | undefined;
}

export interface Page {
  readonly events: readonly LogRow[];
  /** Up to here, inclusive, nothing is missing: where the next page goes on. */
  readonly through: bigint;
}

/**
 * The log a page at a time. What a page holds can never change, so that those who ask for the same one, as all do who wait
 * at the head, share one statement and its rows.
 */
export class EventPages {
  private readonly kept = new Map<string, Promise<Page>>();
  private readonly queue: (() => void)[] = [];
  private reading = 0;

  constructor(private readonly database: Database) {}

  async read({ after, to, types, stream, limit }: Stretch): Promise<Page> {
    const most = Math.min(limit ?? PAGE_EVENTS, PAGE_EVENTS);
    const key = JSON.stringify([after.toString(), to.toString(), most, types, stream]);
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const page = this.inTurn(() => readPage(this.database, { after, to, types, stream, limit: most }));
    this.kept.set(key, page);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= KEPT_PAGES) break;
      this.kept.delete(oldest);
    }
    page.catch(() => {
      if (this.kept.get(key) === page) this.kept.delete(key);
    });
    return page;
  }

  private async inTurn<T>(read: () => Promise<T>): Promise<T> {
    if (this.reading >= READS_AT_ONCE) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.reading += 1;
    try {
      return await read();
    } finally {
      // Whoever is next takes the place over.
      const next = this.queue.shift();
      if (next === undefined) this.reading -= 1;
      else next();
    }
  }
}

async function readPage(database: Database, stretch: Stretch & { readonly limit: number }): Promise<Page> {
  const { after, to, types, stream, limit } = stretch;
  const values: unknown[] = [after.toString(), to.toString(), limit, PAGE_BYTES];
  // The bytes are added up without reading what is stored out of line.
  const { rows } = await database.pool.query<LogRow & { bytes: string }>({
    text: `select position, entry, leaf, bytes from (
        select position, entry, leaf, octet_length(entry) as length, sum(octet_length(entry)) over (order by position) as bytes
        from (select * from event where ${condition(types, stream, values)} order by position limit $3) e
      ) page
      where bytes - length < $4 order by position`,
    values,
  });
  const last = rows.at(-1);
  const cut = last !== undefined && (rows.length === limit || BigInt(last.bytes) >= BigInt(PAGE_BYTES));
  return {
    events: rows.map(({ position, entry, leaf }) => ({ position, entry, leaf })),
    through: cut ? BigInt(last.position) : to,
  };
}

/**
 * Each form is led by an index that fits it, whatever the planner thinks of how common a type or stream is: a mistake there
 * would read the whole log for one page. That is why type and position are compared as one pair where types are asked for:
 * only the index on both can answer that.
 */
function condition(types: readonly string[] | undefined, stream: string | undefined, values: unknown[]): string {
  const within = 'position > $1 and position <= $2';
  if (stream !== undefined) {
    values.push(stream);
    if (types !== undefined) values.push(types);
    return `position in (
      select position from event
      where stream = $5 and ${within} ${types === undefined ? '' : 'and type = any($6)'}
      order by version limit $3)`;
  }
  if (types === undefined) return within;
  values.push(types);
  return `position in (
    select found.position from unnest($5::text[]) as wanted(type)
    cross join lateral (
      select position from event
      where (type, position) > (wanted.type collate "C", $1) and (type, position) <= (wanted.type collate "C", $2)
      order by type, position limit $3
    ) found
    order by found.position limit $3)`;
}
