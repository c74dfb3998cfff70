import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { projectRoot } from '@maillage/platform';
import { z } from 'zod';

export const FOLDER = join(projectRoot, 'apps', 'cli', 'sample', 'coalition');

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
/** The language of whoever runs this, by the variables POSIX looks at, in its order: French where they say so, else English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale !== undefined && /^fr(?![a-z])/i.test(locale) ? 'fr' : 'en';
}

/** The same said in each language. */
export type Text = Readonly<Record<Language, string>>;

const key = z.string().min(1);
const date = z.iso.date();
const text = z.object({ en: z.string().min(1), fr: z.string().min(1) });
const list = z.string().transform((cell) => cell.split(' ').filter((each) => each !== ''));
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((cell) => (cell === '' ? undefined : cell), schema.optional());

const organisation = {
  key,
  name: key,
  sector: key,
  jurisdiction: key,
  /** Its ultimate parent. */
  parent: orNone(key),
  /** Names of the people who act for it, one after the other; each becomes an opaque id. */
  members: list,
  registered: date,
};
const mission = {
  key,
  declared_by: key,
  declared: date,
  hashtag: key,
  starts: date,
  ends: date,
  sdgs: list,
  open: z.enum(['yes', 'no']),
  title: text,
  challenge: text,
};
const member = {
  mission: key,
  organisation: key,
  role: key,
  invited: orNone(date),
  on: orNone(date),
  /** Of an evaluator. */
  qualification: text.optional(),
};
/** By the operator, from that day on; the text is what it may verify. */
const accreditation = { organisation: key, by: key, on: date, until: date, text };
const indicator = {
  key,
  mission: key,
  defined_on: date,
  unit: key,
  direction: key,
  aggregation: orNone(key),
  /** Members whose figures make its own; none where they are its backbones'. */
  reporters: list,
  baseline: key,
  baseline_on: date,
  target: key,
  target_on: date,
  /** Of one that is broken down by women and men: what is to be reached for women, and from where. */
  women_from: orNone(key),
  women_target: orNone(key),
  women_target_on: orNone(date),
  sdgs: list,
  name: text,
  description: text,
  source: text,
  proxy: text.optional(),
};
/** A row is one day's figures, of the city, of its neighbourhoods, and of women and men; of a ratio, with what it is of. */
const measurement = {
  indicator: key,
  by: key,
  on: date,
  city: orNone(key),
  of: orNone(key),
  ecluses: orNone(key),
  verrerie: orNone(key),
  saint_aubrac: orNone(key),
  hauts_fours: orNone(key),
  port_neuf: orNone(key),
  women: orNone(key),
  men: orNone(key),
};
const correction = {
  indicator: key,
  by: key,
  on: date,
  place: z.enum(['ecluses', 'verrerie', 'saint_aubrac', 'hauts_fours']),
  value: key,
  corrected_on: date,
  reason: text,
};
/** Members that agreed to an indicator as it was defined. */
const agreement = { indicator: key, by: list, on: date };
const target = { indicator: key, by: key, on: date, target: key, target_on: date, reason: text };
const commitment = {
  key,
  mission: key,
  by: list,
  to: list,
  kind: key,
  amount: orNone(key),
  unit: orNone(key),
  made: date,
  due: date,
  text,
  /** The backbone that proposed it on behalf of its promisors, where none of them made it. */
  made_by: orNone(key),
  /** Indicators that it is to move. */
  aims: list,
};
const milestone = { commitment: key, key, due: orNone(date), text };
/** Of whoever said no to a promise that names it, or has not answered yet; all others accept after some days. */
const answer = {
  commitment: key,
  party: key,
  on: orNone(date),
  answer: z.enum(['DECLINED', 'AWAITED']),
  text: text.optional(),
};
/** Whoever accepts, in a mission and as a receiver, every promise to it from one day to another. */
const receiver = { mission: key, organisation: key, on: date, until: date };
/** Who agrees to what takes more than one to agree, and when. */
const agreed = { agreed_by: list, agreed_on: orNone(date) };
const change = {
  commitment: key,
  by: key,
  on: date,
  change: z.enum(['AMEND', 'WITHDRAW']),
  amount: orNone(key),
  due: orNone(date),
  text: text.optional(),
  reason: text,
  ...agreed,
};
/** What the parties agreed on once a promise was due; the text is the reason. */
const settlement = {
  commitment: key,
  by: key,
  on: date,
  outcome: z.enum(['EXTENDED', 'CLOSED_AS_IS']),
  due: orNone(date),
  text,
  ...agreed,
};
/** Whoever left a promise, for itself alone, and why. */
const release = { commitment: key, by: key, on: date, text };
/** How it is going, told by a promisor. */
const note = { commitment: key, by: key, on: date, text };
const contribution = {
  commitment: key,
  n: key,
  /** The giver, where several promised. */
  by: orNone(key),
  /** The backbone that put it on record, where the giver did not. */
  recorded_by: orNone(key),
  from: date,
  to: date,
  amount: orNone(key),
  text,
  link: text.optional(),
  file: orNone(key),
  /** The milestone that is reached with it. */
  milestone: orNone(key),
  /** What its giver had received and hands on: the commitment it was given towards, and which one of those it is. */
  passes_on: orNone(z.string().regex(/^[^/]+\/[^/]+$/)),
};
const contributionChange = {
  commitment: key,
  n: key,
  by: key,
  on: date,
  change: z.enum(['CORRECT', 'RETRACT']),
  /** Of a correction: what it comes to. */
  amount: orNone(key),
  reason: text,
};
const statement = {
  commitment: key,
  n: key,
  act: z.enum([
    'DECLARED',
    'CORROBORATED',
    'VERIFIED',
    'DISPUTED',
    'DISPUTE_WITHDRAWN',
    'OBJECTED',
    /** The objection there is, by the giver. */
    'ANSWERED',
  ]),
  by: key,
  on: date,
  text: text.optional(),
  /** How much an evaluator found, where that is less than was recorded. */
  found: orNone(key),
};
const opinion = {
  commitment: key,
  reviewer: key,
  /** Of several promisors, the one it is about. */
  reviewed: orNone(key),
  on: date,
  /** Results, reliability, openness and learning, a digit each. */
  scores: z.string().regex(/^[0-4]{4}$/),
  worked: text,
  try: text,
};
const review = {
  ...opinion,
  answered_on: orNone(date),
  answer: text.optional(),
  /** Who of the two marked the point as learned. */
  learned: list,
  ties: list,
};
const decline = { commitment: key, reviewer: key, reviewed: orNone(key), on: date, text };
const persona = { organisation: key, text };

