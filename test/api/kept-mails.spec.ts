import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../harness/api.js';

describe('Mails that are kept in place of being sent', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  /** Asked as a browser cannot: by any name. */
  const asked = (headers: Readonly<Record<string, string>> = {}) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${api.url}/mail`, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('are for whoever is at this machine, and under no other name', async () => {
    expect(await asked()).toBe(200);
    for (const host of ['ledger.example.org', 'localhost.example.org', '192.0.2.1:3000']) {
      expect(await asked({ host })).toBe(404);
    }
    expect(await asked({ host: 'localhost:3000' })).toBe(200);
  });

  it('are for nobody once a proxy was met, whichever way they are asked for then', async () => {
    expect(await asked({ 'x-forwarded-for': '127.0.0.1' })).toBe(404);
    expect(await asked()).toBe(404);
  });
});
