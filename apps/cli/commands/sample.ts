import { EvidenceFiles, type Config } from '@maillage/platform';
import { Interrupted } from '../../host/lifetime.js';
import { progress } from '../progress.js';
import {
  LANGUAGES,
  languageOf,
  loadCoalition,
  type CoalitionReport,
  type Language,
} from '../sample/coalition/index.js';
import { withSession, type Session } from '../session.js';
import { table } from '../table.js';
import { UsageError } from '../usage.js';

export interface SampleOptions {
  readonly language?: string;
  readonly yes: boolean;
  readonly json: boolean;
}

/** Records the fictional coalition and says how to look at it. */
export async function sampleCommand(config: Config, { language, yes, json }: SampleOptions): Promise<number> {
  const spoken = language === undefined ? languageOf(process.env) : asLanguage(language);
  if (config.database.url !== undefined && !yes) {
    throw new UsageError(
      'DATABASE_URL names a database of your own, and nothing recorded is ever removed: the organisations of the sample, ' +
        'which are fictional, would be in this log for good. Give --yes if that is meant, or leave DATABASE_URL out.',
    );
  }
  const report = await withSession(config, async (session) => {
    const done = await load(session, config, spoken);
    await session.catchUp();
    return done;
  }).catch((error: unknown) => {
    if (!(error instanceof Interrupted)) throw error;
    throw new Interrupted(error.signal, ' What was recorded stays; loading the sample again records the rest.');
  });
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : told(report, config.personas));
  return 0;
}

async function load(session: Session, config: Config, language: Language): Promise<CoalitionReport> {
  const bar = progress('sample');
  try {
    return await loadCoalition({
      execute: (command) => session.execute(command),
      database: session.database,
      files: new EvidenceFiles(session.database, config.evidence),
      language,
      onProgress: (done, total) => bar.update(done, total),
    });
  } finally {
    bar.end();
  }
}

function asLanguage(given: string): Language {
  const language = LANGUAGES.find((each) => each === given);
  if (language === undefined) throw new UsageError(`--language ${given} is not known; write en or fr.`);
  return language;
}

function told({ kinds, events, personas }: CoalitionReport, offered: boolean): string {
  const rows = kinds.map((each) => [each.kind, String(each.told), String(each.events)]);
  const total = kinds.reduce((sum, each) => sum + each.told, 0);
  return [
    table(['what', 'in the sample', 'events now'], [...rows, ['total', String(total), String(events)]]),
    'The organisations, their city and all that is said of them are invented.',
    offered
      ? 'With `npm start` running, open the address it prints and sign in with one click as one of them:'
      : 'Signing in as one of them is off here; with PERSONAS=on the pages offer these to whoever opens them:',
    ...personas.map((name) => `  ${name}`),
    '',
  ].join('\n');
}
