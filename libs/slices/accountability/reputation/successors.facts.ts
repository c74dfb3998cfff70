import type { CalendarDate } from '@maillage/kernel';

// Who stands on which side of a promise: those named as it was made, and whoever took the place of one that exists no more.

/** One that was asked to take the place of a party that exists no more. */
export interface Successor {
  readonly id: string;
  /** Whose place it is asked to take: through those that never took it, of the one that stood there last. */
  readonly of: string;
  readonly part: 'PROMISOR' | 'COUNTERPARTY';
}

export interface Sides<Heir extends Successor = Successor> {
  /** As they were named when it was made. */
  readonly promisorIds: readonly string[];
  readonly counterpartyIds: readonly string[];
  readonly successors: readonly Heir[];
}

/** A successor, and whether it accepted by the moment that is told of. */
export interface AnsweringSuccessor extends Successor {
  readonly accepted: boolean;
}

/** Where in the log a successor accepted; null where it has not. */
export interface RecordedSuccessor extends Successor {
  readonly accepted: { readonly position: string; readonly day: CalendarDate } | null;
}

/** Whose acceptance binds it. */
export function mayPromise({ promisorIds, successors }: Pick<Sides, 'promisorIds' | 'successors'>): readonly string[] {
  return [...promisorIds, ...successors.filter(({ part }) => part === 'PROMISOR').map(({ id }) => id)];
}

/** Whose acceptance makes a receiver of it. */
export function mayReceive({ counterpartyIds, successors }: Sides): readonly string[] {
  return [...counterpartyIds, ...successors.filter(({ part }) => part === 'COUNTERPARTY').map(({ id }) => id)];
}

/** Those named when it was made on the receiving side, and the successors there that accepted. */
export function receiversIn({ counterpartyIds, successors }: Sides<AnsweringSuccessor>): readonly string[] {
  const heirs = successors.filter(({ part, accepted }) => part === 'COUNTERPARTY' && accepted);
  return [...counterpartyIds, ...heirs.map(({ id }) => id)];
}

/**
 * Promisors and counterparties, to whom nobody may be tied that verifies what was given: those named when it was made, and of
 * their successors those that accepted. Who dissolves could else void any evaluator by naming it.
 */
export function partiesOf({ promisorIds, counterpartyIds, successors }: Sides<AnsweringSuccessor>): readonly string[] {
  const heirs = successors.filter(({ accepted }) => accepted).map(({ id }) => id);
  return [...promisorIds, ...counterpartyIds, ...heirs];
}

/** As they stood at a moment. */
export function answeredBy(
  successors: readonly RecordedSuccessor[],
  { position, on }: { readonly position: string; readonly on: CalendarDate },
): readonly AnsweringSuccessor[] {
  return successors.map(({ accepted, ...heir }) => ({
    ...heir,
    accepted: accepted !== null && BigInt(accepted.position) <= BigInt(position) && accepted.day <= on,
  }));
}

/** Who is asked to stand where one stood that exists no more, which is named. */
export function successorOf<Heir extends Successor & { readonly accepted: unknown }>(
  { promisorIds, successors }: Pick<Sides<Heir>, 'promisorIds' | 'successors'>,
  gone: string,
  successorId: string,
): Successor {
  const before = successors.find(({ id }) => id === gone);
  const isPromisor = promisorIds.includes(gone) || before?.part === 'PROMISOR';
  const silent = before !== undefined && (before.accepted === false || before.accepted === null);
  return { id: successorId, of: silent ? before.of : gone, part: isPromisor ? 'PROMISOR' : 'COUNTERPARTY' };
}
