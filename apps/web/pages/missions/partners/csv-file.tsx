import { useId, useState } from 'react';
import { FormattedMessage } from 'react-intl';

/** Far more than a list of addresses needs. */
const LARGEST = 1024 * 1024;

/** A table that a spreadsheet saved. @param onRead called with its addresses, which nothing has sent yet. */
export function CsvFile({ onRead }: { readonly onRead: (addresses: readonly string[]) => void }) {
  const id = useId();
  const [problem, setProblem] = useState<'partners.file.tooLarge' | 'partners.file.unread'>();
  const read = async (file: File) => {
    if (file.size > LARGEST) {
      setProblem('partners.file.tooLarge');
      return;
    }
    try {
      const { addressesInCsv } = await import('./addresses-in-file.js');
      onRead(addressesInCsv(await file.text()));
      setProblem(undefined);
    } catch {
      setProblem('partners.file.unread');
    }
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        <FormattedMessage id="partners.file" />
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        aria-describedby={`${id}-help ${id}-problem`}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) void read(chosen);
          // Chosen once more after it was mended, the same file is a change again.
          event.target.value = '';
        }}
      />
      <span id={`${id}-help`} className="help">
        <FormattedMessage id="partners.fileHelp" />
      </span>
      <div id={`${id}-problem`} role="status" className="field-error">
        {problem !== undefined && <FormattedMessage id={problem} />}
      </div>
    </div>
  );
}
