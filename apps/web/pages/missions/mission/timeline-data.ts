import type { TimelineLineFragment } from '../../../generated/graphql/pages/missions/mission/mission.js';

/**
 * What the pages tell of an event's data, each field where it is what it should be: an older or newer event may lack what
 * today's has, and a private text is no string but what stands for one.
 */
export interface EventData {
  readonly reason: string | undefined;
  readonly isReasonErased: boolean;
  readonly description: string | undefined;
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly value: string | undefined;
  readonly group: string | undefined;
  readonly categories: readonly { readonly dimension: string | undefined; readonly code: string }[];
  readonly organisationId: string | undefined;
  readonly successorId: string | undefined;
  readonly contributorId: string | undefined;
  readonly reviewerId: string | undefined;
  readonly reviewedId: string | undefined;
  readonly markedBy: string | undefined;
  readonly declared: boolean | undefined;
  readonly promisorIds: readonly string[];
  /** Of a promise: who had accepted it as it was made; absent in entries from before that was asked. */
  readonly acceptedIds: readonly string[] | undefined;
  /** Whether published data tells of it. */
  readonly isReported: boolean;
  readonly quantity: { readonly amount: string; readonly unit: string } | undefined;
  /** The value aimed at. */
  readonly target: string | undefined;
  /** The name of the place. */
  readonly place: string | undefined;
  /** The last day of the period: `YYYY-MM-DD`. */
  readonly day: string | undefined;
  /** By when a promise is to be kept. */
  readonly dueOn: string | undefined;
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** By when a paused mission is looked at anew. */
  readonly reassessBy: string | undefined;
  /** What came of a pause, or how a mission ended. */
  readonly outcome: string | undefined;
  readonly learned: string | undefined;
}

export function eventData({ data, words }: Pick<TimelineLineFragment, 'data' | 'words'>): EventData {
  const record = asRecord(data);
  const text = (key: string) => asText(record[key]);
  const within = (key: string, field: string) => asText(asRecord(record[key])[field]);
  const amount = within('quantity', 'amount');
  const unit = within('quantity', 'unit');
  const { declared, promisorIds, acceptedBy, source } = record;
  const reason = words.find(({ path }) => path === '/reason');
  return {
    reassessBy: text('reassessBy'),
    outcome: text('outcome'),
    learned: text('learned') ?? words.find(({ path }) => path === '/learned')?.text ?? undefined,
    reason: text('reason') ?? reason?.text ?? undefined,
    isReasonErased: reason?.disclosure === 'ERASED',
    description: text('description'),
    name: text('name'),
    role: text('role'),
    value: text('value'),
    group: text('group'),
    categories: listOf(record['categories']).flatMap((each) => {
      const { dimension, code } = asRecord(each);
      return typeof code === 'string' ? [{ dimension: asText(dimension), code }] : [];
    }),
    organisationId: text('organisationId'),
    successorId: text('successorId'),
    contributorId: text('contributorId'),
    reviewerId: text('reviewerId'),
    reviewedId: text('reviewedId'),
    markedBy: text('markedBy'),
    declared: typeof declared === 'boolean' ? declared : undefined,
    promisorIds: listOf(promisorIds).filter((each) => typeof each === 'string'),
    acceptedIds: Array.isArray(acceptedBy) ? acceptedBy.filter((each) => typeof each === 'string') : undefined,
    isReported: source !== undefined && source !== null,
    quantity: amount === undefined || unit === undefined ? undefined : { amount, unit },
    target: within('target', 'value'),
    place: within('place', 'name'),
    day: within('period', 'to'),
    dueOn: text('dueOn'),
    from: text('from'),
    until: text('until'),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
