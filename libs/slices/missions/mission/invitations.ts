import { sql } from 'kysely';
import { query, type Limits } from '@maillage/engine';
import { oneGroupOn } from '@maillage/directory';
import { refuse, type CalendarDate } from '@maillage/kernel';

/** So many invitations and offers of one control group may wait for one organisation's answer, or were declined by it… */
const MOST_INVITATIONS = 5;
/** …that were made within so many days. */
const COUNTED_DAYS = 30;

interface Inviting {
  readonly by: string;
  readonly to: string;
  readonly on: CalendarDate;
}

/** How often a control group has invited an organisation of late, or offered it its place, without being taken up. */
export const invitedOfLate = query(
  'invitedOfLate',
  [{ by: '1', to: '2', on: '2026-12-31' }],
  (database, { by, to, on }: Inviting): Promise<readonly { readonly count: number }[]> =>
    database.run(sql<{ readonly count: number }>`
      select count(*)::integer as count from (
        select mission_id from mission_invitation
        where organisation_id = ${to} and state in ('OPEN', 'DECLINED')
          and (invited_at at time zone 'UTC')::date > ${on}::date - ${COUNTED_DAYS}::integer
        union all
        select mission_id from mission_handover
        where successor_id = ${to} and proposed_on > ${on}::date - ${COUNTED_DAYS}::integer
      ) asked
      where exists (
        select from mission_member inviter
        where inviter.mission_id = asked.mission_id and inviter.left_at is null and 'BACKBONE' = any(inviter.roles)
          and inviter.organisation_id in ${oneGroupOn(sql`${by}`, sql`${on}::date`)}
      )`),
);

/**
 * Nobody's desk is filled with invitations: anybody may declare missions. Asked of the views, so that a race may pass it; and
 * asked here, since whom it invites is in the input, which no guard knows.
 */
export const refuseInvitations: Limits = async ({ actor, data }, database, on) => {
  const { organisationId, successorId } = data as { readonly organisationId?: string; readonly successorId?: string };
  const field = successorId === undefined ? 'organisationId' : 'successorId';
  const to = successorId ?? organisationId ?? '';
  const [asked] = await invitedOfLate.run(database, { by: actor, to, on });
  if (asked === undefined || asked.count < MOST_INVITATIONS) return undefined;
  return refuse(
    'TOO_MANY_INVITATIONS',
    `${MOST_INVITATIONS} invitations to ${to} within ${COUNTED_DAYS} days are not accepted; wait for its answers, or take one back.`,
    [field],
  );
};
