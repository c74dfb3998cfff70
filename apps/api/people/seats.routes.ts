import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { toGlobalId } from '@maillage/engine';
import { SEAT_ROLES } from '@maillage/kernel';
import { isToBeLookedAt, mailAddress, PERSON_LANGUAGES, type Person } from '@maillage/platform';
import { refuse, refuseSignIn } from '../session/routes.js';
import { forAdmin } from './for-admin.js';
import { lacksPasskey, refuseUntilPasskey } from './for-operator.js';
import { invitationMail } from './mails.js';
import { forPerson, type PeopleRoutesOptions } from './options.js';
import { refuseSeat } from './seat-refusals.js';

const byKey = z.strictObject({ key: z.string() });
const inviting = z.strictObject({
  address: z.string(),
  role: z.enum(SEAT_ROLES),
  language: z.enum(PERSON_LANGUAGES).optional(),
});
const ofInvitation = z.object({ id: z.uuid() });

/** A key of its own is no way to operate the ledger. */
function refuseFirst(reply: FastifyReply): FastifyReply {
  const message =
    'This organisation operates the ledger: its first seat is taken by the link that the start of the server shows.';
  return refuse(reply, 403, 'NOT_THE_OPERATOR', message);
}

/** Who may act for an organisation, for its ADMINs: `/session/seats/<its id in GraphQL>`; `POST /session/seats` has the first. */
export function serveSeats(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  serveFirstSeat(scope, options);
  const { seats } = options;

  scope.get(
    '/session/seats/:organisation',
    forAdmin(options, (organisationId, person, _, reply) => show(options, organisationId, person, reply), false),
  );

  scope.post(
    '/session/seats/:organisation/invitations',
    forAdmin(
      options,
      (organisationId, person, request, reply) => invite(options, organisationId, person, request, reply),
      true,
    ),
  );

  scope.delete(
    '/session/seats/:organisation/invitations/:id',
    forAdmin(
      options,
      async (organisationId, person, request, reply) => {
        const { data } = ofInvitation.safeParse(request.params);
        const refused = data === undefined ? 'UNKNOWN' : await seats.revoke(organisationId, person.id, data.id);
        return refused === undefined ? reply.code(204).send() : refuseSeat(reply, refused);
      },
      true,
    ),
  );
}

/** All that ADMINs see of who may act for the organisation. */
async function show(
  options: PeopleRoutesOptions,
  organisationId: string,
  person: Person,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = await options.seats.of(organisationId, person.id);
  if (typeof found === 'string') return refuseSeat(reply, found);
  const [organisation, keys, links] = await Promise.all([
    options.inviting.organisation(organisationId),
    options.organisationKeys.of(organisationId, person.id),
    options.seatLinks.of(organisationId, person.id),
  ]);
  return reply.send({
    name: organisation?.name ?? null,
    confirmed: organisation?.confirmed ?? false,
    holders: found.holders,
    invitations: found.invitations.map(({ id, address, role, until, isLeftBehind }) => {
      return { id, address, role, until, isLeftBehind };
    }),
    // Whoever's own seat lapsed is told of links and keys once she has confirmed it.
    links: typeof links === 'string' ? [] : links.map(({ organisationId: _, ...link }) => link),
    keysToLookAt: typeof keys === 'string' ? 0 : keys.filter(isToBeLookedAt).length,
    isFresh: person.isFresh,
  });
}

/** By the organisation's key. */
function serveFirstSeat(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { seats, keys, failures } = options;
  scope.post(
    '/session/seats',
    forPerson(
      options,
      async (person, request, reply) => {
        const key = byKey.safeParse(request.body).data?.key.trim() ?? '';
        const checked = await keys.check(key);
        if ('refused' in checked) return refuseSignIn(request, reply, failures, 'KEY_REFUSED', checked.refused);
        const { organisationId, scopes } = checked.accessKey;
        if (!scopes.includes('write')) return refuse(reply, 403, 'SCOPE_MISSING', 'This access key may only read.');
        if (organisationId === options.registration.operator) {
          if (!scopes.includes('operator')) return refuseFirst(reply);
          if (lacksPasskey(options, person, request)) return refuseUntilPasskey(reply);
        }
        const refused = await seats.takeFirst(person.id, organisationId);
        if (refused !== undefined) return refuseSeat(reply, refused);
        return reply.send({ organisation: toGlobalId('Organisation', organisationId) });
      },
      true,
    ),
  );
}

/** The mail holds no secret: whoever proves the address finds the invitation on her page. */
async function invite(
  options: PeopleRoutesOptions,
  organisationId: string,
  person: Person,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { seats, outbox } = options;
  const { data } = inviting.safeParse(request.body);
  const address = data && mailAddress(data.address);
  if (data === undefined || address === undefined) {
    const message = `Send {"address": "<a mail address>", "role": one of ${SEAT_ROLES.join(', ')}, "language": "en" or "fr"}.`;
    return refuse(reply, 400, 'NO_ADDRESS', message);
  }
  const { role } = data;
  const inviter = await options.inviting.organisation(organisationId);
  const isConfirmed = inviter?.confirmed ?? false;
  const { name: by, language: hers } = person;
  // Whoever is known here is written to in her own.
  const language = (await options.contacts.languageOf(address)) ?? data.language ?? hers;
  const url = options.publicUrl();
  const invitation = { by, organisation: inviter, role, link: `${url}/me` };
  const write =
    outbox &&
    ((stop: string) => invitationMail(address, language, { ...invitation, stop: `${url}/join#stop=${stop}` }));
  const refused = await seats.invite(organisationId, person.id, { address, role, isConfirmed, write });
  if (refused !== undefined) return refuseSeat(reply, refused);
  outbox?.wake();
  return reply.code(204).send();
}
