import type { z } from 'zod';
import { references } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import { IdError, localId, localIdWithin } from '../node.js';
import { standInOf } from './stand-ins.js';
import { shapeOf, unwrap } from './types.js';

type Path = readonly (string | number)[];
type Values = Readonly<Record<string, unknown>>;

/**
 * From a GraphQL input to the data of a schema's fields: global ids become local ones, stand-ins what they stand for, and
 * null is left out, except where a schema is `nullish`: there null clears what stands, which is not the same as saying
 * nothing. Fields that the input does not have are left out.
 * @param database to look up what stand-ins stand for; arguments have none.
 * @throws {IdError} naming the place in the input, for an id of another kind, and for a list longer than its schema takes.
 */
export async function translateFields(
  fields: Readonly<Record<string, z.ZodType>>,
  given: Values,
  path: Path,
  database?: Database,
): Promise<Record<string, unknown>> {
  const data: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const value = await fieldValue(name, schema, given, path, database);
    if (value !== undefined) data[name] = value;
  }
  return data;
}

async function fieldValue(
  name: string,
  schema: z.ZodType,
  given: Values,
  path: Path,
  database: Database | undefined,
): Promise<unknown> {
  const { inner, nullable } = unwrap(schema);
  const standIn = standInOf(inner);
  if (standIn !== undefined && database !== undefined) {
    return standIn.value(await translateFields(standIn.fields, given, path), database);
  }
  const value = given[name];
  if (value === undefined) return undefined;
  if (value === null) return nullable ? null : undefined;
  return translated(inner, value, [...path, name], database);
}

async function translated(
  schema: z.core.$ZodTypes,
  given: unknown,
  path: Path,
  database: Database | undefined,
): Promise<unknown> {
  const reference = references.get(schema);
  if (reference !== undefined) {
    const { node, part } = reference;
    return part === true ? localIdWithin(node, given as string, path).id : localId(node, given as string, path);
  }
  const { def } = schema._zod;
  if (def.type === 'array') {
    refuseLonger(def, given as readonly unknown[], path);
    const { inner } = unwrap(def.element);
    const items: unknown[] = [];
    for (const [index, item] of (given as readonly unknown[]).entries()) {
      items.push(await translated(inner, item, [...path, index], database));
    }
    return items;
  }
  if (def.type === 'object') return translateFields(shapeOf(schema, path.join('.')), given as Values, path, database);
  return given;
}

/** What a list of too many holds is not even looked at. @throws {IdError} */
function refuseLonger({ checks }: z.core.$ZodArrayDef, { length }: readonly unknown[], path: Path): void {
  for (const { _zod: check } of checks ?? []) {
    const { maximum: most = Infinity } = check.def as { readonly maximum?: number };
    if (length <= most) continue;
    throw new IdError(`${path.join('.')}: holds ${length} values; at most ${most} are accepted.`, path);
  }
}
