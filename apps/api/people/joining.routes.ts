import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { toGlobalId } from '@maillage/engine';
import { maskedAddress, type Invited, type Person } from '@maillage/platform';
import { organisationIdIn } from '../http/organisation-id.js';
import { refuse, refuseSignIn } from '../session/routes.js';
import { enter } from './entering.js';
import { refuseLinkOver } from './link-over.js';
import { forPerson, type PeopleRoutesOptions } from './options.js';
import { refuseSeat } from './seat-refusals.js';
import { organisationShown } from './with-organisation.js';

const token = z.string().max(100);
const looking = z.strictObject({ token });
const by = z.union([z.strictObject({ id: z.uuid() }), z.strictObject({ token })]);
const accepting = z.strictObject({ by, organisation: z.string().max(200) });
const declining = z.strictObject({ id: z.uuid() });
const proving = z.strictObject({ token, use: z.boolean() });
const PROVED =
  'This link was used already, or the invitation is over: sign in with the address that it came to; what waits for it is shown there.';

/**
 * Accepting an invitation to a mission for an organisation that one administers: `/session/joining` lists those for her
 * addresses, `…/proof` has somebody new sign in by its mail, `…/link` tells what a link that was passed on is for, `…/accept` and `…/decline` answer, and `…/stop`, which
 * takes no sign-in, has an address invited no more.
 */
export function serveJoining(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { partners, stops } = options;

  scope.get(
    '/session/joining',
    forPerson(options, async (person, _, reply) => {
      const invitations = await partners.to(person.id);
      return reply.send({
        invitations: (await Promise.all(invitations.map((each) => shown(options, each)))).flat(),
        organisations: await acceptingFor(options, person),
        isFresh: person.isFresh,
      });
    }),
  );

  scope.post(
    '/session/joining/link',
    forPerson(options, async (_, request, reply) => {
      const { data } = looking.safeParse(request.body);
      const invited = data && (await partners.byToken(data.token));
      const [found] = invited === undefined ? [] : await shown(options, invited);
      return found === undefined ? refuseLinkOver(request, reply, options) : reply.send(found);
    }),
  );

  serveProof(scope, options);

  scope.post(
    '/session/joining/accept',
    forPerson(options, (person, request, reply) => accept(options, person, request, reply), true),
  );

  scope.post(
    '/session/joining/decline',
    forPerson(options, async (person, request, reply) => {
      const { data } = declining.safeParse(request.body);
      if (data !== undefined) await partners.decline(person.id, data.id);
      return reply.code(204).send();
    }),
  );

  scope.post('/session/joining/stop', async (request, reply) => {
    const { data } = looking.safeParse(request.body);
    const stopped = data !== undefined && (await stops.stop(data.token));
    return stopped ? reply.code(204).send() : refuseLinkOver(request, reply, options);
  });
}

/**
 * The link of an invitation's mail: `/session/joining/proof` tells whose mailbox it is for, by a masked address, and with `use`
 * opens a session for somebody new; whoever is known there signs in by her own way.
 */
function serveProof(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { partners, failures } = options;

  scope.post('/session/joining/proof', async (request, reply) => {
    const { data } = proving.safeParse(request.body);
    const found = data && (await partners.provable(data.token));
    if (data === undefined || found === undefined) return refuseSignIn(request, reply, failures, 'PROOF_OVER', PROVED);
    if (!data.use) return reply.send({ address: maskedAddress(found.address) });
    const opened = await partners.prove(data.token);
    if (opened === undefined) return refuseSignIn(request, reply, failures, 'PROOF_OVER', PROVED);
    if (opened === 'KNOWN') {
      const message =
        'Somebody signs in with this address already: sign in as you always do; the invitation waits there.';
      return refuse(reply, 409, 'KNOWN_ALREADY', message);
    }
    return enter(request, reply, options, opened);
  });
}

async function accept(
  options: PeopleRoutesOptions,
  person: Person,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { partners, people, inviting } = options;
  const { data } = accepting.safeParse(request.body);
  if (data === undefined) {
    const message = 'Send {"by": {"id": "…"} or {"token": "…"}, "organisation": "<an id>"}.';
    return refuse(reply, 400, 'BAD_REQUEST', message);
  }
  const { by: given } = data;
  const isLink = 'token' in given;
  const invited = isLink
    ? await partners.byToken(given.token)
    : (await partners.to(person.id)).find(({ id }) => id === given.id);
  if (invited === undefined) {
    return isLink ? refuseLinkOver(request, reply, options) : refuseSeat(reply, 'UNKNOWN');
  }
  const organisationId = organisationIdIn(data.organisation);
  const administered = await people.administeredBy(person.id);
  const seat = administered.find((each) => each.organisationId === organisationId);
  if (seat === undefined) return refuseSeat(reply, 'NOT_ADMIN');
  const refused = await inviting.accept(invited, isLink, seat);
  if (refused === 'UNKNOWN') return refuseSeat(reply, 'UNKNOWN');
  if (refused !== undefined) return refuse(reply, 409, refused.code, refused.message);
  return reply.send({ mission: toGlobalId('Mission', invited.missionId) });
}

/** Nothing of a mission that is not there. */
async function shown({ inviting }: PeopleRoutesOptions, { id, missionId, role, inviterId, by: name, until }: Invited) {
  const [mission, inviter] = await Promise.all([
    inviting.mission(missionId, inviterId),
    inviting.organisation(inviterId),
  ]);
  if (mission === undefined || inviter === undefined) return [];
  const { title } = mission;
  return [{ id, role, by: name, until, mission: { id: toGlobalId('Mission', missionId), title }, inviter }];
}

/** Those that she may accept for. */
async function acceptingFor(options: PeopleRoutesOptions, { id }: Person) {
  const seats = await options.people.administeredBy(id);
  return Promise.all(seats.map(({ organisationId }) => organisationShown(options, organisationId)));
}
