import { useCallback, useMemo, useRef, useState } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { Link } from 'wouter';
import { NotFound } from '../../../shell/not-found.js';
import { LoadedPage } from '../../../shell/page.js';
import {
  CommitmentPageDocument,
  MoreContributionsDocument,
  MoreReviewsDocument,
  type CommitmentPageQuery,
} from '../../../generated/graphql/pages/accountability/commitment/commitment.js';
import { isUnknownId } from '../../../shell/graphql/unknown-id.js';
import { idOf, useMore } from '../../../shell/graphql/use-more.js';
import { useAsk, usePage } from '../../../shell/graphql/use-page.js';
import { quantityText } from '../../../i18n/text.js';
import { useApiLanguage } from '../../../i18n/languages.js';
import { LinkButton } from '../../../parts/button.js';
import { MoreButton } from '../../../parts/more-button.js';
import { isAllowed, refusedOf, WhyNot } from '../../../parts/may.js';
import { promisedBy } from '../../../parts/promised-by.js';
import { ReviewCard } from '../../../parts/review/review-card.js';
import { Changes } from './changes.js';
import { Contribution } from './contribution.js';
import { HowItGoes, Parties } from './parties.js';
import { Settlements } from './settlements.js';
import { Terms } from './terms.js';
import type { CommitmentDetails } from './types.js';
import '../../../styles/pages-mission.css';

const ON_TERMS = ['AmendCommitment', 'WithdrawCommitment', 'ProposeSettlement', 'RecordContribution'] as const;

export default function CommitmentPage({ id }: { readonly id: string }) {
  return <OneCommitment key={id} id={id} />;
}

function OneCommitment({ id }: { readonly id: string }) {
  const intl = useIntl();
  const language = useApiLanguage();
  // What was recorded from this page is waited for, so that the page shows it.
  const [afterPosition, setAfterPosition] = useState<string | null>(null);
  const variables = useMemo(() => ({ id, afterPosition, language }), [id, afterPosition, language]);
  const page = usePage(CommitmentPageDocument, variables);
  if (page.data?.commitment === null || isUnknownId(page.error)) return <NotFound />;
  const title = ({ commitment }: CommitmentPageQuery) => (commitment === null ? undefined : titleOf(intl, commitment));
  return (
    <LoadedPage page={page} title={title} documentTitle={title} kicker={({ commitment }) => <Kicker of={commitment} />}>
      {(data) =>
        data.commitment !== null && <Sections data={data} commitment={data.commitment} recorded={setAfterPosition} />
      }
    </LoadedPage>
  );
}

/** Who promised how much: what is promised follows in the promisor's own words. */
function titleOf(intl: IntlShape, commitment: CommitmentDetails): string {
  const { quantity, kind } = commitment;
  const organisations = intl.formatList(promisedBy(commitment).map(({ name }) => name));
  const promised =
    quantity === null
      ? intl.formatMessage({ id: `kind.${kind}` }).toLocaleLowerCase(intl.locale)
      : quantityText(intl, quantity.amount, quantity.unit);
  return intl.formatMessage({ id: 'commitment.title' }, { organisations, quantity: promised });
}

function Kicker({ of }: { readonly of: CommitmentPageQuery['commitment'] }) {
  const mission = of?.mission ?? null;
  if (mission === null) return null;
  const { id, title } = mission;
  return (
    <FormattedMessage
      id="commitment.kicker"
      values={{
        mission: (
          <Link key={id} href={`/missions/${id}`}>
            {title}
          </Link>
        ),
      }}
    />
  );
}

interface SectionProps {
  readonly data: CommitmentPageQuery;
  readonly commitment: CommitmentDetails;
  readonly recorded: (position: string | null) => void;
}

function Sections({ data, commitment, recorded }: SectionProps) {
  const terms = useRef<HTMLDivElement>(null);
  const changed = (position: string | null) => {
    // The form goes, and with it the focus: the terms it changed take it.
    terms.current?.focus({ preventScroll: true });
    recorded(position);
  };
  return (
    <>
      <div ref={terms} tabIndex={-1}>
        <Terms commitment={commitment} />
        <Parties commitment={commitment} recorded={changed} />
        <Changes commitment={commitment} recorded={changed} />
        <Settlements commitment={commitment} recorded={changed} />
        <WhyNot
          refused={refusedOf(commitment.may, ON_TERMS)}
          label={({ command }) => <FormattedMessage id={`command.${command as (typeof ON_TERMS)[number]}`} />}
        />
      </div>
      <HowItGoes commitment={commitment} recorded={recorded} />
      <Contributions commitment={commitment} recorded={recorded} />
      <Reviews data={data} commitment={commitment} />
    </>
  );
}

