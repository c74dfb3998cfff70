import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.js';

const HOST = '127.0.0.1';
const MISSING =
  'The tests need a Redis server and found no redis-server on the PATH. Install one (Debian, Ubuntu: ' +
  'apt-get install redis-server; macOS: brew install redis) or set TEST_REDIS_URL to one that may be emptied.';

/** A redis-server of a test's own, to be mistreated. */
export interface RedisServer {
  readonly url: string;
  /** Of the process now running; another after `restart`. */
  readonly pid: number;
  /** SIGKILL: gone without a word. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** SIGSTOP: connections stay open and nothing answers. */
  freeze(): void;
  thaw(): void;
  /** Forgets everything. */
  flush(): Promise<void>;
  /** On the same port, empty. Kills the running process first, if there is one. */
  restart(): Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const url = `redis://${HOST}:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'maillage-redis-'));
  let server = await launch(port, folder);
  // A test that dies must not leave a server behind, not even a frozen one.
  const leave = () => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', leave);
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  };
  return {
    url,
    get pid() {
      return server.pid ?? -1;
    },
    kill: () => end('SIGKILL'),
    stop: async () => {
      server.kill('SIGCONT');
      await end('SIGTERM');
      process.off('exit', leave);
      rmSync(folder, { recursive: true, force: true });
    },
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    flush: async () => {
      await asked(port, 'FLUSHALL');
    },
    restart: async () => {
      await end('SIGKILL');
      server = await launch(port, folder);
    },
  };
}

async function launch(port: number, folder: string): Promise<ChildProcess> {
  // Nothing is kept on disk: what Redis forgets at a restart is what the tests want it to forget.
  const args = ['--port', String(port), '--bind', HOST, '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  server.stdout.on('data', (chunk: Buffer) => (output = `${output}${chunk.toString()}`.slice(-2000)));
  let failure: Error | undefined;
  server.once('error', (error: NodeJS.ErrnoException) => {
    failure = error.code === 'ENOENT' ? new Error(MISSING) : error;
  });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    await sleep(25);
    if (failure !== undefined) throw failure;
    if (server.exitCode !== null) throw new Error(`redis-server ended at once:\n${output}`);
    if ((await asked(port, 'PING').catch(() => '')) === '+PONG') return server;
  }
  server.kill('SIGKILL');
  throw new Error(`redis-server does not answer on port ${port}:\n${output}`);
}

/** One command over a connection of its own, and the line that answers it. */
function asked(port: number, command: 'PING' | 'FLUSHALL'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, HOST, () => socket.write(`${command}\r\n`));
    socket.setTimeout(1000, () => socket.destroy(new Error(`Redis does not answer ${command}.`)));
    socket.once('error', reject);
    socket.once('data', (chunk) => {
      socket.destroy();
      resolve(chunk.toString().trim());
    });
  });
}
