import type { IncomingMessage } from 'node:http';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { evidencePath } from '@maillage/evidence';
import { FileTooLarge, safeFileName, type Draft, type Room } from '@maillage/platform';
import { Counts } from './counts.js';
import { EVIDENCE_PATH, type EvidenceOptions } from './evidence.options.js';
import { refuse } from './log/open-data.js';

const MIB = 1024 * 1024;
/** What a form takes besides the file's own bytes. */
const FORM_BYTES = 64 * 1024;
/** A client that sends too much reads its answer only if it is let go on for a while; so much, and so long. */
const READ_ON_BYTES = 64 * MIB;
const READ_ON_MS = 10_000;
/** Of one organisation. */
const UPLOADS_AT_ONCE = 4;
const UNREFERENCED_BYTES = 100 * MIB;

const LIMITS = { files: 1, fields: 8, fieldSize: 1024, parts: 9, headerPairs: 16 };

/** POST /evidence: multipart/form-data with one part `file`, streamed to disk; 201 with what to name it by in a mutation. */
export function serveUploads(scope: FastifyInstance, options: EvidenceOptions): void {
  const { files } = options;
  const underWay = new Counts();

  scope.post(EVIDENCE_PATH, {
    config: { admits: true },
    // Before anything of the body is read.
    onRequest: async (request, reply) => {
      const refused = refuseSender(request, reply) ?? refuseLength(request, reply, files.maxBytes);
      if (refused !== undefined) readOn(request.raw);
      return refused;
    },
    handler: async (request, reply) => {
      const organisation = request.principal?.organisation;
      if (organisation === undefined) throw new Error('The hook before lets nobody through without a principal.');
      if (!request.isMultipart()) return notMultipart(reply);
      if (underWay.of(organisation) >= UPLOADS_AT_ONCE) {
        readOn(request.raw);
        const message = `At most ${UPLOADS_AT_ONCE} files of one organisation are taken at once; send this one again when another is through.`;
        return refuse(reply.header('retry-after', '1'), 429, 'RATE_LIMITED', message);
      }
      underWay.change(organisation, 1);
      try {
        return await upload(request, reply, organisation, options);
      } finally {
        underWay.change(organisation, -1);
      }
    },
  });
}

export function notMultipart(reply: FastifyReply): FastifyReply {
  const message = 'This content type is not accepted; send multipart/form-data with one part named "file".';
  return refuse(reply, 415, 'UNSUPPORTED_MEDIA_TYPE', message);
}

