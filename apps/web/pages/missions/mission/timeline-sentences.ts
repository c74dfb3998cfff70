import type { ReactNode } from 'react';
import type { IntlShape } from 'react-intl';
import type { TimelineLineFragment } from '../../../generated/graphql/pages/missions/mission/mission.js';
import { dayText, quantityText } from '../../../i18n/text.js';
import type { Messages } from '../../../generated/messages/en.js';
import { globalIdOf, localIdOf } from '../../../parts/ids.js';
import { shortened } from '../../../parts/shortened.js';
import { eventData, type EventData } from './timeline-data.js';

/** A word of a sentence; with an address, one that leads somewhere. */
export interface Word {
  readonly text: string;
  readonly href?: string;
}

type Dimensions = Extract<TimelineLineFragment['subject'], { readonly __typename: 'Indicator' }>['dimensions'];

type Words = Readonly<Record<string, readonly Word[]>>;

export interface Told {
  readonly id: keyof Messages;
  readonly words: Words;
  /** What was said on the occasion: a reason, a description. */
  readonly said: string | undefined;
}

/** One event, or what {@link gathered} put together, and how to name what it is about. */
interface Occasion {
  readonly data: EventData;
  readonly entries: readonly TimelineLineFragment[];
  /** Those that any sentence may use. */
  readonly words: ReturnType<typeof usualWords>;
  /** Of the indicator it is about. */
  readonly unit: string | null;
  /** What its categories are called, by what they are codes of. */
  readonly dimensions: Dimensions;
  readonly intl: IntlShape;
  readonly organisation: (id: string | undefined) => Word;
  readonly commitment: (description: string | undefined) => Word;
}

/** What a sentence needs beside the usual words, or which of several sentences is told. */
interface Sentence {
  /** `timeline.<type>.<variant>` in place of `timeline.<type>`. */
  readonly variant?: string | undefined;
  readonly words?: Words;
  readonly said?: string | undefined;
}

/**
 * By type of event. A type that is not here is told by the message `timeline.<type>` with the usual words, and the reason
 * given: a new one needs its message and nothing else.
 */
const SENTENCES: Readonly<Record<string, (occasion: Occasion) => Sentence>> = {
  MissionJoined: ({ words: { actor, organisation } }) => ({
    variant: actor[0]?.href === organisation[0]?.href ? undefined : 'enrolled',
  }),
  MemberSuspended: ({ data: { from, until }, intl }) => ({
    words: { from: dated(intl, from), until: dated(intl, until) },
  }),
  MissionPaused: ({ data: { reassessBy }, intl }) => ({ words: { day: dated(intl, reassessBy) } }),
  MissionResumed: ended,
  MissionClosed: ended,
  BackboneHandoverProposed: succession,
  BackboneHandoverDeclined: succession,
  BackboneHandedOver: succession,
  MeasurementRecorded: measured,
  CommitmentMade: ({ data, organisation, commitment }) => ({
    variant: variantOf(data),
    words: {
      organisations: data.promisorIds.map(organisation),
      commitment: [commitment(isProposal(data) ? undefined : data.description)],
    },
  }),
  SettlementProposed: ({ data: { dueOn }, intl }) =>
    dueOn === undefined ? {} : { variant: 'extended', words: { day: dated(intl, dueOn) } },
  ReceivingAccepted: ({ data: { until }, intl }) => ({ words: { until: dated(intl, until) } }),
  ContributionRecorded: ({ data, organisation }) => ({
    variant: data.declared === false ? 'onBehalf' : data.quantity && 'quantity',
    words: { organisation: [organisation(data.contributorId)] },
    said: data.description,
  }),
  ReviewSubmitted: ({ data, organisation }) => ({
    words: { organisation: [organisation(data.reviewerId)], reviewed: [organisation(data.reviewedId)] },
  }),
  ReviewLearned: ({ data, organisation }) => ({ words: { organisation: [organisation(data.markedBy)] } }),
};

