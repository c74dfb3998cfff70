import { evidenceOf } from './evidence.js';
import { idFrom, later, type Plan } from './plan.js';
import type { Tables } from './tables.js';

type Made = Tables['commitments'][number];

/** People put on record what they gave a little after they gave it. */
const DAYS_TO_RECORD = 2;

/** What was promised, changed and given, and what others say of that. */
export function planPromises(plan: Plan): void {
  for (const made of plan.tables.commitments) {
    const { key, mission, by, to, made: on, text } = made;
    plan.add({
      kind: 'commitments',
      on,
      by: promisor(made),
      type: 'MakeCommitment',
      id: commitmentId(key),
      name: [key],
      data: {
        missionId: plan.mission(mission),
        promisorIds: plan.organisations(by),
        counterpartyIds: plan.organisations(to),
        ...terms(made, { amount: made.amount, due: made.due, description: plan.say(text) }),
      },
    });
  }
  for (const row of plan.tables.changes) change(row, plan);
  for (const row of plan.tables.contributions) give(row, plan);
  for (const row of plan.tables.statements) attest(row, plan);
}

/** @throws {Error} for a commitment that the story does not have. */
export function commitmentOf({ commitments }: Tables, key: string): Made {
  const made = commitments.find((each) => each.key === key);
  if (made === undefined) throw new Error(`No commitment is called ${key}.`);
  return made;
}

export function commitmentId(key: string): string {
  return idFrom('commitment', key);
}

/** The first, where several promise together. */
export function promisor({ key, by }: Made): string {
  const [first] = by;
  if (first === undefined) throw new Error(`Nobody promises ${key}.`);
  return first;
}

function change(
  { commitment, by, on, change, amount, due, text, reason }: Tables['changes'][number],
  plan: Plan,
): void {
  const made = commitmentOf(plan.tables, commitment);
  const description = plan.say(text ?? made.text);
  const said = { reason: plan.say(reason) };
  plan.add({
    kind: 'commitments',
    on,
    by,
    id: commitmentId(commitment),
    name: [commitment, on],
    ...(change === 'WITHDRAW'
      ? { type: 'WithdrawCommitment', data: said }
      : { type: 'AmendCommitment', data: { ...terms(made, { amount, due, description }), ...said } }),
  });
}

interface Changing {
  readonly amount: string | undefined;
  readonly due: string | undefined;
  readonly description: string;
}

function terms({ kind, unit }: Made, { amount, due, description }: Changing) {
  const quantity = amount === undefined || unit === undefined ? {} : { quantity: { amount, unit } };
  return { kind, ...quantity, description, ...(due === undefined ? {} : { dueOn: due }) };
}

function give(row: Tables['contributions'][number], plan: Plan): void {
  const { commitment, n, by, recorded_by, from, to, amount, text } = row;
  const made = commitmentOf(plan.tables, commitment);
  const giver = by ?? promisor(made);
  plan.add({
    kind: 'contributions',
    on: later(to, DAYS_TO_RECORD),
    by: recorded_by ?? giver,
    type: 'RecordContribution',
    id: commitmentId(commitment),
    name: [commitment, n],
    data: {
      contributionId: contributionId(commitment, n),
      contributorId: plan.organisation(giver),
      period: { from, to },
      ...(amount === undefined || made.unit === undefined ? {} : { quantity: { amount, unit: made.unit } }),
      description: plan.say(text),
      evidence: evidenceOf(row, plan),
    },
  });
}

const ACTS = {
  DECLARED: { type: 'DeclareContribution', says: 'note' },
  CORROBORATED: { type: 'CorroborateContribution', says: 'statement' },
  VERIFIED: { type: 'VerifyContribution', says: 'finding' },
  DISPUTED: { type: 'DisputeContribution', says: 'reason' },
} as const;

function attest({ commitment, n, act, by, on, text }: Tables['statements'][number], plan: Plan): void {
  const { type, says } = ACTS[act];
  plan.add({
    kind: 'statements of evidence',
    on,
    by,
    type,
    id: commitmentId(commitment),
    name: [commitment, n, by],
    data: {
      contributionId: contributionId(commitment, n),
      ...(text === undefined ? {} : { [says]: plan.say(text) }),
    },
  });
}

function contributionId(commitment: string, n: string): string {
  return idFrom('contribution', commitment, n);
}
