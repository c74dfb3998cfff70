import { z } from 'zod';
import { parseTilePath, SourceUnreadable, TILE_WIDTH, type Fault, type Read } from '@maillage/verifier';
import { textsIn } from '../bundle/read.js';
import { erasedIn, goneAt, parsedEntry, placesIn, type Place } from './places.js';

const answer = z.object({ kept: z.array(z.object({ eventId: z.string(), path: z.string() })) });

/**
 * Tells over HTTP a private value that was deleted from one that was erased on record. The server says of each bundle of
 * entries which values are there; it could say so of what it has lost, and then whoever asks for it learns better.
 */
export class ValuesTold {
  private readonly gone: Place[] = [];
  private readonly erased = new Set<string>();
  /** The last position that was read. */
  private seen = 0n;

  constructor(private readonly fetched: Read) {}

  /** What the path holds; of a bundle of entries it is looked at which of its values are there. */
  readonly read: Read = async (path) => {
    const bytes = await this.fetched(path);
    const tile = path.startsWith('log/') ? parseTilePath(path.slice('log/'.length)) : undefined;
    if (bytes === undefined || tile?.level !== 'entries') return bytes;
    const before = tile.index * BigInt(TILE_WIDTH);
    const last = before + BigInt(tile.width);
    if (last > this.seen) this.seen = last;
    await this.look(tile.index, placesOf(bytes, before + 1n));
    return bytes;
  };

  /** The first that is gone without an erasure on record, once the log was read. @throws {SourceUnreadable} */
  async fault(): Promise<Fault | undefined> {
    const missing = () => this.gone.filter((place) => !this.erased.has(keyOf(place)));
    // What was erased since the checkpoint is on record behind it.
    if (missing().length > 0) await this.readErasuresBehind();
    const [first] = missing().sort((a, b) => (a.position < b.position ? -1 : 1));
    return first && goneAt(first);
  }

  private async look(index: bigint, places: readonly Place[]): Promise<void> {
    const hashed = places.filter(({ sha256 }) => sha256 !== undefined);
    for (const place of places) if (place.sha256 === undefined) this.erased.add(keyOf(place));
    if (hashed.length === 0) return;
    const kept = await this.kept(index);
    if (kept !== undefined) this.gone.push(...hashed.filter((place) => !kept.has(keyOf(place))));
  }

  /** `undefined` where the source does not say, as servers of before and copies of the log's files do not. */
  private async kept(index: bigint): Promise<ReadonlySet<string> | undefined> {
    const path = `log/values/${index}`;
    const text = (await this.fetched(path))?.toString('utf8');
    if (text === undefined) return undefined;
    const parsed = answer.safeParse(parsedEntry(text));
    if (!parsed.success) throw new SourceUnreadable(`${path} cannot be read: it is not {"kept": […]} as JSON.`);
    return new Set(parsed.data.kept.map(keyOf));
  }

  private async readErasuresBehind(): Promise<void> {
    const text = (await this.fetched(`log/events?from=${this.seen + 1n}&type=ValueErased`))?.toString('utf8') ?? '';
    for (const line of text.split('\n')) {
      const erased = erasedIn(parsedEntry(line)?.data);
      if (erased !== undefined) this.erased.add(keyOf(erased));
    }
  }
}

/** Most entries have none, and need no parsing. */
function placesOf(bundle: Buffer, first: bigint): readonly Place[] {
  if (!mayHavePlaces(bundle)) return [];
  return [...textsIn(bundle)].flatMap((text, n) =>
    mayHavePlaces(text) ? placesIn(first + BigInt(n), parsedEntry(text)) : [],
  );
}

function mayHavePlaces(text: { includes(part: string): boolean }): boolean {
  return text.includes('"sha256"') || text.includes('"ValueErased"');
}

const keyOf = ({ eventId, path }: Pick<Place, 'eventId' | 'path'>): string => `${eventId} ${path}`;
