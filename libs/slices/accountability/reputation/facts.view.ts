import {
  dateOf,
  existing,
  idOf,
  insert,
  one,
  table,
  view,
  type Key,
  type RecordedEvent,
  type Row,
} from '@maillage/kernel';
import type { OrganisationEvent } from '@maillage/directory';
import type { MissionEvent } from '@maillage/missions';
import type { CommitmentEvent } from '../commitment/events.js';
import {
  amended,
  gaveRecorded,
  gaveVerified,
  made,
  reviewRevised,
  reviewSubmitted,
  withdrawn,
} from './commitment.view.js';
import { gained, voicesMoved, type CommitmentStanding } from './voice.view.js';

type Grouping = Exclude<OrganisationEvent, { type: 'OrganisationRevised' }>;

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
    reputation_commitment: table<CommitmentEvent>({
      columns: {
        id: 'text',
        amount: 'numeric?',
        unit: 'text?',
        withdrawn_position: 'bigint?',
        withdrawn_on: 'date?',
        /** Not verified yet, by id. */
        contributions: 'jsonb',
        /** Verified contributions by contributor: how many. */
        verified_count: 'jsonb',
        /** The same by unit: how much. */
        verified_amount: 'jsonb',
        /** By id: the reviewer, and its results score as it stood. */
        reviews: 'jsonb',
        /** Once a contribution is verified: `reviews` holds what was said before that day, and no more is added. */
        verified: 'boolean',
      },
      primaryKey: ['id'],
      on: {
        CommitmentMade: one(ofStream, (_, event) => made(event)),
        CommitmentAmended: one(ofStream, (row, event) => amended(existing(row, event), event)),
        CommitmentWithdrawn: one(ofStream, (row, event) => withdrawn(existing(row, event), event)),
        ContributionRecorded: one(ofStream, (row, event) => gaveRecorded(existing(row, event), event)),
        ContributionVerified: one(ofStream, (row, event) => gaveVerified(existing(row, event), event)),
        ReviewSubmitted: one(ofStream, (row, event) => reviewSubmitted(existing(row, event), event)),
        ReviewRevised: one(ofStream, (row, event) => reviewRevised(existing(row, event), event)),
      },
    }),

    /** The voice of each organisation now. */
    reputation_voice: table<CommitmentEvent>({
      columns: {
        organisation_id: 'text',
        position: 'bigint',
        /** The latest on which anything before was recorded as well: days never fall as positions rise. */
        day: 'date',
        /** Contributions of its own that were verified, in all missions. */
        verified: 'integer',
        /** Its reviews of commitments that were verified later, and the sum of 1−|x−y| over them. */
        calibration_count: 'integer',
        calibration_sum: 'numeric',
      },
      primaryKey: ['organisation_id'],
      follows: {
        table: 'reputation_commitment',
        keys: ({ before, after }) => voicesMoved(standing(before), standing(after)).map((id) => [id]),
        reduce: (row, { before, after, event }, [organisationId]) =>
          gained(row, String(organisationId), standing(before), standing(after), event),
      },
    }),

    /** The voice of each organisation at every position where it changed. */
    reputation_voice_history: table<CommitmentEvent>({
      columns: {
        organisation_id: 'text',
        position: 'bigint',
        day: 'date',
        verified: 'integer',
        calibration_count: 'integer',
        calibration_sum: 'numeric',
      },
      primaryKey: ['organisation_id', 'position'],
      indexes: [['organisation_id', 'day', 'position']],
      follows: {
        table: 'reputation_voice',
        inserts: true,
        // Named by the organisation and the position that its voice has by then.
        keys: ({ after }) => (after === undefined ? [] : [voiceKey(after)]),
        reduce: (_, { after }) => after,
      },
    }),

    /** Every control group an organisation ever belonged to. */
    reputation_group: table<OrganisationEvent>({
      columns: { organisation_id: 'text', position: 'bigint', day: 'date', control_group_id: 'text' },
      primaryKey: ['organisation_id', 'position'],
      on: {
        OrganisationRegistered: insert(atPosition, group),
        OrganisationGrouped: insert(atPosition, group),
        OrganisationUngrouped: insert(atPosition, group),
      },
    }),

    /** When an organisation first joined each mission it takes or took part in. */
    reputation_mission: table<MissionEvent>({
      columns: { organisation_id: 'text', mission_id: 'text', position: 'bigint', day: 'date' },
      primaryKey: ['organisation_id', 'mission_id'],
      indexes: [['organisation_id', 'position']],
      on: {
        MissionJoined: one(
          (event) => [event.data.organisationId, idOf(event.stream)],
          (row, event) =>
            row ?? { organisation_id: event.data.organisationId, mission_id: idOf(event.stream), ...at(event) },
        ),
      },
    }),
  },
});

function ofStream(event: RecordedEvent): Key {
  return [idOf(event.stream)];
}

function atPosition(event: RecordedEvent): Key {
  return [idOf(event.stream), event.position.toString()];
}

function at(event: RecordedEvent): Row {
  return { position: event.position.toString(), day: dateOf(event.recordedAt) };
}

function voiceKey(row: Row): Key {
  return [row['organisation_id'] as string, row['position'] as string];
}

function group(event: RecordedEvent<Grouping>): Row {
  return { organisation_id: idOf(event.stream), ...at(event), control_group_id: event.data.controlGroupId };
}

function standing(row: Row | undefined): CommitmentStanding | undefined {
  return row as CommitmentStanding | undefined;
}
