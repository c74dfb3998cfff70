import { setTimeout as sleep } from 'node:timers/promises';
import { checkpoint as viewCheckpoint, type ViewDigest } from '@maillage/engine';
import type { EventTypes, View } from '@maillage/kernel';
import { sealRow, Tree, type SealedCheckpoint } from '@maillage/ledger';
import type { Database } from '@maillage/platform';
import type { PoolClient } from 'pg';
import type { Life } from '../../host/lifetime.js';
import { BundleError } from './layout.js';
import { entriesOf, folderReader } from './read.js';
import { Scratch } from './scratch.js';
import { filledBeside } from './target.js';
import { writeWords } from './words.js';
import { writeLog, writeReadme, writeSchemas, writeViews, type Writing } from './write.js';

export interface ExportRequest {
  readonly database: Database;
  readonly events: EventTypes;
  readonly views: readonly View[];
  /** A new folder or an empty one. */
  readonly place: string;
  /** The size of the checkpoint to export; the newest one unless told. */
  readonly size?: bigint;
  /** How long to wait for a checkpoint that covers the views. */
  readonly waitMs: number;
  readonly life: Life;
  readonly onProgress: (done: number, of: number) => void;
}

export interface Exported {
  readonly checkpoint: SealedCheckpoint;
  readonly views: readonly ViewDigest[];
}

const LOOK_AGAIN_MS = 200;

/** Writes a bundle: all that an auditor needs, in a folder. @throws {BundleError} */
export async function exportBundle(request: ExportRequest): Promise<Exported> {
  let exported: Exported | undefined;
  await filledBeside(request.place, async (folder) => {
    const writing = { folder, interrupted: request.life.interrupted };
    exported =
      request.size === undefined ? await newest(writing, request) : await earlier(writing, request, request.size);
  });
  if (exported === undefined) throw new Error('Nothing was exported.');
  return exported;
}

/** The views first, since they move on; then a checkpoint that covers where they stood. */
async function newest(writing: Writing, request: ExportRequest): Promise<Exported> {
  const { database, views: all, waitMs } = request;
  const views = await liveViews(writing, database, all);
  const position = views.reduce((most, each) => (each.position > most ? each.position : most), 0n);
  const checkpoint = await covering(new Tree(database), position, waitMs, writing.interrupted);
  await writeRest(writing, request, checkpoint);
  return { checkpoint, views };
}

/** A checkpoint of old, which the live views have left behind: they are folded up to it, apart. */
async function earlier(writing: Writing, request: ExportRequest, size: bigint): Promise<Exported> {
  const { database, views: all, events, life } = request;
  const checkpoint = await signedAt(new Tree(database), size);
  await writeRest(writing, request, checkpoint);
  const known = await viewCheckpoint.all(database.pool);
  const positions = all.map(({ name }) => known.find((each) => each.name === name)?.position ?? 0n);
  if (positions.every((position) => position === size)) {
    const views = await liveViews(writing, database, all);
    if (views.every(({ position }) => position === size)) return { checkpoint, views };
  }
  const scratch = await Scratch.open(life, events, all);
  await scratch.foldTo(size, (after) => entriesOf(folderReader(writing.folder), after, size, size));
  return { checkpoint, views: await scratch.withClient((client) => writeViews(writing, client, all)) };
}

async function writeRest(
  writing: Writing,
  { database, onProgress }: ExportRequest,
  checkpoint: SealedCheckpoint,
): Promise<void> {
  const seal = await sealRow(database.pool);
  await writeLog(writing, new Tree(database), checkpoint, seal, onProgress);
  await writeSchemas(writing);
  await withClient(database, (client) => writeWords(writing, client, checkpoint.size));
  await writeReadme(writing, checkpoint, seal);
}

function liveViews(writing: Writing, database: Database, views: readonly View[]): Promise<readonly ViewDigest[]> {
  return withClient(database, (client) => writeViews(writing, client, views));
}

async function withClient<Result>({ pool }: Database, use: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    return await use(client);
  } finally {
    client.release();
  }
}

async function signedAt(tree: Tree, size: bigint): Promise<SealedCheckpoint> {
  const found = await tree.checkpoint(size);
  if (found !== undefined) return found;
  const next = await tree.covering(size);
  throw new BundleError(
    `No checkpoint was signed at size ${size}; ` +
      (next === undefined ? `the newest is of size ${await tree.sealed()}.` : `the next one is of size ${next.size}.`),
  );
}

async function covering(
  tree: Tree,
  position: bigint,
  waitMs: number,
  interrupted: AbortSignal,
): Promise<SealedCheckpoint> {
  const limit = performance.now() + waitMs;
  for (;;) {
    const latest = await tree.latest();
    if (latest !== undefined && latest.size >= position) return latest;
    if (performance.now() > limit) throw uncovered(position, latest);
    await sleep(LOOK_AGAIN_MS, undefined, { signal: interrupted });
  }
}

function uncovered(position: bigint, latest: SealedCheckpoint | undefined): BundleError {
  const covered =
    latest === undefined ? 'no checkpoint has been signed' : `the newest checkpoint covers ${latest.size}`;
  return new BundleError(
    `The views stand at position ${position}, but ${covered}: does a ledger run that seals (npm start, or a worker)? ` +
      'maillage status says whether it refuses to sign, and why.',
  );
}
