import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import {
  MarkLearnedDocument,
  type ReviewShownFragment,
  type ScaleFragment,
} from '../../generated/graphql/parts/review/review.js';
import { useRecording } from '../../shell/graphql/use-recording.js';
import { Day, RecordedOn } from '../../i18n/format.js';
import { Button } from '../button.js';
import { FailureNotice } from '../forms/form.js';
import { isAllowed } from '../may.js';
import { Notice } from '../notice.js';
import { Reveal } from '../reveal.js';
import { AnswerForm } from './answer-form.js';
import { OrganisationLink } from '../named.js';
import { EarlierVersions } from './earlier-versions.js';
import { Said } from '../said.js';
import { anchorOf, DIMENSIONS, MOST_POINTS, SCORE_OF, scoreWord } from './scores.js';
import '../../styles/review-card.css';
import { PromiseText } from '../promise-text.js';

interface ReviewCardProps {
  readonly review: ReviewShownFragment;
  readonly scale: readonly ScaleFragment[];
  /** Which reviews the list holds: the heading names the other organisation, or both of them on the commitment's page. */
  readonly of: 'received' | 'given' | 'both';
  readonly onAnswered?: (position: string | null) => void;
}

/** A review with all that stands beside it. Headings: its own is of level 3. */
export function ReviewCard({ review: asLoaded, scale, of, onAnswered }: ReviewCardProps) {
  // As the last mutation answered, so that the list need not be asked for anew and keeps its length.
  const [changed, setChanged] = useState<{ readonly from: ReviewShownFragment; readonly to: ReviewShownFragment }>();
  const [recorded, setRecorded] = useState<{ readonly position: string | null }>();
  // A review that was loaded after the mutation is newer than its answer.
  const review = changed?.from === asLoaded ? changed.to : asLoaded;
  const keep = (position: string | null, now: ReviewShownFragment | null) => {
    if (now !== null) setChanged({ from: asLoaded, to: now });
    setRecorded({ position });
  };
  return (
    <article className="card review" id={`review-${review.id}`} tabIndex={-1}>
      <Heading review={review} of={of} />
      <ScoreList review={review} scale={scale} />
      <Texts review={review} />
      {review.revisedAt !== null && (
        <Reveal level={4} label={<FormattedMessage id="reviews.earlier" />}>
          {/* Revised once more, it is asked for anew. */}
          <EarlierVersions key={review.revisedAt} reviewId={review.id} />
        </Reveal>
      )}
      <Ties review={review} of={of} />
      <Answer review={review} />
      <Learned review={review} />
      <RecordedNotice recorded={recorded} />
      {isAllowed(review.may, 'AnswerReview') && (
        <Reveal
          // Closed again once it is answered.
          key={review.answeredAt}
          level={4}
          label={<FormattedMessage id={review.answeredAt === null ? 'command.AnswerReview' : 'answer.change'} />}
        >
          <AnswerForm
            review={review}
            onRecorded={(position, now) => {
              keep(position, now);
              onAnswered?.(position);
            }}
          />
        </Reveal>
      )}
      {isAllowed(review.may, 'MarkLearned') && <MarkLearned reviewId={review.id} onRecorded={keep} />}
    </article>
  );
}

function Heading({ review, of }: Pick<ReviewCardProps, 'review' | 'of'>) {
  const { reviewer, reviewed, commitment } = review;
  return (
    <>
      <h3>
        <FormattedMessage
          id={`reviews.${of}By`}
          values={{
            reviewer: <OrganisationLink key="reviewer" organisation={reviewer} />,
            reviewed: <OrganisationLink key="reviewed" organisation={reviewed} />,
          }}
        />
      </h3>
      <p className="quiet">
        <RecordedOn at={review.revisedAt ?? review.submittedAt} />
        {review.revisedAt !== null && (
          <>
            {' · '}
            <FormattedMessage id="reviews.revised" values={{ first: <RecordedOn at={review.submittedAt} /> }} />
          </>
        )}
      </p>
      {commitment !== null && of !== 'both' && (
        <p>
          <FormattedMessage
            id="reviews.about"
            values={{
              commitment: (
                <Link href={`/commitments/${commitment.id}#review-${review.id}`}>
                  <PromiseText text={commitment.description} most={110} />
                </Link>
              ),
            }}
          />
        </p>
      )}
    </>
  );
}

function Texts({ review }: Pick<ReviewCardProps, 'review'>) {
  return (
    <div className="columns">
      <div>
        <h4>
          <FormattedMessage id="reviews.whatWorked" />
        </h4>
        <Said said={review.whatWorked} />
      </div>
      <div>
        <h4>
          <FormattedMessage id="reviews.whatToTry" />
        </h4>
        <Said said={review.whatToTry} />
      </div>
      {review.silencedOn !== null && (
        <p className="quiet">
          <FormattedMessage id="reviews.silenced" values={{ on: <Day date={review.silencedOn} /> }} />
        </p>
      )}
    </div>
  );
}

