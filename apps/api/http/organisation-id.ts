import { readGlobalId } from '@maillage/engine';
import { uuid } from '@maillage/kernel';

/** The id of an organisation within its type; `undefined` for what is no such id in GraphQL. */
export function organisationIdIn(globalId: string): string | undefined {
  const read = readGlobalId(globalId);
  return read?.type === 'Organisation' ? uuid.safeParse(read.id).data : undefined;
}
