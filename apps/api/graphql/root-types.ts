import type { GraphQLSchema } from 'graphql';

/** Says what the three types are that everything starts from: slices add fields to them, and none of them owns one. */
export function describeRootTypes(schema: GraphQLSchema): GraphQLSchema {
  const [query, mutation, subscription] = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ];
  if (query) query.description = 'What can be read. Anyone may, without an account, but for what says otherwise.';
  if (mutation) {
    mutation.description =
      'What an organisation can have recorded, with its access key, token or session. Each field sends one command, and ' +
      'answers with what was recorded or with a refusal.';
  }
  if (subscription) subscription.description = 'What is told as it happens.';
  return schema;
}
