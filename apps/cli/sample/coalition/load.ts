import { isRefusal, type Command, type Refusal } from '@maillage/kernel';
import type { Executed } from '@maillage/engine';
import { savePersonas, type Database, type EvidenceFiles } from '@maillage/platform';
import { UsageError } from '../../usage.js';
import { planContributions } from './contributions.js';
import { keepFiles } from './evidence.js';
import { planFigures } from './figures.js';
import { planNetwork } from './network.js';
import { planOpinions } from './opinions.js';
import { KINDS, Plan, type Kind, type Step } from './plan.js';
import { planPromises } from './promises.js';
import { readTables, type Language } from './tables.js';

export interface LoadOptions {
  /** The command path: what it records, any client could have. */
  readonly execute: (command: Command) => Promise<Executed | Refusal>;
  /** Where the personas are kept. */
  readonly database: Database;
  /** Where the files of evidence are kept. */
  readonly files: EvidenceFiles;
  readonly language: Language;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface CoalitionReport {
  readonly kinds: readonly {
    readonly kind: Kind;
    /** Commands of the story. */
    readonly told: number;
    /** Events appended now; what an earlier run recorded is not counted. */
    readonly events: number;
  }[];
  readonly events: number;
  /** Names of those whom one may act for with one click, in the order they are offered. */
  readonly personas: readonly string[];
}

/** The whole story as commands, earliest first. The same for ever, but for the language of its texts. */
export function planCoalition(language: Language): readonly Step[] {
  return stepsOf(new Plan(readTables(), language));
}

/**
 * Records the fictional coalition, each command at its own moment of the past, one after the other: so the log is the same
 * wherever it begins with this, entry by entry. Done again it records nothing; cut short, it goes on where it stopped.
 * @throws {UsageError} where the ledger holds the sample in another language. Nothing further is recorded then.
 */
export async function loadCoalition(options: LoadOptions): Promise<CoalitionReport> {
  const tables = readTables();
  const plan = new Plan(tables, options.language);
  await keepFiles(tables, plan, options.files);
  const kinds = await record(stepsOf(plan), options);
  const offered = tables.personas.map(({ organisation, text }) => ({
    organisationId: plan.organisation(organisation),
    description: text,
  }));
  await savePersonas(options.database, offered);
  return {
    kinds,
    events: kinds.reduce((sum, { events }) => sum + events, 0),
    personas: tables.personas.map((persona) => nameOf(persona.organisation, tables.organisations)),
  };
}

function stepsOf(plan: Plan): readonly Step[] {
  planNetwork(plan);
  planFigures(plan);
  planPromises(plan);
  planContributions(plan);
  planOpinions(plan);
  return plan.steps();
}

async function record(steps: readonly Step[], { execute, onProgress }: LoadOptions): Promise<CoalitionReport['kinds']> {
  const counts = KINDS.map((kind) => ({ kind, told: 0, events: 0 }));
  for (const [index, { kind, command }] of steps.entries()) {
    const answer = await execute(command);
    if (isRefusal(answer)) throw refused(answer, command);
    for (const count of counts) {
      if (count.kind !== kind) continue;
      count.told += 1;
      if (answer.appended) count.events += answer.receipt.events.length;
    }
    onProgress?.(index + 1, steps.length);
  }
  return counts;
}

function refused({ code, message }: Refusal, { type, at }: Command): Error {
  if (code === 'COMMAND_ID_REUSED') {
    return new UsageError(
      'This ledger holds the fictional sample in another language or from another version, and what is recorded stays; ' +
        'load it in the language it has, or into another ledger.',
    );
  }
  return new Error(`The sample’s ${type} of ${at} was refused with ${code}: ${message}`);
}

function nameOf(key: string, organisations: readonly { readonly key: string; readonly name: string }[]): string {
  return organisations.find((each) => each.key === key)?.name ?? key;
}
