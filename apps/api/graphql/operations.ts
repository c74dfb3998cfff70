import { performance } from 'node:perf_hooks';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Metrics } from '@maillage/platform';
import type { Budget } from './budget.js';
import type { ApiContext } from './context.js';
import type { ErrorPresenter } from './errors.js';
import type { Documents } from './documents.js';
import type { InFlight, Leave } from './in-flight.js';
import { acceptableCost } from './limits.js';

/**
 * Measures every operation, refuses those that cost too much by themselves or in all, has the others wait for their turn, and
 * keeps the causes of failures.
 */
export function operations(
  metrics: Metrics,
  presenter: ErrorPresenter,
  maxQueryCost: number,
  documents: Documents,
  budget: Budget,
  inFlight: InFlight,
): ApolloServerPlugin<ApiContext> {
  const places = new WeakMap<ApiContext, Leave>();
  const leave = ({ contextValue }: { readonly contextValue: ApiContext }) => places.get(contextValue)?.();
  return {
    requestDidStart: async () => {
      const began = performance.now();
      return {
        didResolveOperation: async ({ schema, source, document, operation, request, contextValue, response }) => {
          // It was validated by now.
          documents.keep(source, document);
          if (operation === undefined) return;
          const { http } = response;
          const cost = acceptableCost(schema, document, operation, request.variables ?? {}, maxQueryCost);
          const { headers, refusal } = await budget.count(contextValue, cost);
          for (const [name, value] of Object.entries(headers)) http.headers.set(name, value);
          if (refusal !== undefined) throw refusal;
          places.set(contextValue, await inFlight.enter(contextValue, cost));
        },
        didEncounterErrors: async ({ errors, contextValue }) => {
          presenter.report(errors, contextValue.requestId);
        },
        willSendResponse: async (request) => {
          leave(request);
          const { operation, errors } = request;
          metrics.graphqlSeconds.observe(
            { type: operation?.operation ?? 'unknown', outcome: errors === undefined ? 'answered' : 'error' },
            (performance.now() - began) / 1000,
          );
        },
      };
    },
    // Where no answer is sent as it should be.
    unexpectedErrorProcessingRequest: async ({ requestContext }) => {
      leave(requestContext);
    },
  };
}
