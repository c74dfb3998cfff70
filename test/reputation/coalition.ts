import { consultedBy, isRefusal, type AnyDecider, type Command } from '@maillage/kernel';
import { organisationDecider } from '@maillage/directory';
import { indicatorDecider, missionDecider } from '@maillage/missions';
import { accreditationDecider } from '../../libs/slices/directory/accreditation/decider.js';
import { commitmentDecider } from '../../libs/slices/accountability/commitment/decider.js';
import { receivingDecider } from '@maillage/accountability';
import type { CommandExecutor } from '@maillage/engine';
import { Dice } from '../bench/statistics.js';
import { isLookup, lookedUp } from '../harness/lookups.js';
import { executed } from '../harness/engine.js';
import { dateOfDay, named, organisation, type Told } from './histories.js';
import { AS_EVALUATOR } from '../harness/evaluator.js';

/** How an attack goes beyond what everybody does. */
export interface Attack {
  readonly name: string;
  /** Newcomers with nothing behind them, each a body of its own. */
  readonly sybils: number;
  /** Members of standing who take part; the attacker itself not counted. */
  readonly accomplices: number;
  /** Of the attacker, by each sybil and accomplice: full marks, after the finding is out so that calibration cannot tell. */
  readonly reviewsEach: number;
  /** Whether the attacker says the same of its accomplices, and they of each other. */
  readonly mutual: boolean;
  /** Whether accomplices also corroborate what the attacker gave. */
  readonly corroborated: boolean;
}

export const NO_ATTACK: Attack = {
  name: 'nobody',
  sybils: 0,
  accomplices: 0,
  reviewsEach: 0,
  mutual: false,
  corroborated: false,
};

const BACKBONE = 0;
const EVALUATOR = 1;
export const ATTACKER = 2;
const FIRST_HONEST = 3;
const ORGANISATIONS = 20;
export const ATTACKER_QUALITY = 0.3;

const PROMISES_OF_ATTACKER = 48;
const PROMISES_OF_OTHERS = 8;
const DAYS = 730;
/** The day reputation is asked for. */
export const ASKED_ON = DAYS + 60;
const PROMISED = 100;

export interface DatedCommand extends Command {
  readonly day: number;
  /** What may come to nothing: an attempt that the deciders may refuse. */
  readonly attempt?: boolean;
}

/**
 * Two years of a coalition of 20: a backbone, an evaluator, the attacker and 17 others of true quality between 0.55 and 0.95.
 * Whoever promises 100 dwellings delivers as many as its quality has it, give or take 10 points. The evaluator verifies two
 * deliveries in three. Each promise of the others is reviewed by one member, every second of the attacker's too: 0 to 4
 * around the true quality with a noise of ±0.25, before the finding is out. The attacker makes 48 promises, the others 8.
 *
 * @returns the commands, in the order of their days.
 */
export function coalition(run: number, attack: Attack): readonly DatedCommand[] {
  const dice = new Dice(run);
  const commands: (Command & { day: number })[] = [];
  const missionId = named(run, 0x200);
  const tell: Tell = (day, type, id, by, data) => {
    const actor = { organisation: organisation(run, by) };
    const commandId = named(run, 0x100000 + commands.length);
    const at = `${dateOfDay(day)}T12:00:00.000Z`;
    commands.push({ type, id, data, commandId, actor, scopes: ['write'], at, day });
  };

  found(run, missionId, ORGANISATIONS + attack.sybils, tell);

  const accomplices = Array.from({ length: attack.accomplices }, (_, n) => FIRST_HONEST + n);
  const sybils = Array.from({ length: attack.sybils }, (_, n) => ORGANISATIONS + n);
  const ring = [ATTACKER, ...accomplices];
  const quality = (n: number) => (n === ATTACKER ? ATTACKER_QUALITY : 0.55 + (0.4 * ((n * 7) % 17)) / 16);
  const noisy = (value: number, noise: number) => Math.min(1, Math.max(0, value + noise * (2 * dice.next() - 1)));
  const review = (day: number, id: string, by: number, of: number, score: () => number) => {
    const scores = { results: score(), reliability: score(), openness: score(), learning: score() };
    const opinion = { scores, whatWorked: 'Much.', whatToTry: 'More.' };
    tell(day, 'SubmitReview', id, by, { reviewedId: organisation(run, of), ...opinion });
  };

  for (let by = ATTACKER; by < ORGANISATIONS; by += 1) {
    const promises = by === ATTACKER ? PROMISES_OF_ATTACKER : PROMISES_OF_OTHERS;
    // Accomplices speak of each other below.
    const honest = Array.from({ length: ORGANISATIONS - FIRST_HONEST }, (_, n) => FIRST_HONEST + n).filter(
      (n) => n !== by && !(ring.includes(by) && accomplices.includes(n)),
    );
    for (let n = 0; n < promises; n += 1) {
      const id = named(run, 0x10000 + by * 0x100 + n);
      const day = Math.floor(((n + 0.5) * (DAYS - 60)) / promises);
      const quantity = (amount: number) => ({ amount: `${amount}`, unit: 'dwelling' });
      const promised = {
        kind: 'SERVICE',
        quantity: quantity(PROMISED),
        description: 'Made dry.',
        dueOn: dateOfDay(day + 30),
      };
      tell(day, 'MakeCommitment', id, by, { missionId, ...promised });
      const contributionId = named(run, 0x20000 + by * 0x100 + n);
      const given = Math.max(1, Math.round(PROMISED * noisy(quality(by), 0.1)));
      tell(day + 20, 'RecordContribution', id, by, {
        contributionId,
        quantity: quantity(given),
        date: dateOfDay(day + 20),
      });
      if (by !== ATTACKER || n % 2 === 0) {
        review(day + 25, id, dice.pick(honest), by, () => Math.round(4 * noisy(quality(by), 0.25)));
      }
      if (n % 3 !== 2) tell(day + 40, 'VerifyContribution', id, EVALUATOR, { contributionId, noTies: true });
      if (by === ATTACKER && attack.corroborated) {
        for (const who of accomplices) tell(day + 21, 'CorroborateContribution', id, who, { contributionId });
      }
      const praise = ring.includes(by) && (by === ATTACKER || attack.mutual) ? [...sybils, ...ring] : [];
      for (const who of praise.filter((each) => each !== by && (by === ATTACKER || !sybils.includes(each)))) {
        // Spread over the promises, so that not all are the oldest.
        if (spread(n, promises, by === ATTACKER ? attack.reviewsEach : promises))
          review(day + 45, id, who, by, () => 4);
      }
    }
  }
  return commands.sort((a, b) => a.day - b.day);
}

