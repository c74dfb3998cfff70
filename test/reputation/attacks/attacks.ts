import { dateOfDay } from '../histories.js';
import type { Attack } from './attack.js';
import { evasions } from './evasions.js';
import { floods } from './floods.js';
import { APART, ATTACKER, BACKBONE, EVALUATORS, VICTIM, type World } from './world.js';

/** Members that were there before and are trusted. */
const OF_STANDING = [5, 6, 7, 8, 9] as const;
const DUST = '0.000001';

/** Those on notices, settlements, standing and suspension are in `evasions`; those on desks in `floods`. */
export const attacks: readonly Attack[] = [
  ...evasions,
  ...floods,
  {
    name: '20 sybils praise',
    target: ATTACKER,
    most: 0.02,
    act: (world) => {
      world.reviewAll(world.newcomers(300, 20), ATTACKER, 4);
    },
  },
  {
    name: '20 sybils damn',
    target: VICTIM,
    most: 0.02,
    act: (world) => {
      world.reviewAll(world.newcomers(300, 20), VICTIM, 0);
    },
  },
  {
    name: 'an own evaluator’s ring',
    target: ATTACKER,
    most: 0.02,
    act: (world) => {
      world.reviewAll(ringOf(world, 100), ATTACKER, 4);
    },
  },
  {
    name: 'dust gifts',
    target: ATTACKER,
    most: 0.02,
    act: (world) => {
      const [backbone, evaluator, ...friends] = world.newcomers(100, 6) as [number, number, ...number[]];
      const mission = ownMission(world, 100, backbone, evaluator, friends);
      for (const friend of friends) {
        for (let n = 0; n < 30; n += 1) {
          const gift = world.id();
          const contributionId = world.id();
          const quantity = { amount: DUST, unit: 'hour' };
          world.tell(110, 'RecordContribution', gift, friend, {
            missionId: mission,
            kind: 'TIME',
            description: 'An hour.',
            contributionId,
            quantity,
            date: dateOfDay(109),
          });
          world.verify(120, gift, evaluator, contributionId);
        }
      }
      world.reviewAll(friends, ATTACKER, 4);
    },
  },
  {
    name: 'declared dust promises',
    target: ATTACKER,
    most: 0.02,
    act: (world) => {
      for (let n = 0; n < 40; n += 1) world.give(240, world.promise(200, ATTACKER, DUST), ATTACKER, DUST);
    },
  },
  {
    name: 'dust promises that newcomers corroborate',
    target: ATTACKER,
    most: 0.02,
    act: (world) => {
      for (const friend of world.newcomers(150, 20)) {
        const promise = world.promise(200, ATTACKER, DUST, [friend]);
        world.give(240, promise, ATTACKER, DUST);
        world.corroborate(241, promise, friend);
      }
    },
  },
  {
    name: 'ungroup, review, regroup',
    target: ATTACKER,
    most: 0.02,
    act: (world) => {
      const [subsidiary, parent] = [world.organisation(APART), world.organisation(ATTACKER)];
      world.tell(10, 'ProposeGrouping', subsidiary, APART, { parentId: parent });
      world.tell(10, 'AcceptGrouping', subsidiary, ATTACKER, { parentId: parent });
      world.tell(200, 'UngroupOrganisation', subsidiary, APART, { reason: 'Sold.' });
      // Within the year after it left, the ledger takes no review.
      world.attempting = true;
      world.reviewAll([APART], ATTACKER, 4);
      world.attempting = false;
      world.tell(400, 'ProposeGrouping', subsidiary, APART, { parentId: parent });
      world.tell(400, 'AcceptGrouping', subsidiary, ATTACKER, { parentId: parent });
    },
  },
  {
    name: 'review, then group',
    target: ATTACKER,
    most: 0.02,
    act: (world) => {
      const [subsidiary, parentId] = [world.organisation(APART), world.organisation(ATTACKER)];
      world.reviewAll([APART], ATTACKER, 4);
      world.tell(400, 'ProposeGrouping', subsidiary, APART, { parentId });
      world.tell(400, 'AcceptGrouping', subsidiary, ATTACKER, { parentId });
    },
  },
  {
    name: 'promises imposed, overdue by now',
    target: VICTIM,
    most: 0.02,
    act: (world) => {
      const promisorIds = [ATTACKER, VICTIM].map((n) => world.organisation(n));
      for (let n = 0; n < 10; n += 1) {
        world.promise(300 + n, ATTACKER, 1_000_000, [], { promisorIds, dueOn: dateOfDay(320 + n) });
      }
      world.attempting = true;
      world.promise(300, ATTACKER, 1_000_000, [], { promisorIds, dueOn: dateOfDay(298) });
      world.attempting = false;
    },
  },
  {
    name: 'a bait accepted late',
    target: VICTIM,
    most: 0.02,
    act: (world) => {
      const promisorIds = [ATTACKER, VICTIM].map((n) => world.organisation(n));
      const bait = world.promise(300, ATTACKER, 1, [], { promisorIds, dueOn: dateOfDay(390) });
      const terms = { kind: 'SERVICE', description: 'Made dry.', dueOn: dateOfDay(345) };
      const quantity = { amount: '1000000', unit: 'dwelling' };
      world.tell(310, 'AmendCommitment', bait, ATTACKER, { ...terms, quantity, reason: 'More is needed.' });
      // It read the first version: that one is answered no more.
      world.attempting = true;
      world.tell(311, 'AcceptCommitment', bait, VICTIM, { termsVersion: 1 });
      world.attempting = false;
    },
  },
  {
    name: 'a corrupt accredited evaluator’s ring',
    target: ATTACKER,
    onAverage: 0.1,
    act: (world) => {
      const friends = world.newcomers(100, 4);
      earnDust(world, friends, [EVALUATORS[1]]);
      for (const friend of friends)
        world.reviewAll(
          friends.filter((each) => each !== friend),
          friend,
          4,
        );
      world.reviewAll(friends, ATTACKER, 4);
      world.reviewAll([ATTACKER], friends[0] ?? 0, 4);
    },
  },
  {
    name: 'verified dust',
    target: ATTACKER,
    onAverage: 0.1,
    act: (world) => {
      verifiedDust(world, world.newcomers(100, 1), 20);
    },
  },
  {
    name: 'verified dust, to ten newcomers',
    target: ATTACKER,
    onAverage: 0.1,
    act: (world) => {
      verifiedDust(world, world.newcomers(100, 10), 1);
    },
  },
  {
    name: 'verified dust, to ten whose dust was verified',
    target: ATTACKER,
    act: (world) => {
      const friends = world.newcomers(100, 10);
      earnDust(world, friends, [EVALUATORS[1]]);
      verifiedDust(world, friends, 1);
    },
  },
  {
    name: 'the same, once that evaluator is voided',
    target: ATTACKER,
    onAverage: 0.1,
    anyway: (world) => {
      world.voided(400, EVALUATORS[1], 150);
    },
    act: (world) => {
      const friends = world.newcomers(100, 10);
      earnDust(world, friends, [EVALUATORS[1]]);
      verifiedDust(world, friends, 1);
    },
  },
  {
    name: 'dust verified by one not accredited',
    target: ATTACKER,
    onAverage: 0.1,
    act: (world) => {
      const [evaluator, ...friends] = world.newcomers(100, 11) as [number, ...number[]];
      world.appointEvaluator(101, world.mission, BACKBONE, evaluator);
      verifiedDust(world, friends, 1, evaluator);
    },
  },
  {
    name: 'honest dust, to five of standing',
    target: ATTACKER,
    act: (world) => {
      verifiedDust(world, OF_STANDING, 1);
    },
  },
  {
    name: 'four of standing collude',
    target: ATTACKER,
    act: (world) => {
      const friends = OF_STANDING.slice(0, 4);
      world.reviewAll(friends, ATTACKER, 4, unseen(world, friends));
      for (const friend of friends) world.reviewAll([ATTACKER], friend, 4);
    },
  },
  {
    name: 'an accredited evaluator lies',
    target: ATTACKER,
    act: (world) => {
      for (let n = 0; n < 10; n += 1) {
        const promise = world.promise(200 + n, ATTACKER, 100, [OF_STANDING[n % 5] ?? 5]);
        world.give(240 + n, promise, ATTACKER, 100);
        world.verify(260 + n, promise, EVALUATORS[1]);
      }
    },
  },
  {
    name: 'five of standing damn',
    target: VICTIM,
    act: (world) => {
      world.reviewAll(OF_STANDING, VICTIM, 0, unseen(world, OF_STANDING, VICTIM));
    },
  },
];

