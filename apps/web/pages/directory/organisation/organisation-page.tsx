import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useSearchParams } from 'wouter';
import { NotFound } from '../../../shell/not-found.js';
import { LoadedPage } from '../../../shell/page.js';
import {
  MoreMissionsOfOrganisationDocument,
  MoreReviewsGivenDocument,
  MoreReviewsReceivedDocument,
  OrganisationPageDocument,
  type OrganisationPageQuery,
} from '../../../generated/graphql/pages/directory/organisation/organisation.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk, usePage } from '../../../shell/graphql/use-page.js';
import { Day } from '../../../i18n/format.js';
import { useApiLanguage } from '../../../i18n/languages.js';
import '../../../styles/pages-review.css';
import { Badge } from '../../../parts/badge.js';
import { MoreButton } from '../../../parts/more-button.js';
import { SomeOf } from '../../../parts/some-of.js';
import { ReviewCard } from '../../../parts/review/review-card.js';
import { Acts, OperatorSection } from './acts.js';
import { isDay } from './as-of.js';
import { CommitmentList } from './commitment-list.js';
import { Groups } from './groups.js';
import { Facts, LedToKept, Standing } from './identity.js';
import { ReputationSection } from './reputation-section.js';
import type { Found } from './types.js';

const FEW_REVIEWS = 3;

export default function OrganisationPage({ id }: { readonly id: string }) {
  const [query] = useSearchParams();
  const asked = query.get('on');
  const on = asked !== null && isDay(asked) ? asked : null;
  const page = usePage(OrganisationPageDocument, { id, on, language: useApiLanguage() });
  const { data } = page;
  if (data?.organisation === null) return <NotFound />;
  return (
    <LoadedPage
      page={page}
      title={({ organisation }) => organisation?.name}
      kicker={({ organisation }) => organisation !== null && <FormattedMessage id={`sector.${organisation.sector}`} />}
    >
      {({ organisation, viewer, reviewScale }) => {
        if (organisation === null) return null;
        const { reload } = page;
        const { duplicateOf } = organisation;
        if (duplicateOf !== null) {
          return (
            <>
              <LedToKept organisation={organisation} kept={duplicateOf} />
              {viewer?.operates === true && <Acts organisation={organisation} own={false} recorded={reload} />}
            </>
          );
        }
        return (
          // Another organisation's page keeps nothing of this one's.
          <div key={organisation.id}>
            <Standing organisation={organisation} />
            <Facts organisation={organisation} />
            <Contents />
            <Groups organisation={organisation} viewer={viewer} recorded={reload} />
            <Missions organisation={organisation} />
            <ReputationSection organisation={organisation} on={on} />
            <CommitmentList organisation={organisation} />
            <ReviewList of="received" organisation={organisation} scale={reviewScale} />
            <ReviewList of="given" organisation={organisation} scale={reviewScale} />
            {viewer?.canWrite === true && (
              <Acts organisation={organisation} own={viewer.organisation?.id === organisation.id} recorded={reload} />
            )}
            {viewer?.operates === true && (
              <OperatorSection organisation={organisation} viewer={viewer} recorded={reload} />
            )}
          </div>
        );
      }}
    </LoadedPage>
  );
}

const PARTS = ['group', 'missions', 'reputation', 'commitments', 'reviews-received', 'reviews-given'] as const;

function Contents() {
  const intl = useIntl();
  return (
    <nav aria-label={intl.formatMessage({ id: 'organisation.contents' })}>
      <ul className="contents-list">
        {PARTS.map((part) => (
          <li key={part}>
            <a href={`#${part}`}>
              <FormattedMessage id={`organisation.part.${part}`} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Membership = Found['missions']['nodes'][number];

function Missions({ organisation: { id, missions } }: { readonly organisation: Found }) {
  const ask = useAsk();
  const more = useMore<Membership>(
    missions,
    ({ mission, joinedAt }) => mission?.id ?? joinedAt,
    async (after) => (await ask(MoreMissionsOfOrganisationDocument, { id, after })).organisation?.missions,
  );
  return (
    <section aria-labelledby="missions">
      <h2 id="missions">
        <FormattedMessage id="organisation.missions" />
      </h2>
      {more.nodes.length === 0 && (
        <p className="quiet">
          <FormattedMessage id="organisation.noMissions" />
        </p>
      )}
      <ul className="rows">
        {more.nodes.map(
          ({ mission, roles, joinedAt, leftAt }) =>
            mission !== null && (
              <li key={mission.id} className="row">
                <span>
                  <Link href={`/missions/${mission.id}`}>{mission.title}</Link>{' '}
                  <span className="quiet">{mission.hashtag}</span>
                </span>
                {roles.map((role) => (
                  <Badge key={role}>
                    <FormattedMessage id={`role.${role}`} />
                  </Badge>
                ))}
                <span className="quiet">
                  {leftAt === null ? (
                    <FormattedMessage id="organisation.since" values={{ on: <Day date={joinedAt.slice(0, 10)} /> }} />
                  ) : (
                    <FormattedMessage id="organisation.until" values={{ on: <Day date={leftAt.slice(0, 10)} /> }} />
                  )}
                </span>
              </li>
            ),
        )}
      </ul>
      <MoreButton more={more} />
    </section>
  );
}

function ReviewList({
  of,
  organisation,
  scale,
}: {
  readonly of: 'received' | 'given';
  readonly organisation: Found;
  readonly scale: OrganisationPageQuery['reviewScale'];
}) {
  const ask = useAsk();
  const { id } = organisation;
  const more = useMore(
    of === 'received' ? organisation.reviewsReceived : organisation.reviewsGiven,
    (each) => each.id,
    async (after) =>
      of === 'received'
        ? (await ask(MoreReviewsReceivedDocument, { id, after })).organisation?.reviewsReceived
        : (await ask(MoreReviewsGivenDocument, { id, after })).organisation?.reviewsGiven,
  );
  return (
    <section aria-labelledby={`reviews-${of}`}>
      <h2 id={`reviews-${of}`}>
        <FormattedMessage id={`organisation.reviews.${of}`} />
      </h2>
      <p className="quiet">
        <FormattedMessage id={more.nodes.length === 0 ? 'list.none' : `organisation.reviews.${of}.text`} />
      </p>
      <SomeOf items={more.nodes} few={FEW_REVIEWS} more={more}>
        {(some) => (
          <div className="stack">
            {some.map((review) => (
              <ReviewCard key={review.id} review={review} scale={scale} of={of} />
            ))}
          </div>
        )}
      </SomeOf>
    </section>
  );
}
