import { dateOf, type CalendarDate } from '@maillage/kernel';
import { changeTakes, isFree } from './rules/amendment.js';
import {
  boundPromisors,
  dueDate,
  isBound,
  isClosed,
  isParty,
  termsOf,
  type Party,
  type Promised,
  type Settlement,
} from './state.js';
import type { CommitmentRow } from './queries.js';
import type { PartyFields, SettlementRow, TermsVersionRow } from './view.js';

export { amendmentUntil, dueDate, freeUntil, type Promised } from './state.js';

/** What a change that lessens a promise, or takes it back, would take. */
export interface ChangeTakes {
  readonly inGoodTime: boolean;
  /** Parties, each of which would have to accept. */
  readonly each: readonly string[];
  /** Backbones, one of which would have to. */
  readonly anyOneOf: readonly string[];
  readonly nobodyToAgree: boolean;
}

/**
 * `undefined` once nothing changes any more.
 * @param backbones of the mission, as far as they are tied to no party.
 * @param asking whoever asks, if anybody is known.
 */
export function takenByChange(
  state: Promised,
  on: CalendarDate,
  backbones: readonly string[],
  asking: string | undefined,
): ChangeTakes | undefined {
  const due = dueDate(state, on);
  if (isClosed(state, on) || (due !== undefined && on > due)) return undefined;
  const takes = changeTakes(undefined, state, { by: proposerOf(state, on, asking), on, backbones });
  return {
    inGoodTime: isFree(state, on),
    each: takes?.filter((id) => isParty(state, id)) ?? [],
    anyOneOf: takes?.filter((id) => !isParty(state, id)) ?? [],
    nobodyToAgree: takes === undefined,
  };
}

/** Whoever asks, where it is bound; or the one that is, where it is alone. */
function proposerOf(state: Promised, on: CalendarDate, asking: string | undefined): string {
  if (asking !== undefined && isBound(state, asking, on)) return asking;
  const [only, another] = boundPromisors(state, on);
  return only !== undefined && another === undefined ? only : '';
}

/** A promise as its rows tell it, so that what is shown of it follows from the rules that decide. */
export function promisedBy(
  row: CommitmentRow,
  versions: readonly TermsVersionRow[],
  settlements: readonly SettlementRow[],
): Promised {
  return {
    madeOn: row.made_on,
    promisorIds: row.promisor_ids,
    counterpartyIds: row.counterparty_ids,
    parties: Object.fromEntries(Object.entries(row.parties).map(([id, party]) => [id, partyIn(party)])),
    terms: termsIn(row),
    versions: versions.map((each) => ({
      version: each.version,
      terms: termsIn(each),
      on: dateOf(each.recorded_at),
    })),
    settlements: settlements.map(settlementIn),
  };
}

function termsIn({
  kind,
  amount,
  unit,
  description,
  due_on,
  milestones,
  completion,
}: Pick<TermsVersionRow, 'kind' | 'amount' | 'unit' | 'description' | 'due_on' | 'milestones' | 'completion'>) {
  return termsOf({
    kind,
    ...(amount === null || unit === null ? {} : { quantity: { amount, unit } }),
    description,
    ...(due_on === null ? {} : { dueOn: due_on }),
    ...(milestones.length === 0 ? {} : { milestones: [...milestones] }),
    completion,
  });
}

function partyIn(party: PartyFields): Party {
  const { part, state, accepted_version, accepted_on, bound_on, released_on, leaving_heard_on } = party;
  return {
    part,
    answer: state,
    acceptedVersion: accepted_version ?? undefined,
    acceptedOn: accepted_on ?? undefined,
    boundOn: bound_on ?? undefined,
    releasedOn: released_on ?? undefined,
    leavingHeardOn: leaving_heard_on ?? undefined,
    inPlaceOf: party.in_place_of ?? undefined,
    answerUntil: party.answer_until ?? undefined,
  };
}

function settlementIn(row: SettlementRow): Settlement {
  return {
    id: row.id,
    outcome: row.outcome,
    dueOn: row.due_on ?? undefined,
    proposedBy: row.proposed_by,
    mustAccept: row.must_accept,
    departures: row.departures,
    agreedBySilence: row.agreed_by_silence,
    on: row.proposed_on,
    accepted: row.accepted,
    ended: row.ended ?? undefined,
    endedOn: row.ended_on ?? undefined,
  };
}
