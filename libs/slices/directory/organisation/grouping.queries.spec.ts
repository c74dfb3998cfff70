import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LanguageEnum, type Page } from '@maillage/engine';
import { plusDays, type CalendarDate } from '@maillage/kernel';
import { executed, openEngine, register, type TestEngine } from '../../../../test/harness/engine.js';
import { anyActs, EVERYBODY, play } from '../histories.fixtures.js';
import { directory } from '../slice.js';
import { organisationDecider } from './decider.js';
import type { OrganisationEvent } from './events.js';
import {
  areOneGroup,
  groupAt,
  parentOfOrganisation,
  proposalsAboutOrganisation,
  subsidiariesOfOrganisation,
  type ProposalFilter,
} from './grouping.queries.js';
import { standingOfProposal } from './grouping.view.js';
import { groupsOn, parentOn } from './groups.arithmetic.js';
import { organisationPage } from './queries.js';
import type { OrganisationRow, ProposalRow } from './view.js';

let engine: TestEngine;

beforeAll(async () => {
  engine = await openEngine([directory]);
});
afterAll(() => engine.close());

describe('Statements about groups', () => {
  const long = fc.array(anyActs, { minLength: 30, maxLength: 30 });
  const history = play((fc.sample(long, { numRuns: 1, seed: 20261128 })[0] ?? []).flat());

  it('say of a long history what the arithmetic says of it, on any day', async () => {
    const { commands, last, stateOf } = history;
    expect(commands.length).toBeGreaterThan(30);
    for (const command of commands) await executed(engine.executor.execute(command));
    await engine.catchUp();
    const { database } = engine;
    const states = EVERYBODY.map(stateOf);
    const all = states.flatMap(({ memberships }) => memberships);
    const pairs = EVERYBODY.flatMap((a) => EVERYBODY.map((b) => `${a}/${b}`));
    let together = 0;
    for (let back = -450; back < 2000; back += 61) {
      const on = plusDays(last, -back);
      const groupOf = groupsOn(all, on);
      const expected = pairs.map((pair) => {
        const [a = '', b = ''] = pair.split('/');
        return groupOf(a) === groupOf(b);
      });
      expect(await areOneGroup.run(database, { keys: pairs, args: { on } })).toEqual(expected);
      together += expected.filter((alike) => alike).length - EVERYBODY.length;
      const parents = await parentOfOrganisation.run(database, { keys: EVERYBODY, args: { on } });
      expect(parents).toEqual(states.map((state) => parentOn(state, on)));
      const children = await subsidiariesOfOrganisation.run(database, { keys: EVERYBODY, args: { on } });
      expect(children.map((found) => [...found].sort())).toEqual(
        EVERYBODY.map((of) => EVERYBODY.filter((each, n) => each !== of && parents[n] === of).sort()),
      );
    }
    expect(together).toBeGreaterThan(0);
  });

  it('find what waits for an answer, and for whose, as each proposal tells of itself', async () => {
    const { database } = engine;
    const ask = async (args: ProposalFilter) => {
      const found = await proposalsAboutOrganisation.run(database, { keys: EVERYBODY, args: { first: 100, ...args } });
      return found.map(({ rows }) => rows);
    };
    const all = await ask({});
    let waiting = 0;
    for (let back = -1500; back < 100; back += 7) {
      const on = plusDays(history.last, back);
      const open = all.map((rows) => rows.filter((row) => standingOfProposal(row, on) === 'OPEN'));
      expect(await ask({ openOn: on })).toEqual(open);
      expect(await ask({ toAnswerOn: on })).toEqual(
        open.map((rows, n) => rows.filter((row) => row.kind === 'ASSERTED' || row.said_by !== EVERYBODY[n])),
      );
      waiting += open.flat().length;
      const [other = ''] = EVERYBODY;
      const isBetween = (row: ProposalRow, n: number) =>
        EVERYBODY[n] !== other && [row.organisation_id, row.parent_id].includes(other);
      expect(await ask({ kind: 'PROPOSED', openOn: on, otherId: other })).toEqual(
        open.map((rows, n) => rows.filter((row) => row.kind === 'PROPOSED' && isBetween(row, n))),
      );
    }
    expect(waiting).toBeGreaterThan(0);
  });

  it('say as of every position in it what the log held there', async () => {
    const { told, last } = history;
    const { database } = engine;
    const states = new Map(EVERYBODY.map((each) => [each, organisationDecider.initial]));
    const groupOf = (of: string, on: CalendarDate): string | null => {
      const { memberships } = states.get(of)!;
      const kept = memberships.findLast(
        ({ basis, from, until }) => basis === 'DUPLICATE' && from <= on && (until === null || until > on),
      );
      const record = kept?.controlGroupId ?? of;
      const parent = parentOn(states.get(record)!, on);
      return parent === of ? null : parent;
    };
    let belonging = 0;
    for (const [index, { of, event }] of told.entries()) {
      const state = states.get(of);
      if (state !== undefined) states.set(of, organisationDecider.evolve(state, event as OrganisationEvent));
      const everybody = [...states.values()].every(({ registered }) => registered);
      if (!everybody || index % 5 !== 0) continue;
      const position = String(index + 1);
      for (const on of [last, plusDays(last, 40)]) {
        const asked = groupAt(sql`asked.id`, { position, on });
        const rows = await database.run(
          sql<{ readonly group_id: string | null }>`
            select belonged.group_id from unnest(${EVERYBODY}::text[]) with ordinality as asked(id, nth)
            cross join lateral (${asked}) belonged order by asked.nth`,
        );
        const found = rows.map((row) => row.group_id);
        expect([position, on, ...found]).toEqual([position, on, ...EVERYBODY.map((each) => groupOf(each, on))]);
        belonging += found.filter((each) => each !== null).length;
      }
    }
    expect(belonging).toBeGreaterThan(0);
  });
});

