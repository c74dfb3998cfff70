import { LRUCache } from 'lru-cache';
import type { Clock, Instant, Scope } from '@maillage/kernel';
import { KEY_CACHE_MS } from './access-keys.js';
import { systemClock } from './clock.js';
import type { Database } from './database.js';
import type { Principal } from './principal.js';
import { hashOf, newSecret } from './secrets.js';

/** 256 random bits, in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const SESSIONS_REMEMBERED = 10_000;

interface SessionRow {
  readonly id_hash: Buffer;
  readonly organisation_id: string;
  readonly member: string | null;
  readonly scopes: readonly Scope[];
  readonly access_key_id: string | null;
  readonly persona: string | null;
  readonly expires_at: string;
}

interface Tables {
  session: SessionRow;
  access_key: { readonly id: string; readonly revoked_at: string | null; readonly expires_at: string | null };
}

/** Who signed in, until when (RFC 3339). */
export interface Session {
  readonly principal: Principal;
  readonly expiresAt: string;
}

export interface NewSession {
  readonly principal: Principal;
  /** The key it rests on: once that is revoked, the session is over. */
  readonly accessKeyId?: string | undefined;
  /** Whether it is for anybody, as the persona that the principal's organisation is. */
  readonly persona?: boolean;
  /** When the key or token it rests on ends by itself. */
  readonly endsBy?: Date | undefined;
}

export interface OpenedSession {
  /** Told this once: it cannot be looked up again. */
  readonly token: string;
  readonly lastsSeconds: number;
}

interface Remembered {
  readonly session: Session | undefined;
}

/**
 * Sessions of browsers. A token of 256 random bits stands for one; the database keeps its SHA-256 alone. What the database
 * said of a token is reused for {@link KEY_CACHE_MS}: a revoked key ends its sessions within this time in every process.
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

  async open({ principal, accessKeyId, persona = false, endsBy }: NewSession): Promise<OpenedSession> {
    const token = newSecret();
    const now = this.clock.now();
    const began = Date.parse(now);
    const ends = Math.min(began + this.lifetimeMs, endsBy?.getTime() ?? Infinity);
    await this.removeOver(now);
    await this.database
      .as<Tables>()
      .insertInto('session')
      .values({
        id_hash: hashOf(token),
        organisation_id: principal.organisation,
        member: principal.member ?? null,
        scopes: principal.scopes,
        access_key_id: accessKeyId ?? null,
        persona: persona ? principal.organisation : null,
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
      .select(['s.organisation_id', 's.member', 's.scopes', 's.persona', 's.expires_at'])
      .where('s.id_hash', '=', id)
      .where('k.revoked_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined || (row.persona !== null && !this.personasOffered())) return undefined;
    const { organisation_id: organisation, member, scopes, expires_at: expiresAt } = row;
    // A member's session rests on what the OIDC issuer claims of her, which is a seat to record by.
    const ofMember = member === null ? {} : { member, seat: 'WRITER' as const };
    return { principal: { organisation, ...ofMember, scopes }, expiresAt };
  }
}
