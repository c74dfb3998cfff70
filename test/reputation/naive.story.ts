import { dateOfDay, type Told } from './histories.js';

// What a history says of promises, gifts and organisations, read again from its beginning for every question.

export interface Data {
  readonly missionId: string;
  readonly controlGroupId: string;
  readonly promisorIds: readonly string[];
  readonly counterpartyIds: readonly string[];
  readonly kind: string;
  readonly quantity?: { readonly amount: string; readonly unit: string };
  readonly dueOn?: string;
  readonly acceptedBy: readonly string[];
  readonly organisationId: string;
  readonly successorId?: string;
  readonly milestones?: readonly { readonly key: string }[];
  readonly source?: object;
  readonly settlementId?: string;
  readonly proposedBy: string;
  readonly outcome: string;
  readonly mustAccept: readonly string[];
  readonly agreedBySilence: boolean;
  readonly untiedBackbone: boolean;
  readonly from: string;
  readonly until: string;
  readonly voidFrom?: string;
  readonly period: { readonly to: string };
  readonly contributionId: string;
  readonly contributorId: string;
  readonly milestone?: string;
  readonly declared: boolean;
  readonly keepsEvidence: boolean;
  readonly corroboratedBy: string;
  readonly verifiedBy: string;
  readonly found?: { readonly amount: string };
  readonly reviewId: string;
  readonly reviewerId: string;
  readonly reviewedId: string;
  readonly scores: Readonly<Record<string, number>>;
}
export type Event = Omit<Told, 'data'> & { readonly id: string; readonly data: Data };

const YEAR = 365;
export const dayOfDate = (date: string) => Math.round((Date.parse(date) - Date.parse(dateOfDay(0))) / 86_400_000);

/** Who stands where in a promise, as it went day by day. */
interface Course {
  /** Since when each promisor that accepted is bound. */
  readonly bound: Map<string, number>;
  /** Those it is heard by: who accepted it as counterparty, and left late if ever. */
  receivers: string[];
  readonly left: {
    readonly by: string;
    readonly day: number;
    readonly dissolved: boolean;
    readonly late: boolean;
    readonly bound: boolean;
    /** Those bound that left within the 14 days before. */
    readonly after: readonly string[];
  }[];
  readonly heirs: { readonly id: string; readonly of: string; accepted: boolean }[];
}

/** What stands of a contribution, and what others said of that. */
interface Standing {
  readonly amount: number | undefined;
  readonly unit: string | undefined;
  readonly givenOn: number;
  readonly milestone: string | undefined;
  readonly declared: boolean;
  readonly corroborators: readonly string[];
  readonly verified: readonly Event[];
  readonly disputes: readonly number[];
  /** The day it was corrected or taken back. */
  readonly until?: number;
}

function givenIn({ quantity, period, milestone }: Data) {
  const amount = quantity === undefined ? undefined : Number(quantity.amount);
  return { amount, unit: quantity?.unit, givenOn: dayOfDate(period.to), milestone };
}

/** What was told by that day, and the questions that are asked of it again and again. */
export class Story {
  readonly events: readonly Event[];
  private readonly courses = new Map<string, Course>();

  constructor(
    all: readonly Told[],
    readonly day: number,
  ) {
    this.events = all
      .filter((event) => event.day <= day)
      .map((event) => ({ ...event, id: event.stream.split('/')[1]!, data: event.data as unknown as Data }));
  }

  of(type: string, id?: string): readonly Event[] {
    return this.events.filter((event) => event.type === type && (id === undefined || event.id === id));
  }

  made(commitment: string): Event {
    return this.of('CommitmentMade', commitment)[0]!;
  }

  /** Whether it was due when it was made: what was given already, as entries from before gifts said so have it. */
  gift(commitment: string): boolean {
    const { day, data } = this.made(commitment);
    return data.dueOn !== undefined && dayOfDate(data.dueOn) <= day;
  }

  /** The day on which somebody was bound by a promise, or undefined. */
  bound(commitment: string, organisation: string): number | undefined {
    return this.course(commitment).bound.get(organisation);
  }

