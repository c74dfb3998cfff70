import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { isPassing, StoreUnavailable } from '@maillage/platform';
import { OUT_OF_REACH } from '../graphql/errors.js';
import { serveDownloads } from './evidence.download.js';
import type { EvidenceOptions } from './evidence.options.js';
import { notMultipart, serveUploads } from './evidence.upload.js';
import { refuse } from './log/open-data.js';
import { withoutContentHeaders } from './server.js';

const STORE_AWAY = 'The store of files is out of reach for the moment; ask again.';

/** Files of evidence: POST /evidence takes one, GET /evidence/<sha256>[/<name>] gives it to anyone. */
export async function serveEvidence(server: FastifyInstance, options: EvidenceOptions): Promise<void> {
  await server.register(async (scope) => {
    await scope.register(multipart);
    scope.setErrorHandler(async (error, request, reply) => {
      const { code, statusCode, message } = error as { code?: string; statusCode?: number; message: string };
      if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return notMultipart(reply);
      if (statusCode !== undefined && statusCode < 500) return refuse(reply, 400, 'BAD_REQUEST', `${message}.`);
      const storeAway = error instanceof StoreUnavailable;
      if (!storeAway && !isPassing(error)) throw error;
      options.logger.warn({ err: error, requestId: request.id }, 'files of evidence are out of reach');
      void withoutContentHeaders(reply).header('retry-after', '5');
      return refuse(reply, 503, 'SERVICE_UNAVAILABLE', storeAway ? STORE_AWAY : OUT_OF_REACH);
    });
    serveUploads(scope, options);
    serveDownloads(scope, options);
  });
}
