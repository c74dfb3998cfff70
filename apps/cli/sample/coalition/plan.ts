import { v5 } from 'uuid';
import type { Command } from '@maillage/kernel';
import type { Language, Tables, Text } from './tables.js';

/** What a step of the story is, for the report. */
export const KINDS = [
  'organisations',
  'missions',
  'memberships',
  'accreditations',
  'indicators',
  'measurements',
  'commitments',
  'contributions',
  'statements of evidence',
  'reviews',
  'answers and lessons',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Step {
  readonly kind: Kind;
  readonly command: Command;
}

/** One thing an organisation does on a day. Those of one day and one subject happen in the order they are told in. */
export interface Deed {
  readonly kind: Kind;
  readonly on: string;
  /** The organisation, by its key. */
  readonly by: string;
  readonly type: string;
  /** Of the aggregate, a UUID. */
  readonly id: string;
  readonly data: unknown;
  /** Whether it does so for the network, by a key of the operator's. */
  readonly operates?: boolean;
  /** What tells its command from all others of the story, whatever the language. */
  readonly name: readonly string[];
}

const NAMESPACE = v5('rivemont.example.org', v5.DNS);

/** The same parts give the same UUID, in any run and on any machine. */
export function idFrom(...parts: readonly string[]): string {
  return v5(parts.join('/'), NAMESPACE);
}

const FIRST_HOUR_UTC = 7;
const MINUTES_BETWEEN = 7;
const MINUTE_MS = 60_000;

/** Gathers what happens and puts it in the order of time. */
export class Plan {
  private readonly deeds: Deed[] = [];

  constructor(
    readonly tables: Tables,
    private readonly language: Language,
  ) {}

  say(text: Text): string {
    return text[this.language];
  }

  /** The UUID of an organisation of the story. @throws {Error} for one that it does not have. */
  organisation(key: string): string {
    if (!this.tables.organisations.some((each) => each.key === key))
      throw new Error(`No organisation is called ${key}.`);
    return idFrom('organisation', key);
  }

  organisations(keys: readonly string[]): string[] {
    return keys.map((key) => this.organisation(key));
  }

  /** The UUID of a mission of the story. @throws {Error} for one that it does not have. */
  mission(key: string): string {
    if (!this.tables.missions.some((each) => each.key === key)) throw new Error(`No mission is called ${key}.`);
    return idFrom('mission', key);
  }

  add(deed: Deed): void {
    this.deeds.push(deed);
  }

  /** Every step at a moment of its own, earliest first. */
  steps(): readonly Step[] {
    const byDay = this.deeds.map((deed, told) => ({ deed, told }));
    byDay.sort((a, b) => compare(a.deed.on, b.deed.on) || a.told - b.told);
    const members = new Map(this.tables.organisations.map(({ key, members }) => [key, members]));
    const acts = new Map<string, number>();
    const next = (counted: string): number => {
      const n = acts.get(counted) ?? 0;
      acts.set(counted, n + 1);
      return n;
    };
    return byDay.map(({ deed }) => {
      const { kind, on, by, type, id, data, operates = false, name } = deed;
      const at = new Date(Date.parse(`${on}T0${FIRST_HOUR_UTC}:00:00Z`) + next(on) * MINUTES_BETWEEN * MINUTE_MS);
      const people = members.get(by) ?? [];
      const member = people[next(`by ${by}`) % people.length];
      const command: Command = {
        type,
        id,
        data,
        commandId: idFrom('command', type, ...name),
        scopes: operates ? ['read', 'write', 'operator'] : ['read', 'write'],
        actor: {
          organisation: this.organisation(by),
          ...(member === undefined ? {} : { member: idFrom('member', member) }),
        },
        at: at.toISOString(),
      };
      return { kind, command };
    });
  }
}

/** A calendar date so many days later. */
export function later(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 24 * 60 * MINUTE_MS).toISOString().slice(0, 10);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
