import { refuse, type CalendarDate, type Refusal } from '@maillage/kernel';
import { unknownOrganisation } from '@maillage/directory';
import type { MissionTerms } from '../events.js';
import { actedOn, backbonesOf, openPrivacy, termsOf, type MissionState } from '../state.js';
import { refuseSteering, type MissionRule } from './shared.js';

export const declareMission: MissionRule<'DeclareMission'> = {
  allowed(asked, state, { actor }) {
    if (state.declared) {
      return refuse(
        'MISSION_EXISTS',
        `This mission is declared already, as ${state.title}; revise it, or choose another id.`,
        ['id'],
      );
    }
    return actor.registered ? undefined : unknownOrganisation(asked.actor.organisation, []);
  },
  decide(command, state) {
    const { organisation } = command.actor;
    const { privateFields = [], ...given } = command.data;
    const terms = { ...given, privateFields };
    const on = actedOn(command, state);
    return (
      refuseOpenAndPrivate(terms) ?? [
        { type: 'MissionDeclared', data: { ...terms, declaredBy: organisation, on } },
        {
          type: 'MissionJoined',
          data: { organisationId: organisation, role: 'BACKBONE', byInvitation: true, evidence: [], on },
        },
      ]
    );
  },
};

export const reviseMission: MissionRule<'ReviseMission'> = {
  allowed: (asked, state) => refuseSteering(asked, state, 'revise it'),
  decide(command, state) {
    const { reason, ...changes } = command.data;
    const terms = changed(state, changes);
    const { startsOn, endsOn } = terms;
    if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn) {
      return refuse(
        'ENDS_BEFORE_START',
        `It would start on ${startsOn} and end on ${endsOn}; name an end on or after the start, or null for none.`,
        [changes.endsOn === undefined ? 'startsOn' : 'endsOn'],
      );
    }
    const refusal = refuseOpenAndPrivate(terms);
    if (refusal !== undefined) return refusal;
    const on = actedOn(command, state);
    const organisationId = command.actor.organisation;
    const mustAccept = stillToAgree(state, [organisationId]);
    const kept = terms.privateFields.filter((field) => state.privateFields.includes(field));
    if (kept.length === terms.privateFields.length || mustAccept.length === 0) return [revised(terms, reason, on)];
    if (openPrivacy(state, on) !== undefined) return alreadyProposed();
    const { privateFields } = terms;
    const isMore = kept.length < state.privateFields.length || namesMore(changes);
    return [
      ...(isMore ? [revised({ ...terms, privateFields: kept }, reason, on)] : []),
      { type: 'PrivacyProposed', data: { organisationId, privateFields, mustAccept, reason, on } },
    ];
  },
};

/** Whether it changes anything beside what is private. */
function namesMore({ privateFields: _, ...others }: Changes): boolean {
  return Object.values(others).some((value) => value !== undefined);
}

/** The whole of it, as an event has it. */
export function revised(terms: MissionTerms, reason: string, on: CalendarDate) {
  return { type: 'MissionRevised' as const, data: { ...defined(terms), reason, on } };
}

/**
 * Who has yet to agree before further texts are private: every backbone. Where a mission has a charter, from the charter on
 * its rule says who, and takes this function's place.
 */
export function stillToAgree(state: MissionState, agreed: readonly string[]): string[] {
  return backbonesOf(state).filter((id) => !agreed.includes(id));
}

function alreadyProposed(): Refusal<'PRIVACY_PROPOSED'> {
  return refuse(
    'PRIVACY_PROPOSED',
    'Further texts are proposed to be private already; answer that first, or have whoever proposed it take it back.',
    ['privateFields'],
  );
}

type Changes = { readonly [Field in keyof MissionTerms]?: MissionTerms[Field] | null | undefined };

/** What is left out stays, and null clears. */
function changed(state: MissionState, changes: Changes): MissionTerms {
  const now = termsOf(state);
  return {
    title: changes.title ?? now.title,
    challenge: changes.challenge ?? now.challenge,
    hashtag: changes.hashtag ?? now.hashtag,
    openInvitation: changes.openInvitation ?? now.openInvitation,
    startsOn: changes.startsOn === undefined ? now.startsOn : (changes.startsOn ?? undefined),
    endsOn: changes.endsOn === undefined ? now.endsOn : (changes.endsOn ?? undefined),
    places: changes.places === undefined ? now.places : (changes.places ?? []),
    sdgs: changes.sdgs === undefined ? now.sdgs : (changes.sdgs ?? []),
    privateFields: changes.privateFields === undefined ? now.privateFields : (changes.privateFields ?? []),
  };
}

/** Entries leave out what there is none of. */
function defined({ startsOn, endsOn, ...terms }: MissionTerms): MissionTerms {
  const starts = startsOn === undefined ? {} : { startsOn };
  const ends = endsOn === undefined ? {} : { endsOn };
  return { ...terms, ...starts, ...ends };
}

/** Whoever liked could join, and read what it keeps from the public. */
export function refuseOpenAndPrivate({
  openInvitation,
  privateFields,
}: Pick<MissionTerms, 'openInvitation' | 'privateFields'>): Refusal<'OPEN_AND_PRIVATE'> | undefined {
  return openInvitation && privateFields.length > 0
    ? refuse(
        'OPEN_AND_PRIVATE',
        'A mission that anybody may join keeps no texts private; close it to all but those invited, or ask for no privacy.',
        ['privateFields'],
      )
    : undefined;
}
