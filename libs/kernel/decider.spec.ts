import { describe, it, expect } from '@jest/globals';
import { z } from 'zod';
import { commands, intentOf, type CommandOf } from './commands.js';
import { consultedBy, decider, type RuleOf } from './decider.js';
import { events } from './events.js';
import { refuse } from './refusal.js';

// A shelf, which takes books and lends them: enough of an aggregate to see how its rules are asked.
const shelfCommands = commands({
  PutBook: {
    seat: 'WRITER',
    for: 'For librarians.',
    data: z.strictObject({ bookId: z.string(), title: z.string() }),
    refusals: ['SHELF_FULL', 'TITLE_MISSING'],
  },
  LendBook: {
    seat: 'WRITER',
    for: 'For librarians.',
    data: z.strictObject({ bookId: z.string(), days: z.int() }),
    about: 'bookId',
    refusals: ['UNKNOWN_BOOK', 'TOO_LONG'],
  },
});
const shelfEvents = events({
  BookPut: { says: 'A book was put on the shelf.', data: z.strictObject({ bookId: z.string() }) },
  BookLent: { says: 'A book was lent.', data: z.strictObject({ bookId: z.string() }) },
});
type Books = readonly string[];
interface House {
  readonly house: { readonly open: boolean };
}
type ShelfRule<Name extends keyof typeof shelfCommands> = RuleOf<
  Books,
  typeof shelfCommands,
  Name,
  typeof shelfEvents,
  House
>;

const put: ShelfRule<'PutBook'> = {
  allowed: (_, books) => (books.length > 2 ? refuse('SHELF_FULL', 'Take one away first.') : undefined),
  decide: ({ data: { bookId, title } }) =>
    title === '' ? refuse('TITLE_MISSING', 'Say which.') : [{ type: 'BookPut', data: { bookId } }],
};
const lend: ShelfRule<'LendBook'> = {
  allowed: ({ about, on }, books, { house }) =>
    books.includes(about) && house.open
      ? undefined
      : refuse('UNKNOWN_BOOK', `There is no ${about} to be had on ${on}.`, ['bookId']),
  decide: ({ data: { bookId, days } }) =>
    days > 30 ? refuse('TOO_LONG', '30 days at most.') : [{ type: 'BookLent', data: { bookId } }],
};
const shelf = decider<Books, typeof shelfCommands, typeof shelfEvents, House>({
  name: 'shelf',
  commands: shelfCommands,
  events: shelfEvents,
  initial: [],
  consults: (asked) => ({
    house:
      asked.type === 'LendBook' ? `house/${asked.about}/${asked.data === undefined ? 'asked' : 'lent'}` : undefined,
  }),
  rules: { PutBook: put, LendBook: lend },
  evolve: (books, { type, data }) =>
    type === 'BookPut' ? [...books, data.bookId] : books.filter((each) => each !== data.bookId),
});

const lending = (data: {
  readonly bookId: string;
  readonly days: number;
}): CommandOf<typeof shelfCommands, 'LendBook'> => ({
  type: 'LendBook',
  id: '1',
  data,
  commandId: '2',
  actor: { organisation: '3' },
  scopes: ['write'],
  at: '2026-03-01T12:00:00.000Z',
});
const open = { house: { open: true } };

describe('A command of a decider', () => {
  it('is refused by its guard before its input is looked at', () => {
    expect(shelf.decide(lending({ bookId: 'emma', days: 90 }), [], open)).toEqual(
      refuse('UNKNOWN_BOOK', 'There is no emma to be had on 2026-03-01.', ['bookId']),
    );
  });

  it('is decided by its input where the guard lets it through', () => {
    const decide = (days: number) => shelf.decide(lending({ bookId: 'emma', days }), ['emma'], open);
    expect(decide(90)).toMatchObject({ code: 'TOO_LONG' });
    expect(decide(9)).toEqual([{ type: 'BookLent', data: { bookId: 'emma' } }]);
  });

  it('that no rule takes is a fault of the program', () => {
    const unknown = { ...lending({ bookId: 'emma', days: 9 }), type: 'BurnBook' } as unknown as ReturnType<
      typeof lending
    >;
    expect(() => shelf.decide(unknown, [], open)).toThrow('shelf takes no command BurnBook.');
  });
});

