import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CHALLENGE_MS, newSecret, type PasskeyRefusal, type WritePasskeyNews } from '@maillage/platform';
import { visitorAt } from '../http/addresses.js';
import { passkeyCookie } from '../session/cookies.js';
import { refuse, refuseSignIn, tooMany } from '../session/routes.js';
import { enter } from './entering.js';
import { lacksPasskey, mayOperate, refuseWithoutPasskey } from './for-operator.js';
import { LONGEST_LINE, oneLine } from './one-line.js';
import { forPerson, type ForPerson, type PeopleRoutesOptions } from './options.js';
import {
  challengeIn,
  credentialIn,
  madePasskey,
  signatureIn,
  signedByPasskey,
  toMake,
  toSign,
} from './passkey-ceremonies.js';
import { passkeyMail, type PasskeyNews } from './passkey.mails.js';

/** Of a link that was made on the server, to operate the ledger: its holder need not have a passkey to add one. */
const holding = { link: z.string().max(100).optional() };
const beginning = z.strictObject(holding);
const adding = z.strictObject({ ...holding, label: oneLine, response: madePasskey });
const signing = z.strictObject({ response: signedByPasskey });
const naming = z.strictObject({ label: oneLine });
const one = z.strictObject({ id: z.uuid() });
/** Keys of some devices are long, and browsers say much beside. */
const LONG = { bodyLimit: 32_768 };

/** In the words of the pages, where people read them. */
const REFUSED = 'The fingerprint or phone code was not accepted here: begin again, or use your e-mail address.';
const REFUSALS: Readonly<Record<PasskeyRefusal, readonly [status: number, message: string]>> = {
  TOO_MANY_PASSKEYS: [409, 'You have ten devices here already: remove one first.'],
  PASSKEY_TAKEN: [409, 'This device is there already.'],
  LAST_WAY_IN: [409, 'Nothing else signs you in: add an address or another device first.'],
  UNKNOWN_PASSKEY: [404, 'This device does not sign in as you, or not any more.'],
};

function refusePasskey(reply: FastifyReply, code: PasskeyRefusal): FastifyReply {
  const [status, message] = REFUSALS[code];
  return refuse(reply, status, code, message);
}

/** Signing in by one: `POST /session/passkey/options` says what a device is to sign, `POST /session/passkey` takes the signature. */
export function servePasskeySignIn(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { passkeys, passkeySites, failures } = options;

  scope.post('/session/passkey/options', async (request, reply) => {
    const site = passkeySites.at(request);
    if (site === undefined) return refuseHere(reply);
    return ask(options, request, reply, async (browser) => toSign(site, await passkeys.challenge(browser)));
  });

  scope.post('/session/passkey', LONG, async (request, reply) => {
    const site = passkeySites.at(request);
    if (site === undefined) return refuseHere(reply);
    const { data } = signing.safeParse(request.body);
    const challenge = data && (await answered(options, request, data.response));
    if (data === undefined || challenge === undefined) {
      return refuseSignIn(request, reply, failures, 'PASSKEY_REFUSED', REFUSED);
    }
    passkeyCookie.clear(request, reply);
    const found = await passkeys.find(data.response.id);
    if (found === undefined) {
      const message = 'This device is not known here, or not any more: use your e-mail address.';
      return refuseSignIn(request, reply, failures, 'PASSKEY_UNKNOWN', message);
    }
    const signature = await signatureIn(data.response, site, challenge, found);
    const opened = signature && (await passkeys.signIn(found.id, signature));
    if (opened === undefined) return refuseSignIn(request, reply, failures, 'PASSKEY_REFUSED', REFUSED);
    return enter(request, reply, options, opened);
  });
}

/** By which devices a person signs in: `/session/person/passkeys`. They are listed with what is kept of her. */
export function servePasskeys(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  serveAdding(scope, options);
  const { passkeys } = options;

  scope.post(
    '/session/person/passkeys/:id',
    forPerson(options, async (person, request, reply) => {
      const [id, body] = [one.safeParse(request.params), naming.safeParse(request.body)];
      if (!body.success) {
        return refuse(reply, 400, 'BAD_REQUEST', `Send {"label": "<a line of at most ${LONGEST_LINE} characters>"}.`);
      }
      const refused = id.success
        ? await passkeys.rename(person.id, id.data.id, body.data.label)
        : ('UNKNOWN_PASSKEY' as const);
      return refused === undefined ? reply.code(204).send() : refusePasskey(reply, refused);
    }),
  );

  scope.delete(
    '/session/person/passkeys/:id',
    forChange(options, async (person, request, reply) => {
      const { data } = one.safeParse(request.params);
      const refused =
        data === undefined ? 'UNKNOWN_PASSKEY' : await passkeys.remove(person, data.id, newsOf(options, 'REMOVED'));
      if (refused !== undefined) return refusePasskey(reply, refused);
      options.outbox?.wake();
      return reply.code(204).send();
    }),
  );
}

