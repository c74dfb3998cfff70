import { dateOf, existing, idOf, one, table, view, type Key, type RecordedEvent } from '@maillage/kernel';
import type { MissionEvent } from '@maillage/missions';
import type { CommitmentEvent } from '../commitment/events.js';
import {
  amended,
  commitmentColumns,
  gaveCorrected,
  gaveRecorded,
  gaveRetracted,
  gaveVerified,
  made,
  reviewRevised,
  reviewSubmitted,
  withdrawn,
  type CommitmentFacts,
} from './commitment.view.js';
import { gained, voiceColumns, voicesMoved, type Voice } from './voice.view.js';

/**
 * What reputation rests on and no other view keeps: figures that would cost time proportional to the whole network if they
 * were counted when asked for, and what organisations were at earlier positions. Every row has its position and the UTC day
 * it was recorded on, so that any moment can be asked about. Reviews, terms and contributions are read where they are.
 */
export const reputationFacts = view({
  name: 'reputation_facts',
  version: 3,
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
      ContributionCorrected: one(ofStream, (row, event) => gaveCorrected(existing(row, event), event)),
      ContributionRetracted: one(ofStream, (row, event) => gaveRetracted(existing(row, event), event)),
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

function at(event: RecordedEvent) {
  return { position: event.position.toString(), day: dateOf(event.recordedAt) };
}

function voiceKey({ organisation_id, position }: Voice): Key {
  return [organisation_id, position];
}
