import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { directory } from '@maillage/directory';
import { openCommandPath, RedisDoorbell, RedisProjections, status, type CommandExecutor } from '@maillage/engine';
import { openEngine, register, type TestEngine } from '../harness/engine.js';
import { startRedis, type RedisServer } from '../harness/services.js';
import { patience } from '../harness/patience.js';

const SWEEP_MS = 1_000;
const FROZEN_MS = 20_000;

describe('With Redis ringing the workers', () => {
  let engine: TestEngine;
  let redis: RedisServer;
  let bell: RedisDoorbell;
  let projections: RedisProjections;
  let executor: CommandExecutor;

  beforeEach(async () => {
    engine = await openEngine([directory]);
    redis = await startRedis();
    bell = new RedisDoorbell(redis.url, 'maillage', [...engine.registry.views.keys()], () => undefined);
    projections = project(SWEEP_MS);
    ({ executor } = openCommandPath(engine.database, [directory], () => {
      bell.ring();
    }));
  });

  function project(sweepMs: number): RedisProjections {
    const views = [...engine.registry.views.keys()];
    return new RedisProjections(redis.url, 'maillage', views, engine.runner, sweepMs, () => undefined);
  }

  afterEach(async () => {
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

  it('while it is gone, views are moved by sweeping', async () => {
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
    // The repeating sweep was forgotten with everything else, and is put back.
    await redis.flush();
    await sleep(2 * SWEEP_MS);
    await register(executor, 'After the flush');
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
