import { Registry } from '@maillage/engine';
import { SourceUnreadable, type Fault } from '@maillage/verifier';
import { lifetime } from '../../host/lifetime.js';
import { slices } from '../../host/slices.js';
import { tell } from '../bundle/compare.js';
import { BundleError, DIGESTS_FILE } from '../bundle/layout.js';
import { replay, type Finding, type Replayed, type ReplayedView, type ReplayOutcome } from '../bundle/replay.js';
import { progress, type Progress } from '../progress.js';
import { table } from '../table.js';
import { UsageError } from '../usage.js';
import { checkingThreads } from '../verify/threads.js';

export interface ReplayOptions {
  /** The vkey the log must be signed with. */
  readonly key?: string;
  /** A position to fold up to. */
  readonly at?: string;
  readonly lastAttestation: boolean;
  readonly json: boolean;
}

/** What the ledger recorded once may be of the program of that time, and it may have been silent of a view: no faults. */
const FINE: readonly Finding[] = ['SAME', 'SUPERSEDED'];

/** Verifies a bundle and computes its views anew. Exit code 1 where anything is not as published. */
export async function replayCommand(
  folder: string,
  { key, at, lastAttestation, json }: ReplayOptions,
): Promise<number> {
  const position = at === undefined ? undefined : positionOf(at);
  const registry = new Registry(slices);
  const bars = new Map<string, Progress>();
  let outcome: ReplayOutcome;
  try {
    outcome = await lifetime((life) =>
      replay({
        folder,
        lastAttestation,
        threads: checkingThreads(),
        events: registry.events,
        views: [...registry.views.values()],
        life,
        ...(position === undefined ? {} : { at: position }),
        ...(key === undefined ? {} : { logKey: key }),
        onProgress: (phase, done, of) => {
          let bar = bars.get(phase);
          if (bar === undefined) {
            for (const before of bars.values()) before.end();
            bar = progress(phase);
            bars.set(phase, bar);
          }
          bar.update(Number(done), Number(of));
        },
      }),
    );
  } catch (error) {
    const plain = error instanceof BundleError || error instanceof SourceUnreadable;
    throw plain ? new UsageError(error.message, { cause: error }) : error;
  } finally {
    for (const bar of bars.values()) bar.end();
  }
  process.stdout.write(
    json ? `${asJson(outcome)}\n` : outcome.valid ? asText(outcome, position) : asFault(outcome.fault),
  );
  return outcome.valid && isBorneOut(outcome, position) ? 0 : 1;
}

/** A bundle says something of every view, though not of what it was at each position. */
function isBorneOut({ views, attestations }: Replayed, at: bigint | undefined): boolean {
  const all = [...views, ...attestations.flatMap((each) => each.views)];
  return all.every(({ finding }) => FINE.includes(finding) || (finding === 'UNCLAIMED' && at !== undefined));
}

function asJson(outcome: unknown): string {
  return JSON.stringify(
    outcome,
    (_, value: unknown) => {
      if (typeof value === 'bigint') return value.toString();
      // Of a Buffer's own making: it writes itself so before it comes here.
      const buffer = value as { readonly type?: unknown; readonly data?: unknown } | null;
      return buffer?.type === 'Buffer' ? Buffer.from(buffer.data as number[]).toString('base64') : value;
    },
    2,
  );
}

function asFault({ kind, message, position }: Fault): string {
  const where = position === undefined ? '' : ` at position ${position}`;
  return `The bundle is not valid, so nothing was replayed. ${kind}${where}: ${message}\n`;
}

function asText(replayed: Replayed, at: bigint | undefined): string {
  const { origin, size, erased, views, attestations } = replayed;
  const rows = views.map((each) => [
    each.view,
    each.version.toString(),
    each.position.toString(),
    each.finding,
    each.digest,
  ]);
  const attested = attestations.map(({ position, views: all }) => {
    const same = all.filter(({ finding }) => finding === 'SAME').length;
    return `The attestation at ${position}: ${same} of ${all.length} views the same${left(all)}.\n`;
  });
  const wrong = [
    ...views.flatMap((each) => (each.finding === 'UNCLAIMED' && at !== undefined ? [] : remark(each, DIGESTS_FILE))),
    ...attestations.flatMap(({ position, views: all }) =>
      all.flatMap((each) => remark(each, `the attestation at position ${position}`)),
    ),
  ];
  const lines = wrong.length === 0 ? '' : `\n${wrong.map((line) => `${line}\n`).join('')}`;
  return (
    `${origin}: ${size} events, valid, ${erased} values erased\n\n` +
    `${table(['view', 'version', 'position', 'finding', 'digest'], rows)}${attested.length === 0 ? '' : '\n'}${attested.join('')}${lines}`
  );
}

/** Of views that an earlier program had otherwise, and what this one cannot say of them. */
function left(views: readonly ReplayedView[]): string {
  const count = views.filter(({ finding }) => finding === 'SUPERSEDED').length;
  return count === 0 ? '' : `, ${count} as an earlier program had them`;
}

function remark(
  { view, version, position, digest, finding, claimed, difference }: ReplayedView,
  source: string,
): readonly string[] {
  switch (finding) {
    case 'SAME':
    case 'SUPERSEDED':
      return [];
    case 'UNCLAIMED':
      return [`${view}: ${source} says nothing of it, so that what the ledger shows of it may be anything.`];
    case 'BEYOND':
      return [`${view}: ${source} has it at position ${position}, which the log had not reached.`];
    case 'UNKNOWN':
      return [`${view}: ${source} has it, and this program has no such view; replay with the program of that time.`];
    case 'OTHER_VERSION':
      return [
        `${view}: ${source} has it in version ${version}, and this program in another; replay with the program of that time.`,
      ];
    case 'DIFFERENT':
      return [
        ...(claimed?.digest === digest
          ? []
          : [`${view}: ${source} says ${claimed?.digest ?? ''} at position ${position}; the log comes to ${digest}.`]),
        ...(difference === undefined ? [] : [tell(view, difference)]),
      ];
  }
}

function positionOf(text: string): bigint {
  if (/^(0|[1-9][0-9]{0,17})$/.test(text)) return BigInt(text);
  throw new UsageError(`--at ${text} is not a position; write a number from 0.`);
}
