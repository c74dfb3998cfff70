import { beforeAll } from '@jest/globals';
import type { Command } from '@maillage/kernel';
import { openCommandPath } from '@maillage/engine';
import { slices } from '../../apps/host/slices.js';
import { day } from '../acceptance/client.js';
import { until } from '../acceptance/waiting.js';
import { executed } from '../harness/engine.js';
import { id } from '../harness/given.js';
import type { TestApi } from '../harness/api.js';

export const MISSION = id(0x9000);
export const INDICATOR = id(0x9100);
export const BACKBONE = id(0x9001);
const LATE_MEMBERS = 130;
export const ACCREDITED = 55;
/** There are more than a hundred before it that still take part. */
export const LATE_MEMBER = id(0x9500 + LATE_MEMBERS - 1);
export const LATE_NAME = `Association ${LATE_MEMBERS}`;
const GIVERS = [id(0x9010), id(0x9011), id(0x9012), id(0x9013), id(0x9014)] as const;
export const [GIVER] = GIVERS;

export const WORD = 'Isolation';
export const PROMISES = 120;
export const LEFT = 23;
const MEASUREMENTS = 110;
export const CORRECTED = 3;
/** All that is promised is due to be there by the day it is asked about, or after it. */
const [MADE, GIVEN, PAST, AHEAD] = [-60, -20, -5, 60];

type Fate = 'EXACT' | 'MORE' | 'HALF' | 'NOTHING' | 'WITHDRAWN' | 'CHANGED' | 'LATE' | 'DISPUTED';
const LATER_FATES = ['NOTHING', 'WITHDRAWN', 'CHANGED', 'LATE', 'DISPUTED'] as const;

/** What was recorded of a promise, in plain numbers. */
export interface Recorded {
  readonly n: number;
  readonly commitmentId: string;
  readonly giver: string;
  readonly fate: Fate;
  readonly unit: 'dwelling' | 'hour';
  readonly amount: number;
  /** One number for each contribution. */
  readonly given: readonly number[];
  readonly overdue: boolean;
}

export type State = 'KEPT' | 'DUE' | 'OVERDUE' | 'WITHDRAWN';

/** The first half goes well, so that whoever judges by the first page finds nothing amiss. */
export const recorded: readonly Recorded[] = Array.from({ length: PROMISES }, (_, n) => {
  const fate = n < 60 ? (['EXACT', 'MORE', 'HALF'] as const)[n % 3]! : LATER_FATES[n % 5]!;
  const amount = 30 + (n % 7) * 10;
  return {
    n,
    commitmentId: id(0xa000 + n),
    giver: GIVERS[Math.floor(n / 5) % GIVERS.length]!,
    fate,
    unit: n % 2 === 0 ? ('dwelling' as const) : ('hour' as const),
    amount,
    given: givenFor(n, fate, amount),
    overdue: fate === 'NOTHING' || fate === 'LATE',
  };
});

function givenFor(n: number, fate: Fate, amount: number): readonly number[] {
  // More contributions than any page would list of one promise.
  if (n === 2) return Array.from({ length: 25 }, () => 1);
  switch (fate) {
    case 'EXACT':
    case 'DISPUTED':
      return [amount];
    case 'MORE':
      return [amount * 9];
    case 'HALF':
    case 'LATE':
      return [amount / 2];
    case 'NOTHING':
    case 'WITHDRAWN':
    case 'CHANGED':
      return [];
  }
}

/** Counted one by one, as anybody would who has all of it in front of them. */
export const naive = {
  stateOf: ({ fate, amount, given, overdue }: Recorded): State => {
    if (fate === 'WITHDRAWN') return 'WITHDRAWN';
    if (fate !== 'DISPUTED' && sum(given) >= amount) return 'KEPT';
    return overdue ? 'OVERDUE' : 'DUE';
  },
  inState: (state: State, of: readonly Recorded[] = recorded) => of.filter((each) => naive.stateOf(each) === state),
  /** What is promised and stands, in a unit. */
  promised: (unit: Recorded['unit']) =>
    sum(recorded.filter((each) => each.unit === unit && each.fate !== 'WITHDRAWN').map(({ amount }) => amount)),
  /** What was given and is not disputed, however much that is. */
  given: (unit: Recorded['unit']) => sum(standing(unit).map((each) => sum(each.given))),
  /** The same, of each promise no more than it promised. */
  delivered: (unit: Recorded['unit']) => sum(standing(unit).map((each) => Math.min(each.amount, sum(each.given)))),
  disputed: (unit: Recorded['unit']) =>
    recorded.filter((each) => each.unit === unit && each.fate === 'DISPUTED').length,
  /** Who takes part, by sector. */
  members: { PUBLIC: 1, PRIVATE: GIVERS.length, CIVIL_SOCIETY: LATE_MEMBERS - LEFT },
  of: (fate: Fate) => recorded.filter((each) => each.fate === fate),
};

