import { describe, expect, it } from '@jest/globals';
import { Gauge } from 'prom-client';
import { stagePeople } from './people.stage.js';
import { READ, tracesOf } from './people.traces.js';

const PLANTED = 'planted@example.org';

describe('A trace of somebody', () => {
  const { server, logged, somebody, logger } = stagePeople();

  it('is nowhere but in the tables of people as she signs in', async () => {
    await somebody(PLANTED);
    await server().registerOrganisation('Les Voisins');
    expect(await tracesOf(server(), logged, [PLANTED])).toEqual([]);
  });

  it('is found by each reader where it is told', async () => {
    await server().registerOrganisation(PLANTED);
    const registers = [server().metrics.registry];
    new Gauge({ name: 'planted', help: 'Planted.', labelNames: ['who'], registers }).set({ who: PLANTED }, 1);
    logger.trace({ who: PLANTED }, 'planted');
    expect(await tracesOf(server(), logged, [PLANTED])).toEqual(READ);
  });
});
