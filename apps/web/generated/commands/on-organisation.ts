// Written by `npm run generate` from the published schemas of commands and the SDL.
import { AcceptGrouping } from './AcceptGrouping.js';
import { AccreditEvaluator } from './AccreditEvaluator.js';
import { AssertGrouping } from './AssertGrouping.js';
import { ClearDuplicate } from './ClearDuplicate.js';
import { ConfirmIdentity } from './ConfirmIdentity.js';
import { ContestGrouping } from './ContestGrouping.js';
import { DeclineGrouping } from './DeclineGrouping.js';
import { DissolveOrganisation } from './DissolveOrganisation.js';
import { DropGrouping } from './DropGrouping.js';
import { DropGroupingAssertion } from './DropGroupingAssertion.js';
import { EndAccreditation } from './EndAccreditation.js';
import { MarkDuplicate } from './MarkDuplicate.js';
import { ProposeGrouping } from './ProposeGrouping.js';
import { ReviseOrganisation } from './ReviseOrganisation.js';
import { UngroupOrganisation } from './UngroupOrganisation.js';
import { WithdrawIdentityConfirmation } from './WithdrawIdentityConfirmation.js';

export const onOrganisation = {
  AcceptGrouping,
  AccreditEvaluator,
  AssertGrouping,
  ClearDuplicate,
  ConfirmIdentity,
  ContestGrouping,
  DeclineGrouping,
  DissolveOrganisation,
  DropGrouping,
  DropGroupingAssertion,
  EndAccreditation,
  MarkDuplicate,
  ProposeGrouping,
  ReviseOrganisation,
  UngroupOrganisation,
  WithdrawIdentityConfirmation,
};
