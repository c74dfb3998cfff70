import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SeatRole } from '@maillage/kernel';
import { isAdministered, type Person, type Seat } from '@maillage/platform';
import { refuse } from '../session/routes.js';
import { forPerson, type ForPerson, type PeopleRoutesOptions } from './options.js';

/**
 * A handler for those who operate the ledger, signed in by a passkey wherever one can be had: a mailbox that is read by somebody
 * else opens none of it.
 * @param isLasting whether it gives or takes what lasts: then she must have signed in a moment ago.
 */
export function forOperator(options: PeopleRoutesOptions, answer: ForPerson, isLasting = false) {
  return forPerson(
    options,
    async (person, request, reply) => {
      if (!operates(options, await options.people.seatsOf(person.id))) {
        return refuse(reply, 403, 'NOT_THE_OPERATOR', 'Only the operator of the ledger may do this.');
      }
      return lacksPasskey(options, person, request) ? refuseWithoutPasskey(reply) : answer(person, request, reply);
    },
    isLasting,
  );
}

/** Whether whoever has these seats is an ADMIN of the organisation that operates the ledger. */
export function operates({ registration: { operator } }: PeopleRoutesOptions, seats: readonly Seat[]): boolean {
  return seats.some((seat) => seat.organisationId === operator && isAdministered(seat));
}

/** By which what she does as the operator is recorded. */
export async function operatorSeat({ people, registration }: PeopleRoutesOptions, personId: string): Promise<string> {
  const seat = (await people.seatsOf(personId)).find(({ organisationId }) => organisationId === registration.operator);
  if (seat === undefined) throw new Error('Whoever is taken for the operator has no seat.');
  return seat.memberId;
}

/** Whether she is one, or is once she confirms her seat, which an ADMIN does herself where it lapsed. */
export function mayOperate({ registration: { operator } }: PeopleRoutesOptions, seats: readonly Seat[]): boolean {
  return seats.some((seat) => seat.organisationId === operator && seat.role === 'ADMIN');
}

/** Whether she may not act for the operator in this session: it was opened by mail, where a passkey is needed. */
export function lacksPasskey(
  { passkeySites }: Pick<PeopleRoutesOptions, 'passkeySites'>,
  { byPasskey }: Person,
  request: FastifyRequest,
): boolean {
  return !byPasskey && passkeySites.areNeededAt(request);
}

/** Of whoever operates the ledger. In the words of the pages, where people read it. */
export function refuseWithoutPasskey(reply: FastifyReply): FastifyReply {
  const message =
    'Whoever operates this ledger signs in with a fingerprint or phone code of a device that was added before. Where you have none any more, another administrator of the operator lets you in again, or a link that is made on the server.';
  return refuse(reply, 403, 'PASSKEY_NEEDED', message);
}

/**
 * Of whoever is to operate the ledger: she has a passkey before she does, as none is added by whoever only reads an operator's mails.
 */
export function refuseUntilPasskey(reply: FastifyReply): FastifyReply {
  const message =
    'Whoever operates this ledger signs in with a fingerprint or phone code: add this device on your page, sign in with it, then do this once more.';
  return refuse(reply, 403, 'PASSKEY_TO_ADD', message);
}

/** Whether somebody would operate the ledger by a seat that she is given, and has no passkey where one is needed. */
export async function wouldLackPasskey(
  { passkeys, passkeySites, registration }: PeopleRoutesOptions,
  seat: { readonly organisationId: string; readonly role: SeatRole | undefined },
  personId: string | undefined,
  request: FastifyRequest,
): Promise<boolean> {
  if (seat.organisationId !== registration.operator || seat.role !== 'ADMIN') return false;
  if (personId === undefined || !passkeySites.areNeededAt(request)) return false;
  return (await passkeys.of(personId)).length === 0;
}
