// Says what inputs have in evidence's stead: before any mutation is made.
import './claims.js';

export { disclosed } from './disclosure.graphql.js';
export * from './events.js';
export { EvidenceFileObject } from './graphql.js';
export { evidence } from './slice.js';
