import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { LINKED_ROLES } from '@maillage/platform';
import { refuse } from '../session/routes.js';
import { askForSeat } from './asking.js';
import { forAdmin } from './for-admin.js';
import { refuseLinkOver } from './link-over.js';
import { forPerson, type PeopleRoutesOptions } from './options.js';
import { refuseSeat } from './seat-refusals.js';
import { withOrganisation } from './with-organisation.js';

const making = z.strictObject({ role: z.enum(LINKED_ROLES) });
const one = z.object({ id: z.uuid() });
const looking = z.strictObject({ token: z.string().max(100) });

/**
 * Links to be copied, for an organisation's ADMINs: `/session/seats/<the organisation>/links`. `/session/seat-links` tells what
 * one is for, and `…/ask` has whoever signed in ask for that seat; nothing is given by it, and none administers.
 */
export function serveSeatLinks(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { seatLinks, inviting } = options;
  serveFollowing(scope, options);

  scope.post(
    '/session/seats/:organisation/links',
    forAdmin(
      options,
      async (organisationId, person, request, reply) => {
        const { data } = making.safeParse(request.body);
        if (data === undefined) {
          const message = `Send {"role": one of ${LINKED_ROLES.join(', ')}}: whoever is to administer is invited by mail.`;
          return refuse(reply, 400, 'BAD_REQUEST', message);
        }
        const isConfirmed = (await inviting.organisation(organisationId))?.confirmed ?? false;
        const made = await seatLinks.make(organisationId, person.id, { role: data.role, isConfirmed });
        if (typeof made === 'string') return refuseSeat(reply, made);
        return reply.send({ link: `${options.publicUrl()}/join#seat=${made.token}` });
      },
      true,
    ),
  );

  scope.delete(
    '/session/seats/:organisation/links/:id',
    forAdmin(
      options,
      async (organisationId, person, request, reply) => {
        const { data } = one.safeParse(request.params);
        const refused = data === undefined ? 'UNKNOWN' : await seatLinks.revoke(organisationId, person.id, data.id);
        return refused === undefined ? reply.code(204).send() : refuseSeat(reply, refused);
      },
      true,
    ),
  );
}

function serveFollowing(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { seatLinks } = options;

  scope.post(
    '/session/seat-links',
    forPerson(options, async (_, request, reply) => {
      const { data } = looking.safeParse(request.body);
      const found = data && (await seatLinks.byToken(data.token));
      if (found === undefined) return refuseLinkOver(request, reply, options);
      const { organisationId, role, by, until } = found;
      return reply.send(await withOrganisation(options, { organisationId, role, by, until }));
    }),
  );

  scope.post(
    '/session/seat-links/ask',
    forPerson(options, async (person, request, reply) => {
      const { data } = looking.safeParse(request.body);
      const found = data && (await seatLinks.byToken(data.token));
      if (found === undefined) return refuseLinkOver(request, reply, options);
      const refused = await askForSeat(options, person.id, found.organisationId, found.role);
      return refused === undefined ? reply.code(204).send() : refuseSeat(reply, refused);
    }),
  );
}