/** Whether it names promisors that had not accepted: what it says of them is not told here. */
function isProposal({ promisorIds, acceptedIds, isReported }: EventData): boolean {
  return !isReported && acceptedIds !== undefined && promisorIds.some((id) => !acceptedIds.includes(id));
}

function variantOf(data: EventData): string | undefined {
  if (data.isReported && data.acceptedIds !== undefined) return 'reported';
  return isProposal(data) ? 'proposed' : data.quantity && 'quantity';
}

function dated(intl: IntlShape, day: string | undefined): readonly Word[] {
  return [{ text: day === undefined ? '' : dayText(intl, day) }];
}

/** How a pause or a mission ended, as far as these pages know the word for it. */
function ended({ data: { outcome, learned }, intl }: Occasion): Sentence {
  const id = `outcome.${outcome ?? ''}`;
  const text = id in intl.messages ? intl.formatMessage({ id: id as keyof Messages }) : (outcome ?? '');
  return { words: { outcome: [{ text }] }, said: learned };
}

function succession({ data, organisation }: Occasion): Sentence {
  return { words: { successor: [organisation(data.successorId)] } };
}

function measured({ data, entries, unit, dimensions, intl }: Occasion): Sentence {
  if (entries.length > 1) {
    return {
      variant: 'several',
      words: { values: entries.map((each) => ({ text: partAndValue(intl, each, unit, dimensions) })) },
    };
  }
  const part = partOf(data, dimensions);
  return part === '' ? {} : { variant: 'part', words: { part: [{ text: part }] } };
}

/** What an event says, for people. */
export function tell(entry: TimelineLineFragment, intl: IntlShape): Told {
  return tellSeveral([entry], intl);
}

/** @param entries one event, or what {@link gathered} put together. */
export function tellSeveral(entries: readonly TimelineLineFragment[], intl: IntlShape): Told {
  const [entry] = entries;
  if (entry === undefined) throw new Error('There is nothing to tell.');
  const { type } = entry;
  const occasion = occasionOf(entry, entries, intl);
  const {
    variant,
    words,
    said = occasion.data.isReasonErased ? intl.formatMessage({ id: 'disclosure.ERASED' }) : occasion.data.reason,
  } = Object.hasOwn(SENTENCES, type) ? (SENTENCES[type]?.(occasion) ?? {}) : {};
  const id = ['timeline', type, ...(variant === undefined ? [] : [variant])].join('.');
  // A server may be newer than the page left open in front of it.
  if (!Object.hasOwn(intl.messages, id)) {
    return { id: 'timeline.other', words: { ...occasion.words, type: [{ text: type }] }, said: undefined };
  }
  return { id: id as keyof Messages, words: { ...occasion.words, ...words }, said };
}

const QUOTED = 90;

function occasionOf(entry: TimelineLineFragment, entries: readonly TimelineLineFragment[], intl: IntlShape): Occasion {
  const data = eventData(entry);
  const [, local = ''] = entry.stream.split('/');
  const { subject } = entry;
  const indicator = subject?.__typename === 'Indicator' ? subject : undefined;
  const description = subject?.__typename === 'Commitment' ? (subject.description ?? undefined) : undefined;
  const names = new Map(entry.organisations.map((each) => [localIdOf(each.id), each.name]));
  const quote = (text: string) => intl.formatMessage({ id: 'timeline.quoted' }, { text: shortened(text, QUOTED) });
  const organisation = (id: string | undefined): Word => {
    const name = id === undefined ? undefined : names.get(id);
    const text = name ?? intl.formatMessage({ id: 'unnamed' });
    return id === undefined ? { text } : { text, href: `/organisations/${globalIdOf('Organisation', id)}` };
  };
  const commitment = (description: string | undefined): Word => ({
    text: description === undefined ? intl.formatMessage({ id: 'timeline.aCommitment' }) : quote(description),
    href: `/commitments/${globalIdOf('Commitment', local)}`,
  });
  const unit = indicator?.unit ?? null;
  const indicatorName = data.name ?? indicator?.name;
  const words = usualWords(intl, data, unit, {
    actor:
      entry.actor === null
        ? { text: intl.formatMessage({ id: 'unnamed' }) }
        : { text: entry.actor.name, href: `/organisations/${entry.actor.id}` },
    organisation: organisation(data.organisationId),
    commitment: commitment(description),
    indicator: {
      text: indicatorName === undefined ? intl.formatMessage({ id: 'timeline.anIndicator' }) : quote(indicatorName),
    },
  });
  return { data, entries, words, unit, dimensions: indicator?.dimensions ?? [], intl, organisation, commitment };
}

