import { Field, ID, InterfaceType } from '@nestjs/graphql';
import { shortened } from '@maillage/kernel';

@InterfaceType({
  description: 'Whatever has a global id, by Relay’s convention.',
  resolveType: (value: object) => value.constructor,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and unique over all types.' })
  id!: string;
}

/** An id a client sent is of no type this place takes, or another value does not fit its schema. */
export class IdError extends Error {
  override readonly name = 'IdError';

  constructor(
    message: string,
    readonly path: readonly (string | number)[],
  ) {
    super(message);
  }
}

export function toGlobalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`, 'utf8').toString('base64url');
}

/** Of two UUIDs and the longest name of a type, in base64, with as much again to spare. */
const LONGEST_ID = 300;

export function readGlobalId(globalId: string): { type: string; id: string } | undefined {
  if (globalId.length > LONGEST_ID) return undefined;
  const match = /^([A-Z][A-Za-z]+):([0-9a-f/-]+)$/.exec(Buffer.from(globalId, 'base64url').toString('utf8'));
  return match?.[1] === undefined || match[2] === undefined ? undefined : { type: match[1], id: match[2] };
}

/** An id within its type. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Path = readonly (string | number)[];

/**
 * The id within its type.
 * @throws {IdError} naming the field and the type it takes.
 */
export function localId(type: string, globalId: string, path: Path): string {
  const read = readGlobalId(globalId);
  if (read?.type === type && UUID.test(read.id)) return read.id;
  throw notAnId(type, globalId, path);
}

/** Of what is named within something else, `<owner>/<id>`. @throws {IdError} */
export function localIdWithin(
  type: string,
  globalId: string,
  path: Path,
): { readonly owner: string; readonly id: string } {
  const read = readGlobalId(globalId);
  const [owner, id, ...rest] = read?.id.split('/') ?? [];
  if (read?.type === type && UUID.test(owner ?? '') && UUID.test(id ?? '') && rest.length === 0) {
    return { owner: owner ?? '', id: id ?? '' };
  }
  throw notAnId(type, globalId, path);
}

function notAnId(type: string, globalId: string, path: Path): IdError {
  return new IdError(
    `${path.join('.')}: "${shortened(globalId)}" is not an id of type ${type}; take it from the field \`id\` of type ${type}.`,
    path,
  );
}
