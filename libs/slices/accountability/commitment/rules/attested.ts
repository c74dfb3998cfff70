import { refuse, type Private, type Refusal } from '@maillage/kernel';
import { isAccredited } from '@maillage/directory';
import { evidenceToRecord, type EvidenceItem, type RecordedEvidence } from '@maillage/evidence';
import { recordedWords, type MissionState } from '@maillage/missions';
import { hasAccepted, type ContributionState, type MadeCommitment } from '../state.js';
import type { Consulted, Objection } from './shared.js';

// What all that is said of a contribution has in common.

/** Recorded for one that has not accepted, it is a proposal: nobody attests that before its giver makes it its own. */
export function refuseUndeclared(
  { contributorId, declared }: ContributionState,
  state: MadeCommitment,
): Objection<'NOT_DECLARED'> {
  return declared || hasAccepted(state, contributorId)
    ? undefined
    : refuse(
        'NOT_DECLARED',
        `${contributorId} has not accepted this, nor declared the contribution; it is attested once it does.`,
        ['contributionId'],
      );
}

export function refuseRetracted({ retractedOn }: ContributionState): Objection<'CONTRIBUTION_RETRACTED'> {
  return retractedOn === undefined
    ? undefined
    : refuse(
        'CONTRIBUTION_RETRACTED',
        `This contribution was taken back on ${retractedOn} and counts for nothing; what was given after all is recorded anew.`,
        ['contributionId'],
      );
}

/**
 * An accredited evaluator's word is the last one for the giver, which could else undo it by paying that evaluator. Whether it
 * settles a dispute turns on payments as well, which no stream knows: that is asked where all of them are known.
 */
export function refuseSettled(
  { verifications }: ContributionState,
  { evaluators }: Consulted,
): Objection<'ALREADY_VERIFIED'> {
  const settled = verifications.find(({ on }, index) => {
    const evaluator = evaluators[index];
    return evaluator !== undefined && isAccredited(evaluator, on);
  });
  return settled === undefined
    ? undefined
    : refuse(
        'ALREADY_VERIFIED',
        `An accredited evaluator verified this contribution on ${settled.on}: what it found stands. An evaluator may say what it finds otherwise.`,
        ['contributionId'],
      );
}

/**
 * Read by anybody, until it is erased, or by those alone to whom the mission shows it. The reason of a dispute is none:
 * whoever objects does so in public.
 */
export function evidenceNote(text: string, mission: MissionState): Private<string> {
  return recordedWords(text, mission, 'EVIDENCE_NOTES');
}

/** Files of a mission that keeps anything private are as private as the rest. */
export function shown(items: readonly EvidenceItem[], { privateFields }: MissionState): RecordedEvidence {
  return evidenceToRecord(items, privateFields.length > 0);
}

export function unknownContribution(id: string): Refusal<'UNKNOWN_CONTRIBUTION'> {
  return refuse(
    'UNKNOWN_CONTRIBUTION',
    `No contribution ${id} is recorded towards this commitment; name one that is.`,
    ['contributionId'],
  );
}

export function refuseOwn({ contributorId }: ContributionState, by: string): Objection<'OWN_CONTRIBUTION'> {
  return contributorId === by
    ? refuse('OWN_CONTRIBUTION', 'This is your organisation’s own contribution; others say whether it was given.')
    : undefined;
}
