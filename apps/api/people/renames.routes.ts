import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { organisationById, organisationTerms, whyNameWaits } from '@maillage/directory';
import { toGlobalId } from '@maillage/engine';
import { isRefusal } from '@maillage/kernel';
import type { Renaming } from '@maillage/platform';
import { organisationIdIn } from '../http/organisation-id.js';
import { refuse } from '../session/routes.js';
import { forAdmin } from './for-admin.js';
import { forOperator, operatorSeat } from './for-operator.js';
import { newsMail } from './news.mails.js';
import { noticeToOperator } from './operator-notices.js';
import { tell, type PeopleRoutesOptions } from './options.js';
import { byOperator } from './registering.js';
import { refuseSeat } from './seat-refusals.js';
import { organisationShown } from './with-organisation.js';

const called = organisationTerms.pick({ name: true });
const answer = z.strictObject({ id: z.uuid(), approves: z.boolean() });
const one = z.object({ organisation: z.string() });

/**
 * Names that the operator looks at before an organisation takes them: `/session/organisations/<its id>/name` for its ADMINs, and
 * `/session/operator/renames` for the operator.
 */
export function serveRenames(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { renames, database, registration, inviting, outbox } = options;
  serveJudging(scope, options);

  scope.get(
    '/session/organisations/:organisation/name',
    forAdmin(
      options,
      async (organisationId, person, _, reply) => {
        const found = await renames.of(organisationId, person.id);
        if (typeof found === 'string') return refuseSeat(reply, found);
        return reply.send({ waiting: found === undefined ? null : { name: found.name, until: found.until } });
      },
      false,
    ),
  );

  scope.post(
    '/session/organisations/:organisation/name',
    forAdmin(
      options,
      async (organisationId, person, request, reply) => {
        const { data } = called.safeParse(request.body);
        if (data === undefined) return refuse(reply, 400, 'BAD_REQUEST', 'Send {"name": "…"}.');
        // Where nobody could ever look at it, nobody is kept waiting.
        if (registration.operator === undefined) {
          const message = 'Nobody operates this ledger by its pages: ask whoever runs the server to record the name.';
          return refuse(reply, 409, 'NO_OPERATOR', message);
        }
        const reasons = await whyNameWaits(database, organisationId, data.name);
        if (reasons.length === 0) {
          const message = 'Nobody has to look at this name: revise the organisation, and it is recorded at once.';
          return refuse(reply, 409, 'NAME_NEED_NOT_WAIT', message);
        }
        const { name } = data;
        const confirmed = (await inviting.organisation(organisationId))?.confirmed ?? false;
        const notice = noticeToOperator(options, 'TO_RENAME', { name, confirmed });
        const refused = await renames.ask(organisationId, person.id, { name, reasons }, notice);
        if (refused !== undefined) return refuseSeat(reply, refused);
        outbox?.wake();
        return reply.code(204).send();
      },
      false,
    ),
  );

  scope.delete(
    '/session/organisations/:organisation/name',
    forAdmin(
      options,
      async (organisationId, person, _, reply) => {
        const refused = await renames.withdraw(organisationId, person.id);
        return refused === undefined ? reply.code(204).send() : refuseSeat(reply, refused);
      },
      false,
    ),
  );
}

function serveJudging(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { renames } = options;

  scope.get(
    '/session/operator/renames',
    forOperator(options, async ({ isFresh }, _, reply) => {
      const waiting = await renames.waiting();
      return reply.send({ renames: await Promise.all(waiting.map((each) => shown(options, each))), isFresh });
    }),
  );

  scope.post(
    '/session/operator/renames/:organisation',
    forOperator(
      options,
      async (person, request, reply) => {
        const [{ data }, body] = [one.safeParse(request.params), answer.safeParse(request.body)];
        if (!body.success) {
          return refuse(reply, 400, 'BAD_REQUEST', 'Send {"id": "<of the name>", "approves": true or false}.');
        }
        const { id, approves } = body.data;
        const organisationId = data && organisationIdIn(data.organisation);
        const renaming = organisationId === undefined ? undefined : await renames.find(organisationId);
        // Another may have taken the place of the name that she read.
        if (renaming?.id !== id) return refuseSeat(reply, 'UNKNOWN');
        if (!approves) return ended(options, renaming, 'NOT_RENAMED', reply);
        return approve(options, renaming, await operatorSeat(options, person.id), reply);
      },
      true,
    ),
  );
}

/** Recorded as the operator's act, by which a confirmed identity stays confirmed; all else as it is said by then. */
async function approve(
  options: PeopleRoutesOptions,
  renaming: Renaming,
  memberId: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { database, record, clock, registration, renames } = options;
  const { organisationId, id, name, askedBy } = renaming;
  if ((await renames.of(organisationId, askedBy)) === 'NOT_ADMIN') {
    const message =
      'Whoever asked for this name administers the organisation no more: decline it; an administrator may ask anew.';
    return refuse(reply, 409, 'ASKER_NOT_ADMIN', message);
  }
  const [own] = await organisationById.run(database, { keys: [organisationId], args: null });
  if (own === undefined) return refuseSeat(reply, 'UNKNOWN');
  const { sector, jurisdiction, website, identifiers } = own;
  const data = {
    name,
    sector,
    identifiers,
    ...(jurisdiction === null ? {} : { jurisdiction }),
    ...(website === null ? {} : { website }),
  };
  const command = { type: 'ReviseOrganisation', id: organisationId, data, commandId: id, at: clock.now() };
  const operator = { organisationId: registration.operator ?? '', memberId };
  const recorded = await record(byOperator(operator, command));
  if (isRefusal(recorded)) return refuse(reply, 409, recorded.code, recorded.message);
  return ended(options, renaming, 'RENAMED', reply);
}

async function ended(
  options: PeopleRoutesOptions,
  { id, organisationId, name, askedBy }: Renaming,
  of: 'RENAMED' | 'NOT_RENAMED',
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { renames, contacts, inviting, publicUrl } = options;
  if (!(await renames.answered(id))) return refuseSeat(reply, 'UNKNOWN');
  const [contact] = await contacts.ofPerson(askedBy);
  if (contact !== undefined) {
    const link = `${publicUrl()}/organisations/${toGlobalId('Organisation', organisationId)}`;
    const confirmed = (await inviting.organisation(organisationId))?.confirmed ?? false;
    tell(options, async () =>
      newsMail(contact.address, contact.language, { of, organisation: { name, confirmed }, link }),
    );
  }
  return reply.code(204).send();
}

async function shown(options: PeopleRoutesOptions, { id, organisationId, name, reasons, askedBy, until }: Renaming) {
  const { registering, contacts } = options;
  const [organisation, alike, by] = await Promise.all([
    organisationShown(options, organisationId),
    registering.alike(name, []),
    contacts.ofPerson(askedBy),
  ]);
  return {
    id,
    organisation,
    name,
    reasons,
    by: by.map(({ address }) => address),
    until,
    alike: alike
      .filter((each) => each.same_name && each.id !== organisationId)
      .map((each) => ({ id: toGlobalId('Organisation', each.id), name: each.name, confirmed: each.confirmed })),
  };
}
