import { FormattedMessage } from 'react-intl';
import { ReviseOrganisation } from '../../../generated/commands/ReviseOrganisation.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { LinesField } from '../../../parts/forms/lines-field.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { useViewer } from '../../../shell/page.js';
import { linesOfNumbers, numbersIn } from './numbers.js';
import type { Found } from './types.js';
import { PutName } from './waiting-name.js';

/** What an organisation says of itself. It is sent as a whole, so that the form begins with all of it. */
export function Revision({
  organisation,
  label,
  recorded,
}: {
  readonly organisation: Found;
  readonly label: string;
  readonly recorded: (position: string | null) => void;
}) {
  const person = (useViewer()?.person ?? null) !== null;
  const { id, name, sector, jurisdiction, website } = organisation;
  const identifiers = organisation.identifiers.map(({ scheme, value }) => ({ scheme, value }));
  const form = useCommandForm(ReviseOrganisation, {
    // What was written against another state of it is not taken up again: it would undo what others changed meanwhile.
    subject: JSON.stringify([id, name, sector, jurisdiction, website, identifiers]),
    given: { organisationId: id },
    initial: { name, sector, jurisdiction: jurisdiction ?? '', website: website ?? '', identifiers },
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  return (
    <>
      <CommandForm form={form} label={label}>
        <CommandField form={form} name="name" rows={1} />
        {organisation.identityConfirmed && (
          <p className="quiet">
            <FormattedMessage id="organisation.rename" />
          </p>
        )}
        <CommandField form={form} name="sector" />
        <CommandField form={form} name="jurisdiction" />
        <CommandField form={form} name="website" />
        <LinesField
          form={form}
          name="identifiers"
          rows={2}
          longest={4000}
          linesOf={linesOfNumbers}
          itemsIn={numbersIn}
        />
      </CommandForm>
      {person && <PutName organisation={organisation} form={form} />}
    </>
  );
}
