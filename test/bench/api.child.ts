// The API with its views, as `npm start` runs it, on a free port. Says where it is in one line of JSON and ends on SIGTERM.
import 'reflect-metadata';
import { startApi } from '../../apps/api/bootstrap.js';
import { loadConfig } from '@maillage/platform';

const stopped = new Promise<void>((resolve) => process.once('SIGTERM', resolve));
const api = await startApi({ config: loadConfig(), projects: true });
process.stdout.write(`${JSON.stringify({ url: api.url })}\n`);
await stopped;
await api.close();
