import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { quorumOf, sealStatus, SigningKey, Tree, type SealedCheckpoint } from '@maillage/ledger';
import { openCheckpoint, parsePolicy, parseVerifierKey } from '@maillage/verifier';
import { storeCheckpoint, storeCosignature, StoredOtherwise } from '../../libs/ledger/seal/checkpoint.sql.js';
import { Witnesses } from '../../libs/ledger/seal/witnesses.js';
import { startWitness, type RunningWitness } from '../api/transparency.fixtures.js';
import { key, log, logKey, record, refusals, restarted, sealer } from './sealed.fixtures.js';
import { patience } from '../harness/patience.js';

describe('Witnesses', () => {
  const running: RunningWitness[] = [];
  const failures: string[] = [];
  afterEach(async () => {
    failures.length = 0;
    await Promise.all(running.splice(0).map((witness) => witness.close()));
  });

  async function witness(name: string, of = key): Promise<RunningWitness> {
    const started = await startWitness(name, of);
    running.push(started);
    return started;
  }
  /** One that nobody asks: it has no address. */
  const unasked = (name: string, cosigner: SigningKey) => `witness ${name} ${cosigner.cosignerVkey}`;
  const policyOf = (...lines: readonly string[]) =>
    `${lines.join('\n')}\ngroup all all ${lines.map((line) => line.split(' ')[1]).join(' ')}\nquorum all\n`;

  async function sealWith(policy: string): Promise<void> {
    await restarted({
      policy,
      observer: {
        refused: (reason) => refusals.push(reason),
        failed: (name, { failure, message }) => failures.push(`${name} ${failure} ${message}`),
      },
    });
    await sealer.seal();
    await sealer.witnessed();
  }

  async function cosign(size: bigint, name: string, line: string): Promise<void> {
    await log.ask('insert into maillage.cosignature values ($1, $2, $3, $4, now())', [key.name, size, name, line]);
  }

  const textOf = (note = '') => note.slice(0, note.indexOf('\n\n') + 1);
  const tree = () => new Tree(log.database);

  it('count by lines that verify; others are neither counted nor shown, and spoil nothing', async () => {
    const riverside = await witness('riverside');
    const other = SigningKey.generate('hillside.example');
    const policy = policyOf(riverside.line, unasked('hillside', other));
    for (const forge of [
      () => SigningKey.generate(other.name).cosign(textOf(), new Date()),
      (text: string) => SigningKey.generate(other.name).cosign(text, new Date()),
      () => other.cosign('another text\n', new Date()),
      (text: string) => other.sign(text),
      () => 'no line at all',
      (text: string) => `${other.cosign(text, new Date())}— x.example AAAA\n`,
    ]) {
      await record(1);
      await sealWith(policy);
      const size = await tree().sealed();
      const before = await tree().checkpoint(size);
      await cosign(size, 'hillside', forge(textOf(before?.note)));
      const found = await tree().checkpoint(size);
      expect(found).toEqual(before);
      expect(found?.cosignatures.map(({ witness: name }) => name)).toEqual(['riverside']);
      expect(quorumOf(policy, found)).toEqual({ required: 'all', met: false, missing: ['hillside'] });
      const known = [riverside.vkey, other.cosignerVkey].map((vkey, n) => ({
        name: `${n}`,
        key: parseVerifierKey(vkey),
      }));
      expect(openCheckpoint(found?.note ?? '', logKey, known).cosignedBy.map(({ name }) => name)).toEqual(['0']);
      expect((await sealStatus(log.database)).witnesses).toMatchObject([
        { name: 'riverside', size, signedAt: expect.any(String) },
        { name: 'hillside', size: 0n, signedAt: undefined },
      ]);
    }
    await record(1);
    await sealWith(policy);
    const size = await tree().sealed();
    await cosign(size, 'hillside', other.cosign(textOf((await tree().checkpoint(size))?.note), new Date()));
    expect(quorumOf(policy, await tree().latest())).toEqual({ required: 'all', met: true, missing: [] });
    expect((await tree().latest())?.size).toBe(size);
    expect((await sealStatus(log.database)).witnesses).toMatchObject([{ size }, { size }]);
    expect(refusals).toEqual([]);
  });

  it('are waited for, but not for ever; what was shown once is not taken back', async () => {
    const silent = SigningKey.generate('silent.example');
    const policy = policyOf(unasked('silent', silent));
    await record(2);
    await sealWith(policy);
    await record(3);
    await sealer.seal();
    const [first, second] = [await tree().checkpoint(2n), await tree().checkpoint(5n)];
    expect(await tree().latest()).toEqual(first);
    expect(await sealStatus(log.database)).toMatchObject({ sealed: 5n, lag: 0n, quorum: { met: false } });
    await log.ask(
      `begin; set local session_replication_role = replica;
       update maillage.checkpoint set signed_at = signed_at - interval '11 seconds'; commit`,
    );
    expect((await tree().latest())?.size).toBe(5n);
    await cosign(2n, 'silent', silent.cosign(textOf(first?.note), new Date()));
    expect((await tree().latest())?.size).toBe(5n);
    await record(1);
    await sealer.seal();
    expect((await tree().latest())?.size).toBe(5n);
    await cosign(5n, 'silent', silent.cosign(textOf(second?.note), new Date()));
    expect(await sealStatus(log.database)).toMatchObject({ sealed: 6n, quorum: { met: true } });
  });

  it('may change their key: the old one’s lines do not count, and the new one’s do from the next checkpoint on', async () => {
    await record(1);
    await sealWith(policyOf((await witness('riverside')).line));
    const renewed = await witness('riverside');
    const policy = policyOf(renewed.line);
    await sealWith(policy);
    expect(failures).toEqual([expect.stringMatching(/^riverside UNREACHABLE .*counts from the next checkpoint on/)]);
    expect(quorumOf(policy, await tree().checkpoint(1n)).met).toBe(false);
    await record(1);
    await sealer.seal();
    await sealer.witnessed();
    expect(quorumOf(policy, await tree().checkpoint(2n)).met).toBe(true);
    // A restart asks again for what is cosigned: its first line stays.
    const kept = await tree().checkpoint(2n);
    await sealWith(policy);
    expect(await tree().checkpoint(2n)).toEqual(kept);
    expect(failures).toHaveLength(1);
  });

  describe('that fail', () => {
    let offers: readonly SealedCheckpoint[];
    let asking: Witnesses;
    beforeEach(async () => {
      for (let n = 0; n < 3; n += 1) {
        await record(1);
        await sealer.seal();
      }
      offers = await Promise.all([1n, 2n, 3n].map(async (size) => (await tree().checkpoint(size)) as SealedCheckpoint));
    });
    afterEach(() => asking.stop());

    function ask(policy: string, first: number, longest: number): void {
      const observer = {
        cosigned: (_: string, size: bigint) => failures.push(`cosigned ${size}`),
        failed: (_: string, { failure }: { failure: string }) => failures.push(failure),
      };
      asking = new Witnesses(parsePolicy(policy), log.sealing, tree(), observer, { first, longest });
    }
    const offer = (n: number) => {
      asking.offer(offers[n] as SealedCheckpoint);
      return asking.settled();
    };

    it('by refusing are left alone longer and longer, whatever is offered meanwhile', async () => {
      ask(policyOf((await witness('riverside', SigningKey.generate('elsewhere'))).line), 400, 800);
      await offer(0);
      expect(failures).toEqual(['REFUSED']);
      await offer(1);
      await offer(2);
      expect(failures).toEqual(['REFUSED']);
      // Again after 400, 1200, 2000, 2800 ms.
      await sleep(3_100);
      expect(failures.length).toBeGreaterThanOrEqual(3);
      expect(failures.length).toBeLessThanOrEqual(5);
      asking.pause();
      const { length } = failures;
      await sleep(1_000);
      expect(failures).toHaveLength(length);
    });

    it('by being out of reach are asked at once for a new checkpoint', async () => {
      const gone = await startWitness('riverside', key);
      await gone.close();
      ask(policyOf(gone.line), 60_000, 60_000);
      await offer(0);
      await offer(1);
      expect(failures).toEqual(['UNREACHABLE', 'UNREACHABLE']);
    });

    it('by being out of reach are asked again for the same checkpoint until they answer', async () => {
      const riverside = await witness('riverside');
      let isUp = false;
      const [behind, close] = await before(riverside, (request, response, pass) => {
        if (isUp) pass();
        else response.writeHead(503).end();
      });
      try {
        ask(policyOf(behind), 50, 50);
        await offer(2);
        expect(failures).toEqual(['UNREACHABLE']);
        await until('it is asked again', () => failures.length === 2);
        isUp = true;
        await until('it has answered', () => failures.at(-1) === 'cosigned 3');
        await asking.settled();
        const { length } = failures;
        await sleep(200);
        expect(failures).toHaveLength(length);
      } finally {
        close();
      }
    });

    it('to answer are given up when another process seals, and asked anew when this one does', async () => {
      const held: (() => void)[] = [];
      const [slow, close] = await before(await witness('riverside'), (request, response, pass) => held.push(pass));
      try {
        ask(policyOf(slow), 60_000, 60_000);
        const first = offer(0);
        await until('it is asked', () => held.length === 1);
        asking.pause();
        await first;
        expect(failures).toEqual([]);
        const second = offer(1);
        await until('it is asked again', () => held.length === 2);
        held[1]?.();
        await second;
        expect(failures).toEqual(['cosigned 2']);
        expect((await tree().checkpoint(1n))?.cosignatures).toEqual([]);
      } finally {
        close();
      }
    });
  });

  it('sign what is stored, and nothing stored is replaced', async () => {
    await record(1);
    await sealer.seal();
    const sealed = (await tree().checkpoint(1n)) as SealedCheckpoint;
    const client = await log.sealing.pool.connect();
    try {
      await storeCheckpoint(client, sealed);
      await expect(storeCheckpoint(client, { ...sealed, root: Buffer.alloc(32) })).rejects.toThrow(
        /size 1.*with the root/,
      );
      await expect(storeCheckpoint(client, { ...sealed, note: `${sealed.note}—` })).rejects.toThrow(/another note/);
    } finally {
      client.release();
    }
    const [one, another] = [SigningKey.generate('w.example'), SigningKey.generate('w.example')];
    const store = (by: SigningKey, seconds: number) => {
      const at = new Date(seconds * 1000);
      return storeCosignature(log.sealing, sealed, {
        witness: 'w',
        line: by.cosign(textOf(sealed.note), at),
        signedAt: at.toISOString(),
      });
    };
    await store(one, 1_700_000_000);
    await store(one, 1_700_000_009);
    await expect(store(another, 1_700_000_009)).rejects.toThrow(StoredOtherwise);
    expect((await tree().checkpoint(1n))?.cosignatures).toMatchObject([{ signedAt: '2023-11-14T22:13:20.000Z' }]);
  });
});

/** Something before a witness that lets requests pass when it likes. @returns the witness's line with its address. */
async function before(
  { line }: RunningWitness,
  handle: (request: IncomingMessage, response: ServerResponse, pass: () => void) => void,
): Promise<[line: string, close: () => void]> {
  const url = line.split(' ').at(-1) ?? '';
  const server = createServer((request, response) => {
    handle(request, response, () => void forward(request, response, url));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return [line.replace(url, `http://127.0.0.1:${(server.address() as AddressInfo).port}`), close];
}

async function forward(request: IncomingMessage, response: ServerResponse, to: string): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = await fetch(`${to}${request.url ?? ''}`, { method: 'POST', body: Buffer.concat(chunks) });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
  response.end(await answer.text());
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + patience(20_000);
  while (!holds()) {
    if (performance.now() > end) throw new Error(`In vain: ${what}`);
    await sleep(10);
  }
}
