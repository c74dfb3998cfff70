export * from './erasure/events.js';
export * from './ledger/events.js';
export { openness } from './slice.js';