describe('The list of organisations', () => {
  it.each(Object.keys(LanguageEnum))(
    'is sorted as %s sorts names, and read to its end in pages either way',
    async (language) => {
      const names = (page: Page<OrganisationRow>) => page.rows.map(({ name }) => name);
      const all = names(await organisationPage.run(engine.database, { first: 100 }));
      expect(all).toEqual(all.toSorted(new Intl.Collator(language).compare));
      const seen: string[] = [];
      for (let after: string | undefined; ;) {
        const page = await organisationPage.run(engine.database, { first: 3, after });
        seen.push(...names(page));
        after = page.cursors.at(-1);
        if (!page.hasNextPage) break;
      }
      expect(seen).toEqual(all);
      for (let before: string | undefined; ;) {
        const page = await organisationPage.run(engine.database, { last: 4, before });
        expect(names(page)).toEqual(seen.splice(-page.rows.length));
        before = page.cursors[0];
        if (!page.hasPreviousPage) break;
      }
      expect(seen).toEqual([]);
    },
  );

  const SORTED = [
    'Zurich',
    'Évreux',
    'evreux',
    'Ezanville',
    'Œuvre',
    'Odéon',
    'cote',
    'coté',
    'côte',
    'côté',
    'Zurich',
    '1 toit',
    'ami',
    'L’Île',
  ];
  const NAMES = [
    'Łódź w ruchu',
    'Cœur d’Évreux',
    'Zurich Wohnen',
    'Οδός Ερμού',
    'evreux habitat',
    'Pour l’habitat',
    ...SORTED,
  ];
  beforeAll(async () => {
    for (const name of NAMES) await register(engine.executor, name);
    await engine.catchUp();
  });

  it.each([
    ['coeur', ['Cœur d’Évreux']],
    ["l'habitat", ['Pour l’habitat']],
    ['l’habitat', ['Pour l’habitat']],
    ['lodz', ['Łódź w ruchu']],
    ['ΟΔΟΣ', ['Οδός Ερμού']],
    ['wohnen ZÜRICH', ['Zurich Wohnen']],
    ['wohnen evreux', []],
  ])('has what is searched for as %s', async (search, found) => {
    const { rows } = await organisationPage.run(engine.database, { search });
    expect(rows.map(({ name }) => name)).toEqual(found);
  });
});
