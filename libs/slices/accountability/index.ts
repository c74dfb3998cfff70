export { commitmentDecider } from './commitment/decider.js';
export * from './commitment/events.js';
export { streamsReferringTo, unreferencedBytes } from './evidence-references/queries.js';
export { accountability } from './slice.js';
