import { status, type Status } from '@maillage/engine';
import { sealStatus, type SealStatus } from '@maillage/ledger';
import type { Config } from '@maillage/platform';
import { table } from '../table.js';
import { withSession } from '../session.js';

interface Standing extends Status {
  readonly seal: SealStatus;
}

/** Where the log, its seal and every view stand. Exit code 1 while a view is halted or absent, the log is closed, or its quorum of witnesses is missing. */
export async function statusCommand(config: Config, { json }: { readonly json: boolean }): Promise<number> {
  const now = await withSession(config, async ({ database, ledger, registry }) => ({
    ...(await status(database, ledger, [...registry.views.values()])),
    seal: await sealStatus(database),
  }));
  process.stdout.write(json ? `${asJson(now)}\n` : asText(now));
  const { state, quorum } = now.seal;
  return now.views.every((view) => view.state === 'RUNNING') && state === 'OPEN' && (quorum?.met ?? true) ? 0 : 1;
}

function asJson(now: Standing): string {
  return JSON.stringify(now, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value), 2);
}

function asText({ head, views, seal }: Standing): string {
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
  return `head: ${head}\n${sealText(seal)}\n${table(['view', 'version', 'position', 'lag', 'state'], rows)}${halted.join('')}`;
}

function sealText({ state, origin, sealed, lag, refusal, quorum, witnesses }: SealStatus): string {
  const lines = [
    origin === undefined ? 'sealed: nothing yet' : `sealed: ${sealed}, ${lag} behind, as ${origin}`,
    ...(state === 'OPEN'
      ? []
      : [`The log is closed: ${refusal ?? 'the sealer has not compared it with what was signed'}`]),
    ...witnesses.map(
      ({ name, size, signedAt }) => `witness ${name}: ${signedAt === undefined ? 'never' : `${size} at ${signedAt}`}`,
    ),
    ...(quorum === undefined || quorum.met
      ? []
      : [`The quorum ${quorum.required} is missing: ${quorum.missing.join(', ')}`]),
  ];
  return `${lines.join('\n')}\n`;
}
