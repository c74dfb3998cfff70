import { MOST_PER_PAGE, pageBounds, type Page, type PageInput } from './page.js';

/** Reads a page of candidates. */
type Load<Row> = (asked: PageInput) => Promise<Page<Row>>;
/** Of these rows, which are kept; asked of many at once. */
type Keeps<Row> = (rows: readonly Row[]) => Promise<readonly boolean[]>;

interface Kept<Row> {
  readonly row: Row;
  readonly cursor: string;
}

/**
 * A page of those rows that pass a test which no statement can make, such as the guard of a command: candidates are read
 * until the page is full. The query behind should let few through that do not pass. `computedAt` is the lowest position
 * that any of them were read at; `totalCount` reads all of them, where it is asked for.
 * @throws {PageError}
 */
export async function pageOfKept<Row>(asked: PageInput, load: Load<Row>, keeps: Keeps<Row>): Promise<Page<Row>> {
  const { limit, backward, cursor, asks } = pageBounds(asked);
  const candidates = new Candidates(load, keeps);
  // Whoever has a cursor was given its row: what the query says of the other side holds for the rows kept as well.
  const { othersBehind } = await candidates.look(backward, cursor, asks.otherSide);
  const found: Kept<Row>[] = [];
  if (asks.rows) {
    for await (const each of candidates.from(cursor, backward, Math.min(limit + 1, MOST_PER_PAGE))) {
      found.push(each);
      if (found.length > limit) break;
    }
  }
  const more = found.length > limit;
  const page = found.slice(0, limit);
  if (backward) page.reverse();
  return {
    rows: page.map(({ row }) => row),
    cursors: page.map((each) => each.cursor),
    hasNextPage: backward ? othersBehind : more,
    hasPreviousPage: backward ? more : othersBehind,
    totalCount: asks.totalCount ? await candidates.count() : undefined,
    computedAt: candidates.computedAt,
  };
}

class Candidates<Row> {
  private lowest: bigint | undefined;

  constructor(
    private readonly load: Load<Row>,
    private readonly keeps: Keeps<Row>,
  ) {}

  get computedAt(): string {
    return (this.lowest ?? 0n).toString();
  }

  /** Where the list stands, and whether it has rows on the other side of a cursor. */
  async look(backward: boolean, cursor: string | undefined, otherSide: boolean): Promise<{ othersBehind: boolean }> {
    const asks = { rows: false, otherSide, totalCount: false };
    const page = await this.read({ ...bounds(backward, cursor, 1), asks });
    return { othersBehind: backward ? page.hasNextPage : page.hasPreviousPage };
  }

  /** Those that are kept, from a cursor on or, backward, from there towards the beginning. */
  async *from(cursor: string | undefined, backward: boolean, size: number): AsyncGenerator<Kept<Row>> {
    for (let at = cursor, most = size; ; most = MOST_PER_PAGE) {
      const asks = { rows: true, otherSide: false, totalCount: false };
      const page = await this.read({ ...bounds(backward, at, most), asks });
      const passed = await this.keeps(page.rows);
      const kept = page.rows.flatMap((row, index) =>
        passed[index] === true ? [{ row, cursor: page.cursors[index] as string }] : [],
      );
      yield* backward ? kept.reverse() : kept;
      if (!(backward ? page.hasPreviousPage : page.hasNextPage)) return;
      at = backward ? page.cursors[0] : page.cursors.at(-1);
    }
  }

  async count(): Promise<number> {
    let count = 0;
    for await (const _ of this.from(undefined, false, MOST_PER_PAGE)) count += 1;
    return count;
  }

  private async read(asked: PageInput): Promise<Page<Row>> {
    const page = await this.load(asked);
    const position = BigInt(page.computedAt);
    if (this.lowest === undefined || position < this.lowest) this.lowest = position;
    return page;
  }
}

function bounds(backward: boolean, cursor: string | undefined, size: number): PageInput {
  return backward ? { last: size, before: cursor } : { first: size, after: cursor };
}
