export { disclose, DisclosureEnum, type Disclosure, type DisclosedText, type HeldText } from './disclosure.graphql.js';
export * from './erasure.events.js';
export * from './ledger.events.js';
export { openness } from './slice.js';
