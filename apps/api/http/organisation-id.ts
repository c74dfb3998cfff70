import { readGlobalId } from '@maillage/engine';
import { uuid } from '@maillage/kernel';

/** The id within its type; `undefined` for what is no such id in GraphQL. */
export function idIn(type: 'Mission' | 'Organisation', globalId: string): string | undefined {
  const read = readGlobalId(globalId);
  return read?.type === type ? uuid.safeParse(read.id).data : undefined;
}

export function organisationIdIn(globalId: string): string | undefined {
  return idIn('Organisation', globalId);
}
