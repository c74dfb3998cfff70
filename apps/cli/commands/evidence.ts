import { randomUUID } from 'node:crypto';
import { referredTo, streamsReferringTo, usesOfFile } from '@maillage/commons';
import { isRefusal, LEDGER_ACTOR } from '@maillage/kernel';
import { EvidenceFiles, isSha256, systemClock, type Config } from '@maillage/platform';
import { withSession, type Session } from '../session.js';
import { UsageError } from '../usage.js';

const LONGEST_REASON = 1000;
/** What a command names just now is not on record yet. */
const FEWEST_HOURS = 1;

/**
 * Deletes a file's bytes for good. Its hash stays in the log, which says first that it is erased, and why: where that cannot be
 * recorded, nothing is deleted.
 */
export async function eraseEvidenceCommand(
  config: Config,
  sha256: string,
  { reason }: { readonly reason: string },
): Promise<number> {
  if (!isSha256(sha256)) {
    throw new UsageError(`${sha256} is not a SHA-256 hash; write the 64 lower-case hexadecimal digits of its address.`);
  }
  const why = reason.trim();
  if (why === '' || why.length > LONGEST_REASON) {
    throw new UsageError(`--reason must say why, in at most ${LONGEST_REASON} characters.`);
  }
  const { erased, streams } = await withSession(config, async (session) => {
    const files = new EvidenceFiles(session.database, config.evidence);
    const found = await files.find(sha256);
    await session.catchUp();
    const [streams = []] = await streamsReferringTo.run(session.database, { keys: [sha256], args: null });
    if (found?.erased === false) await recordErasure(session, { sha256, reason: why, streams });
    return { erased: await files.erase(sha256, why), streams };
  });
  if (erased === undefined) throw new UsageError(`No file ${sha256} was uploaded here.`);
  const done = erased.erasedBefore ? 'It was erased before, and its first reason stays.' : 'Erased.';
  const named = streams.length === 0 ? 'No record refers to it.' : `Records that name its hash: ${streams.join(', ')}.`;
  process.stdout.write(`${done} ${named}\n`);
  return 0;
}

interface Erasing {
  readonly sha256: string;
  readonly reason: string;
  readonly streams: readonly string[];
}

async function recordErasure(session: Session, { sha256, reason, streams }: Erasing): Promise<void> {
  const [uses] = await usesOfFile.run(session.database, { keys: [sha256], args: null });
  const missions = await Promise.all(streams.map((stream) => missionOf(session, stream)));
  const result = await session.execute({
    type: 'EraseEvidence',
    id: 'log',
    data: {
      sha256,
      // What nobody but some may know is there is not told by its hash either, by which whoever has it would know it.
      hidden: uses?.isPublic !== true && uses?.privately.length !== 0,
      missionIds: [...new Set(missions.flatMap((id) => id ?? []))].sort(),
      reason,
    },
    commandId: randomUUID(),
    actor: { organisation: LEDGER_ACTOR },
    scopes: ['write', 'operator'],
    at: systemClock.now(),
  });
  if (isRefusal(result)) throw new UsageError(result.message);
}

/** The mission that a stream belongs to, as its first event says. */
async function missionOf({ ledger, registry }: Session, stream: string): Promise<string | undefined> {
  const [first] = await ledger.readStream(stream);
  return first === undefined ? undefined : registry.events[first.type]?.facets.mission?.of(first.data, first);
}

export interface SweepOptions {
  readonly olderThanHours: string;
  readonly json: boolean;
}

/** Deletes uploads that no event refers to, and what uploads that were cut off left on this machine. */
export async function sweepEvidenceCommand(config: Config, { olderThanHours, json }: SweepOptions): Promise<number> {
  const hours = Number(olderThanHours);
  if (!Number.isFinite(hours) || hours < FEWEST_HOURS) {
    throw new UsageError(
      `--older-than-hours ${olderThanHours} is not acceptable; write a number of hours from ${FEWEST_HOURS}.`,
    );
  }
  const swept = await withSession(config, async (session) =>
    new EvidenceFiles(session.database, config.evidence).sweep(hours, async (hashes) => {
      // Whatever was on record before the files were listed is in the views then.
      await session.catchUp();
      return referredTo(session.database, hashes);
    }),
  );
  process.stdout.write(
    json
      ? `${JSON.stringify(swept)}\n`
      : `Swept ${swept.files} files of ${swept.bytes} bytes in all, and ${swept.drafts} uploads that were cut off.\n`,
  );
  return 0;
}
