import { useIntl } from 'react-intl';
import type { PromisedByFragment } from '../generated/graphql/parts/promised-by.js';
import { OrganisationLink, OrganisationLinks, type Named } from './named.js';

type Party = PromisedByFragment['parties'][number];

/** Those on one side that agreed, those that have not answered, and only where there is neither, those that left or declined. */
function shownOf({ parties }: PromisedByFragment, part: Party['part']): readonly Party[] {
  const side = parties.filter((each) => each.part === part);
  const those = (state: Party['state']) => side.filter((each) => each.state === state);
  const present = [...those('ACCEPTED'), ...those('PROPOSED')];
  return present.length > 0 ? present : [...those('RELEASED'), ...those('DECLINED')];
}

/** Whose promise it is: of those it names, whoever accepted it; where nobody has, whoever is asked, or had left it. */
export function promisedBy(commitment: PromisedByFragment): readonly Named[] {
  const shown = shownOf(commitment, 'PROMISOR');
  const some = shown.filter(({ state }) => state === shown[0]?.state);
  return some.flatMap(({ organisation }) => organisation ?? []);
}

/** Whose promise it is or, while it is a proposal to them, who is asked: where that is said, it is not said of each again. */
export function Promisors({
  commitment,
  proposed,
}: {
  readonly commitment: PromisedByFragment;
  readonly proposed: boolean;
}) {
  if (proposed) return <OrganisationLinks organisations={promisedBy(commitment)} />;
  return <PartyNames commitment={commitment} part="PROMISOR" />;
}

/** Whether it names anybody on one side, however that one answered. */
export function namesAny({ parties }: PromisedByFragment, part: Party['part']): boolean {
  return parties.some((each) => each.part === part);
}

/**
 * Whom it names on one side. Who agreed stands there by its name alone; of anybody else it is said that it only is asked, or
 * why it is no party.
 * @param but not this one, whose page it is.
 */
export function PartyNames({
  commitment,
  part,
  but,
}: {
  readonly commitment: PromisedByFragment;
  readonly part: Party['part'];
  readonly but?: string;
}) {
  const intl = useIntl();
  const shown = shownOf(commitment, part).filter(({ organisation }) => organisation?.id !== but);
  return (
    <>
      {intl.formatList(
        shown.map(({ organisation, state }) => (
          <span key={organisation?.id ?? ''}>
            <OrganisationLink organisation={organisation} />
            {state !== 'ACCEPTED' && <span className="quiet"> ({intl.formatMessage({ id: `named.${state}` })})</span>}
          </span>
        )),
        { type: 'conjunction' },
      )}
    </>
  );
}
