import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { freshDatabase, redisUrl, startRedis, type FreshDatabase, type RedisServer } from './services.js';

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function ping(url: string): Promise<string> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    commandTimeout: 500,
    disconnectTimeout: 50,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await redis.ping();
  } finally {
    redis.disconnect();
  }
}

describe('A fresh database', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('is a real PostgreSQL, 18 or later, in UTF-8', async () => {
    const [row] = await ask(database.url, 'SHOW server_version_num');
    expect(Number(row?.['server_version_num'])).toBeGreaterThanOrEqual(180_000);
    expect(await ask(database.url, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
  });

  it('is empty, and nobody else’s', async () => {
    await ask(database.url, 'CREATE TABLE mine (id int)');
    const other = await freshDatabase();
    const tables = `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`;
    expect(await ask(other.url, tables)).toEqual([]);
    await other.drop();
    await expect(ask(other.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });
});

describe('Redis', () => {
  it('answers where all suites share it', async () => {
    expect(await ping(redisUrl())).toBe('PONG');
  });

  describe('of a test’s own', () => {
    let server: RedisServer;
    beforeAll(async () => {
      server = await startRedis();
    });
    afterAll(() => server.stop());

    it('freezes and thaws', async () => {
      server.freeze();
      await expect(ping(server.url)).rejects.toThrow();
      server.thaw();
      expect(await ping(server.url)).toBe('PONG');
    });

    it('forgets everything when flushed', async () => {
      const redis = new Redis(server.url);
      await redis.set('kept', 'yes');
      await server.flush();
      expect(await redis.get('kept')).toBeNull();
      redis.disconnect();
    });

    it('is killed, and comes back on the same port as another process', async () => {
      const before = server.pid;
      await server.kill();
      await expect(ping(server.url)).rejects.toThrow();
      await server.restart();
      expect(await ping(server.url)).toBe('PONG');
      expect(server.pid).not.toBe(before);
    });
  });
});
