import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError, parse } from 'graphql';
import { projectRoot } from '@maillage/platform';
import { RateLimit } from '../http/rate-limit.js';
import { Budget } from './budget.js';
import { costOf } from './cost.js';
import { Documents } from './documents.js';
import { MOST_TOKENS } from './limits.js';

const schema = buildSchema(readFileSync(join(projectRoot, 'infra', 'generated', 'schema.graphql'), 'utf8'));
const visit = { visitor: 'address 192.0.2.1', principal: undefined };
const A_MINUTE = 1_000_000;

const fields = (times: number, of: (n: number) => string) => Array.from({ length: times }, (_, n) => of(n)).join(' ');

describe('A document', () => {
  let documents: Documents;
  let budget: Budget;
  beforeEach(() => {
    budget = new Budget(new RateLimit(A_MINUTE, undefined, 'spec'));
    documents = new Documents(budget);
  });

  const left = async () => {
    const { headers } = await budget.count(visit, 0);
    return Number(/r=(\d+)/.exec(headers['ratelimit'] ?? '')?.[1]);
  };
  /** What was paid for it, and what was wrong with it. */
  const read = async (text: string) => {
    const before = await left();
    const document = await documents.read(visit, schema, text);
    const faults = 'kind' in document ? [] : document.map(({ message }) => message);
    // Whoever asks what is left pays 1.
    return { faults, cost: before - (await left()) - 1 };
  };

  it('is paid for by its tokens before it is validated, valid or not, and once where it is', async () => {
    const valid = '{ missions { nodes { id } } }';
    expect(await read(valid)).toEqual({ faults: [], cost: 90 });
    expect(await read(valid)).toEqual({ faults: [], cost: 0 });
    const invalid = '{ missions { nodes { idd } } }';
    for (const cost of [90, 90]) {
      expect(await read(invalid)).toEqual({ faults: [expect.stringMatching(/^Cannot query field "idd"/)], cost });
    }
    const { faults, cost } = await read(`{ ${'a '.repeat(MOST_TOKENS)} }`);
    expect([faults, cost > 5_000]).toEqual([[expect.stringMatching(/2000 tokens/)], true]);
    expect((await read(`{ missions { nodes { id } } } # ${'x'.repeat(500_000)}`)).cost).toBeGreaterThan(4_000);
  });

  it('is refused where the minute is spent, unless it was validated before', async () => {
    const valid = '{ missions { nodes { id } } }';
    await documents.admit(visit, valid);
    await documents.read(visit, schema, valid);
    await budget.count(visit, A_MINUTE);
    await documents.admit(visit, valid);
    await expect(documents.admit(visit, '{ missions { nodes { title } } }')).rejects.toMatchObject({
      extensions: { code: 'RATE_LIMITED', http: { status: 429 } },
    });
  });

  it('is forgotten where many others are asked', async () => {
    const valid = '{ missions { nodes { id } } }';
    await read(valid);
    for (let n = 0; n < 40; n += 1) {
      expect((await read(fields(300, (m) => `query A${n}b${m} { __typename }`))).faults).toEqual([]);
    }
    expect((await read(valid)).cost).toBe(90);
  });

  const nested = (name: string, within: string, times: number): string => fields(times, () => `${name} { ${within} }`);
  const HOSTILE: Readonly<Record<string, readonly [why: RegExp, text: string]>> = {
    'a field many times': [
      /"missions" more than 30 times in one place/,
      `{ ${nested('missions', 'nodes { id }', 280)} }`,
    ],
    'a field many times below one that comes often': [
      /"id" more than 30 times/,
      `{ ${nested('missions', `nodes { ${'id '.repeat(4)} }`, 30)} }`,
    ],
    'a name many times, by fragments': [
      /"a" more than 30 times/,
      `{ ${fields(31, (n) => `...F${n}`)} } ${fields(31, (n) => `fragment F${n} on Query { a: missions { totalCount } }`)}`,
    ],
    'a name many times, by inline fragments': [
      /"id" more than 30 times/,
      `{ node(id: "x") { ${fields(31, () => '... on Mission { id }')} } }`,
    ],
    'fragments that double each other': [
      /more than 20000 fields/,
      `{ ...F0 } ${fields(40, (n) => `fragment F${n} on Query { a${n}: missions { ...F${n + 1} } b${n}: missions { ...F${n + 1} } }`)}`,
    ],
    'a fragment within itself': [
      /has a fragment within itself/,
      '{ missions { nodes { ...F } } } fragment F on Mission { commitments { nodes { mission { ...F } } } }',
    ],
  };
  it.each(Object.entries(HOSTILE))('that would take long to validate is refused before: %s', async (_, [why, text]) => {
    expect((await read(text)).faults).toEqual([expect.stringMatching(why)]);
  });

  it('of as many tokens as there may be is validated in a moment', async () => {
    const texts = [
      `{ ${nested('missions', 'nodes { id }', 30)} }`,
      `{ missions { nodes { ${fields(650, (n) => `a${n}: id`)} } } }`,
      `{ ${fields(170, (n) => `...F${n}`)} } ${fields(170, (n) => `fragment F${n} on Query { a${n}: __typename }`)}`,
    ];
    for (const text of texts) {
      const began = process.cpuUsage();
      await documents.read(visit, schema, text);
      const { user, system } = process.cpuUsage(began);
      // 2,000 tokens of one field many times took a second.
      expect((user + system) / 1_000).toBeLessThan(400);
    }
  });
});

describe('Variables that do not fit', () => {
  it('are refused at the first that does not, however many there are', () => {
    const document = parse('query ($x: [Dimension!]) { organisations { nodes { name } } }');
    const [operation] = document.definitions;
    const cost = (variables: Readonly<Record<string, unknown>>) => {
      const began = process.cpuUsage();
      let refused: unknown;
      try {
        costOf(schema, document, operation as never, variables);
      } catch (error) {
        refused = error;
      }
      const { user, system } = process.cpuUsage(began);
      return { refused, ms: (user + system) / 1_000 };
    };
    const { refused, ms } = cost({ x: Array.from({ length: 500_000 }, () => 0) });
    expect(refused).toBeInstanceOf(GraphQLError);
    expect(refused).toMatchObject({
      message: expect.stringMatching(/^Variable "\$x" got invalid value 0 at "x\[0\]"; Enum "Dimension"/),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    // It took 33 s to tell of each.
    expect(ms).toBeLessThan(1_000);
    expect(cost({ x: Array.from({ length: 100_000 }, () => 'RESULTS') })).toMatchObject({ refused: undefined });
  });
});
