import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { LANGUAGES } from '../../../i18n/language-list.js';
import type { TimelineLineFragment } from '../../../generated/graphql/pages/missions/mission/mission.js';
import type { Disclosure } from '../../../generated/graphql/schema.js';
import { globalIdOf } from '../../../parts/ids.js';
import { gathered, sentenceText, tell, tellSeveral } from './timeline-sentences.js';

const INDICATOR = '0191d1c0-0000-7000-8000-0000000000a1';
const COMMITMENT = '0191d1c0-0000-7000-8000-0000000000a2';
const BUILDER = '0191d1c0-0000-7000-8000-0000000000b1';
const TENANTS = '0191d1c0-0000-7000-8000-0000000000b2';

/** What is said of organisations, of parameters and of the log itself: no timeline of a mission shows it. */
const OF_NO_MISSION =
  /^(Access|Accreditation|Duplicate|EvaluatorAccredited|Grouping|Identity|Log|Organisation(?!Invited)|ReceiptKey|Reputation|Schemas|Value|Views)/;

const organisations = [
  { id: globalIdOf('Organisation', BUILDER), name: 'The builder', identityConfirmed: true },
  { id: globalIdOf('Organisation', TENANTS), name: 'The tenants', identityConfirmed: false },
];
const commitment = {
  __typename: 'Commitment' as const,
  id: globalIdOf('Commitment', COMMITMENT),
  description: 'Forty dwellings made dry',
};
const indicator = {
  __typename: 'Indicator' as const,
  id: INDICATOR,
  name: 'Damp dwellings',
  unit: 'dwelling',
  dimensions: [{ key: 'age', codes: [{ code: 'Y', name: 'Under 25' }] }],
};

const english = createIntl({ locale: 'en-GB', messages: (await LANGUAGES.en.load()).default });

function entry(type: string, data: unknown, stream = `commitment/${COMMITMENT}`): TimelineLineFragment {
  const actor = { id: globalIdOf('Organisation', BUILDER), name: 'The builder', identityConfirmed: true };
  const subject = stream.startsWith('indicator/') ? indicator : commitment;
  return {
    position: '1',
    type,
    stream,
    recordedAt: '2026-11-22T10:00:00Z',
    data,
    words: [],
    actor,
    organisations,
    subject,
  };
}

function said(type: string, data: unknown, stream?: string): string {
  return sentenceText(english, tell(entry(type, data, stream), english));
}

describe('when an event is told', () => {
  it('names who did it and what it is about, and gives the reason that was given', () => {
    const told = tell(entry('CommitmentWithdrawn', { reason: 'The budget was cut.' }), english);
    expect(sentenceText(english, told)).toBe('The builder took back “Forty dwellings made dry”.');
    expect(told.said).toBe('The budget was cut.');
  });

  it('quotes words about others while they are there, and says so where they were erased', () => {
    const removal = entry('MemberRemoved', { organisationId: TENANTS, reason: { sha256: 'ab' } });
    const told = (text: string | null, disclosure: Disclosure) =>
      tell({ ...removal, words: [{ path: '/reason', text, disclosure }] }, english).said;
    expect(told('It never came.', 'PUBLIC')).toBe('It never came.');
    expect([told(null, 'ERASED'), told(null, 'WITHHELD')]).toEqual(['Erased.', undefined]);
  });

  it('takes the sentence that fits what happened', () => {
    const quantity = { amount: '12', unit: 'dwelling' };
    expect(said('CommitmentMade', { promisorIds: [BUILDER, TENANTS], description: 'A roof', quantity })).toBe(
      'The builder and The tenants promised 12 dwellings: “A roof”.',
    );
    expect(said('CommitmentMade', { promisorIds: [BUILDER], description: 'A roof' })).toBe(
      'The builder promised “A roof”.',
    );
    expect(said('ContributionRecorded', { contributorId: TENANTS, declared: false, quantity })).toBe(
      'The builder recorded what The tenants gave towards “Forty dwellings made dry”.',
    );
    expect(said('MissionJoined', { organisationId: BUILDER, role: 'MEMBER' })).toMatch(/^The builder joined/);
    expect(said('MissionJoined', { organisationId: TENANTS, role: 'MEMBER' })).toMatch(
      /^The builder enrolled The tenants/,
    );
  });

  it('says measurements of one day together, and those of another day apart', () => {
    const measured = (day: string, value: string, place?: string) =>
      entry(
        'MeasurementRecorded',
        { value, period: { from: day, to: day }, ...(place === undefined ? {} : { place: { name: place } }) },
        `indicator/${INDICATOR}`,
      );
    const entries = [
      measured('2026-03-01', '4', 'North'),
      measured('2026-03-01', '9'),
      measured('2026-02-01', '5', 'North'),
    ];
    const sentences = gathered(entries).map((some) => sentenceText(english, tellSeveral(some, english)));
    expect(sentences).toEqual([
      'The builder measured “Damp dwellings” on 1 Mar 2026: North: 4 dwellings and Everywhere: 9 dwellings.',
      'The builder measured “Damp dwellings” on 1 Feb 2026, North: 5 dwellings.',
    ]);
  });

  it('names the part that was measured as the indicator does, and by its code where it has no such part any more', () => {
    const measured = (code: string) =>
      said(
        'MeasurementRecorded',
        { value: '3', period: { to: '2026-03-01' }, categories: [{ dimension: 'age', code }] },
        `indicator/${INDICATOR}`,
      );
    expect(measured('Y')).toContain('Under 25: 3 dwellings');
    expect(measured('Z')).toContain('Z: 3 dwellings');
  });

  it('has a sentence for every event of a mission’s stories', async () => {
    const folder = join(import.meta.dirname, '../../../../../infra/generated/events');
    const published = (await readdir(folder)).map((file) => file.split('.')[0] ?? '');
    const untold = published.filter((type) => !Object.hasOwn(english.messages, `timeline.${type}`));
    expect(published).toContain('SettlementProposed');
    expect(untold.filter((type) => !OF_NO_MISSION.test(type))).toEqual([]);
  });

  it('tells what is asked for after a due date, and until when', () => {
    expect(said('SettlementProposed', { outcome: 'EXTENDED', dueOn: '2027-03-31' })).toBe(
      'The builder asked for more time for “Forty dwellings made dry”, until 31 Mar 2027.',
    );
    expect(said('SettlementProposed', { outcome: 'CLOSED_AS_IS' })).toBe(
      'The builder proposed to leave “Forty dwellings made dry” at what was delivered.',
    );
  });

  it('tells a type that this page does not know yet, and data of another form, without failing', () => {
    expect(said('SomethingNew', { anything: [1] })).toBe('The builder recorded something new (SomethingNew).');

    expect(said('ContributionRecorded', null)).toMatch(/gave something towards/);
  });
});
