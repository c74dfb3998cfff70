import { refuse, type Quantity, type Refusal } from '@maillage/kernel';
import { hasRole } from '@maillage/missions';
import { actedOn, statementsInForce, type MadeCommitment } from '../state.js';
import { evidenceNote, refuseRetracted, refuseUndeclared, shown, unknownContribution } from './attested.js';
import { refuseDecimals } from './commitment.js';
import { isMore } from './passing.js';
import { isTied, refuseStranger, type StandingRule } from './shared.js';

export const verifyContribution: StandingRule<'VerifyContribution'> = {
  allowed({ about, actor: { organisation: by }, on }, state, consulted) {
    const found = state.contributions[about];
    if (found === undefined) return unknownContribution(about);
    const refusal = refuseRetracted(found) ?? refuseUndeclared(found, state) ?? refuseStranger(by, consulted.mission);
    if (refusal !== undefined) return refusal;
    if (!hasRole(consulted.mission, by, 'EVALUATOR')) {
      return refuse(
        'NOT_AN_EVALUATOR',
        'Contributions are verified by an evaluator of the mission; join as one, or corroborate what you saw.',
      );
    }
    // The contributor is a promisor, so this also keeps its own group out.
    return isTied(consulted, on)
      ? refuse(
          'SAME_CONTROL_GROUP',
          'Your organisation shares a control group with a party to this commitment, or did within the last 365 days, be it by way of others; another evaluator verifies it.',
          ['contributionId'],
        )
      : undefined;
  },
  decide(command, state, { mission }) {
    const { finding, found, noTies, ...given } = command.data;
    const contribution = state.contributions[given.contributionId];
    const recorded = contribution?.versions.at(-1);
    if (contribution === undefined || recorded === undefined) return unknownContribution(given.contributionId);
    const data = { ...given, contributorId: contribution.contributorId };
    if (noTies !== true) {
      return refuse(
        'TIES_NOT_DENIED',
        'An evaluator says that nothing ties it to the parties, money included: verify with `noTies: true`, or let another evaluator do it.',
        ['noTies'],
      );
    }
    const less = foundOf(found, recorded.quantity);
    if (less !== undefined && 'code' in less) return less;
    const verifiedBy = command.actor.organisation;
    if (isSaid(state, data.contributionId, verifiedBy, less)) {
      return refuse(
        'ALREADY_VERIFIED',
        'Your organisation found just this of the contribution already; verify again where it finds something else.',
        ['contributionId'],
      );
    }
    const said = finding === undefined ? {} : { finding: evidenceNote(finding, mission) };
    const evidence = shown(data.evidence, mission);
    const on = actedOn(command, state);
    const { missionId } = state;
    const verified = { missionId, ...data, evidence, verifiedBy, noTies, ...(less && { found: less }), ...said, on };
    return [{ type: 'ContributionVerified', data: verified }];
  },
};

/** How much was found, where that is less than was recorded. */
function foundOf(
  found: Quantity | undefined,
  recorded: Quantity | undefined,
): Quantity | undefined | Refusal<'FOUND_TOO_LARGE' | 'UNIT_DIFFERS' | 'TOO_MANY_DECIMALS'> {
  if (found === undefined) return undefined;
  if (recorded === undefined) {
    return refuse(
      'FOUND_TOO_LARGE',
      'No amount is recorded of this contribution, so that none is found; leave `found` out, and say in `finding` what there is.',
      ['found'],
    );
  }
  if (found.unit !== recorded.unit) {
    return refuse('UNIT_DIFFERS', `This contribution is counted in ${recorded.unit}; give what was found in that.`, [
      'found',
      'unit',
    ]);
  }
  if (isMore(found, recorded)) {
    return refuse(
      'FOUND_TOO_LARGE',
      `${recorded.amount} ${recorded.unit} are recorded; no more than that is found. Its giver may record what it gave beyond.`,
      ['found', 'amount'],
    );
  }
  if (found.amount === recorded.amount) return undefined;
  return refuseDecimals(found, ['found', 'amount']) ?? found;
}

/** Whether it is the evaluator's latest word on the contribution as it stands. */
function isSaid(state: MadeCommitment, id: string, by: string, less: Quantity | undefined): boolean {
  const contribution = state.contributions[id];
  if (contribution === undefined) return false;
  const last = statementsInForce(contribution, contribution.verifications).findLast((each) => each.by === by);
  return last !== undefined && last.found?.amount === less?.amount;
}
