import { erasable, refuse } from '@maillage/kernel';
import { dayOn, refuseOthers, refuseSpeaking, unknownOrganisation, type OrganisationRule } from './shared.js';

export const registerOrganisation: OrganisationRule<'RegisterOrganisation'> = {
  allowed: (asked, state) =>
    refuseOthers(asked) ??
    (state.registered
      ? refuse(
          'ORGANISATION_EXISTS',
          `This organisation is registered already, as ${state.name}; revise it, or choose another id.`,
          ['id'],
        )
      : undefined),
  decide: ({ id, data }) => [{ type: 'OrganisationRegistered', data: { ...data, controlGroupId: id } }],
};

export const reviseOrganisation: OrganisationRule<'ReviseOrganisation'> = {
  allowed: refuseSpeaking,
  decide: ({ data }) => [{ type: 'OrganisationRevised', data }],
};

export const dissolveOrganisation: OrganisationRule<'DissolveOrganisation'> = {
  allowed: (asked, state) =>
    refuseSpeaking(asked, state) ??
    (state.dissolved === undefined
      ? undefined
      : refuse(
          'ORGANISATION_DISSOLVED',
          `${state.name} was dissolved on ${state.dissolved.on} already; what it says of that stays.`,
        )),
  decide({ id, at, data }, state, { named: successor }) {
    const path = ['successorId'];
    if (data.successorId === id) {
      return refuse('OWN_SUCCESSOR', 'An organisation is not its own successor; name another, or nobody.', path);
    }
    if (data.successorId !== undefined) {
      if (!successor.registered) return unknownOrganisation(data.successorId, path);
      if (successor.dissolved !== undefined) {
        return refuse(
          'ORGANISATION_DISSOLVED',
          `${successor.name} was dissolved itself on ${successor.dissolved.on}; name another, or nobody.`,
          path,
        );
      }
    }
    const reason = erasable(data.reason);
    return [{ type: 'OrganisationDissolved', data: { ...data, reason, on: dayOn(at, state) } }];
  },
};
