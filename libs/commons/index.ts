export {
  mayHaveFile,
  referredTo,
  streamsReferringTo,
  unreferencedBytes,
  usesOfFile,
} from './evidence-references/queries.js';
export { commons } from './slice.js';
