import type { Slice } from '@maillage/engine';
import { organisationDecider } from './organisation/decider.js';
import { Organisation, organisationMutations } from './organisation/graphql.js';
import { organisationById, organisationPage } from './organisation/queries.js';
import { organisations } from './organisation/view.js';

export const directory: Slice = {
  name: 'directory',
  deciders: [organisationDecider],
  views: [organisations],
  queries: [organisationById, organisationPage],
  graphql: [Organisation, organisationMutations],
  resolvers: [],
};
