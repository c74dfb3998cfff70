import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuseSignIn } from '../session/routes.js';
import type { PeopleRoutesOptions } from './options.js';

/** Of a link that somebody was given, to join or to act for an organisation. */
export function refuseLinkOver(
  request: FastifyRequest,
  reply: FastifyReply,
  { failures }: PeopleRoutesOptions,
): Promise<FastifyReply> {
  const message = 'This link is over, was taken back, or is not whole: ask whoever gave it to you for another.';
  return refuseSignIn(request, reply, failures, 'LINK_OVER', message);
}
