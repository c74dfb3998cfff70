import type { FastifyReply, FastifyRequest } from 'fastify';
import { toGlobalId } from '@maillage/engine';
import type { OpenedPersonSession } from '@maillage/platform';
import { keepSession } from '../session/cookies.js';
import { leave } from '../session/routes.js';
import type { PeopleRoutesOptions } from './options.js';

/**
 * Has the browser keep a session that was opened, in place of the one it had. Answers with the organisations she may act for, by
 * their ids in GraphQL: a page then names one with each request.
 * @param to the path that whoever asked for a link wanted to go to, which is answered, too.
 */
export async function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  options: PeopleRoutesOptions,
  opened: OpenedPersonSession,
  to?: string,
): Promise<FastifyReply> {
  await leave(options, request);
  keepSession(request, reply, opened);
  const seats = (await options.people.seatsOf(opened.personId)).filter(({ standing }) => standing !== 'LAPSED');
  const organisations = new Set(seats.map((seat) => toGlobalId('Organisation', seat.organisationId)));
  return reply.send({ seats: [...organisations], ...(to === undefined ? {} : { to }) });
}
