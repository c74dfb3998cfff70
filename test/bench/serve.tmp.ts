import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { startServer, ask } from './server.js';
import { openNetwork } from './network.js';
import { fill } from './mix.js';
const s = await startServer();
const url = await s.database('rebuild');
const n = await openNetwork(url);
await fill(n, 60000);
await n.close();
await ask(url, 'vacuum analyze');
writeFileSync('/tmp/bench.url', url);
process.stderr.write('ready\n');
const end = async () => {
  await s.stop();
  process.exit(0);
};
process.once('SIGTERM', end);
setTimeout(end, 25 * 60_000);
