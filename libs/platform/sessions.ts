import { LRUCache } from 'lru-cache';
import type { Clock, Instant, Scope } from '@maillage/kernel';
import { KEY_CACHE_MS, type AccessKeyRow } from './access-keys.js';
import { systemClock } from './clock.js';
import type { Database } from './database.js';
import type { Principal } from './principal.js';
import { hashOf, newSecret } from './secrets.js';

/** 256 random bits, in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const SESSIONS_REMEMBERED = 10_000;
const PERSONA_SCOPES: readonly Scope[] = ['read', 'write'];

interface Tables {
  session: {
    readonly id_hash: Buffer;
    readonly access_key_id: string | null;
    readonly persona: string | null;
    readonly expires_at: string;
  };
  access_key: Pick<AccessKeyRow, 'id' | 'organisation_id' | 'scopes' | 'expires_at' | 'revoked_at'>;
}

/** Whom a session may act for, and until when it lasts (RFC 3339). Each request names whom it does act for. */
export interface Session {
  readonly mayActAs: Principal;
  readonly expiresAt: string;
}

/** What a session rests on: once a key is revoked or has expired, or a persona is no longer offered, it is over. */
export type NewSession =
  | {
      readonly accessKeyId: string;
      /** When the key ends by itself; it may come to end sooner. */
      readonly endsBy?: Date | undefined;
    }
  /** For anybody, as a persona of the sample: the organisation's id. */
  | { readonly persona: string };

export interface OpenedSession {
  /** Told this once: it cannot be looked up again. */
  readonly token: string;
  readonly lastsSeconds: number;
}

interface Remembered {
  readonly session: Session | undefined;
}

/**
 * Sessions of browsers that a key or a persona opened. A token of 256 random bits stands for one; the database keeps its SHA-256
 * alone. What the database said of a token is reused for {@link KEY_CACHE_MS}: a key that is revoked or replaced ends its
 * sessions within this time in every process.
 */
export class Sessions {
  private readonly remembered = new LRUCache<string, Remembered>({ max: SESSIONS_REMEMBERED, ttl: KEY_CACHE_MS });

  constructor(
    private readonly database: Database,
    private readonly lifetimeMs: number,
    /** Whether personas are offered now; where not, sessions opened as one are over, too. */
    private readonly personasOffered: () => boolean,
    private readonly clock: Clock = systemClock,
  ) {}

  async open(by: NewSession): Promise<OpenedSession> {
    const token = newSecret();
    const now = this.clock.now();
    const began = Date.parse(now);
    const endsBy = 'persona' in by ? undefined : by.endsBy;
    const ends = Math.min(began + this.lifetimeMs, endsBy?.getTime() ?? Infinity);
    await this.removeOver(now);
    await this.database
      .as<Tables>()
      .insertInto('session')
      .values({
        id_hash: hashOf(token),
        access_key_id: 'persona' in by ? null : by.accessKeyId,
        persona: 'persona' in by ? by.persona : null,
        expires_at: new Date(ends).toISOString(),
      })
      .execute();
    return { token, lastsSeconds: Math.max(0, Math.ceil((ends - began) / 1000)) };
  }

  /** @returns `undefined` when no such session was opened, or it is over. */
  async find(token: string): Promise<Session | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const id = hashOf(token);
    const name = id.toString('base64url');
    let known = this.remembered.get(name);
    if (known === undefined) {
      const session = await this.look(id);
      // Signed out meanwhile: what was found is past.
      known = this.remembered.get(name) ?? { session };
      this.remembered.set(name, known);
    }
    const { session } = known;
    return session !== undefined && Date.parse(session.expiresAt) > Date.parse(this.clock.now()) ? session : undefined;
  }

  /** Signs out: here at once, in other processes within {@link KEY_CACHE_MS}. */
  async close(token: string): Promise<void> {
    const id = hashOf(token);
    await this.database.as<Tables>().deleteFrom('session').where('id_hash', '=', id).execute();
    this.remembered.set(id.toString('base64url'), { session: undefined });
  }

  /** By index, and as often as somebody signs in: the table stays as small as the sessions that live. */
  private async removeOver(now: Instant): Promise<void> {
    await this.database.as<Tables>().deleteFrom('session').where('expires_at', '<=', now).execute();
  }

  private async look(id: Buffer): Promise<Session | undefined> {
    const row = await this.database
      .as<Tables>()
      .selectFrom('session as s')
      .leftJoin('access_key as k', 'k.id', 's.access_key_id')
      .select(['k.organisation_id', 'k.scopes', 's.persona', 's.expires_at'])
      .where('s.id_hash', '=', id)
      .where('k.revoked_at', 'is', null)
      .where((eb) => eb.or([eb('k.expires_at', 'is', null), eb('k.expires_at', '>', this.clock.now())]))
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { organisation_id: organisation, scopes, persona, expires_at: expiresAt } = row;
    if (persona !== null) {
      return this.personasOffered()
        ? { mayActAs: { organisation: persona, scopes: PERSONA_SCOPES }, expiresAt }
        : undefined;
    }
    return organisation === null || scopes === null ? undefined : { mayActAs: { organisation, scopes }, expiresAt };
  }
}
