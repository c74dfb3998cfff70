type Told =
  | 'TEST_DATABASE_URL'
  | 'TEST_REDIS_URL'
  | 'TEST_TEMPLATES'
  | 'TEST_DEPENDENCIES'
  | 'TEST_PROGRAMS'
  | 'TEST_INSTALLED_PROGRAMS';

/**
 * What the global set-up tells every suite that has servers.
 * @throws where it has not run, as it does not for unit specs.
 */
export function told(variable: Told): string {
  const value = process.env[variable];
  if (value === undefined) {
    throw new Error(
      `${variable} is not set: there are no servers here. A spec that needs one lies under test/, or is one of queries or ` +
        'GraphQL by its name: *.queries.spec.ts, *.graphql.spec.ts.',
    );
  }
  return value;
}
