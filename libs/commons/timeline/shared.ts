import { TimelineEntry } from './graphql.js';
import type { TimelineSince, TimelineStretch } from './queries.js';

const ROWS_PER_READ = 100;
/** Of a mission's latest entries, for those who are not quite as far as the others. */
const MOST_KEPT = 200;

export interface TimelineReader {
  read(since: TimelineSince): Promise<TimelineStretch>;
  /** Waits until the view has passed a position; false when time ran out. */
  reached(position: bigint, timeoutMs: number): Promise<boolean>;
}

/** What follows a position: everything up to `to`, which may not be all there is. */
export interface Stretch {
  readonly entries: readonly TimelineEntry[];
  readonly to: bigint;
  /** Whether there is more behind `to`. */
  readonly more: boolean;
}

/** The timelines that are followed: what is new in one is read once, however many follow it. */
export class SharedTimelines {
  private readonly missions = new Map<string, SharedTimeline>();

  constructor(readonly reader: TimelineReader) {}

  /** Until whoever joins leaves, what was read for others is kept for it. */
  join(missionId: string): SharedTimeline {
    const shared = this.missions.get(missionId) ?? new SharedTimeline(this.reader, missionId);
    this.missions.set(missionId, shared);
    shared.followers += 1;
    return shared;
  }

  leave(shared: SharedTimeline): void {
    shared.followers -= 1;
    if (shared.followers === 0) this.missions.delete(shared.missionId);
  }
}

export class SharedTimeline {
  followers = 0;
  /** The latest entries: all those behind `from`, up to `to`. */
  private latest:
    { readonly from: bigint; readonly to: bigint; readonly entries: readonly TimelineEntry[] } | undefined;
  private readonly underWay = new Map<bigint, Promise<Stretch>>();

  constructor(
    private readonly reader: TimelineReader,
    readonly missionId: string,
  ) {}

  /** What follows a position: of what was read for others, where that goes further. */
  async since(after: bigint): Promise<Stretch> {
    const { latest } = this;
    if (latest === undefined || after < latest.from) {
      const stretch = await this.read(after);
      if (!stretch.more) this.latest ??= { from: after, to: stretch.to, entries: stretch.entries };
      return stretch;
    }
    const [more, { from, to, entries }] = after < latest.to ? [false, latest] : await this.readOn(latest.to);
    // What was dropped meanwhile is read once more.
    if (after < from) return this.read(after);
    return { entries: entries.filter(({ position }) => BigInt(position) > after), to, more };
  }

  private async readOn(after: bigint) {
    const { entries, to, more } = await this.read(after);
    const before = this.latest ?? { from: after, to: after, entries: [] };
    // Of all who waited for it, the first goes on from here.
    const now = before.to < to ? withNew(before, entries, to) : before;
    this.latest = now;
    return [more, now] as const;
  }

  /** Whoever asks for the same while it is read gets the same. */
  private read(after: bigint): Promise<Stretch> {
    const known = this.underWay.get(after);
    if (known !== undefined) return known;
    const reading = this.readRows(after).finally(() => this.underWay.delete(after));
    this.underWay.set(after, reading);
    return reading;
  }

  private async readRows(after: bigint): Promise<Stretch> {
    const { rows, viewAt } = await this.reader.read({ missionId: this.missionId, after, limit: ROWS_PER_READ });
    const last = BigInt(rows.at(-1)?.position ?? after);
    const more = rows.length === ROWS_PER_READ;
    return { entries: rows.map((row) => TimelineEntry.of(row)), to: more || viewAt < last ? last : viewAt, more };
  }
}

function withNew(
  before: { readonly from: bigint; readonly entries: readonly TimelineEntry[] },
  entries: readonly TimelineEntry[],
  to: bigint,
) {
  const all = [...before.entries, ...entries];
  const dropped = all.splice(0, Math.max(0, all.length - MOST_KEPT)).at(-1);
  return { from: dropped === undefined ? before.from : BigInt(dropped.position), to, entries: all };
}
