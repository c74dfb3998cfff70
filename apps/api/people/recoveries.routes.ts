import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { mailAddress, type RecoveryRefusal } from '@maillage/platform';
import { organisationIdIn } from '../http/organisation-id.js';
import { refuse, refuseSignIn } from '../session/routes.js';
import { forOperator, operatorSeat } from './for-operator.js';
import { forPerson, type ForPerson, type PeopleRoutesOptions } from './options.js';
import { completeRecovery, openRecovery } from './recovering.js';
import { withOrganisation } from './with-organisation.js';

const LONGEST_EVIDENCE = 1_000;

const opening = z.strictObject({
  organisation: z.string().max(200),
  address: z.string(),
  evidence: z.string().trim().min(1).max(LONGEST_EVIDENCE),
});
const byLink = z.strictObject({ token: z.string().max(100), use: z.boolean() });
const one = z.object({ id: z.uuid() });

const REFUSALS: Readonly<Record<RecoveryRefusal | 'OWN_ORGANISATION', readonly [status: number, message: string]>> = {
  NEVER_SEATED: [409, 'Nobody ever had a seat in this organisation: whoever holds its access key takes the first.'],
  HAS_ADMIN: [
    409,
    'Somebody administers this organisation: ask her to give that role to another. Once no mailbox of hers takes mails, or nobody has confirmed her seat for a year and 30 days, it counts as one without.',
  ],
  RECOVERY_OPEN: [409, 'Somebody is to administer this organisation already: take that back first, or wait.'],
  RECOVERY_WAITS: [409, 'Three days have to pass since the last of those who are told was: each of them may object.'],
  RECOVERY_UNDER_WAY: [409, 'Somebody completes this at this moment: look again in a minute.'],
  OBJECTED: [409, 'Somebody who was told objected: talk to them; it may be begun anew, and all are told again.'],
  NOT_PROVED: [409, 'Nobody has signed in with the address yet: it is proved first.'],
  UNKNOWN: [404, 'Nobody is to administer an organisation by this, or not any more.'],
  OWN_ORGANISATION: [409, 'To the organisation of the operator the link of a start gives access again.'],
};
const LINK_OVER = 'This link has been used, is too old, or is not whole: nothing waits that it could stop.';

export function refuseRecovery(reply: FastifyReply, code: keyof typeof REFUSALS): FastifyReply {
  const [status, message] = REFUSALS[code];
  return refuse(reply, status, code, message);
}

/**
 * Organisations that nobody can act for any more: `/session/operator/recoveries` is the operator's, who opens, completes and
 * drops them; `/session/recovery/objection` is for whoever was told by mail, and `/session/person/recoveries/:id` for people
 * with a seat in the organisation, who object, and for whoever is to administer it, who completes it.
 */
export function serveRecoveries(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  if (options.outbox === undefined) return;
  serveOpening(scope, options);
  serveObjections(scope, options);
  const { recoveries, registration } = options;
  const complete = (isOperator: boolean): ForPerson => {
    return async (person, request, reply) => {
      const { data } = one.safeParse(request.params);
      const { operator } = registration;
      if (data === undefined || operator === undefined) return refuseRecovery(reply, 'UNKNOWN');
      const by = isOperator
        ? { operator: await operatorSeat(options, person.id) }
        : { personId: person.id, operatedBy: operator };
      const refused = await completeRecovery(options, data.id, by);
      if (refused === undefined) return reply.code(204).send();
      return typeof refused === 'string'
        ? refuseRecovery(reply, refused)
        : refuse(reply, 409, refused.code, refused.message);
    };
  };

  scope.post('/session/operator/recoveries/:id/completion', forOperator(options, complete(true), true));
  scope.post('/session/person/recoveries/:id/completion', forPerson(options, complete(false), true));

  scope.delete(
    '/session/operator/recoveries/:id',
    forOperator(
      options,
      async (_, request, reply) => {
        const { data } = one.safeParse(request.params);
        if (data !== undefined) await recoveries.drop(data.id);
        return reply.code(204).send();
      },
      true,
    ),
  );
}

function serveOpening(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { recoveries, registration } = options;

  scope.get(
    '/session/operator/recoveries',
    forOperator(options, async ({ isFresh }, _, reply) => {
      const shown = (await recoveries.all()).map((each) => withOrganisation(options, each));
      return reply.send({ recoveries: await Promise.all(shown), isFresh });
    }),
  );

  scope.post(
    '/session/operator/recoveries',
    forOperator(
      options,
      async (person, request, reply) => {
        const { data } = opening.safeParse(request.body);
        const organisationId = data && organisationIdIn(data.organisation);
        const address = data && mailAddress(data.address);
        if (data === undefined || organisationId === undefined || address === undefined) {
          const message = `Send {"organisation": "<an id>", "address": "<a mail address>", "evidence": "<at most ${LONGEST_EVIDENCE} characters>"}.`;
          return refuse(reply, 400, 'BAD_REQUEST', message);
        }
        if (organisationId === registration.operator) return refuseRecovery(reply, 'OWN_ORGANISATION');
        const memberId = await operatorSeat(options, person.id);
        const asked = { organisationId, address, evidence: data.evidence, memberId };
        const refused = await openRecovery(options, asked);
        return refused === undefined ? reply.code(204).send() : refuseRecovery(reply, refused);
      },
      true,
    ),
  );
}

/** Opening a link does nothing, as programs that look into mails open links; the button does. */
function serveObjections(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { recoveries, failures } = options;

  scope.post('/session/recovery/objection', async (request, reply) => {
    const { data } = byLink.safeParse(request.body);
    const found = data && (await recoveries.look(data.token));
    if (data === undefined || found === undefined) {
      return refuseSignIn(request, reply, failures, 'LINK_OVER', LINK_OVER);
    }
    if (!data.use) return reply.send(await withOrganisation(options, found));
    await recoveries.object({ token: data.token });
    return reply.code(204).send();
  });

  scope.post(
    '/session/person/recoveries/:id/objection',
    forPerson(options, async (person, request, reply) => {
      const { data } = one.safeParse(request.params);
      const stopped = data !== undefined && (await recoveries.object({ personId: person.id, id: data.id }));
      return stopped ? reply.code(204).send() : refuseRecovery(reply, 'UNKNOWN');
    }),
  );
}
