import { z } from 'zod';
import type { Database } from '@maillage/platform';

/**
 * What an input has in a schema's stead, where a client says it otherwise than the log holds it: files by their hash, for
 * one, whose size and type the server looks up.
 */
export interface StandIn {
  /** The input's fields by name. */
  readonly fields: Readonly<Record<string, z.ZodType>>;
  /**
   * What the command takes, from those fields' values; `undefined` leaves it out.
   * @throws {IdError} for what cannot be found.
   */
  value(given: Readonly<Record<string, unknown>>, database: Database): Promise<unknown>;
}

// The registry would rewrite the types of what it keeps, schemas among it.
const standIns = z.registry<object>();

/** Says what an input has in the stead of a schema, and of its copies. */
export function standFor(schema: z.ZodType, standIn: StandIn): void {
  standIns.add(schema, standIn);
}

export function standInOf(schema: z.core.$ZodType): StandIn | undefined {
  return standIns.get(schema) as StandIn | undefined;
}
