import { sql, type Generated, type Kysely } from 'kysely';
import type { SeatRole } from '@maillage/kernel';
import type { AccessKeyRow } from '../access-keys.js';

export const PERSON_LANGUAGES = ['en', 'fr'] as const;
export type PersonLanguage = (typeof PERSON_LANGUAGES)[number];

/** What a seat that is asked for by a copied link may be: never one that gives others. */
export const LINKED_ROLES = ['WRITER', 'READER'] as const satisfies readonly SeatRole[];
export type LinkedRole = (typeof LINKED_ROLES)[number];

/** What is kept of people; instants are RFC 3339. */
export interface PeopleTables {
  access_key: AccessKeyRow;
  person: {
    readonly id: string;
    readonly name: string;
    readonly language: PersonLanguage;
    readonly created_at: string;
    /** By which her passkeys name her; null until she has one. */
    readonly passkey_handle: Buffer | null;
  };
  person_account: {
    readonly id: string;
    readonly person_id: string;
    readonly issuer: string;
    readonly subject: string;
    readonly account_hash: Buffer;
    readonly added_at: string;
  };
  account_link: {
    readonly state_hash: Buffer;
    readonly session_id: string;
    readonly expires_at: string;
    readonly issuer: string | null;
    readonly subject: string | null;
    readonly browser_hash: Buffer | null;
  };
  claimed_member: {
    readonly member_id: string;
    readonly account_hash: Buffer;
    readonly organisation_id: string;
    readonly role: 'WRITER' | 'READER';
    readonly created_at: string;
    /** Until when it is a seat; null where tokens that were sent along alone have said it. */
    readonly claimed_until: string | null;
    readonly last_met_on: string;
  };
  person_address: { readonly address: string; readonly person_id: string; readonly proved_at: string };
  seat: {
    readonly member_id: string;
    readonly organisation_id: string;
    readonly person_id: string | null;
    readonly role: SeatRole;
    readonly created_at: string;
    /** When an ADMIN last said that it is right; null where nobody has since it was given. */
    readonly confirmed_at: string | null;
    /** How often its organisation's ADMINs were reminded since. */
    readonly reminders: Generated<number>;
    /** When she was last told of what waits for the operator, where she is one; null where she never was. */
    readonly told_at: string | null;
    readonly ended_at: string | null;
  };
  seat_invitation_sent: { readonly organisation_id: string; readonly sent_at: string };
  seat_invitation: {
    readonly id: string;
    readonly organisation_id: string;
    readonly address: string;
    readonly role: SeatRole;
    readonly invited_by: string;
    readonly created_at: string;
    readonly expires_at: string;
  };
  partner_invitation: {
    readonly id: string;
    readonly mission_id: string;
    readonly role: string;
    readonly inviter_id: string;
    readonly invited_by: string;
    readonly address: string | null;
    readonly token_hash: Buffer | null;
    readonly taken: number;
    readonly created_at: string;
    readonly expires_at: string;
    readonly ended_at: string | null;
    readonly vouched_at: string | null;
    readonly proof_hash: Buffer | null;
    readonly language: PersonLanguage | null;
    readonly undelivered_at: string | null;
    readonly outcome: 'ACCEPTED' | 'DECLINED' | 'REVOKED' | null;
    readonly accepted_by: string | null;
  };
  seat_link: {
    readonly id: string;
    readonly organisation_id: string;
    readonly role: LinkedRole;
    readonly made_by: string;
    readonly token_hash: Buffer;
    readonly created_at: string;
    readonly expires_at: string;
  };
  mail: {
    readonly id: string;
    readonly address: string;
    /** As JSON where it is written. */
    readonly content: unknown;
    /** The id of an invitation, a recovery, or a person it tells of: it goes with that. */
    readonly about: string | null;
    readonly tries: number;
    readonly created_at: string;
    readonly due_at: string;
    readonly expires_at: string;
  };
  silent_mailbox: { readonly address: string; readonly since: string };
  mail_stop: { readonly address_hash: Buffer; readonly created_at: string };
  stop_link: { readonly token_hash: Buffer; readonly address_hash: Buffer; readonly expires_at: string };
  registration: {
    readonly person_id: string;
    readonly organisation_id: string;
    readonly member_id: string;
    /** As JSON where it is written. */
    readonly terms: unknown;
    readonly reasons: string[];
    readonly created_at: string;
    readonly expires_at: string;
    readonly approved_at: string | null;
    readonly approved_by: string | null;
  };
  renaming: {
    readonly organisation_id: string;
    readonly id: string;
    readonly name: string;
    readonly reasons: string[];
    readonly asked_by: string;
    readonly created_at: string;
    readonly expires_at: string;
  };
  operator_link: {
    readonly token_hash: Buffer;
    readonly expires_at: string;
    /** Whether it is taken though somebody operates the ledger. */
    readonly beside_others: Generated<boolean>;
  };
  access_recovery: {
    readonly id: string;
    readonly organisation_id: string;
    readonly address: string;
    readonly evidence: string;
    readonly opened_by: string;
    readonly objection_hash: Buffer;
    readonly created_at: string;
    readonly ready_at: string;
    readonly expires_at: string;
    readonly objected_at: string | null;
    /** When somebody was found to administer the organisation again. */
    readonly moot_at: string | null;
    /** Since when somebody completes it. */
    readonly begun_at: string | null;
    /** Chosen once, when it is first begun. */
    readonly member_id: string | null;
    readonly person_id: string | null;
  };
  recovery_notice: { readonly recovery_id: string; readonly person_id: string; readonly reached_at: string | null };
  seat_request: {
    readonly id: string;
    readonly organisation_id: string;
    readonly person_id: string;
    /** What the link that she followed is for; null where she found the organisation herself. */
    readonly role: LinkedRole | null;
    readonly created_at: string;
    readonly expires_at: string;
  };
  sign_in_attempt: {
    readonly token_hash: Buffer;
    readonly browser_hash: Buffer;
    readonly code_hash: Buffer | null;
    readonly address: string;
    readonly language: PersonLanguage;
    readonly tries: number;
    readonly created_at: string;
    readonly expires_at: string;
    readonly used_at: string | null;
    readonly sealed_to: Buffer | null;
  };
  person_session: {
    readonly id: string;
    readonly token_hash: Buffer;
    readonly person_id: string;
    readonly created_at: string;
    readonly expires_at: string;
    /** The mailbox it was opened with; null for those that were before this was kept. */
    readonly address: string | null;
    /** The passkey it was opened with; null for those opened by mail, and once that is removed. */
    readonly passkey_id: string | null;
    /** The account it was opened with; null for those opened otherwise, and once that is unlinked. */
    readonly account_id: string | null;
  };
  passkey: {
    readonly id: string;
    readonly person_id: string;
    /** In base64url, as the device named it. */
    readonly credential_id: string;
    readonly public_key: Buffer;
    /** As `bigint`, which is read as text. */
    readonly counter: string | number;
    readonly backed_up: boolean;
    readonly label: string;
    readonly created_at: string;
    readonly last_used_at: string | null;
  };
  passkey_challenge: {
    readonly challenge_hash: Buffer;
    readonly browser_hash: Buffer;
    readonly person_id: string | null;
    readonly expires_at: string;
  };
  address_proof: {
    readonly browser_hash: Buffer;
    readonly code_hash: Buffer;
    readonly person_id: string;
    readonly address: string;
    readonly tries: number;
    readonly created_at: string;
    readonly used_at: string | null;
  };
  address_undo: {
    readonly token_hash: Buffer;
    readonly person_id: string;
    readonly address: string;
    readonly change: 'ADDED' | 'REMOVED';
    readonly expires_at: string;
  };
}

/** Until the transaction ends, whoever else asks for the same waits: what is counted stays true while it is acted on. */
export async function alone(transaction: Kysely<PeopleTables>, about: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || ${` ${about}`}, 0))`.execute(transaction);
}

/** So long after `now`, as an instant. */
export function later(now: string, ms: number): string {
  return new Date(Date.parse(now) + ms).toISOString();
}
