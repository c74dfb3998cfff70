import { Redis } from 'ioredis';

const ANSWER_WITHIN_MS = 250;

/**
 * For uses that must not wait: what Redis does not answer at once fails at once, and the caller does without. It
 * reconnects by itself for ever.
 */
export function impatientRedis(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    connectionName: 'maillage',
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: ANSWER_WITHIN_MS,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  redis.on('error', onError);
  return redis;
}
