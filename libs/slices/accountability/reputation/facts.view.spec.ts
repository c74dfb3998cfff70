import { describe, it, expect } from '@jest/globals';
import type { DomainEvent } from '@maillage/kernel';
import { organisations } from '@maillage/directory';
import { id, projected, recorded } from '../../../../test/harness/given.js';
import {
  BUILDER,
  CITY,
  COMMITMENT,
  contributed,
  EVALUATOR,
  joined,
  MISSION,
  made,
  NEIGHBOUR,
  opinion,
  OTHER_MISSION,
  REVIEW,
  reviewed,
  verified,
  withdrawn,
} from '../spec.fixtures.js';
import { reputationFacts } from './facts.view.js';

const on = (day: string, event: DomainEvent, stream = `commitment/${COMMITMENT}`) =>
  recorded(stream, event, { recordedAt: `${day}T12:00:00.000Z` });

const results = (score: number) => ({ ...opinion.scores, results: score });
const revised = (score: number): DomainEvent => ({
  type: 'ReviewRevised',
  data: { missionId: MISSION, reviewId: REVIEW, ...opinion, scores: results(score) },
});
const amended = (amount: string): DomainEvent => ({
  type: 'CommitmentAmended',
  data: {
    missionId: MISSION,
    kind: 'SERVICE',
    description: 'Fewer.',
    dueOn: '2026-06-30',
    reason: 'Two sites were unsafe.',
    quantity: { amount, unit: 'dwelling' },
  },
});

/** What each organisation's voice came to, at each position. */
function voices(...events: readonly ReturnType<typeof on>[]) {
  const { reputation_voice_history: rows } = projected(reputationFacts, events);
  return (of: string) =>
    rows!
      .filter((row) => row['organisation_id'] === of)
      .sort((a, b) => Number(a['position']) - Number(b['position']))
      .map((row) => [row['position'], row['verified'], row['calibration_count'], row['calibration_sum']]);
}

describe('The voice of a contributor', () => {
  it('counts each verified contribution once, whoever verifies it again', () => {
    const voice = voices(
      on('2026-02-01', made()),
      on('2026-02-20', contributed()),
      on('2026-03-01', verified(EVALUATOR)),
      on('2026-03-02', verified(BUILDER)),
    );
    expect(voice(CITY)).toEqual([['3', 1, 0, '0']]);
  });

  it('adds up over commitments, and keeps what it was at each position', () => {
    const other = `commitment/${id(90)}`;
    const voice = voices(
      on('2026-02-01', made()),
      on('2026-02-01', made({ missionId: OTHER_MISSION }), other),
      on('2026-02-20', contributed(), other),
      on('2026-02-20', contributed()),
      on('2026-03-01', verified(EVALUATOR), other),
      on('2026-03-01', verified(EVALUATOR)),
    );
    expect(voice(CITY)).toEqual([
      ['5', 1, 0, '0'],
      ['6', 2, 0, '0'],
    ]);
  });
});

