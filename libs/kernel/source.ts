import { z } from 'zod';
import type { Scope } from './actor.js';
import { shape } from './naming.js';
import { text } from './text.js';

const fields = {
  dataset: text(120).describe('The data set, by its name'),
  record: text(300).describe('Where in the data set'),
};

/** So that anyone can look it up there. */
export const source = shape('Source', 'Where an imported row comes from.', z.strictObject(fields));
export type Source = z.output<typeof source>;

/** The same as an event has it. Anybody may name a source; whether it says so, an import by the operator alone has read there. */
export const recordedSource = z.strictObject({
  ...fields,
  verified: z.literal(true).optional().describe('It was recorded by a key of the operator, as an import does'),
});
export type RecordedSource = z.output<typeof recordedSource>;

/** A source on its way into an event. @param scopes of the key by which it is named */
export function sourceToRecord({ dataset, record }: Source, scopes: readonly Scope[]): RecordedSource {
  return scopes.includes('operator') ? { dataset, record, verified: true } : { dataset, record };
}

/** The same where one is named. */
export function sourceGiven(named: Source | undefined, scopes: readonly Scope[]): { readonly source?: RecordedSource } {
  return named === undefined ? {} : { source: sourceToRecord(named, scopes) };
}

/** The same as it is shown. */
export const shownSource = shape(
  'Source',
  'Where an imported row comes from.',
  z.strictObject({
    ...fields,
    verified: z
      .boolean()
      .describe(
        'Whether an import by the operator recorded it; else that it is there is the word of whoever recorded it',
      ),
  }),
);

export function sourceShown(recorded: RecordedSource): z.output<typeof shownSource>;
export function sourceShown(recorded: RecordedSource | null): z.output<typeof shownSource> | null;
export function sourceShown(recorded: RecordedSource | null): z.output<typeof shownSource> | null {
  return recorded === null ? null : { ...recorded, verified: recorded.verified === true };
}