  /** Those named, and those that took the place of one that exists no more. */
  parties(commitment: string): readonly string[] {
    const { promisorIds, counterpartyIds } = this.made(commitment).data;
    const heirs = this.course(commitment).heirs.filter(({ accepted }) => accepted);
    return [...promisorIds, ...counterpartyIds, ...heirs.map(({ id }) => id)];
  }

  /** Who may promise it: those named, and those asked to take the place of one of them. */
  promisors(commitment: string): readonly string[] {
    const { promisorIds } = this.made(commitment).data;
    const heirs = this.course(commitment).heirs.filter(({ of }) => promisorIds.includes(of));
    return [...promisorIds, ...heirs.map(({ id }) => id)];
  }

  course(commitment: string): Course {
    const known = this.courses.get(commitment);
    if (known !== undefined) return known;
    const { day: madeOn, data: made } = this.made(commitment);
    const course: Course = { bound: new Map(), receivers: [], left: [], heirs: [] };
    this.courses.set(commitment, course);
    let { dueOn } = made;
    let counting: string[] = [];
    const accept = (by: string, day: number) => {
      const heir = course.heirs.find(({ id }) => id === by);
      if (heir !== undefined) heir.accepted = true;
      const stood = heir?.of ?? by;
      if (made.promisorIds.includes(stood)) {
        const inTime = day === madeOn || dueOn === undefined || day < dayOfDate(dueOn);
        if (inTime && made.source === undefined && !course.bound.has(by)) course.bound.set(by, day);
      } else if (made.counterpartyIds.includes(stood) && !counting.includes(by)) {
        counting.push(by);
        course.receivers = [...course.receivers.filter((id) => id !== heir?.of), by];
      }
    };
    const leave = (by: string, day: number, dissolved: boolean) => {
      const days = dueOn === undefined ? 0 : dayOfDate(dueOn) - madeOn;
      const notice = Math.max(1, Math.min(counting.length > 0 ? 60 : 14, Math.floor(days / 4)));
      const late = dueOn !== undefined && day > dayOfDate(dueOn) - notice;
      const after = course.left.filter((each) => each.bound && day - each.day <= 14).map((each) => each.by);
      course.left.push({ by, day, dissolved, late, bound: course.bound.has(by), after });
      counting = counting.filter((id) => id !== by);
      if (!late) course.receivers = course.receivers.filter((id) => id !== by);
    };
    for (const by of made.acceptedBy) accept(by, madeOn);
    for (const { type, day, data } of this.events.filter(({ id }) => id === commitment)) {
      if (type === 'CommitmentAmended') ({ dueOn } = data);
      if (type === 'CommitmentAccepted') accept(data.organisationId, day);
      if (type === 'PartyReleased') leave(data.organisationId, day, false);
      if (type !== 'PartyDissolved') continue;
      leave(data.organisationId, day, true);
      if (data.successorId === undefined) continue;
      course.heirs.push({ id: data.successorId, of: data.organisationId, accepted: false });
    }
    return course;
  }

  /** Everybody connected with an organisation by groups shared in the last year, the least id first. */
  group(organisation: string): readonly string[] {
    const moves = this.events.filter(({ type }) => type.startsWith('Organisation'));
    const edges = moves.flatMap(({ id, day, data }, n) => {
      const next = moves.slice(n + 1).find((each) => each.id === id);
      return next !== undefined && next.day < this.day - YEAR ? [] : [[id, data.controlGroupId, day] as const];
    });
    const found = new Set([organisation]);
    for (let before = 0; before < found.size;) {
      before = found.size;
      for (const [a, b] of edges) if (found.has(a) || found.has(b)) found.add(a).add(b);
    }
    return [...found].sort();
  }

  name(organisation: string): string {
    return this.group(organisation)[0]!;
  }

  one(a: string, b: string): boolean {
    return this.name(a) === this.name(b);
  }

