import { foldedTypes, type View } from '@maillage/kernel';
import type { ReceiptEvent } from '@maillage/ledger';
import type { Database } from '@maillage/platform';
import * as checkpoint from './checkpoint.sql.js';

interface Waiter {
  readonly views: readonly string[];
  readonly position: bigint;
  readonly settle: (reached: boolean) => void;
}

const LOOK_AGAIN_MS = 250;

/**
 * Where the views stand, as far as this process has heard, so that a client can read its own writes. Hearing is by
 * NOTIFY; while somebody waits, the checkpoints are also looked up now and then, in case a notification was lost.
 */
export class ViewPositions {
  private known = new Map<string, { readonly position: bigint; readonly halted: boolean }>();
  private waiters = new Set<Waiter>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly views: ReadonlyMap<string, View>,
  ) {}

  /** A view's position as far as heard; halted views are passed over. */
  heard(name: string, position: bigint): void {
    const before = this.known.get(name);
    if (before === undefined || before.position < position) this.known.set(name, { position, halted: false });
    this.settle();
  }

  /** Looks the checkpoints up. */
  async refresh(): Promise<void> {
    for (const { name, position, state } of await checkpoint.all(this.database.pool)) {
      this.known.set(name, { position, halted: state === 'HALTED' });
    }
    this.settle();
  }

  /**
   * Waits until the views have folded everything up to `position`, at most `timeoutMs`. A halted view is not waited for:
   * its readers are told otherwise.
   * @returns false when time ran out.
   */
  async reached(views: readonly string[], position: bigint, timeoutMs: number): Promise<boolean> {
    if (this.arrived(views, position)) return true;
    return new Promise<boolean>((resolve) => {
      const waiter: Waiter = {
        views,
        position,
        settle: (reached) => {
          clearTimeout(limit);
          this.waiters.delete(waiter);
          if (this.waiters.size === 0) this.stopLooking();
          resolve(reached);
        },
      };
      const limit = setTimeout(() => {
        waiter.settle(false);
      }, timeoutMs);
      this.waiters.add(waiter);
      this.timer ??= setInterval(() => void this.refresh().catch(() => undefined), LOOK_AGAIN_MS);
    });
  }

  /** Waits as {@link reached} does, until whichever views fold these events, in order, have. */
  async folded(events: readonly Pick<ReceiptEvent, 'type' | 'position'>[], timeoutMs: number): Promise<void> {
    const last = events.at(-1);
    if (last === undefined) return;
    await this.reached(this.concernedBy(new Set(events.map(({ type }) => type))), last.position, timeoutMs);
  }

  /** Nobody is left waiting. */
  close(): void {
    for (const waiter of [...this.waiters]) waiter.settle(false);
    this.stopLooking();
  }

  /** The names of views that fold events of these types. */
  private concernedBy(types: ReadonlySet<string>): readonly string[] {
    return [...this.views.values()]
      .filter((view) => [...foldedTypes(view)].some((type) => types.has(type)))
      .map(({ name }) => name);
  }

  private arrived(views: readonly string[], position: bigint): boolean {
    return views.every((name) => {
      const at = this.known.get(name);
      return at !== undefined && (at.halted || at.position >= position);
    });
  }

  private settle(): void {
    for (const waiter of [...this.waiters]) if (this.arrived(waiter.views, waiter.position)) waiter.settle(true);
  }

  private stopLooking(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
