/**
 * What became of an invitation: its mail waits to be sent, was sent, or was given up; or it is a link that is open; or it was
 * accepted, declined or taken back, or its time is over. Whether a mail was opened is not looked at.
 */
export type InvitationStanding =
  'WAITING' | 'SENT' | 'NOT_DELIVERED' | 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'REVOKED' | 'EXPIRED';

/** Of these nothing is to be done any more. */
export const OVER: ReadonlySet<InvitationStanding> = new Set(['ACCEPTED', 'DECLINED', 'REVOKED', 'EXPIRED']);

export function invitationStandingOf(
  row: {
    readonly outcome: 'ACCEPTED' | 'DECLINED' | 'REVOKED' | null;
    readonly expires_at: string;
    readonly undelivered_at: string | null;
    readonly mail_id: string | null;
  },
  isLink: boolean,
  now: string,
): InvitationStanding {
  if (row.outcome !== null) return row.outcome;
  if (row.expires_at <= now) return 'EXPIRED';
  if (isLink) return 'OPEN';
  if (row.undelivered_at !== null) return 'NOT_DELIVERED';
  return row.mail_id === null ? 'SENT' : 'WAITING';
}
