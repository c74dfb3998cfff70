import { describe, expect, it } from '@jest/globals';
import { jsonb, nullable, oneOf, one, someOf, table, view, type RowOf, type TablesOf } from './index.js';

const COLOURS = ['RED', 'GREEN'] as const;

interface Painted {
  readonly type: 'Painted';
  readonly data: { readonly colour: (typeof COLOURS)[number] };
}

const fences = view({
  name: 'fences',
  version: 1,
  tables: {
    fence: table({
      columns: {
        id: 'text',
        length: 'numeric',
        planks: 'integer',
        painted_on: 'date?',
        colour: oneOf(COLOURS),
        earlier: someOf(COLOURS),
        first: nullable(oneOf(COLOURS)),
        owner: jsonb<{ readonly name: string }>(),
        buyer: nullable(jsonb<{ readonly name: string }>()),
      },
      primaryKey: ['id'],
      indexes: [['colour', 'id']],
    }).on<Painted>({
      Painted: one(
        ({ stream }) => [stream],
        (row, { data }) => row && { ...row, colour: data.colour, earlier: [...row.earlier, row.colour] },
      ),
    }),
    gate: table({ columns: { id: 'text', open: 'boolean' }, primaryKey: ['id'] }).on<Painted>({}),
  },
});

type Fence = RowOf<typeof fences, 'fence'>;

describe('The columns of a view’s table', () => {
  it('are PostgreSQL types, whatever else is known of their values', () => {
    expect(fences.tables.fence.columns).toEqual({
      id: 'text',
      length: 'numeric',
      planks: 'integer',
      painted_on: 'date?',
      colour: 'text',
      earlier: 'text[]',
      first: 'text?',
      owner: 'jsonb',
      buyer: 'jsonb?',
    });
  });

  it('keep their closed lists, nullable or not', () => {
    expect(fences.tables.fence.closedLists).toEqual({ colour: COLOURS, earlier: COLOURS, first: COLOURS });
    expect(fences.tables.gate.closedLists).toEqual({});
  });

  it('make the type of a row', () => {
    const fence: Fence = {
      id: '1',
      length: '2.5',
      planks: 7,
      painted_on: null,
      colour: 'RED',
      earlier: ['GREEN'],
      first: null,
      owner: { name: 'Ada' },
      buyer: null,
    };
    // @ts-expect-error: a decimal is no number.
    const shorter: Fence = { ...fence, length: 2 };
    // @ts-expect-error: not of the list.
    const blue: Fence = { ...fence, colour: 'BLUE' };
    // @ts-expect-error: this column allows no NULL.
    const unowned: Fence = { ...fence, owner: null };
    const { gate }: Pick<TablesOf<typeof fences>, 'gate'> = { gate: { id: '1', open: true } };
    expect([fence, shorter, blue, unowned, gate]).toHaveLength(5);
  });

  it('are the only ones that keys, indexes and reducers may name', () => {
    // @ts-expect-error: there is no such column.
    const keyed = () => table({ columns: { id: 'text' }, primaryKey: ['name'] });
    const reduced = () =>
      table({ columns: { id: 'text', planks: 'integer' }, primaryKey: ['id'] }).on<Painted>({
        Painted: one(
          ({ stream }) => [stream],
          // @ts-expect-error: the row lacks its planks.
          (_, { stream }) => ({ id: stream }),
        ),
      });
    expect([keyed, reduced]).toHaveLength(2);
  });
});
