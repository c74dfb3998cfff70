import { performance } from 'node:perf_hooks';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Metrics } from '@maillage/platform';
import type { Budget } from './budget.js';
import type { ApiContext } from './context.js';
import type { ErrorPresenter } from './errors.js';
import { acceptableCost } from './limits.js';

/** Measures every operation, refuses those that cost too much by themselves or in all, and keeps the causes of failures. */
export function operations(
  metrics: Metrics,
  presenter: ErrorPresenter,
  maxQueryCost: number,
  budget: Budget,
): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: async () => {
      const began = performance.now();
      return {
        didResolveOperation: async ({ schema, document, operation, request, contextValue, response: { http } }) => {
          if (operation === undefined) return;
          const cost = acceptableCost(schema, document, operation, request.variables ?? {}, maxQueryCost);
          const { headers, refusal } = await budget.count(contextValue, cost);
          for (const [name, value] of Object.entries(headers)) http.headers.set(name, value);
          if (refusal !== undefined) throw refusal;
        },
        didEncounterErrors: async ({ errors, contextValue }) => {
          presenter.report(errors, contextValue.requestId);
        },
        willSendResponse: async ({ operation, errors }) => {
          metrics.graphqlSeconds.observe(
            { type: operation?.operation ?? 'unknown', outcome: errors === undefined ? 'answered' : 'error' },
            (performance.now() - began) / 1000,
          );
        },
      };
    },
  };
}
