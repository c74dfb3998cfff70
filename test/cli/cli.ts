import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { watchedProgram } from '../harness/programs.js';
import { runs } from '../harness/processes.js';
import { UNLISTED_STATEMENTS } from '../harness/statements/unlisted.js';

export const SAMPLE = fileURLToPath(new URL('../../apps/cli/sample/indigo', import.meta.url));
/** A loaded machine may take its time; a test that fails is told by what it expects, not by how long it waited. */
const PATIENCE_MS = 300_000;
const HOST_VARIABLES = ['PATH', 'HOME', UNLISTED_STATEMENTS] as const;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Maillage {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** Waits until what it printed matches, and gives the match. */
  says(pattern: RegExp, where?: 'stdout' | 'stderr'): Promise<RegExpExecArray>;
  /** To its whole process group, as a terminal does. */
  signal(name: NodeJS.Signals): void;
}

const alive = new Set<Maillage>();

/** The command line, in a process group of its own. */
export function maillage(args: readonly string[], env: Readonly<Record<string, string>>): Maillage {
  const inherited = Object.fromEntries(HOST_VARIABLES.map((name) => [name, process.env[name]]));
  const child = spawn(process.execPath, [...watchedProgram('apps/cli/main.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...inherited, LOG_LEVEL: 'info', PORT: '0', ...env },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  let over = false;
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      over = true;
      alive.delete(running);
      resolve({ code, signal, ...said });
    });
  });
  const running: Maillage = {
    pid: child.pid ?? -1,
    ended,
    says: async (pattern, where = 'stdout') => {
      const match = await until(() => pattern.exec(said[where]) ?? (over ? 'over' : undefined));
      if (match === 'over')
        throw new Error(`It ended without saying ${String(pattern)}:\n${said.stdout}\n${said.stderr}`);
      return match;
    },
    signal: (name) => process.kill(-running.pid, name),
  };
  alive.add(running);
  return running;
}

/** Runs it to its end. */
export function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  return maillage(args, env).ended;
}

/** Ends what a failed test left running. */
export async function endAll(): Promise<void> {
  for (const each of alive) each.signal('SIGTERM');
  await Promise.all([...alive].map(({ ended }) => ended));
}

/** Where the server started with `start` answers. */
export async function address(server: Maillage): Promise<string> {
  const [, port] = await server.says(/Maillage is at http:\/\/localhost:(\d+)/);
  return `http://127.0.0.1:${port ?? ''}`;
}

export async function ask(url: string, query: string): Promise<any> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { data: unknown }).data;
}

/** Of the embedded server in a data folder; `undefined` when none was left. */
export async function postgresOf(dataDir: string): Promise<number | undefined> {
  const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  return pid > 0 && (await runs(pid)) ? pid : undefined;
}

export async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const limit = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > limit) throw new Error(`Nothing came within ${PATIENCE_MS / 1000} s.`);
    await sleep(20);
  }
}
