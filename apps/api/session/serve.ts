import type { FastifyInstance } from 'fastify';
import type { Redis } from 'ioredis';
import type { Clock } from '@maillage/kernel';
import {
  AccountLinks,
  type AccessKeys,
  type Config,
  type Database,
  type Logger,
  type Mailer,
  type People,
  type Sessions,
} from '@maillage/platform';
import type { Doorkeeper } from '../http/admission.js';
import { RateLimit } from '../http/rate-limit.js';
import { PasskeySites } from './passkey-sites.js';
import type { RecordCommand } from '../people/registering.js';
import { servePeople } from '../people/serve.js';
import type { OfferedPersonas } from './offered-personas.js';
import { OidcSignIn } from './oidc.js';
import { serveOidc } from './oidc.routes.js';
import { serveSessions } from './routes.js';
import type { SignInWays } from './sign-in.graphql.js';

/** A person mistypes a few times; whoever tries keys is soon done for the minute. */
const FAILURES_PER_MINUTE = 10;
/** Forty people of one office may all ask at once; whoever would have strangers written to is soon done. */
const MAILS_PER_MINUTE = 60;

export interface SignInOptions {
  readonly config: Config;
  readonly database: Database;
  readonly redis: Redis | undefined;
  readonly logger: Logger;
  readonly doorkeeper: Doorkeeper;
  readonly sessions: Sessions;
  readonly people: People;
  /** Absent where nobody signs in by mail. */
  readonly mailer: Mailer | undefined;
  readonly clock: Clock;
  readonly keys: AccessKeys;
  readonly offered: OfferedPersonas;
  readonly record: RecordCommand;
}

export function waysToSignIn(config: Config, offered: OfferedPersonas): SignInWays {
  const mail = config.mail !== undefined;
  // Whoever has one signed in by mail before.
  const passkeys = mail && new PasskeySites(config).areAny;
  return { oidc: config.oidc?.client !== undefined, mail, passkeys, offered };
}

/** Signing in and out for the pages: /session and what lies below it. */
export async function serveSignIn(server: FastifyInstance, options: SignInOptions): Promise<void> {
  const { database, redis } = options;
  const { oidc } = options.config;
  const failures = new RateLimit(FAILURES_PER_MINUTE, redis, database.schema);
  await serveSessions(server, { ...options, failures });
  const issuer = oidc?.client === undefined ? undefined : new OidcSignIn(oidc, oidc.client);
  const accountLinks = new AccountLinks(database, options.clock);
  serveOidc(server, { ...options, signIn: issuer, accountLinks });
  const mails = new RateLimit(MAILS_PER_MINUTE, redis, database.schema);
  await servePeople(server, { ...options, issuer, accountLinks, failures, mails });
}