/** Four newcomers who have each other's promises verified by an evaluator they appointed, in a mission of their own. */
function ringOf(world: World, day: number): readonly number[] {
  const [backbone, evaluator, ...friends] = world.newcomers(day, 6) as [number, number, ...number[]];
  const mission = ownMission(world, day, backbone, evaluator, friends);
  for (const friend of friends) {
    for (let n = 0; n < 10; n += 1) {
      const promise = world.promise(day + 1, friend, 1, [], { missionId: mission });
      world.give(day + 30, promise, friend, 1);
      world.verify(day + 40, promise, evaluator);
    }
  }
  return friends;
}

function ownMission(
  world: World,
  day: number,
  backbone: number,
  evaluator: number,
  members: readonly number[],
): string {
  const mission = world.id();
  world.declareMission(day, mission, backbone);
  world.appointEvaluator(day, mission, backbone, evaluator);
  for (const member of members) world.join(day, member, mission);
  return mission;
}

/** Each of these has something of no worth verified by each of those. */
function earnDust(world: World, friends: readonly number[], evaluators: readonly number[]): void {
  for (const friend of friends) {
    const promise = world.promise(120, friend, DUST);
    world.give(150, promise, friend, DUST);
    for (const evaluator of evaluators) world.verify(160, promise, evaluator);
    world.promises.set(friend, [promise]);
  }
}

/** As many promises of no worth to each of these, each kept and found so. */
function verifiedDust(world: World, friends: readonly number[], each: number, evaluator: number = EVALUATORS[1]): void {
  for (const friend of friends) {
    for (let n = 0; n < each; n += 1) {
      const promise = world.promise(200, ATTACKER, DUST, [friend]);
      world.give(240, promise, ATTACKER, DUST);
      world.verify(260, promise, evaluator);
    }
  }
}

/** Promises of the target made for the purpose, since each review is of one that its author has not reviewed yet. */
function unseen(world: World, by: readonly number[], of: number = ATTACKER): readonly string[] {
  return Array.from({ length: 10 }, (_, n) => {
    const promise = world.promise(200 + n, of, 1, [by[n % by.length] ?? 0]);
    world.give(230 + n, promise, of, 1);
    world.verify(245 + n, promise, EVALUATORS[n % 2] ?? EVALUATORS[0]);
    return promise;
  });
}
