import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '@maillage/platform';

export interface Finished {
  readonly code: number | null;
  /** Both streams, as they came. */
  readonly output: string;
}

/** A copy of the sources as they are now, a repository of its own, with the packages that are installed here. */
export interface ScratchCopy {
  readonly root: string;
  /** A program of Node's, by its path below the copy, to its end. */
  node(...args: readonly string[]): Promise<Finished>;
  /** @throws {Error} where a hunk does not fit, and says which. */
  apply(patch: string): Promise<void>;
  /** Paths that differ from the copy as it was made, whatever made the difference. */
  changed(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

export async function scratchCopy(): Promise<ScratchCopy> {
  // As Node names it: programs compare their own address with the one they were started by.
  const root = await realpath(await mkdtemp(join(tmpdir(), 'maillage-walkthrough-')));
  const listed = await git(projectRoot, 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
  if (listed.code !== 0) throw new Error(`Git cannot say which files are sources:\n${listed.output}`);
  const files = listed.output.split('\0').filter(Boolean);
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    await mkdir(join(root, folder), { recursive: true });
  }
  // One that is deleted and not yet committed is listed still.
  await Promise.all(
    files.map((file) =>
      cp(join(projectRoot, file), join(root, file)).catch((error: unknown) => {
        if ((error as { readonly code?: string }).code !== 'ENOENT') throw error;
      }),
    ),
  );
  await linkPackages(root);
  await git(root, 'init', '--quiet');
  await git(root, 'add', '--all');
  return {
    root,
    node: (...args) => run(process.execPath, args, root),
    apply: (patch) => applyPatch(root, patch),
    changed: async () => {
      const { output } = await git(root, 'status', '--porcelain', '-z', '--untracked-files=all');
      const entries = output.split('\0').filter(Boolean);
      return entries.filter((entry) => entry[1] !== ' ').map((entry) => entry.slice(3));
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Each by itself, so that what programs keep in node_modules/.cache is the copy's own; but for what packages alone decide. */
async function linkPackages(root: string): Promise<void> {
  const packages = join(projectRoot, 'node_modules');
  await mkdir(join(root, 'node_modules'));
  const bundled = join('.cache', 'dependencies');
  await mkdir(join(root, 'node_modules', '.cache'));
  const names = [...(await readdir(packages)).filter((name) => name !== '.cache'), bundled];
  await Promise.all(names.map((name) => symlink(join(packages, name), join(root, 'node_modules', name))));
}

/** Lays a patch over a folder: whole, or with every hunk that does not fit named. */
export async function applyPatch(root: string, patch: string): Promise<void> {
  const { code, output } = await git(root, 'apply', '--reject', '--whitespace=nowarn', join(projectRoot, patch));
  if (code === 0) return;
  throw new Error(
    `${patch} does not fit the sources as they are now:\n${output}\n` +
      'Renew it as infra/docs/walkthroughs/README.md says.',
  );
}

function git(root: string, ...args: readonly string[]): Promise<Finished> {
  return run('git', args, root);
}

async function run(program: string, args: readonly string[], cwd: string): Promise<Finished> {
  const child = spawn(program, [...args], { cwd, env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** Without what belongs to this run of the tests, or to a hook of Git's, whose variables name another repository. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(GIT_|NODE_|TEST_|JEST_)/.test(name));
  return { ...Object.fromEntries(inherited), NODE_NO_WARNINGS: '1' };
}
