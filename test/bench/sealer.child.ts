// Seals the log it is pointed at until SIGTERM, as a worker's sealer does in a process of its own.
import '../../apps/host/production.js';
import { Sealer, SigningKey } from '@maillage/ledger';
import { Database } from '@maillage/platform';
import { SCHEMA } from './network.js';

const [url = '', stateDir = '', secret = ''] = process.argv.slice(2);
const stopped = new Promise<void>((resolve) => process.once('SIGTERM', resolve));
const database = new Database({ url, schema: SCHEMA, poolSize: 2 });
const sealer = new Sealer({ database, key: SigningKey.parse(secret), stateDir });
await sealer.seal();
sealer.start();
process.stdout.write('ready\n');
await stopped;
await sealer.stop();
await database.close();
