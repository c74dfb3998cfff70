import { evidenceOf } from './evidence.js';
import { idFrom, later, type Plan } from './plan.js';
import { commitmentId, commitmentOf, promisor } from './promises.js';
import type { Tables } from './tables.js';

type Given = Tables['contributions'][number];

/** People put on record what they gave a little after they gave it. */
const DAYS_TO_RECORD = 2;

/** What was given, what its givers put right or took back, and what others say of it. */
export function planContributions(plan: Plan): void {
  const { contributions, contributionChanges, statements } = plan.tables;
  for (const row of contributions) give(row, plan);
  for (const row of contributionChanges) change(row, plan);
  for (const row of statements) attest(row, plan);
}

function give(row: Given, plan: Plan): void {
  const { commitment, n, recorded_by, to, passes_on } = row;
  const giver = giverOf(row, plan);
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
      ...givenOf(row, row.amount, plan),
      ...(passes_on === undefined ? {} : { passesOn: handedOn(passes_on) }),
      evidence: evidenceOf(row, plan),
    },
  });
}

function giverOf({ commitment, by }: Given, { tables }: Plan): string {
  return by ?? promisor(commitmentOf(tables, commitment));
}

/** What a recording and a correction both say as a whole. */
function givenOf(row: Given, amount: string | undefined, plan: Plan) {
  const { commitment, from, to, text, milestone } = row;
  const { unit } = commitmentOf(plan.tables, commitment);
  const completes = unit === undefined && milestone === undefined && isLast(row, plan);
  return {
    period: { from, to },
    ...(amount === undefined || unit === undefined ? {} : { quantity: { amount, unit } }),
    ...(milestone === undefined ? {} : { milestone }),
    ...(completes ? { completes } : {}),
    description: plan.say(text),
  };
}

/** What nobody counts is complete with the last that is given towards it. */
function isLast({ commitment, n }: Given, { tables }: Plan): boolean {
  return tables.contributions.filter((each) => each.commitment === commitment).at(-1)?.n === n;
}

function handedOn(received: string) {
  const [commitment = '', n = ''] = received.split('/');
  return { commitmentId: commitmentId(commitment), contributionId: contributionId(commitment, n) };
}

function change(row: Tables['contributionChanges'][number], plan: Plan): void {
  const { commitment, n, by, on, amount, reason } = row;
  const about = { contributionId: contributionId(commitment, n) };
  const said = { reason: plan.say(reason) };
  plan.add({
    kind: 'contributions',
    on,
    by,
    id: commitmentId(commitment),
    name: [commitment, n, on],
    ...(row.change === 'RETRACT'
      ? { type: 'RetractContribution', data: { ...about, ...said } }
      : {
          type: 'CorrectContribution',
          data: { ...about, ...givenOf(contributionOf(plan.tables, commitment, n), amount, plan), ...said },
        }),
  });
}

/** @throws {Error} for a contribution that the story does not have. */
function contributionOf({ contributions }: Tables, commitment: string, n: string): Given {
  const given = contributions.find((each) => each.commitment === commitment && each.n === n);
  if (given === undefined) throw new Error(`Nothing is given towards ${commitment} as its number ${n}.`);
  return given;
}

const ACTS = {
  DECLARED: { type: 'DeclareContribution', says: 'note' },
  CORROBORATED: { type: 'CorroborateContribution', says: 'statement' },
  VERIFIED: { type: 'VerifyContribution', says: 'finding' },
  DISPUTED: { type: 'DisputeContribution', says: 'reason' },
  DISPUTE_WITHDRAWN: { type: 'WithdrawDispute', says: 'reason' },
  OBJECTED: { type: 'NoteObjection', says: 'reason' },
  ANSWERED: { type: 'AnswerObjection', says: 'answer' },
} as const;

function attest(row: Tables['statements'][number], plan: Plan): void {
  const { commitment, n, act, by, on, text } = row;
  const { type, says } = ACTS[act];
  plan.add({
    kind: 'statements of evidence',
    on,
    by,
    type,
    id: commitmentId(commitment),
    name: [commitment, n, by],
    data: { ...aboutOf(row, plan), ...(text === undefined ? {} : { [says]: plan.say(text) }) },
  });
}

/** Which contribution, or objection to it, a statement is about, and what goes with it. */
function aboutOf({ commitment, n, act, by, found }: Tables['statements'][number], plan: Plan) {
  const about = { contributionId: contributionId(commitment, n) };
  switch (act) {
    case 'ANSWERED':
      return { objectionId: objectionId(commitment, n, objector(plan.tables, commitment, n)) };
    case 'OBJECTED':
      return { ...about, objectionId: objectionId(commitment, n, by) };
    case 'VERIFIED': {
      const { unit } = commitmentOf(plan.tables, commitment);
      return { ...about, noTies: true, ...(found === undefined ? {} : { found: { amount: found, unit } }) };
    }
    case 'DECLARED':
    case 'CORROBORATED':
    case 'DISPUTED':
    case 'DISPUTE_WITHDRAWN':
      return about;
  }
}

/** @throws {Error} where nobody objects to it. */
function objector({ statements }: Tables, commitment: string, n: string): string {
  const noted = statements.find((each) => each.commitment === commitment && each.n === n && each.act === 'OBJECTED');
  if (noted === undefined) throw new Error(`Nobody objects to number ${n} of ${commitment}.`);
  return noted.by;
}

function objectionId(commitment: string, n: string, by: string): string {
  return idFrom('objection', commitment, n, by);
}

function contributionId(commitment: string, n: string): string {
  return idFrom('contribution', commitment, n);
}
