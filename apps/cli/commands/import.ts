import { resolve } from 'node:path';
import { systemClock, type Config } from '@maillage/platform';
import { Interrupted } from '../../host/lifetime.js';
import { formatReport, importIndigo, type ImportReport } from '../import/index.js';
import { progress } from '../progress.js';
import { withSession, type Session } from '../session.js';

export interface ImportIndigoOptions {
  readonly json: boolean;
  /** Where the refused rows are written as CSV. */
  readonly refused: string;
}

/** Records a folder of INDIGO data and says, row by row, what became of it. */
export async function importIndigoCommand(
  config: Config,
  folder: string,
  { json, refused }: ImportIndigoOptions,
): Promise<number> {
  const refusedFile = resolve(refused);
  const report = await withSession(config, async (session) => {
    const done = await record(session, folder, refusedFile);
    await session.catchUp();
    return done;
  }).catch((error: unknown) => {
    if (!(error instanceof Interrupted)) throw error;
    throw new Interrupted(error.signal, ' What was recorded stays; importing again records the rest.');
  });
  process.stdout.write(`${json ? JSON.stringify(report, null, 2) : formatReport(report)}\n`);
  if (!json && report.refused.length > 0) process.stdout.write(`Refused rows: ${refusedFile}\n`);
  return 0;
}

async function record(session: Session, folder: string, refusedFile: string): Promise<ImportReport> {
  const bars = new Map<string, ReturnType<typeof progress>>();
  try {
    return await importIndigo(folder, {
      execute: (command) => session.execute(command),
      at: systemClock.now(),
      refusedFile,
      onProgress: ({ phase, done, total }) => {
        let bar = bars.get(phase);
        if (bar === undefined) {
          for (const before of bars.values()) before.end();
          bar = progress(phase);
          bars.set(phase, bar);
        }
        bar.update(done, total);
      },
    });
  } finally {
    for (const bar of bars.values()) bar.end();
  }
}