/** The story as the files of this folder tell it. */
export const readTables = () => ({
  organisations: rows('organisations.csv', organisation),
  missions: rows('missions.csv', mission),
  members: rows('members.csv', member),
  accreditations: rows('accreditations.csv', accreditation),
  indicators: rows('indicators.csv', indicator),
  measurements: rows('measurements.csv', measurement),
  corrections: rows('corrections.csv', correction),
  targets: rows('targets.csv', target),
  agreements: rows('agreements.csv', agreement),
  commitments: rows('commitments.csv', commitment),
  milestones: rows('milestones.csv', milestone),
  answers: rows('answers.csv', answer),
  receiving: rows('receiving.csv', receiver),
  changes: rows('changes.csv', change),
  settlements: rows('settlements.csv', settlement),
  releases: rows('releases.csv', release),
  notes: rows('notes.csv', note),
  contributions: rows('contributions.csv', contribution),
  contributionChanges: rows('contribution-changes.csv', contributionChange),
  statements: rows('statements.csv', statement),
  reviews: rows('reviews.csv', review),
  revisions: rows('revisions.csv', opinion),
  declines: rows('declines.csv', decline),
  personas: rows('personas.csv', persona),
});
export type Tables = ReturnType<typeof readTables>;

/** @throws {Error} naming file, line and cell of what does not fit: the files are part of the program. */
function rows<Shape extends z.ZodRawShape>(file: string, shape: Shape): readonly z.output<z.ZodObject<Shape>>[] {
  const schema = z.strictObject(shape);
  const records: Record<string, string>[] = parse(readFileSync(join(FOLDER, file)), { columns: true });
  return records.map((record, index) => {
    const row = schema.safeParse(withTexts(record));
    if (!row.success) throw new Error(`${file}, line ${index + 2}: ${z.prettifyError(row.error)}`);
    return row.data;
  });
}

/** `answer_en` and `answer_fr` become `answer`, and `en` and `fr` become `text`; both empty, nothing at all. */
function withTexts(record: Readonly<Record<string, string>>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const texts: Record<string, Record<string, string>> = {};
  for (const [column, cell] of Object.entries(record)) {
    const [, name, language] = /^(?:(.+)_)?(en|fr)$/.exec(column) ?? [];
    if (language === undefined) row[column] = cell;
    else (texts[name ?? 'text'] ??= {})[language] = cell;
  }
  for (const [name, text] of Object.entries(texts)) {
    if (Object.values(text).some((words) => words !== '')) row[name] = text;
  }
  return row;
}
