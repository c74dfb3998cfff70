export { discardOlderThan, draftOf, isSha256, type Draft } from './draft.js';
export * from './errors.js';
export * from './evidence-files.js';
export * from './file-name.js';
export * from './open-store.js';
export * from './store.js';
