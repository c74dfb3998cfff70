import { readFile } from 'node:fs/promises';

/** Whether a process lives. A zombie has ended; only the init process has yet to notice, which may take it a while. */
export async function runs(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).includes(') Z ');
}
