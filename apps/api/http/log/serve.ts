import type { FastifyInstance } from 'fastify';
import type { Tree } from '@maillage/ledger';
import type { Database, Logger } from '@maillage/platform';
import type { RateLimit } from '../rate-limit.js';
import { EventsRoute } from './events.js';
import { openToAll } from './open-data.js';
import type { PlaceLimits } from './places.js';
import { publishedSchemas } from '../../../host/schemas.js';
import { serveSchemas } from './schemas.js';
import { serveTiles } from './tiles.js';
import { serveValues } from './values.js';

export interface LogOptions {
  readonly database: Database;
  readonly tree: Tree;
  readonly logger: Logger;
  /** The log's, until its first checkpoint says it. */
  readonly origin: string;
  /** Where people find this server, where it is known. */
  readonly publicUrl?: string | undefined;
  /** Types of events this version records; those with a published schema are known as well. */
  readonly types: readonly string[];
  /** Of one address, for all that is served here. */
  readonly rateLimit: RateLimit;
  readonly places?: PlaceLimits;
  /** A live stream is never silent for longer, in milliseconds. */
  readonly heartbeatMs?: number;
}

export interface ServedLog {
  /** Ends streams that are open, which would keep the server from ending. */
  close(): Promise<void>;
}

const PLACES: PlaceLimits = { inAll: 1_000, perAddress: 50, stallMs: 60_000 };
const HEARTBEAT_MS = 15_000;

/** The log and its schemas, open to anyone: /log and /schemas. */
export async function serveLog(server: FastifyInstance, options: LogOptions): Promise<ServedLog> {
  const { database, tree, rateLimit, publicUrl, types, places = PLACES, heartbeatMs = HEARTBEAT_MS } = options;
  const schemas = await publishedSchemas();
  const known = new Set([...types, ...schemas.map(({ type }) => type)]);
  const events = new EventsRoute({ ...options, publicUrl, types: known, places, heartbeatMs });
  await server.register(async (scope) => {
    openToAll(scope, rateLimit);
    serveSchemas(scope, schemas);
    events.serve(scope);
    serveValues(scope, database);
    await serveTiles(scope, database, tree);
  });
  return { close: () => events.close() };
}
