import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import canonicalizeModule from 'canonicalize';

// A writer of ledgers for the specs, from the formats' text alone: it shares nothing with the verifier, nor with the sealer.

const canonicalize = canonicalizeModule as unknown as (value: unknown) => string;

export const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
};
export const leafOf = (entry: string | Uint8Array): Buffer => sha256(Buffer.of(0), Buffer.from(entry as string));
const nodeOf = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.of(1), left, right);

/** The largest power of two below n. */
const split = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1);

/** MTH, PATH and PROOF as RFC 6962 §2.1 defines them, and no cleverer. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length <= 1) return leaves[0] ?? sha256();
  const k = split(leaves.length);
  return nodeOf(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

export function inclusionPath(index: number, leaves: readonly Buffer[]): readonly Buffer[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return index < k
    ? [...inclusionPath(index, leaves.slice(0, k)), rootOf(leaves.slice(k))]
    : [...inclusionPath(index - k, leaves.slice(k)), rootOf(leaves.slice(0, k))];
}

export function consistencyProof(from: number, leaves: readonly Buffer[], whole = true): readonly Buffer[] {
  if (from === leaves.length) return whole ? [] : [rootOf(leaves)];
  const k = split(leaves.length);
  return from <= k
    ? [...consistencyProof(from, leaves.slice(0, k), whole), rootOf(leaves.slice(k))]
    : [...consistencyProof(from - k, leaves.slice(k), false), rootOf(leaves.slice(0, k))];
}

/** What signs a log: the sealer's own key, or one of these. */
export interface LogKey {
  readonly name: string;
  readonly vkey: string;
  sign(text: string): string;
}

export interface TestKey extends LogKey {
  readonly cosignerVkey: string;
  cosign(text: string, time: number): string;
}

export function testKey(name: string): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const id = (type: number) => sha256(Buffer.from(`${name}\n`), Buffer.of(type), raw).subarray(0, 4);
  const vkey = (type: number) =>
    `${name}+${id(type).toString('hex')}+${Buffer.concat([Buffer.of(type), raw]).toString('base64')}`;
  const line = (type: number, signature: Buffer) =>
    `— ${name} ${Buffer.concat([id(type), signature]).toString('base64')}\n`;
  const over = (key: KeyObject, text: string) => sign(null, Buffer.from(text), key);
  return {
    name,
    vkey: vkey(1),
    cosignerVkey: vkey(4),
    sign: (text) => line(1, over(privateKey, text)),
    cosign: (text, time) => {
      const at = Buffer.alloc(8);
      at.writeBigUInt64BE(BigInt(time));
      return line(4, Buffer.concat([at, over(privateKey, `cosignature/v1\ntime ${time}\n${text}`)]));
    },
  };
}

export const noteOf = (text: string, key: LogKey, ...more: readonly string[]): string =>
  `${text}\n${key.sign(text)}${more.join('')}`;

export const checkpointText = (origin: string, leaves: readonly Buffer[]): string =>
  `${origin}\n${leaves.length}\n${rootOf(leaves).toString('base64')}\n`;

export const checkpointNote = (entries: readonly string[], key: LogKey, ...more: readonly string[]): string =>
  noteOf(checkpointText(key.name, entries.map(leafOf)), key, ...more);

/** @param log that certifies the key, where it is not the log's own. */
export function receiptNote(
  key: LogKey,
  at: readonly (readonly [position: number, entry: string])[],
  by?: string,
  log?: LogKey,
): string {
  const lines = at.map(([position, entry]) => `${position} ${leafOf(entry).toString('base64')}\n`);
  const promise = by === undefined ? '' : `by ${by}\n`;
  const vouched = log === undefined ? '' : `key ${key.vkey} ${certificateOf(key, log)}\n`;
  const { name } = log ?? key;
  return noteOf(`${name}/receipt\n${uuid(7)}\n2026-01-01T00:00:00.000Z\n${promise}${vouched}${lines.join('')}`, key);
}

/** The log's key's word that another may sign receipts: what stands behind the name in its signature line. */
export const certificateOf = ({ vkey }: LogKey, log: LogKey): string =>
  log.sign(`${log.name}/receipt-key\n${vkey}\n`).trimEnd().split(' ')[2]!;

export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export interface TestEvent {
  readonly type: string;
  readonly stream: string;
  readonly version: string;
  readonly data: unknown;
  readonly [field: string]: unknown;
}

