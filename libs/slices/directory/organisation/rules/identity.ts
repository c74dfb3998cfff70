import { erasable, refuse, type Intent } from '@maillage/kernel';
import { sameNumber } from '../events.js';
import { someNames } from './names.js';
import {
  dayOn,
  refuseDuplicate,
  refuseOperating,
  unknownOrganisation,
  type Consulted,
  type OrganisationRule,
} from './shared.js';

export const confirmIdentity: OrganisationRule<'ConfirmIdentity'> = {
  allowed: (asked, state, consulted) =>
    refuseOperating(asked, state, consulted) ??
    refuseOwn(asked, 'The operator confirms who others are; who it is itself, another operator confirms.') ??
    refuseDuplicate(state, ['id']),
  decide({ actor, at, data }, state) {
    const { scheme, value } = data;
    if (state.confirmed.some((each) => sameNumber(each, data))) {
      return refuse(
        'ALREADY_CONFIRMED',
        `${scheme} ${value} is confirmed to be ${state.name}’s already; take that back first to confirm it by other evidence.`,
        ['value'],
      );
    }
    if (data.evidence.length === 0) {
      return refuse(
        'EVIDENCE_MISSING',
        'An identity is confirmed by something that others can look up; give at least one link or file.',
        ['evidence'],
      );
    }
    return [{ type: 'IdentityConfirmed', data: { ...data, by: actor.organisation, on: dayOn(at, state) } }];
  },
};

export const withdrawIdentityConfirmation: OrganisationRule<'WithdrawIdentityConfirmation'> = {
  allowed: (asked, state, consulted) =>
    refuseOperating(asked, state, consulted) ??
    (state.confirmed.length === 0
      ? refuse('NOT_CONFIRMED', `Nothing is confirmed of ${state.name}; there is nothing to take back.`)
      : undefined),
  decide({ at, data }, state) {
    const confirmed = state.confirmed.find((each) => sameNumber(each, data));
    if (confirmed === undefined) {
      const held = state.confirmed.map(({ scheme, value }) => `${scheme} ${value}`).join(', ');
      return refuse(
        'NOT_CONFIRMED',
        `${data.scheme} ${data.value} is not confirmed to be ${state.name}’s; what is: ${held}.`,
        ['value'],
      );
    }
    const reason = erasable(data.reason);
    return [{ type: 'IdentityConfirmationWithdrawn', data: { ...confirmed, reason, on: dayOn(at, state) } }];
  },
};

/** That those who had to be told were, and that nobody objected, is seen to before: of that no stream tells. */
export const recoverAccess: OrganisationRule<'RecoverAccess'> = {
  allowed: (asked, state, consulted) =>
    refuseOperating(asked, state, consulted) ??
    refuseOwn(asked, 'The operator gives others access again; to its own organisation the link of a start does.') ??
    refuseDuplicate(state, ['id']),
  decide: ({ at, data: { memberId } }, state) => [
    { type: 'AccessRecovered', data: { memberId, on: dayOn(at, state) } },
  ],
};

export const markDuplicate: OrganisationRule<'MarkDuplicate'> = {
  allowed: (asked, state, consulted) =>
    refuseOperating(asked, state, consulted) ?? refuseDuplicate(state, ['id']) ?? refuseWithDuplicates(consulted),
  decide({ id, at, data: { keptId, reason } }, state, { named: kept }) {
    const path = ['keptId'];
    if (keptId === id) return refuse('OWN_DUPLICATE', 'A record is not its own duplicate; name another.', path);
    if (!kept.registered) return unknownOrganisation(keptId, path);
    return (
      refuseDuplicate(kept, path) ?? [
        { type: 'DuplicateOf', data: { keptId, reason: erasable(reason), on: dayOn(at, state) } },
      ]
    );
  },
};

export const clearDuplicate: OrganisationRule<'ClearDuplicate'> = {
  allowed: (asked, state, consulted) =>
    refuseOperating(asked, state, consulted) ??
    (state.duplicateOf === undefined
      ? refuse(
          'NOT_A_DUPLICATE',
          `This record of ${state.name} is not marked as a duplicate; there is nothing to clear.`,
        )
      : undefined),
  decide({ at, data }, state) {
    const other = state.duplicateOf === undefined ? {} : { keptId: state.duplicateOf };
    return [{ type: 'DuplicateCleared', data: { ...other, reason: erasable(data.reason), on: dayOn(at, state) } }];
  },
};

function refuseOwn({ id, actor }: Intent, message: string) {
  return actor.organisation === id ? refuse('OWN_ORGANISATION', message) : undefined;
}

/** Each record kept twice leads straight to the one kept. Those that lead here are looked up, so that a race may pass it. */
function refuseWithDuplicates({ duplicates }: Consulted) {
  return duplicates.names.length === 0
    ? undefined
    : refuse(
        'HAS_DUPLICATES',
        `The records ${someNames(duplicates)} lead to this one; clear them and mark them as duplicates of the other first.`,
        ['id'],
      );
}
