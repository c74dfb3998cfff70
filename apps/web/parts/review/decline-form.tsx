import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { DeclineReviewDocument, type DeclineReviewMutation } from '../../generated/graphql/parts/review/review.js';
import { useRecording } from '../../shell/graphql/use-recording.js';
import { TextInput } from '../forms/fields.js';
import { errorAt, RecordForm } from '../forms/form.js';
import { useFormLabel } from './form-label.js';

const answerOf = (result: DeclineReviewMutation) => result.declineReview;
const LONGEST_REASON = 1000;

/** Says that the organisation cannot judge the work: it is not asked again, and may still give a review. */
export function DeclineForm({
  commitment,
  reviewed,
  onRecorded,
}: {
  readonly commitment: { readonly id: string; readonly description: string };
  readonly reviewed: { readonly id: string; readonly name: string };
  readonly onRecorded: (position: string | null) => void;
}) {
  const label = useFormLabel('decline.open', reviewed, commitment.description);
  const [reason, setReason] = useState('');
  const { record, sending, failure } = useRecording(DeclineReviewDocument, answerOf);
  const send = async () => {
    const recorded = await record({
      ...{ commitmentId: commitment.id, reviewedId: reviewed.id },
      reason: reason.trim() === '' ? null : reason.trim(),
    });
    if (recorded !== undefined) onRecorded(recorded.receipt.position);
  };
  return (
    <RecordForm
      label={label}
      sending={sending}
      failure={failure}
      send={<FormattedMessage id="decline.send" />}
      onSubmit={() => void send()}
    >
      <p className="help">
        <FormattedMessage id="decline.text" />
      </p>
      <TextInput
        name="reason"
        rows={2}
        maxLength={LONGEST_REASON}
        label={<FormattedMessage id="decline.reason" />}
        value={reason}
        onChange={setReason}
        error={errorAt(failure, 'reason')}
      />
    </RecordForm>
  );
}
