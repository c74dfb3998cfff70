import { erasable, refuse } from '@maillage/kernel';
import { nameKey } from '../events.js';
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
  decide({ id, actor, at, data }, state) {
    // Whoever the operator confirmed is somebody by that name. One that it gave itself it has looked at.
    const isRenamed = actor.organisation === id && nameKey(data.name) !== nameKey(state.name);
    const reason = () => erasable(`It was called ${state.name}, and calls itself ${data.name} now.`);
    const over = isRenamed ? state.confirmed : [];
    return [
      { type: 'OrganisationRevised', data },
      ...over.map((number) => ({
        type: 'IdentityConfirmationWithdrawn' as const,
        data: { ...number, reason: reason(), on: dayOn(at, state) },
      })),
    ];
  },
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
