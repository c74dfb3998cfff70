import { fieldNamesOf, type EventTypes } from '@maillage/kernel';
import { RegistryError } from './registry-error.js';

/**
 * What types cannot see where facets are written, and would otherwise show as rows that never come.
 * @throws {RegistryError} where a facet names a field that the event's data has not.
 */
export function checkFacets(types: EventTypes): void {
  for (const [name, { data, facets }] of Object.entries(types)) {
    needField(`${name}: \`mission\``, facets.mission?.field, fieldNamesOf(data));
  }
}

function needField(where: string, field: string | undefined, fields: readonly string[]): void {
  if (field === undefined || fields.includes(field)) return;
  throw new RegistryError(`${where} names ${field}, which is no field of its data; those are ${fields.join(', ')}.`);
}
