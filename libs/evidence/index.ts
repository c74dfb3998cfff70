// Says what inputs have in evidence's stead: before any mutation is made.
import './claims.js';

export { disclosed, disclosedText, disclosure, textBehind, type DisclosedText } from './disclosure.graphql.js';
export { erasedOf } from './disclosure.queries.js';
export * from './events.js';
export { EvidenceFileObject, evidenceFiles } from './graphql.js';
export { evidence } from './slice.js';
