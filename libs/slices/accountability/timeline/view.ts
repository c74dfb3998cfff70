import {
  idOf,
  table,
  view,
  type DomainEvent,
  type EventTypes,
  type RecordedEvent,
  type Reducer,
  type RowOfColumns,
} from '@maillage/kernel';
import { indicatorEvents, missionEvents, type IndicatorEvent } from '@maillage/missions';
import { commitmentEvents, type CommitmentEvent } from '../commitment/events.js';

// That somebody cannot judge is no news for the mission: it says nothing of the work, and names who would not speak of it.
const { ReviewDeclined: _, ...toldOfCommitments } = commitmentEvents;

const entryColumns = {
  mission_id: 'text',
  position: 'bigint',
  type: 'text',
  stream: 'text',
  actor_id: 'text',
  recorded_at: 'timestamptz',
} as const;
type EntryRow = RowOfColumns<typeof entryColumns>;

/** What happened in a mission, in the log's order: no content, only where in the log to read it. */
export const timeline = view({
  name: 'timeline',
  version: 2,
  tables: {
    mission_timeline: table({
      columns: entryColumns,
      // Also the index that a page of one mission's timeline is read by.
      primaryKey: ['mission_id', 'position'],
    }).on({
      ...each(missionEvents, (event) => idOf(event.stream)),
      ...each(indicatorEvents, missionNamed),
      ...each(toldOfCommitments, missionNamed),
    }),
  },
});

function each(
  types: EventTypes,
  missionOf: (event: RecordedEvent) => string,
): Readonly<Record<string, Reducer<DomainEvent, EntryRow>>> {
  const reducer: Reducer<DomainEvent, EntryRow> = {
    inserts: true,
    keys: (event) => [[missionOf(event), event.position.toString()]],
    reduce: (_, event) => entry(event, missionOf(event)),
  };
  return Object.fromEntries(Object.keys(types).map((type) => [type, reducer]));
}

function missionNamed(event: RecordedEvent): string {
  return (event as RecordedEvent<IndicatorEvent | CommitmentEvent>).data.missionId;
}

function entry(event: RecordedEvent, missionId: string): EntryRow {
  return {
    mission_id: missionId,
    position: event.position.toString(),
    type: event.type,
    stream: event.stream,
    actor_id: event.actor.organisation,
    recorded_at: event.recordedAt,
  };
}