describe('The guard of a command', () => {
  const intent = intentOf(shelfCommands, lending({ bookId: 'emma', days: 9 }));

  it('is asked without the input, but for what the command is about', () => {
    expect(intent).toEqual({
      type: 'LendBook',
      id: '1',
      about: 'emma',
      actor: { organisation: '3' },
      scopes: ['write'],
      on: '2026-03-01',
    });
    expect(shelf.allowed(intent, [], open)).toMatchObject({ code: 'UNKNOWN_BOOK' });
    expect(shelf.allowed(intent, ['emma'], open)).toBeUndefined();
  });

  it('has consulted what an intent names, as a command has what its input names too', () => {
    expect(shelf.consults(intent, [])).toEqual({ house: 'house/emma/asked' });
    expect(shelf.consults(lending({ bookId: 'emma', days: 9 }), [])).toEqual({ house: 'house/emma/lent' });
  });
});

describe('What a decision consults', () => {
  interface Home {
    readonly house: { readonly open: boolean; readonly lodgerIds: readonly string[] };
    readonly lodgers: readonly { readonly reads: string }[];
  }
  const states: Readonly<Record<string, unknown>> = {
    'house/1': { open: true, lodgerIds: ['a', 'b'] },
    'lodger/a': { reads: 'Emma' },
    'lodger/b': { reads: 'Persuasion' },
  };
  const home = decider<Books, typeof shelfCommands, typeof shelfEvents, Home>({
    name: 'shelf',
    commands: shelfCommands,
    events: shelfEvents,
    initial: [],
    consults: () => ({ house: 'house/1', lodgers: [] }),
    consultsFurther: ({ type }, _, { house }) =>
      type === 'LendBook' ? { lodgers: house.lodgerIds.map((id) => `lodger/${id}`) } : {},
    rules: { PutBook: put, LendBook: lend },
    evolve: (books) => books,
  });
  const consultedFor = (asked: Parameters<typeof home.consults>[0]) =>
    consultedBy(home, asked, [], (stream) => states[stream]);

  it('is also what those name that it consults', () => {
    expect(consultedFor(lending({ bookId: 'emma', days: 9 }))).toEqual({
      house: states['house/1'],
      lodgers: [{ reads: 'Emma' }, { reads: 'Persuasion' }],
    });
  });

  it('goes no further where nothing turns on it', () => {
    const { data: _, ...asked } = lending({ bookId: 'emma', days: 9 });
    const putting = { ...asked, type: 'PutBook' as const, data: { bookId: 'emma', title: 'Emma' } };
    expect(consultedFor(putting)).toEqual({ house: states['house/1'], lodgers: [] });
  });
});

describe('What the compiler refuses', () => {
  it('is a rule that refuses with a code which its command does not declare', () => {
    const rules: readonly unknown[] = [
      {
        // @ts-expect-error TOO_LONG is a code of another command
        decide: () => refuse('TOO_LONG', '30 days at most.'),
      } satisfies ShelfRule<'PutBook'>,
      {
        // @ts-expect-error no command declares NO_CARD
        allowed: () => refuse('NO_CARD', 'Become a reader first.'),
        decide: () => [],
      } satisfies ShelfRule<'LendBook'>,
      {
        // @ts-expect-error BookBurnt is no event of a shelf
        decide: () => [{ type: 'BookBurnt', data: { bookId: 'emma' } }],
      } satisfies ShelfRule<'LendBook'>,
    ];
    expect(rules).toHaveLength(3);
  });

  it('is a command about something that its input does not name', () => {
    const definition = {
      seat: 'WRITER',
      for: 'For librarians.',
      data: z.strictObject({ bookId: z.string(), days: z.int() }),
    };
    // @ts-expect-error there is no shelfId
    expect(commands({ LendBook: { ...definition, about: 'shelfId', refusals: [] } })).toBeDefined();
    // @ts-expect-error days are no id
    expect(commands({ LendBook: { ...definition, about: 'days', refusals: [] } })).toBeDefined();
  });

  it('is a decider without a rule for each of its commands', () => {
    expect(() =>
      decider<Books, typeof shelfCommands, typeof shelfEvents, House>({
        name: 'shelf',
        commands: shelfCommands,
        events: shelfEvents,
        initial: [],
        // @ts-expect-error LendBook has none
        rules: { PutBook: put },
        evolve: (books) => books,
      }),
    ).not.toThrow();
  });
});
