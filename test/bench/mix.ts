import type { Command } from '@maillage/kernel';
import { together } from './loops.js';
import { date, day } from './mix.calendar.js';
import { commitmentStory, type Mission, type Telling } from './mix.commitments.js';
import { accepted, Commands, type Network } from './network.js';
import { progress } from './report.js';
import { Dice } from './statistics.js';
import { AS_EVALUATOR } from '../harness/evaluator.js';

/** Stories told side by side: enough for the log to commit in large groups. */
const AT_ONCE = 256;
const SECTORS = ['PUBLIC', 'PRIVATE', 'CIVIL_SOCIETY', 'UNDECLARED'];

/**
 * Fills the log with at least so many events, each decided by its decider: a year of missions, most of
 * whose events are promises and what became of them.
 * @returns the missions, with who shares them.
 */
export async function fill(network: Network, events: number): Promise<readonly Mission[]> {
  const dice = new Dice(2);
  const commands = new Commands(dice);
  let told = 0;
  let shown = 0;
  const tell = async (...of: Parameters<Telling['tell']>) => {
    const [type, id, organisation, data, onDay] = of;
    const command: Command = commands.of(type, id, organisation, data, day(onDay));
    const { receipt } = await accepted(network.executor, command);
    told += receipt.events.length;
    if (told - shown >= 20_000) {
      shown = told;
      progress(`mix: ${told} of ${events} events recorded`);
    }
  };
  const telling: Telling = { dice, commands, tell };

  const organisations = await register(telling, Math.max(60, Math.round(events / 200)));
  const missions = await declare(telling, Math.max(4, Math.round(events / 2_000)), organisations);
  await together(measurements(telling, missions, Math.round(events * 0.15)), AT_ONCE);
  const stories = function* () {
    while (told < events) yield () => commitmentStory(telling, dice.pick(missions));
  };
  await together(stories(), AT_ONCE);
  return missions;
}

async function register({ dice, commands, tell }: Telling, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => commands.uuid());
  const jobs = ids.map((id, n) => () => {
    const identifiers = [{ scheme: 'FR-RNA', value: `W${100_000 + n}` }];
    const data = { name: `Organisation ${n + 1}`, sector: dice.pick(SECTORS), jurisdiction: 'FR-35', identifiers };
    return tell('RegisterOrganisation', id, id, data, 0);
  });
  await together(jobs, AT_ONCE);
  // Every twentieth is a subsidiary of the one before it.
  const grouped = ids.flatMap((id, n) => (n % 20 === 19 ? [{ id, parentId: ids[n - 1] ?? '' }] : []));
  const groupings = grouped.map(({ id, parentId }) => async () => {
    await tell('ProposeGrouping', id, id, { parentId }, 1);
    await tell('AcceptGrouping', id, parentId, { parentId }, 1);
  });
  await together(groupings, AT_ONCE);
  return ids;
}

async function declare(telling: Telling, count: number, organisations: readonly string[]): Promise<readonly Mission[]> {
  const { dice, commands, tell } = telling;
  const missions = Array.from({ length: count }, (_, n): Mission => {
    const from = dice.integer(0, organisations.length - 1);
    const members = Array.from({ length: 40 }, (_, k) => organisations[(from + k) % organisations.length] ?? '');
    const indicatorIds = Array.from({ length: 5 }, () => commands.uuid());
    return { id: commands.uuid(), number: n + 1, members, indicatorIds };
  });
  await together(
    missions.map((mission) => () => found(tell, mission)),
    AT_ONCE,
  );
  return missions;
}

/** A mission, its members, then its indicators. The first member is its backbone, the next two evaluate. */
async function found(tell: Telling['tell'], { id, number, members, indicatorIds }: Mission): Promise<void> {
  const [backbone = '', ...others] = members;
  const terms = {
    title: `Mission ${number}`,
    challenge: 'Nobody in this place sleeps in a damp home by 2030.',
    hashtag: `#mission-${number}`,
    places: [{ name: 'Rennes', country: 'FR', code: '35238' }],
    sdgs: ['11.1'],
    openInvitation: true,
  };
  await tell('DeclareMission', id, backbone, terms, 2);
  for (const [n, organisationId] of others.entries()) {
    const role = n < 2 ? 'EVALUATOR' : n % 9 === 8 ? 'FUNDER' : 'MEMBER';
    if (n < 2) await tell('InviteOrganisation', id, backbone, { organisationId, role }, 3);
    await tell('JoinMission', id, organisationId, role === 'EVALUATOR' ? AS_EVALUATOR : { role }, 4);
  }
  for (const [n, indicatorId] of indicatorIds.entries()) {
    const data = {
      missionId: id,
      name: `Dwellings found damp, district ${n + 1}`,
      unit: 'dwelling',
      direction: 'DECREASE',
      sdgs: ['11.1'],
      baseline: { value: '1200', on: date(0) },
      targets: [{ value: '100', dueOn: date(700) }],
      source: 'Inspections by the city, once a quarter.',
    };
    await tell('DefineIndicator', indicatorId, backbone, data, 5);
    if (n === 0) {
      const target = { value: '80', dueOn: date(700) };
      await tell('ReviseIndicatorTarget', indicatorId, backbone, { target, reason: 'The council asked for more.' }, 30);
    }
  }
}

function* measurements({ dice, commands, tell }: Telling, missions: readonly Mission[], count: number) {
  for (let n = 0; n < count; n += 1) {
    const mission = missions[n % missions.length];
    if (mission === undefined) return;
    const indicatorId = dice.pick(mission.indicatorIds);
    const by = dice.pick(mission.members);
    const onDay = dice.integer(40, 360);
    const measured = {
      value: String(dice.integer(80, 1300)),
      period: { from: date(onDay - 30), to: date(onDay) },
      // One figure of each place, days and reporter.
      place: { name: `Rennes, street ${n + 1}`, country: 'FR' },
      evidence: [],
    };
    const measurementId = commands.uuid();
    yield async () => {
      await tell('RecordMeasurement', indicatorId, by, { ...measured, measurementId }, onDay);
      if (n % 50 !== 0) return;
      const mended = { ...measured, value: '700', measurementId, reason: 'Two districts were counted twice.' };
      await tell('CorrectMeasurement', indicatorId, by, mended, onDay + 3);
    };
  }
}
