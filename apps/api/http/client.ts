import type { FastifyReply } from 'fastify';

/**
 * Calls back once: as the answer has been sent or its connection is lost, or at once where that was before. A response that
 * waits behind another on its connection is told of neither by Node: the connection is.
 */
export function whenOver({ raw }: Pick<FastifyReply, 'raw'>, over: () => void): void {
  const { socket } = raw.req;
  let isOver = false;
  const ended = () => {
    // The connection tells the response, and its own listeners then, of those it had.
    if (isOver) return;
    isOver = true;
    raw.off('close', ended);
    socket.off('close', ended);
    over();
  };
  raw.once('close', ended);
  socket.once('close', ended);
  if (raw.closed || socket.destroyed) ended();
}

/** Aborted when the connection is lost before the answer is sent. */
export function clientOf(reply: Pick<FastifyReply, 'raw'>): AbortSignal {
  const going = new AbortController();
  whenOver(reply, () => {
    if (!reply.raw.writableFinished) going.abort();
  });
  return going.signal;
}
