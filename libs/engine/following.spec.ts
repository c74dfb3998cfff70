import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Logger } from '@maillage/platform';
import { systemClock } from '@maillage/platform';
import { Follower, type Follows } from './following.js';

describe('What follows', () => {
  it('is looked for again and again, by each slice although another failed, until that is stopped', async () => {
    const seen: string[] = [];
    const failing: Follows = () => Promise.reject(new Error('The ledger said no.'));
    const follows: Follows = ({ execute }) => execute({} as never).then(() => undefined);
    const follower = new Follower({
      follows: [failing, follows],
      database: {} as Database,
      execute: () => Promise.resolve(seen.push('asked')),
      clock: systemClock,
      logger: { error: (_: object, message: string) => seen.push(message) } as unknown as Logger,
      intervalMs: 1,
    });
    follower.start();
    while (seen.length < 4) await sleep(1);
    await follower.stop();
    expect(seen.slice(0, 4)).toEqual([
      'what follows was not recorded',
      'asked',
      'what follows was not recorded',
      'asked',
    ]);
    const { length } = seen;
    await sleep(5);
    expect(seen).toHaveLength(length);
  });
});
