import {
  table,
  view,
  type DomainEvent,
  type EventType,
  type EventTypes,
  type Reducer,
  type RowOfColumns,
} from '@maillage/kernel';

/** What the view is called, for whoever asks where it stands. */
export const TIMELINE = { name: 'timeline' } as const;

const entryColumns = {
  mission_id: 'text',
  position: 'bigint',
  type: 'text',
  stream: 'text',
  actor_id: 'text',
  recorded_at: 'timestamptz',
} as const;
type EntryReducer = Reducer<DomainEvent, RowOfColumns<typeof entryColumns>>;

/**
 * What happened in a mission, in the log's order: no content, only where in the log to read it. It lists the events that
 * name a mission, whichever slice they are of.
 */
export function timelineOf(types: EventTypes) {
  return view({
    ...TIMELINE,
    version: 2,
    tables: {
      mission_timeline: table({
        columns: entryColumns,
        // Also the index that a page of one mission's timeline is read by.
        primaryKey: ['mission_id', 'position'],
      }).on(Object.fromEntries(Object.entries(types).flatMap(([name, type]) => entries(name, type)))),
    },
  });
}

function entries(name: string, { facets: { mission, timeline } }: EventType): readonly [string, EntryReducer][] {
  if (mission === undefined || !timeline) return [];
  const reducer: EntryReducer = {
    inserts: true,
    keys: (event) => {
      const missionId = mission.of(event.data, event);
      return missionId === undefined ? [] : [[missionId, event.position.toString()]];
    },
    reduce: (_, event, [missionId]) => ({
      mission_id: String(missionId),
      position: event.position.toString(),
      type: event.type,
      stream: event.stream,
      actor_id: event.actor.organisation,
      recorded_at: event.recordedAt,
    }),
  };
  return [[name, reducer]];
}
