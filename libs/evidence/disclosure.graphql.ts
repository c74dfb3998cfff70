import { z } from 'zod';
import { computed, DefinitionError, type Asked, type EdgeOf, type GraphqlContext } from '@maillage/engine';
import { enumeration, shape, uuid, type PrivateReference, type Row } from '@maillage/kernel';
import { keyOf, privateValues } from './disclosure.queries.js';

export const disclosure = enumeration(
  'Disclosure',
  'Why a text is shown, or is null. A mission may keep texts out of the public log; they are then shown to those that ' +
    'joined by invitation, to the parties to the commitment and to whoever recorded them, by their own key or token. Words ' +
    'about others are public, beside the log, until they are erased.',
  {
    PUBLIC: 'For anyone to read: in the log or, where it has a salt, beside its salted hash there.',
    PRIVATE: 'Not in the log, which holds its salted hash. You may see it; the public may not.',
    WITHHELD:
      'You may not see it: the text is null. The log holds its salted hash or, of a proposal that nobody accepted, the text itself.',
    ERASED: 'It was not in the log itself and exists no more: the text is null. See the query `erasures`.',
    MISSING:
      'It was not in the log itself and is gone, though the log does not say that it was erased: the text is null. Somebody ' +
      'deleted it behind the log’s back, or lost it; ask whoever runs the ledger.',
  },
);

export const disclosedText = shape(
  'DisclosedText',
  'A text that may be kept out of the public log.',
  z.strictObject({
    text: z.string().nullable().describe('Null where it is withheld or erased'),
    disclosure: disclosure.describe('Why the text is shown, or is not'),
    salt: z
      .string()
      .nullable()
      .describe('Of a public text beside the log: 32 bytes in hex, with which it gives the salted hash in the log'),
    eventId: uuid
      .nullable()
      .describe(
        'Of a text that is not in the log itself: the event that has its salted hash, as `eraseValue` takes it',
      ),
    path: z
      .string()
      .nullable()
      .describe('And where in that event’s data: a JSON Pointer (RFC 6901) such as /whatWorked'),
  }),
);
/** What a reader is shown of a text. */
export type DisclosedText = z.output<typeof disclosedText>;

/** A text as a view's two columns hold it; both null where none was given. */
interface HeldText {
  readonly plain: string | null;
  readonly reference: PrivateReference | null;
}

interface DisclosedOptions<Of extends Row> {
  readonly says: string;
  /** Of the plain text; beside it stands `<column>_private`, as `privateColumns` makes them. */
  readonly column: keyof NoInfer<Of> & string;
  /** Where a text need not be given: null where none was. */
  readonly nullable?: boolean;
  /** Whether whoever asks may see it, asked of texts that are not in the log; without it, public ones alone are shown. */
  readonly mayRead?: (asked: Asked<Of>) => Promise<boolean>;
  /** Whether whoever asks is shown none of it, wherever it stands; without it, nothing is kept back. */
  readonly withheld?: (asked: Asked<Of>) => Promise<boolean>;
}

/** A text that may be private, as a field of a thing's definition: shown, or why it is not. */
export function disclosed<Of extends Row>(options: DisclosedOptions<Of>): EdgeOf<Of> {
  const { says, column, nullable = false, mayRead = notToAll, withheld = notToAll } = options;
  const held = [column, `${column}_private`] as const;
  const edge = computed<Of>({
    says,
    type: disclosedText,
    nullable,
    resolve: async (asked) => {
      const [plain, reference] = held.map((each) => asked.row[each]);
      const text = { plain: plain as string | null, reference: reference as PrivateReference | null };
      const isGiven = text.plain !== null || text.reference !== null;
      if (isGiven && (await withheld(asked))) return WITHHELD;
      return disclose(asked.context, text, () => mayRead(asked));
    },
  });
  const columnsIn = (field: string, columns: readonly string[]) => {
    const missing = held.find((each) => !columns.includes(each));
    if (missing !== undefined) throw new DefinitionError(`${field} needs a column ${missing}.`);
    return held;
  };
  return {
    ...edge,
    prepare: (field, columns) => {
      columnsIn(field, columns);
      return edge.prepare(field, columns);
    },
    source: (field, columns) => ({ columns: columnsIn(field, columns) }),
  };
}

const WITHHELD: DisclosedText = { text: null, disclosure: 'WITHHELD', salt: null, eventId: null, path: null };

const notToAll = (): Promise<boolean> => Promise.resolve(false);

/** Resolves a salted hash, where the text is one, in a batch with all others of the same request; null where none was given. */
async function disclose(
  context: GraphqlContext,
  { plain, reference }: HeldText,
  mayRead: () => Promise<boolean>,
): Promise<DisclosedText | null> {
  const inTheLog = { salt: null, eventId: null, path: null };
  if (reference === null) return plain === null ? null : { text: plain, disclosure: 'PUBLIC', ...inTheLog };
  return textBehind(context, reference, await mayRead());
}

/** What a reader is shown of a text that the log holds as its salted hash. */
export async function textBehind(
  { loaders }: GraphqlContext,
  reference: PrivateReference,
  reveal: boolean,
): Promise<DisclosedText> {
  const stored = await loaders.load(privateValues, keyOf(reference), { reveal });
  const { eventId, path } = reference;
  if ('lost' in stored) return { text: null, disclosure: stored.lost, salt: null, eventId, path };
  const { value, salt = null } = stored;
  if (salt === null && !reveal) return { text: null, disclosure: 'WITHHELD', salt, eventId, path };
  return { text: String(value), disclosure: salt === null ? 'PRIVATE' : 'PUBLIC', salt, eventId, path };
}
