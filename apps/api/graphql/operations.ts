import { performance } from 'node:perf_hooks';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Metrics } from '@maillage/platform';
import type { ApiContext } from './context.js';
import type { ErrorPresenter } from './errors.js';
import { costError } from './limits.js';

/** Measures every operation, refuses those that cost too much, and keeps the causes of failures. */
export function operations(
  metrics: Metrics,
  presenter: ErrorPresenter,
  maxQueryCost: number,
): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: async () => {
      const began = performance.now();
      return {
        didResolveOperation: async ({ schema, document, operation, request }) => {
          if (operation === undefined) return;
          const error = costError(schema, document, operation, request.variables ?? {}, maxQueryCost);
          if (error !== undefined) throw error;
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
