import type { Slice } from '@maillage/engine';
import { erasureDecider } from './erasure/decider.js';
import { ErasableText, Erasure, erasureMutations } from './erasure/graphql.js';
import { erasureAt, erasurePage, recordedValues } from './erasure/queries.js';
import { erasures } from './erasure/view.js';
import { ledgerDecider } from './ledger/decider.js';

export const openness: Slice = {
  name: 'openness',
  deciders: [erasureDecider, ledgerDecider],
  views: [erasures],
  queries: [erasureAt, erasurePage, recordedValues],
  graphql: [ErasableText, Erasure, erasureMutations],
  resolvers: [],
};
