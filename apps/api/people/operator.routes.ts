import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { toGlobalId } from '@maillage/engine';
import type { Applicant } from '@maillage/platform';
import { refuse } from '../session/routes.js';
import type { NamedOrganisation } from './mails.js';
import { newsMail } from './news.mails.js';
import { forOperator, lacksPasskey, operatorSeat } from './for-operator.js';
import { forPerson, tell, type PeopleRoutesOptions } from './options.js';
import { applicationShown } from './registrations.routes.js';
import { termsOf } from './registering.js';
import { refuseSeat } from './seat-refusals.js';

const one = z.object({ id: z.uuid() });
const answer = z.strictObject({ approves: z.boolean() });

/** What waits for the operator: below `/session/operator`. For the ADMINs of its organisation alone. */
export function serveOperator(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { registrations, registering } = options;

  // Asked by the page before anything else: it says what to do instead of trying in vain.
  scope.get(
    '/session/operator',
    forPerson(options, async (person, request, reply) =>
      reply.send({ needsPasskey: lacksPasskey(options, person, request) }),
    ),
  );

  scope.get(
    '/session/operator/registrations',
    forOperator(options, async ({ isFresh }, _, reply) => {
      const waiting = await registrations.waiting();
      const shown = waiting.map(async (application) => {
        const { organisationId: id, name, addresses } = application;
        const { name: called, identifiers } = termsOf(application);
        const alike = await registering.alike(called, identifiers);
        return {
          id,
          by: { name, addresses },
          ...applicationShown(application),
          alike: alike
            .filter(({ same_name: name, same_number: number }) => name || number)
            .map((each) => ({ id: toGlobalId('Organisation', each.id), name: each.name, confirmed: each.confirmed })),
        };
      });
      return reply.send({ registrations: await Promise.all(shown), isFresh });
    }),
  );

  scope.post(
    '/session/operator/registrations/:id',
    forOperator(
      options,
      async (person, request, reply) => {
        const [{ data }, body] = [one.safeParse(request.params), answer.safeParse(request.body)];
        if (!body.success) return refuse(reply, 400, 'BAD_REQUEST', 'Send {"approves": true or false}.');
        if (data === undefined) return refuseSeat(reply, 'UNKNOWN');
        if (!body.data.approves) return decline(options, data.id, reply);
        return approve(options, data.id, await operatorSeat(options, person.id), reply);
      },
      true,
    ),
  );
}

/** @param memberId by which it is recorded as the operator's act. */
async function approve(
  options: PeopleRoutesOptions,
  id: string,
  memberId: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const done = await options.registering.approve(id, memberId);
  if (done === undefined) return refuseSeat(reply, 'UNKNOWN');
  if ('code' in done) return refuse(reply, 409, done.code, done.message);
  tellApplicant(options, done, 'REGISTERED', await options.inviting.organisation(id));
  return reply.code(204).send();
}

async function decline(options: PeopleRoutesOptions, id: string, reply: FastifyReply): Promise<FastifyReply> {
  const declined = await options.registrations.decline(id);
  if (declined === undefined) return refuseSeat(reply, 'UNKNOWN');
  tellApplicant(options, declined, 'NOT_REGISTERED', { name: termsOf(declined).name, confirmed: false });
  return reply.code(204).send();
}

function tellApplicant(
  options: PeopleRoutesOptions,
  { addresses: [address], language }: Applicant,
  of: 'REGISTERED' | 'NOT_REGISTERED',
  organisation: NamedOrganisation | undefined,
): void {
  if (address === undefined) return;
  const link = `${options.publicUrl()}/me`;
  tell(options, async () => newsMail(address, language, { of, organisation, link }));
}
