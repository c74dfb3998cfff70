import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { everythingOf, PERSON_LANGUAGES, type Invitation, type Person } from '@maillage/platform';
import { organisationIdIn } from '../http/organisation-id.js';
import { sessionCookie } from '../session/cookies.js';
import { refuse } from '../session/routes.js';
import { forPerson, type PeopleRoutesOptions } from './options.js';
import { LONGEST_LINE, oneLine } from './one-line.js';
import { lacksPasskey, operates, refuseUntilPasskey, refuseWithoutPasskey, wouldLackPasskey } from './for-operator.js';
import { applicationShown } from './registrations.routes.js';
import { tellAdmins, tellOfSeat } from './seat-notices.js';
import { refuseSeat, refuseSeatWithoutPasskey } from './seat-refusals.js';
import { withOrganisation } from './with-organisation.js';

const revision = z.strictObject({ name: oneLine, language: z.enum(PERSON_LANGUAGES) });
const answering = z.strictObject({ accepts: z.boolean() });
const one = z.strictObject({ id: z.uuid() });
const successor = z.strictObject({ organisation: z.string().max(200), memberId: z.uuid() });
const erasing = z.strictObject({ successors: z.array(successor).max(100).default([]) });

/** What is kept of a person, for herself: `/session/person` and what lies below it. */
export function servePerson(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { people, seats, requests, registrations, recoveries, passkeys, passkeySites } = options;
  servePersonSessions(scope, options);
  serveInvitations(scope, options);
  serveExport(scope, options);

  scope.get(
    '/session/person',
    forPerson(options, async (person, request, reply) => {
      const [kept, invitations, asked, application, toHer, aroundHer, hers] = await Promise.all([
        people.kept(person),
        seats.invitationsTo(person.id),
        requests.ofPerson(person.id),
        registrations.of(person.id),
        recoveries.forHer(person.id),
        recoveries.aroundHer(person.id),
        passkeys.of(person.id),
      ]);
      const recovering = [
        ...toHer.map((each) => ({ ...each, isHers: true })),
        ...aroundHer
          .filter(({ id }) => !toHer.some((each) => each.id === id))
          .map((each) => ({ ...each, isHers: false })),
      ];
      return reply.send({
        ...kept,
        seats: await Promise.all(kept.seats.map((seat) => withOrganisation(options, seat))),
        invitations: await Promise.all(invitations.map((each) => invitationShown(options, each))),
        requests: await Promise.all(asked.map((each) => withOrganisation(options, each))),
        application: application ? applicationShown(application) : null,
        recoveries: await Promise.all(recovering.map((each) => withOrganisation(options, each))),
        passkeys: hers,
        passkeysAreHere: passkeySites.at(request) !== undefined,
        accountsAreHere: options.issuer !== undefined,
        mailIsHere: options.outbox !== undefined,
        operates: operates(options, kept.seats),
        isFresh: person.isFresh,
      });
    }),
  );

  scope.post(
    '/session/person',
    forPerson(options, async (person, request, reply) => {
      const { data } = revision.safeParse(request.body);
      if (data === undefined) {
        const message = `Send {"name": "<a line of at most ${LONGEST_LINE} characters>", "language": "en" or "fr"}.`;
        return refuse(reply, 400, 'BAD_REQUEST', message);
      }
      await people.revise(person.id, data);
      return reply.code(204).send();
    }),
  );

  scope.delete(
    '/session/person',
    forPerson(options, (person, request, reply) => erase(options, person, request, reply), true),
  );
}

/** All that is kept of her as it is kept, to be taken along: what her page shows is in other words, and less. */
function serveExport(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { database, people, organisationName } = options;

  scope.get(
    '/session/person/export',
    forPerson(options, async ({ id }, _, reply) => {
      const kept = await everythingOf(database, id);
      const organisations: Record<string, string | null> = {};
      for (const { organisationId } of await people.seatsOf(id)) {
        organisations[organisationId] = (await organisationName(organisationId)) ?? null;
      }
      return reply.send({ ...kept, organisations });
    }),
  );
}

