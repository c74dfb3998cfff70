import { Ledger } from '@maillage/ledger';
import type { Database } from '@maillage/platform';
import { Registry, type Slice } from '../slice.js';
import { CommandExecutor } from './executor.js';
import { States } from './states.js';

/** What takes commands to the log, without a server. */
export interface CommandPath {
  readonly registry: Registry;
  readonly ledger: Ledger;
  readonly executor: CommandExecutor;
}

/** @param ring is called after each command that appended something; unless told otherwise, PostgreSQL's notification is enough. */
export function openCommandPath(
  database: Database,
  slices: readonly Slice[],
  ring: () => void = () => undefined,
): CommandPath {
  const registry = new Registry(slices);
  const ledger = new Ledger(database, registry.events);
  return {
    registry,
    ledger,
    executor: new CommandExecutor(registry, ledger, new States(ledger, registry, database), ring),
  };
}
