import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '@maillage/platform';
import { account, isThere } from './debian.js';
import { freePort } from './ports.js';

const PROGRAM = '/usr/sbin/pgbouncer';

/** Whether PgBouncer can be run here; says so where it cannot. */
export const hasPgbouncer = isThere(PROGRAM, 'PgBouncer', 'pgbouncer');

export interface Pgbouncer {
  /** The address of a database by way of the pooler, from its own. */
  through(url: string): string;
  stop(): Promise<void>;
}

/**
 * PgBouncer before a PostgreSQL server, as the operator's guide has it.
 * @param server an address there
 * @param logins passwords by login
 * @param more settings beside those of the guide, one a line
 */
export async function startPgbouncer(
  server: string,
  logins: Readonly<Record<string, string>>,
  more = '',
): Promise<Pgbouncer> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-pgbouncer-'));
  const user = await account();
  const [settings, users, port] = [join(folder, 'pgbouncer.ini'), join(folder, 'userlist.txt'), await freePort()];
  const { hostname, port: behind } = new URL(server);
  const guide = await readFile(join(projectRoot, 'infra/docs/operating.md'), 'utf8');
  const [, ini] = /```ini\n; \/etc\/pgbouncer\/pgbouncer\.ini\n([^`]+)```/.exec(guide) ?? [];
  if (ini === undefined) throw new Error('The guide has no pgbouncer.ini.');
  const here = ini
    .replace(/^maillage = .*$/m, `* = host=${hostname} port=${behind}`)
    .replace(/^listen_port = .*$/m, `listen_port = ${port}`)
    .replace(/^auth_file = .*$/m, `auth_file = ${users}`);
  await writeFile(settings, `${here}${more}\n`);
  await writeFile(
    users,
    Object.entries(logins)
      .map(([login, password]) => `"${login}" "${password}"\n`)
      .join(''),
  );
  if (user !== undefined) for (const path of [folder, settings, users]) await chown(path, user.uid, user.gid);
  const child = spawn(PROGRAM, [settings], { stdio: ['ignore', 'ignore', 'pipe'], cwd: tmpdir(), ...user });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-2000)));
  for (let attempt = 0; !(await listens(port)); attempt += 1) {
    if (child.exitCode !== null || attempt > 200) throw new Error(`PgBouncer does not listen:\n${said}`);
    await sleep(25);
  }
  return {
    through: (url) => Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
