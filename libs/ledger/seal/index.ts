export { KeyUnusable, signingKeyFrom } from './key-file.js';
export { refuseOtherKey, SealMisconfigured } from './compare.js';
export { sealRow, type SealedCheckpoint, type SealRow } from './checkpoint.sql.js';
export { LastSignedUnreadable } from './last-signed.js';
export { ReopenRefused, reopenLog, trustDatabase, type Reopening } from './reopen.js';
export { SEAL_STEPS, Sealer, type SealStep } from './sealer.js';
export { SigningKey } from './signing-key.js';
export { quorumOf, sealStatus, Tree, type QuorumStatus, type SealStatus } from './tree.js';
export * from './witness-client.js';
