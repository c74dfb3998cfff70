import {
  receiptsOf,
  sealRow,
  sealStatus,
  Tree,
  type Receipt,
  type SealedCheckpoint,
  type SealStatus,
} from '@maillage/ledger';
import { batchesOf } from './examples.js';
import { query, type BatchQuery } from './query.js';

/** For batch queries about the log as a whole, which has one answer. */
export const THE_LOG = '';

/** What commands recorded, whoever sent them; by command id. */
export const receiptOfCommand: BatchQuery<null, Receipt | undefined> = query(
  'receiptOfCommand',
  [{ keys: ['00000000-0000-4000-8000-000000000001'], args: null }],
  (database, { keys }) => receiptsOf(database, keys),
);

/** The newest checkpoint that is shown. */
export const latestCheckpoint: BatchQuery<null, SealedCheckpoint | undefined> = query(
  'latestCheckpoint',
  batchesOf(null),
  async (database, { keys }) => {
    const latest = await new Tree(database).latest();
    return keys.map(() => latest);
  },
);

/** By size, as a string of digits: the one signed at exactly that size. */
export const checkpointOfSize: BatchQuery<null, SealedCheckpoint | undefined> = query(
  'checkpointOfSize',
  batchesOf(null),
  (database, { keys }) => {
    const tree = new Tree(database);
    return Promise.all(keys.map((size) => tree.checkpoint(BigInt(size))));
  },
);

/** By position, as a string of digits: the smallest signed that covers it. */
export const checkpointCovering: BatchQuery<null, SealedCheckpoint | undefined> = query(
  'checkpointCovering',
  batchesOf(null),
  (database, { keys }) => {
    const tree = new Tree(database);
    return Promise.all(keys.map((position) => tree.covering(BigInt(position))));
  },
);

/** By position: the inclusion proof in the tree of a size that covers them all. One statement, however many. */
export const inclusionProof: BatchQuery<{ readonly size: string }, readonly Buffer[]> = query(
  'inclusionProof',
  batchesOf({ size: '3' }),
  (database, { keys, args }) => {
    const size = BigInt(args.size);
    return new Tree(database).inclusions(keys.map((position) => ({ index: BigInt(position) - 1n, size })));
  },
);

export interface Consistency {
  readonly fromRoot: Buffer;
  readonly toRoot: Buffer;
  readonly proof: readonly Buffer[];
}

export interface Sizes {
  readonly from: bigint;
  readonly to: bigint;
}

/** @returns how far the log is sealed where `to` lies beyond it. */
export const consistencyOf = query(
  'consistencyOf',
  [
    { from: 1n, to: 4n },
    { from: 1n, to: 3n },
  ],
  async (database, { from, to }: Sizes): Promise<Consistency | { readonly sealed: bigint }> => {
    const tree = new Tree(database);
    const sealed = await tree.sealed();
    if (to > sealed) return { sealed };
    const [fromRoot, toRoot, proof] = await Promise.all([tree.root(from), tree.root(to), tree.consistency(from, to)]);
    return { fromRoot, toRoot, proof };
  },
);

/** What the log asks of witnesses, as a C2SP tlog-policy; `undefined` where it asks none. */
export const policyOfLog: BatchQuery<null, string | undefined> = query(
  'policyOfLog',
  batchesOf(null),
  async (database, { keys }) => {
    const { policy } = await sealRow(database.pool);
    return keys.map(() => policy);
  },
);

export const seal = query('seal', [null], (database, _: null): Promise<SealStatus> => sealStatus(database));
