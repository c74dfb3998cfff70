import { decider, streamOf, type AskedOf } from '@maillage/kernel';
import { missionCommands, type MissionCommands } from './commands.js';
import { missionEvents } from './events.js';
import { liftSuspension, removeMember, suspendMember } from './rules/exclusion.js';
import { acceptHandover, declineHandover, dropHandover, proposeHandover } from './rules/handover.js';
import {
  declineInvitation,
  inviteOrganisation,
  joinMission,
  leaveMission,
  listMember,
  withdrawInvitation,
} from './rules/membership.js';
import { closeMission, pauseMission, resumeMission } from './rules/pause.js';
import { acceptPrivacy, declinePrivacy, dropPrivacy } from './rules/privacy.js';
import type { Consulted } from './rules/shared.js';
import { declareMission, reviseMission } from './rules/terms.js';
import { evolve, undeclared, type MissionState } from './state.js';

export const missionDecider = decider<MissionState, MissionCommands, typeof missionEvents, Consulted>({
  name: 'mission',
  commands: missionCommands,
  events: missionEvents,
  initial: undeclared,

  consults(asked) {
    const by = asked.type === 'DeclareMission' || asked.type === 'JoinMission' ? asked.actor.organisation : undefined;
    const organisation = organisationNamed(asked);
    return {
      organisation: organisation === undefined ? undefined : streamOf('organisation', organisation),
      actor: by === undefined ? undefined : streamOf('organisation', by),
    };
  },

  rules: {
    DeclareMission: declareMission,
    ReviseMission: reviseMission,
    PauseMission: pauseMission,
    ResumeMission: resumeMission,
    CloseMission: closeMission,
    AcceptPrivacy: acceptPrivacy,
    DeclinePrivacy: declinePrivacy,
    DropPrivacy: dropPrivacy,
    InviteOrganisation: inviteOrganisation,
    WithdrawInvitation: withdrawInvitation,
    DeclineInvitation: declineInvitation,
    JoinMission: joinMission,
    LeaveMission: leaveMission,
    ListMember: listMember,
    SuspendMember: suspendMember,
    LiftSuspension: liftSuspension,
    RemoveMember: removeMember,
    ProposeBackboneHandover: proposeHandover,
    DropBackboneHandover: dropHandover,
    AcceptBackboneHandover: acceptHandover,
    DeclineBackboneHandover: declineHandover,
  },

  evolve,
});

/** The other organisation whose registration the decision reads. */
function organisationNamed({ type, data }: AskedOf<MissionCommands>): string | undefined {
  if (type === 'ProposeBackboneHandover') return data?.successorId;
  return type === 'InviteOrganisation' || type === 'ListMember' ? data?.organisationId : undefined;
}
