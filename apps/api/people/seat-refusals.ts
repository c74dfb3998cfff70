import type { FastifyReply } from 'fastify';
import type { SeatRefusal } from '@maillage/platform';
import { refuse } from '../session/routes.js';

const REFUSALS: Readonly<Record<SeatRefusal, readonly [status: number, message: string]>> = {
  HAS_SEATS: [409, 'People act for this organisation already, or did: ask one of its administrators for a seat.'],
  NOT_ADMIN: [403, 'Only an administrator of the organisation may do this.'],
  LAST_ADMIN: [409, 'The organisation would be left without an administrator: give another one that role first.'],
  ALREADY_SEATED: [409, 'Whoever has this address has a seat in the organisation already.'],
  UNKNOWN: [404, 'There is no such seat, invitation or key, or it is over.'],
  INVITED_ENOUGH: [429, 'The organisation has sent as many invitations as it may within a day.'],
  NOT_WANTED: [409, 'Whoever reads this address asked not to be invited any more.'],
  TAKES_NO_MAIL: [
    409,
    'The server of this address says that there is no such mailbox: look at how it is written, or have whoever reads it sign in with it first.',
  ],
  MAILED_ENOUGH: [429, 'This address has had as many mails as it may within an hour: invite it again later.'],
  NO_ADMIN: [
    409,
    'Nobody administers this organisation here yet: whoever holds its access key takes the first seat, or ask the operator.',
  ],
  ASKED_ENOUGH: [
    429,
    'You have asked as many organisations as you may at a time: wait for an answer, or take one back.',
  ],
  KEYS_ENOUGH: [409, 'The organisation has as many keys as it may: revoke one that is used no more.'],
  OPERATOR_KEY: [409, 'This key is the operator’s: whoever runs the server makes another on the command line.'],
};

/** Of whoever is given the operator's seats. */
export function refuseSeatWithoutPasskey(reply: FastifyReply): FastifyReply {
  const message =
    'Whoever operates this ledger signs in with a fingerprint or phone code: she adds a device on her page first.';
  return refuse(reply, 409, 'HAS_NO_PASSKEY', message);
}

export function refuseSeat(reply: FastifyReply, code: SeatRefusal): FastifyReply {
  const [status, message] = REFUSALS[code];
  return refuse(reply, status, code, message);
}
