import { dateOfDay } from '../histories.js';
import type { Attack } from './attack.js';
import { APART, ATTACKER, BACKBONE, EVALUATORS, VICTIM, type World } from './world.js';

// How one gets out of what one promised, or traps another in it: by changing, leaving and settling late, by disputes without a
// stake, by suspending, and by paying whoever judges.

const OF_STANDING = 5;
/** Promised at 200, due 45 days later; free until 11 days before, or to others as well. */
const [MADE, DUE] = [200, 245];
const MANY = 10;

interface Missed {
  readonly promise: string;
  /** Who is beside the attacker: a newcomer that it made up. */
  readonly creature: number;
}

const told = new WeakMap<World, readonly Missed[]>();

/** Promises that come to nothing, whether or not there is an attack; told once. */
function missed(world: World, beside: 'RECEIVER' | 'PROMISOR' | 'NOBODY'): readonly Missed[] {
  const known = told.get(world);
  if (known !== undefined) return known;
  const all = world.newcomers(150, MANY).map((creature) => {
    if (beside !== 'PROMISOR') {
      const to = beside === 'RECEIVER' ? [creature] : [];
      return { creature, promise: world.promise(MADE, ATTACKER, 100, to) };
    }
    const promisorIds = [ATTACKER, creature].map((each) => world.organisation(each));
    const promise = world.promise(MADE, ATTACKER, 100, [], { promisorIds });
    world.tell(MADE, 'AcceptCommitment', promise, creature, { termsVersion: 1 });
    return { creature, promise };
  });
  told.set(world, all);
  return all;
}

const LESS = {
  kind: 'SERVICE',
  description: 'Made dry.',
  quantity: { amount: '0.01', unit: 'dwelling' },
  dueOn: dateOfDay(DUE),
  reason: 'It is not as we thought.',
};

export const evasions: readonly Attack[] = [
  {
    name: 'a cent for all, on the last day',
    target: ATTACKER,
    most: 0.02,
    anyway: (world) => {
      missed(world, 'NOBODY');
    },
    act: (world) => {
      for (const { promise } of missed(world, 'NOBODY')) {
        world.tell(DUE, 'AmendCommitment', promise, ATTACKER, LESS);
        world.attempting = true;
        world.tell(DUE, 'WithdrawCommitment', promise, ATTACKER, { reason: 'It is not as we thought.' });
        world.attempting = false;
      }
    },
  },
  {
    name: 'the same, as a creature agrees',
    target: ATTACKER,
    most: 0.02,
    anyway: (world) => {
      missed(world, 'RECEIVER');
    },
    act: (world) => {
      for (const { promise, creature } of missed(world, 'RECEIVER')) {
        world.tell(DUE, 'AmendCommitment', promise, ATTACKER, LESS);
        world.tell(DUE, 'AcceptCommitment', promise, creature, { termsVersion: 2 });
      }
    },
  },
  {
    name: 'left as it is, as a creature agrees',
    target: ATTACKER,
    most: 0.02,
    anyway: (world) => {
      missed(world, 'RECEIVER');
    },
    act: (world) => {
      for (const { promise, creature } of missed(world, 'RECEIVER')) {
        const settlementId = world.id();
        const asked = { settlementId, outcome: 'CLOSED_AS_IS', reason: 'It is what we could do.' };
        world.tell(DUE + 1, 'ProposeSettlement', promise, ATTACKER, asked);
        world.tell(DUE + 1, 'AcceptSettlement', promise, creature, { settlementId });
      }
    },
  },
  {
    name: 'leaving on the last day, after a creature',
    target: ATTACKER,
    most: 0.02,
    anyway: (world) => {
      missed(world, 'PROMISOR');
    },
    act: (world) => {
      for (const { promise, creature } of missed(world, 'PROMISOR')) {
        world.tell(DUE - 11, 'ReleaseParty', promise, creature, { reason: 'We close down.' });
        world.tell(DUE, 'ReleaseParty', promise, ATTACKER, { reason: 'Not by ourselves.' });
      }
    },
  },
  {
    name: 'paying the evaluator a cent, once it found little',
    target: ATTACKER,
    most: 0.02,
    anyway: foundLittle,
    act: (world) => {
      world.tell(300, 'RecordContribution', world.id(), ATTACKER, {
        missionId: world.mission,
        kind: 'MONEY',
        description: 'For the paper.',
        quantity: { amount: '0.01', unit: 'EUR' },
        date: dateOfDay(300),
        counterpartyIds: [world.organisation(EVALUATORS[1])],
      });
    },
  },
  {
    name: 'disputes by members without a stake',
    target: VICTIM,
    most: 0.02,
    act: (world) => {
      const crowd = [APART, ...world.newcomers(100, 10)];
      for (const promise of world.promisesOf(VICTIM)) {
        for (const by of crowd) {
          world.attempting = true;
          world.dispute(400, promise, by);
          world.attempting = false;
          world.object(400, promise, by);
        }
      }
    },
  },
  {
    name: 'suspending it while it is to deliver',
    target: VICTIM,
    most: 0.02,
    anyway: (world) => {
      for (let n = 0; n < 3; n += 1) {
        const promise = world.promise(MADE + n, VICTIM, 100, [OF_STANDING + n]);
        world.give(MADE + 10, promise, VICTIM, 80);
        world.corroborate(MADE + 12, promise, OF_STANDING + n);
      }
    },
    act: (world) => {
      // From the sixth day after the promises were made on, when what it promised is about to be given.
      world.tell(MADE - 1, 'SuspendMember', world.mission, BACKBONE, {
        organisationId: world.organisation(VICTIM),
        reason: 'It says what is not so.',
        until: dateOfDay(MADE + 17),
      });
    },
  },
];

/** Ten promises said to be kept, of which an evaluator finds an eighth. */
function foundLittle(world: World): void {
  for (let n = 0; n < MANY; n += 1) {
    const promise = world.promise(MADE, ATTACKER, 100, [OF_STANDING + (n % 5)]);
    const contributionId = world.give(DUE - 5, promise, ATTACKER, 100);
    world.corroborate(DUE, promise, OF_STANDING + (n % 5));
    const found = { amount: '12', unit: 'dwelling' };
    world.tell(260, 'VerifyContribution', promise, EVALUATORS[1], { contributionId, noTies: true, found });
  }
}
