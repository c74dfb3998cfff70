import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askWitness, SigningKey, type WitnessQuestion } from '@maillage/ledger';
import { openNote, parseNote, parseVerifierKey } from '@maillage/verifier';
import { Witness } from '@maillage/witness';
import { SomeLog } from '../../libs/witness/log.fixtures.js';

const log = SomeLog.of('ledger.example/housing', 40);
const key = SigningKey.generate('witness.example/w1');

let folder: string;
let witness: Witness;
let server: Server;
let url: string;
let requests: string[];
/** What the server does with a request; the witness's own answer unless a test has it otherwise. */
let answer: (body: Buffer, response: ServerResponse) => Promise<void> | void;

const honestly = async (body: Buffer, response: ServerResponse) => {
  const { status, contentType, body: text } = await witness.addCheckpoint(body);
  response.writeHead(status, { 'content-type': contentType }).end(text);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-witness-'));
  witness = await Witness.open({ folder, key, logs: [log.key.vkey] });
  requests = [];
  answer = honestly;
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      requests.push(`${request.method ?? ''} ${request.url ?? ''} ${body.toString().split('\n')[0] ?? ''}`);
      void answer(body, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/w1/`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const question = (size: number, known: number, of = log): WitnessQuestion => ({
  url,
  key: parseVerifierKey(key.cosignerVkey),
  checkpoint: of.checkpoint(size),
  size: BigInt(size),
  knownSize: BigInt(known),
  consistency: (from) => Promise.resolve(of.proof(Number(from), size)),
});

describe('Asking a witness', () => {
  it('brings its line for the checkpoint, and the time', async () => {
    const { line, time } = await askWitness(question(5, 0));
    const signed = openNote(`${parseNote(log.checkpoint(5)).text}\n${line}`, [parseVerifierKey(key.cosignerVkey)]);
    expect(signed.signedBy[0]!.time).toBe(time);
    expect(requests).toEqual(['POST /w1/add-checkpoint old 0']);
  });

  it('proves from the size that was cosigned last, without asking for it where it is known', async () => {
    await askWitness(question(5, 0));
    await askWitness(question(9, 5));
    await askWitness(question(9, 9));
    expect(requests.slice(1)).toEqual(['POST /w1/add-checkpoint old 5', 'POST /w1/add-checkpoint old 9']);
  });

  it('learns the size where it is not known, or known wrongly', async () => {
    await askWitness(question(5, 0));
    expect((await askWitness(question(9, 0))).line).toMatch(/^— witness/);
    expect((await askWitness(question(12, 7))).line).toMatch(/^— witness/);
    expect(requests.slice(1).map((each) => each.split(' ').pop())).toEqual(['0', '5', '7', '9']);
  });

  it('raises the alarm where the witness has seen a larger tree', async () => {
    await askWitness(question(20, 0));
    await expect(askWitness(question(12, 5))).rejects.toMatchObject({
      failure: 'AHEAD',
      message: expect.stringMatching(/at size 20, and is asked at size 12: the ledger was set back/),
    });
  });

  it('raises the alarm where the witness has seen another tree, of this size or a smaller one', async () => {
    await askWitness(question(9, 0));
    const fork = log.forkedAt(2);
    await expect(askWitness(question(9, 0, fork))).rejects.toMatchObject({ failure: 'FORKED' });
    await expect(askWitness(question(12, 9, fork))).rejects.toMatchObject({ failure: 'FORKED' });
  });

  it('is told when the witness does not know the log', async () => {
    const stranger = SomeLog.of('ledger.example/unknown', 5);
    await expect(askWitness(question(5, 0, stranger))).rejects.toMatchObject({
      failure: 'REFUSED',
      message: expect.stringMatching(/answers 404, saying "This witness does not know the log/),
    });
  });

  const other = SigningKey.generate('witness.example/w1');
  it.each<[string, (body: Buffer, response: ServerResponse) => Promise<void> | void]>([
    ['nothing', (_, response) => void response.end()],
    ['a page', (_, response) => void response.end('<html></html>')],
    [
      'a line of another key',
      (_, response) => void response.end(other.cosign(parseNote(log.checkpoint(5)).text, new Date())),
    ],
    [
      'a cosignature of another size',
      (_, response) => void response.end(key.cosign(parseNote(log.checkpoint(6)).text, new Date())),
    ],
    ['its signature as a log', (_, response) => void response.end(key.sign(parseNote(log.checkpoint(5)).text))],
    [
      'text of its own before the line',
      (_, response) => void response.end(`more\n\n${key.cosign(parseNote(log.checkpoint(5)).text, new Date())}`),
    ],
    [
      'the same size again and again',
      (_, response) => void response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('0\n'),
    ],
  ])('does not believe %s', async (_, instead) => {
    answer = instead;
    await expect(askWitness(question(5, 0))).rejects.toMatchObject({ failure: 'UNTRUSTWORTHY' });
  });

  it('ends where the witness names another size each time', async () => {
    let size = 0;
    answer = (_, response) => {
      size += 1;
      response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end(`${size}\n`);
    };
    await expect(askWitness(question(40, 0))).rejects.toMatchObject({ failure: 'UNREACHABLE' });
    expect(requests.length).toBeLessThan(10);
  });

  it('takes no more than an answer may have', async () => {
    answer = async (_, response) => {
      for (let n = 0; n < 100 && !response.destroyed; n += 1) {
        response.write('x'.repeat(10_000));
        await sleep(1);
      }
      response.end();
    };
    await expect(askWitness(question(5, 0))).rejects.toMatchObject({
      failure: 'UNREACHABLE',
      message: expect.stringContaining('larger than'),
    });
  });

  it('asks again where the witness fails, and gives up after a while', async () => {
    let failures = 0;
    answer = async (body, response) => {
      failures += 1;
      if (failures <= 2) response.writeHead(503).end('busy\n');
      else await honestly(body, response);
    };
    expect((await askWitness(question(5, 0))).line).toMatch(/^— witness/);
    answer = (_, response) => void response.writeHead(503).end('busy\n');
    await expect(askWitness(question(6, 5))).rejects.toMatchObject({
      failure: 'UNREACHABLE',
      message: expect.stringMatching(/answers 503, saying "busy"/),
    });
    expect(requests).toHaveLength(6);
  });

  it('follows no redirect', async () => {
    answer = (_, response) => void response.writeHead(307, { location: '/elsewhere' }).end();
    await expect(askWitness(question(5, 0))).rejects.toMatchObject({ failure: 'UNREACHABLE' });
    expect(requests.some((each) => each.includes('elsewhere'))).toBe(false);
  });

  it('ends at once when it is called off', async () => {
    const controller = new AbortController();
    answer = () => {
      controller.abort(new Error('called off'));
    };
    await expect(askWitness({ ...question(5, 0), signal: controller.signal })).rejects.toThrow('called off');
    expect(requests).toHaveLength(1);
  });
});
