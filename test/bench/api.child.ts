// The API with its views, as `npm start` runs it, on a free port; with the pages in the folder named, if one
// is. Says where it is in one line of JSON and ends on SIGTERM.
import '../../apps/host/production.js';
import 'reflect-metadata';
import { startApi } from '../../apps/api/bootstrap.js';
import { logKey } from '../../apps/host/sealing.js';
import { loadConfig } from '@maillage/platform';

const stopped = new Promise<void>((resolve) => process.once('SIGTERM', resolve));
const [pagesFolder] = process.argv.slice(2);
const pages = pagesFolder === undefined ? {} : { pagesFolder };
const config = loadConfig();
const signingKey = await logKey(config, { make: true });
const api = await startApi({ config, projects: true, signingKey, ...pages });
process.stdout.write(`${JSON.stringify({ url: api.url })}\n`);
await stopped;
await api.close();
