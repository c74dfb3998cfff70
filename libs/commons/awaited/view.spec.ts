import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { events, idOf, type CalendarDate } from '@maillage/kernel';
import { BACKBONE, BUILDER, CITY, MISSION, NEIGHBOUR, TENANTS } from '../../../test/harness/cast.js';
import { projected, recorded } from '../../../test/harness/given.js';
import { awaitedOf } from './view.js';

const on = z.string();
const types = events({
  // A role, with days copied from the data; the answer asks whoever asked what they think of it.
  QuestionPut: {
    says: 'Somebody asked something.',
    data: z.strictObject({ questionId: z.string(), askerId: z.string(), days: z.int(), on }),
    mission: () => MISSION,
    asks: {
      kind: 'QUESTION',
      ref: 'questionId',
      of: { role: 'BACKBONE' },
      days: 'days',
      ends: ['QuestionAnswered'],
      drops: ['QuestionDropped'],
    },
  },
  QuestionAnswered: {
    says: 'It was answered.',
    data: z.strictObject({ questionId: z.string(), askerId: z.string(), on }),
    asks: { kind: 'OPINION', ref: 'questionId', of: 'askerId', days: 7, lapses: true, ends: ['OpinionGiven'] },
  },
  OpinionGiven: { says: 'The asker said what it thinks.', data: z.strictObject({ questionId: z.string(), on }) },
  QuestionDropped: { says: 'It was taken back.', data: z.strictObject({ questionId: z.string(), on }) },

  // Several, each for itself; asked anew by the same type of event.
  TextDrafted: {
    says: 'A text awaits signatures.',
    data: z.strictObject({ partyIds: z.array(z.string()), days: z.int(), on }),
    mission: (_, { stream }) => idOf(stream),
    asks: {
      kind: 'SIGNATURE',
      of: 'partyIds',
      days: ({ days }) => days,
      ends: ['TextSigned'],
      drops: ['TextDropped'],
      frees: { PartyGone: 'partyId' },
    },
  },
  TextSigned: { says: 'A party signed.', data: z.strictObject({ on }) },
  TextDropped: { says: 'The draft was dropped.', data: z.strictObject({ on }) },
  PartyGone: { says: 'A party is there no more.', data: z.strictObject({ partyId: z.string(), on }) },

  // Told apart by whom they ask; one event names several of them by a field of its own.
  PlaceOffered: {
    says: 'Somebody may have a place.',
    data: z.strictObject({ toId: z.string(), on }),
    asks: {
      kind: 'PLACE',
      windows: ({ toId }) => [{ of: [toId], days: 10, ref: toId }],
      ref: 'takerId',
      refs: { PlacesGone: 'formerIds' },
      ends: ['PlaceTaken'],
      drops: ['PlacesGone'],
    },
  },
  PlaceTaken: { says: 'It took it.', data: z.strictObject({ takerId: z.string(), on }) },
  PlacesGone: { says: 'There are no places.', data: z.strictObject({ formerIds: z.array(z.string()), on }) },

  // Turns of one kind: each ends the one before.
  TurnTaken: {
    says: 'It is somebody’s turn.',
    data: z.strictObject({ turn: z.string(), on }),
    asks: { kind: 'TURN', of: 'turn', days: 14, ends: ['TurnTaken', 'GameOver'] },
  },
  GameOver: { says: 'Nobody’s turn any more.', data: z.strictObject({ on }) },

  // Several windows from one event, which events of other streams answer.
  MinutesTaken: {
    says: 'A meeting agreed on things to do.',
    data: z.strictObject({ actions: z.array(z.strictObject({ actionId: z.string(), by: z.array(z.string()) })), on }),
    asks: {
      kind: 'ACTION',
      ref: 'actionId',
      anywhere: true,
      windows: ({ actions }) => actions.map(({ actionId, by }) => ({ of: by, days: 7, ref: actionId })),
      ends: [],
    },
  },
  PromiseMade: {
    says: 'Something was promised.',
    data: z.strictObject({ actionId: z.string().optional(), on }),
    answers: ['ACTION'],
  },
  // From a day of its own, and of an event that has no `on`.
  TargetSet: {
    says: 'A target was set.',
    data: z.strictObject({ dueOn: z.string() }),
    asks: { of: () => BACKBONE, days: 30, since: 'dueOn', ends: ['TargetSet'] },
  },
});
const awaited = awaitedOf(types);

type Name = keyof typeof types;
const by = (organisation: string, type: Name, data: object, stream = 'talk/1') =>
  recorded(stream, { type, data }, { actor: { organisation } });

