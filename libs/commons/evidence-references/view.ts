import {
  isSaltedHash,
  placesOf,
  table,
  valueAt,
  view,
  type DomainEvent,
  type EventTypes,
  type FieldKeys,
  type Reducer,
  type RowOfColumns,
} from '@maillage/kernel';
import { evidenceFieldsOf } from '@maillage/evidence';

const referenceColumns = { sha256: 'text', position: 'bigint', stream: 'text' } as const;

/** Which events refer to which file of evidence: what none refers to may be swept. */
export function evidenceReferencesOf(types: EventTypes) {
  return view({
    name: 'evidence_references',
    version: 1,
    tables: {
      evidence_reference: table({
        columns: referenceColumns,
        primaryKey: ['sha256', 'position'],
      }).on(
        Object.fromEntries(
          Object.entries(types)
            .map(([name, { data }]) => [name, evidenceFieldsOf(data)] as const)
            .filter(([, fields]) => fields.length > 0)
            .map(([name, fields]) => [name, referring(fields)]),
        ),
      ),
    },
  });
}

function referring(fields: readonly FieldKeys[]): Reducer<DomainEvent, RowOfColumns<typeof referenceColumns>> {
  return {
    inserts: true,
    keys: ({ data, position }) =>
      [...new Set(fields.flatMap((field) => hashesAt(field, data)))].map((sha256) => [sha256, position.toString()]),
    reduce: (_, event, [sha256]) => ({
      sha256: String(sha256),
      position: event.position.toString(),
      stream: event.stream,
    }),
  };
}

/** A link names no file, nor does a value that the log holds hashed. */
function hashesAt(field: FieldKeys, data: unknown): readonly string[] {
  return placesOf(field, data).flatMap(({ value }) => {
    const sha256 = valueAt(value, '/sha256');
    return typeof sha256 === 'string' && !isSaltedHash(value) ? [sha256] : [];
  });
}
