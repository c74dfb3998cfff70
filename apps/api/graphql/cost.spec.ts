import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { projectRoot } from '@maillage/platform';
import { costOf } from './cost.js';

const schema = buildSchema(readFileSync(join(projectRoot, 'infra', 'generated', 'schema.graphql'), 'utf8'));

describe('The cost of an operation', () => {
  const cost = (text: string) => {
    const document = parse(text);
    return costOf(schema, document, document.definitions[0] as OperationDefinitionNode, {});
  };

  it.each(['nodes { __typename }', 'edges { __typename }', 'pageInfo { hasNextPage }', 'pageInfo { __typename }'])(
    'counts each row that is read, also where no field of it is asked for: %s',
    (asked) => {
      const within = `missions(first: 100) { nodes { commitments(first: 100) { ${asked} } } }`;
      expect(cost(`{ ${within} }`)).toBeGreaterThanOrEqual(10_100);
    },
  );

  it('counts a field of each row once', () => {
    // Its two lists, and a hundred missions with a commitment's id each hundred times.
    expect(cost('{ missions(first: 100) { nodes { commitments(first: 100) { nodes { id } } } } }')).toBe(
      1 + 1 + 100 * (1 + 1 + 100),
    );
  });
});