  paid(a: string, b: string, day: number): boolean {
    return this.of('ContributionRecorded').some(({ id, data }) => {
      if (data.kind !== 'MONEY') return false;
      const { contributorId: giver, contributionId } = data;
      // Its giver says so when it records, declares or corrects it.
      const days: number[] = [];
      let on = 0;
      for (const event of this.events.filter((each) => each.data.contributionId === contributionId)) {
        const says = event.type === 'ContributionRecorded' ? data.declared : event.type === 'ContributionDeclared';
        const corrects = event.type === 'ContributionCorrected';
        if (corrects || event.type === 'ContributionRecorded') on = dayOfDate(event.data.period.to);
        if (says || corrects) days.push(on);
      }
      if (!days.some((each) => Math.abs(each - day) <= YEAR)) return false;
      const { counterpartyIds } = this.made(id).data;
      const { promisorIds } = this.made(id).data;
      const heirs = this.course(id).heirs.filter(({ of, accepted }) => accepted && !promisorIds.includes(of));
      return [...counterpartyIds, ...heirs.map((each) => each.id)].some(
        (to) => (this.one(giver, a) && this.one(to, b)) || (this.one(giver, b) && this.one(to, a)),
      );
    });
  }

  acts(type: string, contribution: string): readonly Event[] {
    return this.of(type).filter(({ data }) => data.contributionId === contribution);
  }

  /** Whether somebody was an accredited evaluator on a day, as far as is known by now. */
  accredited(by: string, day: number): boolean {
    const [end] = this.of('AccreditationEnded', by);
    return this.of('EvaluatorAccredited', by).some(({ data: { from, until } }) => {
      if (day < dayOfDate(from) || day > dayOfDate(until)) return false;
      if (end === undefined) return true;
      return day <= end.day && (end.data.voidFrom === undefined || day < dayOfDate(end.data.voidFrom));
    });
  }

  /** Whether that verification is an accredited, independent and unpaid one's. */
  heard({ data: { contributionId, verifiedBy: by }, day }: Event): boolean {
    const giver = this.giver(contributionId);
    return this.accredited(by, day) && !this.one(by, giver) && !this.paid(by, giver, day);
  }

  giver(contribution: string): string {
    return this.acts('ContributionRecorded', contribution)[0]!.data.contributorId;
  }

  /** V of all of these together. */
  voice(organisations: readonly string[]): number {
    const groups = this.of('ContributionVerified').filter((event) => {
      const given = this.acts('ContributionRecorded', event.data.contributionId)[0]!;
      const { contributorId: giver } = given.data;
      const bound = this.bound(given.id, giver);
      const after = bound !== undefined && bound < this.stood(event.data.contributionId).givenOn;
      const something = event.data.found?.amount !== '0';
      return organisations.includes(giver) && after && something && !this.gift(given.id) && this.heard(event);
    });
    return new Set(groups.map(({ data }) => this.name(data.verifiedBy))).size;
  }

  /** What stood of a contribution, one after the other; the last has no end unless it was taken back. */
  standings(contribution: string): readonly Standing[] {
    const all: Standing[] = [];
    for (const { type, day, data } of this.events.filter((each) => each.data.contributionId === contribution)) {
      const now = all.at(-1)!;
      const change = (more: Partial<Standing>) => all.splice(-1, 1, { ...now, ...more });
      switch (type) {
        case 'ContributionRecorded':
          all.push({ ...givenIn(data), declared: data.declared, corroborators: [], verified: [], disputes: [] });
          break;
        case 'ContributionDeclared':
          change({ declared: true });
          break;
        case 'ContributionCorroborated':
          change({ corroborators: [...now.corroborators, data.corroboratedBy] });
          break;
        case 'ContributionVerified':
          change({ verified: [...now.verified, { type, day, data, id: '', stream: '' }] });
          break;
        case 'ContributionDisputed':
          change({ disputes: [...now.disputes, day] });
          break;
        case 'ContributionCorrected':
          if (data.keepsEvidence) {
            change(givenIn(data));
          } else {
            change({ until: day });
            all.push({ ...now, ...givenIn(data), corroborators: [], verified: [] });
          }
          break;
        case 'ContributionRetracted':
          change({ until: day });
      }
    }
    return all;
  }

  /** As it stands, or last stood. */
  stood(contribution: string): Standing {
    return this.standings(contribution).at(-1)!;
  }

