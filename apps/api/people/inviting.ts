import { randomUUID } from 'node:crypto';
import { organisationById } from '@maillage/directory';
import { isRefusal, type Clock, type Command, type Refusal } from '@maillage/kernel';
import { missionToJoin, type MissionToJoin } from '@maillage/missions';
import type { Database, Invited, Partners } from '@maillage/platform';
import type { RecordCommand } from './registering.js';

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
   * joins. No decider hears of an invitation's id or token. Done again, what was done is passed over.
   * @returns `UNKNOWN` where whoever sent it may invite no more, or passed on a link to what only names may join.
   */
  async accept(invited: Invited, isLink: boolean, accepting: Accepting): Promise<Refusal | 'UNKNOWN' | undefined> {
    const { partners } = this.options;
    const { id, missionId, role, inviterId } = invited;
    const { organisationId } = accepting;
    const [sender, mission] = await Promise.all([partners.senderOf(id), this.mission(missionId, inviterId)]);
    if (sender === undefined || mission === undefined || (isLink && mission.keeps_private)) return 'UNKNOWN';
    const invites = { organisationId: inviterId, memberId: sender.memberId };
    const sent = await this.record('InviteOrganisation', missionId, { organisationId, role }, invites);
    if (isRefusal(sent) && sent.code !== 'ALREADY_INVITED') return sent;
    const joined = await this.record('JoinMission', missionId, { role, evidence: [] }, accepting);
    if (isRefusal(joined)) return joined;
    await partners.taken(id);
    return undefined;
  }

  private record(type: string, id: string, data: unknown, { organisationId, memberId }: Accepting) {
    const command: Command = {
      type,
      id,
      data,
      commandId: randomUUID(),
      actor: { organisation: organisationId, member: memberId },
      scopes: ['read', 'write'],
      seat: 'ADMIN',
      at: this.options.clock.now(),
    };
    return this.options.record(command);
  }
}
