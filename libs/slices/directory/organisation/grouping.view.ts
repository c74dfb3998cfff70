import {
  enumeration,
  existing,
  idOf,
  oneOf,
  one,
  plusDays,
  privateColumns,
  privateText,
  type CalendarDate,
  type Key,
  type Private,
  type RecordedEvent,
  type RowOfColumns,
} from '@maillage/kernel';
import { CONTEST_DAYS, GROUPING_DAYS, type OrganisationEvent } from './events.js';

export const proposalKind = enumeration('GroupingProposalKind', 'Who says that two belong together.', {
  PROPOSED: 'One of the two proposed it to the other.',
  ASSERTED: 'The operator, from a public register.',
});

/** What became of it; WAITING while nobody answered. */
const ANSWERS = ['WAITING', 'ACCEPTED', 'DECLINED', 'DROPPED', 'CONTESTED'] as const;

export const groupingStanding = enumeration(
  'GroupingStanding',
  'How a proposed or asserted grouping stands on a day.',
  {
    OPEN: 'It can still be answered, or contested.',
    LAPSED: 'Proposed, and not answered in time.',
    COUNTS: 'Asserted, and not contested in time.',
    ACCEPTED: 'The other side agreed.',
    DECLINED: 'The other side did not.',
    DROPPED: 'Whoever said it took it back.',
    CONTESTED: 'One of the two contested what the operator asserted; it waits for a case.',
  },
);

export const proposalColumns = {
  organisation_id: 'text',
  parent_id: 'text',
  kind: oneOf(proposalKind.options),
  said_by: 'text',
  ...privateColumns('reason'),
  register: 'text?',
  asked_on: 'date',
  /** The last day on which it can be answered or, where it is asserted, contested. */
  due_on: 'date',
  answer: oneOf(ANSWERS),
  answered_on: 'date?',
  ...privateColumns('answer_reason'),
  /** Of the event that proposed or asserted it. */
  position: 'bigint',
} as const;
type Row = RowOfColumns<typeof proposalColumns>;

/** Of one proposed or asserted, on a day. */
export function standingOfProposal({ kind, answer: given, answered_on, due_on }: Row, on: CalendarDate) {
  if (given !== 'WAITING' && answered_on !== null && answered_on <= on) return given;
  if (on <= due_on) return 'OPEN';
  return kind === 'PROPOSED' ? 'LAPSED' : 'COUNTS';
}

type EventNamed<Name extends OrganisationEvent['type']> = Extract<OrganisationEvent, { type: Name }>;

const keyOf =
  (kind: Row['kind']) =>
  (event: RecordedEvent<Extract<OrganisationEvent, { data: { parentId: string } }>>): Key => [
    idOf(event.stream),
    event.data.parentId,
    kind,
  ];

function asked(
  kind: Row['kind'],
  days: number,
  event: RecordedEvent<EventNamed<'GroupingProposed'> | EventNamed<'GroupingAsserted'>>,
): Row {
  const { data } = event;
  return {
    organisation_id: idOf(event.stream),
    parent_id: data.parentId,
    kind,
    said_by: 'by' in data ? data.by : event.actor.organisation,
    ...privateText('reason', event, '/reason'),
    register: 'register' in data ? data.register : null,
    asked_on: data.on,
    due_on: plusDays(data.on, days),
    answer: 'WAITING',
    answered_on: null,
    answer_reason: null,
    answer_reason_private: null,
    position: event.position.toString(),
  };
}

function answered(
  given: Row['answer'],
  row: Row | undefined,
  event: RecordedEvent<{
    readonly type: string;
    readonly data: { readonly on: CalendarDate; readonly reason?: Private<string> | undefined };
  }>,
): Row {
  const said = privateText('answer_reason', event, '/reason');
  return { ...existing(row, event), answer: given, answered_on: event.data.on, ...said };
}

const proposed = keyOf('PROPOSED');
const asserted = keyOf('ASSERTED');

export const proposalReducers = {
  GroupingProposed: one<EventNamed<'GroupingProposed'>, Row>(proposed, (_, event) =>
    asked('PROPOSED', GROUPING_DAYS, event),
  ),
  GroupingAccepted: one<EventNamed<'GroupingAccepted'>, Row>(proposed, (row, event) =>
    answered('ACCEPTED', row, event),
  ),
  GroupingDeclined: one<EventNamed<'GroupingDeclined'>, Row>(proposed, (row, event) =>
    answered('DECLINED', row, event),
  ),
  GroupingDropped: one<EventNamed<'GroupingDropped'>, Row>(proposed, (row, event) => answered('DROPPED', row, event)),
  GroupingAsserted: one<EventNamed<'GroupingAsserted'>, Row>(asserted, (_, event) =>
    asked('ASSERTED', CONTEST_DAYS, event),
  ),
  GroupingContested: one<EventNamed<'GroupingContested'>, Row>(asserted, (row, event) =>
    answered('CONTESTED', row, event),
  ),
  GroupingAssertionDropped: one<EventNamed<'GroupingAssertionDropped'>, Row>(asserted, (row, event) =>
    answered('DROPPED', row, event),
  ),
};
