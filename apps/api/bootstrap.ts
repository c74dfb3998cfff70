import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { mayHaveFile, unreferencedBytes } from '@maillage/commons';
import { Bus, CommandExecutor, Registry, ViewPositions } from '@maillage/engine';
import { isRefusal, type Clock } from '@maillage/kernel';
import { Ledger, Tree, type SigningKey } from '@maillage/ledger';
import {
  Authenticator,
  EvidenceFiles,
  KeptMails,
  listeningUrl,
  NestLogger,
  People,
  serveHealth,
  Sessions,
  SmtpMailer,
  systemClock,
  type Config,
  type Mailer,
} from '@maillage/platform';
import { healthParts, startHealthServer } from '../host/health.js';
import { openParts, type Parts, type PartsOptions } from '../host/parts.js';
import { onPort } from '../host/port.js';
import { publishSealMetrics } from '../host/sealing.js';
import { ApiModule } from './api.module.js';
import { Budget } from './graphql/budget.js';
import { Documents } from './graphql/documents.js';
import { ErrorPresenter } from './graphql/errors.js';
import { InFlight } from './graphql/in-flight.js';
import { Subscriptions } from './graphql/subscriptions.js';
import { Doorkeeper } from './http/admission.js';
import { serveEvidence } from './http/evidence.js';
import { serveGraphiql } from './http/graphiql.js';
import { serveLog, type ServedLog } from './http/log/serve.js';
import { Pace } from './http/pace.js';
import { servePages } from './http/pages.js';
import { RateLimit } from './http/rate-limit.js';
import { newAdapter, prepareServer } from './http/server.js';
import { openReceipts, type Receipts } from './receipts.js';
import { sayOperatorLink } from './people/operator-link.js';
import type { RecordCommand } from './people/registering.js';
import { OfferedPersonas } from './session/offered-personas.js';
import { Notices } from './service/notices.js';
import type { ServiceSaid } from './service/service.graphql.js';
import { serveSignIn, waysToSignIn } from './session/serve.js';

/** A mirror fetches thousands of small files in a row; they are counted apart, and count less. */
const LOG_READS_FOR_A_REQUEST = 10;

export interface ApiOptions extends PartsOptions {
  /** Whether this process moves the views as well. */
  readonly projects: boolean;
  /** The log's, where this process seals it as well, to sign receipts with; else the API has a key of its own. */
  readonly signingKey?: SigningKey;
  /** Where the pages are, built; else where `npm run build` puts them. */
  readonly pagesFolder?: string;
  /** Another than the machine's, for tests that play whole years; no program sets it. */
  readonly clock?: Clock;
  /** Tells whoever started it something that no log keeps; unless told otherwise, on the standard output. */
  readonly say?: (line: string) => void;
}

export interface RunningApi {
  readonly url: string;
  /** Of its health in detail and its metrics: in production at a port of their own. */
  readonly healthUrl: string;
  /** Takes commands as the mutations do. */
  readonly execute: CommandExecutor['execute'];
  /** Finishes the requests under way; takes no more. */
  close(): Promise<void>;
}

/** @throws {ConfigurationError} when there is no database to work with. */
export async function startApi(options: ApiOptions): Promise<RunningApi> {
  const parts = openParts(options, options);
  const { config } = parts;
  const clock = options.clock ?? systemClock;
  const doors = openDoors(parts, clock);
  let app: NestFastifyApplication | undefined;
  let watched: FastifyInstance | undefined;
  let receipts: Receipts | undefined;
  try {
    receipts = await openReceipts(parts, clock, options.signingKey);
    app = await createApp(parts, clock, receipts, doors, await serviceSaid(config));
    const server = app.getHttpAdapter().getInstance();
    await prepareServer(server, { ...doors, config, logger: parts.logger });
    await app.init();
    const log = await serveFiles(app, server, parts, clock, doors, options.pagesFolder);
    watched = await serveHealthOf(app, server, parts, receipts);
    const subscriptions = new Subscriptions(app.getHttpServer(), {
      schema: app.get(GraphQLSchemaHost).schema,
      bus: app.get(Bus),
      clock,
      presenter: app.get(ErrorPresenter),
      doorkeeper: doors.doorkeeper,
      maxQueryCost: config.maxQueryCost,
      documents: doors.documents,
      budget: doors.budget,
      inFlight: doors.inFlight,
      pace: doors.pace,
      config,
    });
    const { host, port } = config;
    // Not by Nest, which logs a port that is taken and then throws as well.
    await onPort(server.listen({ host, port }), 'PORT', { host, port });
    const executor = app.get(CommandExecutor);
    const execute: RunningApi['execute'] = (command) => executor.execute(command);
    receipts.start(app.get(Ledger), execute);
    const url = listeningUrl(server);
    await sayOperatorLink({ config, database: parts.database, clock, url, say: options.say });
    return {
      url,
      execute,
      healthUrl: listeningUrl(watched ?? server),
      close: async () => {
        await receipts?.stop();
        await closeAll(subscriptions, log, app, parts);
        await watched?.close();
      },
    };
  } catch (error) {
    await Promise.allSettled([receipts?.stop(), app?.close(), watched?.close()]);
    await parts.close();
    throw error;
  }
}

