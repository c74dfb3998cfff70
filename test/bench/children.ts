import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const LONGEST_OUTPUT = 1_000_000;
const PATIENCE_MS = 10_000;
const START_MS = 60_000;

export interface Child {
  readonly process: ChildProcess;
  /** Everything it has written to standard output so far. */
  output(): string;
  /** Asks it to end, and after a while no longer asks. */
  stop(): Promise<void>;
}

/** A TypeScript file of the project as a process of its own, which does not outlive this one. */
export function startChild(
  file: string,
  args: readonly string[],
  { node = [], env = {} }: { readonly node?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): Child {
  // Compiled, as this file is.
  const path = fileURLToPath(new URL(file.replace(/ts$/, 'js'), import.meta.url));
  const child = spawn(process.execPath, [...node, path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-LONGEST_OUTPUT)));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('close', () => process.off('exit', kill));
  return {
    process: child,
    output: () => output,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'close');
      child.kill('SIGTERM');
      const limit = setTimeout(kill, PATIENCE_MS);
      await gone;
      clearTimeout(limit);
    },
  };
}

/** The flags of Node that leave a CPU profile in a folder. */
export function profiling(folder: string | undefined): readonly string[] {
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}

/** Runs it to its end. @returns what it wrote to standard output. */
export async function runChild(...of: Parameters<typeof startChild>): Promise<string> {
  const child = startChild(...of);
  const limit = setTimeout(() => child.process.kill('SIGKILL'), 30 * 60_000);
  const [code, signal] = (await once(child.process, 'close')) as [number | null, string | null];
  clearTimeout(limit);
  if (code !== 0) throw new Error(`${of[0]} ended with ${signal ?? `code ${code}`}.`);
  return child.output();
}

/** Of an API in a process of its own, once it listens. */
export async function addressOf(child: Child): Promise<string> {
  const limit = performance.now() + START_MS;
  let gone = false;
  void once(child.process, 'close').then(() => (gone = true));
  while (performance.now() < limit && !hasEnded()) {
    const [line, rest] = child.output().split('\n');
    if (line !== undefined && rest !== undefined) return (JSON.parse(line) as { url: string }).url;
    await sleep(50);
  }
  throw new Error('The API did not start.');

  function hasEnded(): boolean {
    return gone;
  }
}
