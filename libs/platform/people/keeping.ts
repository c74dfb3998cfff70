import { sql, type RawBuilder } from 'kysely';
import { DAY_MS } from '@maillage/kernel';
import type { PeopleTables } from './tables.js';

const MINUTE_MS = 60_000;

/** By what a row is found to be a person's: one of her addresses or accounts, or her id. */
export type Hers = 'id' | 'person_id' | 'address' | 'account_hash' | 'invited_by' | 'made_by' | 'asked_by';

export interface Keeping {
  /** What it is, for whoever asks what is kept of people. */
  readonly says: string;
  /** After so long time alone ends a row, at the latest; one without it stays until somebody ends it. */
  readonly lastsMs?: number;
  /** From when that is counted; else the row itself has its end, in `expires_at`. */
  readonly since?: 'created_at' | 'sent_at' | 'since' | 'last_met_on';
  /** Whether it stays once she erased herself, as it leads to nobody. */
  readonly outlastsHer?: true;
  /** Rows that time does not end. */
  readonly unless?: RawBuilder<unknown>;
  /** Her export holds the rows of which one of these columns says that they are hers; or why it holds none. */
  readonly exported: readonly Hers[] | { readonly not: string };
}

/**
 * Every table that holds something of people, or leads to them. What writes the rows, what cleans them, the export and the
 * privacy page all go by it.
 */
export const KEPT_OF_PEOPLE = {
  person: { says: 'Her name and her language.', exported: ['id'] },
  person_address: { says: 'An address that she signs in with.', exported: ['person_id'] },
  person_account: { says: 'An account elsewhere that she signs in with.', exported: ['person_id'] },
  account_link: {
    says: 'An account elsewhere that she is about to link.',
    lastsMs: 10 * MINUTE_MS,
    exported: { not: 'It is a step of ten minutes, at whose end the account is among hers or gone.' },
  },
  person_session: { says: 'Where she is signed in.', lastsMs: 30 * DAY_MS, exported: ['person_id'] },
  seat: { says: 'For which organisation she may act.', exported: ['person_id'] },
  passkey: { says: 'A device that signs her in.', exported: ['person_id'] },
  passkey_challenge: {
    says: 'What a device is asked to sign.',
    lastsMs: 5 * MINUTE_MS,
    exported: { not: 'Hashes alone: nothing in them can be read.' },
  },
  sign_in_attempt: {
    says: 'That somebody asked to sign in by mail.',
    lastsMs: DAY_MS,
    since: 'created_at',
    exported: ['address'],
  },
  address_proof: {
    says: 'That she asked to add an address.',
    lastsMs: DAY_MS,
    since: 'created_at',
    exported: ['person_id'],
  },
  address_undo: { says: 'A change of her addresses that may be undone.', lastsMs: 3 * DAY_MS, exported: ['person_id'] },
  mail: { says: 'A mail to her that waits to be sent.', lastsMs: 7 * DAY_MS, exported: ['address'] },
  silent_mailbox: {
    says: 'That a mailbox takes no mail; of one that somebody signs in with, until it takes one.',
    lastsMs: 7 * DAY_MS,
    since: 'since',
    unless: sql`address in (select address from person_address)`,
    exported: ['address'],
  },
  mail_stop: {
    says: 'That an address is not to be invited again, by its hash.',
    outlastsHer: true,
    exported: { not: 'It is to hold after she is erased as well, and leads to nobody.' },
  },
  stop_link: {
    says: 'By what an invited address is not to be invited again, by its hash.',
    lastsMs: 30 * DAY_MS,
    exported: { not: 'Hashes alone: nothing in them can be read.' },
  },
  seat_invitation: {
    says: 'An invitation to act for an organisation.',
    lastsMs: 14 * DAY_MS,
    exported: ['address', 'invited_by'],
  },
  seat_invitation_sent: {
    says: 'How many an organisation invited.',
    lastsMs: DAY_MS,
    since: 'sent_at',
    exported: { not: 'It names organisations alone.' },
  },
  seat_link: {
    says: 'A link that she made, by which others ask to act for an organisation.',
    lastsMs: 14 * DAY_MS,
    exported: ['made_by'],
  },
  seat_request: { says: 'That she asked to act for an organisation.', lastsMs: 30 * DAY_MS, exported: ['person_id'] },
  partner_invitation: {
    says: 'An invitation to a mission.',
    lastsMs: 30 * DAY_MS,
    since: 'created_at',
    exported: ['address', 'invited_by'],
  },
  registration: {
    says: 'An organisation that she asked to have registered.',
    lastsMs: 30 * DAY_MS,
    // One that is approved is on its way into the log, as one that is completed below.
    unless: sql`approved_at is not null`,
    exported: ['person_id'],
  },
  renaming: {
    says: 'A name that she asked to have an organisation take.',
    lastsMs: 30 * DAY_MS,
    exported: ['asked_by'],
  },
  access_recovery: {
    says: 'That the operator is to have her administer an organisation.',
    lastsMs: 30 * DAY_MS,
    unless: sql`begun_at is not null`,
    exported: ['address', 'person_id'],
  },
  recovery_notice: {
    says: 'That she was told who is to administer an organisation, until that is over.',
    exported: ['person_id'],
  },
  access_key: { says: 'An access key that she made, and what she called it.', exported: ['made_by'] },
  claimed_member: {
    says: 'Whom an issuer of accounts claims to act for an organisation, by a hash of her account.',
    lastsMs: 30 * DAY_MS,
    since: 'last_met_on',
    exported: ['account_hash'],
  },
  operator_link: {
    says: 'The link by which somebody begins to operate the ledger.',
    lastsMs: DAY_MS,
    exported: { not: 'Nobody knows whose it is to be.' },
  },
} as const satisfies Readonly<Record<keyof PeopleTables, Keeping>>;

export type KeptTable = keyof typeof KEPT_OF_PEOPLE;

/** The same, to be gone through. */
export function allKept(): readonly (readonly [KeptTable, Keeping])[] {
  return Object.entries(KEPT_OF_PEOPLE) as [KeptTable, Keeping][];
}
