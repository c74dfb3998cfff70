export * from './batcher.js';
export { LogClosed } from './closed.js';
export * from './entry.js';
export * from './ledger.js';
export { commitTo, opens } from './private.js';
export { receiptsOf } from './read.sql.js';
export * from './seal/index.js';
export { signedReceipt } from './seal/receipt.js';
export { tlogProof } from './seal/tlog-proof.js';
