import { registerEnumType } from '@nestjs/graphql';
import type { GraphqlContext } from '@maillage/engine';
import type { PrivateReference } from '@maillage/kernel';
import { keyOf, privateValues } from './disclosure.queries.js';

export const DISCLOSURES = ['PUBLIC', 'PRIVATE', 'WITHHELD', 'ERASED'] as const;
/** Why a text is shown, or is not. */
export type Disclosure = (typeof DISCLOSURES)[number];

export const DisclosureEnum = Object.fromEntries(DISCLOSURES.map((disclosure) => [disclosure, disclosure]));
registerEnumType(DisclosureEnum, {
  name: 'Disclosure',
  description:
    'Why a text is shown, or is null. A mission may keep texts out of the public log; they are then shown to members of ' +
    'the mission, to the parties to the commitment and to whoever recorded them, by their own key or token.',
  valuesMap: {
    PUBLIC: { description: 'In the log, for anyone to read.' },
    PRIVATE: { description: 'Not in the log, which holds its salted hash. You may see it; the public may not.' },
    WITHHELD: { description: 'Not in the log, which holds its salted hash. You may not see it: the text is null.' },
    ERASED: { description: 'It was not in the log and exists no more: the text is null. See the query `erasures`.' },
  },
});

/** A text as a view's two columns hold it; both null where none was given. */
export interface HeldText {
  readonly plain: string | null;
  readonly reference: PrivateReference | null;
}

/** What a reader is shown of a text. */
export interface DisclosedText {
  readonly text: string | null;
  /** Null where there is no text to show or to withhold. */
  readonly disclosure: Disclosure | null;
}

/**
 * Resolves a salted hash, where the text is one, in a batch with all others of the same request.
 * @param mayRead asked for private texts only.
 */
export async function disclose(
  { loaders }: GraphqlContext,
  { plain, reference }: HeldText,
  mayRead: () => Promise<boolean>,
): Promise<DisclosedText> {
  if (reference === null) return { text: plain, disclosure: plain === null ? null : 'PUBLIC' };
  const reveal = await mayRead();
  const stored = await loaders.load(privateValues, keyOf(reference), { reveal });
  if (stored === undefined) return { text: null, disclosure: 'ERASED' };
  return reveal ? { text: String(stored.value), disclosure: 'PRIVATE' } : { text: null, disclosure: 'WITHHELD' };
}
