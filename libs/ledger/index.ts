export * from './batcher.js';
export * from './entry.js';
export * from './ledger.js';
