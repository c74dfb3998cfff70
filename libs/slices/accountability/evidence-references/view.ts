import { table, view, type RecordedEvent, type Reducer } from '@maillage/kernel';
import { type EvidenceItem, filesOf } from '@maillage/evidence';
import { type IndicatorEvent } from '@maillage/missions';
import type { CommitmentEvent } from '../commitment/events.js';

type Event = CommitmentEvent | IndicatorEvent;
type WithEvidence = Extract<Event, { readonly data: { readonly evidence: readonly EvidenceItem[] } }>;

const referring: Reducer<
  WithEvidence,
  { readonly sha256: string; readonly position: string; readonly stream: string }
> = {
  inserts: true,
  keys: (event) => [...new Set(hashesIn(event))].map((sha256) => [sha256, event.position.toString()]),
  reduce: (_, event, [sha256 = '']) => ({
    sha256: String(sha256),
    position: event.position.toString(),
    stream: event.stream,
  }),
};

/** Which events refer to which file of evidence: what none refers to may be swept. */
export const evidenceReferences = view({
  name: 'evidence_references',
  version: 1,
  tables: {
    evidence_reference: table({
      columns: { sha256: 'text', position: 'bigint', stream: 'text' },
      primaryKey: ['sha256', 'position'],
    }).on<Event>({
      ContributionRecorded: referring,
      ContributionDeclared: referring,
      ContributionCorroborated: referring,
      ContributionVerified: referring,
      MeasurementRecorded: referring,
      MeasurementCorrected: referring,
    }),
  },
});

function hashesIn({ data }: RecordedEvent<WithEvidence>): readonly string[] {
  return filesOf(data.evidence).map(({ sha256 }) => sha256);
}
