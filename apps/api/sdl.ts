import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { resolversOf } from '@maillage/engine';
import { slices } from '../host/slices.js';
import { describeRootTypes } from './graphql/root-types.js';
import { ServiceResolver } from './service/service.graphql.js';
import { SignInResolver } from './session/sign-in.graphql.js';

/** The schema as it is published: composed from the slices' resolvers alone, without a database. */
export async function buildSdl(): Promise<string> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    const resolvers = [ServiceResolver, SignInResolver, ...slices.flatMap(resolversOf)];
    const schema = await app.get(GraphQLSchemaFactory).create(resolvers);
    return `${printSchema(lexicographicSortSchema(describeRootTypes(schema)))}\n`;
  } finally {
    await app.close();
  }
}
