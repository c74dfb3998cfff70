import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { organisationTerms } from '@maillage/directory';
import { toGlobalId } from '@maillage/engine';
import { isRefusal } from '@maillage/kernel';
import type { Person } from '@maillage/platform';
import { refuse, refuseSignIn } from '../session/routes.js';
import { lacksPasskey, refuseUntilPasskey } from './for-operator.js';
import { forPerson, type PeopleRoutesOptions } from './options.js';
import { byAdmin } from './registering.js';
import { tellAdmins } from './seat-notices.js';
import { refuseSeat } from './seat-refusals.js';

const token = z.string().max(100);
const looking = z.strictObject({ token });
const taking = z.strictObject({ token, terms: organisationTerms.nullable() });
const OVER =
  'This link has been used, is too old, or is not whole: whoever runs the server makes another by `maillage operator link`.';

/**
 * Who operates the ledger by a link that its start or the command line printed: `POST /session/operator/link` tells which
 * organisation that is, or null where it is not registered yet; `POST /session/operator/seat` takes the seat, in a session opened by
 * a passkey where one can be had, and registers it where need be.
 */
export function serveFirstOperator(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { operatorLinks, failures, registration, organisationName } = options;

  scope.post(
    '/session/operator/link',
    forPerson(options, async (person, request, reply) => {
      const { data } = looking.safeParse(request.body);
      const { operator } = registration;
      const isGood = data !== undefined && operator !== undefined && (await operatorLinks.look(operator, data.token));
      if (!isGood) return refuseSignIn(request, reply, failures, 'LINK_OVER', OVER);
      const name = (await organisationName(operator)) ?? null;
      return reply.send({ name, isFresh: person.isFresh, needsPasskey: lacksPasskey(options, person, request) });
    }),
  );

  scope.post(
    '/session/operator/seat',
    forPerson(options, (person, request, reply) => take(options, person, request, reply), true),
  );
}

async function take(
  options: PeopleRoutesOptions,
  person: Person,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { operatorLinks, failures, registration, record, clock } = options;
  const body = taking.safeParse(request.body);
  if (!body.success) {
    const [issue] = body.error.issues;
    return refuse(reply, 400, 'INVALID_INPUT', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`);
  }
  const { operator: organisationId } = registration;
  const { token: given, terms } = body.data;
  if (organisationId === undefined || !(await operatorLinks.look(organisationId, given))) {
    return refuseSignIn(request, reply, failures, 'LINK_OVER', OVER);
  }
  if (lacksPasskey(options, person, request)) return refuseUntilPasskey(reply);
  const memberId = randomUUID();
  if (terms !== null) {
    const command = { type: 'RegisterOrganisation', id: organisationId, data: terms, commandId: randomUUID() };
    const registered = await record(byAdmin({ organisationId, memberId }, { ...command, at: clock.now() }));
    if (isRefusal(registered)) return refuse(reply, 409, registered.code, registered.message);
  } else if ((await options.organisationName(organisationId)) === undefined) {
    return refuse(reply, 409, 'UNKNOWN_ORGANISATION', 'The organisation is not registered yet: say what it is.');
  }
  const refused = await operatorLinks.take(person.id, { organisationId, token: given, memberId });
  if (refused !== undefined) return refuseSeat(reply, refused);
  tellAdmins(options, organisationId, 'BY_LINK', person);
  return reply.send({ organisation: toGlobalId('Organisation', organisationId) });
}
