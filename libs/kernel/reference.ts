import { z } from 'zod';
import { uuid } from './text.js';

interface Reference {
  readonly node: string;
  /** It lies within the aggregate that the command is addressed to. */
  readonly part?: true;
}

/** What kind of thing an id names, by its schema: how GraphQL knows which global id a field takes. */
export const references = z.registry<Reference>();

/**
 * The id of a thing of this kind: its local id, a UUID, in the log and in a command; its global id in GraphQL, where the
 * engine translates between the two. Copies of the schema, as `describe` and `optional` make them, name the same kind.
 */
export function ref(node: string): z.ZodType<string> {
  return uuid.clone().register(references, { node });
}

/**
 * The id of a thing that lies within the aggregate addressed, as a contribution lies within its commitment. Its global id
 * names both: in GraphQL it says which aggregate the command is addressed to.
 */
export function part(node: string): z.ZodType<string> {
  return uuid.clone().register(references, { node, part: true });
}
