import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '@maillage/kernel';
import type {
  AccessKeys,
  AccountLinks,
  AddressBook,
  Contacts,
  Database,
  Mail,
  MailStops,
  OperatorLinks,
  OrganisationKeys,
  Outbox,
  Partners,
  Passkeys,
  People,
  Person,
  Recoveries,
  RegistrationConfig,
  Registrations,
  Renames,
  SeatLinks,
  SeatRequests,
  Seats,
  Sessions,
  SignInAttempts,
} from '@maillage/platform';
import type { OidcSignIn } from '../session/oidc.js';
import type { RateLimit } from '../http/rate-limit.js';
import { sessionCookie } from '../session/cookies.js';
import { sender } from '../session/origin.js';
import { refuse } from '../session/routes.js';
import type { Background } from './background.js';
import type { Inviting } from './inviting.js';
import type { PasskeySites } from '../session/passkey-sites.js';
import type { RecordCommand, Registering } from './registering.js';

export interface PeopleRoutesOptions {
  readonly sessions: Sessions;
  readonly people: People;
  readonly seats: Seats;
  readonly contacts: Contacts;
  readonly attempts: SignInAttempts;
  readonly addressBook: AddressBook;
  readonly accountLinks: AccountLinks;
  /** Absent where nobody signs in at one. */
  readonly issuer: OidcSignIn | undefined;
  readonly passkeys: Passkeys;
  readonly passkeySites: PasskeySites;
  readonly renames: Renames;
  readonly seatLinks: SeatLinks;
  readonly requests: SeatRequests;
  readonly registrations: Registrations;
  readonly registering: Registering;
  readonly registration: RegistrationConfig;
  readonly operatorLinks: OperatorLinks;
  readonly recoveries: Recoveries;
  readonly database: Database;
  readonly partners: Partners;
  readonly stops: MailStops;
  readonly inviting: Inviting;
  readonly record: RecordCommand;
  readonly clock: Clock;
  readonly keys: AccessKeys;
  readonly organisationKeys: OrganisationKeys;
  /** Absent where nobody signs in by mail. */
  readonly outbox: Outbox | undefined;
  readonly background: Background;
  /** Of failed attempts by one address. */
  readonly failures: RateLimit;
  /** Of mails that one address on the internet has sent, to whomever. */
  readonly mails: RateLimit;
  /** Where people find this server, as in `https://ledger.example.org`: never what a request says. */
  readonly publicUrl: () => string;
  /** In which mails tell the time of day. */
  readonly timeZone: string;
  /** Undefined for one that is not registered. */
  readonly organisationName: (organisationId: string) => Promise<string | undefined>;
}

/** Answers for whoever signed in as herself; anybody else is refused. */
export type ForPerson = (person: Person, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/**
 * A handler for people alone: by the cookie of a page of ours, and never by a key.
 * @param isLasting whether it gives or takes what lasts: then she must have signed in a moment ago.
 */
export function forPerson({ people }: PeopleRoutesOptions, answer: ForPerson, isLasting = false) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const token = sender(request) === 'own' ? sessionCookie.read(request) : undefined;
    const present = token === undefined ? undefined : await people.find(token, undefined);
    if (present === undefined) {
      return refuse(reply, 401, 'UNAUTHENTICATED', 'This is for people who signed in as themselves.');
    }
    if (isLasting && !present.person.isFresh) {
      const message =
        'This needs somebody who signed in within the last ten minutes: sign in again, then do it once more.';
      return refuse(reply, 403, 'SIGN_IN_AGAIN', message);
    }
    return answer(present.person, request, reply);
  };
}

/** Has a mail sent after the answer was given; not where none is sent here, or the address has had enough for the hour. */
export function tell({ outbox, attempts, background }: PeopleRoutesOptions, write: () => Promise<Mail>): void {
  if (outbox === undefined) return;
  background.run(async () => {
    await attempts.mail(await write());
    outbox.wake();
  });
}
