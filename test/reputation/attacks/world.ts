import { Dice } from '../../bench/statistics.js';
import type { DatedCommand } from '../coalition.js';
import { answeredFromDesks } from './desk.js';
import { dateOfDay, named, organisation } from '../histories.js';
import { AS_EVALUATOR } from '../../harness/evaluator.js';

// A year of a network of twenty, and the means to attack it. Commands come out in the order of their days; within a day, in
// the order in which they were told.

const ORGANISATIONS = 20;
export const BACKBONE = 0;
/** Accredited by the network, both of them. */
export const EVALUATORS = [1, 2] as const;
/** Of true quality 0.30: it tries to look better. */
export const ATTACKER = 3;
export const ATTACKER_QUALITY = 0.3;
/** Of true quality 0.80: others try to make it look worse. */
export const VICTIM = 4;
const VICTIM_QUALITY = 0.8;
/** Belongs to nobody's circle: it promises, and says nothing of the attacker. */
export const APART = 19;
const DAYS = 365;
export const ASKED_ON = DAYS + 60;
const PROMISES = 10;
const PROMISED = 100;
const ACCREDITATION = {
  scope: 'Housing.',
  from: dateOfDay(0),
  until: dateOfDay(1000),
  evidence: [{ url: 'https://example.org/evaluators' }],
};

/** What happens, and what everybody may add to it. */
export class World {
  readonly mission: string;
  readonly dice: Dice;
  /** Of the attacker and of the victim, in the order they were made. */
  readonly promises = new Map<number, string[]>();
  readonly gifts = new Map<string, string>();
  /** Whether members say what they saw of those only whom their desks ask them about. */
  fromDesks = false;
  private readonly commands: DatedCommand[] = [];
  private readonly honest = new Set<string>();
  private registered = ORGANISATIONS;
  private ids = 0;

  constructor(readonly run: number) {
    this.dice = new Dice(run);
    this.mission = named(run, 0x200);
    for (let n = 0; n < ORGANISATIONS; n += 1) this.register(0, n);
    this.declareMission(0, this.mission, BACKBONE);
    for (const n of EVALUATORS) {
      this.appointEvaluator(0, this.mission, BACKBONE, n);
      this.tell(0, 'AccreditEvaluator', this.organisation(n), BACKBONE, ACCREDITATION);
    }
    for (let n = ATTACKER; n < ORGANISATIONS; n += 1) this.join(0, n);
    for (let n = ATTACKER; n < ORGANISATIONS; n += 1) this.year(n);
  }

  /** In the order of their days. */
  told(): readonly DatedCommand[] {
    const all = this.commands.sort((a, b) => a.day - b.day);
    return this.fromDesks ? answeredFromDesks(all, this.honest) : all;
  }

  organisation(n: number): string {
    return organisation(this.run, n);
  }

  id(): string {
    this.ids += 1;
    return named(this.run, 0x1000000 + this.ids);
  }

  /** Whether what is told now may be refused, and so come to nothing. */
  attempting = false;

  /** @returns the command's id. */
  tell(day: number, type: string, id: string, by: number, data: object): string {
    const commandId = named(this.run, 0x100000 + this.commands.length);
    const at = `${dateOfDay(day)}T12:00:00.000Z`;
    const actor = { organisation: this.organisation(by) };
    this.commands.push({
      type,
      id,
      data,
      commandId,
      actor,
      scopes: ['write', 'operator'],
      at,
      day,
      attempt: this.attempting,
    });
    return commandId;
  }

  private register(day: number, n: number): void {
    this.tell(day, 'RegisterOrganisation', this.organisation(n), n, {
      name: `Organisation ${n}`,
      sector: 'UNDECLARED',
    });
  }

  /** So many newcomers with nothing behind them, each a body of its own, members of the mission from that day on. */
  newcomers(day: number, count: number): readonly number[] {
    const all = Array.from({ length: count }, (_, n) => this.registered + n);
    this.registered += count;
    for (const n of all) {
      this.register(day, n);
      this.join(day, n);
    }
    return all;
  }

  declareMission(day: number, id: string, by: number): void {
    const terms = {
      title: 'Logement digne',
      challenge: 'No damp home.',
      hashtag: '#logement',
      sdgs: [],
      openInvitation: true,
    };
    this.tell(day, 'DeclareMission', id, by, terms);
  }

  appointEvaluator(day: number, mission: string, backbone: number, n: number): void {
    const { role } = AS_EVALUATOR;
    this.tell(day, 'InviteOrganisation', mission, backbone, { organisationId: this.organisation(n), role });
    this.tell(day, 'JoinMission', mission, n, AS_EVALUATOR);
  }

