import { randomUUID } from 'node:crypto';
import { organisationById } from '@maillage/directory';
import { isRefusal, type Clock, type Refusal } from '@maillage/kernel';
import { missionToJoin, type MissionToJoin } from '@maillage/missions';
import type { Database, Invited, Partners } from '@maillage/platform';
import { byAdmin, type RecordCommand } from './registering.js';

interface InvitingOptions {
  readonly partners: Partners;
  readonly database: Database;
  readonly clock: Clock;
  readonly record: RecordCommand;
}

/** Who accepts: an ADMIN of the organisation, by the member id of her seat. */
export interface Accepting {
  readonly organisationId: string;
  readonly memberId: string;
}

/** Invitations to missions, from a list or a link to the log. */
export class Inviting {
  constructor(private readonly options: InvitingOptions) {}

  /** @returns `undefined` for a mission that is not declared. */
  async mission(missionId: string, organisationId: string): Promise<MissionToJoin | undefined> {
    return (await missionToJoin.run(this.options.database, { missionId, organisationId }))[0];
  }

  /** As others are told of it: the name, and whether the operator has confirmed who it is. */
  async organisation(id: string): Promise<{ readonly name: string; readonly confirmed: boolean } | undefined> {
    const [found] = await organisationById.run(this.options.database, { keys: [id], args: null });
    return found && { name: found.name, confirmed: found.confirmations.length > 0 };
  }

  /**
   * Two commands, as each has one actor: the backbone invites, by the seat of whoever sent the invitation, and the organisation
   * joins. No decider hears of an invitation's id or token. Done again, what was done is passed over. One that was mailed is
   * claimed first, and waits again where a command is refused or fails.
   * @returns `UNKNOWN` where whoever sent it may invite no more, passed on a link to what only names may join, or invited
   * before the organisation left or was removed.
   */
  async accept(invited: Invited, isLink: boolean, accepting: Accepting): Promise<Refusal | 'UNKNOWN' | undefined> {
    const { partners } = this.options;
    const { id, missionId, inviterId } = invited;
    const [sender, mission] = await Promise.all([
      partners.senderOf(id),
      this.mission(missionId, accepting.organisationId),
    ]);
    if (sender === undefined || mission === undefined) return 'UNKNOWN';
    if (isLink && mission.keeps_private) return 'UNKNOWN';
    if (mission.left_at !== null && (isLink || mission.left_at > invited.since)) return 'UNKNOWN';
    if (!isLink && !(await partners.claim(id))) return 'UNKNOWN';
    let isJoined = false;
    try {
      const refused = await this.join(invited, { organisationId: inviterId, memberId: sender.memberId }, accepting);
      isJoined = refused === undefined;
      return refused;
    } finally {
      if (isJoined) await (isLink ? partners.taken(id) : partners.accepted(id, accepting.organisationId));
      else if (!isLink) await partners.unclaim(id);
    }
  }

  private async join(
    { missionId, role }: Invited,
    inviting: Accepting,
    accepting: Accepting,
  ): Promise<Refusal | undefined> {
    const { organisationId } = accepting;
    const sent = await this.record('InviteOrganisation', missionId, { organisationId, role }, inviting);
    if (isRefusal(sent) && sent.code !== 'ALREADY_INVITED') return sent;
    const joined = await this.record('JoinMission', missionId, { role, evidence: [] }, accepting);
    return isRefusal(joined) ? joined : undefined;
  }

  private record(type: string, id: string, data: unknown, admin: Accepting) {
    const { record, clock } = this.options;
    return record(byAdmin(admin, { type, id, data, commandId: randomUUID(), at: clock.now() }));
  }
}
