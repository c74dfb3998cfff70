import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { identifier, organisationTerms } from '@maillage/directory';
import { toGlobalId } from '@maillage/engine';
import type { Application, Person } from '@maillage/platform';
import { organisationIdIn } from '../http/organisation-id.js';
import { refuse } from '../session/routes.js';
import { askForSeat } from './asking.js';
import { noticeToOperator } from './operator-notices.js';
import { forPerson, type PeopleRoutesOptions } from './options.js';
import { termsOf } from './registering.js';
import { refuseSeat } from './seat-refusals.js';

const typed = z.strictObject({
  name: z.string().trim().max(400),
  // Half a number is none yet.
  identifiers: z.array(identifier).max(20).catch([]),
});
/** Of fewer letters, half of all names would be like it. */
const FEWEST_LETTERS = 3;
const one = z.object({ id: z.uuid() });

/**
 * Organisations that are not there yet, for whoever signed in as herself: `/session/registration` is what she has applied for,
 * and `POST /session/organisations/alike` who may be meant that is there already.
 */
export function serveRegistrations(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { registrations, registering, registration } = options;

  scope.get(
    '/session/registration',
    forPerson(options, async ({ id }, _, reply) => {
      const application = await registrations.of(id);
      return reply.send({ mode: registration.mode, application: application ? applicationShown(application) : null });
    }),
  );

  scope.post(
    '/session/registration',
    forPerson(options, (person, request, reply) => apply(options, person, request, reply)),
  );

  scope.delete(
    '/session/registration',
    forPerson(options, async ({ id }, _, reply) => {
      if (await registrations.withdraw(id)) return reply.code(204).send();
      const message = 'Nothing of yours waits that could be taken back: it was answered, or is being recorded.';
      return refuse(reply, 409, 'NOTHING_TO_WITHDRAW', message);
    }),
  );

  scope.post(
    '/session/organisations/alike',
    forPerson(options, async (_, request, reply) => {
      const { data } = typed.safeParse(request.body);
      if (data === undefined) return refuse(reply, 400, 'BAD_REQUEST', 'Send {"name": "…", "identifiers": […]}.');
      const { name, identifiers } = data;
      if (name.length < FEWEST_LETTERS && identifiers.length === 0) return reply.send({ organisations: [] });
      const found = await registering.alike(name, identifiers);
      return reply.send({
        organisations: found.map(({ id, name: called, sector, jurisdiction, confirmed, ...same }) => ({
          id: toGlobalId('Organisation', id),
          name: called,
          sector,
          jurisdiction,
          confirmed,
          isSame: same.same_name || same.same_number,
        })),
      });
    }),
  );

  serveAsking(scope, options);
}

/** Asking for a seat in an organisation that is there. */
function serveAsking(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { requests } = options;

  scope.post(
    '/session/organisations/:organisation/requests',
    forPerson(options, async (person, request, reply) => {
      const { organisation } = request.params as { readonly organisation: string };
      const organisationId = organisationIdIn(organisation);
      if (organisationId === undefined) return refuseSeat(reply, 'UNKNOWN');
      const refused = await askForSeat(options, person.id, organisationId);
      return refused === undefined ? reply.code(204).send() : refuseSeat(reply, refused);
    }),
  );

  scope.delete(
    '/session/requests/:id',
    forPerson(options, async (person, request, reply) => {
      const { data } = one.safeParse(request.params);
      if (data !== undefined) await requests.withdraw(person.id, data.id);
      return reply.code(204).send();
    }),
  );
}

async function apply(
  options: PeopleRoutesOptions,
  person: Person,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const terms = organisationTerms.safeParse(request.body);
  if (!terms.success) {
    const [issue] = terms.error.issues;
    return refuse(reply, 400, 'INVALID_INPUT', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`);
  }
  const notice = noticeToOperator(options, 'TO_REGISTER', { name: terms.data.name, confirmed: false });
  const applied = await options.registering.apply(person.id, terms.data, notice);
  if (applied === 'CLOSED') {
    const message = 'Organisations do not register themselves here: ask whoever runs this ledger.';
    return refuse(reply, 403, 'REGISTRATION_CLOSED', message);
  }
  if (applied === 'APPLIED_ALREADY') {
    const message = 'An application of yours waits already: take it back, or wait for the answer.';
    return refuse(reply, 409, 'APPLIED_ALREADY', message);
  }
  if ('code' in applied) return refuse(reply, 409, applied.code, applied.message);
  const { organisationId, waits } = applied;
  if (waits.length > 0) options.outbox?.wake();
  return reply.send({ organisation: toGlobalId('Organisation', organisationId), waits });
}

/** For whoever applied, and for the operator. */
export function applicationShown(application: Application) {
  const { reasons, since, until } = application;
  return { terms: termsOf(application), reasons, since, until };
}
