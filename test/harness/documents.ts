import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { graphql } from 'graphql';
import { Bus, Recorder, Registry, resolversOf, type GraphqlContext } from '@maillage/engine';
import { Ledger } from '@maillage/ledger';
import { Database } from '@maillage/platform';
import { slices } from '../../apps/host/slices.js';
import type { Network } from './network.js';

/**
 * Answers documents by the API's own schema on what a network holds, without a server or what it guards. What a network
 * has none of, permissions for one, is not there.
 */
export async function openDocuments({ bus, recorder, database, registry, ledger, as }: Network) {
  const had = new Map<unknown, unknown>([
    [Bus, bus],
    [Recorder, recorder],
    [Database, database],
    [Registry, registry],
    [Ledger, ledger],
  ]);
  const module = await Test.createTestingModule({
    imports: [GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true })],
    providers: slices.flatMap(resolversOf),
  })
    .useMocker((token) => had.get(token) ?? {})
    .compile();
  const app = module.createNestApplication(new FastifyAdapter(), { logger: false });
  await app.init();
  const { schema } = app.get(GraphQLSchemaHost);
  return {
    /**
     * @param context whoever asks; the public, if left out.
     * @returns the data.
     * @throws the errors.
     */
    ask: async (source: string, variables: object = {}, context: GraphqlContext = as()): Promise<any> => {
      const variableValues = variables as Readonly<Record<string, unknown>>;
      const { data, errors } = await graphql({ schema, source, variableValues, contextValue: context });
      if (errors !== undefined) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
      return data;
    },
    close: () => app.close(),
  };
}
export type Documents = Awaited<ReturnType<typeof openDocuments>>;
