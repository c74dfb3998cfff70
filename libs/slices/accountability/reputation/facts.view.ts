import { dateOf, existing, idOf, insert, one, table, view, type Key, type RecordedEvent } from '@maillage/kernel';
import type { OrganisationEvent } from '@maillage/directory';
import type { MissionEvent } from '@maillage/missions';
import type { CommitmentEvent } from '../commitment/events.js';
import {
  amended,
  commitmentColumns,
  gaveRecorded,
  gaveVerified,
  made,
  reviewRevised,
  reviewSubmitted,
  withdrawn,
  type CommitmentFacts,
} from './commitment.view.js';
import { gained, voiceColumns, voicesMoved, type Voice } from './voice.view.js';

type Grouping = Extract<OrganisationEvent, { readonly data: { readonly controlGroupId: string } }>;

/**
 * What reputation rests on and no other view keeps: figures that would cost time proportional to the whole network if they
 * were counted when asked for, and what organisations were at earlier positions. Every row has its position and the UTC day
 * it was recorded on, so that any moment can be asked about. Reviews, terms and contributions are read where they are.
 */
export const reputationFacts = view({
  name: 'reputation_facts',
  version: 1,
  tables: {
    /** A commitment and what its reviewers said, as far as their calibration minds it; see `reputation.commitment.view`. */
    reputation_commitment: table({
      columns: commitmentColumns,
      primaryKey: ['id'],
    }).on<CommitmentEvent>({
      CommitmentMade: one(ofStream, (_, event) => made(event)),
      CommitmentAmended: one(ofStream, (row, event) => amended(existing(row, event), event)),
      CommitmentWithdrawn: one(ofStream, (row, event) => withdrawn(existing(row, event), event)),
      ContributionRecorded: one(ofStream, (row, event) => gaveRecorded(existing(row, event), event)),
      ContributionVerified: one(ofStream, (row, event) => gaveVerified(existing(row, event), event)),
      ReviewSubmitted: one(ofStream, (row, event) => reviewSubmitted(existing(row, event), event)),
      ReviewRevised: one(ofStream, (row, event) => reviewRevised(existing(row, event), event)),
    }),

    /** The voice of each organisation now. */
    reputation_voice: table({
      columns: voiceColumns,
      primaryKey: ['organisation_id'],
    }).following<CommitmentEvent, CommitmentFacts>('reputation_commitment', {
      keys: ({ before, after }) => voicesMoved(before, after).map((id) => [id]),
      reduce: (row, { before, after, event }, [organisationId]) =>
        gained(row, String(organisationId), before, after, event),
    }),

    /** The voice of each organisation at every position where it changed. */
    reputation_voice_history: table({
      columns: voiceColumns,
      primaryKey: ['organisation_id', 'position'],
      indexes: [['organisation_id', 'day', 'position']],
    }).following<CommitmentEvent, Voice>('reputation_voice', {
      inserts: true,
      // Named by the organisation and the position that its voice has by then.
      keys: ({ after }) => (after === undefined ? [] : [voiceKey(after)]),
      reduce: (_, { after }) => after,
    }),

    /** Every control group an organisation ever belonged to. */
    reputation_group: table({
      columns: { organisation_id: 'text', position: 'bigint', day: 'date', control_group_id: 'text' },
      primaryKey: ['organisation_id', 'position'],
    }).on<OrganisationEvent>({
      OrganisationRegistered: insert(atPosition, group),
      OrganisationGrouped: insert(atPosition, group),
      OrganisationUngrouped: insert(atPosition, group),
    }),

    /** When an organisation first joined each mission it takes or took part in. */
    reputation_mission: table({
      columns: { organisation_id: 'text', mission_id: 'text', position: 'bigint', day: 'date' },
      primaryKey: ['organisation_id', 'mission_id'],
      indexes: [['organisation_id', 'position']],
    }).on<MissionEvent>({
      MissionJoined: one(
        (event) => [event.data.organisationId, idOf(event.stream)],
        (row, event) =>
          row ?? { organisation_id: event.data.organisationId, mission_id: idOf(event.stream), ...at(event) },
      ),
    }),
  },
});

function ofStream(event: RecordedEvent): Key {
  return [idOf(event.stream)];
}

function atPosition(event: RecordedEvent): Key {
  return [idOf(event.stream), event.position.toString()];
}

function at(event: RecordedEvent) {
  return { position: event.position.toString(), day: dateOf(event.recordedAt) };
}

function voiceKey({ organisation_id, position }: Voice): Key {
  return [organisation_id, position];
}

function group(event: RecordedEvent<Grouping>) {
  return { organisation_id: idOf(event.stream), ...at(event), control_group_id: event.data.controlGroupId };
}
