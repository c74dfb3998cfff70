import { FormattedMessage } from 'react-intl';
import { EraseValue } from '../generated/commands/EraseValue.js';
import { CommandForm } from './forms/command-form.js';
import { useCommandForm } from './forms/use-command-form.js';

/** For whoever recorded words, is named beside them or operates the ledger: they go for good, and that they were there stays. */
export default function EraseForm({
  eventId,
  path,
  onErased,
}: {
  readonly eventId: string;
  readonly path: string;
  readonly onErased: () => void;
}) {
  const form = useCommandForm(EraseValue, {
    subject: `${eventId} ${path}`,
    given: { eventId, path },
    onRecorded: onErased,
  });
  return (
    <>
      <p className="quiet">
        <FormattedMessage id="erasure.text" />
      </p>
      <CommandForm form={form} lasts={false} />
    </>
  );
}
