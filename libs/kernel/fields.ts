import type { z } from 'zod';
import { pointerTo, valueAt, type Pointer } from './pointer.js';

/** The keys that lead to a field of a schema, `*` standing for each element of a list. */
export type FieldKeys = readonly string[];

/** A field of a schema, and what was recognised there. */
export interface Found<Mark> {
  readonly keys: FieldKeys;
  readonly mark: Mark;
}

/**
 * The fields that are recognised, however deep in objects, lists and choices. What is recognised is not looked into further.
 * @param recognise what a schema is, for whoever asks; `undefined` for nothing of interest. Compare the parts of a
 *   definition by identity: copies of a schema, as `describe` makes them, share those.
 */
export function fieldsOf<Mark>(
  schema: z.core.$ZodType,
  recognise: (schema: z.core.$ZodTypes) => Mark | undefined,
  keys: FieldKeys = [],
): readonly Found<Mark>[] {
  const known = schema as z.core.$ZodTypes;
  const mark = recognise(known);
  if (mark !== undefined) return [{ keys, mark }];
  const { def } = known._zod;
  if (def.type === 'object') {
    return Object.entries(def.shape).flatMap(([key, field]) => fieldsOf(field, recognise, [...keys, key]));
  }
  if (def.type === 'array') return fieldsOf(def.element, recognise, [...keys, '*']);
  if (def.type === 'union') return def.options.flatMap((option) => fieldsOf(option, recognise, keys));
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default') {
    return fieldsOf(def.innerType, recognise, keys);
  }
  return [];
}

/** The names of the fields that all data of a schema may have; of a choice, those that each of its options has. */
export function fieldNamesOf(schema: z.core.$ZodType): readonly string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'object') return Object.keys(def.shape);
  if (def.type !== 'union') return [];
  const [first = [], ...others] = def.options.map(fieldNamesOf);
  return first.filter((name) => others.every((names) => names.includes(name)));
}

/** Where a field lies in some data, and what lies there: `undefined` where nothing does. */
export interface Place {
  readonly keys: readonly (string | number)[];
  readonly path: Pointer;
  readonly value: unknown;
}

/** Where a field lies in this very data: once, or once per element of the lists on the way. */
export function placesOf(field: FieldKeys, data: unknown): readonly Place[] {
  let places: readonly Place['keys'][] = [[]];
  for (const key of field) {
    places = places.flatMap((place) => {
      if (key !== '*') return [[...place, key]];
      const list = valueAt(data, pointerTo(place));
      return Array.isArray(list) ? list.map((_, index) => [...place, index]) : [];
    });
  }
  return places.map((keys) => ({ keys, path: pointerTo(keys), value: valueAt(data, pointerTo(keys)) }));
}
