import type { FastifyReply } from 'fastify';

/** Aborted when the connection is lost before the answer is sent. */
export function clientOf({ raw }: FastifyReply): AbortSignal {
  const going = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) going.abort();
  });
  return going.signal;
}
