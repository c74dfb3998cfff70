import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { dateOf, type Clock, type Scope } from '@maillage/kernel';
import { systemClock } from './clock.js';
import type { Database } from './database.js';
import type { Principal } from './principal.js';
import { hashOf, newSecret } from './secrets.js';

/** `mlg_<id>_<secret>`: the id finds the row, the secret proves it. Only a hash of the secret is kept. */
const KEY = /^mlg_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;
const ID = /^[0-9a-f]{12}$/;

/** For so long an answer about a key may be reused: a revoked key stops working within this time in every process. */
export const KEY_CACHE_MS = 5_000;
const KEYS_REMEMBERED = 10_000;

export interface AccessKeyRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly label: string;
  readonly secret_hash: Buffer;
  readonly scopes: readonly Scope[];
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
  /** Of a person who made it by a page, and has not been erased since. */
  readonly made_by: string | null;
  /** When she was. */
  readonly orphaned_at: string | null;
  readonly last_used_on: string | null;
  /** When its ADMINs were told that it expires, or had it replaced. */
  readonly reminded_at: string | null;
}

interface Tables {
  access_key: AccessKeyRow;
}

export interface AccessKey {
  readonly id: string;
  readonly organisationId: string;
  readonly label: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string | undefined;
  readonly revokedAt: string | undefined;
  /** The last day, in UTC, that it was accepted on. */
  readonly lastUsedOn: string | undefined;
}

export interface NewAccessKey {
  readonly organisationId: string;
  /** What the key is for, so that its owner knows which one to revoke. */
  readonly label: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt?: Date | undefined;
}

/** @returns the key itself, once: it cannot be looked up again. */
export async function createKey(database: Database, made: NewAccessKey): Promise<MadeKey> {
  return insertKey(database.as<Tables>(), { ...made, createdAt: systemClock.now() });
}

export interface MadeKey {
  readonly key: string;
  readonly accessKey: AccessKey;
}

/** @param madeBy whoever makes it by a page. */
export async function insertKey(
  tables: Pick<Kysely<Tables>, 'insertInto'>,
  {
    organisationId,
    label,
    scopes,
    expiresAt,
    createdAt,
    madeBy,
  }: NewAccessKey & { readonly createdAt: string; readonly madeBy?: string },
): Promise<MadeKey> {
  const id = randomBytes(6).toString('hex');
  const secret = newSecret();
  const row = await tables
    .insertInto('access_key')
    .values({
      id,
      organisation_id: organisationId,
      label,
      secret_hash: hashOf(secret),
      scopes: [...new Set(scopes)],
      created_at: createdAt,
      expires_at: expiresAt?.toISOString() ?? null,
      revoked_at: null,
      made_by: madeBy ?? null,
      orphaned_at: null,
      last_used_on: null,
      reminded_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { key: `mlg_${id}_${secret}`, accessKey: toAccessKey(row) };
}

/** The keys of one organisation, or of all; the oldest first. */
export async function listKeys(database: Database, organisationId?: string): Promise<readonly AccessKey[]> {
  let rows = database.as<Tables>().selectFrom('access_key').selectAll();
  if (organisationId !== undefined) rows = rows.where('organisation_id', '=', organisationId);
  return (await rows.orderBy('created_at').orderBy('id').execute()).map(toAccessKey);
}

/**
 * @param id the key's id, or the whole key.
 * @returns the key, or `undefined` when there is none. Revoking twice keeps the first moment.
 */
export async function revokeKey(database: Database, id: string): Promise<AccessKey | undefined> {
  const bare = KEY.exec(id)?.[1] ?? id;
  if (!ID.test(bare)) return undefined;
  const row = await database
    .as<Tables>()
    .updateTable('access_key')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.cast<string>(eb.val('now'), 'timestamptz')) }))
    .where('id', '=', bare)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : toAccessKey(row);
}

/** Whose key it is, or in one sentence why it is not accepted. */
export type Authentication = { readonly principal: Principal } | { readonly refused: string };

/** Checks keys, remembering for {@link KEY_CACHE_MS} what the database said of each. */
export class AccessKeys {
  private readonly rows = new LRUCache<string, { readonly row: AccessKeyRow | undefined }>({
    max: KEYS_REMEMBERED,
    ttl: KEY_CACHE_MS,
  });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock = systemClock,
  ) {}

  async authenticate(key: string): Promise<Authentication> {
    const checked = await this.check(key);
    if ('refused' in checked) return checked;
    const { organisationId, scopes } = checked.accessKey;
    return { principal: { organisation: organisationId, scopes } };
  }

  /** The key's terms, for whoever builds on it; or in one sentence why it is not accepted. */
  async check(key: string): Promise<{ readonly accessKey: AccessKey } | { readonly refused: string }> {
    const [, id, secret] = KEY.exec(key) ?? [];
    if (id === undefined || secret === undefined) return { refused: 'This access key is malformed.' };
    const row = await this.row(id);
    // An id with another secret is as unknown as an id nobody has: ids are not secret, and must not be confirmed.
    if (row === undefined || !timingSafeEqual(row.secret_hash, hashOf(secret))) {
      return { refused: 'This access key is unknown.' };
    }
    if (row.revoked_at !== null) return { refused: 'This access key has been revoked.' };
    if (row.expires_at !== null && Date.parse(row.expires_at) <= Date.parse(this.clock.now())) {
      return { refused: `This access key expired on ${row.expires_at.slice(0, 10)}.` };
    }
    await this.note(row);
    return { accessKey: toAccessKey(row) };
  }

  /** That it was used on this day: written by the first that is accepted on it. */
  private async note(row: AccessKeyRow): Promise<void> {
    const today = dateOf(this.clock.now());
    if (row.last_used_on !== null && row.last_used_on >= today) return;
    this.rows.set(row.id, { row: { ...row, last_used_on: today } });
    await this.database
      .as<Tables>()
      .updateTable('access_key')
      .set({ last_used_on: today })
      .where('id', '=', row.id)
      .execute()
      // Whoever holds the key is not kept out because that cannot be written.
      .catch(() => undefined);
  }

  private async row(id: string): Promise<AccessKeyRow | undefined> {
    const known = this.rows.get(id);
    if (known !== undefined) return known.row;
    const row = await this.database
      .as<Tables>()
      .selectFrom('access_key')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    this.rows.set(id, { row });
    return row;
  }
}

export function toAccessKey(row: AccessKeyRow): AccessKey {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    label: row.label,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
    lastUsedOn: row.last_used_on ?? undefined,
  };
}