function Contributions({ commitment, recorded }: Pick<SectionProps, 'commitment' | 'recorded'>) {
  const ask = useAsk();
  const next = useCallback(
    async (after: string | null) =>
      (await ask(MoreContributionsDocument, { id: commitment.id, after })).commitment?.contributions,
    [ask, commitment.id],
  );
  const contributions = useMore(commitment.contributions, idOf, next);
  return (
    <section aria-labelledby="contributions">
      <h2 id="contributions">
        <FormattedMessage id="commitment.contributions" />
      </h2>
      {isAllowed(commitment.may, 'RecordContribution') && (
        <div className="actions">
          <LinkButton look="primary" href={`/record/contribution/${commitment.id}`}>
            <FormattedMessage id="commitment.record" />
          </LinkButton>
        </div>
      )}
      {contributions.nodes.length === 0 && (
        <p>
          <FormattedMessage id="commitment.contributions.none" />
        </p>
      )}
      <ul className="stack">
        {contributions.nodes.map((contribution) => (
          <li key={contribution.id} id={`contribution-${contribution.id}`} tabIndex={-1} className="card contribution">
            <Contribution contribution={contribution} towards={commitment} recorded={recorded} />
          </li>
        ))}
      </ul>
      <MoreButton more={contributions} />
    </section>
  );
}

function Reviews({ data, commitment }: Pick<SectionProps, 'data' | 'commitment'>) {
  const ask = useAsk();
  const next = useCallback(
    async (after: string | null) => (await ask(MoreReviewsDocument, { id: commitment.id, after })).commitment?.reviews,
    [ask, commitment.id],
  );
  const reviews = useMore(commitment.reviews, idOf, next);
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews">
        <FormattedMessage id="commitment.reviews" />
      </h2>
      <ReviewLinks commitment={commitment} viewer={data.viewer} />
      {reviews.nodes.length === 0 && (
        <p>
          <FormattedMessage id="commitment.reviews.none" />
        </p>
      )}
      <div className="stack">
        {reviews.nodes.map((review) => (
          <ReviewCard key={review.id} review={review} scale={data.reviewScale} of="both" />
        ))}
      </div>
      <MoreButton more={reviews} />
    </section>
  );
}

/** Of each promisor: to review its work, to revise the review, or why neither. */
function ReviewLinks({
  commitment,
  viewer,
}: {
  readonly commitment: CommitmentDetails;
  readonly viewer: CommitmentPageQuery['viewer'];
}) {
  const { id, may, promisors } = commitment;
  const own = viewer?.organisation?.reviewsGiven.nodes ?? [];
  const toRevise = own.filter((each) => isAllowed(each.may, 'ReviseReview')).map(({ reviewed }) => reviewed?.id);
  const links = promisors
    .map((promisor) => ({ ...promisor, own: toRevise.includes(promisor.id) }))
    .filter((promisor) => promisor.own || isAllowed(may, 'SubmitReview', promisor.id));
  return (
    <>
      {links.length > 0 && (
        <div className="actions">
          {links.map((promisor) => (
            <LinkButton key={promisor.id} href={`/review/${id}/${promisor.id}`}>
              <FormattedMessage
                id={promisor.own ? 'commitment.reviseReview' : 'commitment.review'}
                values={{ organisation: promisor.name }}
              />
            </LinkButton>
          ))}
        </div>
      )}
      <WhyNot
        refused={refusedOf(may, ['SubmitReview']).filter(({ about }) => !toRevise.includes(about ?? ''))}
        label={({ about }) => (
          <FormattedMessage
            id="commitment.review"
            values={{ organisation: promisors.find((each) => each.id === about)?.name ?? '' }}
          />
        )}
      />
    </>
  );
}
