import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Clock } from '@maillage/kernel';
import { Bus, EngineModule, READ_YOUR_WRITES_MS, resolversOf, type EngineOptions } from '@maillage/engine';
import { AfterPosition } from './graphql/after-position.js';
import type { Budget } from './graphql/budget.js';
import { AFTER_HEADER, newContext, type ApiContext } from './graphql/context.js';
import type { Documents } from './graphql/documents.js';
import { ErrorPresenter } from './graphql/errors.js';
import type { InFlight } from './graphql/in-flight.js';
import { limitRules, MOST_TOKENS } from './graphql/limits.js';
import { operations } from './graphql/operations.js';
import { Rethrown } from './graphql/rethrown.js';
import { describeRootTypes } from './graphql/root-types.js';
import { refuseDoubleKeys, UnacceptableJson } from './http/json.js';
import { GRAPHQL_PATH } from './http/server.js';
import { SERVICE, ServiceResolver, type ServiceSaid } from './service/service.graphql.js';
import { SIGN_IN_WAYS, SignInResolver, type SignInWays } from './session/sign-in.graphql.js';

export interface ApiModuleOptions extends EngineOptions {
  readonly maxQueryCost: number;
  readonly documents: Documents;
  readonly budget: Budget;
  readonly inFlight: InFlight;
  /** By which is recorded, and asked where no date is given. */
  readonly clock: Clock;
  readonly signIn: SignInWays;
  readonly service: ServiceSaid;
}

/** The GraphQL server over the slices; with `projects` it moves the views as well. */
@Module({})
export class ApiModule {
  static register(options: ApiModuleOptions): DynamicModule {
    const presenter = new ErrorPresenter(options.logger);
    return {
      module: ApiModule,
      imports: [
        EngineModule.register(options),
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [Bus],
          useFactory: (bus: Bus) => graphql(options, bus, presenter),
        }),
      ],
      providers: [
        { provide: ErrorPresenter, useValue: presenter },
        { provide: READ_YOUR_WRITES_MS, useValue: options.readYourWritesMs },
        { provide: APP_FILTER, useClass: Rethrown },
        { provide: APP_INTERCEPTOR, useClass: AfterPosition },
        { provide: SIGN_IN_WAYS, useValue: options.signIn },
        SignInResolver,
        { provide: SERVICE, useValue: options.service },
        ServiceResolver,
        ...options.slices.flatMap(resolversOf),
      ],
    };
  }
}

function graphql(
  { metrics, maxQueryCost, documents, budget, inFlight, clock }: ApiModuleOptions,
  bus: Bus,
  presenter: ErrorPresenter,
): Omit<ApolloDriverConfig, 'driver'> {
  return {
    path: GRAPHQL_PATH,
    autoSchemaFile: true,
    // An introspection of the whole schema at every start; `npm run generate` has made sure of it.
    buildSchemaOptions: { skipCheck: true },
    sortSchema: true,
    transformSchema: describeRootTypes,
    introspection: true,
    graphiql: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // A client could fill a cache of its own making; documents are cached by their text anyway.
    persistedQueries: false,
    cache: 'bounded',
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false,
    // 401 where a mutation comes without a key.
    preserveHttpStatusForExecutionErrors: false,
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    validationRules: limitRules(),
    formatError: (formatted, error) => presenter.present(formatted, error),
    plugins: [operations(metrics, presenter, maxQueryCost, documents, budget, inFlight)],
    context: async (request: FastifyRequest): Promise<ApiContext> => {
      const after = request.headers[AFTER_HEADER];
      const { client, sessionEnds, sessionOver, unseated, person } = request;
      const position = Array.isArray(after) ? after.join(',') : after;
      const context = newContext({ bus, clock }, request, request.id, position, {
        client,
        sessionEnds,
        sessionOver,
        unseated,
        person,
      });
      const query = queryOf(request);
      if (query !== undefined) await documents.admit(context, query);
      return context;
    },
  };
}

const TWICE_CHECKED = ['variables', 'extensions'] as const;

/**
 * The text of the operation, where there is one; Apollo says what is wrong where there is none.
 * @throws {GraphQLError} BAD_REQUEST for JSON in the query string that two readers may take for two things.
 */
function queryOf({ method, query: asked, body }: FastifyRequest): string | undefined {
  const sent = (method === 'GET' ? asked : body) as Readonly<Record<string, unknown>> | null | undefined;
  for (const part of method === 'GET' ? TWICE_CHECKED : []) {
    const text = sent?.[part];
    if (typeof text === 'string') refuseDoubleKeysOf(part, text);
  }
  const query = sent?.['query'];
  return typeof query === 'string' && query !== '' ? query : undefined;
}

function refuseDoubleKeysOf(part: string, text: string): void {
  try {
    refuseDoubleKeys(text);
  } catch (error) {
    if (!(error instanceof UnacceptableJson)) throw error;
    const extensions = { code: 'BAD_REQUEST', http: { status: 400 } };
    throw new GraphQLError(`${part}: ${error.message}`, { extensions });
  }
}
