import { DeclareMission } from '../../../generated/commands/DeclareMission.js';
import { DefineIndicator } from '../../../generated/commands/DefineIndicator.js';
import { InviteOrganisation } from '../../../generated/commands/InviteOrganisation.js';
import { emptyValues, fittingValues, type AnyValues, type Command } from '../../../parts/forms/command.js';

export const STEPS = ['challenge', 'place', 'indicators', 'partners', 'preview'] as const;
export type Step = (typeof STEPS)[number];

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
  readonly recorded: boolean;
}

export interface PlannedIndicator extends Planned {
  /** Which of the common ones it began as. */
  readonly common?: string | undefined;
}

export interface Partner extends Planned {
  readonly name: string;
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
  return { key, commandId, values: { ...emptyValues(command), ...values }, recorded: false };
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
      return found === undefined ? [] : [{ ...found, name: textIn(each, 'name') ?? '' }];
    }),
  };
}

function readPlanned(command: Command, kept: unknown): Planned | undefined {
  if (!isObject(kept)) return undefined;
  const [key, commandId] = [textIn(kept, 'key'), textIn(kept, 'commandId')];
  if (key === undefined || commandId === undefined) return undefined;
  const values = { ...emptyValues(command), ...fittingValues(command, kept['values']) };
  return { key, commandId, values, recorded: kept['recorded'] === true };
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
