import type { TestApi } from '../harness/api.js';

/** Those that may hold who somebody is; their rows are erased with her. */
const TABLES_OF_PEOPLE: ReadonlySet<string> = new Set([
  'person',
  'person_address',
  'person_session',
  'address_proof',
  'address_undo',
  'access_recovery',
  'passkey',
  'sign_in_attempt',
  'seat_invitation',
  'partner_invitation',
  'mail',
  'silent_mailbox',
]);

/**
 * Where what is known of people is told, outside the tables of people: tables of the ledger, which log, bundles and the
 * public API are made of, metrics, and what the server logged.
 * @param logged what the server logged, line by line.
 */
export async function tracesOf(
  api: TestApi,
  logged: readonly string[],
  words: readonly string[],
): Promise<readonly string[]> {
  const { schema } = api.database;
  const { pool } = api.superuser;
  const { rows: tables } = await pool.query<{ readonly name: string }>(
    `select table_name as name from information_schema.tables where table_schema = $1 and table_type = 'BASE TABLE'`,
    [schema],
  );
  const found: string[] = [];
  for (const { name } of tables.filter((table) => !TABLES_OF_PEOPLE.has(table.name))) {
    const { rows } = await pool.query(
      `select from ${schema}.${name} t where exists (select from unnest($1::text[]) word where strpos(to_jsonb(t)::text, word) > 0) limit 1`,
      [words],
    );
    if (rows.length > 0) found.push(name);
  }
  const metrics = await (await fetch(`${api.url}/metrics`)).text();
  const { text: publicly } = await api.graphql(
    '{ organisations(first: 50) { nodes { id name } } viewer { person { name } } }',
  );
  const said = { metrics, publicly, logged: logged.join('') };
  for (const [where, text] of Object.entries(said)) {
    if (words.some((word) => text.includes(word))) found.push(where);
  }
  return found;
}
