import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { SEAT_ROLES } from '@maillage/kernel';
import { refuse } from '../session/routes.js';
import { forAdmin } from './for-admin.js';
import { wouldLackPasskey } from './for-operator.js';
import type { PeopleRoutesOptions } from './options.js';
import { refuseSeat, refuseSeatWithoutPasskey } from './seat-refusals.js';
import { tellAdmins, tellOfSeat } from './seat-notices.js';

const MOST_AT_ONCE = 500;

const ofSeat = z.object({ id: z.uuid() });
const changing = z.strictObject({ role: z.enum(SEAT_ROLES) });
const confirming = z.strictObject({ memberIds: z.array(z.uuid()).max(MOST_AT_ONCE) });

/** What ADMINs do about seats that there are: change, take and confirm them, below `/session/seats/<the organisation>`. */
export function serveSeatChanges(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { seats, contacts } = options;

  scope.post(
    '/session/seats/:organisation/members/:id',
    forAdmin(
      options,
      async (organisationId, person, request, reply) => {
        const [asked, body] = [ofSeat.safeParse(request.params), changing.safeParse(request.body)];
        if (!body.success) return refuse(reply, 400, 'BAD_REQUEST', `Send {"role": one of ${SEAT_ROLES.join(', ')}}.`);
        if (!asked.success) return refuseSeat(reply, 'UNKNOWN');
        const { id } = asked.data;
        const { role } = body.data;
        const before = await contacts.holderOf(organisationId, id);
        if (await wouldLackPasskey(options, { organisationId, role }, before?.id, request)) {
          return refuseSeatWithoutPasskey(reply);
        }
        const refused = await seats.change(organisationId, person.id, id, role);
        if (refused !== undefined) return refuseSeat(reply, refused);
        tellOfSeat(options, organisationId, () => contacts.ofSeat(id), { of: 'CHANGED', role }, { path: '/me' });
        // The first role may most.
        if (before !== undefined && SEAT_ROLES.indexOf(role) < SEAT_ROLES.indexOf(before.role)) {
          tellAdmins(options, organisationId, 'RAISED', before, person);
        }
        return reply.code(204).send();
      },
      true,
    ),
  );

  scope.delete(
    '/session/seats/:organisation/members/:id',
    forAdmin(
      options,
      async (organisationId, person, request, reply) => {
        const asked = ofSeat.safeParse(request.params);
        if (!asked.success) return refuseSeat(reply, 'UNKNOWN');
        const { id } = asked.data;
        const refused = await seats.remove(organisationId, person.id, id);
        if (refused !== undefined) return refuseSeat(reply, refused);
        tellOfSeat(options, organisationId, () => contacts.ofSeat(id), { of: 'TAKEN' }, { path: '/me' });
        return reply.code(204).send();
      },
      true,
    ),
  );

  scope.post(
    '/session/seats/:organisation/confirmations',
    forAdmin(
      options,
      async (organisationId, person, request, reply) => {
        const { data } = confirming.safeParse(request.body);
        if (data === undefined) {
          return refuse(reply, 400, 'BAD_REQUEST', `Send {"memberIds": [at most ${MOST_AT_ONCE} ids of seats]}.`);
        }
        const refused = await seats.confirm(organisationId, person.id, data.memberIds);
        return refused === undefined ? reply.code(204).send() : refuseSeat(reply, refused);
      },
      true,
    ),
  );
}
