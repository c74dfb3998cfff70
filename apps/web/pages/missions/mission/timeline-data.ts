/**
 * What the pages tell of an event's data, each field where it is what it should be: an older or newer event may lack what
 * today's has, and a private text is no string but what stands for one.
 */
export interface EventData {
  readonly reason: string | undefined;
  readonly description: string | undefined;
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly value: string | undefined;
  readonly group: string | undefined;
  readonly organisationId: string | undefined;
  readonly contributorId: string | undefined;
  readonly reviewerId: string | undefined;
  readonly reviewedId: string | undefined;
  readonly markedBy: string | undefined;
  readonly declared: boolean | undefined;
  readonly promisorIds: readonly string[];
  readonly quantity: { readonly amount: string; readonly unit: string } | undefined;
  /** The value aimed at. */
  readonly target: string | undefined;
  /** The name of the place. */
  readonly place: string | undefined;
  /** The last day of the period: `YYYY-MM-DD`. */
  readonly day: string | undefined;
}

export function eventData(data: unknown): EventData {
  const record = asRecord(data);
  const text = (key: string) => asText(record[key]);
  const within = (key: string, field: string) => asText(asRecord(record[key])[field]);
  const amount = within('quantity', 'amount');
  const unit = within('quantity', 'unit');
  const { declared, promisorIds } = record;
  return {
    reason: text('reason'),
    description: text('description'),
    name: text('name'),
    role: text('role'),
    value: text('value'),
    group: text('group'),
    organisationId: text('organisationId'),
    contributorId: text('contributorId'),
    reviewerId: text('reviewerId'),
    reviewedId: text('reviewedId'),
    markedBy: text('markedBy'),
    declared: typeof declared === 'boolean' ? declared : undefined,
    promisorIds: Array.isArray(promisorIds) ? promisorIds.filter((each) => typeof each === 'string') : [],
    quantity: amount === undefined || unit === undefined ? undefined : { amount, unit },
    target: within('target', 'value'),
    place: within('place', 'name'),
    day: within('period', 'to'),
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
