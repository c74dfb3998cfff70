import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ATTEMPT_MS, mailAddress, maskedAddress, newSecret, PERSON_LANGUAGES, type Proved } from '@maillage/platform';
import { mailCookie } from '../session/cookies.js';
import { visitorAt } from '../http/addresses.js';
import { LONGEST_PATH, localPath } from '../session/origin.js';
import { refuse, refuseSignIn, tooMany } from '../session/routes.js';
import { enter } from './entering.js';
import { signInMail } from './mails.js';
import type { PeopleRoutesOptions } from './options.js';

const asked = z.strictObject({
  address: z.string(),
  language: z.enum(PERSON_LANGUAGES),
  to: z.string().max(LONGEST_PATH).optional(),
});
const byLink = z.strictObject({ token: z.string().max(100), use: z.boolean() });
const byCode = z.strictObject({ code: z.string().max(40) });
const DIGITS = /^[0-9]{6}$/;
const WRONG = 'This is not the code that was sent for this browser, or it is over after 15 minutes or three tries.';

/**
 * Signing in as a person: `POST /session/mail` has a mail sent, and answers alike whoever the address belongs to, if anybody.
 * `POST /session/mail/link` tells whose a link is, and with `use` opens a session in the browser that sends it;
 * `POST /session/mail/code` does in the browser that asked for the mail.
 */
export function serveMailSignIn(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { attempts, outbox, background, failures, mails } = options;
  if (outbox === undefined) return;

  scope.post('/session/mail', async (request, reply) => {
    const body = asked.safeParse(request.body);
    const address = body.success ? mailAddress(body.data.address) : undefined;
    if (!body.success || address === undefined) {
      return refuse(reply, 400, 'NO_ADDRESS', 'Send {"address": "<a mail address>", "language": "en" or "fr"}.');
    }
    const wait = await mails.take(`mails, address ${visitorAt(request.ip)}`);
    if (wait !== undefined) return tooMany(reply, mails.perMinute, 'this address to have mails sent', wait);
    const { language } = body.data;
    const to = localPath(body.data.to);
    const browser = newSecret();
    mailCookie.set(request, reply, browser, ATTEMPT_MS / 1000);
    background.run(async () => {
      const isWritten = await attempts.begin({ address, language, browser, to }, ({ token, code }) =>
        signInMail(address, language, { link: `${options.publicUrl()}/sign-in#token=${token}`, code }),
      );
      if (isWritten) outbox.wake();
    });
    return reply.code(204).send();
  });

  scope.post('/session/mail/link', async (request, reply) => {
    const { data } = byLink.safeParse(request.body);
    if (data?.use === true) {
      const used = await attempts.byLink(data.token);
      // Checked where it leads, too.
      if (used !== undefined) return open(request, reply, options, used, localPath(used.to));
    }
    const proved = data?.use === false ? await attempts.look(data.token) : undefined;
    if (proved === undefined) {
      const message = 'This link has been used, is too old, or is not whole: ask for another mail.';
      return refuseSignIn(request, reply, failures, 'LINK_OVER', message);
    }
    return reply.send({ address: maskedAddress(proved.address) });
  });

  scope.post('/session/mail/code', async (request, reply) => {
    const code = byCode.safeParse(request.body).data?.code.replace(/\s/g, '') ?? '';
    const tried = await byTyped(options, mailCookie.read(request), code);
    // Of forty people in one office some mistype. Whoever guesses once at each of many mails asks for each of them before, by
    // which that address on the internet is soon done, too.
    if (tried === 'MISTYPED') return refuse(reply, 401, 'CODE_WRONG', WRONG);
    if (tried === undefined) return refuseSignIn(request, reply, failures, 'CODE_WRONG', WRONG);
    return open(request, reply, options, tried);
  });
}

async function byTyped(
  { attempts }: PeopleRoutesOptions,
  browser: string | undefined,
  code: string,
): Promise<Proved | 'MISTYPED' | undefined> {
  // What is no code guesses nothing.
  if (!DIGITS.test(code)) return 'MISTYPED';
  return browser === undefined ? undefined : attempts.byCode(browser, code);
}

async function open(
  request: FastifyRequest,
  reply: FastifyReply,
  options: PeopleRoutesOptions,
  proved: Proved,
  to?: string,
): Promise<FastifyReply> {
  const opened = await options.people.signIn(proved);
  mailCookie.clear(request, reply);
  return enter(request, reply, options, opened, to);
}
