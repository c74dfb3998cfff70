import {
  insert,
  jsonb,
  privateColumns,
  privateText,
  table,
  view,
  type Key,
  type RecordedEvent,
  type RowOf,
} from '@maillage/kernel';
import type { EvidenceItem } from '@maillage/evidence';
import type { AccreditationEvent } from './events.js';

type Accredited = RecordedEvent<Extract<AccreditationEvent, { type: 'EvaluatorAccredited' }>>;
type Ended = RecordedEvent<Extract<AccreditationEvent, { type: 'AccreditationEnded' }>>;

export const accreditations = view({
  name: 'accreditations',
  version: 2,
  tables: {
    accreditation: table({
      columns: {
        id: 'text',
        organisation_id: 'text',
        scope: 'text',
        since: 'date',
        until: 'date',
        evidence: jsonb<readonly EvidenceItem[]>(),
        accredited_by: 'text',
        accredited_on: 'date',
        position: 'bigint',
      },
      primaryKey: ['id'],
      indexes: [['organisation_id'], ['since']],
    }).on<AccreditationEvent>({
      EvaluatorAccredited: insert(
        (event: Accredited): Key => [event.data.accreditationId],
        ({ data, position }) => ({
          id: data.accreditationId,
          organisation_id: data.organisationId,
          scope: data.scope,
          since: data.from,
          until: data.until,
          evidence: data.evidence,
          accredited_by: data.by,
          accredited_on: data.on,
          position: position.toString(),
        }),
      ),
    }),

    /** Every ending of each: what was known at an earlier position stays known as of it. */
    accreditation_ending: table({
      columns: {
        accreditation_id: 'text',
        position: 'bigint',
        ...privateColumns('reason'),
        ended_on: 'date',
        void_from: 'date?',
      },
      primaryKey: ['accreditation_id', 'position'],
    }).on<AccreditationEvent>({
      AccreditationEnded: {
        inserts: true,
        keys: (event: Ended) => event.data.accreditationIds.map((id) => [id, event.position.toString()]),
        reduce: (_, event, [id]) => ({
          accreditation_id: String(id),
          position: event.position.toString(),
          ...privateText('reason', event, '/reason'),
          ended_on: event.data.on,
          void_from: event.data.voidFrom ?? null,
        }),
      },
    }),
  },
});

export type AccreditationRow = RowOf<typeof accreditations, 'accreditation'>;
export type EndingRow = RowOf<typeof accreditations, 'accreditation_ending'>;
