import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'wouter';
import {
  MoreReputationsDocument,
  type OrganisationPageQuery,
} from '../../../generated/graphql/pages/directory/organisation/organisation.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { Day } from '../../../i18n/format.js';
import { MoreButton } from '../../../parts/more-button.js';
import { Reveal } from '../../../parts/reveal.js';
import { AsOf } from './as-of.js';
import { parameterWords } from './parameter-words.js';
import { ReputationProfile } from './reputation-profile.js';

/** One profile a mission, each for itself: they are not added up, and compared with nobody's. */
export function ReputationSection({
  organisation,
  on,
}: {
  readonly organisation: NonNullable<OrganisationPageQuery['organisation']>;
  readonly on: string | null;
}) {
  const ask = useAsk();
  const [, setQuery] = useSearchParams();
  const { id } = organisation;
  const more = useMore(
    organisation.reputations,
    ({ mission }) => mission?.id ?? '',
    async (after) => (await ask(MoreReputationsDocument, { id, on, after })).organisation?.reputations,
  );
  const intl = useIntl();
  const [first] = more.nodes;
  return (
    <section aria-labelledby="reputation">
      <h2 id="reputation">
        <FormattedMessage id="reputation.title" />
      </h2>
      <p>
        <FormattedMessage id="reputation.text" />
      </p>
      {first !== undefined && (
        <Reveal label={<FormattedMessage id="reputation.how" />}>
          <p>
            <FormattedMessage id="reputation.howText" values={parameterWords(intl, first.parameters)} />
          </p>
          <p>
            <FormattedMessage id="reputation.howDrawn" values={parameterWords(intl, first.parameters)} />
          </p>
        </Reveal>
      )}
      {first === undefined ? (
        <p className="quiet">
          <FormattedMessage id="reputation.none" />
        </p>
      ) : (
        <>
          <AsOf
            on={on}
            onAsk={(wanted) => {
              setQuery(wanted === null ? {} : { on: wanted });
            }}
          />
          <AsThingsStood on={first.on} />
          {more.nodes.map((profile, index) => (
            <ReputationProfile key={profile.mission?.id ?? index} organisation={organisation} profile={profile} />
          ))}
        </>
      )}
      <MoreButton more={more} />
    </section>
  );
}

/** Takes the focus when another day is shown: the button that asked for it may be gone. */
function AsThingsStood({ on }: { readonly on: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  const before = useRef(on);
  useEffect(() => {
    if (before.current === on) return;
    before.current = on;
    place.current?.focus({ preventScroll: true });
  }, [on]);
  return (
    <p ref={place} tabIndex={-1} role="status">
      <FormattedMessage id="reputation.asOf" values={{ on: <Day date={on} /> }} />
    </p>
  );
}
