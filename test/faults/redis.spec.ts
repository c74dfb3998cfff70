import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { directory } from '@maillage/directory';
import { openCommandPath, RedisDoorbell, RedisProjections, status, type CommandExecutor } from '@maillage/engine';
import { openEngine, register, type TestEngine } from '../harness/engine.js';
import { impatientRedis, Listener } from '@maillage/platform';
import { RateLimit } from '../../apps/api/http/rate-limit.js';
import { until } from '../acceptance/waiting.js';
import { startRedis, type RedisServer } from '../harness/services.js';
import { patience } from '../harness/patience.js';

const SWEEP_MS = 1_000;
const FROZEN_MS = 20_000;

describe('With Redis counting requests', () => {
  it('none waits for it while it is frozen, but those under way as it freezes', async () => {
    const server = await startRedis();
    const redis = impatientRedis(server.url, () => undefined);
    await once(redis, 'ready');
    const limit = new RateLimit(2, redis, 'maillage');
    await limit.take('somebody');
    server.freeze();
    await limit.take('somebody');
    const began = performance.now();
    for (let n = 0; n < 5; n += 1) await limit.take(`visitor ${n}`);
    expect(performance.now() - began).toBeLessThan(100);
    server.thaw();
    // It counts on where it was: the second, perhaps, and what comes now.
    await until('All count together again', async () => {
      await limit.take('somebody');
      return (await new RateLimit(2, redis, 'maillage').take('somebody')) !== undefined;
    });
    redis.disconnect();
    await server.stop();
  });
});

describe('With Redis ringing the workers', () => {
  let engine: TestEngine;
  let redis: RedisServer;
  let bell: RedisDoorbell;
  let projections: RedisProjections;
  let executor: CommandExecutor;
  let listener: Listener;
  let complaints: string[];

  beforeEach(async () => {
    complaints = [];
    engine = await openEngine([directory]);
    redis = await startRedis();
    bell = new RedisDoorbell(redis.url, 'maillage', [...engine.registry.views.keys()], () => undefined);
    projections = project(SWEEP_MS);
    ({ executor } = openCommandPath(engine.database, [directory], () => {
      bell.ring();
    }));
    const heard = () => {
      projections.heard();
    };
    listener = new Listener(engine.database, ['maillage_log'], heard, heard, () => undefined);
    await listener.start();
  });

  function project(sweepMs: number): RedisProjections {
    return new RedisProjections({
      url: redis.url,
      schema: 'maillage',
      views: [...engine.registry.views.keys()],
      runner: engine.runner,
      sweepMs,
      isBehind: async () => (await lag()) > 0n,
      onError: (error) => complaints.push(error.message),
    });
  }

  /** Full and not to forget anything: it answers what it is asked, and takes nothing. */
  async function fill(): Promise<void> {
    const client = new Redis(redis.url);
    await client.config('SET', 'maxmemory-policy', 'noeviction');
    await client.config('SET', 'maxmemory', '1');
    client.disconnect();
  }

  afterEach(async () => {
    await listener.stop();
    await Promise.all([projections.close(), bell.close()]);
    await redis.stop();
    await engine.close();
  });

  /** Records all the while `during` runs; every command must succeed, and none may wait for Redis. */
  async function recordWhile(during: () => Promise<void>): Promise<{ recorded: number; slowestMs: number }> {
    let on = true;
    let recorded = 0;
    let slowestMs = 0;
    const client = async () => {
      while (on) {
        const started = performance.now();
        await register(executor, `Organisation ${recorded}`);
        slowestMs = Math.max(slowestMs, performance.now() - started);
        recorded += 1;
        await sleep(5);
      }
    };
    const clients = Promise.all([client(), client(), client(), client()]);
    await during();
    on = false;
    await clients;
    return { recorded, slowestMs };
  }

  async function lag(): Promise<bigint> {
    const { views } = await status(engine.database, engine.ledger, engine.views());
    return views.reduce((most, view) => (view.lag > most ? view.lag : most), 0n);
  }

  async function reachesHead(withinMs: number): Promise<void> {
    const until = Date.now() + withinMs;
    while ((await lag()) > 0n) {
      if (Date.now() > until) throw new Error(`A view is still ${await lag()} events behind after ${withinMs} ms.`);
      await sleep(50);
    }
  }

  it('a ring moves the views at once, long before a sweep would', async () => {
    await projections.close();
    await redis.flush();
    projections = project(600_000);
    await sleep(1_000);
    await register(executor, 'Prompt');
    await reachesHead(patience(20_000));
  });

  it('killed in the middle of the load and brought back empty, no command fails and every view reaches the head', async () => {
    const { recorded } = await recordWhile(async () => {
      await sleep(500);
      await redis.kill();
      await sleep(3_000);
      await redis.restart();
      await sleep(1_000);
    });
    expect(recorded).toBeGreaterThan(20);
    await reachesHead(patience(30_000));
  });

  it.each([
    ['is full, and answers, but refuses what it is told', fill],
    ['is gone', () => redis.kill()],
    [
      'is frozen',
      () => {
        redis.freeze();
        return Promise.resolve();
      },
    ],
  ])('while it %s, that is noticed, and views are moved as soon as anything is recorded', async (_, mistreat) => {
    await projections.close();
    projections = project(600_000);
    await reachesHead(patience(5_000));
    await mistreat();
    for (const name of ['First', 'Second', 'Third']) {
      await register(executor, name);
      await reachesHead(patience(1_000));
    }
    expect(complaints).toContain('The log has grown, and no ring came of it by Redis.');
  });

  it('while it is gone, views are moved by sweeping even where nothing is heard', async () => {
    await listener.stop();
    await redis.kill();
    await register(executor, 'Without Redis');
    await reachesHead(patience(30_000));
  });

  it('flushed in the middle of the load, no command fails and every view reaches the head', async () => {
    await recordWhile(async () => {
      for (let n = 0; n < 5; n += 1) {
        await sleep(300);
        await redis.flush();
      }
    });
    await reachesHead(patience(30_000));
  });

  it('frozen for 20 s and thawed, no command waits for it and every view reaches the head', async () => {
    const { recorded, slowestMs } = await recordWhile(async () => {
      await sleep(500);
      redis.freeze();
      await sleep(FROZEN_MS);
      redis.thaw();
      await sleep(500);
    });
    expect(recorded).toBeGreaterThan(20);
    expect(slowestMs).toBeLessThan(patience(5_000));
    await reachesHead(patience(30_000));
  });
});
