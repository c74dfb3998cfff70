import type { FastifyInstance } from 'fastify';
import type { Clock } from '@maillage/kernel';
import { organisationById } from '@maillage/directory';
import {
  AddressBook,
  Contacts,
  listeningUrl,
  MailStops,
  OperatorLinks,
  OperatorNotices,
  KeyReminders,
  OrganisationKeys,
  Outbox,
  Partners,
  Passkeys,
  Recoveries,
  Registrations,
  Reminders,
  Retention,
  Renames,
  SeatLinks,
  SeatRequests,
  Seats,
  SignInAttempts,
  type AccessKeys,
  type AccountLinks,
  type Config,
  type Database,
  type Logger,
  type Mailer,
  type People,
  type Sessions,
} from '@maillage/platform';
import type { Doorkeeper } from '../http/admission.js';
import type { RateLimit } from '../http/rate-limit.js';
import type { OfferedPersonas } from '../session/offered-personas.js';
import type { OidcSignIn } from '../session/oidc.js';
import { inSessionScope } from '../session/routes.js';
import { serveAccounts } from './accounts.routes.js';
import { serveAddresses } from './addresses.routes.js';
import { Background } from './background.js';
import { keepClean } from './cleaning.js';
import { serveKeys } from './keys.routes.js';
import { remindOfKeys } from './key-reminders.mails.js';
import { remind } from './reminders.mails.js';
import { serveLedger } from './ledger.routes.js';
import { serveKeptMails } from './kept-mails.js';
import { serveMailSignIn } from './mail.routes.js';
import type { PeopleRoutesOptions } from './options.js';
import { Inviting } from './inviting.js';
import { serveJoining } from './joining.routes.js';
import { servePartners } from './partners.routes.js';
import { serveFirstOperator } from './first-operator.routes.js';
import { tellOperatorOfMore } from './operator-notices.js';
import { serveOperator } from './operator.routes.js';
import { PasskeySites } from '../session/passkey-sites.js';
import { servePasskeySignIn, servePasskeys } from './passkeys.routes.js';
import { servePerson } from './person.routes.js';
import { serveRecoveries } from './recoveries.routes.js';
import { Registering, type RecordCommand } from './registering.js';
import { serveRegistrations } from './registrations.routes.js';
import { serveRenames } from './renames.routes.js';
import { serveSeatRequests } from './requests.routes.js';
import { serveSeatChanges } from './seat-changes.routes.js';
import { serveSeatLinks } from './seat-links.routes.js';
import { tellOfSilence } from './seat-notices.js';
import { serveSeats } from './seats.routes.js';

export interface PeopleOptions {
  readonly config: Config;
  readonly database: Database;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly doorkeeper: Doorkeeper;
  readonly sessions: Sessions;
  readonly people: People;
  readonly keys: AccessKeys;
  /** What takes mails to their mailboxes; absent where nobody signs in by mail. */
  readonly mailer: Mailer | undefined;
  readonly accountLinks: AccountLinks;
  /** Absent where nobody signs in at one. */
  readonly issuer: OidcSignIn | undefined;
  readonly failures: RateLimit;
  readonly mails: RateLimit;
  readonly offered: OfferedPersonas;
  readonly record: RecordCommand;
}

/** People who sign in as themselves, and their seats: below /session, and /mail where mails are kept. */
export async function servePeople(server: FastifyInstance, given: PeopleOptions): Promise<void> {
  const { config, database, logger, clock, doorkeeper, mailer: transport, offered } = given;
  const partners = new Partners(database, clock);
  const registrations = new Registrations(database, clock);
  const outbox =
    transport &&
    new Outbox({ database, clock, logger, transport, onSilent: (address) => tellOfSilence(options, address) });
  const options: PeopleRoutesOptions = {
    ...given,
    seats: new Seats(database, clock),
    renames: new Renames(database, clock),
    seatLinks: new SeatLinks(database, clock),
    requests: new SeatRequests(database, clock),
    organisationKeys: new OrganisationKeys(database, clock),
    registrations,
    registration: config.registration,
    operatorLinks: new OperatorLinks(database, clock),
    recoveries: new Recoveries(database, clock),
    contacts: new Contacts(database),
    partners,
    stops: new MailStops(database, clock),
    inviting: new Inviting({ ...given, partners }),
    registering: new Registering({ ...given, config: config.registration, registrations, partners }),
    attempts: new SignInAttempts(database, clock),
    addressBook: new AddressBook(database, clock),
    passkeys: new Passkeys(database, clock),
    passkeySites: new PasskeySites(config),
    outbox,
    background: new Background(logger),
    publicUrl: () => config.publicUrl ?? listeningUrl(server),
    timeZone: config.publication.timeZone ?? 'UTC',
    organisationName: async (id) => (await organisationById.run(database, { keys: [id], args: null }))[0]?.name,
  };
  await inSessionScope(server, doorkeeper, (scope) => {
    serveMailSignIn(scope, options);
    servePerson(scope, options);
    serveAddresses(scope, options);
    serveAccounts(scope, options);
    servePasskeySignIn(scope, options);
    servePasskeys(scope, options);
    serveSeats(scope, options);
    serveSeatLinks(scope, options);
    serveSeatRequests(scope, options);
    serveKeys(scope, options);
    serveRegistrations(scope, options);
    serveOperator(scope, options);
    serveLedger(scope, options);
    serveRenames(scope, options);
    serveFirstOperator(scope, options);
    serveRecoveries(scope, options);
    serveSeatChanges(scope, options);
    servePartners(scope, options);
    serveJoining(scope, options);
  });
  serveKeptMails(server, transport, offered);
  keepClean(server, jobsOf(options), logger);
  // Those that a process left behind as it ended.
  server.addHook('onListen', async () => outbox?.wake());
  server.addHook('onClose', async () => {
    await options.background.settled();
    await outbox?.close();
  });
}

/** What is done about people as time passes. */
function jobsOf(options: PeopleRoutesOptions): readonly (() => Promise<void>)[] {
  const { database, clock, recoveries } = options;
  const retention = new Retention(database, clock);
  const reminders = new Reminders(database, clock);
  const keyReminders = new KeyReminders(database, clock);
  const operatorNotices = new OperatorNotices(database, clock);
  return [
    () => retention.clean(),
    () => recoveries.endMoot(),
    () => remind(options, reminders),
    () => remindOfKeys(options, keyReminders),
    () => tellOperatorOfMore(options, operatorNotices),
  ];
}
