import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { hashOf, newSecret } from '../secrets.js';
import type { OpenedSession } from '../sessions.js';
import { KEPT_OF_PEOPLE } from './keeping.js';
import { later, type PeopleTables } from './tables.js';

const SESSION_MS = KEPT_OF_PEOPLE.person_session.lastsMs;
/** Tells a person's session from one that names an organisation. */
const TOKEN = /^p_[A-Za-z0-9_-]{43}$/;

export interface OpenedPersonSession extends OpenedSession {
  readonly personId: string;
}

export function isPersonToken(token: string): boolean {
  return TOKEN.test(token);
}

/**
 * @param by the mailbox, the passkey or the account it is opened with.
 * @param endsBy when what it rests on does, where that is sooner.
 */
export async function openPersonSession(
  transaction: Transaction<PeopleTables>,
  personId: string,
  by: { readonly address: string } | { readonly passkey_id: string } | { readonly account_id: string },
  now: string,
  endsBy = later(now, SESSION_MS),
): Promise<OpenedPersonSession> {
  const token = `p_${newSecret()}`;
  const session = { id: randomUUID(), token_hash: hashOf(token), person_id: personId };
  const lastsMs = Math.max(0, Math.min(SESSION_MS, Date.parse(endsBy) - Date.parse(now)));
  await transaction
    .insertInto('person_session')
    .values({ ...session, ...by, created_at: now, expires_at: later(now, lastsMs) })
    .execute();
  return { token, lastsSeconds: Math.ceil(lastsMs / 1000), personId };
}
