import { each, mutations, node, one, rowType, under, type Asked } from '@maillage/engine';
import { period, quantity } from '@maillage/kernel';
import { Organisation } from '@maillage/directory';
import { EvidenceFileObject, evidenceLink, linksOf, type EvidenceItem } from '@maillage/evidence';
import { commitmentDecider } from '../commitment/decider.js';
import { source } from '../commitment/events.js';
import { Commitment } from '../commitment/graphql.js';
import { commitments, type ContributionRow, type StatementRow } from '../commitment/view.js';
import { textSaid } from '../private.graphql.js';
import { quantityOf } from '../shared.graphql.js';
import {
  contributionById,
  contributionsOfCommitment,
  contributionsOfOrganisation,
  statementsOfContribution,
} from './queries.js';

interface Attested {
  readonly evidence_links: readonly EvidenceItem[];
}
const links = {
  type: [evidenceLink],
  of: ({ evidence_links }: Attested) => linksOf(evidence_links),
} as const;
const files = {
  type: [EvidenceFileObject],
  of: ({ evidence_links }: Attested) => EvidenceFileObject.allOf(evidence_links),
} as const;

export const ContributionStatement = rowType('ContributionStatement', commitments.tables.contribution_statement, {
  says: 'What one organisation said of a contribution.',
  fields: {
    act: 'What it said of it.',
    evidenceLinks: { ...links, says: 'What it gave to show it, for anyone to see.' },
    evidenceFiles: { ...files, says: 'What it gave to show it, as files.' },
    recordedAt: 'When it was recorded.',
  },
  edges: {
    organisation: one(Organisation, { says: 'Who said it. Null while the views have not caught up.' }),
    text: textSaid({
      says: 'The note, the statement, the finding or the reason of the dispute; null where none was given.',
      column: 'text',
      nullable: true,
      by: ({ row }: Asked<StatementRow>) => row.organisation_id,
    }),
  },
});

export const Contribution = node('Contribution', commitments.tables.contribution, {
  says: 'What was in fact given towards a commitment.',
  fields: {
    kind: 'What was given.',
    quantity: {
      says: 'How much; null where it is not counted.',
      type: quantity,
      nullable: true,
      of: quantityOf,
    },
    period: {
      says: 'When it was given.',
      type: period,
      of: ({ period_from: from, period_to: to }) => ({ from, to }),
    },
    description: 'What was given, in words; null where the commitment says it all.',
    evidence: 'The best level reached.',
    evidenceLinks: { ...links, says: 'As given when it was recorded; later ones are in `statements`.' },
    evidenceFiles: { ...files, says: 'As given when it was recorded; later ones are in `statements`.' },
    disputed: 'Whether it waits for its ruling; until then it counts for nothing.',
    recordedAt: 'When it was recorded.',
    source: { says: 'Where an imported one comes from.', type: source },
  },
  edges: {
    commitment: one(Commitment, { says: 'What it was given towards. Null while the views have not caught up.' }),
    contributor: one(Organisation, { says: 'Who gave it. Null while the views have not caught up.' }),
    recordedBy: one(Organisation, { says: 'The contributor itself, or a backbone on its behalf.' }),
    note: textSaid({
      says: 'A word on the evidence given when it was recorded; null where none was given.',
      column: 'note',
      nullable: true,
      by: ({ row }: Asked<ContributionRow>) => row.recorded_by,
    }),
    statements: each(
      ContributionStatement,
      statementsOfContribution,
      'Who declared, corroborated, verified or disputed it, in the order they did.',
    ),
  },
  lists: [
    under(Commitment, 'contributions', {
      says: 'In the order they were recorded.',
      query: contributionsOfCommitment,
    }),
    under(Organisation, 'contributions', {
      says: 'Those it gave, in the order they were recorded.',
      query: contributionsOfOrganisation,
    }),
  ],
  find: contributionById,
});
export type Contribution = InstanceType<typeof Contribution>;

export const contributionMutations = mutations(commitmentDecider, {
  gives: {
    name: 'ContributionRecorded',
    says: 'That something given, or something said of it, was recorded',
    gives: { contribution: Contribution, commitment: Commitment },
  },
  only: [
    'RecordContribution',
    'DeclareContribution',
    'CorroborateContribution',
    'VerifyContribution',
    'DisputeContribution',
  ],
  commands: {
    RecordContribution: {
      says: 'Towards a commitment that stands, or with a mission, a kind and a description to open one.',
      addressed: 'The commitment it is given towards; its terms need not be repeated.',
      opens: true,
      hides: ['contributionId'],
    },
  },
});
