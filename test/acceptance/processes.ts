import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { watchedProgram } from '../harness/programs.js';
import { UNLISTED_STATEMENTS } from '../harness/statements/unlisted.js';

const HOST_VARIABLES = ['PATH', 'HOME', 'TMPDIR', 'LANG', UNLISTED_STATEMENTS] as const;
const STARTS_WITHIN_MS = 300_000;

export type Environment = Readonly<Record<string, string>>;

/** An API or a worker as a process of its own, as `npm run` or a container starts it. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Still there, and not on its way out. */
  isRunning(): boolean;
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
  /** What it wrote, to tell why it failed. */
  output(): string;
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Resolves once it says where it listens. */
export async function startServer(app: 'api' | 'worker', env: Environment): Promise<ServerProcess> {
  const child = launch(`apps/${app}/main.ts`, [], { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'info', ...env });
  const ended = once(child, 'close') as Promise<[number | null]>;
  const leave = () => child.kill('SIGKILL');
  process.once('exit', leave);
  void ended.then(() => process.off('exit', leave));
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));

  const url = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => {
      leave();
      reject(new Error(`${app} ${why}:\n${output.slice(-4_000)}`));
    };
    const timer = setTimeout(() => {
      fail(`did not listen within ${STARTS_WITHIN_MS / 1_000} s`);
    }, STARTS_WITHIN_MS);
    void ended.then(() => {
      clearTimeout(timer);
      fail('ended before it listened');
    });
    createInterface(child.stdout).on('line', (line) => {
      output = `${output}${line}\n`.slice(-20_000);
      const { msg, url: at } = logged(line);
      if (msg !== `${app} listens` || at === undefined) return;
      clearTimeout(timer);
      resolve(at);
    });
  });

  return {
    url,
    pid: child.pid ?? 0,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    output: () => output,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}

/** The `maillage` command, to its end. */
export async function maillage(args: readonly string[], env: Environment): Promise<Finished> {
  const child = launch('apps/cli/main.ts', args, env);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** Nothing of the tests' own environment but what any process needs: what it is told is in `env`. */
function launch(source: string, args: readonly string[], env: Environment) {
  const inherited = Object.fromEntries(HOST_VARIABLES.map((name) => [name, process.env[name] ?? '']));
  return spawn(process.execPath, [...watchedProgram(source), ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function logged(line: string): { readonly msg?: string; readonly url?: string } {
  try {
    return JSON.parse(line) as { msg?: string; url?: string };
  } catch {
    return {};
  }
}
