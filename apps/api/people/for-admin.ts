import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Person } from '@maillage/platform';
import { organisationIdIn } from '../http/organisation-id.js';
import { lacksPasskey, refuseWithoutPasskey } from './for-operator.js';
import { forPerson, type PeopleRoutesOptions } from './options.js';
import { refuseSeat } from './seat-refusals.js';

export type ForAdmin = (
  organisationId: string,
  person: Person,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>;

/**
 * A handler for ADMINs of the organisation that the path names. Whether she is one is asked again with the act itself; before that, so
 * that nobody else learns anything by how she is refused.
 * @param isLasting whether it gives or takes what lasts: then she must have signed in a moment ago.
 */
export function forAdmin(options: PeopleRoutesOptions, answer: ForAdmin, isLasting: boolean) {
  return forPerson(
    options,
    async (person, request, reply) => {
      const { organisation } = request.params as { readonly organisation: string };
      const organisationId = organisationIdIn(organisation);
      if (organisationId === undefined || !(await options.seats.isAdmin(organisationId, person.id))) {
        return refuseSeat(reply, 'NOT_ADMIN');
      }
      // Whoever gives seats there says who operates the ledger.
      if (isLasting && organisationId === options.registration.operator && lacksPasskey(options, person, request)) {
        return refuseWithoutPasskey(reply);
      }
      return answer(organisationId, person, request, reply);
    },
    isLasting,
  );
}
