import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { importable } from '../harness/programs.js';

/** A process that opens something, says so, and lives until it is asked to end. */
function living() {
  const script = `
    import { ended, lifetime } from '${importable('apps/host/lifetime.ts')}';
    const keep = setInterval(() => undefined, 1_000);
    try {
      await lifetime(async (life) => {
        await life.open('it', async (opened) => console.log('closed ' + opened));
        console.log('open');
        throw await ended(life.interrupted);
      });
    } catch (error) {
      console.log(error.message);
      process.exitCode = error.exitCode;
    }
    clearInterval(keep);`;
  return spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

describe('A process that is asked to end', () => {
  it.each<[NodeJS.Signals, how: string, number]>([
    ['SIGINT', 'by Ctrl-C', 130],
    ['SIGTERM', 'by whoever supervises it', 143],
    ['SIGHUP', 'by a terminal that is closed', 129],
  ])('with %s, %s, closes what it opened and says by its exit code why it ended', async (signal, _, code) => {
    const child = living();
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await once(child.stdout, 'data');
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([code, null]);
    expect(said).toBe(`open\nclosed it\nStopped by ${signal} before it was done.\n`);
  });
});
