import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import pg from 'pg';
import { forbidServers, type Forbidding } from './no-servers.js';
import { freshDatabase } from './services.js';

describe('A unit spec', () => {
  let servers: Forbidding;
  beforeEach(() => {
    servers = forbidServers();
  });
  afterEach(() => {
    servers.end();
  });

  const address = 'postgres://somebody@127.0.0.1:9/somewhere';
  const reaching: readonly [what: string, how: () => unknown, message: RegExp][] = [
    ['connects to PostgreSQL', () => new pg.Client(address).connect(), /opens a connection/],
    ['fetches', () => fetch('http://127.0.0.1:9999/'), /opens a connection/],
    ['serves', () => createServer().listen(0), /starts a server/],
    ['runs a program', () => execFile(process.execPath, ['--version']), /starts a process/],
  ];

  it.each(reaching)('that %s is told so, though it minds nothing', async (_, how, message) => {
    await (async () => how())().catch(() => undefined);
    const error = servers.tried();
    expect(error?.message).toMatch(message);
    expect(error?.message).toMatch(/\*\.queries\.spec\.ts or \*\.graphql\.spec\.ts, or put it under test\//);
    expect(servers.tried()).toBeUndefined();
  });

  it('that asks for a database is told where such specs are', async () => {
    const url = process.env['TEST_DATABASE_URL'];
    delete process.env['TEST_DATABASE_URL'];
    try {
      await expect(freshDatabase()).rejects.toThrow(/there are no servers here.*under test\//);
    } finally {
      process.env['TEST_DATABASE_URL'] = url;
    }
  });

  it('leaves all as it was for the next suite', async () => {
    servers.end();
    const fresh = await freshDatabase();
    await fresh.drop();
  });
});