function serveAdding(scope: FastifyInstance, options: PeopleRoutesOptions): void {
  const { passkeys, passkeySites, contacts } = options;

  scope.post(
    '/session/person/passkeys/options',
    forChange(
      options,
      async (person, request, reply) => {
        const site = passkeySites.at(request);
        if (site === undefined) return refuseHere(reply);
        const [handle, known, [contact]] = await Promise.all([
          passkeys.handleOf(person.id),
          passkeys.credentialIdsOf(person.id),
          contacts.ofPerson(person.id),
        ]);
        const name = person.name === '' ? (contact?.address ?? '') : person.name;
        return ask(options, request, reply, async (browser) =>
          toMake(site, { challenge: await passkeys.challenge(browser, person.id), handle, name, known }),
        );
      },
      (body) => beginning.safeParse(body).data?.link,
    ),
  );

  scope.post(
    '/session/person/passkeys',
    LONG,
    forChange(
      options,
      async (person, request, reply) => {
        const site = passkeySites.at(request);
        if (site === undefined) return refuseHere(reply);
        const { data } = adding.safeParse(request.body);
        const challenge = data && (await answered(options, request, data.response, person.id));
        const made = data && challenge !== undefined ? await credentialIn(data.response, site, challenge) : undefined;
        if (data === undefined || made === undefined) return refuse(reply, 400, 'PASSKEY_REFUSED', REFUSED);
        passkeyCookie.clear(request, reply);
        const { label } = data;
        const refused = await passkeys.add(person.id, { credential: made, label }, newsOf(options, 'ADDED'));
        if (refused !== undefined) return refusePasskey(reply, refused);
        options.outbox?.wake();
        return reply.code(204).send();
      },
      (body) => adding.safeParse(body).data?.link,
    ),
  );
}

/**
 * For whoever signed in a moment ago. Who operates the ledger signed in by a passkey, though none of hers may be left: else whoever
 * reads her mails would add one. Or she holds a link that was made on the server.
 */
function forChange(options: PeopleRoutesOptions, answer: ForPerson, linkIn?: (body: unknown) => string | undefined) {
  const {
    people,
    operatorLinks,
    registration: { operator },
  } = options;
  return forPerson(
    options,
    async (person, request, reply) => {
      if (lacksPasskey(options, person, request) && mayOperate(options, await people.seatsOf(person.id))) {
        const link = linkIn?.(request.body);
        const isHeld = operator !== undefined && link !== undefined && (await operatorLinks.look(operator, link));
        if (!isHeld) return refuseWithoutPasskey(reply);
      }
      return answer(person, request, reply);
    },
    true,
  );
}

function refuseHere(reply: FastifyReply): FastifyReply {
  const message = 'A fingerprint or phone code works only where this server is reached by its name, and by https.';
  return refuse(reply, 409, 'PASSKEYS_NOT_HERE', message);
}

/** Has the browser keep what the answer will be compared with. Counted, as each is kept here for a while. */
async function ask(
  { mails }: PeopleRoutesOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  words: (browser: string) => Promise<object>,
): Promise<FastifyReply> {
  const wait = await mails.take(`passkeys, address ${visitorAt(request.ip)}`);
  if (wait !== undefined) return tooMany(reply, mails.perMinute, 'this address to sign in by passkeys', wait);
  const browser = newSecret();
  passkeyCookie.set(request, reply, browser, CHALLENGE_MS / 1000);
  return reply.send(await words(browser));
}

/** @returns what was asked of this browser, once; `undefined` where that is over, or was asked of another. */
async function answered(
  { passkeys }: PeopleRoutesOptions,
  request: FastifyRequest,
  response: Parameters<typeof challengeIn>[0],
  personId?: string,
): Promise<string | undefined> {
  const [browser, challenge] = [passkeyCookie.read(request), challengeIn(response)];
  if (browser === undefined || challenge === undefined) return undefined;
  return (await passkeys.take(challenge, browser, personId)) ? challenge : undefined;
}

/** Not counted against the mails of an address, as with its addresses: nobody keeps her from being told. */
function newsOf({ outbox, publicUrl }: PeopleRoutesOptions, of: PasskeyNews['of']): WritePasskeyNews | undefined {
  return outbox && ((contact, label) => passkeyMail(contact, { of, label, href: `${publicUrl()}/me` }));
}
