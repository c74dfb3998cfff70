import { refuse, streamOf, type Decider, type Refusal } from '@maillage/kernel';
import { organisationCommands, type OrganisationCommand, type OrganisationRefusal } from './commands.js';
import { organisationEvents, type OrganisationEvent } from './events.js';

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

export const organisationDecider: Decider<
  OrganisationState,
  OrganisationCommand,
  OrganisationEvent,
  Consulted,
  OrganisationRefusal
> = {
  name: 'organisation',
  commands: organisationCommands,
  events: organisationEvents,
  initial: unregistered,

  consults: (command) => ({
    parent: command.type === 'GroupOrganisation' ? streamOf('organisation', command.data.parentId) : undefined,
  }),

  decide(command, state, { parent }) {
    const own = command.actor.organisation === command.id || command.scopes.includes('admin');
    if (!own) {
      return refuse(
        'NOT_YOUR_ORGANISATION',
        'Only the organisation itself, or the operator with an admin key, may say this of it.',
        ['id'],
      );
    }
    if (command.type === 'RegisterOrganisation') {
      return state.registered
        ? refuse('ORGANISATION_EXISTS', `This organisation is registered already, as ${state.name}.`, ['id'])
        : [{ type: 'OrganisationRegistered', data: { ...command.data, controlGroupId: command.id } }];
    }
    if (!state.registered) return unknownOrganisation(command.id, ['id']);

    switch (command.type) {
      case 'ReviseOrganisation':
        return [{ type: 'OrganisationRevised', data: command.data }];
      case 'GroupOrganisation':
        return group(command.id, command.data.parentId, state, parent);
      case 'UngroupOrganisation':
        return state.controlGroupId === command.id
          ? refuse('NOT_IN_A_GROUP', 'This organisation stands by itself already.')
          : [
              {
                type: 'OrganisationUngrouped',
                data: { controlGroupId: command.id, reason: command.data.reason },
              },
            ];
    }
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
};

function group(
  id: string,
  parentId: string,
  state: OrganisationState,
  parent: OrganisationState,
): readonly OrganisationEvent[] | Refusal<OrganisationRefusal> {
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
}

/** The one wording, for every slice that names an organisation. */
export function unknownOrganisation(id: string, path: readonly (string | number)[]): Refusal<'UNKNOWN_ORGANISATION'> {
  return refuse('UNKNOWN_ORGANISATION', `No organisation is registered under ${id}; register it first.`, path);
}
