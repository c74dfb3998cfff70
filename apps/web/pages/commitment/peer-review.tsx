import { RecordedOn } from '../../i18n/format.js';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  AnswerReviewHereDocument,
  MarkLearnedHereDocument,
  type AnswerReviewHereMutation,
  type CommitmentPageQuery,
  type Dimension,
  type MarkLearnedHereMutation,
} from '../../generated/operations.js';
import { useRecording } from '../../graphql/use-recording.js';
import { Button } from '../../ui/button.js';
import { Words } from '../../ui/evidence.js';
import { TextInput } from '../../ui/fields.js';
import { errorAt, FailureNotice, RecordForm } from '../../ui/form.js';
import { OrganisationLink } from '../../ui/named.js';
import { Reveal } from '../../ui/reveal.js';
import type { Acting } from '../mission/types.js';
import type { CommitmentDetails } from './may.js';

type Review = CommitmentDetails['reviews']['nodes'][number];
type Scale = CommitmentPageQuery['reviewScale'];

const DIMENSIONS = ['RESULTS', 'RELIABILITY', 'OPENNESS', 'LEARNING'] as const satisfies readonly Dimension[];
const SCORE_OF = {
  RESULTS: 'results',
  RELIABILITY: 'reliability',
  OPENNESS: 'openness',
  LEARNING: 'learning',
} as const;

/** A peer's view, what it may be tied by, and what became of it. */
export function PeerReview({
  review,
  scale,
  acting,
  recorded,
}: {
  readonly review: Review;
  readonly scale: Scale;
  readonly acting: Acting;
  readonly recorded: (position: string | null) => void;
}) {
  const { reviewer, reviewed, submittedAt, revisedAt, answeredAt, ties } = review;
  return (
    <>
      <h3>
        <FormattedMessage
          id="reviewed.by"
          values={{
            reviewer: <OrganisationLink key="reviewer" organisation={reviewer} />,
            reviewed: <OrganisationLink key="reviewed" organisation={reviewed} />,
          }}
        />
      </h3>
      <p className="quiet">
        {revisedAt === null ? (
          <FormattedMessage id="reviewed.on" values={{ day: <RecordedOn key="day" at={submittedAt} /> }} />
        ) : (
          <FormattedMessage
            id="reviewed.revised"
            values={{
              day: <RecordedOn key="day" at={submittedAt} />,
              revised: <RecordedOn key="revised" at={revisedAt} />,
            }}
          />
        )}
      </p>
      <Ties ties={ties} />
      <Scores review={review} scale={scale} />
      <div className="columns">
        <div>
          <h4>
            <FormattedMessage id="reviewed.worked" />
          </h4>
          <Words text={review.whatWorked} disclosure={review.whatWorkedDisclosure} />
        </div>
        <div>
          <h4>
            <FormattedMessage id="reviewed.try" />
          </h4>
          <Words text={review.whatToTry} disclosure={review.whatToTryDisclosure} />
        </div>
      </div>
      {answeredAt === null ? (
        <p className="quiet">
          <FormattedMessage id="reviewed.noAnswer" />
        </p>
      ) : (
        <>
          <h4>
            <FormattedMessage
              id="reviewed.answer"
              values={{
                organisation: <OrganisationLink key="by" organisation={reviewed} />,
                day: <RecordedOn key="day" at={answeredAt} />,
              }}
            />
          </h4>
          <Words text={review.answer} disclosure={review.answerDisclosure} />
        </>
      )}
      <Learned review={review} />
      <OwnPart review={review} acting={acting} recorded={recorded} />
    </>
  );
}

