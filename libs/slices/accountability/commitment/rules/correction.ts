import { refuse, type Command, type Intent, type Period, type Quantity } from '@maillage/kernel';

import type { CommitmentCommandOf } from '../commands.js';
import { SLIP_HOURS } from '../events.js';
import {
  acceptanceBy,
  actedOn,
  type ContributionState,
  type ContributionVersion,
  type MadeCommitment,
} from '../state.js';
import { refuseNewPromisor, refuseOther } from './acceptance.js';
import { refuseRetracted, refuseSettled, unknownContribution } from './attested.js';
import { refusePeriod, refuseQuantity, refuseReach } from './contribution.js';
import { refusePassing } from './passing.js';
import type { Consulted, StandingRule } from './shared.js';

const HOUR_MS = 3_600_000;

export const correctContribution: StandingRule<'CorrectContribution'> = {
  allowed(asked, state, consulted) {
    const found = state.contributions[asked.about];
    const accepts = found?.contributorId === asked.actor.organisation && !found.declared;
    return (
      refuseChanging(asked, state, consulted) ?? (accepts ? refuseNewPromisor(asked, state, consulted) : undefined)
    );
  },
  decide(command, state, consulted) {
    const { contributionId, reason } = command.data;
    const [found, before] = [state.contributions[contributionId], latest(state, contributionId)];
    if (found === undefined || before === undefined) return unknownContribution(contributionId);
    const on = actedOn(command, state);
    const correctedBy = command.actor.organisation;
    const version = versionOf(command.data);
    if (isSame(version, before)) {
      return refuse(
        'CONTRIBUTION_UNCHANGED',
        'This is what is recorded already; a correction changes some of it, and to take it back is a retraction.',
        ['contributionId'],
      );
    }
    const slip = isSlip(found, command);
    if (!slip && reason === undefined) {
      return refuse(
        'REASON_MISSING',
        `Without a reason a contribution is corrected within ${SLIP_HOURS} hours, and before anybody else acts on it; say now what was wrong.`,
        ['reason'],
      );
    }
    const { missionId } = state;
    const word = ownWord(found, command, state);
    const accepting = word.filter(({ type }) => type === 'CommitmentAccepted');
    return (
      refuseOther(command.data.termsVersion, accepting, state) ??
      refusePeriod(command, version.period) ??
      refuseQuantity(command, state, before.quantity) ??
      refuseReach(command, state) ??
      refusePassing({ ...found, quantity: version.quantity }, consulted) ?? [
        ...word,
        {
          type: 'ContributionCorrected',
          data: {
            missionId,
            contributionId,
            version: found.versions.length + 1,
            correctedBy,
            ...version,
            keepsEvidence: slip,
            ...(reason === undefined ? {} : { reason }),
            on,
          },
        },
      ]
    );
  },
};

export const retractContribution: StandingRule<'RetractContribution'> = {
  allowed: refuseChanging,
  decide(command, state) {
    const { contributionId, reason } = command.data;
    const { missionId } = state;
    const retractedBy = command.actor.organisation;
    const on = actedOn(command, state);
    return [{ type: 'ContributionRetracted', data: { missionId, contributionId, retractedBy, reason, on } }];
  },
};

/**
 * Whoever says that it was given takes that back: its giver, or whoever recorded it as long as the giver did not declare it.
 * What an accredited evaluator found stands. A case will hold it up, once there are cases.
 */
function refuseChanging({ about, actor: { organisation: by } }: Asked, state: MadeCommitment, consulted: Consulted) {
  const found = state.contributions[about];
  if (found === undefined) return unknownContribution(about);
  if (found.contributorId !== by && (found.declared || found.recordedBy !== by)) {
    return refuse(
      'NOT_YOUR_CONTRIBUTION',
      'A contribution is corrected or taken back by the organisation that gave it or, until that declares it, by the one that recorded it; others may object to it.',
      ['contributionId'],
    );
  }
  return refuseRetracted(found) ?? refuseSettled(found, consulted);
}

type Asked = Intent & { readonly about: string };

/** Whoever gave it and corrects it says of it in its own name that it was given, and stands by the promise. */
function ownWord({ contributorId, declared }: ContributionState, command: Correcting, state: MadeCommitment) {
  if (declared || contributorId !== command.actor.organisation) return [];
  const on = actedOn(command, state);
  const { contributionId } = command.data;
  const declaring = { missionId: state.missionId, contributionId, evidence: [], on };
  return [...acceptanceBy(state, contributorId, on), { type: 'ContributionDeclared' as const, data: declaring }];
}

type Correcting = CommitmentCommandOf<'CorrectContribution'>;

/** A slip of the pen: mended within a day, and before anybody else spoke of it. */
function isSlip({ recordedAt, ...said }: ContributionState, { at }: Pick<Command, 'at'>): boolean {
  const others = [said.corroborations, said.verifications, said.disputes, said.objections];
  return Date.parse(at) - Date.parse(recordedAt) <= SLIP_HOURS * HOUR_MS && others.every((each) => each.length === 0);
}

function latest({ contributions }: MadeCommitment, id: string): ContributionVersion | undefined {
  return contributions[id]?.versions.at(-1);
}

interface Said {
  readonly quantity?: Quantity | undefined;
  readonly date?: string | undefined;
  readonly period?: Period | undefined;
  readonly description?: string | undefined;
  readonly milestone?: string | undefined;
  readonly completes?: boolean | undefined;
}

/** As a whole: what is left out is no part of it. */
function versionOf({ quantity, date, period, description, milestone, completes = false }: Said) {
  const days = period ?? (date === undefined ? undefined : { from: date, to: date });
  if (days === undefined) throw new Error('The command’s schema lets neither pass without the other.');
  return {
    ...(quantity === undefined ? {} : { quantity }),
    period: days,
    ...(description === undefined ? {} : { description }),
    ...(milestone === undefined ? {} : { milestone }),
    completes,
  };
}

function isSame(version: ReturnType<typeof versionOf>, before: ContributionVersion): boolean {
  const { quantity, period, description, milestone, completes } = version;
  return (
    // One number has one spelling, so amounts compare as text.
    quantity?.amount === before.quantity?.amount &&
    quantity?.unit === before.quantity?.unit &&
    period.from === before.period.from &&
    period.to === before.period.to &&
    description === before.description &&
    milestone === before.milestone &&
    completes === before.completes
  );
}
