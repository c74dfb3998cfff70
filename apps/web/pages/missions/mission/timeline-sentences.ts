import type { ReactNode } from 'react';
import type { IntlShape } from 'react-intl';
import type { Messages } from '../../../i18n/messages/en/index.js';
import { dayText, quantityText } from '../../../i18n/format.js';
import type { TimelineLineFragment } from '../../../generated/graphql/pages/missions/mission/mission.js';
import { shortened } from '../../../parts/long-text.js';
import { globalIdOf } from './ids.js';

/** What the log only has ids of: as far as the page knows, by the id within its type. */
export interface Known {
  readonly organisations: ReadonlyMap<string, string>;
  readonly commitments: ReadonlyMap<string, string>;
  readonly indicators: ReadonlyMap<string, { readonly name: string; readonly unit: string }>;
}

/** A word of a sentence; with an address, one that leads somewhere. */
export interface Word {
  readonly text: string;
  readonly href?: string;
}

export interface Told {
  readonly id: keyof Messages;
  readonly words: Readonly<Record<string, readonly Word[]>>;
  /** What was said on the occasion: a reason, a description. */
  readonly said: string | undefined;
}

const QUOTED = 90;

/**
 * What an event says, for people. Data is read with care: an older or newer event may lack what today's has, and a private
 * text is no string but a commitment to one.
 */
export function tell(entry: TimelineLineFragment, known: Known, intl: IntlShape): Told {
  return tellSeveral([entry], known, intl);
}

/** @param entries one event, or what {@link gathered} put together. */
export function tellSeveral(entries: readonly TimelineLineFragment[], known: Known, intl: IntlShape): Told {
  const [entry] = entries;
  if (entry === undefined) throw new Error('There is nothing to tell.');
  const data = fields(entry.data);
  const [, local = ''] = entry.stream.split('/');
  const actor: readonly Word[] = [
    entry.actor === null
      ? { text: intl.formatMessage({ id: 'unnamed' }) }
      : { text: entry.actor.name, href: `/organisations/${entry.actor.id}` },
  ];
  const named = (id: string | undefined): Word => {
    const name = id === undefined ? undefined : known.organisations.get(id);
    const text = name ?? intl.formatMessage({ id: 'unnamed' });
    return id === undefined ? { text } : { text, href: `/organisations/${globalIdOf('Organisation', id)}` };
  };
  const quote = (text: string) => intl.formatMessage({ id: 'timeline.quoted' }, { text: shortened(text, QUOTED) });
  const commitment = (description = known.commitments.get(local)): readonly Word[] => [
    {
      text: description === undefined ? intl.formatMessage({ id: 'timeline.aCommitment' }) : quote(description),
      href: `/commitments/${globalIdOf('Commitment', local)}`,
    },
  ];
  const about = known.indicators.get(local);
  const indicator: readonly Word[] = [
    { text: about === undefined ? intl.formatMessage({ id: 'timeline.anIndicator' }) : quote(about.name) },
  ];
  const value = (amount: string | undefined): readonly Word[] => [
    { text: amount === undefined ? '' : quantityText(intl, amount, about?.unit ?? null) },
  ];
  const plain = (text: string | undefined): readonly Word[] => [{ text: text ?? '' }];
  const day = plain(data.period.to === undefined ? undefined : dayText(intl, data.period.to));
  const role = plain(data.role === undefined ? undefined : roleName(intl, data.role));
  const quantity =
    data.quantity === undefined ? undefined : quantityText(intl, data.quantity.amount, data.quantity.unit);
  const told = (id: keyof Messages, words: Told['words'], said?: string): Told => ({ id, words, said });

  switch (entry.type) {
    case 'MissionDeclared':
      return told('timeline.MissionDeclared', { actor });
    case 'MissionRevised':
      return told('timeline.MissionRevised', { actor }, data.reason);
    case 'OrganisationInvited':
    case 'InvitationWithdrawn':
      return told(`timeline.${entry.type}`, { actor, organisation: [named(data.organisationId)], role });
    case 'MissionJoined': {
      const words = { actor, organisation: [named(data.organisationId)], role };
      return sameWord(actor, words.organisation)
        ? told('timeline.MissionJoined', words)
        : told('timeline.MissionJoined.enrolled', words);
    }
    case 'MissionLeft':
      return told('timeline.MissionLeft', { organisation: [named(data.organisationId)] }, data.reason);
    case 'IndicatorDefined':
      return told('timeline.IndicatorDefined', { actor, indicator: plain(data.name && quote(data.name)) });
    case 'IndicatorTargetRevised':
      return told(
        'timeline.IndicatorTargetRevised',
        { actor, indicator, value: value(data.target.value) },
        data.reason,
      );
    case 'MeasurementRecorded': {
      if (entries.length > 1) {
        const values = entries.map((each) => ({ text: partAndValue(intl, each, about?.unit ?? null) }));
        return told('timeline.MeasurementRecorded.several', { actor, indicator, day, values });
      }
      const part = [data.place.name, data.group].filter((each) => each !== undefined).join(', ');
      const words = { actor, indicator, day, value: value(data.value), part: plain(part) };
      return part === ''
        ? told('timeline.MeasurementRecorded', words)
        : told('timeline.MeasurementRecorded.part', words);
    }
    case 'MeasurementCorrected':
      return told('timeline.MeasurementCorrected', { actor, indicator, value: value(data.value) }, data.reason);
    case 'CommitmentMade': {
      const organisations = (data.promisorIds ?? []).map(named);
      const words = { organisations, quantity: plain(quantity), commitment: commitment(data.description) };
      return quantity === undefined
        ? told('timeline.CommitmentMade', words)
        : told('timeline.CommitmentMade.quantity', words);
    }
    case 'CommitmentAmended':
    case 'CommitmentWithdrawn':
      return told(`timeline.${entry.type}`, { actor, commitment: commitment() }, data.reason);
    case 'ContributionRecorded': {
      const words = {
        actor,
        organisation: [named(data.contributorId)],
        quantity: plain(quantity),
        commitment: commitment(),
      };
      if (data.declared === false) return told('timeline.ContributionRecorded.onBehalf', words, data.description);
      return quantity === undefined
        ? told('timeline.ContributionRecorded', words, data.description)
        : told('timeline.ContributionRecorded.quantity', words, data.description);
    }
    case 'ContributionDisputed':
      return told('timeline.ContributionDisputed', { actor, commitment: commitment() }, data.reason);
    case 'ContributionDeclared':
    case 'ContributionCorroborated':
    case 'ContributionVerified':
    case 'ReviewRevised':
    case 'ReviewAnswered':
      return told(`timeline.${entry.type}`, { actor, commitment: commitment() });
    case 'ReviewSubmitted':
      return told('timeline.ReviewSubmitted', {
        organisation: [named(data.reviewerId)],
        reviewed: [named(data.reviewedId)],
        commitment: commitment(),
      });
    case 'ReviewLearned':
      return told('timeline.ReviewLearned', { organisation: [named(data.markedBy)], commitment: commitment() });
    // A server may be newer than the page left open in front of it.
    default:
      return told('timeline.other', { actor, type: plain(entry.type) });
  }
}

