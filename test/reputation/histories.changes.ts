import fc from 'fast-check';

// How a promise goes on otherwise than by being kept: who leaves it or exists no more, and what is settled once it was due.

/** An event of a history before it is recorded: on which day, by whom it does not matter. */
export interface Told {
  readonly day: number;
  readonly stream: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const few = (max: number) => fc.integer({ min: 0, max });
export const seldom = <Of>(arbitrary: fc.Arbitrary<Of>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, arbitrary);

export const settlement = fc.record({
  closed: fc.boolean(),
  late: fc.integer({ min: 1, max: 3 }),
  more: fc.integer({ min: 1, max: 30 }),
  by: few(1),
  silent: fc.boolean(),
  answers: fc.array(fc.record({ by: few(4), wait: fc.oneof(few(4), few(20)) }), { maxLength: 3 }),
  refused: seldom(few(10)),
});
type Settlement = typeof settlement extends fc.Arbitrary<infer Value> ? Value : never;

export const leaving = fc.record({
  party: few(3),
  wait: few(24),
  dissolved: fc.boolean(),
  successor: few(4),
  accepts: fc.option(few(5)),
});
type Leaving = typeof leaving extends fc.Arbitrary<infer Value> ? Value : never;

export interface Course {
  readonly promisorIds: readonly string[];
  readonly counterpartyIds: readonly string[];
  /** With the making. */
  readonly acceptedBy: readonly string[];
  readonly madeOn: number;
  readonly withdrawnOn: number | undefined;
  readonly everybody: readonly string[];
  readonly dateOfDay: (day: number) => string;
  readonly tell: (day: number, type: string, data: object) => Told;
}

const byOf = ({ data }: Told) => data['organisationId'] as string;
const LEAVES = ['PartyReleased', 'PartyDissolved'];

function outside({ promisorIds, counterpartyIds, everybody }: Course): readonly string[] {
  return everybody.filter((id) => !promisorIds.includes(id) && !counterpartyIds.includes(id));
}

/** What waits for nobody's word: a party leaves once, and only one that had accepted; one that exists no more may have an heir. */
export function departures(leavings: readonly Leaving[], course: Course, accepted: readonly Told[]): readonly Told[] {
  const { promisorIds, counterpartyIds, madeOn, withdrawnOn = Infinity, tell } = course;
  const named = [...promisorIds, ...counterpartyIds];
  const heirs = outside(course);
  const all = leavings.flatMap(({ party, wait, dissolved, successor, accepts }): readonly Told[] => {
    const day = madeOn + wait;
    const organisationId = named[party % named.length]!;
    if (!dissolved) return [tell(day, 'PartyReleased', { organisationId, reason: 'Closed.' })];
    const successorId = heirs[successor % heirs.length]!;
    const gone = tell(day, 'PartyDissolved', { organisationId, dissolvedOn: course.dateOfDay(day), successorId });
    return accepts === null
      ? [gone]
      : [gone, tell(day + accepts, 'CommitmentAccepted', { organisationId: successorId })];
  });
  const inside = new Set(course.acceptedBy);
  const asked = new Set(named);
  const gone = new Set<string>();
  return [...accepted, ...all]
    .sort((a, b) => a.day - b.day)
    .filter((event) => {
      const by = byOf(event);
      if (event.day > withdrawnOn || gone.has(by)) return false;
      if (event.type === 'CommitmentAccepted') {
        if (!asked.has(by)) return false;
        inside.add(by);
        return true;
      }
      const heir = event.data['successorId'] as string | undefined;
      if (!inside.has(by) || (heir !== undefined && asked.has(heir))) return false;
      gone.add(by);
      if (heir !== undefined) asked.add(heir);
      return true;
    });
}

/** What is settled, and the departures with what waited for whoever left. */
export function settled(
  asked: Settlement | null,
  due: number | null,
  { course, settlementId, before }: { course: Course; settlementId: string; before: readonly Told[] },
): readonly Told[] {
  const { promisorIds, counterpartyIds, tell, withdrawnOn } = course;
  if (asked === null || due === null || withdrawnOn !== undefined) return before;
  const proposedOn = due + asked.late;
  const by = promisorIds[asked.by % promisorIds.length]!;
  const told = before.filter(({ day }) => day <= proposedOn);
  const left = told.filter(({ type }) => LEAVES.includes(type)).map(byOf);
  const accepted = [...course.acceptedBy, ...told.filter(({ type }) => type === 'CommitmentAccepted').map(byOf)];
  if (left.includes(by) || !accepted.includes(by)) return before;
  const backbone = outside(course).at(-1)!;
  const counting = counterpartyIds.filter((id) => accepted.includes(id) && !left.includes(id));
  const mustAccept = counting.length > 0 ? counting : [backbone];
  const outcome = asked.closed
    ? { outcome: 'CLOSED_AS_IS' }
    : { outcome: 'EXTENDED', dueOn: course.dateOfDay(proposedOn + asked.more) };
  const agreedBySilence = asked.silent && !asked.closed && counting.length > 0;
  const proposed = tell(proposedOn, 'SettlementProposed', {
    settlementId,
    proposedBy: by,
    ...outcome,
    reason: 'Frost.',
    mustAccept,
    agreedBySilence,
  });
  const departing = before.map((event) =>
    LEAVES.includes(event.type) && event.day > proposedOn && mustAccept.includes(byOf(event))
      ? { ...event, data: { ...event.data, settlementId } }
      : event,
  );
  return [
    ...departing,
    proposed,
    ...answersTo(asked, { mustAccept, by, backbone, proposedOn, settlementId }, course, before),
  ];
}

interface Proposed {
  readonly mustAccept: readonly string[];
  readonly by: string;
  readonly backbone: string;
  readonly proposedOn: number;
  readonly settlementId: string;
}

function answersTo(
  { refused, answers, by: proposer }: Settlement,
  { mustAccept, by, backbone, proposedOn, settlementId }: Proposed,
  { promisorIds, tell }: Course,
  before: readonly Told[],
): readonly Told[] {
  if (refused !== null) {
    const on = proposedOn + refused;
    return proposer === 0
      ? [tell(on, 'SettlementDropped', { settlementId })]
      : [tell(on, 'SettlementDeclined', { settlementId, organisationId: mustAccept[0]! })];
  }
  const may = [...new Set([...mustAccept, ...promisorIds, backbone])].filter((id) => id !== by);
  const said = new Map(answers.map((answer) => [may[answer.by % may.length]!, answer.wait] as const));
  return [...said].flatMap(([organisationId, wait]) => {
    const on = proposedOn + wait;
    const gone = before.some(
      (event) => LEAVES.includes(event.type) && byOf(event) === organisationId && event.day <= on,
    );
    // A party answers within 14 days; whoever stands in for it, after them.
    if (gone || (wait > 14 && organisationId !== backbone)) return [];
    const untiedBackbone = organisationId === backbone;
    return [tell(on, 'SettlementAccepted', { settlementId, organisationId, untiedBackbone })];
  });
}
