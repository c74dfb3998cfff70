import { setTimeout as sleep } from 'node:timers/promises';
import { toGlobalId } from '@maillage/engine';
import { SigningKey } from '@maillage/ledger';
import { createKey } from '@maillage/platform';
import { Client } from '../acceptance/client.js';
import { reachHead } from '../acceptance/waiting.js';
import { ATTACKS, CONNECTIONS, type Target } from './attacks.js';
import { addressOf, profiling, startChild } from './children.js';
import { MISSION_PAGE } from './http.operations.js';
import { fill } from './mix.js';
import { openNetwork, SCHEMA } from './network.js';
import type { Options } from './options.js';
import { progress, type Figure } from './report.js';
import type { BenchServer } from './server.js';
import { median } from './statistics.js';

const section = 'attack';
const EVENTS = 6_000;
/** Between two visits of whoever is not part of it. */
const READING_MS = 50;
/** Longer than a process takes to begin. */
const SETTLING_MS = 3_000;
/** Views of all that was recorded may take as long at most. */
const VIEWS_MS = 600_000;
/** How many times as long as it takes otherwise. */
const MOST_TIMES = 5;

/**
 * How long the page of a mission takes for a visitor from one address, while another does all it can to keep the service
 * busy, within the limits as they are by default.
 */
export async function attack(server: BenchServer, options: Options): Promise<readonly Figure[]> {
  const url = await server.database('attack');
  const { missionId, key } = await prepare(url);
  const env = {
    DATABASE_URL: url,
    PORT: '0',
    REDIS_URL: '',
    LOG_LEVEL: 'fatal',
    LOG_SIGNING_KEY: SigningKey.generate(`localhost/${SCHEMA}`).secret,
    TRUST_PROXY: '127.0.0.1',
    RATE_LIMIT_PER_MINUTE: '1000000',
  };
  const child = startChild('./api.child.ts', [], { env, node: profiling(options.profile) });
  try {
    const api = await addressOf(child);
    await reachHead(new Client(api), VIEWS_MS);
    // A minute's budget is each address's own: those of another visitor, and of another attacker, each time.
    let visitor = 0;
    const visits = (seconds: number) => visit(api, missionId, `192.0.2.${(visitor += 1)}`, seconds);
    await visits(2);
    const figures: Figure[] = [];
    for (const [n, { name }] of ATTACKS.entries()) {
      if (!name.includes(options.attack ?? '')) continue;
      const took = { quiet: [] as number[], under: [] as number[] };
      for (let round = 0; round < options.rounds; round += 1) {
        took.quiet.push(await visits(options.seconds));
        const target: Target = { api, from: `198.51.100.${n * options.rounds + round}`, key, missionId };
        const attacker = startChild('./attack.child.ts', [name, JSON.stringify(target)]);
        await sleep(SETTLING_MS);
        took.under.push(await visits(options.seconds));
        await attacker.stop();
        progress(`attack: ${name} was answered ${attacker.output().trim()}`);
        await sleep(SETTLING_MS);
      }
      const [quiet, under] = [median(took.quiet), median(took.under)];
      progress(`attack: ${name}: ${quiet.toFixed(1)} ms quiet, ${under.toFixed(1)} ms under attack`);
      figures.push(
        { section, name: `mission page, quiet, before ${name}`, value: quiet, unit: 'ms' },
        { section, name: `the same under ${name} from ${CONNECTIONS} connections`, value: under, unit: 'ms' },
        { section, name: 'the same, times', value: under / quiet, unit: 'times', expected: { below: MOST_TIMES } },
      );
    }
    return figures;
  } finally {
    await child.stop();
  }
}

async function prepare(url: string): Promise<Pick<Target, 'missionId' | 'key'>> {
  const network = await openNetwork(url);
  try {
    const [mission] = await fill(network, EVENTS);
    const organisationId = mission?.members[3];
    if (mission === undefined || organisationId === undefined) throw new Error('The mix has no mission.');
    const { key } = await createKey(network.database, { organisationId, label: 'bench', scopes: ['read'] });
    return { missionId: mission.id, key };
  } finally {
    await network.close();
  }
}

/** Visits one after the other. @returns the median of how long they took, in milliseconds. */
async function visit(api: string, missionId: string, from: string, seconds: number): Promise<number> {
  const body = JSON.stringify({ query: MISSION_PAGE, variables: { id: toGlobalId('Mission', missionId) } });
  const took: number[] = [];
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const began = performance.now();
    const answer = await fetch(`${api}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
      body,
    });
    const text = await answer.text();
    took.push(performance.now() - began);
    if (text.includes('"errors":') || !text.includes('"commitments":')) {
      throw new Error(`The visitor was not answered: ${text.slice(0, 500)}`);
    }
    await sleep(READING_MS);
  }
  return median(took);
}
