import { randomUUID } from 'node:crypto';
import { isRefusal, SCOPES, type Scope } from '@maillage/kernel';
import { organisationById, SECTORS } from '@maillage/directory';
import { readGlobalId, toGlobalId } from '@maillage/engine';
import { createKey, listKeys, revokeKey, systemClock, type AccessKey, type Config } from '@maillage/platform';
import { withSession, type Session } from '../session.js';
import { table } from '../table.js';
import { UsageError } from '../usage.js';

export interface CreateKeyOptions {
  /** An organisation's id, as GraphQL gives it or the bare UUID. */
  readonly organisation?: string;
  /** Registers a new organisation of this name first. */
  readonly register?: string;
  readonly sector: string;
  readonly label: string;
  readonly scopes: string;
  readonly expires?: string;
  readonly json: boolean;
}

/** Makes an access key and prints it, once. */
export async function createKeyCommand(config: Config, options: CreateKeyOptions): Promise<number> {
  const scopes = readScopes(options.scopes);
  const expiresAt = options.expires === undefined ? undefined : readExpiry(options.expires);
  if ((options.organisation === undefined) === (options.register === undefined)) {
    throw new UsageError('Name the organisation: --organisation <id>, or --register <name> for a new one.');
  }
  const { key, accessKey, name } = await withSession(config, async (session) => {
    const organisationId = await organisation(session, options);
    await session.catchUp();
    const [row] = await organisationById.run(session.database, { keys: [organisationId], args: null });
    if (row === undefined) throw new UsageError(`No organisation is registered under ${organisationId}.`);
    const made = await createKey(session.database, { organisationId, label: options.label, scopes, expiresAt });
    return { ...made, name: row.name };
  });
  const id = toGlobalId('Organisation', accessKey.organisationId);
  if (options.json)
    process.stdout.write(`${JSON.stringify({ key, organisation: { id, name }, ...facts(accessKey) })}\n`);
  else {
    process.stdout.write(`${key}\n`);
    process.stderr.write(
      `For ${name} (${id}), to ${accessKey.scopes.join(' and ')}. Keep it: it is shown this once.\n`,
    );
  }
  return 0;
}

export async function listKeysCommand(config: Config, { json }: { readonly json: boolean }): Promise<number> {
  const keys = await withSession(config, ({ database }) => listKeys(database));
  if (json) process.stdout.write(`${JSON.stringify(keys.map(facts), null, 2)}\n`);
  else {
    const rows = keys.map((key) => [
      key.id,
      key.organisationId,
      key.scopes.join(','),
      standing(key),
      key.lastUsedOn ?? 'never',
      key.label,
    ]);
    process.stdout.write(table(['key', 'organisation', 'scopes', 'state', 'last used', 'label'], rows));
  }
  return 0;
}

export async function revokeKeyCommand(config: Config, id: string): Promise<number> {
  const revoked = await withSession(config, ({ database }) => revokeKey(database, id));
  if (revoked === undefined) throw new UsageError(`There is no key ${id}; \`keys list\` shows those there are.`);
  process.stdout.write(`Revoked ${revoked.id} (${revoked.label}). It stops working within seconds.\n`);
  return 0;
}

async function organisation(
  session: Session,
  { organisation: id, register, sector }: CreateKeyOptions,
): Promise<string> {
  if (register === undefined) return bareId(id ?? '');
  if (!SECTORS.some((each) => each === sector)) {
    throw new UsageError(`--sector ${sector} is not one of ${SECTORS.join(', ')}.`);
  }
  const organisationId = randomUUID();
  const result = await session.execute({
    type: 'RegisterOrganisation',
    id: organisationId,
    data: { name: register, sector },
    commandId: randomUUID(),
    actor: { organisation: organisationId },
    scopes: ['write'],
    at: systemClock.now(),
  });
  if (isRefusal(result)) throw new UsageError(result.message);
  return organisationId;
}

function bareId(text: string): string {
  const read = readGlobalId(text);
  return read?.type === 'Organisation' ? read.id : text;
}

function readScopes(text: string): readonly Scope[] {
  const scopes = text.split(',').map((scope) => scope.trim());
  const known = scopes.filter((scope): scope is Scope => SCOPES.some((each) => each === scope));
  if (known.length === 0 || known.length < scopes.length) {
    throw new UsageError(`--scopes ${text} is not acceptable; write some of ${SCOPES.join(',')} with commas between.`);
  }
  return known;
}

/** A day lasts to its end, in UTC. */
function readExpiry(text: string): Date {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999Z` : text);
  const real = !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text.slice(0, 10);
  if (!real || at.getTime() <= Date.parse(systemClock.now())) {
    throw new UsageError(`--expires ${text} is not a date to come; write it as 2027-12-31.`);
  }
  return at;
}

function standing({ revokedAt, expiresAt }: AccessKey): string {
  if (revokedAt !== undefined) return `revoked ${revokedAt.slice(0, 10)}`;
  if (expiresAt === undefined) return 'valid';
  return Date.parse(expiresAt) <= Date.parse(systemClock.now())
    ? `expired ${expiresAt.slice(0, 10)}`
    : `valid to ${expiresAt.slice(0, 10)}`;
}

function facts({ expiresAt, revokedAt, lastUsedOn, ...key }: AccessKey) {
  return { ...key, expiresAt: expiresAt ?? null, revokedAt: revokedAt ?? null, lastUsedOn: lastUsedOn ?? null };
}