/** `of kind/ref asked due answered left-out` of each row, in the order in which they were asked. */
function rowsAfter(...past: readonly ReturnType<typeof by>[]): readonly string[] {
  const rows = projected(awaited, past)['awaited'] ?? [];
  const day = (value: unknown) => (value === null ? '–' : (value as CalendarDate).slice(5));
  return [...rows]
    .sort((a, b) => Number(a['position']) - Number(b['position']) || Number(a['nth']) - Number(b['nth']))
    .map((row) =>
      [
        `${NAMES[row['asked_of'] as string] ?? (row['asked_of'] as string)} ${row['kind'] as string}/${row['ref'] as string}`,
        ...[row['asked_on'], row['due_on'], row['answered_on'], row['left_out_on']].map(day),
      ].join(' '),
    );
}
const NAMES: Readonly<Record<string, string>> = {
  [BACKBONE]: 'backbone',
  [BUILDER]: 'builder',
  [CITY]: 'city',
  [NEIGHBOUR]: 'neighbour',
  [TENANTS]: 'tenants',
};

describe('What is awaited', () => {
  const put = (questionId: string, day: string, days = 30) =>
    by(TENANTS, 'QuestionPut', { questionId, askerId: TENANTS, days, on: day });
  const answer = (questionId: string, day: string) =>
    by(BACKBONE, 'QuestionAnswered', { questionId, askerId: TENANTS, on: day });

  it('of a role has its mission, and the days that the data gives', () => {
    const { awaited: rows } = projected(awaited, [put('a', '2026-01-31')]);
    expect(rows).toEqual([
      {
        position: '1',
        nth: '0',
        kind: 'QUESTION',
        stream: 'talk/1',
        ref: 'a',
        mission_id: MISSION,
        asked_of: 'BACKBONE',
        by_role: true,
        asked_on: '2026-01-31',
        due_on: '2026-03-02',
        lapses: false,
        answered_on: null,
        left_out_on: null,
      },
    ]);
  });

  it('ends by its answer, which opens the next window; others of the stream stay', () => {
    expect(rowsAfter(put('a', '2026-01-31'), put('b', '2026-02-01', 7), answer('a', '2026-02-05'))).toEqual([
      'BACKBONE QUESTION/a 01-31 03-02 02-05 –',
      'BACKBONE QUESTION/b 02-01 02-08 – –',
      'tenants OPINION/a 02-05 02-12 – –',
    ]);
    const given = by(TENANTS, 'OpinionGiven', { questionId: 'a', on: '2026-02-20' });
    expect(rowsAfter(put('a', '2026-01-31'), answer('a', '2026-02-05'), given)).toEqual([
      'BACKBONE QUESTION/a 01-31 03-02 02-05 –',
      'tenants OPINION/a 02-05 02-12 02-20 –',
    ]);
  });

  it('says whether silence answers it', () => {
    const { awaited: rows } = projected(awaited, [put('a', '2026-01-31'), answer('a', '2026-02-05')]);
    expect(rows?.map(({ kind, lapses }) => [kind, lapses])).toEqual([
      ['QUESTION', false],
      ['OPINION', true],
    ]);
  });

  it('keeps the day of the first answer', () => {
    expect(rowsAfter(put('a', '2026-01-31'), answer('a', '2026-02-05'), answer('a', '2026-02-09'))[0]).toBe(
      'BACKBONE QUESTION/a 01-31 03-02 02-05 –',
    );
  });

  it('is left out once it was taken back, and not if it had been answered', () => {
    const dropped = by(TENANTS, 'QuestionDropped', { questionId: 'a', on: '2026-02-07' });
    expect(rowsAfter(put('a', '2026-01-31'), dropped)).toEqual(['BACKBONE QUESTION/a 01-31 03-02 – 02-07']);
    expect(rowsAfter(put('a', '2026-01-31'), answer('a', '2026-02-05'), dropped)[0]).toBe(
      'BACKBONE QUESTION/a 01-31 03-02 02-05 –',
    );
  });

  const drafted = (day: string, ...partyIds: string[]) => by(BACKBONE, 'TextDrafted', { partyIds, days: 60, on: day });
  const signed = (who: string, day: string) => by(who, 'TextSigned', { on: day });

  it('of several ends for each by its own act alone', () => {
    expect(rowsAfter(drafted('2026-01-10', CITY, BUILDER), signed(BUILDER, '2026-01-12'))).toEqual([
      'city SIGNATURE/ 01-10 03-11 – –',
      'builder SIGNATURE/ 01-10 03-11 01-12 –',
    ]);
    // Nobody asked the neighbour; and one alone in a list of those asked is asked by name all the same.
    expect(rowsAfter(drafted('2026-01-10', CITY), signed(NEIGHBOUR, '2026-01-12'))).toEqual([
      'city SIGNATURE/ 01-10 03-11 – –',
    ]);
    expect(rowsAfter(drafted('2026-01-10'))).toEqual([]);
  });

  it('of several is left out for those who had not answered', () => {
    const dropped = by(BACKBONE, 'TextDropped', { on: '2026-01-20' });
    expect(rowsAfter(drafted('2026-01-10', CITY, BUILDER), signed(BUILDER, '2026-01-12'), dropped)).toEqual([
      'city SIGNATURE/ 01-10 03-11 – 01-20',
      'builder SIGNATURE/ 01-10 03-11 01-12 –',
    ]);
  });

  it('of several is left out for the one that is there no more, and awaited of the others', () => {
    const gone = by(NEIGHBOUR, 'PartyGone', { partyId: CITY, on: '2026-01-20' });
    expect(rowsAfter(drafted('2026-01-10', CITY, BUILDER), gone, signed(BUILDER, '2026-01-22'))).toEqual([
      'city SIGNATURE/ 01-10 03-11 – 01-20',
      'builder SIGNATURE/ 01-10 03-11 01-22 –',
    ]);
  });

  it('asked anew is no more awaited as it was asked before', () => {
    const past = [drafted('2026-01-10', CITY, BUILDER), signed(BUILDER, '2026-01-12'), drafted('2026-02-01', CITY)];
    expect(rowsAfter(...past, signed(CITY, '2026-02-03'))).toEqual([
      'city SIGNATURE/ 01-10 03-11 – 02-01',
      'builder SIGNATURE/ 01-10 03-11 01-12 –',
      'city SIGNATURE/ 02-01 04-02 02-03 –',
    ]);
  });

  it('is left out by an event that names several windows otherwise than those do that answer', () => {
    const offered = (toId: string, day: string) => by(BACKBONE, 'PlaceOffered', { toId, on: day });
    const offers = [offered(CITY, '2026-01-10'), offered(BUILDER, '2026-01-11'), offered(NEIGHBOUR, '2026-01-12')];
    const taken = by(BUILDER, 'PlaceTaken', { takerId: BUILDER, on: '2026-01-13' });
    const gone = by(BACKBONE, 'PlacesGone', { formerIds: [CITY, BUILDER], on: '2026-01-15' });
    expect(rowsAfter(...offers, taken, gone).map((row) => row.replace(/PLACE\/\S+/, 'PLACE'))).toEqual([
      'city PLACE 01-10 01-20 – 01-15',
      'builder PLACE 01-11 01-21 01-13 –',
      'neighbour PLACE 01-12 01-22 – –',
    ]);
  });

  it('goes from turn to turn, each answered by whatever ends it', () => {
    const turn = (of: string, day: string) => by(NEIGHBOUR, 'TurnTaken', { turn: of, on: day });
    expect(
      rowsAfter(turn(CITY, '2026-02-14'), turn(BUILDER, '2026-02-28'), by(CITY, 'GameOver', { on: '2026-03-20' })),
    ).toEqual(['city TURN/ 02-14 02-28 02-28 –', 'builder TURN/ 02-28 03-14 03-20 –']);
  });

  it('may be answered in another stream, whose slice says so, and belongs to who named it first', () => {
    const minutes = (stream: string, day: string) =>
      by(
        BACKBONE,
        'MinutesTaken',
        {
          on: day,
          actions: [
            { actionId: 'x', by: [CITY, BUILDER] },
            { actionId: 'y', by: [CITY] },
          ],
        },
        stream,
      );
    const promise = (who: string, day: string, actionId?: string) =>
      by(who, 'PromiseMade', { on: day, ...(actionId === undefined ? {} : { actionId }) }, `promise/${day}`);
    expect(
      rowsAfter(
        minutes('cadence/1', '2026-01-06'),
        minutes('cadence/2', '2026-01-07'),
        promise(CITY, '2026-01-08'),
        promise(NEIGHBOUR, '2026-01-08', 'x'),
        promise(CITY, '2026-01-09', 'x'),
      ),
    ).toEqual([
      'city ACTION/x 01-06 01-13 01-09 –',
      'builder ACTION/x 01-06 01-13 – –',
      'city ACTION/y 01-06 01-13 – –',
    ]);
  });

  it('begins on the day that is said; what has none of its own is of the day it was recorded', () => {
    const set = (dueOn: string) => by(BACKBONE, 'TargetSet', { dueOn }, 'indicator/1');
    expect(rowsAfter(set('2026-06-30'), set('2026-12-31'))).toEqual([
      'backbone TargetSet/ 06-30 07-30 03-01 –',
      'backbone TargetSet/ 12-31 01-30 – –',
    ]);
  });
});
