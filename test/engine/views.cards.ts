import { z } from 'zod';
import type { Slice } from '@maillage/engine';
import {
  commands,
  decider,
  events,
  table,
  view,
  type Change,
  type EventOf,
  type RowOfColumns,
  type View,
} from '@maillage/kernel';

// Cards on a table, which dealers move between piles: an event names cards, and only the rows tell which piles it changes.

export const STAGES = ['card', 'pile', 'summit', 'move', 'tally'] as const;
export type Stage = (typeof STAGES)[number];

const deal = z.strictObject({
  cards: z.array(z.strictObject({ card: z.string(), pile: z.string().nullable(), points: z.number().int() })).min(1),
  /** Which table's reducer fails on the event, and whether by its keys. */
  trouble: z.strictObject({ at: z.enum(STAGES), keys: z.boolean() }).optional(),
});
const cardCommands = commands({ Deal: { seat: 'WRITER', for: 'Dealers.', data: deal, refusals: [] } });
const cardEvents = events({
  Dealt: {
    says: 'Cards were put on piles, or taken off the table where no pile is named.',
    data: deal,
  },
});
export type CardEvent = EventOf<typeof cardEvents>;
const cardColumns = { card: 'text', pile: 'text', points: 'integer' } as const;
type Card = RowOfColumns<typeof cardColumns>;
const pileColumns = { pile: 'text', cards: 'integer', points: 'integer', trail: 'text' } as const;
const moveColumns = { position: 'bigint', card: 'text', from_pile: 'text?', to_pile: 'text?' } as const;
type Dealt = Pick<CardEvent, 'data'>;

const dealer = decider<object, typeof cardCommands, typeof cardEvents>({
  name: 'dealer',
  commands: cardCommands,
  events: cardEvents,
  initial: {},
  rules: { Deal: { decide: ({ data }) => [{ type: 'Dealt', data }] } },
  evolve: (state) => state,
});

/** @param mended whether no event gives trouble any more. */
export function cards(mended = false): Slice {
  return { name: 'cards', deciders: [dealer], views: [cardsView(mended)], queries: [], resolvers: [] };
}

type Check = (at: Stage, keys: boolean, event: Dealt) => void;

/** `pile` and `move` follow `card`, `summit` follows `pile`, `tally` follows `move`, which is only ever added to. */
export function cardsView(mended = false): View {
  const check: Check = (at, keys, { data: { trouble } }) => {
    if (!mended && trouble?.at === at && trouble.keys === keys) throw new Error(`${at} cannot take this deal`);
  };
  return view({
    name: 'cards',
    version: 1,
    tables: {
      // Written before those it follows: the order of the tables is not the order of folding.
      summit: summit(check),
      card: card(check),
      pile: pile(check),
      tally: tally(check),
      move: move(check),
    },
  });
}

function card(check: Check) {
  return table({
    columns: cardColumns,
    primaryKey: ['card'],
  }).on<CardEvent>({
    Dealt: {
      keys: (event) => {
        check('card', true, event);
        return event.data.cards.map(({ card }) => [card]);
      },
      reduce: (row, event, [card]) => {
        check('card', false, event);
        const dealt = event.data.cards.findLast((each) => each.card === card);
        if (dealt === undefined || dealt.pile === null) return undefined;
        // Where nothing is new, the very row: followers are to hear nothing.
        if (row?.pile === dealt.pile && row.points === dealt.points) return row;
        return { card: dealt.card, pile: dealt.pile, points: dealt.points };
      },
    },
  });
}

function pile(check: Check) {
  return table({
    columns: pileColumns,
    primaryKey: ['pile'],
    indexes: [['points']],
    searched: ['pile', 'trail'],
  }).following<CardEvent, Card>('card', {
    // A card that stays on its pile names it twice.
    keys: ({ before, after, event }) => {
      check('pile', true, event);
      return [before, after].flatMap((row) => (row === undefined ? [] : [[row.pile]]));
    },
    reduce: (row, change, [pile]) => {
      check('pile', false, change.event);
      const [left, joined] = [change.before, change.after].map((each) => (each?.pile === pile ? each : undefined));
      const count = (row?.cards ?? 0) + Number(joined !== undefined) - Number(left !== undefined);
      if (count === 0) return undefined;
      const points = (row?.points ?? 0) + (joined?.points ?? 0) - (left?.points ?? 0);
      // Tells another order of the changes.
      const trail = `${row?.trail ?? ''} ${cardOf(change)}@${change.event.position}`.slice(-60);
      return { pile: String(pile), cards: count, points, trail };
    },
  });
}

function summit(check: Check) {
  return table({
    columns: { id: 'text', piles: 'integer', highest: 'integer', heard: 'integer' },
    primaryKey: ['id'],
  }).following<CardEvent, RowOfColumns<typeof pileColumns>>('pile', {
    keys: ({ event }) => {
      check('summit', true, event);
      return [['all']];
    },
    reduce: (row, { before, after, event }) => {
      check('summit', false, event);
      return {
        id: 'all',
        piles: (row?.piles ?? 0) + Number(after !== undefined) - Number(before !== undefined),
        highest: Math.max(row?.highest ?? 0, after?.points ?? 0),
        heard: (row?.heard ?? 0) + 1,
      };
    },
  });
}

function move(check: Check) {
  return table({
    columns: moveColumns,
    primaryKey: ['position', 'card'],
  }).following<CardEvent, Card>('card', {
    inserts: true,
    keys: (change) => {
      check('move', true, change.event);
      return change.before?.pile === change.after?.pile ? [] : [[change.event.position.toString(), cardOf(change)]];
    },
    reduce: (_, change) => {
      check('move', false, change.event);
      const { before, after, event } = change;
      return {
        position: event.position.toString(),
        card: cardOf(change),
        from_pile: before?.pile ?? null,
        to_pile: after?.pile ?? null,
      };
    },
  });
}

function tally(check: Check) {
  return table({
    columns: { card: 'text', moves: 'integer' },
    primaryKey: ['card'],
  }).following<CardEvent, RowOfColumns<typeof moveColumns>>('move', {
    keys: ({ after, event }) => {
      check('tally', true, event);
      return [[after?.card as string]];
    },
    reduce: (row, { after, event }) => {
      check('tally', false, event);
      return { card: after?.card as string, moves: (row?.moves ?? 0) + 1 };
    },
  });
}

function cardOf({ before, after }: Change<CardEvent, Card>): string {
  return (after ?? before)?.card as string;
}
