import type { Type } from '@nestjs/common';
import type { z } from 'zod';
import { names } from '@maillage/kernel';
import { DefinitionError, enumOf, objectOf, unwrap } from './types.js';

/** What @nestjs/graphql knows a closed list by, for fields that are written by hand. */
export function enumType<Value extends string>(schema: z.ZodType<Value>): Readonly<Record<Value, Value>> {
  const named = names.get(schema);
  if (named?.kind !== 'enumeration') throw new DefinitionError('enumType takes what enumeration() made.');
  return enumOf(named) as Readonly<Record<Value, Value>>;
}

/** The class behind the object type of a shape, for fields that are written by hand. */
export function shapeType<Value>(schema: z.ZodType<Value>): Type<Value> {
  const { inner } = unwrap(schema);
  const named = names.get(inner);
  if (named?.kind !== 'shape') throw new DefinitionError('shapeType takes what shape() named.');
  return objectOf(named, inner) as Type<Value>;
}
