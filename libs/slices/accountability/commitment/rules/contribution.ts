import { dateOf, refuse, secretIf, type CalendarDate, type Period, type Private, type Refusal } from '@maillage/kernel';
import { hasRole, keepsPrivate, type MissionState } from '@maillage/missions';
import type { CommitmentCommandOf } from '../commands.js';
import type { CommitmentEventOf, Kind } from '../events.js';
import { refuseMaking, refuseMission, refuseUnit, unitDiffers } from './commitment.js';
import {
  refuseStranger,
  refuseUnregistered,
  refuseWithdrawn,
  sameGroup,
  speaksFor,
  type CommitmentRule,
  type Consulted,
  type Objection,
  type StandingRule,
} from './shared.js';
import type { ContributionState, MadeCommitment } from '../state.js';

type Recording = CommitmentCommandOf<'RecordContribution'>;
type RecordingRule = CommitmentRule<'RecordContribution'>;
type Verdict = ReturnType<RecordingRule['decide']>;

export const recordContribution: RecordingRule = {
  allowed(asked, state, consulted) {
    const by = asked.actor.organisation;
    const refusal = refuseUnregistered(asked, consulted);
    if (refusal !== undefined || !state.made) return refusal;
    return (
      refuseStranger(by, consulted.mission) ??
      refuseWithdrawn(state) ??
      (speaksFor(by, state.promisorIds, consulted.mission) ? undefined : notTheGiver())
    );
  },
  decide: (command, state, consulted) =>
    state.made ? towards(command, state, consulted) : openByContribution(command, consulted),
};

export function contributorOf({ actor, data }: Pick<Recording, 'actor' | 'data'>): string {
  return data.contributorId ?? actor.organisation;
}

/** A gift without a prior promise: it opens a commitment of the same size, due when it was given. */
function openByContribution(command: Recording, consulted: Consulted): Verdict {
  const { data } = command;
  const { missionId, kind, description } = data;
  if (missionId === undefined) {
    return refuse(
      'UNKNOWN_COMMITMENT',
      `No commitment stands under ${command.id}; name one that does, or give missionId, kind and description to open one.`,
      ['id'],
    );
  }
  if (kind === undefined) return incomplete('kind');
  if (description === undefined) return incomplete('description');

  const recorded = contribution(command, missionId, kind, consulted.mission);
  const made: CommitmentEventOf<'CommitmentMade'>['data'] = {
    missionId,
    promisorIds: [recorded.contributorId],
    counterpartyIds: data.counterpartyIds ?? [],
    kind,
    ...(data.quantity === undefined ? {} : { quantity: data.quantity }),
    description,
    dueOn: recorded.period.to,
    ...(data.source === undefined ? {} : { source: data.source }),
  };
  return (
    refuseMission(missionId, command.actor.organisation, consulted) ??
    refuseMaking(command, made, consulted, () => ['contributorId']) ??
    refusePeriod(command, recorded.period) ?? [
      { type: 'CommitmentMade', data: made },
      { type: 'ContributionRecorded', data: recorded },
    ]
  );
}

/** Recorded towards a commitment that stands. */
function towards(command: Recording, state: MadeCommitment, { mission }: Consulted): Verdict {
  const { actor } = command;
  const recorded = contribution(command, state.missionId, state.terms.kind, mission);
  const refusal = refuseOtherCommitment(command, state);
  if (refusal !== undefined) return refusal;
  if (!state.promisorIds.includes(recorded.contributorId)) {
    return refuse(
      'NOT_A_PROMISOR',
      `${recorded.contributorId} did not promise this; record what it gave as a commitment of its own.`,
      ['contributorId'],
    );
  }
  if (!speaksFor(actor.organisation, [recorded.contributorId], mission)) return notTheGiver();
  if (state.contributions[recorded.contributionId] !== undefined) {
    return refuse('CONTRIBUTION_EXISTS', 'This contribution is recorded already; choose another id for another one.', [
      'contributionId',
    ]);
  }
  return (
    refusePeriod(command, recorded.period) ??
    refuseQuantity(command, state) ?? [{ type: 'ContributionRecorded', data: recorded }]
  );
}

function notTheGiver(): Refusal<'NOT_A_PROMISOR'> {
  return refuse(
    'NOT_A_PROMISOR',
    'A contribution is recorded by the organisation that gave it, or on its behalf by a backbone of the mission.',
    ['contributorId'],
  );
}