function Ties({ ties }: Pick<Review, 'ties'>) {
  if (ties.length === 0) return null;
  return (
    <div className="notice">
      <strong>
        <FormattedMessage id="reviewed.ties" />
      </strong>
      <ul className="plain-list">
        {ties.map(({ kind, basis }) => (
          <li key={`${kind} ${basis}`}>
            <FormattedMessage
              id="reviewed.tie"
              values={{
                tie: <FormattedMessage key="tie" id={`tie.${kind}`} />,
                basis: <FormattedMessage key="basis" id={`tie.${basis}`} />,
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Each score with the sentence it stands for: a number alone says nothing to whoever did not give it. */
function Scores({ review: { scores }, scale }: { readonly review: Review; readonly scale: Scale }) {
  return (
    <dl className="scores">
      {DIMENSIONS.map((dimension) => {
        const score = scores[SCORE_OF[dimension]];
        const anchors = scale.find((each) => each.dimension === dimension)?.anchors;
        return (
          <div key={dimension}>
            <dt>
              <FormattedMessage id={`dimension.${dimension}`} />
            </dt>
            <dd>
              <strong>
                <FormattedMessage id="reviewed.score" values={{ score }} />
              </strong>{' '}
              {anchors?.find((anchor) => anchor.score === score)?.sentence}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Learned({ review }: { readonly review: Review }) {
  const marks = [
    { by: review.reviewer, at: review.learnedByReviewer },
    { by: review.reviewed, at: review.learnedByReviewed },
  ];
  return marks.map(
    ({ by, at }) =>
      at !== null && (
        <p key={by?.id ?? at} className="learned">
          <FormattedMessage
            id="reviewed.learnedBy"
            values={{
              organisation: <OrganisationLink key="by" organisation={by} />,
              day: <RecordedOn key="day" at={at} />,
            }}
          />
        </p>
      ),
  );
}

/** What the two of a review may do with it here. */
function OwnPart({
  review,
  acting,
  recorded,
}: {
  readonly review: Review;
  readonly acting: Acting;
  readonly recorded: (position: string | null) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const done = (position: string | null) => {
    // The form or the button goes, and with it the focus.
    place.current?.focus({ preventScroll: true });
    recorded(position);
  };
  const by = acting.organisationId;
  if (by === undefined || !acting.canWrite) return null;
  const isReviewed = review.reviewed?.id === by;
  const mark = isReviewed ? review.learnedByReviewed : review.learnedByReviewer;
  if (!isReviewed && review.reviewer?.id !== by) return null;
  return (
    <div ref={place} tabIndex={-1}>
      {isReviewed && (
        <Reveal
          level={4}
          label={<FormattedMessage id={review.answeredAt === null ? 'reviewed.answerLabel' : 'reviewed.answerAgain'} />}
        >
          <AnswerForm key={review.answeredAt} reviewId={review.id} recorded={done} />
        </Reveal>
      )}
      {mark === null && <MarkLearned reviewId={review.id} recorded={done} />}
    </div>
  );
}

const answered = (result: AnswerReviewHereMutation) => result.answerReview;
const marked = (result: MarkLearnedHereMutation) => result.markLearned;

interface OwnFormProps {
  readonly reviewId: string;
  readonly recorded: (position: string | null) => void;
}

function AnswerForm({ reviewId, recorded }: OwnFormProps) {
  const intl = useIntl();
  const { record, sending, failure } = useRecording(AnswerReviewHereDocument, answered);
  const [answer, setAnswer] = useState('');
  const [missing, setMissing] = useState(false);
  const send = async () => {
    setMissing(answer.trim() === '');
    if (answer.trim() === '') return;
    const recordedAnswer = await record({ reviewId, answer: answer.trim() });
    if (recordedAnswer !== undefined) recorded(recordedAnswer.receipt.position);
  };
  return (
    <RecordForm
      label={intl.formatMessage({ id: 'reviewed.answerLabel' })}
      sending={sending}
      failure={failure}
      onSubmit={() => void send()}
      send={<FormattedMessage id="reviewed.answerSend" />}
    >
      <TextInput
        name="answer"
        label={<FormattedMessage id="reviewed.answerText" />}
        required
        rows={4}
        maxLength={4000}
        value={answer}
        onChange={setAnswer}
        error={missing ? intl.formatMessage({ id: 'form.missing' }) : errorAt(failure, 'answer')}
      />
    </RecordForm>
  );
}

function MarkLearned({ reviewId, recorded }: OwnFormProps) {
  const { record, sending, failure } = useRecording(MarkLearnedHereDocument, marked);
  const mark = async () => {
    const answer = await record({ reviewId });
    if (answer !== undefined) recorded(answer.receipt.position);
  };
  return (
    <div className="actions">
      <Button isPending={sending} onPress={() => void mark()}>
        <FormattedMessage id="reviewed.markLearned" />
      </Button>
      {failure !== undefined && <FailureNotice failure={failure} />}
    </div>
  );
}
