import DataLoader from 'dataloader';
import { foldedTypes, type RecordedEvent, type View } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import type { PoolClient } from 'pg';
import * as checkpoint from './checkpoint.sql.js';
import { ViewFold } from './fold.js';

/** A view and the events that it is to move past from where it stands. */
export interface Step {
  readonly view: View;
  readonly from: bigint;
  /** In order, at least one; views that read the same feed have the same array. */
  readonly events: readonly RecordedEvent[];
}

/**
 * Moves the views that have the same events before them in one transaction: what is recorded moves many views by a few rows
 * each, and a transaction costs more than those. Each still has a checkpoint of its own, and one that cannot go with the
 * others is left to go by itself.
 */
export class Together {
  private readonly steps: DataLoader<Step, boolean>;
  /** Views that were in a transaction that failed, and from where they were to move: until they have, they go by themselves. */
  private readonly apart = new Map<string, bigint>();

  constructor(private readonly database: Database) {
    this.steps = new DataLoader((steps) => this.takeAll(steps), { cache: false });
  }

  /** @returns false when nothing was done: the view is to move by itself, or is not to move at all. */
  async take(step: Step): Promise<boolean> {
    const { name } = step.view;
    if (this.apart.get(name) === step.from) return false;
    this.apart.delete(name);
    return this.steps.load(step);
  }

  private async takeAll(steps: readonly Step[]): Promise<readonly boolean[]> {
    const groups = new Map<readonly RecordedEvent[], Step[]>();
    for (const step of steps) groups.set(step.events, [...(groups.get(step.events) ?? []), step]);
    const outcomes = new Map<Step, boolean>();
    const takings = [...groups.values()].map(async (group) => {
      try {
        const taken = group.length === 1 ? NONE : await this.takeGroup(group);
        for (const step of group) outcomes.set(step, taken.has(step.view.name));
      } catch {
        // One of them may wait for a lock that somebody keeps: by themselves the others go on, and each meets its own errors.
        for (const { view, from } of group) this.apart.set(view.name, from);
      }
    });
    await Promise.all(takings);
    return steps.map((step) => outcomes.get(step) ?? false);
  }

  private async takeGroup(group: readonly Step[]): Promise<ReadonlySet<string>> {
    const folding = group.filter(folds);
    if (folding.length === 0) return moveAll(this.database.pool, group);
    const passing = group.filter((step) => !folding.includes(step));
    return this.database.transaction(async (client) => {
      const folded = await foldFree(client, folding);
      const moved = await moveAll(client, [...folded, ...passing]);
      const left = folded.find(({ view }) => !moved.has(view.name));
      if (left === undefined) return moved;
      throw new Error(`View ${left.view.name} is no longer at ${left.from}; another runner has moved it.`);
    });
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Whether a table of the view takes anything from the events. */
export function folds({ view, events }: Pick<Step, 'view' | 'events'>): boolean {
  const types = foldedTypes(view);
  return events.some(({ type }) => types.has(type));
}

/** Writes the rows of those views that stand where they are said to and whose reducers take the events. */
async function foldFree(client: PoolClient, steps: readonly Step[]): Promise<readonly Step[]> {
  const stands = await checkpoint.lockFree(
    client,
    steps.map(({ view }) => view.name),
  );
  const folded: Step[] = [];
  for (const step of steps) {
    const { view, from, events } = step;
    const at = stands.get(view.name);
    if (at?.version !== view.version || at.state !== 'RUNNING' || at.position !== from) continue;
    const fold = new ViewFold(view, (table) => table, false);
    if ((await fold.fold(client, events)) !== undefined) continue;
    await fold.write(client);
    folded.push(step);
  }
  return folded;
}

async function moveAll(
  client: Parameters<typeof checkpoint.move>[0],
  steps: readonly Step[],
): Promise<ReadonlySet<string>> {
  const [first] = steps;
  const to = first?.events.at(-1)?.position;
  if (first === undefined || to === undefined) return NONE;
  return checkpoint.move(
    client,
    steps.map(({ view }) => view),
    first.from,
    to,
  );
}
