import { dateOfDay } from '../histories.js';
import type { Attack } from './attack.js';
import { ATTACKER, VICTIM, type World } from './world.js';

// Whoever fills the desks of those that would speak of another is heard alone: members review here whom their desks ask them
// about, and nobody else.

const DUST = '0.000001';
const YEAR = 365;
/** The oldest come first, so that each falls due before the honest ones of its month. */
const EVERY = 15;

const fromDesks: Attack['anyway'] = (world) => {
  world.fromDesks = true;
};

/** The others, but for the attacker, its creatures and whom they mean. */
function peers(world: World): readonly string[] {
  return Array.from({ length: 14 }, (_, n) => world.organisation(5 + n));
}

export const floods: readonly Attack[] = [
  {
    name: 'six promises due in the year 1, to each peer',
    target: VICTIM,
    most: 0.02,
    anyway: fromDesks,
    act: (world) => {
      const ancient = { counterpartyIds: peers(world), dueOn: '0001-01-01' };
      for (let n = 0; n < 6; n += 1) {
        world.attempting = true;
        world.promise(20, ATTACKER, DUST, [], ancient);
        world.attempting = false;
        world.promise(20, ATTACKER, DUST, [], { ...ancient, source: { dataset: 'Annals', record: `${n}` } });
      }
    },
  },
  {
    name: 'desks filled by six newcomers that name peers',
    target: VICTIM,
    most: 0.02,
    anyway: fromDesks,
    act: (world) => {
      for (const by of world.newcomers(1, 6)) {
        for (let day = 2; day < YEAR; day += EVERY) {
          world.promise(day, by, DUST, [], { counterpartyIds: peers(world), dueOn: dateOfDay(day + EVERY) });
        }
      }
    },
  },
];
