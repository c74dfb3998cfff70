import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { compileBundled, compilePrograms } from './compiled.js';
import { bundleDependencies } from './dependencies.js';

/**
 * Once per `npm test`: a real PostgreSQL, a real Redis and the project's programs compiled, told to every suite by
 * environment variable.
 */
export default async function setUp() {
  const dependencies = await bundleDependencies();
  const installed = await compilePrograms();
  const programs = await compileBundled(dependencies);
  const host = spawn(process.execPath, [join(programs, 'test/harness/services.host.js')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  let complaint = '';
  let answer = '';
  host.stderr.on('data', (chunk) => (complaint += chunk));
  const services = await new Promise((resolve, reject) => {
    host.stdout.on('data', (chunk) => {
      answer += chunk;
      if (answer.includes('\n')) resolve(JSON.parse(answer));
    });
    host.once('error', reject);
    host.once('close', () => {
      // The message is for whoever runs the tests; a stack trace into this file would only hide it.
      const error = new Error(complaint.trim());
      error.stack = error.message;
      reject(error);
    });
  });
  Object.assign(process.env, services, {
    TEST_DEPENDENCIES: dependencies,
    TEST_PROGRAMS: programs,
    TEST_INSTALLED_PROGRAMS: installed,
  });
  globalThis.stopServices = async () => {
    const gone = once(host, 'close');
    host.stdin.end();
    await gone;
  };
}
