import { isRefusal, plusDays, type CalendarDate, type DomainEvent, type RecordedEvent } from '@maillage/kernel';
import { organisationDecider } from '@maillage/directory';
import { indicatorDecider, missionDecider } from '@maillage/missions';
import { Decisions } from '../../../../test/harness/decisions.js';
import { id } from '../../../../test/harness/given.js';
import { commitmentDecider } from '../commitment/decider.js';
import type { MadeCommitment } from '../commitment/state.js';
import { CITY, COMMITMENT, founded, MISSION, TENANTS } from '../spec.fixtures.js';
import { receivingDecider } from '../receiving/decider.js';
import { estimate, type DueFact } from './arithmetic.js';
import { entriesByCommitment } from './entry.facts.js';
import { VERSION_2 } from './parameters.js';
import { dueFactOf } from './promises.js';
import { promiseOf, recordOf } from './record.facts.js';
import { standingOf } from './standing.js';

// The city promises, and deciders take whatever anybody tries; what comes of it is told as reputation hears it.

const FIRST = '2026-01-01';
export const day = (n: number): CalendarDate => plusDays(FIRST, n);

export interface Try {
  readonly type: string;
  readonly by: string;
  readonly day: number;
  readonly data: object;
}

/** One promise as the log would have it, by whatever commands were taken. */
export class Told {
  private readonly decisions = new Decisions([
    organisationDecider,
    missionDecider,
    indicatorDecider,
    receivingDecider,
    commitmentDecider,
  ]);
  private readonly events: RecordedEvent[] = [];

  constructor() {
    for (const [stream, past] of Object.entries(founded)) this.decisions.happened(stream, past);
  }

  try({ type, by, day: n, data }: Try): boolean {
    const at = `${day(n)}T12:00:00.000Z`;
    const commandId = id(1000 + this.events.length);
    const command = {
      type,
      id: COMMITMENT,
      data,
      commandId,
      actor: { organisation: by },
      scopes: ['write'] as const,
      at,
    };
    const events = this.decisions.perform(this.decisions.parsed(command));
    if (isRefusal(events)) return false;
    for (const event of events) this.events.push(this.recorded(event, at, by));
    return true;
  }

  /** What the ledger itself has put on record. */
  happened(event: DomainEvent, n: number): this {
    this.decisions.happened(`commitment/${COMMITMENT}`, [event]);
    this.events.push(this.recorded(event, `${day(n)}T12:00:00.000Z`, CITY));
    return this;
  }

  get state(): MadeCommitment {
    return this.decisions.stateOf(`commitment/${COMMITMENT}`) as MadeCommitment;
  }

  /** r and s of what the promise says of an organisation on a day, by whom of standing there is. */
  estimateOf(
    promisorId: string,
    on: CalendarDate,
    ofStanding: readonly string[] = [TENANTS],
  ): readonly [r: number, s: number] {
    const fact = this.factOf(promisorId, on, ofStanding);
    const { r, s } = estimate({ reviews: [], reviewers: [], due: fact === undefined ? [] : [fact] }, VERSION_2);
    return [r, s];
  }

  /** The share of the promise that speaks for an organisation. */
  deliveredBy(promisorId: string, on: CalendarDate): number {
    const { delivered = [] } = this.factOf(promisorId, on, [TENANTS]) ?? {};
    return delivered.reduce((sum, { share }) => sum + share, 0);
  }

  /** r, were all that others attested of it all that is said. */
  mostOf(promisorId: string, on: CalendarDate): number {
    const fact = this.factOf(promisorId, on, [TENANTS]);
    const due = fact === undefined ? [] : [{ ...fact, missing: 0 }];
    return estimate({ reviews: [], reviewers: [], due }, VERSION_2).r;
  }

  private factOf(promisorId: string, on: CalendarDate, ofStanding: readonly string[]): DueFact | undefined {
    const upTo = this.events.filter(({ recordedAt }) => recordedAt.slice(0, 10) <= on);
    const entries = entriesByCommitment(upTo).get(COMMITMENT);
    if (entries === undefined) return undefined;
    return dueFactOf(promiseOf(recordOf(COMMITMENT, entries), promisorId, on), standingWith(on, ofStanding));
  }

  private recorded(event: DomainEvent, recordedAt: string, organisation: string): RecordedEvent {
    const n = BigInt(this.events.length + 1);
    return {
      ...event,
      id: id(5000 + this.events.length),
      schema: 1,
      stream: `commitment/${COMMITMENT}`,
      version: n,
      position: n,
      actor: { organisation },
      commandId: id(1),
      recordedAt,
    };
  }
}

/** Accredited evaluators found what these gave; so did one, before, of what anybody gives from now on. */
function standingWith(on: CalendarDate, ofStanding: readonly string[]) {
  const [evaluatorId, from, until] = [id(900), '2025-01-01', '2029-12-31'];
  return standingOf({
    on,
    memberships: [],
    accreditations: [{ organisationId: evaluatorId, from, until, endedOn: null, voidFrom: null }],
    payments: [],
    verifications: ofStanding.map((giverId) => ({ giverId, evaluatorId, on: '2025-06-01' })),
  });
}

export const terms = (amount: number, dueOn: number) => ({
  kind: 'SERVICE',
  quantity: { amount: String(amount), unit: 'dwelling' },
  description: 'Dwellings made dry.',
  dueOn: day(dueOn),
});
export const DUE = 120;
export const making = (
  counterpartyIds: readonly string[] = [TENANTS],
  promisorIds: readonly string[] = [CITY],
): Try => ({
  type: 'MakeCommitment',
  by: CITY,
  day: 0,
  data: { missionId: MISSION, promisorIds, counterpartyIds, ...terms(40, DUE) },
});
export const accepting = (by: string, n: number, termsVersion = 1): Try => ({
  type: 'AcceptCommitment',
  by,
  day: n,
  data: { termsVersion },
});
export const giving = (amount: number, n: number): readonly Try[] => {
  const contributionId = id(2000 + n);
  const quantity = { amount: String(amount), unit: 'dwelling' };
  const evidence: readonly never[] = [];
  return [
    { type: 'RecordContribution', by: CITY, day: n, data: { contributionId, quantity, date: day(n), evidence } },
    { type: 'CorroborateContribution', by: TENANTS, day: n, data: { contributionId, evidence } },
  ];
};
/** That it gave all of it, which nobody else says. */
export const ownWord = {
  contributionId: id(3000),
  quantity: { amount: '40', unit: 'dwelling' },
  date: day(DUE),
  evidence: [],
};
export const inOrder = (tries: readonly Try[]) => [...tries].sort((a, b) => a.day - b.day);
export const told = (tries: readonly Try[]): Told => {
  const all = new Told();
  for (const each of tries) all.try(each);
  return all;
};

export const reason = 'It is not as we thought.';
