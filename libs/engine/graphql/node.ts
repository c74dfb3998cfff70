import { Field, ID, InterfaceType } from '@nestjs/graphql';

@InterfaceType({
  description: 'Whatever has a global id, by Relay’s convention.',
  resolveType: (value: object) => value.constructor,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and unique over all types.' })
  id!: string;
}

/** An id a client sent is of no type this place takes. */
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

export function readGlobalId(globalId: string): { type: string; id: string } | undefined {
  const match = /^([A-Z][A-Za-z]+):(.+)$/s.exec(Buffer.from(globalId, 'base64url').toString('utf8'));
  return match?.[1] === undefined || match[2] === undefined ? undefined : { type: match[1], id: match[2] };
}

const UUIDS = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/;

/**
 * The id within its type.
 * @throws {IdError} naming the field and the type it takes.
 */
export function localId(type: string, globalId: string, path: readonly (string | number)[]): string {
  const read = readGlobalId(globalId);
  if (read?.type !== type || !UUIDS.test(read.id)) {
    throw new IdError(
      `${path.join('.')}: "${globalId}" is not the id of a ${type}; take it from that ${type}'s field \`id\`.`,
      path,
    );
  }
  return read.id;
}
