import type { Slice } from '@maillage/engine';
import { privateValues } from './disclosure.queries.js';
import { EvidenceFileResolver } from './graphql.js';
import { evidenceFileState } from './queries.js';

/** What several slices attach to their events; it has no events of its own. */
export const evidence: Slice = {
  name: 'evidence',
  deciders: [],
  views: [],
  queries: [evidenceFileState, privateValues],
  resolvers: [EvidenceFileResolver],
};
