import { ApolloArmor } from '@escape.tech/graphql-armor';
import {
  GraphQLError,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { costOf } from './cost.js';

/** Deep enough for a mission, its commitments, their contributions and who gave them; not for going round in circles. */
const DEEPEST = 12;
const MOST_ALIASES = 30;
const MOST_DIRECTIVES = 50;
export const MOST_TOKENS = 2_000;

/** What holds for every operation, whether it comes by HTTP or by WebSocket. */
export function limitRules(): ValidationRule[] {
  const rejecting = (advice: string) => ({
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null, error: GraphQLError) => {
        const limit = error.message.replace('Syntax Error: ', '');
        context?.reportError(
          new GraphQLError(`${limit} ${advice}`, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
        );
      },
    ],
  });
  const armor = new ApolloArmor({
    maxDepth: { n: DEEPEST, flattenFragments: true, ...rejecting('Ask for less at a time.') },
    maxAliases: { n: MOST_ALIASES, ...rejecting('Send several requests.') },
    maxDirectives: { n: MOST_DIRECTIVES, ...rejecting('Use fewer.') },
    // Its cost plugin sees no variables and no default page sizes, so that `first: $n` would be free: see cost.ts.
    costLimit: { enabled: false },
    // The parser itself stops at MOST_TOKENS, before it has built anything.
    maxTokens: { enabled: false },
    // The schema is open: hints give nothing away, and they help.
    blockFieldSuggestion: { enabled: false },
  });
  return armor.protect().validationRules;
}

/**
 * What the operation costs.
 *
 * @throws {GraphQLError} when that is more than `most`.
 */
export function acceptableCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  most: number,
): number {
  const cost = costOf(schema, document, operation, variables);
  if (cost <= most) return cost;
  throw new GraphQLError(
    `This operation may produce ${cost} values, and at most ${most} are answered at a time; ` +
      'ask for smaller pages (`first`) or fewer fields.',
    { extensions: { code: 'QUERY_TOO_COSTLY', cost, most, http: { status: 400 } } },
  );
}