  /** 0 for NONE to 3 for VERIFIED, or undefined while it is in dispute. */
  level(contribution: string, standing = this.stood(contribution)): number | undefined {
    const given = this.acts('ContributionRecorded', contribution)[0]!;
    const { contributorId: giver } = given.data;
    const { verified, disputes, corroborators, declared } = standing;
    const tied = (by: string) => [giver, ...this.parties(given.id)].some((party) => this.one(party, by));
    if (verified.some((each) => this.heard(each) && !tied(each.data.verifiedBy))) return 3;
    if (disputes.some((day) => this.day - day <= 60)) return undefined;
    const corroborated = corroborators.filter((by) => !this.one(by, giver));
    const outside = verified.some(({ data }) => !this.one(data.verifiedBy, giver));
    if (outside || corroborated.some((by) => this.voice(this.group(by)) > 0)) return 2;
    return declared || corroborated.length > 0 ? 1 : 0;
  }

  /** How much of it counts: as accredited evaluators found it; one that was paid is believed in what it takes away. */
  found(contribution: string): number | undefined {
    const given = this.acts('ContributionRecorded', contribution)[0]!;
    const { contributorId: giver } = given.data;
    const { amount: recorded, verified } = this.stood(contribution);
    let amount = recorded;
    for (const { day, data } of verified) {
      const by = data.verifiedBy;
      if (!this.accredited(by, day) || [giver, ...this.parties(given.id)].some((party) => this.one(party, by)))
        continue;
      const found = data.found === undefined ? recorded : Number(data.found.amount);
      const less = found !== undefined && amount !== undefined && found < amount;
      if (less || !this.paid(by, giver, day)) amount = found;
    }
    return amount;
  }

  /** What was settled of a promise and holds for one of its promisors, if somebody of standing agreed. */
  settled(commitment: string, promisor: string): Event | undefined {
    return this.of('SettlementProposed', commitment).find(({ day: on, data }) => {
      const { settlementId, proposedBy, agreedBySilence } = data;
      const about = this.events.filter((each) => each.id === commitment && each.data.settlementId === settlementId);
      if (about.some(({ type }) => type === 'SettlementDeclined' || type === 'SettlementDropped')) return false;
      const yes = about.filter(({ type }) => type === 'SettlementAccepted');
      const gone = about.filter(({ type }) => type === 'PartyReleased' || type === 'PartyDissolved');
      const asked = data.mustAccept.filter((id) => gone.every((each) => each.data.organisationId !== id));
      const agreed = (id: string) => yes.some((each) => each.data.organisationId === id);
      if (proposedBy !== promisor && !agreed(promisor)) return false;
      const backbones = yes.filter((each) => each.data.untiedBackbone);
      const over = this.day > on + 14;
      const instead = backbones.some(
        (each) =>
          asked.includes(each.data.organisationId) ||
          each.day > on + 14 ||
          asked.length === 0 ||
          (over && each.day <= on + 14),
      );
      const silent = agreedBySilence && over && asked.length > 0;
      if (!silent && !instead && !(asked.length > 0 && asked.every(agreed))) return false;
      const spoke = agreedBySilence
        ? asked
        : asked.filter((id) => yes.some((each) => each.data.organisationId === id && !each.data.untiedBackbone));
      return backbones.length > 0 || spoke.some((id) => this.voice([id]) > 0);
    });
  }

  /** The reviews that somebody wrote of somebody, each as it last was. */
  reviews() {
    return this.of('ReviewSubmitted').map(({ id, data: { reviewId, reviewerId, reviewedId, missionId } }) => {
      const last = this.events
        .filter(({ type, data }) => type.startsWith('Review') && data.reviewId === reviewId)
        .at(-1)!;
      return {
        id: `${id}/${reviewId}`,
        commitment: id,
        missionId,
        reviewerId,
        reviewedId,
        since: this.of('ReviewSubmitted', id).find(({ data }) => data.reviewId === reviewId)!.day,
        day: last.day,
        scores: last.data.scores,
      };
    });
  }
}
