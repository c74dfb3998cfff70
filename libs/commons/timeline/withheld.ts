import type { GraphqlContext, Slice } from '@maillage/engine';
import { idOf, ownerOf, upcast, type EventTypes, type Pointer } from '@maillage/kernel';

/** An event as a timeline has it, its data under the schema of its day. */
interface Entry {
  readonly type: string;
  readonly stream: string;
  readonly recordedAt: string;
  readonly schema: number;
  readonly data: unknown;
  readonly actorId: string;
}

/** Where in an event's data stand words that are not shown to whoever asks. */
export type WithheldFrom = (entry: Entry, context: GraphqlContext) => Promise<readonly Pointer[]>;

/** What the events of these slices withhold, and from whom. */
export function withheldBy(slices: readonly Slice[]): WithheldFrom {
  const types: EventTypes = Object.fromEntries(
    slices.flatMap(({ deciders }) => deciders.flatMap(({ events }) => Object.entries(events))),
  );
  const readers = new Map(slices.flatMap(({ readers: named = {} }) => Object.entries(named)));
  return async (entry, context) => {
    const words = wordsWithheld(types, entry);
    if (words.length === 0) return [];
    const mayRead = readers.get(ownerOf(entry.stream));
    return (await mayRead?.(context, idOf(entry.stream))) === true ? [] : words;
  };
}

function wordsWithheld(types: EventTypes, entry: Entry): readonly Pointer[] {
  const type = types[entry.type];
  if (type?.facets.withholds === undefined) return [];
  const { words, where } = type.facets.withholds;
  if (where === undefined) return words;
  const { stream, recordedAt, actorId } = entry;
  const recorded = { stream, recordedAt, actor: { organisation: actorId } };
  return where(upcast(entry.type, type, entry.schema, entry.data, recorded)) ? words : [];
}