function refuseSender(
  { principal, sessionOver, unseated }: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined {
  if (principal === undefined) {
    if (unseated) {
      return refuse(reply, 403, 'NO_SEAT', 'You have no seat in the organisation that this was sent for.');
    }
    void reply.header('www-authenticate', 'Bearer');
    return sessionOver
      ? refuse(reply, 401, 'SESSION_EXPIRED', 'Your session has expired: sign in again, then send this once more.')
      : refuse(
          reply,
          401,
          'UNAUTHENTICATED',
          "Uploading needs an organisation's access key or token: send it as `Authorization: Bearer …`.",
        );
  }
  if (principal.scopes.includes('write')) return undefined;
  return refuse(
    reply,
    403,
    'SCOPE_MISSING',
    'This access key may only read; uploading needs one with the scope "write".',
  );
}

function refuseLength({ headers }: FastifyRequest, reply: FastifyReply, maxBytes: number): FastifyReply | undefined {
  const length = Number(headers['content-length'] ?? 0);
  return length > maxBytes + FORM_BYTES ? tooLarge(reply, maxBytes) : undefined;
}

function tooLarge(reply: FastifyReply, maxBytes: number): FastifyReply {
  return refuse(reply, 413, 'FILE_TOO_LARGE', `The file is too large; at most ${maxBytes / MIB} MiB are accepted.`);
}

function overQuota(reply: FastifyReply, { usedBytes, quotaBytes }: Room): FastifyReply {
  const left = Math.max(0, quotaBytes - usedBytes);
  const accepted = left === 0 ? 'No further file is accepted' : `A file of at most ${inMib(left)} is accepted`;
  const message = `Your organisation keeps ${inMib(usedBytes)} of files here, and may keep ${inMib(quotaBytes)}. ${accepted}; for more, ask whoever runs the ledger.`;
  return refuse(reply, 413, 'QUOTA_EXCEEDED', message);
}

/** Never more than there is. */
function inMib(bytes: number): string {
  return `${Math.floor((bytes / MIB) * 100) / 100} MiB`;
}

async function upload(
  request: FastifyRequest,
  reply: FastifyReply,
  organisation: string,
  { files, unreferencedBytes }: EvidenceOptions,
): Promise<FastifyReply> {
  const most = Math.max(UNREFERENCED_BYTES, files.maxBytes);
  if ((await unreferencedBytes(organisation)) >= most) {
    readOn(request.raw);
    const message = `Your organisation has uploaded ${most / MIB} MiB that no record refers to; record what it is evidence of, or wait until it is cleared away.`;
    return refuse(reply, 429, 'TOO_MUCH_UNUSED', message);
  }
  const room = await files.roomOf(organisation);
  if (room.usedBytes >= room.quotaBytes) {
    readOn(request.raw);
    return overQuota(reply, room);
  }
  // In the same breath as reading begins: a listener before it would let the first bytes go by.
  endBeyond(request.raw, files.maxBytes + FORM_BYTES + READ_ON_BYTES);
  const limits = { ...LIMITS, fileSize: files.maxBytes + 1 };
  let part: MultipartFile | undefined;
  let draft: Draft | undefined;
  try {
    part = await request.file({ limits, throwFileSizeLimit: false });
    if (part?.fieldname === 'file') draft = await files.draft(part.file);
    else part?.file.resume();
  } catch (error) {
    if (error instanceof FileTooLarge) {
      readOn(request.raw);
      return tooLarge(reply, files.maxBytes);
    }
    // What the disk complains of has a code; a form that breaks off, or a client that went away, has none of its.
    if (isOfTheSystem(error)) throw error;
    return refuse(reply, 400, 'BAD_REQUEST', 'The form is cut short or malformed; send the file again.');
  }
  if (part === undefined || draft === undefined) {
    return refuse(reply, 400, 'BAD_REQUEST', 'The form has no file; send it as the part named "file".');
  }
  const keeping = await files.keep(draft, organisation);
  if ('refused' in keeping) return refuse(reply, 415, 'UNSUPPORTED_MEDIA_TYPE', keeping.refused);
  if ('overQuota' in keeping) return overQuota(reply, keeping.overQuota);
  if ('erasedAt' in keeping) {
    const message = `This very file was erased here on ${keeping.erasedAt.slice(0, 10)}, and is not taken again.`;
    return refuse(reply, 410, 'ERASED', message);
  }
  const { metadataRemoved } = keeping;
  const { sha256, mediaType, size } = keeping.kept;
  const name = safeFileName(nameOf(part), mediaType);
  const url = evidencePath(sha256, name);
  return reply
    .code(201)
    .headers({ location: url, 'cache-control': 'no-store' })
    .send({ sha256, name, mediaType, size, url, metadataRemoved });
}

/** A part of bytes may come without a name, whatever the library's type says. */
function nameOf({ filename }: { readonly filename?: string | undefined }): string {
  return filename ?? '';
}

function isOfTheSystem(error: unknown): boolean {
  const { code, syscall } = error as { readonly code?: unknown; readonly syscall?: unknown };
  return typeof code === 'string' && typeof syscall === 'string';
}

/**
 * Throws away what still comes after an answer was given, within bounds. To close at once would reset the connection, and
 * many a client would see that instead of its answer.
 */
function readOn(request: IncomingMessage): void {
  endBeyond(request, READ_ON_BYTES);
  const patience = setTimeout(() => request.destroy(), READ_ON_MS).unref();
  request.once('close', () => {
    clearTimeout(patience);
  });
  request.resume();
}

function endBeyond(request: IncomingMessage, most: number): void {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > most) request.destroy();
  });
}
