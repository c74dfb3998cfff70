import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SigningKey } from '@maillage/ledger';
import { openNote, parseNote, parseVerifierKey } from '@maillage/verifier';
import { Witness } from '@maillage/witness';
import { SomeLog } from '../../libs/witness/log.fixtures.js';
import { importable } from '../harness/programs.js';

const log = SomeLog.of('ledger.example/housing', 40);
const key = SigningKey.generate('witness.example/w1');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-witness-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = () => Witness.open({ folder, key, logs: [log.key.vkey] });

it('A witness killed between keeping a checkpoint and answering has it after the restart', async () => {
  await (await open()).addCheckpoint(log.request(0, 5));
  // The clock is asked between the two.
  const script = `
    import { SigningKey } from '${importable('libs/ledger/index.ts')}';
    import { Witness } from '${importable('libs/witness/index.ts')}';
    const [folder, secret, vkey, body] = process.env.GIVEN.split(' ');
    const witness = await Witness.open({
      folder, key: SigningKey.parse(secret), logs: [vkey],
      clock: { now: () => process.kill(process.pid, 'SIGKILL') && new Promise(() => undefined) },
    });
    await witness.addCheckpoint(Buffer.from(body, 'hex'));
    process.stdout.write('answered');`;
  const given = [folder, key.secret, log.key.vkey, log.request(5, 9).toString('hex')];
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], GIVEN: given.join(' ') },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  expect({ signal, said }).toEqual({ signal: 'SIGKILL', said: '' });

  const witness = await open();
  const cosigned = (checkpoint: string, { body }: { readonly body: string }) =>
    openNote(`${parseNote(checkpoint).text}\n${body}`, [parseVerifierKey(witness.vkey)]).signedBy;
  expect(await witness.addCheckpoint(log.request(5, 9))).toEqual({
    status: 409,
    contentType: 'text/x.tlog.size',
    body: '9\n',
  });
  expect(await witness.addCheckpoint(log.forkedAt(7).request(9, 9))).toMatchObject({
    status: 422,
    body: expect.stringContaining('forked'),
  });
  expect(cosigned(log.checkpoint(9), await witness.addCheckpoint(log.request(9, 9)))).toHaveLength(1);
});