describe('The calibration of a reviewer', () => {
  const promise = [on('2026-02-01', made()), on('2026-02-20', contributed())];

  it('compares its results score with the share that was verified later', () => {
    // x = 3/4, y = 10/40: 1 − 1/2.
    const voice = voices(...promise, on('2026-02-25', reviewed()), on('2026-03-01', verified(EVALUATOR)));
    expect(voice(BUILDER)).toEqual([['4', 0, 1, '0.5']]);
  });

  it('goes by what it said before the day of the first verification: no later word buys any', () => {
    const said = [on('2026-02-25', reviewed({ scores: results(4) }))];
    const found = on('2026-03-01', verified(EVALUATOR));
    const honest = voices(...promise, ...said, on('2026-02-28', revised(1)), found);
    expect(honest(BUILDER)).toEqual([['5', 0, 1, '1']]);
    for (const day of ['2026-03-01', '2026-03-02']) {
      const after = voices(...promise, ...said, found, on(day, revised(1)));
      expect(after(BUILDER)).toEqual([['4', 0, 1, '0.25']]);
    }
    // On the same day, though before it in the log: the order of a day's events must not matter.
    const sameDay = voices(...promise, ...said, on('2026-03-01', revised(1)), found);
    expect(sameDay(BUILDER)).toEqual([['5', 0, 1, '0.25']]);
  });

  it('is not touched by reviews of the day of the verification, or later', () => {
    const late = reviewed({ reviewId: id(91), reviewerId: NEIGHBOUR });
    const sameDay = voices(...promise, on('2026-03-01', late), on('2026-03-01', verified(EVALUATOR)));
    expect(sameDay(NEIGHBOUR)).toEqual([]);
    const later = voices(...promise, on('2026-03-01', verified(EVALUATOR)), on('2026-03-02', late));
    expect(later(NEIGHBOUR)).toEqual([]);
  });

  it('follows what is verified and promised since, and never counts a review twice', () => {
    const more = { contributionId: id(92), quantity: { amount: '20', unit: 'dwelling' } };
    const voice = voices(
      ...promise,
      on('2026-02-20', contributed(more)),
      on('2026-02-25', reviewed()),
      on('2026-03-01', verified(EVALUATOR)),
      on('2026-03-02', { ...verified(EVALUATOR), data: { missionId: MISSION, contributionId: more.contributionId } }),
      on('2026-03-03', amended('60')),
      on('2026-03-04', amended('7')),
    );
    // y = 10/40, 30/40, 30/60, and 1 where more is given than promised.
    expect(voice(BUILDER)).toEqual([
      ['5', 0, 1, '0.5'],
      ['6', 0, 1, '1'],
      ['7', 0, 1, '0.75'],
      ['8', 0, 1, '0.75'],
    ]);
  });

  it('takes an unquantified promise as kept by whatever is verified, and other units for nothing', () => {
    const kept = voices(
      on('2026-02-01', made({ quantity: undefined })),
      on('2026-02-20', contributed()),
      on('2026-02-25', reviewed()),
      on('2026-03-01', verified(EVALUATOR)),
    );
    expect(kept(BUILDER)).toEqual([['4', 0, 1, '0.75']]);
    const hours = voices(
      on('2026-02-01', made()),
      on('2026-02-20', contributed({ quantity: { amount: '40', unit: 'hour' } })),
      on('2026-02-25', reviewed()),
      on('2026-03-01', verified(EVALUATOR)),
    );
    expect(hours(BUILDER)).toEqual([['4', 0, 1, '0.25']]);
  });

  it('adds thirds up without a remainder, and takes them back exactly', () => {
    const third = (n: number) =>
      on('2026-02-01', made({ quantity: { amount: '3', unit: 'dwelling' } }), `commitment/${id(n)}`);
    const events = [100, 101, 102].flatMap((n) => [
      third(n),
      on('2026-02-20', contributed({ quantity: { amount: '1', unit: 'dwelling' } }), `commitment/${id(n)}`),
      on('2026-02-25', reviewed({ scores: results(4) }), `commitment/${id(n)}`),
      on('2026-03-01', verified(EVALUATOR), `commitment/${id(n)}`),
    ]);
    const undone = [100, 101, 102].map((n) => on('2026-03-02', amended('1'), `commitment/${id(n)}`));
    const voice = voices(...events, ...undone);
    expect(voice(BUILDER).map((row) => row[3])).toEqual([
      '0.333333333333333333',
      '0.666666666666666666',
      '0.999999999999999999',
      '1.666666666666666666',
      '2.333333333333333333',
      '3',
    ]);
  });
});

describe('The facts of reputation', () => {
  it('keep every control group, the first joining of each mission, and when a promise was withdrawn', () => {
    const city = `organisation/${CITY}`;
    const terms = { name: 'Rennes', sector: 'PUBLIC', identifiers: [], controlGroupId: CITY };
    const left = { type: 'MissionLeft', data: { organisationId: CITY, roles: ['MEMBER'] } };
    const told = [
      on('2026-01-01', { type: 'OrganisationRegistered', data: terms }, city),
      on('2026-01-02', { type: 'OrganisationGrouped', data: { controlGroupId: BUILDER, on: '2026-01-02' } }, city),
      on(
        '2026-01-03',
        { type: 'OrganisationUngrouped', data: { controlGroupId: CITY, reason: 'Sold.', on: '2026-01-03' } },
        city,
      ),
      on('2026-01-04', joined(CITY, 'MEMBER'), `mission/${MISSION}`),
      on('2026-01-05', left, `mission/${MISSION}`),
      on('2026-01-06', joined(CITY, 'FUNDER'), `mission/${MISSION}`),
      on('2026-01-07', made()),
      on('2026-01-08', withdrawn),
    ];
    const tables = projected(reputationFacts, told);
    const at = (rows: readonly Record<string, unknown>[] | undefined, column: string) =>
      rows?.map((row) => [row['position'], row['day'], row[column]]);
    const history = projected(organisations, told)['group_membership_history'];
    expect(
      history?.map(({ position, day, group_id, since, until }) => [position, day, group_id, since, until]),
    ).toEqual([
      ['2', '2026-01-02', BUILDER, '2026-01-02', null],
      ['3', '2026-01-03', BUILDER, '2026-01-02', '2026-01-03'],
    ]);
    expect(at(tables['reputation_mission'], 'mission_id')).toEqual([['4', '2026-01-04', MISSION]]);
    expect(tables['reputation_commitment']).toEqual([
      expect.objectContaining({ withdrawn_position: '8', withdrawn_on: '2026-01-08' }),
    ]);
  });

  it('halt on what they never saw made', () => {
    const events = [contributed(), verified(EVALUATOR), reviewed(), revised(1), amended('1'), withdrawn];
    for (const event of events) {
      expect(() => projected(reputationFacts, [on('2026-01-01', event)])).toThrow(/finds no row/);
    }
  });

  it('take a day for no earlier than the one before it, should a clock run behind', () => {
    const { reputation_voice_history: rows } = projected(reputationFacts, [
      on('2026-02-01', made()),
      on('2026-02-20', contributed()),
      on('2026-02-20', contributed({ contributionId: id(93) })),
      on('2026-03-02', verified(EVALUATOR)),
      on('2026-03-01', { ...verified(EVALUATOR), data: { missionId: MISSION, contributionId: id(93) } }),
    ]);
    expect(rows?.map((row) => [row['day'], row['verified']])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-02', 2],
    ]);
  });
});
