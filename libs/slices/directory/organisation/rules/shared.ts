import {
  dateOf,
  refuse,
  type CalendarDate,
  type Instant,
  type Intent,
  type Refusal,
  type RuleOf,
} from '@maillage/kernel';
import type { OrganisationCommands } from '../commands.js';
import type { organisationEvents } from '../events.js';
import type { Named } from './names.js';
import type { OrganisationState } from '../state.js';

/** What a decision reads of other streams. */
export interface Consulted {
  /** Whoever acts, where it is another than the organisation itself. */
  readonly actor: OrganisationState;
  /** The other that the command names: a parent, the record kept, a successor. */
  readonly named: OrganisationState;
  /** Some of those whose parent it is, where that stands in the way. */
  readonly subsidiaries: Named;
  /** Some records that lead to it, where that does. */
  readonly duplicates: Named;
}

export type OrganisationRule<Name extends keyof OrganisationCommands> = RuleOf<
  OrganisationState,
  OrganisationCommands,
  Name,
  typeof organisationEvents,
  Consulted
>;

/** The day of what is recorded: never before that of an earlier entry of the stream, whatever a clock says. */
export function dayOn(at: Instant, { on }: OrganisationState): CalendarDate {
  const today = dateOf(at);
  return on !== undefined && on > today ? on : today;
}

export function refuseSpeaking(asked: Intent, { registered }: OrganisationState) {
  return refuseOthers(asked) ?? (registered ? undefined : unknownOrganisation(asked.id, ['id']));
}

export function refuseOthers({ id, actor, scopes }: Intent) {
  return actor.organisation === id || scopes.includes('operator')
    ? undefined
    : refuse(
        'NOT_YOUR_ORGANISATION',
        'Only the organisation itself, or the operator, may say this of it; ask either.',
        ['id'],
      );
}

/** The operator acts through an organisation of its own, which is registered like any other. */
export function refuseOperating(asked: Intent, state: OrganisationState, consulted: Consulted) {
  if (!asked.scopes.includes('operator')) return notTheOperator();
  return refuseActor(asked, state, consulted) ?? (state.registered ? undefined : unknownOrganisation(asked.id, ['id']));
}

/** The one wording, for every slice with acts that are the operator's. */
export function notTheOperator(): Refusal<'NOT_THE_OPERATOR'> {
  return refuse(
    'NOT_THE_OPERATOR',
    'Only the operator of the ledger may do this: by a key with the scope "operator", or as an administrator of its organisation who signed in within ten minutes.',
  );
}

export function refuseActor({ id, actor: { organisation } }: Intent, state: OrganisationState, { actor }: Consulted) {
  const { registered } = organisation === id ? state : actor;
  return registered ? undefined : unknownOrganisation(organisation, []);
}

/** The one wording, for every slice that names an organisation. */
export function unknownOrganisation(id: string, path: readonly (string | number)[]): Refusal<'UNKNOWN_ORGANISATION'> {
  return refuse('UNKNOWN_ORGANISATION', `No organisation is registered under ${id}; register it first.`, path);
}

/** Of a body that exists no more, or of a record that another one stands for, nothing new is agreed. */
export function refuseGone({ name, dissolved, duplicateOf }: OrganisationState, path: readonly (string | number)[]) {
  if (dissolved !== undefined) {
    const { on, successorId } = dissolved;
    const instead = successorId === undefined ? 'name another organisation' : `its successor is ${successorId}`;
    return refuse('ORGANISATION_DISSOLVED', `${name} was dissolved on ${on}; ${instead}.`, path);
  }
  return refuseDuplicate({ name, duplicateOf }, path);
}

export function refuseDuplicate(
  { name, duplicateOf }: Pick<OrganisationState, 'name' | 'duplicateOf'>,
  path: readonly (string | number)[],
) {
  return duplicateOf === undefined
    ? undefined
    : refuse('IS_DUPLICATE', `This record of ${name} is a duplicate; name the one kept, ${duplicateOf}.`, path);
}
