import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { toGlobalId } from '@maillage/engine';
import { LINKED_ROLES, type SeatLink } from '@maillage/platform';
import { refuse, refuseSignIn } from '../session/routes.js';
import { askForSeat } from './asking.js';
import { forAdmin } from './for-admin.js';
import { forPerson, type PeopleRoutesOptions } from './options.js';
import { refuseSeat } from './seat-refusals.js';

const making = z.strictObject({ role: z.enum(LINKED_ROLES) });
const one = z.object({ id: z.uuid() });
const looking = z.strictObject({ token: z.string().max(100) });
const OVER = 'This link is over, was taken back, or is not whole: ask whoever gave it to you for another.';

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
  const { seatLinks, failures } = options;

  scope.post(
    '/session/seat-links',
    forPerson(options, async (_, request, reply) => {
      const { data } = looking.safeParse(request.body);
      const found = data && (await seatLinks.byToken(data.token));
      if (found === undefined) return refuseSignIn(request, reply, failures, 'LINK_OVER', OVER);
      return reply.send(await linkShown(options, found));
    }),
  );

  scope.post(
    '/session/seat-links/ask',
    forPerson(options, async (person, request, reply) => {
      const { data } = looking.safeParse(request.body);
      const found = data && (await seatLinks.byToken(data.token));
      if (found === undefined) return refuseSignIn(request, reply, failures, 'LINK_OVER', OVER);
      const refused = await askForSeat(options, person.id, found.organisationId, found.role);
      return refused === undefined ? reply.code(204).send() : refuseSeat(reply, refused);
    }),
  );
}

async function linkShown({ inviting }: PeopleRoutesOptions, { organisationId, role, by, until }: SeatLink) {
  const found = await inviting.organisation(organisationId);
  const id = toGlobalId('Organisation', organisationId);
  return { organisation: { id, name: found?.name ?? null, confirmed: found?.confirmed ?? false }, role, by, until };
}
