import { decider, refuse, streamOf, type Intent, type Refusal, type RuleOf } from '@maillage/kernel';
import { organisationCommands, type OrganisationCommands } from './commands.js';
import { organisationEvents } from './events.js';

/** What other deciders need to know of an organisation. `controlGroupId` is its own id while it stands by itself. */
export interface OrganisationState {
  readonly registered: boolean;
  readonly name: string;
  readonly controlGroupId: string;
}

interface Consulted {
  readonly parent: OrganisationState;
}

const unregistered: OrganisationState = { registered: false, name: '', controlGroupId: '' };

type OrganisationRule<Name extends keyof OrganisationCommands> = RuleOf<
  OrganisationState,
  OrganisationCommands,
  Name,
  typeof organisationEvents,
  Consulted
>;

const register: OrganisationRule<'RegisterOrganisation'> = {
  allowed: (asked, state) =>
    refuseOthers(asked) ??
    (state.registered
      ? refuse('ORGANISATION_EXISTS', `This organisation is registered already, as ${state.name}.`, ['id'])
      : undefined),
  decide: ({ id, data }) => [{ type: 'OrganisationRegistered', data: { ...data, controlGroupId: id } }],
};

const revise: OrganisationRule<'ReviseOrganisation'> = {
  allowed: refuseSpeaking,
  decide: ({ data }) => [{ type: 'OrganisationRevised', data }],
};

const group: OrganisationRule<'GroupOrganisation'> = {
  allowed: refuseSpeaking,
  decide({ id, data: { parentId } }, state, { parent }) {
    const path = ['parentId'];
    if (parentId === id) return refuse('OWN_PARENT', 'An organisation is not its own parent.', path);
    if (!parent.registered) return unknownOrganisation(parentId, path);
    // Groups are one level deep: everyone names the ultimate parent, so that two bodies of one group always compare equal.
    if (parent.controlGroupId !== parentId) {
      return refuse(
        'PARENT_IN_ANOTHER_GROUP',
        `${parent.name} belongs to the control group of ${parent.controlGroupId} itself; name that ultimate parent.`,
        path,
      );
    }
    if (state.controlGroupId === parentId) {
      return refuse('ALREADY_IN_GROUP', `This organisation is in the control group of ${parent.name} already.`, path);
    }
    return [{ type: 'OrganisationGrouped', data: { controlGroupId: parentId } }];
  },
};

const ungroup: OrganisationRule<'UngroupOrganisation'> = {
  allowed: (asked, state) =>
    refuseSpeaking(asked, state) ??
    (state.controlGroupId === asked.id
      ? refuse('NOT_IN_A_GROUP', 'This organisation stands by itself already.')
      : undefined),
  decide: ({ id, data }) => [{ type: 'OrganisationUngrouped', data: { controlGroupId: id, reason: data.reason } }],
};

export const organisationDecider = decider<
  OrganisationState,
  OrganisationCommands,
  typeof organisationEvents,
  Consulted
>({
  name: 'organisation',
  commands: organisationCommands,
  events: organisationEvents,
  initial: unregistered,

  consults: ({ type, data }) => ({
    parent: type === 'GroupOrganisation' && data !== undefined ? streamOf('organisation', data.parentId) : undefined,
  }),

  rules: {
    RegisterOrganisation: register,
    ReviseOrganisation: revise,
    GroupOrganisation: group,
    UngroupOrganisation: ungroup,
  },

  evolve(state, event) {
    switch (event.type) {
      case 'OrganisationRegistered':
        return { registered: true, name: event.data.name, controlGroupId: event.data.controlGroupId };
      case 'OrganisationRevised':
        return { ...state, name: event.data.name };
      case 'OrganisationGrouped':
      case 'OrganisationUngrouped':
        return { ...state, controlGroupId: event.data.controlGroupId };
    }
  },
});

function refuseSpeaking(asked: Intent, { registered }: OrganisationState) {
  return refuseOthers(asked) ?? (registered ? undefined : unknownOrganisation(asked.id, ['id']));
}

function refuseOthers({ id, actor, scopes }: Intent) {
  return actor.organisation === id || scopes.includes('admin')
    ? undefined
    : refuse(
        'NOT_YOUR_ORGANISATION',
        'Only the organisation itself, or the operator with an admin key, may say this of it.',
        ['id'],
      );
}

/** The one wording, for every slice that names an organisation. */
export function unknownOrganisation(id: string, path: readonly (string | number)[]): Refusal<'UNKNOWN_ORGANISATION'> {
  return refuse('UNKNOWN_ORGANISATION', `No organisation is registered under ${id}; register it first.`, path);
}
