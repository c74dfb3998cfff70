export { EvidenceClaims } from './claims.js';
export { disclose, DisclosureEnum, type DisclosedText, type Disclosure, type HeldText } from './disclosure.graphql.js';
export * from './events.js';
export { EvidenceFileInput, EvidenceFileObject, EvidenceLinkInput, EvidenceLinkObject } from './graphql.js';
export { evidence } from './slice.js';