type Tell = (day: number, type: string, id: string, by: number, data: object) => void;

/** On the first day everybody registers, and joins the mission. */
function found(run: number, missionId: string, everybody: number, tell: Tell): void {
  for (let n = 0; n < everybody; n += 1) {
    tell(0, 'RegisterOrganisation', organisation(run, n), n, { name: `Organisation ${n}`, sector: 'UNDECLARED' });
  }
  const terms = {
    title: 'Logement digne',
    challenge: 'No damp home.',
    hashtag: '#logement',
    sdgs: [],
    openInvitation: true,
  };
  tell(0, 'DeclareMission', missionId, BACKBONE, terms);
  const evaluator = { organisationId: organisation(run, EVALUATOR), role: 'EVALUATOR' };
  tell(0, 'InviteOrganisation', missionId, BACKBONE, evaluator);
  tell(0, 'JoinMission', missionId, EVALUATOR, AS_EVALUATOR);
  for (let n = ATTACKER; n < everybody; n += 1) tell(0, 'JoinMission', missionId, n, { role: 'MEMBER' });
}

/** Whether the nth of so many is one of `chosen` that lie evenly among them. */
function spread(n: number, many: number, chosen: number): boolean {
  return Math.floor(((n + 1) * chosen) / many) > Math.floor((n * chosen) / many);
}

const DECIDERS: readonly AnyDecider[] = [
  organisationDecider,
  accreditationDecider,
  missionDecider,
  indicatorDecider,
  receivingDecider,
  commitmentDecider,
];

/** What the deciders make of the commands, without a log. A refusal throws, save of an attempt. */
export function decided(commands: readonly DatedCommand[]): readonly Told[] {
  const states = new Map<string, unknown>();
  const organisations = new Map<string, unknown>();
  const stateOf = (stream: string): unknown =>
    isLookup(stream)
      ? lookedUp(stream, organisations)
      : (states.get(stream) ?? DECIDERS.find(({ name }) => stream.startsWith(`${name}/`))?.initial);
  return commands.flatMap(({ day, attempt = false, ...command }) => {
    const decider = DECIDERS.find((each) => each.commands[command.type] !== undefined)!;
    const stream = `${decider.name}/${command.id}`;
    const parsed = { ...command, data: decider.commands[command.type]!.data.parse(command.data) };
    const consulted = consultedBy(decider, parsed, stateOf(stream), stateOf);
    const events = decider.decide(parsed, stateOf(stream), consulted);
    if (isRefusal(events) && attempt) return [];
    if (isRefusal(events)) throw new Error(`${command.type}: ${events.message}`);
    return events.map((event) => {
      states.set(stream, decider.evolve(stateOf(stream), event));
      if (decider === organisationDecider) organisations.set(stream, states.get(stream));
      return { day, stream, type: event.type, data: event.data as Told['data'] };
    });
  });
}

/** Records the commands, day by day. What concerns one aggregate stays in its order; the first day founds what others need. */
export async function perform(executor: CommandExecutor, commands: readonly DatedCommand[]): Promise<void> {
  for (const today of new Set(commands.map(({ day }) => day))) {
    const aggregates = new Map<string, Command[]>();
    for (const { day, ...command } of commands.filter((each) => each.day === today)) {
      const aggregate = day === 0 ? 'all' : command.id;
      aggregates.set(aggregate, [...(aggregates.get(aggregate) ?? []), command]);
    }
    const work = async (list: readonly Command[]) => {
      for (const command of list) await executed(executor.execute(command));
    };
    await Promise.all([...aggregates.values()].map(work));
  }
}
