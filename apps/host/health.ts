import type { Redis } from 'ioredis';
import { status, type Registry } from '@maillage/engine';
import type { Ledger } from '@maillage/ledger';
import { databaseHealth, type Database, type HealthPart } from '@maillage/platform';
import { sealHealth } from './sealing.js';

/**
 * What API and worker report alike. A view that stands still or lags, and a Redis that is away, are told without taking
 * the process out of service: everything else still works.
 */
export function healthParts(
  database: Database,
  ledger: Ledger,
  registry: Registry,
  redis: Redis | undefined,
): readonly HealthPart[] {
  const views = [...registry.views.values()];
  return [
    ...databaseHealth(database),
    {
      name: 'views',
      required: true,
      check: async () => {
        const { head, views: each } = await status(database, ledger, views);
        const absent = each.filter(({ state }) => state === 'ABSENT').map(({ name }) => name);
        return {
          ok: absent.length === 0,
          ...(absent.length === 0
            ? {}
            : { why: 'Views are not built yet; a worker builds them at its start.', absent }),
          head: head.toString(),
          views: Object.fromEntries(each.map(({ name, state, lag }) => [name, { state, lag: lag.toString() }])),
        };
      },
    },
    sealHealth(database),
    ...(redis === undefined ? [] : [redisHealth(redis)]),
  ];
}

function redisHealth(redis: Redis): HealthPart {
  return {
    name: 'redis',
    required: false,
    check: async () => {
      await redis.ping();
      return { ok: true };
    },
  };
}
