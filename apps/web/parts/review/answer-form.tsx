import { AnswerReview } from '../../generated/commands/AnswerReview.js';
import { AnswerReviewDocument, type ReviewShownFragment } from '../../generated/graphql/parts/review/review.js';
import { CommandField, CommandForm } from '../forms/command-form.js';
import { useCommandForm } from '../forms/use-command-form.js';
import { useFormLabel } from './form-label.js';

/** The reviewed organisation's answer; a later one replaces it, and the earlier stays in the log. */
export function AnswerForm({
  review,
  onRecorded,
}: {
  readonly review: ReviewShownFragment;
  readonly onRecorded: (position: string | null, review: ReviewShownFragment | null) => void;
}) {
  const label = useFormLabel(AnswerReview, review.reviewer, review.commitment?.description ?? null);
  const form = useCommandForm(AnswerReview, {
    subject: `${review.id} ${review.answeredAt ?? ''}`,
    given: { reviewId: review.id },
    initial: { answer: review.answer?.text ?? '' },
    document: AnswerReviewDocument,
    onRecorded: ({ receipt, recorded }) => {
      onRecorded(receipt.position, recorded ?? null);
    },
  });
  return (
    <CommandForm form={form} label={label}>
      <CommandField form={form} name="answer" rows={5} />
    </CommandForm>
  );
}
