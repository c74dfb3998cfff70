import type { Slice } from '@maillage/engine';
import { erasureDecider } from './erasure/decider.js';
import { Erasure, erasureMutations } from './erasure/graphql.js';
import { erasureAt, erasurePage, recordedValue } from './erasure/queries.js';
import { erasures } from './erasure/view.js';
import { ledgerDecider } from './ledger/decider.js';

export const openness: Slice = {
  name: 'openness',
  deciders: [erasureDecider, ledgerDecider],
  views: [erasures],
  queries: [erasureAt, erasurePage, recordedValue],
  graphql: [Erasure, erasureMutations],
  resolvers: [],
};
