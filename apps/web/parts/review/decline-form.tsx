import { FormattedMessage } from 'react-intl';
import { DeclineReview } from '../../generated/commands/DeclineReview.js';
import { CommandField, CommandForm } from '../forms/command-form.js';
import { useCommandForm } from '../forms/use-command-form.js';
import { useFormLabel } from './form-label.js';

/** Says that the organisation cannot judge the work: it is not asked again, and may still give a review. */
export function DeclineForm({
  commitment,
  reviewed,
  onRecorded,
}: {
  readonly commitment: { readonly id: string; readonly description: string | null };
  readonly reviewed: { readonly id: string; readonly name: string };
  readonly onRecorded: (position: string | null) => void;
}) {
  const label = useFormLabel(DeclineReview, reviewed, commitment.description);
  const form = useCommandForm(DeclineReview, {
    subject: `${commitment.id} ${reviewed.id}`,
    given: { commitmentId: commitment.id, reviewedId: reviewed.id },
    onRecorded: ({ receipt }) => {
      onRecorded(receipt.position);
    },
  });
  return (
    <CommandForm form={form} label={label}>
      <p className="help">
        <FormattedMessage id="decline.text" />
      </p>
      <CommandField form={form} name="reason" rows={2} />
    </CommandForm>
  );
}
