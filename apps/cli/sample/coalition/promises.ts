import { indicatorId } from './figures.js';
import { idFrom, later, type Deed, type Plan } from './plan.js';
import type { Tables } from './tables.js';

type Made = Tables['commitments'][number];

/** Whoever a promise names takes some days to accept it. */
const DAYS_TO_ANSWER = 3;

/** What was promised, who accepted it, and how it changed. */
export function planPromises(plan: Plan): void {
  const { receiving, commitments, answers, changes, settlements, releases, notes } = plan.tables;
  for (const { mission, organisation, on, until } of receiving) {
    plan.add({
      kind: 'commitments',
      on,
      by: organisation,
      type: 'AcceptReceiving',
      id: plan.mission(mission),
      name: [mission, organisation, on],
      data: { until },
    });
  }
  for (const made of commitments) make(made, plan);
  for (const row of answers) answer(row, plan);
  for (const row of changes) change(row, plan);
  for (const row of settlements) settle(row, plan);
  for (const { commitment, by, on, text } of releases) {
    plan.add({ ...deedOf(commitment, by, on), type: 'ReleaseParty', data: { reason: plan.say(text) } });
  }
  for (const { commitment, by, on, text } of notes) {
    plan.add({ ...deedOf(commitment, by, on), type: 'NoteProgress', data: { text: plan.say(text), evidence: [] } });
  }
}

/** What an organisation does on a day about a promise. */
function deedOf(commitment: string, by: string, on: string): Omit<Deed, 'type' | 'data'> {
  return { kind: 'commitments', on, by, id: commitmentId(commitment), name: [commitment, by, on] };
}

function make(made: Made, plan: Plan): void {
  const { key, mission, by, to, made: on, text, made_by, aims } = made;
  const maker = made_by ?? promisor(made);
  plan.add({
    kind: 'commitments',
    on,
    by: maker,
    type: 'MakeCommitment',
    id: commitmentId(key),
    name: [key],
    data: {
      missionId: plan.mission(mission),
      promisorIds: plan.organisations(by),
      counterpartyIds: plan.organisations(to),
      ...terms(made, { amount: made.amount, due: made.due, description: plan.say(text) }, plan),
      ...(aims.length === 0 ? {} : { aims: aims.map(indicatorId) }),
    },
  });
  for (const party of [...by, ...to]) {
    if (party !== maker && !answersItself(made, party, plan)) accept(made, party, plan);
  }
}

/** Whether it says no, or nothing, or said beforehand that it accepts whatever is promised to it. */
function answersItself({ key, mission, to, made }: Made, party: string, { tables }: Plan): boolean {
  return (
    tables.answers.some((row) => row.commitment === key && row.party === party) ||
    tables.receiving.some(
      (row) =>
        to.includes(party) &&
        row.organisation === party &&
        row.mission === mission &&
        row.on <= made &&
        made <= row.until,
    )
  );
}

function accept({ key, made }: Made, by: string, plan: Plan): void {
  plan.add({
    kind: 'commitments',
    on: later(made, DAYS_TO_ANSWER),
    by,
    type: 'AcceptCommitment',
    id: commitmentId(key),
    name: [key, by],
    data: { termsVersion: 1 },
  });
}

/** @throws {Error} for a no that does not say on which day. */
function answer({ commitment, party, on, answer: given, text }: Tables['answers'][number], plan: Plan): void {
  if (given === 'AWAITED') return;
  if (on === undefined) throw new Error(`${party} declines ${commitment} on no day.`);
  const said = text === undefined ? {} : { reason: plan.say(text) };
  plan.add({ ...deedOf(commitment, party, on), type: 'DeclineCommitment', data: { termsVersion: 1, ...said } });
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

/** Changed at once by whoever promised it alone and in good time, and else once those others have agreed. */
function change(row: Tables['changes'][number], plan: Plan): void {
  const { commitment, by, on, amount, due, text, reason, agreed_by, agreed_on } = row;
  const made = commitmentOf(plan.tables, commitment);
  const description = plan.say(text ?? made.text);
  const said = { reason: plan.say(reason) };
  plan.add({
    kind: 'commitments',
    on,
    by,
    id: commitmentId(commitment),
    name: [commitment, on],
    ...(row.change === 'WITHDRAW'
      ? { type: 'WithdrawCommitment', data: said }
      : { type: 'AmendCommitment', data: { ...terms(made, { amount, due, description }, plan), ...said } }),
  });
  const before = plan.tables.changes.filter((each) => each.commitment === commitment).indexOf(row);
  // The first change makes version 2 of what was made as version 1.
  const termsVersion = before + 2;
  for (const each of agreed_by) {
    plan.add({ ...deedOf(commitment, each, agreed_on ?? on), type: 'AcceptCommitment', data: { termsVersion } });
  }
}

function settle(row: Tables['settlements'][number], plan: Plan): void {
  const { commitment, by, on, outcome, due, text, agreed_by, agreed_on } = row;
  const settlementId = idFrom('settlement', commitment, on);
  plan.add({
    ...deedOf(commitment, by, on),
    type: 'ProposeSettlement',
    data: { settlementId, outcome, ...(due === undefined ? {} : { dueOn: due }), reason: plan.say(text) },
  });
  for (const each of agreed_by) {
    plan.add({ ...deedOf(commitment, each, agreed_on ?? on), type: 'AcceptSettlement', data: { settlementId } });
  }
}

interface Changing {
  readonly amount: string | undefined;
  readonly due: string | undefined;
  readonly description: string;
}

function terms({ key, kind, unit }: Made, { amount, due, description }: Changing, plan: Plan) {
  const quantity = amount === undefined || unit === undefined ? {} : { quantity: { amount, unit } };
  const milestones = plan.tables.milestones
    .filter(({ commitment }) => commitment === key)
    .map((each) => ({
      key: each.key,
      what: plan.say(each.text),
      ...(each.due === undefined ? {} : { dueOn: each.due }),
    }));
  return {
    kind,
    ...quantity,
    description,
    ...(due === undefined ? {} : { dueOn: due }),
    ...(milestones.length === 0 ? {} : { milestones }),
  };
}
