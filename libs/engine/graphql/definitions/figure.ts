import type { Type } from '@nestjs/common';
import type { z } from 'zod';
import type { GraphqlPart } from '../part.js';
import { shapeType } from './by-hand.js';
import type { EdgeOf } from './edges.js';
import { edgesResolver } from './node.js';

/** The class behind a figure's object type, and the resolver of the fields beside its shape. */
export interface FigureType<Of extends object> extends GraphqlPart, Type<Of> {}

/**
 * A figure that leads on: the object type of a shape, with more fields. Its values are plain objects that have what the shape
 * shows, and hold what those fields need beside it; for edges, `by` says where.
 */
export function figure<Of extends object>(
  shown: z.ZodType,
  edges: Readonly<Record<string, EdgeOf<NoInfer<Of>>>>,
): FigureType<Of> {
  const type = shapeType(shown) as Type<Of>;
  const resolver = edgesResolver(`${type.name}Edges`, type, [], edges, (value) => ({ row: value as Of, key: '' }));
  const sources = Object.entries(edges).map(([name, edge]) => [name, edge.source(name, [])] as const);
  return Object.assign(type, {
    resolvers: [resolver],
    extends: { name: type.name, fields: Object.fromEntries(sources) },
  });
}
