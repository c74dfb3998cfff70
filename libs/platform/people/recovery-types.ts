import type { Mail } from '../mail/mailer.js';
import type { Contact } from './contacts.js';
import type { Told } from './recovery-notices.js';

/** Why access is not recovered. */
export type RecoveryRefusal =
  /** The organisation never had a seat: whoever holds its key takes the first. */
  | 'NEVER_SEATED'
  /** Somebody administers it who can be reached. */
  | 'HAS_ADMIN'
  /** One is open for this organisation. */
  | 'RECOVERY_OPEN'
  /** Three days have not passed since the last of those who are told was, or some are still to be. */
  | 'RECOVERY_WAITS'
  /** Somebody else completes it at this moment. */
  | 'RECOVERY_UNDER_WAY'
  /** Somebody who was told objected. */
  | 'OBJECTED'
  /** Nobody signs in with the address yet. */
  | 'NOT_PROVED'
  /** No such recovery, or it is over; nor one of somebody else. */
  | 'UNKNOWN';

/** An organisation that nobody can act for any more, as the operator would mend it; instants are RFC 3339. */
export interface Recovery {
  readonly id: string;
  readonly organisationId: string;
  /** Of whoever is to administer it. */
  readonly address: string;
  /** What the operator was shown. */
  readonly evidence: string;
  readonly since: string;
  /** From then on it may be completed; later, where somebody is told later. */
  readonly readyAt: string;
  readonly isReady: boolean;
  /** Then it is gone. */
  readonly until: string;
  readonly objectedAt: string | null;
}

/** As the operator sees it. */
export interface OpenRecovery extends Recovery {
  /** Whether somebody signs in with the address. */
  readonly isProved: boolean;
  /** Whether somebody administers the organisation again: nothing comes of it then. */
  readonly isMoot: boolean;
  readonly told: Told;
}

/** What the log is told. */
export interface Completion {
  readonly organisationId: string;
  readonly memberId: string;
  /** Of the operator's organisation, the seat that acts. */
  readonly by: string;
  readonly begunAt: string;
}

export interface Opening {
  readonly organisationId: string;
  readonly address: string;
  readonly evidence: string;
  /** The operator's seat. */
  readonly memberId: string;
  /** Of the organisations whose ADMINs are told as well. */
  readonly backbones: readonly string[];
}

/** The mails that one is opened by. */
export interface OpeningMails {
  /** To somebody who may object. @param objection what she objects by. */
  readonly warning: (contact: Contact, objection: string, readyAt: string) => Mail;
  /** To whoever is to administer it. */
  readonly yours: (contact: Contact, readyAt: string) => Mail;
}

/** Who may complete one: the operator, by her seat, or whoever owns the address. */
export type Completing = { readonly operator: string } | { readonly personId: string; readonly operatedBy: string };
