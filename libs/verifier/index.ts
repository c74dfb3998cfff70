export { FAULT_KINDS, SourceUnreadable, VerificationError, type Fault, type FaultKind } from './fault.js';
export {
  CompactRange,
  EMPTY_ROOT,
  leafHash,
  nodeHash,
  verifyConsistency,
  verifyInclusion,
  type ConsistencyProof,
  type InclusionProof,
} from './merkle.js';
export {
  openNote,
  parseNote,
  parseVerifierKey,
  textOfNote,
  type Note,
  type NoteSignature,
  type Signer,
  type VerifierKey,
} from './note.js';
export {
  openCheckpoint,
  parseCheckpoint,
  parseCheckpointForm,
  type Checkpoint,
  type Cosigner,
  type OpenedCheckpoint,
  type Witness,
} from './checkpoint.js';
export { parsePolicy, type Policy, type PolicyLog, type PolicyWitness } from './policy.js';
export { MOST_SCHEMA_BYTES } from './dialect.js';
export { parseTilePath, tilePath, tileWidth, TILE_WIDTH, type TileName } from './tiles.js';
export { saltedHashesIn, type SaltedHashAt } from './salted-hashes.js';
export { OF_OPERATORS, OF_THE_LEDGER } from './semantics.js';
export { schemaHash } from './schema-hash.js';
export { openReceipt, type SignedReceipt } from './receipt.js';
export { type Read } from './tree.js';
export { verify, type ValidVerdict, type Verdict, type VerifyOptions } from './verify.js';
