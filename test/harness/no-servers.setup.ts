import { afterAll, afterEach } from '@jest/globals';
import { forbidServers } from './no-servers.js';

// A run of all specs has servers; unit specs are not told where.
const { env } = process;
process.env = Object.fromEntries(
  Object.entries(env).filter(([name]) => !/^(TEST_\w+|DATABASE_URL|REDIS_URL)$/.test(name)),
);

const servers = forbidServers();
const fail = () => {
  const error = servers.tried();
  if (error !== undefined) throw error;
};
afterEach(fail);
afterAll(fail);
// After a suite that could not be loaded, too.
process.once('end of suite', () => {
  servers.end();
});
