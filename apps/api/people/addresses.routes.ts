import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  ATTEMPT_MS,
  mailAddress,
  maskedAddress,
  newSecret,
  type AddressRefusal,
  type WriteChange,
  type WriteOthers,
} from '@maillage/platform';
import { visitorAt } from '../http/addresses.js';
import { mailCookie } from '../session/cookies.js';
import { refuse, refuseSignIn, tooMany } from '../session/routes.js';
import { addressMail, othersMail, proofMail, type AddressNews, type OthersNews } from './address.mails.js';
import { forPerson, type PeopleRoutesOptions } from './options.js';

const ofAddress = z.strictObject({ address: z.string() });
const byCode = z.strictObject({ code: z.string().max(40) });
const byLink = z.strictObject({ token: z.string().max(100), use: z.boolean() });

const REFUSALS: Readonly<Record<AddressRefusal, readonly [status: number, message: string]>> = {
  TOO_MANY_ADDRESSES: [409, 'You sign in with three addresses already: remove one first.'],
  ADDRESS_TAKEN: [
    409,
    'Somebody signs in with this address already. If that is you, sign in with it, erase yourself there, then add it.',
  ],
  LAST_ADDRESS: [409, 'It is the only address that you sign in with: add another one first.'],
  UNKNOWN_ADDRESS: [404, 'You do not sign in with this address, or not any more.'],
  CODE_WRONG: [
    401,
    'This is not the code that was sent for this browser, or it is over after 15 minutes or three tries.',
  ],
  LINK_OVER: [401, 'This link has been used, is too old, or is not whole.'],
};

function refuseAddress(reply: FastifyReply, code: AddressRefusal): FastifyReply {
  const [status, message] = REFUSALS[code];
  return refuse(reply, status, code, message);
}

/**
 * With which mailboxes a person signs in: `/session/person/addresses`; `/session/undo` takes a change back, by a link that
 * was mailed; `/session/person/disown` is for whoever reads another's mailbox by now.
 */
export function serveAddresses(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { addressBook, outbox } = options;
  if (outbox === undefined) return;
  serveAdding(scope, options);
  serveUndoing(scope, options);

  scope.post(
    '/session/person/addresses/removed',
    forPerson(
      options,
      async (person, request, reply) => {
        const address = mailAddress(ofAddress.safeParse(request.body).data?.address ?? '');
        const refused =
          address === undefined
            ? 'UNKNOWN_ADDRESS'
            : await addressBook.remove(person, address, ofChange(options, 'REMOVED'));
        if (refused !== undefined) return refuseAddress(reply, refused);
        outbox.wake();
        return reply.code(204).send();
      },
      true,
    ),
  );

  scope.post(
    '/session/person/disown',
    forPerson(
      options,
      async (person, _, reply) => {
        const refused = await addressBook.disown(person, ofOthers(options, 'disowned'));
        if (refused !== undefined) return refuseAddress(reply, refused);
        outbox.wake();
        return reply.code(204).send();
      },
      true,
    ),
  );
}

/** Answered before it is looked whether anybody has the address: that is told to whoever reads its mails alone. */
function serveAdding(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { addressBook, attempts, background, outbox, mails } = options;

  scope.post(
    '/session/person/addresses',
    forPerson(
      options,
      async ({ id, language }, request, reply) => {
        const address = mailAddress(ofAddress.safeParse(request.body).data?.address ?? '');
        if (address === undefined) return refuse(reply, 400, 'NO_ADDRESS', 'Send {"address": "<a mail address>"}.');
        if (await addressBook.isFull(id)) return refuseAddress(reply, 'TOO_MANY_ADDRESSES');
        const wait = await mails.take(`mails, address ${visitorAt(request.ip)}`);
        if (wait !== undefined) return tooMany(reply, mails.perMinute, 'this address to have mails sent', wait);
        const browser = newSecret();
        mailCookie.set(request, reply, browser, ATTEMPT_MS / 1000);
        background.run(async () => {
          if (!(await attempts.spend(address))) return;
          await addressBook.begin(id, { address, browser }, (code) => proofMail(address, language, code));
          outbox?.wake();
        });
        return reply.code(204).send();
      },
      true,
    ),
  );

  scope.post(
    '/session/person/addresses/proof',
    forPerson(
      options,
      async ({ id }, request, reply) => {
        const code = byCode.safeParse(request.body).data?.code.replace(/\s/g, '') ?? '';
        const browser = mailCookie.read(request);
        const refused =
          browser === undefined
            ? 'CODE_WRONG'
            : await addressBook.prove(id, { browser, code }, ofChange(options, 'ADDED'));
        if (refused !== undefined) return refuseAddress(reply, refused);
        mailCookie.clear(request, reply);
        outbox?.wake();
        return reply.code(204).send();
      },
      true,
    ),
  );
}

/** Opening a link does nothing, as programs that look into mails open links; the button does. */
function serveUndoing(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { addressBook, failures, outbox } = options;
  scope.post('/session/undo', async (request, reply) => {
    const { data } = byLink.safeParse(request.body);
    const found = data && (await addressBook.look(data.token));
    if (data === undefined || found === undefined) {
      return refuseSignIn(request, reply, failures, 'LINK_OVER', REFUSALS.LINK_OVER[1]);
    }
    const { change, address } = found;
    if (!data.use) return reply.send({ change, address: maskedAddress(address) });
    const refused = await addressBook.undo(data.token, ofOthers(options, 'back'));
    if (refused !== undefined) return refuseAddress(reply, refused);
    outbox?.wake();
    return reply.code(204).send();
  });
}

/** Not counted against the mails of an address: nobody may keep a person from being told by having her sent others. */
function ofChange({ publicUrl }: PeopleRoutesOptions, of: AddressNews['of']): WriteChange {
  return (contact, { address, undo }) =>
    addressMail(contact, { of, masked: maskedAddress(address), undo: `${publicUrl()}/sign-in#undo=${undo}` });
}

/** Of what somebody did who is not signed in as her, or no more. */
function ofOthers({ publicUrl }: PeopleRoutesOptions, of: OthersNews): WriteOthers {
  return (contact, address) => othersMail(contact, of, maskedAddress(address), `${publicUrl()}/me`);
}
