import { z } from 'zod';
import { uuid } from './text.js';

/** What kind of thing an id names, by its schema: how GraphQL knows which global id a field takes. */
export const references = z.registry<{ readonly node: string }>();

/**
 * The id of a thing of this kind: its local id, a UUID, in the log and in a command; its global id in GraphQL, where the
 * engine translates between the two. Copies of the schema, as `describe` and `optional` make them, name the same kind.
 */
export function ref(node: string): z.ZodType<string> {
  return uuid.clone().register(references, { node });
}
