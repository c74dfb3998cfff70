import { describe, expect, it } from '@jest/globals';
import { ESLint, Linter } from 'eslint';
import { PART_OF_A_LIST } from '../../infra/tooling/part-of-a-list.js';

const linter = new Linter();

function complaints(code: string): number {
  return linter.verify(code, { rules: { 'no-restricted-syntax': ['error', ...PART_OF_A_LIST] } }).length;
}

describe('given code of the pages', () => {
  it.each([
    'const overdue = commitments.nodes.filter((each) => each.state === "OVERDUE");',
    'const none = reviews.edges.every(({ node }) => node.learned === null);',
    'const own = data?.mission?.members.nodes.find((each) => each.id === own);',
    'const { nodes } = commitments; const sum = nodes.reduce((total, each) => total + each.amount, 0);',
    'const last = [...more.nodes].sort(byDay);',
    'const [latest] = [measurements.nodes[0]];',
    'const count = organisations.nodes.length;',
    'const many = found.nodes.length > 1;',
    'const latest = measurements.nodes.at(-1);',
  ])('it is refused to judge a list by a page of it: %s', (code) => {
    expect(complaints(code)).toBe(1);
  });

  it.each([
    'const lines = commitments.nodes.map(({ id }) => id);',
    'const none = commitments.nodes.length === 0;',
    'const some = more.nodes.length > 0;',
    'const count = organisations.totalCount;',
    'const kept = progress.commitments.filter(({ state }) => state === "KEPT");',
  ])('it shows what there is, and whether there is any: %s', (code) => {
    expect(complaints(code)).toBe(0);
  });

  it('that holds for every page and part', async () => {
    const eslint = new ESLint();
    for (const file of ['apps/web/pages/missions/mission/progress.tsx', 'apps/web/parts/acting.ts']) {
      const { rules } = await eslint.calculateConfigForFile(file);
      expect(rules['no-restricted-syntax']).toEqual(expect.arrayContaining([...PART_OF_A_LIST]));
    }
  });
});
