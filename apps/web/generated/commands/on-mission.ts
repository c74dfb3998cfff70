// Written by `npm run generate` from the published schemas of commands and the SDL.
import { AcceptBackboneHandover } from './AcceptBackboneHandover.js';
import { AcceptPrivacy } from './AcceptPrivacy.js';
import { AcceptReceiving } from './AcceptReceiving.js';
import { CloseMission } from './CloseMission.js';
import { DeclineBackboneHandover } from './DeclineBackboneHandover.js';
import { DeclineInvitation } from './DeclineInvitation.js';
import { DeclinePrivacy } from './DeclinePrivacy.js';
import { DropBackboneHandover } from './DropBackboneHandover.js';
import { DropPrivacy } from './DropPrivacy.js';
import { EndReceiving } from './EndReceiving.js';
import { InviteOrganisation } from './InviteOrganisation.js';
import { JoinMission } from './JoinMission.js';
import { LeaveMission } from './LeaveMission.js';
import { LiftSuspension } from './LiftSuspension.js';
import { ListMember } from './ListMember.js';
import { PauseMission } from './PauseMission.js';
import { ProposeBackboneHandover } from './ProposeBackboneHandover.js';
import { RemoveMember } from './RemoveMember.js';
import { ResumeMission } from './ResumeMission.js';
import { ReviseMission } from './ReviseMission.js';
import { SuspendMember } from './SuspendMember.js';
import { WithdrawInvitation } from './WithdrawInvitation.js';

export const onMission = {
  AcceptBackboneHandover,
  AcceptPrivacy,
  AcceptReceiving,
  CloseMission,
  DeclineBackboneHandover,
  DeclineInvitation,
  DeclinePrivacy,
  DropBackboneHandover,
  DropPrivacy,
  EndReceiving,
  InviteOrganisation,
  JoinMission,
  LeaveMission,
  LiftSuspension,
  ListMember,
  PauseMission,
  ProposeBackboneHandover,
  RemoveMember,
  ResumeMission,
  ReviseMission,
  SuspendMember,
  WithdrawInvitation,
};