function Answer({ review: { reviewed, answeredAt, answer } }: Pick<ReviewCardProps, 'review'>) {
  if (answeredAt === null) {
    return (
      <p className="quiet">
        <FormattedMessage id="reviews.noAnswer" />
      </p>
    );
  }
  return (
    <>
      <h4>
        <FormattedMessage
          id="reviews.answer"
          values={{
            organisation: <OrganisationLink organisation={reviewed} />,
            at: <RecordedOn at={answeredAt} />,
          }}
        />
      </h4>
      <Said said={answer} />
    </>
  );
}

/** Takes the focus, since the button that was pressed may be gone. */
function RecordedNotice({ recorded }: { readonly recorded: { readonly position: string | null } | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (recorded !== undefined) place.current?.focus();
  }, [recorded]);
  if (recorded === undefined) return null;
  return (
    <div ref={place} tabIndex={-1} role="status">
      <Notice tone="good">
        <FormattedMessage id="form.recorded" values={{ position: recorded.position ?? '–' }} />
      </Notice>
    </div>
  );
}

function ScoreList({ review, scale }: Pick<ReviewCardProps, 'review' | 'scale'>) {
  return (
    <>
      <dl className="scores">
        {DIMENSIONS.map((dimension) => {
          const score = review.scores[SCORE_OF[dimension]];
          return (
            <div key={dimension}>
              <dt>
                <FormattedMessage id={`dimension.${dimension}`} />
              </dt>
              <dd>
                <FormattedMessage id={scoreWord(score)} />{' '}
                <span className="quiet">
                  <FormattedMessage id="reviews.points" values={{ score, most: MOST_POINTS }} />
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
      <Reveal level={4} label={<FormattedMessage id="reviews.meaning" />}>
        <dl className="facts">
          {DIMENSIONS.map((dimension) => (
            <div key={dimension} className="pair">
              <dt>
                <FormattedMessage id={`dimension.${dimension}`} />
              </dt>
              <dd>{anchorOf(scale, dimension, review.scores[SCORE_OF[dimension]]) ?? '–'}</dd>
            </div>
          ))}
        </dl>
      </Reveal>
    </>
  );
}

function Ties({ review: { ties, commitment }, of }: Pick<ReviewCardProps, 'review' | 'of'>) {
  if (ties.length === 0) return null;
  return (
    <>
      <h4>
        <FormattedMessage id="reviews.ties" />
      </h4>
      <ul>
        {ties.map(({ kind, basis, contribution }) => (
          <li key={`${kind} ${basis}`}>
            <FormattedMessage id={`tie.${kind}`} />{' '}
            <span className="quiet">
              (<FormattedMessage id={`tie.${basis}`} />)
            </span>
            <Payment
              contribution={contribution}
              here={of === 'both' && commitment?.id === contribution?.commitment?.id}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function Payment({
  contribution,
  here,
}: Pick<ReviewShownFragment['ties'][number], 'contribution'> & {
  /** Whether it is on the page that the review is shown on. */
  readonly here: boolean;
}) {
  const commitment = contribution?.commitment ?? null;
  if (contribution === null || commitment === null) return null;
  return (
    <>
      {' '}
      {here ? (
        // Of this page: the browser goes there by itself.
        <a href={`#contribution-${contribution.id}`}>
          <FormattedMessage id="reviews.payment" />
        </a>
      ) : (
        <Link href={`/commitments/${commitment.id}#contribution-${contribution.id}`}>
          <FormattedMessage id="reviews.payment" />
        </Link>
      )}
    </>
  );
}

function Learned({ review }: Pick<ReviewCardProps, 'review'>) {
  const marks = [
    { organisation: review.reviewed, at: review.learnedByReviewed },
    { organisation: review.reviewer, at: review.learnedByReviewer },
  ];
  return marks.map(({ organisation, at }, index) =>
    at === null ? null : (
      <p key={index} className="learned">
        <span aria-hidden="true">✓ </span>
        <FormattedMessage
          id="reviews.learnedBy"
          values={{ organisation: <OrganisationLink organisation={organisation} />, at: <RecordedOn at={at} /> }}
        />
      </p>
    ),
  );
}

function MarkLearned({
  reviewId,
  onRecorded,
}: {
  readonly reviewId: string;
  readonly onRecorded: (position: string | null, review: ReviewShownFragment | null) => void;
}) {
  const intl = useIntl();
  const { record, sending, failure } = useRecording(MarkLearnedDocument);
  const mark = async () => {
    const recorded = await record({ reviewId });
    if (recorded !== undefined) onRecorded(recorded.receipt.position, recorded.review);
  };
  return (
    <>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <div className="actions">
        <Button isPending={sending} onPress={() => void mark()}>
          {intl.formatMessage({ id: sending ? 'form.sending' : 'reviews.markLearned' })}
        </Button>
        <p className="help">
          <FormattedMessage id="reviews.markLearnedHelp" />
        </p>
      </div>
    </>
  );
}
