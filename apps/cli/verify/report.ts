import type { Fault, ValidVerdict } from '@maillage/verifier';

export interface Found extends Omit<ValidVerdict, 'keyFrom'> {
  readonly keyFrom: ValidVerdict['keyFrom'] | 'remembered';
  /** Sizes of the checkpoints, given or remembered, that it was found to have grown out of. */
  readonly grownFrom: readonly bigint[];
  /** Where the checkpoint is kept for the next time; absent where it is not. */
  readonly rememberedIn?: string;
}

export type Outcome = Found | { readonly valid: false; readonly fault: Fault };

const KEY_FROM: Readonly<Record<Found['keyFrom'], string>> = {
  given: 'as given',
  policy: 'as the given policy has it',
  remembered: 'as remembered from the first time',
  ledger: "the ledger's own word: compare it with what its operator tells you by another way",
};

export function asText(outcome: Outcome): string {
  if (!outcome.valid) {
    const { kind, position, message } = outcome.fault;
    return `Not valid: ${kind}${position === undefined ? '' : ` at position ${position}`}. ${message}\n`;
  }
  const { origin, size, root, erased, semantics, vkey, keyFrom, quorum, grownFrom, uncovered, rememberedIn } = outcome;
  const values = erased === 0n ? '' : `, ${erased} ${erased === 1n ? 'value' : 'values'} erased`;
  const lines: [string, string][] = [
    ['root', root.toString('base64')],
    ['key', `${vkey} (${KEY_FROM[keyFrom]})`],
  ];
  if (outcome.cosignedBy.length > 0) {
    lines.push(['cosigned', outcome.cosignedBy.map(({ name, time }) => `${name} (${instant(time)})`).join(', ')]);
  }
  if (quorum !== undefined) {
    const whose = quorum.from === 'given' ? 'your policy' : "the ledger's own policy";
    lines.push(['quorum', `${quorum.met ? 'met' : 'NOT met'}: ${quorum.required} of ${whose}`]);
  }
  if (grownFrom.length > 0) lines.push(['grown from', grownFrom.map((each) => `size ${each}`).join(', ')]);
  if (uncovered.length > 0) {
    lines.push(['not yet', `receipts for positions ${uncovered.join(', ')}, which the checkpoint does not cover`]);
  }
  const trusted = schemasOf(outcome.schemas);
  if (trusted !== undefined) lines.push(['schemas', trusted]);
  if (!semantics) lines.push(['left out', 'whether events make sense together, as --structure-only asks']);
  if (rememberedIn !== undefined) lines.push(['remembered', rememberedIn]);
  const details = lines.map(([label, value]) => `  ${label.padEnd(10)}  ${value}\n`);
  return `Valid: ${origin}, ${size} events${values}.\n${details.join('')}`;
}

/** What is to be known of schemas that the log is not committed to. */
function schemasOf({ committed, uncommitted }: Found['schemas']): string | undefined {
  if (uncommitted.length === 0) return committed === 0 ? undefined : `all ${committed} as the log is committed to them`;
  if (committed === 0) return "on the source's word: the log, as an older one, is committed to none";
  const some = uncommitted.slice(0, 3).join(', ');
  const more = uncommitted.length > 3 ? ` and ${uncommitted.length - 3} more` : '';
  return `${committed} as the log is committed to them; on the source's word ${some}${more}`;
}

export function asJson(outcome: Outcome): string {
  const plain = outcome.valid
    ? {
        ...outcome,
        root: outcome.root.toString('base64'),
        cosignedBy: outcome.cosignedBy.map(({ name, time }) => ({ name, time: instant(time) })),
      }
    : outcome;
  const bigints = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value);
  return `${JSON.stringify(plain, bigints, 2)}\n`;
}

/** Unix seconds as people read them; a time beyond the calendar as it is. */
function instant(seconds: bigint): string {
  return seconds > 253_402_300_799n ? `${seconds} s` : new Date(Number(seconds) * 1000).toISOString();
}
