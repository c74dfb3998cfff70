import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '@maillage/platform';
import { explain } from './explain.js';
import { openHouse, type House } from './house.js';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

/** The lines of a section, without their indent. */
function sectionOf(text: string, heading: string): readonly string[] {
  const section = text.split('\n\n').find((each) => each.startsWith(heading)) ?? '';
  return section
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

describe('A command, explained', () => {
  it('shows its event, and which rows that moves', () => {
    const text = explain('EraseValue', house);
    expect(text).toMatch(/Written in libs\/slices\/openness\/erasure\/commands\.ts:\d+/);
    expect(sectionOf(text, 'Recorded')).toContainEqual(
      expect.stringMatching(/^ValueErased +infra\/generated\/events\/ValueErased\.1\.json +A private value/),
    );
    expect(sectionOf(text, 'Rows moved')).toEqual([expect.stringMatching(/^ValueErased +erasures\.erasure$/)]);
  });

  it('shows its mutation: input fields, those that no client gives, and what it answers', () => {
    const text = explain('EraseValue', house);
    expect(sectionOf(text, 'Mutation')).toEqual(['eraseValue(input: EraseValueInput!): EraseValueResult!']);
    const input = sectionOf(text, 'Input EraseValueInput');
    expect(input).toContainEqual(expect.stringMatching(/^eventId: UUID! +The event that has the value/));
    expect(input).toContain('recorded is not in it: no client gives it.');
    expect(sectionOf(text, 'Result EraseValueResult')).toContain(
      'ErasureRecorded { erasure: Erasure, receipt: Receipt! }',
    );
  });

  it('shows why it may be refused, and what asks its guard', () => {
    const refused = sectionOf(explain('EraseValue', house), 'Refused with').map((line) => line.split(' ')[0]);
    expect(refused.slice(0, 5)).toEqual([
      'UNKNOWN_EVENT',
      'NOT_YOURS_TO_ERASE',
      'NOT_PRIVATE',
      'ALREADY_ERASED',
      'INVALID_INPUT',
    ]);
    expect(sectionOf(explain('EraseValue', house), 'Allowed')[0]).toContain('It has no guard');
    const [guard, told] = sectionOf(explain('VerifyContribution', house), 'Allowed');
    expect([guard, told]).toEqual([expect.stringContaining('It has a guard'), 'Told by `may` of Contribution.']);
    // What a later aggregate makes under a node is asked there.
    expect(sectionOf(explain('MakeCommitment', house), 'Allowed')[1]).toContain('Mission');
  });

  it('has no mutation where only the ledger’s own processes send it', () => {
    expect(sectionOf(explain('AttestViews', house), 'Mutation')).toEqual([
      'None: it is sent by the ledger’s own processes.',
    ]);
  });
});

describe('A type, explained', () => {
  it('shows the table, and what stands behind each field', () => {
    const text = explain('Organisation', house);
    expect(text).toMatch(
      /^Organisation implements Node\n {2}A legal or informal body\.\n {2}Written in .*graphql\.ts:\d+/,
    );
    expect(sectionOf(text, 'Made from')[0]).toMatch(/^the table organisation of the view organisations, version \d+$/);
    const fields = Object.fromEntries(sectionOf(text, 'Fields').map((line) => line.split(/ {2,}/)));
    expect(fields).toMatchObject({
      'id: ID!': 'global id of id',
      'registeredAt: DateTime!': 'column registered_at',
      'uuid: UUID!': 'column id',
      'successor: Organisation': 'column successor_id: the Organisation of that id',
      'controlGroup(on): Organisation': 'worked out when it is asked for',
    });
  });

  it('shows what stands behind a field that another slice adds', () => {
    const fields = sectionOf(explain('Mission', house), 'Fields');
    expect(fields).toContainEqual(
      expect.stringMatching(/^progress\(on\): MissionProgress! +worked out when it is asked for$/),
    );
  });

  it('shows of a list of others that each is found by its id', () => {
    const fields = sectionOf(explain('Commitment', house), 'Fields').map((line) => line.split(/ {2,}/));
    expect(Object.fromEntries(fields)).toMatchObject({
      'promisors: [Organisation!]!': 'column promisor_ids: the Organisation for each of its ids',
      'quantity: Quantity': 'columns amount, unit',
    });
  });

  it('shows where it is found, and which mutations give it', () => {
    const text = explain('Erasure', house);
    expect(sectionOf(text, 'Found in')).toEqual([
      'Query.erasures  the query erasurePage: infra/generated/sql/openness/erasurePage.sql',
    ]);
    expect(sectionOf(text, 'Given by')).toEqual(['eraseValue(input: EraseValueInput!): EraseValueResult!']);
  });
});

describe('Whatever is defined', () => {
  it('is explained, by files that are there and by events that the fixture log has', () => {
    const types = house.parts.flatMap(({ made }) => made?.().name ?? []);
    for (const name of [...house.registry.deciderOf.keys(), ...types]) {
      const text = explain(name, house);
      const files = text.match(/infra\/generated\/[\w./]+\w/g) ?? [];
      expect(files.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
      expect(text).toContain('Written in libs/');
      expect(text).not.toContain('none in the fixture log');
    }
  });

  it('is named near a name that nothing has', () => {
    expect(() => explain('Organization', house)).toThrow(
      'There is no command and no type made from a table that is called Organization. Near it: Organisation',
    );
    expect(() => explain('Nothing at all', house)).toThrow(/There are: .*AmendCommitment, .*Organisation/);
  });
});
