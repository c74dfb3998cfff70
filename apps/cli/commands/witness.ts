import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { KeyUnusable, signingKeyFrom } from '@maillage/ledger';
import { createLogger, listeningUrl, type Config, type Logger } from '@maillage/platform';
import { VerificationError } from '@maillage/verifier';
import { logKeys, StateUnreadable, Witness } from '@maillage/witness';
import { takeLock } from '../../../infra/postgres/lock.js';
import { onPort } from '../../host/port.js';
import { runUntilStopped } from '../../host/run.js';
import { UsageError } from '../usage.js';

export interface WitnessCommandOptions {
  /** The folder of its state, and of its key unless that is elsewhere. */
  readonly state: string;
  readonly name?: string;
  readonly keyFile?: string;
  /** The vkeys of the logs whose checkpoints it cosigns. */
  readonly log: readonly string[];
  /** PORT of the environment where it is not given. */
  readonly port?: string;
}

/** A checkpoint with a hundred signatures and its proof fit in with room to spare. */
const MOST_BODY_BYTES = 128 * 1024;

/** Runs a witness (C2SP tlog-witness) for other people's ledgers, until it is told to stop. It needs no database. */
export async function witnessCommand(config: Config, options: WitnessCommandOptions): Promise<number> {
  if (options.log.length === 0) {
    throw new UsageError(
      'Name the logs to cosign, each by its verifier key: --log <vkey>; a ledger gives its own at /log/key.',
    );
  }
  const port = options.port === undefined ? config.port : portOf(options.port);
  const folder = resolve(options.state);
  const logger = createLogger(config.logLevel);
  await runUntilStopped('witness', logger, async (life) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Two processes that each remembered what they cosigned could be led to cosign two histories.
    await life.open(
      takeLock(
        join(folder, 'lock'),
        (pid) => new UsageError(`${folder} is in use by process ${pid}; a witness has its state to itself.`),
      ),
      (lock) => lock.release(),
    );
    const witness = await openWitness(folder, options, logger).catch(inItsOwnWords);
    const server = await life.open(serve(witness, logger), (opened) => opened.close());
    const { host } = config;
    await onPort(server.listen({ host, port }), 'PORT', { host, port });
    const url = listeningUrl(server);
    process.stdout.write(`\nThe witness is at ${url}\nIts verifier key: ${witness.vkey}\n\n`);
    return { url };
  });
  return 0;
}

async function openWitness(
  folder: string,
  { name, keyFile, log }: WitnessCommandOptions,
  logger: Logger,
): Promise<Witness> {
  // Before a key is made: a mistake leaves nothing behind.
  logKeys(log);
  const text = process.env['WITNESS_SIGNING_KEY'];
  const key = await signingKeyFrom({
    text: text === '' ? undefined : text,
    variable: 'WITNESS_SIGNING_KEY',
    name,
    file: keyFile === undefined ? join(folder, 'key') : resolve(keyFile),
    missing:
      name === undefined ? 'Say with --name what one to be made is called, such as witness.example.org/w1.' : undefined,
  });
  return Witness.open({
    folder,
    key,
    logs: log,
    onFork: ({ origin, size, cosigned, submitted }) => {
      logger.error(
        { origin, size: size.toString(), cosigned: cosigned.toString('base64'), submitted },
        'a log has forked',
      );
    },
  });
}

/** What whoever runs it can mend is told without a stack. */
function inItsOwnWords(error: unknown): never {
  const plain = [KeyUnusable, StateUnreadable, VerificationError].some((type) => error instanceof type);
  throw plain ? new UsageError((error as Error).message, { cause: error }) : error;
}

function serve(witness: Witness, logger: Logger): FastifyInstance {
  const serverLogger: FastifyBaseLogger = logger;
  const server: FastifyInstance = fastify({
    loggerInstance: serverLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
  });
  // The body is what it is, whatever the client calls it.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => {
    done(null, body);
  });
  server.post('/add-checkpoint', async ({ body }, reply) => {
    const answer = await witness.addCheckpoint(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
    logger.debug({ status: answer.status }, 'add-checkpoint');
    return reply.code(answer.status).header('content-type', answer.contentType).send(answer.body);
  });
  for (const path of ['/', '/key']) {
    server.get(path, async (_, reply) =>
      reply.header('content-type', 'text/plain; charset=utf-8').send(`${witness.vkey}\n`),
    );
  }
  server.setErrorHandler((error: Error & { readonly statusCode?: number }, _, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) logger.error({ err: error }, 'a checkpoint could not be judged; nothing was signed');
    return (
      reply
        .code(status)
        .header('content-type', 'text/plain; charset=utf-8')
        // What went wrong here is in the log of whoever runs this, not for strangers.
        .send(status >= 500 ? 'The witness cannot answer now; nothing was signed.\n' : `${error.message}\n`)
    );
  });
  return server;
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^[0-9]{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is not a port; write a number from 0, any that is free, to 65535.`);
}
