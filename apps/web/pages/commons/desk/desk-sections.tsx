import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import {
  MoreCommitmentsToDeliverDocument,
  MoreReviewsToAnswerDocument,
  type DeskPageQuery,
} from '../../../generated/graphql/pages/commons/desk/desk.js';
import { useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { Day } from '../../../i18n/format.js';
import { Badge } from '../../../parts/badge.js';
import { LinkButton } from '../../../parts/button.js';
import { isAllowed } from '../../../parts/may.js';
import { MoreButton } from '../../../parts/more-button.js';
import { Reveal } from '../../../parts/reveal.js';
import { SomeOf } from '../../../parts/some-of.js';
import { StateBadge } from '../../../parts/state-badge.js';
import { TermsLine } from '../../../parts/terms-line.js';
import { DeclineForm } from '../../../parts/review/decline-form.js';
import { ReviewCard } from '../../../parts/review/review-card.js';
import { OrganisationLink } from '../../../parts/named.js';
import { Section, useSection } from './section.js';
import { PromiseText } from '../../../parts/promise-text.js';

const FEW = 5;

type Desk = DeskPageQuery['desk'];

/** The API gives at most five at a time, the oldest first. */
export function ReviewSection({
  requests,
  onDone,
}: {
  readonly requests: Desk['reviewRequests'];
  readonly onDone: () => void;
}) {
  const state = useSection(onDone);
  return (
    <Section id="reviews" empty={requests.length === 0} state={state}>
      <ol className="stack">
        {requests.map((request) => (
          <ReviewRequest key={`${request.commitment.id} ${request.reviewed.id}`} request={request} done={state.done} />
        ))}
      </ol>
    </Section>
  );
}

function ReviewRequest({
  request: { commitment, reviewed, since, askedAs },
  done,
}: {
  readonly request: Desk['reviewRequests'][number];
  readonly done: (position: string | null) => void;
}) {
  return (
    <li className="card">
      <h3>
        <OrganisationLink organisation={reviewed} />
      </h3>
      <p>
        <Link href={`/commitments/${commitment.id}`}>
          <PromiseText text={commitment.description} most={160} />
        </Link>
      </p>
      <p className="row">
        <Badge>
          <FormattedMessage id={`desk.askedAs.${askedAs}`} />
        </Badge>
        <span className="quiet">
          <FormattedMessage id="desk.since" values={{ on: <Day date={since} /> }} />
        </span>
        {commitment.mission !== null && (
          <Link href={`/missions/${commitment.mission.id}`}>{commitment.mission.title}</Link>
        )}
      </p>
      <div className="actions">
        <LinkButton look="primary" href={`/review/${commitment.id}/${reviewed.id}`}>
          <FormattedMessage id="desk.review" values={{ organisation: reviewed.name }} />
        </LinkButton>
      </div>
      <Reveal level={4} label={<FormattedMessage id="command.DeclineReview" />}>
        <DeclineForm commitment={commitment} reviewed={reviewed} onRecorded={done} />
      </Reveal>
    </li>
  );
}

export function AnswerSection({
  desk,
  scale,
  onDone,
}: {
  readonly desk: Desk;
  readonly scale: DeskPageQuery['reviewScale'];
  readonly onDone: () => void;
}) {
  const ask = useAsk();
  const state = useSection(onDone);
  const more = useMore(
    desk.reviewsToAnswer,
    ({ id }) => id,
    async (after) =>
      (await ask(MoreReviewsToAnswerDocument, { organisationId: desk.organisation.id, after })).desk.reviewsToAnswer,
  );
  return (
    <Section id="answers" empty={more.nodes.length === 0} state={state}>
      <div className="stack">
        {more.nodes.map((review) => (
          <ReviewCard key={review.id} review={review} scale={scale} of="received" onAnswered={state.done} />
        ))}
      </div>
      <MoreButton more={more} />
    </Section>
  );
}

export function DeliverSection({ desk }: { readonly desk: Desk }) {
  const ask = useAsk();
  const more = useMore(
    desk.commitmentsToDeliver,
    ({ id }) => id,
    async (after) =>
      (await ask(MoreCommitmentsToDeliverDocument, { organisationId: desk.organisation.id, after })).desk
        .commitmentsToDeliver,
  );
  return (
    <Section id="deliver" empty={more.nodes.length === 0}>
      <SomeOf items={more.nodes} few={FEW} more={more}>
        {(some) => (
          <ol className="stack">
            {some.map((commitment) => (
              <li key={commitment.id} className="card">
                <h3 className="commitment-title">
                  <Link href={`/commitments/${commitment.id}`}>
                    <PromiseText text={commitment.description} most={160} />
                  </Link>
                </h3>
                <p className="row">
                  <StateBadge state={commitment.state} />
                  <span className="quiet">
                    <TermsLine commitment={commitment} />
                  </span>
                  {commitment.mission !== null && (
                    <Link href={`/missions/${commitment.mission.id}`}>{commitment.mission.title}</Link>
                  )}
                </p>
                {commitment.state === 'OVERDUE' && (
                  <p className="quiet">
                    <FormattedMessage id="desk.overdue" />
                  </p>
                )}
                {isAllowed(commitment.may, 'RecordContribution') && (
                  <div className="actions">
                    <LinkButton href={`/record/contribution/${commitment.id}`}>
                      <FormattedMessage id="desk.record" />
                    </LinkButton>
                  </div>
                )}
              </li>
            ))}
          </ol>
        )}
      </SomeOf>
    </Section>
  );
}