function partAndValue(intl: IntlShape, { data }: TimelineLineFragment, unit: string | null): string {
  const { place, group, value = '0' } = fields(data);
  const part = [place.name, group].filter((each) => each !== undefined).join(', ');
  const label = part === '' ? intl.formatMessage({ id: 'indicator.everywhere' }) : part;
  return intl.formatMessage({ id: 'indicator.chart.seriesLatest' }, { label, value: quantityText(intl, value, unit) });
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
    fields(b.data).period.to === fields(a.data).period.to
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

function sameWord([a]: readonly Word[], [b]: readonly Word[]): boolean {
  return a?.href !== undefined && a.href === b?.href;
}

const ROLES: ReadonlySet<string> = new Set(['BACKBONE', 'MEMBER', 'EVALUATOR', 'FUNDER']);

function roleName(intl: IntlShape, role: string): string {
  return ROLES.has(role) ? intl.formatMessage({ id: `role.${role as 'MEMBER'}` }) : role;
}

/** The fields of the events told, each where it is what it should be. */
function fields(data: unknown) {
  const record = asRecord(data) ?? {};
  const text = (key: string) => asText(record[key]);
  const quantity = asRecord(record['quantity']);
  const amount = asText(quantity?.['amount']);
  const unit = asText(quantity?.['unit']);
  const promisors = record['promisorIds'];
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
    declared: record['declared'],
    promisorIds: Array.isArray(promisors) ? promisors.filter((each) => typeof each === 'string') : undefined,
    quantity: amount === undefined || unit === undefined ? undefined : { amount, unit },
    target: { value: asText(asRecord(record['target'])?.['value']) },
    place: { name: asText(asRecord(record['place'])?.['name']) },
    period: { to: asText(asRecord(record['period'])?.['to']) },
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