function standing(unit: Recorded['unit']): readonly Recorded[] {
  return recorded.filter((each) => each.unit === unit && each.fate !== 'DISPUTED');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

const PATIENCE_MS = 300_000;

/** For the tests of a file: the pages have a mission of a hundred and more members, promises and figures to show. */
export function showHundred(served: () => TestApi): void {
  beforeAll(async () => {
    const last = await recordHundred(served());
    await until(
      'the views of all that was recorded',
      async () => {
        const { data } = await served().graphql('{ views { position } }');
        return (data.views as readonly { readonly position: string }[]).every(
          ({ position }) => BigInt(position) >= last,
        );
      },
      PATIENCE_MS,
    );
  }, PATIENCE_MS);
}

/** @returns the position of the last. */
async function recordHundred(api: TestApi): Promise<bigint> {
  const { executor } = openCommandPath(api.database, slices);
  let commands = 0;
  let last = 0n;
  const record = async (by: string, type: string, to: string, data: object, ago: number) => {
    commands += 1;
    const command: Command = {
      type,
      id: to,
      data,
      commandId: id(0xf0000 + commands),
      actor: { organisation: by },
      scopes: ['write', 'operator'],
      at: `${day(ago)}T08:00:00.000Z`,
    };
    const { receipt } = await executed(executor.execute(command));
    last = receipt.events.at(-1)?.position ?? last;
  };
  await found(record);
  // Each promise is a stream of its own: what happens to one waits for no other.
  await Promise.all(recorded.map((each) => recordPromise(record, each)));
  await measure(record);
  return last;
}

type Record = (by: string, type: string, to: string, data: object, ago: number) => Promise<void>;

async function found(record: Record): Promise<void> {
  const register = (organisation: string, name: string, sector: string) =>
    record(organisation, 'RegisterOrganisation', organisation, { name, sector }, MADE - 10);
  await register(BACKBONE, 'Ville de Rivemont', 'PUBLIC');
  await Promise.all(GIVERS.map((giver, n) => register(giver, `Atelier ${n + 1}`, 'PRIVATE')));
  const terms = { title: 'Cent promesses', challenge: 'Nobody sleeps in a damp home.', hashtag: '#cent' };
  await record(BACKBONE, 'DeclareMission', MISSION, { ...terms, openInvitation: true }, MADE - 9);
  for (const giver of GIVERS) await record(giver, 'JoinMission', MISSION, { role: 'MEMBER' }, MADE - 8);
  const late = Array.from({ length: LATE_MEMBERS }, (_, n) => id(0x9500 + n));
  await Promise.all(late.map((each, n) => register(each, `Association ${n + 1}`, 'CIVIL_SOCIETY')));
  for (const each of late) await record(each, 'JoinMission', MISSION, { role: 'MEMBER' }, MADE - 7);
  for (const each of late.slice(0, LEFT)) await record(each, 'LeaveMission', MISSION, {}, MADE - 6);
  const accredited = { scope: 'Isolation', from: day(MADE - 5), until: day(AHEAD) };
  const shown = { evidence: [{ url: 'https://example.org/diploma' }] };
  for (const each of late.slice(-ACCREDITED)) {
    await record(BACKBONE, 'AccreditEvaluator', each, { ...accredited, ...shown }, MADE - 5);
  }
}

async function recordPromise(record: Record, each: Recorded): Promise<void> {
  const { n, commitmentId, giver, fate, unit, amount, given, overdue } = each;
  const terms = {
    kind: unit === 'hour' ? 'TIME' : 'SERVICE',
    description: `${WORD} ${n + 1}`,
    quantity: { amount: String(amount), unit },
    dueOn: day(overdue ? PAST : AHEAD),
  };
  await record(giver, 'MakeCommitment', commitmentId, { missionId: MISSION, ...terms }, MADE);
  for (const [index, part] of given.entries()) {
    const contribution = {
      contributionId: id(0xb0000 + n * 0x100 + index),
      quantity: { amount: String(part), unit },
      date: day(GIVEN),
    };
    await record(giver, 'RecordContribution', commitmentId, contribution, GIVEN);
  }
  if (fate === 'WITHDRAWN') {
    await record(giver, 'WithdrawCommitment', commitmentId, { reason: `No budget, ${n + 1}.` }, GIVEN);
  }
  if (fate === 'CHANGED') {
    await record(
      giver,
      'AmendCommitment',
      commitmentId,
      { ...terms, description: `${WORD} ${n + 1}, dry by hand`, reason: `More time, ${n + 1}.` },
      GIVEN,
    );
  }
  if (fate === 'DISPUTED') {
    const disputed = { contributionId: id(0xb0000 + n * 0x100), reason: 'Nobody saw it.' };
    await record(BACKBONE, 'DisputeContribution', commitmentId, disputed, GIVEN + 1);
  }
}

export const LATEST_VALUE = MEASUREMENTS;

async function measure(record: Record): Promise<void> {
  const defined = { missionId: MISSION, name: 'Dry homes', unit: 'dwelling', mode: 'REACH', direction: 'INCREASE' };
  const target = { targets: [{ targetId: 'main', value: '500' }], baseline: { value: '0' }, aggregation: 'LATEST' };
  await record(BACKBONE, 'DefineIndicator', INDICATOR, { ...defined, ...target }, -MEASUREMENTS - 5);
  for (let n = 1; n <= MEASUREMENTS; n += 1) {
    const on = n - MEASUREMENTS - 1;
    const figure = { measurementId: id(0xc0000 + n), value: String(n), date: day(on) };
    await record(BACKBONE, 'RecordMeasurement', INDICATOR, figure, on);
  }
  for (let n = 1; n <= CORRECTED; n += 1) {
    const correction = {
      measurementId: id(0xc0000 + n),
      value: '0',
      date: day(n - MEASUREMENTS - 1),
      reason: 'Misread.',
    };
    await record(BACKBONE, 'CorrectMeasurement', INDICATOR, correction, -1);
  }
}