/** Who asks, and what they may do here. */
interface Doors {
  readonly authenticator: Authenticator;
  readonly sessions: Sessions;
  readonly doorkeeper: Doorkeeper;
  readonly documents: Documents;
  readonly budget: Budget;
  readonly inFlight: InFlight;
  readonly pace: Pace;
  readonly offered: OfferedPersonas;
  readonly people: People;
  readonly mailer: Mailer | undefined;
}

function openDoors({ config, database, redis, logger }: Parts, clock: Clock): Doors {
  const authenticator = new Authenticator(database, config.oidc, clock);
  const offered = new OfferedPersonas(config, logger);
  const sessions = new Sessions(database, config.sessionMs, () => offered.open, clock);
  const rateLimit = new RateLimit(config.rateLimitPerMinute, redis, database.schema);
  const budget = new Budget(new RateLimit(config.costPerMinute, redis, database.schema));
  const inFlight = new InFlight(config.costInFlight);
  const pace = new Pace(config.processorShare);
  const people = new People(database, clock);
  const doorkeeper = new Doorkeeper(authenticator, sessions, people, rateLimit, logger, config.registration.operator);
  const { mail } = config;
  const mailer = mail === 'kept' ? new KeptMails() : mail && new SmtpMailer(mail);
  return {
    authenticator,
    sessions,
    doorkeeper,
    documents: new Documents(budget),
    budget,
    inFlight,
    pace,
    offered,
    people,
    mailer,
  };
}

async function serviceSaid({ publication, sessionMs }: Config): Promise<ServiceSaid> {
  const { noticesDir } = publication;
  const notices = noticesDir === undefined ? Notices.none : await Notices.in(noticesDir);
  return { publication, notices, sessionMs };
}

function createApp(
  { engine, config, logger }: Parts,
  clock: Clock,
  { signer }: Receipts,
  { documents, budget, inFlight, pace, offered }: Doors,
  service: ServiceSaid,
): Promise<NestFastifyApplication> {
  return NestFactory.create<NestFastifyApplication>(
    ApiModule.register({
      ...engine,
      onRead: (ms) => pace.took(ms),
      receiptSigner: signer,
      maxQueryCost: config.maxQueryCost,
      documents,
      budget,
      inFlight,
      clock,
      signIn: waysToSignIn(config, offered),
      service,
    }),
    newAdapter(logger, config),
    { logger: new NestLogger(logger), abortOnError: false },
  );
}

/** Takes commands as mutations do, and waits for the views as they do. */
function recordingIn(app: NestFastifyApplication, { readYourWritesMs }: Config): RecordCommand {
  const [executor, positions] = [app.get(CommandExecutor), app.get(ViewPositions)];
  return async (command, limit) => {
    const result = await executor.execute(command, limit);
    if (!isRefusal(result)) await positions.folded(result.receipt.events, readYourWritesMs);
    return result;
  };
}

/** Everything over HTTP but GraphQL. @returns the log, whose streams are open until it is closed. */
async function serveFiles(
  app: NestFastifyApplication,
  server: FastifyInstance,
  { config, database, redis, logger }: Parts,
  clock: Clock,
  { authenticator, ...doors }: Doors,
  pagesFolder: string | undefined,
): Promise<ServedLog> {
  if (config.graphiql) await serveGraphiql(server);
  await servePages(server, pagesFolder);
  const { keys } = authenticator;
  const { doorkeeper } = doors;
  await serveSignIn(server, {
    config,
    database,
    redis,
    logger,
    clock,
    keys,
    record: recordingIn(app, config),
    ...doors,
  });
  await serveEvidence(server, {
    files: new EvidenceFiles(database, config.evidence),
    doorkeeper,
    logger,
    mayHave: (sha256, organisationId) => mayHaveFile(database, app.get(Registry).slices, sha256, organisationId),
    unreferencedBytes: (organisationId) => unreferencedBytes.run(database, { organisationId }),
  });
  return serveLog(server, {
    database,
    tree: new Tree(database),
    logger,
    origin: config.seal.origin,
    publicUrl: config.publicUrl,
    types: Object.keys(app.get(Registry).events),
    rateLimit: new RateLimit(config.rateLimitPerMinute * LOG_READS_FOR_A_REQUEST, redis, database.schema),
  });
}

/** @returns the server of its own that tells details in production, where visitors reach the other one. */
async function serveHealthOf(
  app: NestFastifyApplication,
  server: FastifyInstance,
  { config, database, redis, logger, metrics }: Parts,
  { health }: Receipts,
): Promise<FastifyInstance | undefined> {
  const [ledger, registry, sealIntervalMs] = [app.get(Ledger), app.get(Registry), config.seal.intervalMs];
  const parts = [...healthParts({ database, ledger, registry, redis, sealIntervalMs, isWorker: false }), ...health];
  publishSealMetrics(metrics, database, ledger);
  serveHealth(server, { parts, metrics, toAnybody: config.production });
  return config.production ? startHealthServer({ config, logger, metrics, parts }) : undefined;
}

/** Sockets and streams first: an open one would keep the server from ending. */
async function closeAll(
  subscriptions: Subscriptions,
  log: ServedLog,
  app: NestFastifyApplication | undefined,
  parts: Parts,
): Promise<void> {
  await Promise.all([subscriptions.close(), log.close()]);
  await app?.close();
  await parts.close();
}