  /** Ends its accreditation, with cause since an earlier day. */
  voided(day: number, n: number, since: number): void {
    const cause = { reason: 'It found what was not there.', voidFrom: dateOfDay(since) };
    this.tell(day, 'EndAccreditation', this.organisation(n), BACKBONE, cause);
  }

  join(day: number, n: number, mission = this.mission): void {
    this.tell(day, 'JoinMission', mission, n, { role: 'MEMBER' });
  }

  /** A promise of so many dwellings within a month and a half, to these, who accept it. */
  promise(day: number, by: number, amount: number | string, to: readonly number[] = [], change: object = {}): string {
    const id = this.id();
    this.tell(day, 'MakeCommitment', id, by, {
      missionId: this.mission,
      kind: 'SERVICE',
      description: 'Made dry.',
      quantity: { amount: `${amount}`, unit: 'dwelling' },
      counterpartyIds: to.map((n) => this.organisation(n)),
      dueOn: dateOfDay(day + 45),
      ...change,
    });
    for (const n of to) this.tell(day, 'AcceptCommitment', id, n, { termsVersion: 1 });
    return id;
  }

  give(day: number, promise: string, by: number, amount: number | string): string {
    const contributionId = this.id();
    const quantity = { amount: `${amount}`, unit: 'dwelling' };
    this.tell(day, 'RecordContribution', promise, by, { contributionId, quantity, date: dateOfDay(day) });
    this.gifts.set(promise, contributionId);
    return contributionId;
  }

  corroborate(day: number, promise: string, by: number, contributionId = this.giftOf(promise)): void {
    this.tell(day, 'CorroborateContribution', promise, by, { contributionId });
  }

  verify(day: number, promise: string, by: number, contributionId = this.giftOf(promise)): void {
    this.tell(day, 'VerifyContribution', promise, by, { contributionId, noTies: true });
  }

  dispute(day: number, promise: string, by: number): void {
    this.tell(day, 'DisputeContribution', promise, by, { contributionId: this.giftOf(promise), reason: 'It is wet.' });
  }

  object(day: number, promise: string, by: number): void {
    this.tell(day, 'NoteObjection', promise, by, { contributionId: this.giftOf(promise), reason: 'It is wet.' });
  }

  /** @param score 0 to 4, asked once for each dimension. */
  review(day: number, promise: string, by: number, of: number, score: () => number): string {
    const scores = { results: score(), reliability: score(), openness: score(), learning: score() };
    const opinion = { scores, whatWorked: 'Much.', whatToTry: 'More.' };
    return this.tell(day, 'SubmitReview', promise, by, { reviewedId: this.organisation(of), ...opinion });
  }

  /** By each of these of each of that one's promises, on a day within the year after. */
  reviewAll(by: readonly number[], of: number, score: number, promises = this.promisesOf(of)): void {
    for (const [n, promise] of promises.entries()) {
      for (const each of by) this.review(DAYS + 10 + (n % 20), promise, each, of, () => score);
    }
  }

  promisesOf(n: number): readonly string[] {
    return this.promises.get(n) ?? [];
  }

  private giftOf(promise: string): string {
    return this.gifts.get(promise) ?? '';
  }

  /** What an organisation does in the year: ten promises to two others, who say what they saw of each. */
  private year(by: number): void {
    const { dice } = this;
    const quality = qualityOf(by);
    const noisy = (value: number, noise: number) => Math.min(1, Math.max(0, value + noise * (2 * dice.next() - 1)));
    // Not the one apart of the attacker, nor it of anybody.
    const others = Array.from({ length: ORGANISATIONS - VICTIM }, (_, n) => VICTIM + n).filter(
      (n) => n !== by && n !== APART,
    );
    const made: string[] = [];
    for (let n = 0; n < PROMISES; n += 1) {
      const day = 5 + Math.floor((n * (DAYS - 60)) / PROMISES);
      const first = dice.integer(0, others.length - 1);
      const to = [others[first]!, others[(first + 5) % others.length]!];
      const promise = this.promise(day, by, PROMISED, to);
      made.push(promise);
      this.give(day + 40, promise, by, Math.max(1, Math.round(PROMISED * noisy(quality, 0.1))));
      this.corroborate(day + 42, promise, to[0]!);
      for (const who of to) {
        this.honest.add(this.review(day + 48, promise, who, by, () => Math.round(4 * noisy(quality, 0.25))));
      }
      // Each evaluator sees one in three; the first of each organisation's is seen by either.
      if (n % 3 !== 2) this.verify(day + 55, promise, EVALUATORS[(n + by) % 2]!);
    }
    this.promises.set(by, made);
  }
}

function qualityOf(n: number): number {
  if (n === ATTACKER) return ATTACKER_QUALITY;
  return n === VICTIM ? VICTIM_QUALITY : 0.55 + (0.4 * ((n * 7) % 17)) / 16;
}
