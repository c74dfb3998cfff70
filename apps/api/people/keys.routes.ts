import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { text } from '@maillage/kernel';
import {
  KEY_DAYS,
  OVERLAP_DAYS,
  PAGE_SCOPES,
  type MadeKey,
  type PageScopes,
  type SeatRefusal,
} from '@maillage/platform';
import { refuse } from '../session/routes.js';
import { forAdmin } from './for-admin.js';
import type { PeopleRoutesOptions } from './options.js';
import { refuseSeat } from './seat-refusals.js';

const LONGEST_LABEL = 100;
const CHOICES = Object.keys(PAGE_SCOPES) as readonly PageScopes[];

const making = z.strictObject({
  label: text(LONGEST_LABEL),
  scopes: z.enum(CHOICES),
  days: z.int().min(1).max(KEY_DAYS).default(KEY_DAYS),
});
const replacing = z.strictObject({ overlapDays: z.int().min(0).max(OVERLAP_DAYS) });

/** An organisation's access keys, for its ADMINs: `/session/keys/<its id in GraphQL>`. */
export function serveKeys(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { organisationKeys } = options;

  scope.get(
    '/session/keys/:organisation',
    forAdmin(
      options,
      async (organisationId, person, _, reply) => {
        const keys = await organisationKeys.of(organisationId, person.id);
        if (typeof keys === 'string') return refuseSeat(reply, keys);
        const organisation = await options.inviting.organisation(organisationId);
        const [name, confirmed] = [organisation?.name ?? null, organisation?.confirmed ?? false];
        return reply.send({ name, confirmed, keys, isFresh: person.isFresh });
      },
      false,
    ),
  );

  scope.post(
    '/session/keys/:organisation',
    forAdmin(
      options,
      async (organisationId, person, request, reply) => {
        const { data } = making.safeParse(request.body);
        if (data === undefined) {
          const message = `Send {"label": "<at most ${LONGEST_LABEL} characters>", "scopes": one of ${CHOICES.join(', ')}, "days": 1 to ${KEY_DAYS}}.`;
          return refuse(reply, 400, 'BAD_REQUEST', message);
        }
        return answerMade(reply, await organisationKeys.make(organisationId, person.id, data));
      },
      true,
    ),
  );

  scope.post(
    '/session/keys/:organisation/:id/replacement',
    forAdmin(
      options,
      async (organisationId, person, request, reply) => {
        const { data } = replacing.safeParse(request.body);
        if (data === undefined) return refuse(reply, 400, 'BAD_REQUEST', `Send {"overlapDays": 0 to ${OVERLAP_DAYS}}.`);
        const asked = { id: idIn(request.params), ...data };
        return answerMade(reply, await organisationKeys.replace(organisationId, person.id, asked));
      },
      true,
    ),
  );

  scope.post(
    '/session/keys/:organisation/:id/keeping',
    forAdmin(
      options,
      async (organisationId, person, { params }, reply) =>
        answerDone(reply, await organisationKeys.keep(organisationId, person.id, idIn(params))),
      true,
    ),
  );

  scope.delete(
    '/session/keys/:organisation/:id',
    forAdmin(
      options,
      async (organisationId, person, { params }, reply) =>
        answerDone(reply, await organisationKeys.revoke(organisationId, person.id, idIn(params))),
      true,
    ),
  );
}

function idIn(params: unknown): string {
  return (params as { readonly id: string }).id;
}

/** The key itself is in this answer, and nowhere else. */
function answerMade(reply: FastifyReply, made: MadeKey | SeatRefusal): FastifyReply {
  if (typeof made === 'string') return refuseSeat(reply, made);
  const { key, accessKey } = made;
  return reply.send({ key, expiresAt: accessKey.expiresAt });
}

function answerDone(reply: FastifyReply, refused: SeatRefusal | undefined): FastifyReply {
  return refused === undefined ? reply.code(204).send() : refuseSeat(reply, refused);
}
