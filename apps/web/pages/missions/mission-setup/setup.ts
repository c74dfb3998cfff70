import { DeclareMission } from '../../../generated/commands/DeclareMission.js';
import { DefineIndicator } from '../../../generated/commands/DefineIndicator.js';
import { InviteOrganisation } from '../../../generated/commands/InviteOrganisation.js';
import { emptyValues, fittingValues, type AnyValues, type Command } from '../../../parts/forms/command.js';
import type { Failure } from '../../../shell/graphql/record-once.js';

export const STEPS = ['challenge', 'place', 'indicators', 'partners', 'preview'] as const;
export type Step = (typeof STEPS)[number];

/** What is declared already is changed on the mission's own page. */
const ONCE_DECLARED: readonly Step[] = ['indicators', 'partners', 'preview'];

/** What is asked for of the mission itself, by where. */
export const MISSION_FIELDS = {
  challenge: ['title', 'challenge', 'hashtag', 'sdgs'],
  place: ['places', 'startsOn', 'endsOn', 'openInvitation'],
} as const satisfies Partial<Record<Step, readonly (keyof typeof DeclareMission.fields)[]>>;

/** Something that is to be recorded. */
export interface Planned {
  /** Tells it from the others, whatever becomes of it. */
  readonly key: string;
  /** Of the attempt to record it. Sent again with the same one, it is recorded once. */
  readonly commandId: string;
  readonly values: AnyValues;
  /** Whether it was sent, and may have been recorded without an answer: it is sent again as it was, and changed no more. */
  readonly sent: boolean;
  readonly recorded: boolean;
}

export interface PlannedIndicator extends Planned {
  /** Which of the common ones it began as. */
  readonly common?: string | undefined;
}

export interface Partner extends Planned {
  /** As it was found, as well as whether anybody had confirmed who it is. */
  readonly name: string;
  readonly identityConfirmed: boolean;
}

/** A mission being set up, as the browser keeps it. */
export interface Setup {
  readonly mission: Planned;
  /** Once it is declared. */
  readonly missionId?: string | undefined;
  readonly indicators: readonly PlannedIndicator[];
  readonly partners: readonly Partner[];
}

export function planned(command: Command, values: AnyValues): Planned {
  const [key, commandId] = [crypto.randomUUID(), crypto.randomUUID()];
  return { key, commandId, values: { ...emptyValues(command), ...values }, sent: false, recorded: false };
}

export function newSetup(): Setup {
  return { mission: planned(DeclareMission, { openInvitation: true }), indicators: [], partners: [] };
}

export function newIndicator(values: AnyValues = {}, common?: string): PlannedIndicator {
  return { ...planned(DefineIndicator, { mode: 'REACH', direction: 'INCREASE', ...values }), common };
}

/** What was left in the browser, as far as it is still of this form; an older version of the page may have written it. */
export function readSetup(kept: unknown): Setup | undefined {
  if (!isObject(kept)) return undefined;
  const mission = readPlanned(DeclareMission, kept['mission']);
  if (mission === undefined) return undefined;
  return {
    mission,
    missionId: textIn(kept, 'missionId'),
    indicators: listIn(kept, 'indicators').flatMap((each) => {
      const found = readPlanned(DefineIndicator, each);
      return found === undefined ? [] : [{ ...found, common: textIn(each, 'common') }];
    }),
    partners: listIn(kept, 'partners').flatMap((each) => {
      const found = readPlanned(InviteOrganisation, each);
      const identityConfirmed = isObject(each) && each['identityConfirmed'] === true;
      return found === undefined ? [] : [{ ...found, name: textIn(each, 'name') ?? '', identityConfirmed }];
    }),
  };
}

function readPlanned(command: Command, kept: unknown): Planned | undefined {
  if (!isObject(kept)) return undefined;
  const [key, commandId] = [textIn(kept, 'key'), textIn(kept, 'commandId')];
  if (key === undefined || commandId === undefined) return undefined;
  const values = { ...emptyValues(command), ...fittingValues(command, kept['values']) };
  return { key, commandId, values, sent: kept['sent'] === true, recorded: kept['recorded'] === true };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function textIn(kept: unknown, name: string): string | undefined {
  const value = isObject(kept) ? kept[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function listIn(kept: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const value = kept[name];
  return Array.isArray(value) ? value : [];
}

/** Of the plan under a key, wherever it stands, something changed. */
export function withPlanned(setup: Setup, key: string, change: Partial<Planned>): Setup {
  const changed = <Of extends Planned>(each: Of): Of => (each.key === key ? { ...each, ...change } : each);
  return {
    ...setup,
    mission: changed(setup.mission),
    indicators: setup.indicators.map(changed),
    partners: setup.partners.map(changed),
  };
}

/** Whether it may still be changed, or left out. */
export function mayChange({ sent, recorded }: Planned): boolean {
  return !sent && !recorded;
}

/** Whether something was sent that nobody knows of whether it is recorded. */
export function isUnanswered({ mission, indicators, partners }: Setup): boolean {
  return [mission, ...indicators, ...partners].some(({ sent, recorded }) => sent && !recorded);
}

/** The steps that may be gone to. */
export function openSteps({ mission, missionId }: Setup): readonly Step[] {
  return missionId === undefined && mayChange(mission) ? STEPS : ONCE_DECLARED;
}

/** Said of whoever sends it, before the log is asked whether it was recorded by an earlier attempt. */
const OF_THE_SENDER = new Set(['NOT_ADMIN', 'SCOPE_MISSING']);

/**
 * What becomes of something that was not recorded. Refused, it is another command once it is sent again, as it may be changed
 * until then. From whoever may send nothing it was not taken, but an attempt before may have been.
 * @param before as it was before it was sent this time.
 */
export function afterFailure(before: Planned, failure: Failure): Partial<Planned> {
  switch (failure.kind) {
    case 'refused':
      return OF_THE_SENDER.has(failure.code) ? { sent: before.sent } : { commandId: crypto.randomUUID(), sent: false };
    case 'signedOut':
      return { sent: before.sent };
    case 'lost':
    case 'failed':
      return {};
  }
}

/** Of an attempt that was not recorded, whether it still stops the rest: not what was changed or left out since. */
export function stillStops(setup: Setup, { key, values }: Pick<Planned, 'key' | 'values'>): boolean {
  // The mission is changed letter by letter, and what was wrong is read meanwhile.
  if (key === setup.mission.key) return true;
  return [...setup.indicators, ...setup.partners].some((each) => each.key === key && each.values === values);
}

/** Where a field of the mission is asked for. */
export function stepOf(field: string | undefined): Step | undefined {
  return STEPS.find((step) => step in MISSION_FIELDS && MISSION_FIELDS[step as 'place'].some((name) => name === field));
}

const LONGEST_HASHTAG = 40;

/** A hashtag made of a title: `#logement-digne` of “Un logement digne !”, without what is shorter than three letters. */
export function hashtagOf(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = (plain.match(/[\p{L}\p{Nd}]+/gu) ?? []).filter((word) => word.length > 2);
  let tag = '';
  for (const word of words) {
    const longer = tag === '' ? word : `${tag}-${word}`;
    if (longer.length > LONGEST_HASHTAG) break;
    tag = longer;
  }
  return tag === '' ? '' : `#${tag}`;
}
