import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';

/** Who holds the lock: a process id alone would be mistaken for a later process that got the same number. */
interface Holder {
  readonly pid: number;
  /** When that process began, as the system tells it. */
  readonly since: string;
}

export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes the lock file at `path` for this process, or throws the error `busy` makes of the live holder's process id. A
 * lock left by a process that is gone is taken over at once: nobody has to wait for it to go stale, or delete it by hand.
 */
export async function takeLock(path: string, busy: (pid: number) => Error): Promise<Lock> {
  const mine: Holder = { pid: process.pid, since: startOf(process.pid) ?? '' };
  const draft = `${path}.${mine.pid}`;
  // Linked into place complete, so that nobody ever reads half a lock.
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (await linked(draft, path)) {
        return { release: () => release(path, mine) };
      }
      const holder = await read(path);
      if (holder === undefined) continue;
      if (isAlive(holder)) throw busy(holder.pid);
      await putAside(path, holder);
    }
  } finally {
    await rm(draft, { force: true });
  }
  throw new Error(`Could not take the lock ${path}; delete that file if no Maillage is running.`);
}

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function read(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Moves a dead holder's lock away. If another process replaced it meanwhile, what was moved is that one's: it goes back. */
async function putAside(path: string, dead: Holder): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await read(aside);
  if (moved !== undefined && !same(moved, dead)) await linked(aside, path);
  await rm(aside, { force: true });
}

async function release(path: string, mine: Holder): Promise<void> {
  const holder = await read(path);
  if (holder !== undefined && same(holder, mine)) await rm(path, { force: true });
}

function same(a: Holder, b: Holder): boolean {
  return a.pid === b.pid && a.since === b.since;
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const since = startOf(holder.pid);
  return since === undefined || since === holder.since;
}

/** When a process began; `undefined` when the system does not say. */
function startOf(pid: number): string | undefined {
  try {
    if (existsSync('/proc/self/stat')) {
      // Field 22, counted after the command's name, which may itself hold spaces and brackets. Ticks count from the boot.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks ?? ''}`;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** The live process that holds the lock at `path`, if any. */
export async function holderOf(path: string): Promise<number | undefined> {
  const holder = await read(path);
  return holder !== undefined && isAlive(holder) ? holder.pid : undefined;
}
