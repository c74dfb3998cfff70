import { randomUUID } from 'node:crypto';
import autocannon, { type Request, type Result } from 'autocannon';
import { toGlobalId } from '@maillage/engine';
import { SigningKey } from '@maillage/ledger';
import { createKey } from '@maillage/platform';
import { UNLIMITED } from '../harness/unlimited.js';
import { addressOf, profiling, startChild } from './children.js';
import { MAKE_COMMITMENT, MISSION_PAGE } from './http.operations.js';
import { fill } from './mix.js';
import type { Mission } from './mix.commitments.js';
import { openNetwork, SCHEMA } from './network.js';
import type { Options } from './options.js';
import { progress, type Figure } from './report.js';
import type { BenchServer } from './server.js';
import { median } from './statistics.js';

/** Enough for pages whose twenty commitments have contributions and members of every sector. */
const EVENTS = 6_000;
const KEYS = 16;

interface Caller {
  readonly key: string;
  readonly mission: Mission;
}

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Whole requests over HTTP against the API in a process of its own; the client shares the machine with it. */
export async function http(server: BenchServer, options: Options): Promise<readonly Figure[]> {
  const url = await server.database('http');
  const callers = await prepare(url);
  const env = {
    DATABASE_URL: url,
    PORT: '0',
    REDIS_URL: '',
    LOG_LEVEL: 'error',
    LOG_SIGNING_KEY: SigningKey.generate(`localhost/${SCHEMA}`).secret,
    // One client stands for many organisations here; each would be within its own limit.
    RATE_LIMIT_PER_MINUTE: '1000000000',
    ...UNLIMITED,
  };
  const child = startChild('./api.child.ts', [], { env, node: profiling(options.profile) });
  try {
    const api = await addressOf(child);
    const operations = [
      { name: 'makeCommitment mutations', request: mutation(callers), ok: /"__typename":"CommitmentRecorded"/ },
      { name: 'mission pages', request: page(callers), ok: /"commitments":\{"edges":\[\{/ },
    ];
    for (const { request, ok } of operations) await load(api, request, ok, { ...options, seconds: 2 });
    const rounds = operations.map((): Measured[] => []);
    for (let round = 0; round < options.rounds; round += 1) {
      for (const [n, { name, request, ok }] of operations.entries()) {
        await server.settle();
        const measured = await load(api, request, ok, options);
        rounds[n]?.push(measured);
        progress(`http, round ${round + 1} of ${options.rounds}: ${name} ${Math.round(measured.perSecond)}/s`);
      }
    }
    return operations.flatMap(({ name }, n) => figures(`${name}, ${options.connections} connections`, rounds[n] ?? []));
  } finally {
    await child.stop();
  }
}

async function prepare(url: string): Promise<readonly Caller[]> {
  const network = await openNetwork(url);
  try {
    const missions = await fill(network, EVENTS);
    const callers: Caller[] = [];
    for (let n = 0; n < KEYS; n += 1) {
      const mission = missions[n % missions.length];
      const organisationId = mission?.members[3 + n];
      if (mission === undefined || organisationId === undefined) throw new Error('The mix has too few members.');
      const { key } = await createKey(network.database, { organisationId, label: 'bench', scopes: ['read', 'write'] });
      callers.push({ key, mission });
    }
    return callers;
  } finally {
    await network.close();
  }
}

function mutation(callers: readonly Caller[]): (n: number) => Request {
  return (n) => {
    const { key, mission } = turn(callers, n);
    const input = {
      commandId: randomUUID(),
      missionId: toGlobalId('Mission', mission.id),
      kind: 'SERVICE',
      quantity: { amount: '12', unit: 'dwelling' },
      description: 'Dwellings inspected for damp, and the tenants told what was found.',
      dueOn: '2027-06-30',
    };
    return post({ query: MAKE_COMMITMENT, variables: { input } }, key);
  };
}

function page(callers: readonly Caller[]): (n: number) => Request {
  return (n) => {
    const { mission } = turn(callers, n);
    return post({ query: MISSION_PAGE, variables: { id: toGlobalId('Mission', mission.id) } });
  };
}

function turn(callers: readonly Caller[], n: number): Caller {
  const caller = callers[n % callers.length];
  if (caller === undefined) throw new Error('Nobody calls.');
  return caller;
}

function post(body: unknown, key?: string): Request {
  const authorization = key === undefined ? {} : { authorization: `Bearer ${key}` };
  return {
    method: 'POST',
    path: '/graphql',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...authorization },
  };
}

/** An answer that is not what was asked for would be measured as a fast one: it fails the measurement. */
async function load(
  api: string,
  request: (n: number) => Request,
  ok: RegExp,
  { connections, seconds }: Options,
): Promise<Measured> {
  let sent = 0;
  let wrong: string | undefined;
  const result: Result = await autocannon({
    url: api,
    connections,
    duration: Math.max(1, Math.round(seconds)),
    timeout: 30,
    requests: [{ setupRequest: (template) => ({ ...template, ...request(sent++) }) }],
    verifyBody: (body) => {
      const text = String(body);
      if (ok.test(text) && !text.includes('"errors":')) return true;
      wrong ??= text;
      return false;
    },
  });
  const { errors, timeouts, non2xx, mismatches } = result;
  if (errors + timeouts + non2xx + mismatches > 0 || wrong !== undefined) {
    const counts = `${errors} errors, ${timeouts} timeouts, ${non2xx} not 2xx, ${mismatches} not as asked for`;
    throw new Error(
      `The API did not answer as it should: ${counts}; for example: ${wrong?.slice(0, 500) ?? 'nothing'}`,
    );
  }
  const { p50, p99 } = result.latency;
  return { perSecond: result['2xx'] / result.duration, p50, p99 };
}

function figures(name: string, rounds: readonly Measured[]): readonly Figure[] {
  const section = 'http';
  return [
    { section, name, value: median(rounds.map(({ perSecond }) => perSecond)), unit: 'requests/s' },
    { section, name: `${name}, p50`, value: median(rounds.map(({ p50 }) => p50)), unit: 'ms' },
    { section, name: `${name}, p99`, value: median(rounds.map(({ p99 }) => p99)), unit: 'ms' },
  ];
}
