import { sql } from 'kysely';
import { query } from '@maillage/engine';
import { Database } from '@maillage/platform';

const [, , url = ''] = process.argv;
const database = new Database({ url, schema: 'maillage', poolSize: 1 });
const asked = query('organisationById', [], (on, _: null) => sql`select name from organisation`.execute(on.kysely));
await asked.run(database, null);
await database.close();
