import fc from 'fast-check';
import { isRefusal, plusDays, type CalendarDate, type Command, type Scope } from '@maillage/kernel';
import { Decisions } from '../../../test/harness/decisions.js';
import { asLogged, id } from '../../../test/harness/given.js';
import { organisationDecider } from './organisation/decider.js';
import { CONTEST_DAYS } from './organisation/events.js';
import { LOOK_BACK_DAYS } from './organisation/groups.arithmetic.js';
import type { OrganisationState } from './organisation/state.js';
import { noonOf, REGISTER } from './spec.fixtures.js';

// Random histories of who belongs to whom, and who is one group by reading them day by day.

export const EVERYBODY = [1, 2, 3, 4, 5].map(id);
const OPERATOR = id(6);
const FIRST: CalendarDate = '2026-01-01';

const nth = fc.nat({ max: EVERYBODY.length - 1 });
const act = fc.record({
  wait: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 90 })),
  what: fc.constantFrom('GROUP', 'GROUP', 'LEAVE', 'LEAVE', 'ASSERT', 'CONTEST', 'DROP', 'DUPLICATE', 'CLEAR', 'CLEAR'),
  child: nth,
  parent: nth,
});
export const anyActs = fc.array(act, { minLength: 1, maxLength: 30 });
export type Acts = typeof anyActs extends fc.Arbitrary<infer Value> ? Value : never;

/** An event, with the organisation whose stream it is in. */
export interface Told {
  readonly of: string;
  readonly event: { readonly type: string; readonly data: Readonly<Record<string, string>> };
}

export interface History {
  readonly told: readonly Told[];
  readonly last: CalendarDate;
  /** The commands that were taken, in order. */
  readonly commands: readonly Command[];
  readonly stateOf: (organisation: string) => OrganisationState;
}

/** What comes of those acts, of which some are refused. */
export function play(acts: Acts): History {
  const decisions = new Decisions([organisationDecider]);
  const told: Told[] = [];
  const commands: Command[] = [];
  let day = FIRST;
  const send = (type: string, of: string, data: object, by: string, scopes: readonly Scope[] = ['write']) => {
    const commandId = id(0x1000 + commands.length);
    const sent = { type, id: of, data, commandId, actor: { organisation: by }, scopes, at: noonOf(day) };
    const command = decisions.parsed(sent);
    const events = decisions.perform(command);
    if (isRefusal(events)) return;
    commands.push(command);
    for (const event of events) told.push({ of, event: asLogged(event) as Told['event'] });
  };
  for (const each of [...EVERYBODY, OPERATOR]) {
    send('RegisterOrganisation', each, { name: `Organisation ${each.slice(-1)}`, sector: 'PUBLIC' }, each);
  }
  for (const { wait, what, child, parent } of acts) {
    day = plusDays(day, wait);
    const [of, parentId] = [EVERYBODY[child] ?? '', EVERYBODY[parent] ?? ''];
    const operate = (type: string, data: object) => {
      send(type, of, data, OPERATOR, ['write', 'operator']);
    };
    switch (what) {
      case 'GROUP':
        send('ProposeGrouping', of, { parentId }, of);
        send('AcceptGrouping', of, { parentId }, parentId);
        break;
      case 'LEAVE':
        operate('UngroupOrganisation', { reason: 'Sold.' });
        break;
      case 'ASSERT':
        operate('AssertGrouping', { parentId, register: REGISTER });
        break;
      case 'CONTEST':
        send('ContestGrouping', of, { parentId, reason: 'Sold.' }, of);
        break;
      case 'DROP':
        operate('DropGroupingAssertion', { parentId, reason: 'Sold.' });
        break;
      case 'DUPLICATE':
        operate('MarkDuplicate', { keptId: parentId, reason: 'Twice.' });
        break;
      case 'CLEAR':
        operate('ClearDuplicate', { reason: 'Two.' });
    }
  }
  return { told, last: day, commands, stateOf: (of) => decisions.stateOf(`organisation/${of}`) as OrganisationState };
}

interface Naive {
  parent: string | undefined;
  kept: string | undefined;
  asserted: { readonly parent: string; readonly on: CalendarDate } | undefined;
}

/** Whether two are one group on a day, worked out by walking through every day of the year before. */
export function naiveSameGroup(told: readonly Told[], a: string, b: string, on: CalendarDate): boolean {
  const now = new Map<string, Naive>(
    EVERYBODY.map((each) => [each, { parent: undefined, kept: undefined, asserted: undefined }]),
  );
  const since = plusDays(on, -LOOK_BACK_DAYS);
  const ties: (readonly [string, string])[] = [];
  const note = (day: CalendarDate) => {
    if (day < since) return;
    for (const [of, { parent, kept }] of now) {
      if (parent !== undefined) ties.push([of, parent]);
      if (kept !== undefined) ties.push([of, kept]);
    }
  };
  for (let day = FIRST; day <= on; day = plusDays(day, 1)) {
    note(day);
    for (const each of now.values()) {
      if (each.asserted !== undefined && plusDays(each.asserted.on, CONTEST_DAYS + 1) === day) {
        each.parent = each.asserted.parent;
        each.asserted = undefined;
      }
    }
    note(day);
    for (const { of, event } of told.filter(({ event: { data } }) => data['on'] === day)) {
      const it = now.get(of);
      if (it === undefined) continue;
      apply(it, event);
      note(day);
    }
  }
  return reaches(ties, a, b);
}

function apply(it: Naive, { type, data }: Told['event']): void {
  switch (type) {
    case 'OrganisationGrouped':
      it.parent = data['controlGroupId'];
      break;
    case 'OrganisationUngrouped':
      it.parent = undefined;
      break;
    case 'GroupingAsserted':
      it.asserted = { parent: data['parentId'] ?? '', on: data['on'] ?? '' };
      break;
    case 'GroupingContested':
    case 'GroupingAssertionDropped':
      it.asserted = undefined;
      break;
    case 'DuplicateOf':
      it.kept = data['keptId'];
      break;
    case 'DuplicateCleared':
      it.kept = undefined;
  }
}

function reaches(ties: readonly (readonly [string, string])[], from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const at of seen) {
    for (const [one, other] of ties) {
      if (one === at) seen.add(other);
      if (other === at) seen.add(one);
    }
  }
  return seen.has(to);
}
