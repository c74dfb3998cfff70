import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { toGlobalId } from '@maillage/engine';
import { mailAddress, PERSON_LANGUAGES, type Person, type SentInvitation } from '@maillage/platform';
import { idIn, organisationIdIn } from '../http/organisation-id.js';
import { refuse } from '../session/routes.js';
import { forPerson, type PeopleRoutesOptions } from './options.js';
import { partnerMail } from './partners.mails.js';
import { refuseSeat } from './seat-refusals.js';

const MOST_LINES = 20;
/** An evaluator says of itself what nobody accepts for it: it is invited on the mission's page. */
const ROLES = ['MEMBER', 'FUNDER', 'BACKBONE'] as const;

const place = z.object({ organisation: z.string(), mission: z.string() });
const listed = z.strictObject({
  role: z.enum(ROLES),
  lines: z.array(z.string().max(300)).min(1).max(MOST_LINES),
  language: z.enum(PERSON_LANGUAGES).optional(),
});
const one = z.object({ organisation: z.string(), id: z.uuid() });

interface At {
  readonly inviterId: string;
  readonly missionId: string;
  readonly title: string;
  readonly keepsPrivate: boolean;
}

type Answer = (at: At, person: Person, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Invitations to a mission, for the ADMINs of a backbone: `/session/partners/<the backbone's id>/<the mission's>`. */
export function servePartners(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { partners, inviting } = options;
  const path = '/session/partners/:organisation/:mission';
  const forBackbone = (answer: Answer, isLasting: boolean) =>
    forPerson(
      options,
      async (person, request, reply) => {
        const at = await placeOf(options, request);
        if (at === undefined) {
          const message = 'Only a backbone of the mission invites to it.';
          return refuse(reply, 403, 'NOT_BACKBONE', message);
        }
        return answer(at, person, request, reply);
      },
      isLasting,
    );

  scope.get(
    path,
    forBackbone(async ({ title, keepsPrivate, ...at }, person, _, reply) => {
      const sent = await partners.sent({ ...at, adminId: person.id });
      if (typeof sent === 'string') return refuseSeat(reply, sent);
      const invitations = await Promise.all(sent.map((each) => sentShown(options, each)));
      return reply.send({ title, keepsPrivate, invitations, isFresh: person.isFresh });
    }, false),
  );

  scope.post(
    path,
    forBackbone((at, person, request, reply) => invite(options, at, { person, request, reply }), true),
  );

  scope.post(
    `${path}/links`,
    forBackbone(async ({ inviterId, missionId, keepsPrivate }, person, _, reply) => {
      if (keepsPrivate) {
        const message = 'A mission that keeps texts private is joined by name alone: invite by mail.';
        return refuse(reply, 409, 'NAMED_ONLY', message);
      }
      const inviter = await inviting.organisation(inviterId);
      const asked = { inviterId, missionId, role: 'MEMBER', adminId: person.id };
      const made = await partners.link(asked, inviter?.confirmed ?? false);
      if (typeof made === 'string') return refuseSeat(reply, made);
      return reply.send({ link: `${options.publicUrl()}/join#token=${made.token}` });
    }, true),
  );

  scope.delete(
    '/session/partners/:organisation/:mission/:id',
    forPerson(
      options,
      async (person, request, reply) => {
        const { data } = one.safeParse(request.params);
        const inviterId = data && organisationIdIn(data.organisation);
        if (data === undefined || inviterId === undefined) return refuseSeat(reply, 'UNKNOWN');
        const refused = await partners.revoke(inviterId, person.id, data.id);
        return refused === undefined ? reply.code(204).send() : refuseSeat(reply, refused);
      },
      true,
    ),
  );
}

/** @returns `undefined` where the organisation does not steer the mission. */
async function placeOf({ inviting }: PeopleRoutesOptions, { params }: FastifyRequest): Promise<At | undefined> {
  const { data } = place.safeParse(params);
  const inviterId = data && organisationIdIn(data.organisation);
  const missionId = data && idIn('Mission', data.mission);
  if (inviterId === undefined || missionId === undefined) return undefined;
  const mission = await inviting.mission(missionId, inviterId);
  if (mission?.steers !== true) return undefined;
  return { inviterId, missionId, title: mission.title, keepsPrivate: mission.keeps_private };
}

/** With the organisation that accepted it, which its senders find on the mission's page as well. */
async function sentShown(
  { inviting }: PeopleRoutesOptions,
  { id, address, isLink, role, by, until, standing, taken, acceptedBy, isLeftBehind }: SentInvitation,
) {
  const accepted = acceptedBy === null ? undefined : await inviting.organisation(acceptedBy);
  const organisation =
    acceptedBy === null ? null : { id: toGlobalId('Organisation', acceptedBy), name: accepted?.name ?? null };
  return { id, address, isLink, role, by, until, standing, taken, organisation, isLeftBehind };
}

interface Exchange {
  readonly person: Person;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Answers with a result for each line, in their order. */
async function invite(
  options: PeopleRoutesOptions,
  { inviterId, missionId, title }: At,
  { person, request, reply }: Exchange,
): Promise<FastifyReply> {
  const { partners, outbox } = options;
  const { data } = listed.safeParse(request.body);
  if (data === undefined) {
    const message = `Send {"role": one of ${ROLES.join(', ')}, "lines": [at most ${MOST_LINES} mail addresses], "language": "en" or "fr"}.`;
    return refuse(reply, 400, 'BAD_REQUEST', message);
  }
  const { role, lines } = data;
  const read = lines.map((line) => mailAddress(line));
  const addresses = [...new Set(read.filter((address) => address !== undefined))];
  const inviter = await options.inviting.organisation(inviterId);
  const { name: by, language: hers } = person;
  const asked = { inviterId, missionId, role, adminId: person.id, language: data.language ?? hers };
  const letter = { by, inviter, mission: title, link: `${options.publicUrl()}/join` };
  const results = await partners.invite(asked, addresses, inviter?.confirmed ?? false, (mailed) =>
    partnerMail(mailed, letter),
  );
  if (typeof results === 'string') return refuseSeat(reply, results);
  outbox?.wake();
  const report = read.map((address, index) => ({
    line: lines[index],
    result:
      address === undefined
        ? 'NO_ADDRESS'
        : read.indexOf(address) < index
          ? 'TWICE'
          : results[addresses.indexOf(address)],
  }));
  return reply.send({ report });
}