function usualWords(
  intl: IntlShape,
  { role, day, value, target, quantity }: EventData,
  unit: string | null,
  {
    actor,
    organisation,
    commitment,
    indicator,
  }: Readonly<Record<'actor' | 'organisation' | 'commitment' | 'indicator', Word>>,
) {
  const amount = value ?? target;
  const plain = (text: string | undefined): readonly Word[] => [{ text: text ?? '' }];
  return {
    actor: [actor],
    organisation: [organisation],
    commitment: [commitment],
    indicator: [indicator],
    role: plain(role && roleName(intl, role)),
    day: plain(day && dayText(intl, day)),
    value: plain(amount && quantityText(intl, amount, unit)),
    quantity: plain(quantity && quantityText(intl, quantity.amount, quantity.unit)),
  };
}

/** Of what a measurement is: a place, a group, categories, several of them, or everywhere. */
function partOf({ place, group, categories }: EventData, dimensions: Dimensions): string {
  const names = categories.map(({ dimension, code }) => {
    const codes = dimensions.find(({ key }) => key === dimension)?.codes ?? [];
    return codes.find((each) => each.code === code)?.name ?? code;
  });
  return [place, group, ...names].filter((each) => each !== undefined).join(', ');
}

function partAndValue(
  intl: IntlShape,
  entry: TimelineLineFragment,
  unit: string | null,
  dimensions: Dimensions,
): string {
  const data = eventData(entry);
  const part = partOf(data, dimensions);
  const label = part === '' ? intl.formatMessage({ id: 'indicator.everywhere' }) : part;
  const value = quantityText(intl, data.value ?? '0', unit);
  return intl.formatMessage({ id: 'indicator.chart.seriesLatest' }, { label, value });
}

/** Measurements of one day by one organisation, place after place, are one thing that happened. */
export function gathered(entries: readonly TimelineLineFragment[]): readonly (readonly TimelineLineFragment[])[] {
  const groups: TimelineLineFragment[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && belongTogether(last[0], entry)) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function belongTogether(a: TimelineLineFragment, b: TimelineLineFragment): boolean {
  return (
    a.type === 'MeasurementRecorded' &&
    b.type === a.type &&
    b.stream === a.stream &&
    b.actor?.id === a.actor?.id &&
    eventData(b).day === eventData(a).day
  );
}

/** The sentence as text, to be read out. */
export function sentenceText(intl: IntlShape, { id, words }: Told): string {
  const values = Object.entries(words).map(([key, list]) => [
    key,
    intl.formatList(
      list.map(({ text }) => text),
      { type: 'conjunction' },
    ),
  ]);
  return intl.formatMessage({ id }, Object.fromEntries(values) as Record<string, string>);
}

/** The sentence with its words as the page draws them. */
export function sentence(
  intl: IntlShape,
  { id, words }: Told,
  draw: (word: Word, index: number) => ReactNode,
): ReactNode {
  const values = Object.entries(words).map(([key, list]): [string, ReactNode] => [
    key,
    intl.formatList(list.map(draw), { type: 'conjunction' }),
  ]);
  return intl.formatMessage({ id }, Object.fromEntries(values));
}

const ROLES: ReadonlySet<string> = new Set(['BACKBONE', 'MEMBER', 'EVALUATOR', 'FUNDER']);

function roleName(intl: IntlShape, role: string): string {
  return ROLES.has(role) ? intl.formatMessage({ id: `role.${role as 'MEMBER'}` }) : role;
}
