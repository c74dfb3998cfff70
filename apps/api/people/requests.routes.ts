import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { SEAT_ROLES } from '@maillage/kernel';
import { refuse } from '../session/routes.js';
import { forAdmin } from './for-admin.js';
import { wouldLackPasskey } from './for-operator.js';
import type { PeopleRoutesOptions } from './options.js';
import { tellAdmins } from './seat-notices.js';
import { refuseSeat, refuseSeatWithoutPasskey } from './seat-refusals.js';

const asked = z.object({ id: z.uuid() });
const answer = z.strictObject({ role: z.enum(SEAT_ROLES).nullable() });

/** Who asks for a seat, for the organisation's ADMINs: `/session/seats/<its id in GraphQL>/requests`. */
export function serveSeatRequests(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { requests } = options;

  scope.get(
    '/session/seats/:organisation/requests',
    forAdmin(
      options,
      async (organisationId, person, _, reply) => {
        const found = await requests.of(organisationId, person.id);
        return typeof found === 'string' ? refuseSeat(reply, found) : reply.send({ requests: found });
      },
      false,
    ),
  );

  scope.post(
    '/session/seats/:organisation/requests/:id',
    forAdmin(
      options,
      async (organisationId, person, request, reply) => {
        const [{ data }, body] = [asked.safeParse(request.params), answer.safeParse(request.body)];
        if (!body.success) {
          const message = `Send {"role": one of ${SEAT_ROLES.join(', ')}, or null to decline}.`;
          return refuse(reply, 400, 'BAD_REQUEST', message);
        }
        if (data === undefined) return refuseSeat(reply, 'UNKNOWN');
        const role = body.data.role ?? undefined;
        const asking = await requests.askedBy(organisationId, data.id);
        if (await wouldLackPasskey(options, { organisationId, role }, asking, request)) {
          return refuseSeatWithoutPasskey(reply);
        }
        const answered = await requests.answer(organisationId, person.id, { id: data.id, role });
        if (typeof answered === 'string') return refuseSeat(reply, answered);
        const { admitted } = answered;
        if (admitted !== undefined) tellAdmins(options, organisationId, 'ADMITTED', admitted, person);
        return reply.code(204).send();
      },
      true,
    ),
  );
}
