import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  AnswerReviewDocument,
  type AnswerReviewMutation,
  type ReviewShownFragment,
} from '../../generated/graphql/parts/review/review.js';
import { useRecording } from '../../shell/graphql/use-recording.js';
import { TextInput } from '../forms/fields.js';
import { errorAt, RecordForm } from '../forms/form.js';
import { useFormLabel } from './form-label.js';

const answerOf = (result: AnswerReviewMutation) => result.answerReview;

/** The reviewed organisation's answer; a later one replaces it, and the earlier stays in the log. */
export function AnswerForm({
  review,
  onRecorded,
}: {
  readonly review: ReviewShownFragment;
  readonly onRecorded: (position: string | null, review: ReviewShownFragment | null) => void;
}) {
  const intl = useIntl();
  const label = useFormLabel('answer.label', review.reviewer, review.commitment?.description ?? null);
  const [answer, setAnswer] = useState(review.answer ?? '');
  const [empty, setEmpty] = useState(false);
  const { record, sending, failure } = useRecording(AnswerReviewDocument, answerOf);
  const send = async () => {
    setEmpty(answer.trim() === '');
    if (answer.trim() === '') return;
    const recorded = await record({ reviewId: review.id, answer });
    if (recorded !== undefined) onRecorded(recorded.receipt.position, recorded.review);
  };
  return (
    <RecordForm
      label={label}
      sending={sending}
      failure={failure}
      send={<FormattedMessage id="answer.send" />}
      onSubmit={() => void send()}
    >
      <TextInput
        name="answer"
        required
        rows={5}
        label={<FormattedMessage id="answer.label" />}
        help={<FormattedMessage id="answer.help" />}
        value={answer}
        onChange={setAnswer}
        error={errorAt(failure, 'answer') ?? (empty ? intl.formatMessage({ id: 'form.missing' }) : undefined)}
      />
    </RecordForm>
  );
}
