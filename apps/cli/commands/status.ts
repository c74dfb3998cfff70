import { status, type Status } from '@maillage/engine';
import type { Config } from '@maillage/platform';
import { table } from '../table.js';
import { withSession } from '../session.js';

/** Where the log and every view stand. Exit code 1 while a view is halted or absent. */
export async function statusCommand(config: Config, { json }: { readonly json: boolean }): Promise<number> {
  const now = await withSession(config, ({ database, ledger, registry }) =>
    status(database, ledger, [...registry.views.values()]),
  );
  process.stdout.write(json ? `${asJson(now)}\n` : asText(now));
  return now.views.every(({ state }) => state === 'RUNNING') ? 0 : 1;
}

function asJson(now: Status): string {
  return JSON.stringify(now, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value), 2);
}

function asText({ head, views }: Status): string {
  const rows = views.map(({ name, version, position, lag, state }) => [
    name,
    version.toString(),
    position.toString(),
    lag.toString(),
    state,
  ]);
  const halted = views
    .filter(({ error }) => error !== undefined)
    .map(({ name, error, errorPosition }) => `${name} halted at ${errorPosition?.toString() ?? '?'}: ${error ?? ''}\n`);
  return `head: ${head}\n\n${table(['view', 'version', 'position', 'lag', 'state'], rows)}${halted.join('')}`;
}
