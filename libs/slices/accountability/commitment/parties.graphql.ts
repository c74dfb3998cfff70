import { one, rowType, type Asked, type GraphqlContext } from '@maillage/engine';
import { plusDays, today } from '@maillage/kernel';
import { Organisation } from '@maillage/directory';
import { disclosed, evidenceLink, linksOf } from '@maillage/evidence';
import { filesShown } from '../private.graphql.js';
import { amendmentsOfCommitment } from './changes.queries.js';
import { AMENDMENT_DAYS } from './events.js';
import { commitmentById, type CommitmentRow, type NoteRow } from './queries.js';
import { commitments } from './view.js';

// Who a promise names, how they answered, and what they told of it since.

const { commitment_party, commitment_note } = commitments.tables;

export const CommitmentParty = rowType('CommitmentParty', commitment_party, {
  says: 'An organisation that a promise names, and how it answered.',
  fields: {
    part: 'On which side it stands.',
    state: 'How it answered.',
    acceptedVersion: 'Which version of the terms it accepted last; null where it accepted none.',
    acceptedVersionOn: 'When it accepted that version; null where it accepted none.',
    acceptedOn: 'When it first accepted; null where it has not.',
    boundOn: {
      says: 'Of a promisor: since when it is bound; null where it has not accepted, or did once the promise was due.',
      column: 'bound_on',
    },
    releasedOn: 'When it left, or ceased to exist; null where it has not.',
    answerUntil:
      'Of one that was asked to take another’s place: the last day on which it may. Null for any other, and where older entries say none.',
    dissolved: 'Whether it was let go because it exists no more.',
  },
  edges: {
    organisation: one(Organisation, { says: 'Which one.' }),
    inPlaceOf: one(Organisation, {
      says: 'Of one that was asked to take the place of another, which exists no more: of which. Null for any other.',
    }),
    reason: disclosed({
      says: 'Why it declined or left; null where it did not say.',
      column: 'reason',
      nullable: true,
    }),
  },
});

export const ProgressNote = rowType('ProgressNote', commitment_note, {
  says: 'How a promise was going, by a promisor’s own word. It delivers nothing, and counts for nothing.',
  fields: {
    notedOn: 'When it was told.',
    recordedAt: 'When it was recorded.',
    evidenceLinks: {
      says: 'What it gave to show it.',
      type: [evidenceLink],
      of: ({ evidence_links }) => linksOf(evidence_links),
    },
  },
  edges: {
    organisation: one(Organisation, { says: 'Who told it.' }),
    text: disclosed({ says: 'How it is going.', column: 'text' }),
    evidenceFiles: filesShown({
      says: 'What it gave to show it, as files.',
      by: ({ row }: Asked<NoteRow>) => row.organisation_id,
    }),
  },
});

/**
 * Whether the text of a promise is shown to whoever asks: to all, once somebody that was asked accepted; to parties always; and to
 * whoever is asked to accept a change of it, for nobody accepts what they cannot read.
 */
export async function readsText({ principal, loaders, clock }: GraphqlContext, row: CommitmentRow): Promise<boolean> {
  if (!row.hidden) return true;
  if (principal?.scopes.includes('read') !== true) return false;
  const asking = principal.organisation;
  if (row.made_by === asking || row.parties[asking] !== undefined) return true;
  const latest = (await loaders.load(amendmentsOfCommitment, row.id, null)).at(-1);
  if (latest?.ended !== null || today(clock) > plusDays(latest.proposed_on, AMENDMENT_DAYS)) return false;
  return latest.must_accept.includes(asking);
}

/** The same of a promise by its id. Of one that the views have not heard of yet, nothing is shown. */
export async function readsTextOf(context: GraphqlContext, commitmentId: string): Promise<boolean> {
  const commitment = await context.loaders.load(commitmentById, commitmentId, null);
  return commitment !== undefined && readsText(context, commitment);
}