function contribution(
  command: Recording,
  missionId: string,
  kind: Kind,
  mission: MissionState,
): CommitmentEventOf<'ContributionRecorded'>['data'] {
  const { data } = command;
  const contributorId = contributorOf(command);
  return {
    missionId,
    contributionId: data.contributionId ?? command.commandId,
    contributorId,
    kind,
    ...(data.quantity === undefined ? {} : { quantity: data.quantity }),
    period: periodOf(data),
    ...(data.description === undefined ? {} : { description: data.description }),
    evidence: data.evidence,
    ...(data.note === undefined ? {} : { note: evidenceNote(data.note, mission) }),
    recordedBy: command.actor.organisation,
    declared: contributorId === command.actor.organisation,
    ...(data.source === undefined ? {} : { source: data.source }),
  };
}

function periodOf({ date, period }: Recording['data']): Period {
  const given = period ?? (date === undefined ? undefined : day(date));
  if (given === undefined) throw new Error('The command’s schema lets neither pass without the other.');
  return given;
}

function day(date: CalendarDate): Period {
  return { from: date, to: date };
}

/** What an opening gift would have named may be repeated, so that a client need not know which came first; it may not differ. */
function refuseOtherCommitment({ data }: Recording, state: MadeCommitment) {
  if (data.missionId !== undefined && data.missionId !== state.missionId) {
    return refuse('MISSION_DIFFERS', `This commitment is to mission ${state.missionId}; name that one or none.`, [
      'missionId',
    ]);
  }
  if (data.kind !== undefined && data.kind !== state.terms.kind) {
    return refuse('KIND_DIFFERS', `This commitment is of kind ${state.terms.kind}; name that one or none.`, ['kind']);
  }
  if (data.counterpartyIds !== undefined && !sameSet(data.counterpartyIds, state.counterpartyIds)) {
    return refuse('COUNTERPARTIES_DIFFER', 'This commitment has its own counterparties; name the same or none.', [
      'counterpartyIds',
    ]);
  }
  return undefined;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

function refusePeriod({ at, data }: Recording, period: Period): Objection<'PERIOD_IN_FUTURE'> {
  const today = dateOf(at);
  if (period.to <= today) return undefined;
  return refuse(
    'PERIOD_IN_FUTURE',
    `A contribution is what was given: it may not end after today, ${today}.`,
    data.date === undefined ? ['period', 'to'] : ['date'],
  );
}

function refuseQuantity({ data }: Recording, { terms }: MadeCommitment) {
  const misfit = refuseUnit(terms.kind, data.quantity);
  if (misfit !== undefined) return misfit;
  if (data.quantity === undefined || terms.quantity === undefined) return undefined;
  return data.quantity.unit === terms.quantity.unit ? undefined : unitDiffers(terms.quantity.unit);
}

function incomplete(field: string): Refusal<'OPENING_INCOMPLETE'> {
  return refuse(
    'OPENING_INCOMPLETE',
    `No commitment stands under this id; to open one, a contribution also gives its ${field}.`,
    [field],
  );
}

export const declareContribution: StandingRule<'DeclareContribution'> = {
  allowed({ about, actor }, state) {
    const found = state.contributions[about];
    if (found === undefined) return unknownContribution(about);
    if (found.contributorId !== actor.organisation) {
      return refuse('NOT_YOUR_CONTRIBUTION', 'Only the organisation that gave it declares a contribution its own.');
    }
    return found.declared
      ? refuse('ALREADY_DECLARED', 'Your organisation declared this contribution already.', ['contributionId'])
      : undefined;
  },
  decide({ data: { note, ...data } }, { missionId }, { mission }) {
    const said = note === undefined ? {} : { note: evidenceNote(note, mission) };
    return [{ type: 'ContributionDeclared', data: { missionId, ...data, ...said } }];
  },
};

export const corroborateContribution: StandingRule<'CorroborateContribution'> = {
  allowed({ about, actor }, state, consulted) {
    const found = state.contributions[about];
    if (found === undefined) return unknownContribution(about);
    const by = actor.organisation;
    const refusal = refuseOwn(found, by) ?? refuseReceiver(found, by, state, consulted);
    if (refusal !== undefined) return refusal;
    if (sameGroup(consulted.actor, consulted.judged)) {
      return refuse(
        'SAME_CONTROL_GROUP',
        'Your organisation belongs to the contributor’s control group; a contribution is corroborated from outside it.',
      );
    }
    return found.corroboratedBy.includes(by)
      ? refuse('ALREADY_CORROBORATED', 'Your organisation corroborated this contribution already.', ['contributionId'])
      : undefined;
  },
  decide({ actor, data: { statement, ...data } }, { missionId }, { mission }) {
    const said = statement === undefined ? {} : { statement: evidenceNote(statement, mission) };
    const corroboratedBy = actor.organisation;
    return [{ type: 'ContributionCorroborated', data: { missionId, ...data, ...said, corroboratedBy } }];
  },
};

/**
 * A named counterparty need not be a member. Where none is named, any member may have seen it, save the one that put it
 * on record for the giver: that would be saying the same thing twice.
 */
function refuseReceiver(
  { recordedBy }: ContributionState,
  by: string,
  { counterpartyIds }: MadeCommitment,
  { mission }: Consulted,
) {
  if (counterpartyIds.includes(by)) return undefined;
  if (counterpartyIds.length > 0) {
    return refuse('NOT_A_COUNTERPARTY', 'This commitment names its counterparties; one of them corroborates it.');
  }
  if (recordedBy === by) {
    return refuse(
      'OWN_CONTRIBUTION',
      'Your organisation put this contribution on record for the giver; another member corroborates it.',
    );
  }
  return refuseStranger(by, mission);
}

export const verifyContribution: StandingRule<'VerifyContribution'> = {
  allowed({ about, actor: { organisation: by } }, state, { mission, actor, promisors, counterparties }) {
    const found = state.contributions[about];
    if (found === undefined) return unknownContribution(about);
    const refusal = refuseStranger(by, mission);
    if (refusal !== undefined) return refusal;
    if (!hasRole(mission, by, 'EVALUATOR')) {
      return refuse('NOT_AN_EVALUATOR', 'Contributions are verified by an evaluator of the mission.');
    }
    // The contributor is a promisor, so this also keeps its own group out.
    if ([...promisors, ...counterparties].some((party) => sameGroup(actor, party))) {
      return refuse(
        'SAME_CONTROL_GROUP',
        'Your organisation belongs to the control group of a party to this commitment; another evaluator verifies it.',
      );
    }
    return found.verifiedBy.includes(by)
      ? refuse('ALREADY_VERIFIED', 'Your organisation verified this contribution already.', ['contributionId'])
      : undefined;
  },
  decide({ actor, data: { finding, ...data } }, { missionId }, { mission }) {
    const said = finding === undefined ? {} : { finding: evidenceNote(finding, mission) };
    const verifiedBy = actor.organisation;
    return [{ type: 'ContributionVerified', data: { missionId, ...data, ...said, verifiedBy } }];
  },
};

export const disputeContribution: StandingRule<'DisputeContribution'> = {
  allowed({ about, actor: { organisation: by } }, state, { mission, actor, judged }) {
    const found = state.contributions[about];
    if (found === undefined) return unknownContribution(about);
    const refusal =
      refuseOwn(found, by) ?? (state.counterpartyIds.includes(by) ? undefined : refuseStranger(by, mission));
    if (refusal !== undefined) return refusal;
    // What is in dispute backs no review: a group could silence what is said of its own work.
    if (sameGroup(actor, judged)) {
      return refuse(
        'SAME_CONTROL_GROUP',
        'Your organisation belongs to the contributor’s control group; a contribution is disputed from outside it.',
        ['contributionId'],
      );
    }
    // A verification is the ruling on every dispute, those to come as well: without an end to it nothing would ever count.
    if (found.verifiedBy.length > 0) {
      return refuse('ALREADY_VERIFIED', 'This contribution is verified; that settles whether it was given.', [
        'contributionId',
      ]);
    }
    return found.disputedBy.includes(by)
      ? refuse('ALREADY_DISPUTED', 'Your organisation disputed this contribution already; it waits for a ruling.', [
          'contributionId',
        ])
      : undefined;
  },
  decide: ({ actor, data }, { missionId }) => [
    { type: 'ContributionDisputed', data: { missionId, ...data, disputedBy: actor.organisation } },
  ],
};

/** As the mission wants it recorded. The reason of a dispute is none: whoever objects does so in public. */
function evidenceNote(text: string, mission: MissionState): Private<string> {
  return secretIf(keepsPrivate(mission, 'EVIDENCE_NOTES'), text);
}

function unknownContribution(id: string): Refusal<'UNKNOWN_CONTRIBUTION'> {
  return refuse(
    'UNKNOWN_CONTRIBUTION',
    `No contribution ${id} is recorded towards this commitment; name one that is.`,
    ['contributionId'],
  );
}

function refuseOwn({ contributorId }: ContributionState, by: string): Objection<'OWN_CONTRIBUTION'> {
  return contributorId === by
    ? refuse('OWN_CONTRIBUTION', 'This is your organisation’s own contribution; others say whether it was given.')
    : undefined;
}