/** RFC 9562 §5.5, as the ledger makes the ids of events. */
export function eventId(commandId: string, stream: string, index = 0): string {
  const namespace = Buffer.from('5b2ab5a52d275f0c9d3a6f1f3a0c1f7e', 'hex');
  const digest = createHash('sha1').update(namespace).update(`${commandId}/${stream}/${index}`).digest();
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  return digest.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export function envelope(n: number, event: Partial<TestEvent>): TestEvent {
  const { stream = `note/${uuid(n)}`, commandId = uuid(2_000_000 + n) } = event;
  return {
    id: eventId(commandId as string, stream),
    type: 'Noted',
    schema: 1,
    stream,
    version: '1',
    actor: { organisation: uuid(1) },
    commandId,
    recordedAt: '2026-01-01T12:00:00.000Z',
    data: { note: `Note ${n}` },
    ...event,
  };
}

/** Entries of one log: on `streams` streams in turn, versions gapless. */
export function entries(count: number, streams = 7): string[] {
  return Array.from({ length: count }, (_, n) => {
    const version = Math.floor(n / streams) + 1;
    return canonicalize(envelope(n + 1, { stream: `note/${uuid(n % streams)}`, version: String(version) }));
  });
}

export const entryOf = (n: number, event: Partial<TestEvent>): string => canonicalize(envelope(n, event));

export const SCHEMAS: Readonly<Record<string, unknown>> = {
  'schemas/Noted/1.json': {
    $id: '/schemas/Noted/1.json',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      note: { type: 'string', minLength: 1, maxLength: 4000 },
      on: { type: 'string', format: 'date' },
      link: { type: 'string', format: 'uri' },
    },
    required: ['note'],
    additionalProperties: false,
  },
  'schemas/Whispered/1.json': {
    type: 'object',
    properties: {
      note: {
        type: 'object',
        properties: { sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
        required: ['sha256'],
        additionalProperties: false,
      },
    },
  },
  ...Object.fromEntries(
    [
      'OrganisationRegistered',
      'OrganisationRevised',
      'GroupingAccepted',
      'EvaluatorAccredited',
      'PartyDissolved',
      'CommitmentAmended',
      'ReputationParametersAdopted',
      'LogReopened',
      'ReceiptKeyCertified',
      'ReceiptKeyRevoked',
      'SchemasPublished',
    ].map((type) => [`schemas/${type}/1.json`, { type: 'object' }]),
  ),
  'schemas/ValueErased/1.json': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { eventId: { type: 'string' }, path: { type: 'string' } },
    required: ['eventId', 'path'],
    additionalProperties: false,
  },
};

export const bundleOf = (texts: readonly string[]): Buffer =>
  Buffer.concat(
    texts.flatMap((text) => {
      const bytes = Buffer.from(text);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(bytes.length);
      return [length, bytes];
    }),
  );

export type Source = Map<string, Buffer>;

/** `000`, `x001/234`. */
function tileIndex(n: number): string {
  const groups = [String(n % 1000).padStart(3, '0')];
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  }
  return groups.join('/');
}

/** A ledger's files by path, its full and its partial tiles those of its one size. */
export function ledgerOf(texts: readonly string[], key: LogKey, ...cosignatures: readonly string[]): Source {
  const source: Source = new Map();
  const put = (path: string, content: Buffer | string) => source.set(path, Buffer.from(content as string));
  const tile = (n: number, width: number) => `${tileIndex(n)}${width === 256 ? '' : `.p/${width}`}`;
  put('log/key', `${key.vkey}\n`);
  put('log/checkpoint', checkpointNote(texts, key, ...cosignatures));
  for (const [path, schema] of Object.entries(SCHEMAS)) put(path, JSON.stringify(schema));
  for (let at = 0; at < texts.length; at += 256) {
    const bundle = texts.slice(at, at + 256);
    put(`log/tile/entries/${tile(at / 256, bundle.length)}`, bundleOf(bundle));
  }
  let hashes = texts.map(leafOf);
  for (let level = 0; hashes.length > 0; level += 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < hashes.length; at += 256) {
      const held = hashes.slice(at, at + 256);
      put(`log/tile/${level}/${tile(at / 256, held.length)}`, Buffer.concat(held));
      if (held.length === 256) above.push(rootOf(held));
    }
    hashes = above;
  }
  return source;
}

export const reading = (source: Source) => async (path: string) => source.get(path);
