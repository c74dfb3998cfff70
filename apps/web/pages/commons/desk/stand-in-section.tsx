import { useCallback } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import {
  MoreSettlementsToStandInDocument,
  type DeskPageQuery,
  type SettlementsToStandInFragment,
} from '../../../generated/graphql/pages/commons/desk/desk.js';
import { Day } from '../../../i18n/format.js';
import { LinkButton } from '../../../parts/button.js';
import { LongText } from '../../../parts/long-text.js';
import { MoreButton } from '../../../parts/more-button.js';
import { OrganisationLink } from '../../../parts/named.js';
import { PromiseText } from '../../../parts/promise-text.js';
import { idOf, useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { Section } from './section.js';

/** For whoever coordinates a mission: settlements that nobody answered. Nothing where there are none, as for most. */
export function StandInSection({ desk }: { readonly desk: DeskPageQuery['desk'] }) {
  const ask = useAsk();
  const organisationId = desk.organisation.id;
  const next = useCallback(
    async (after: string | null) =>
      (await ask(MoreSettlementsToStandInDocument, { organisationId, after })).desk.settlementsToStandIn,
    [ask, organisationId],
  );
  const more = useMore(desk.settlementsToStandIn, idOf, next);
  if (more.nodes.length === 0) return null;
  return (
    <Section id="standIn" empty={false}>
      <ol className="stack">
        {more.nodes.map((settlement) => (
          <li key={settlement.id} className="card">
            <Settlement settlement={settlement} />
          </li>
        ))}
      </ol>
      <MoreButton more={more} />
    </Section>
  );
}

function Settlement({ settlement }: { readonly settlement: SettlementsToStandInFragment['nodes'][number] }) {
  const { outcome, dueOn, reason, proposedOn, answeredUntil, proposedBy, commitment } = settlement;
  return (
    <>
      <h3>
        <FormattedMessage id={`settlement.${outcome}`} />
        {dueOn !== null && (
          <>
            {' · '}
            <Day date={dueOn} />
          </>
        )}
      </h3>
      {commitment !== null && (
        <p>
          <Link href={`/commitments/${commitment.id}`}>
            <PromiseText text={commitment.description} most={160} />
          </Link>
        </p>
      )}
      <p className="quiet">
        <FormattedMessage
          id="settlement.proposedBy"
          values={{ organisation: <OrganisationLink organisation={proposedBy} />, day: <Day date={proposedOn} /> }}
        />
      </p>
      <p className="quiet">
        <FormattedMessage id="desk.standIn.silent" values={{ day: <Day date={answeredUntil} /> }} />
      </p>
      <LongText text={reason} />
      {commitment !== null && (
        <div className="actions">
          <LinkButton look="primary" href={`/commitments/${commitment.id}`}>
            <FormattedMessage id="desk.awaited.answer" />
            <span className="visually-hidden">
              {' '}
              (<PromiseText text={commitment.description} most={80} />)
            </span>
          </LinkButton>
        </div>
      )}
    </>
  );
}
