import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AccountRefusal } from '@maillage/platform';
import { linkCookie } from '../session/cookies.js';
import { beginAttempt } from '../session/oidc.routes.js';
import { refuse } from '../session/routes.js';
import { accountMail, type AccountNews } from './account.mails.js';
import { forPerson, type PeopleRoutesOptions } from './options.js';

const one = z.strictObject({ id: z.uuid() });

const REFUSALS: Readonly<Record<AccountRefusal, readonly [status: number, message: string]>> = {
  LINK_INTERRUPTED: [409, 'Nothing was linked: it was begun elsewhere or too long ago. Begin again.'],
  ACCOUNT_TAKEN: [
    409,
    'Somebody signs in with this account already. If that is you, sign in with it, erase yourself there, then link it.',
  ],
  TOO_MANY_ACCOUNTS: [409, 'You sign in with five accounts already: unlink one first.'],
  UNKNOWN_ACCOUNT: [404, 'You do not sign in with this account, or not any more.'],
  LAST_WAY_IN: [409, 'You would have no way to sign in: add an address or another account first.'],
};

function refuseAccount(reply: FastifyReply, code: AccountRefusal): FastifyReply {
  const [status, message] = REFUSALS[code];
  return refuse(reply, status, code, message);
}

/**
 * With which accounts of the issuer a person signs in: `/session/person/accounts`. What she begins at `…/begun` leads to the issuer
 * and back to her page, which then has it done: the issuer's answer comes without the cookie of her session, and links nothing.
 */
export function serveAccounts(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { accountLinks, issuer, outbox, publicUrl } = options;
  if (issuer === undefined) return;
  const write =
    (of: AccountNews['of']): Parameters<typeof accountLinks.unlink>[2] =>
    (contact, account) =>
      accountMail(contact, { of, issuer: account.issuer, href: `${publicUrl()}/me` });

  scope.post(
    '/session/person/accounts/begun',
    forPerson(
      options,
      async (person, request, reply) => {
        const wanted = { to: '/me', language: person.language, links: true };
        const { address, state } = await beginAttempt(issuer, request, reply, wanted);
        await accountLinks.begin(person, state);
        return reply.send({ address });
      },
      true,
    ),
  );

  scope.post(
    '/session/person/accounts',
    forPerson(
      options,
      async (person, request, reply) => {
        const browser = linkCookie.read(request);
        linkCookie.clear(request, reply);
        const refused =
          browser === undefined ? 'LINK_INTERRUPTED' : await accountLinks.finish(person, browser, write('LINKED'));
        if (refused !== undefined) return refuseAccount(reply, refused);
        outbox?.wake();
        return reply.code(204).send();
      },
      true,
    ),
  );

  scope.delete(
    '/session/person/accounts/:id',
    forPerson(
      options,
      async (person, request, reply) => {
        const { data } = one.safeParse(request.params);
        const refused =
          data === undefined ? 'UNKNOWN_ACCOUNT' : await accountLinks.unlink(person, data.id, write('UNLINKED'));
        if (refused !== undefined) return refuseAccount(reply, refused);
        outbox?.wake();
        return reply.code(204).send();
      },
      true,
    ),
  );
}
