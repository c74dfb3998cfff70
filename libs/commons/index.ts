export { mayHaveFile, referredTo, streamsReferringTo, unreferencedBytes } from './evidence-references/queries.js';
export { commons } from './slice.js';
