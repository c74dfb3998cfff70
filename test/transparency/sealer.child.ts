// A sealer of its own process that is killed, or frozen, without warning, at one step of publishing.
import { Database } from '@maillage/platform';
import { Sealer, SigningKey } from '@maillage/ledger';

const [url = '', stateDir = '', secret = '', step = '', signal = 'SIGKILL'] = process.argv.slice(2);
const database = new Database({ url, schema: 'maillage', poolSize: 2 });
const sealer = new Sealer({
  database,
  key: SigningKey.parse(secret),
  stateDir,
  idleHolderMs: 1_000,
  onStep: async (at) => {
    if (at !== step) return;
    process.kill(process.pid, signal);
    // Not a statement more of one that is killed: the signal may take a moment.
    if (signal === 'SIGKILL') await new Promise(() => undefined);
  },
});
await sealer.seal();
await sealer.stop();
await database.close();
