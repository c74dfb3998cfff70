import { describe, expect, it } from '@jest/globals';
import type { EdgeOf } from '@maillage/engine';
import type { PrivateReference, Row } from '@maillage/kernel';
import { id } from '../../test/harness/given.js';
import { disclosed } from './disclosure.graphql.js';
import { keyOf } from './disclosure.queries.js';

type Letter = Row & { readonly note: string | null; readonly note_private: PrivateReference | null };

const KEPT: PrivateReference = { sha256: 'ab'.repeat(32), eventId: id(1), path: '/note' };
/** By which it may be asked to be erased. */
const PLACE = { eventId: KEPT.eventId, path: KEPT.path };
const COLUMNS = ['id', 'note', 'note_private'];

/** What is shown of a letter's note to whoever may read it or not, while its value is kept or after it was erased. */
async function shown(letter: Letter, { mayRead = false, lost = '', salt = '' } = {}) {
  const loaded: unknown[] = [];
  let asked = 0;
  const note: EdgeOf<Letter> = disclosed<Letter>({
    says: 'What it says.',
    column: 'note',
    mayRead: ({ row }) => {
      asked += 1;
      return Promise.resolve(mayRead && row === letter);
    },
  });
  const load = (_: unknown, key: string, { reveal }: { readonly reveal: boolean }) => {
    loaded.push([key, reveal]);
    const salted = salt === '' ? {} : { salt };
    return Promise.resolve(
      lost !== '' ? { lost } : reveal || salt !== '' ? { value: 'Kept between us.', ...salted } : {},
    );
  };
  const context = { loaders: { load } };
  const ask = note.prepare('note', COLUMNS);
  const said = await ask({ row: letter, key: 'l', args: {}, context: context as never, info: undefined as never });
  return { said, loaded, asked };
}

describe('A text that may be private', () => {
  const plain = { note: 'Open to all.', note_private: null };
  const held = { note: null, note_private: KEPT };

  it('is shown to anybody where it is in the log, and nothing where none was given; neither is looked up', async () => {
    expect(await shown(plain)).toEqual({
      said: { text: 'Open to all.', disclosure: 'PUBLIC', salt: null, eventId: null, path: null },
      loaded: [],
      asked: 0,
    });
    expect(await shown({ note: null, note_private: null })).toEqual({ said: null, loaded: [], asked: 0 });
  });

  it('is shown to those who may read it, and withheld from others, for whom its value is not read', async () => {
    expect(await shown(held, { mayRead: true })).toEqual({
      said: { text: 'Kept between us.', disclosure: 'PRIVATE', salt: null, ...PLACE },
      loaded: [[keyOf(KEPT), true]],
      asked: 1,
    });
    expect(await shown(held)).toEqual({
      said: { text: null, disclosure: 'WITHHELD', salt: null, ...PLACE },
      loaded: [[keyOf(KEPT), false]],
      asked: 1,
    });
  });

  it('is shown to anybody where it stands beside the log, with the salt to check it by', async () => {
    const salt = 'cd'.repeat(32);
    for (const mayRead of [true, false]) {
      const { said } = await shown(held, { mayRead, salt });
      expect(said).toEqual({ text: 'Kept between us.', disclosure: 'PUBLIC', salt, ...PLACE });
    }
  });

  it.each(['ERASED', 'MISSING'])('says that it is %s, to whoever asks', async (lost) => {
    for (const mayRead of [true, false]) {
      const { said } = await shown(held, { mayRead, lost });
      expect(said).toEqual({ text: null, disclosure: lost, salt: null, ...PLACE });
    }
  });

  it('is told to come from both of its columns, and names the one that a table lacks', () => {
    const note = disclosed<Letter>({ says: 'What it says.', column: 'note', mayRead: () => Promise.resolve(true) });
    expect(note.source('note', COLUMNS)).toEqual({ columns: ['note', 'note_private'] });
    expect(() => note.prepare('note', ['id', 'note'])).toThrow('note needs a column note_private.');
  });
});
