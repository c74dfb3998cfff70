import { erasable, plusDays, refuse, type CalendarDate, type Refusal } from '@maillage/kernel';
import { actedOn, hasRole, isListed, isMember, type MissionState, type Suspension } from '../state.js';
import { notAMember, refuseSteering, type MissionRule } from './shared.js';

/** Between its record and its effect: time to finish, and to object. */
const NOTICE_DAYS = 7;
const MOST_DAYS = 90;
/** After one has ended. */
const REST_DAYS = 180;

export const suspendMember: MissionRule<'SuspendMember'> = {
  allowed: (asked, state) => refuseSteering(asked, state, 'suspend a member'),
  decide(command, state) {
    const { organisationId, until, reason } = command.data;
    const path = ['organisationId'];
    if (organisationId === command.actor.organisation) return ownMembership();
    if (!isMember(state, organisationId)) return notAMember(state, organisationId, path);
    const on = actedOn(command, state);
    const from = plusDays(on, NOTICE_DAYS);
    const earlier = state.suspensions[organisationId];
    const again = earlier && plusDays(earlier.until, REST_DAYS + 1);
    if (earlier !== undefined && again !== undefined && on < again) {
      return refuse(
        'SUSPENDED_RECENTLY',
        `${saidOf(organisationId, earlier)}; it may be suspended again from ${again} on.`,
        path,
      );
    }
    return (
      refuseUntil(until, from, plusDays(on, MOST_DAYS)) ?? [
        { type: 'MemberSuspended', data: { organisationId, reason: erasable(reason), from, until, on } },
      ]
    );
  },
};

/** One that was lifted before it began never had effect. */
function saidOf(organisationId: string, { from, until }: Suspension): string {
  return until < from
    ? `A suspension of ${organisationId} was lifted on ${plusDays(until, 1)}, before it began`
    : `${organisationId} was suspended until ${until}`;
}

function refuseUntil(
  until: CalendarDate,
  from: CalendarDate,
  latest: CalendarDate,
): Refusal<'SUSPENSION_OUT_OF_RANGE'> | undefined {
  if (from <= until && until <= latest) return undefined;
  return refuse(
    'SUSPENSION_OUT_OF_RANGE',
    `A suspension has effect from the eighth day on, ${from}, and lasts until ${latest} at most; name a day between them.`,
    ['until'],
  );
}

/** It may have left meanwhile: a suspension waits for it to come back. */
export const liftSuspension: MissionRule<'LiftSuspension'> = {
  allowed: (asked, state) => refuseSteering(asked, state, 'lift a suspension'),
  decide(command, state) {
    const { organisationId } = command.data;
    if (organisationId === command.actor.organisation) return ownMembership();
    const on = actedOn(command, state);
    const suspension = state.suspensions[organisationId];
    if (suspension === undefined || suspension.until < on) {
      return refuse(
        'NOT_SUSPENDED',
        `${organisationId} is not suspended, and no suspension of it is to come; it takes part like any other.`,
        ['organisationId'],
      );
    }
    return [{ type: 'SuspensionLifted', data: { organisationId, on } }];
  },
};

/** A place in the list of a source goes the same way: the source may be wrong. */
export const removeMember: MissionRule<'RemoveMember'> = {
  allowed: (asked, state) => refuseSteering(asked, state, 'remove a member'),
  decide(command, state) {
    const { organisationId, reason } = command.data;
    if (organisationId === command.actor.organisation) return ownMembership();
    if (!isMember(state, organisationId) && !isListed(state, organisationId)) {
      return notAMember(state, organisationId, ['organisationId']);
    }
    if (hasRole(state, organisationId, 'BACKBONE')) {
      return refuse(
        'BACKBONE_NOT_REMOVED',
        'A backbone is not removed by another; it may hand over or leave by itself.',
        ['organisationId'],
      );
    }
    const on = actedOn(command, state);
    // It would let the organisation in again by the next door.
    const invitations = state.invitations[organisationId] ?? [];
    return [
      ...invitations.map((role) => ({ type: 'InvitationWithdrawn' as const, data: { organisationId, role, on } })),
      {
        type: 'MemberRemoved',
        data: { organisationId, roles: rolesOf(state, organisationId), reason: erasable(reason), on },
      },
    ];
  },
};

function rolesOf({ members, listed }: MissionState, organisationId: string) {
  return [...new Set([...(members[organisationId] ?? []), ...(listed[organisationId] ?? [])])];
}

function ownMembership(): Refusal<'YOUR_OWN_MEMBERSHIP'> {
  return refuse(
    'YOUR_OWN_MEMBERSHIP',
    'Nobody suspends, removes or readmits its own organisation; leave the mission instead, or hand over first.',
    ['organisationId'],
  );
}
