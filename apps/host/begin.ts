import { beginSlices, type Slice } from '@maillage/engine';
import type { Clock, Command } from '@maillage/kernel';
import { publishSchemas } from './schemas.js';

/** What a log begins with: the slices' own, then the schemas that events are recorded by. Asked at every start. */
export async function beginLog(
  slices: readonly Slice[],
  execute: (command: Command) => Promise<unknown>,
  clock: Clock,
): Promise<void> {
  await beginSlices(slices, execute, clock);
  await publishSchemas(execute, clock);
}
