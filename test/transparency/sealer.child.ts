// A sealer of its own process that is killed, without warning, at one step of publishing.
import { Database } from '@maillage/platform';
import { Sealer, SigningKey } from '@maillage/ledger';

const [url = '', stateDir = '', secret = '', killedAt = ''] = process.argv.slice(2);
const database = new Database({ url, schema: 'maillage', poolSize: 2 });
const sealer = new Sealer({
  database,
  key: SigningKey.parse(secret),
  stateDir,
  onStep: async (step) => {
    if (step !== killedAt) return;
    process.kill(process.pid, 'SIGKILL');
    // Not a statement more: the signal may take a moment.
    await new Promise(() => undefined);
  },
});
await sealer.seal();
await sealer.stop();
await database.close();
