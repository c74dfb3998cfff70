import type { FastifyInstance } from 'fastify';
import type { Database } from './database.js';
import type { Metrics } from './metrics.js';
import { missingMigrations } from './migrate.js';

/** One thing a process needs, or would like to have. */
export interface HealthPart {
  readonly name: string;
  /** Whether requests can be answered without it. */
  readonly required: boolean;
  /** What is amiss in one sentence, or details while all is well. A rejection is as good as a sentence. */
  check(): Promise<{ readonly ok: boolean; readonly [detail: string]: unknown }>;
}

const ANSWER_WITHIN_MS = 2_000;

/** Where health is told: `/health/live`, `/health/ready` and `/metrics`, the same for every process. */
export interface HealthToldOptions {
  readonly parts: readonly HealthPart[];
  readonly metrics: Metrics;
  /** Whether anybody may ask here: then they are told whether this is ready and not why, and there are no metrics. */
  readonly toAnybody: boolean;
}

export function serveHealth(server: FastifyInstance, { parts, metrics, toAnybody }: HealthToldOptions): void {
  const quiet = { logLevel: 'warn' } as const;
  server.get('/health/live', quiet, async (_, reply) => reply.header('cache-control', 'no-store').send({ live: true }));

  server.get('/health/ready', quiet, async (_, reply) => {
    const reports = await Promise.all(
      parts.map(async (part) => ({ name: part.name, required: part.required, ...(await inTime(part.check())) })),
    );
    const ready = reports.every(({ ok, required }) => ok || !required);
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(
        toAnybody
          ? { ready }
          : { ready, parts: Object.fromEntries(reports.map(({ name, ...report }) => [name, report])) },
      );
  });

  if (toAnybody) return;
  server.get('/metrics', quiet, async (_, reply) =>
    reply
      .header('content-type', metrics.registry.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.registry.metrics()),
  );
}

async function inTime(work: ReturnType<HealthPart['check']>): ReturnType<HealthPart['check']> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ ok: false; why: string }>((resolve) => {
    timer = setTimeout(() => {
      resolve({ ok: false, why: `No answer within ${ANSWER_WITHIN_MS} ms.` });
    }, ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([work.catch((error: unknown) => ({ ok: false, why: whyOf(error) })), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The reason itself may name hosts and accounts: it is in the log, not on a page anybody may read. */
function whyOf(error: unknown): string {
  const { code = '' } = error as { readonly code?: string };
  if (code === '53300') return 'PostgreSQL takes no more connections.';
  return /^57P0[123]$/.test(code) ? 'PostgreSQL starts or stops.' : 'Out of reach.';
}

/** Where a server listens, for people to follow and tests to call. */
export function listeningUrl(server: FastifyInstance): string {
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  const any = address.address === '0.0.0.0' || address.address === '::';
  const host = any ? 'localhost' : address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

/** The database answers, takes writes (without them reading goes on all the same) and has every migration this code knows. */
export function databaseHealth(database: Database): readonly HealthPart[] {
  return [
    {
      name: 'database',
      required: true,
      check: async () => {
        await database.ping();
        return { ok: true };
      },
    },
    {
      name: 'recording',
      required: false,
      check: async () => {
        const { rows } = await database.appends.query<{ refused: boolean }>(
          `select current_setting('transaction_read_only') = 'on' as refused`,
        );
        return rows[0]?.refused === true
          ? { ok: false, why: 'PostgreSQL takes no writes: it is a standby, or set to read only.' }
          : { ok: true };
      },
    },
    {
      name: 'migrations',
      required: true,
      check: async () => {
        const missing = await missingMigrations(database);
        return missing.length === 0
          ? { ok: true }
          : { ok: false, why: 'Migrations are missing; run `maillage migrate`.', missing };
      },
    },
  ];
}