/** Who is to administer an organisation after her is named in the body, if anybody is; with none, nothing keeps her. */
async function erase(
  options: PeopleRoutesOptions,
  person: Person,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { people, seats, contacts, registration } = options;
  const { data } = erasing.safeParse(request.body ?? {});
  if (data === undefined) {
    const message = 'Send {"successors": [{"organisation": "<an id>", "memberId": "<of a seat in it>"}]}, or nothing.';
    return refuse(reply, 400, 'BAD_REQUEST', message);
  }
  const successors = data.successors.map(({ organisation, memberId }) => {
    return { organisationId: organisationIdIn(organisation) ?? '', memberId };
  });
  if (successors.some(({ organisationId }) => organisationId === '')) return refuseSeat(reply, 'UNKNOWN');
  // Whoever gives seats there says who operates the ledger.
  const isOperators = successors.some(({ organisationId }) => organisationId === registration.operator);
  if (isOperators && lacksPasskey(options, person, request)) return refuseWithoutPasskey(reply);
  for (const { organisationId, memberId } of successors) {
    if (!(await seats.isAdmin(organisationId, person.id))) return refuseSeat(reply, 'UNKNOWN');
    const to = await contacts.holderOf(organisationId, memberId);
    if (await wouldLackPasskey(options, { organisationId, role: 'ADMIN' }, to?.id, request)) {
      return refuseSeatWithoutPasskey(reply);
    }
  }
  const refused = await people.erase(person.id, successors);
  if (refused !== undefined) return refuseSeat(reply, refused);
  for (const { organisationId, memberId } of successors) {
    const news = { of: 'CHANGED', role: 'ADMIN' } as const;
    tellOfSeat(options, organisationId, () => contacts.ofSeat(memberId), news, { path: '/me' });
  }
  sessionCookie.clear(request, reply);
  return reply.code(204).send();
}

/** Those that wait for her answer. */
function serveInvitations(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { seats, registration } = options;

  scope.post(
    '/session/person/invitations/:id',
    forPerson(
      options,
      async (person, request, reply) => {
        const [asked, body] = [one.safeParse(request.params), answering.safeParse(request.body)];
        if (!body.success) return refuse(reply, 400, 'BAD_REQUEST', 'Send {"accepts": true or false}.');
        const { accepts } = body.data;
        if (asked.success && accepts && lacksPasskey(options, person, request)) {
          const to = (await seats.invitationsTo(person.id)).find(({ id }) => id === asked.data.id);
          // By her mailbox alone nobody comes to operate the ledger.
          if (to?.organisationId === registration.operator && to?.role === 'ADMIN') return refuseUntilPasskey(reply);
        }
        const answered = asked.success ? await seats.answer(person.id, asked.data.id, accepts) : 'UNKNOWN';
        if (typeof answered === 'string') return refuseSeat(reply, answered);
        if (accepts) tellAdmins(options, answered.organisationId, 'GIVEN', person);
        return reply.code(204).send();
      },
      true,
    ),
  );
}

/** Where she is signed in, to be ended one by one or all. */
function servePersonSessions(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { people } = options;

  scope.delete(
    '/session/person/sessions',
    forPerson(options, async (person, request, reply) => {
      await people.endSessions(person.id);
      sessionCookie.clear(request, reply);
      return reply.code(204).send();
    }),
  );

  scope.delete(
    '/session/person/sessions/:id',
    forPerson(options, async (person, request, reply) => {
      const { data } = one.safeParse(request.params);
      if (data !== undefined) await people.endSessions(person.id, data.id);
      return reply.code(204).send();
    }),
  );
}

async function invitationShown(
  options: PeopleRoutesOptions,
  { id, organisationId, role, invitedBy, until }: Invitation,
) {
  return withOrganisation(options, { id, organisationId, role, invitedBy, until });
}
