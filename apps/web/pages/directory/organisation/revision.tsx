import { useState } from 'react';
import { ReviseOrganisation } from '../../../generated/commands/ReviseOrganisation.js';
import { CommandField, CommandForm, FieldPlace, useField } from '../../../parts/forms/command-form.js';
import { TextInput } from '../../../parts/forms/fields.js';
import { useCommandForm, type AnyForm } from '../../../parts/forms/use-command-form.js';
import { linesOfNumbers, numbersIn, type RegisterNumber } from './numbers.js';
import type { Found } from './types.js';

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
    <CommandForm form={form} label={label}>
      <CommandField form={form} name="name" rows={1} />
      <CommandField form={form} name="sector" />
      <CommandField form={form} name="jurisdiction" />
      <CommandField form={form} name="website" />
      <NumbersField form={form} />
    </CommandForm>
  );
}

/** Of all the lines together, in characters. */
const LONGEST = 4000;

/** A line a number: the register's code, a space, the number. */
function NumbersField({ form }: { readonly form: AnyForm }) {
  const field = useField(form, 'identifiers');
  const numbers = form.values['identifiers'] as readonly RegisterNumber[];
  // What is typed is kept as it is typed: a line is about to be completed.
  const [written, setWritten] = useState(linesOfNumbers(numbers));
  const stands = linesOfNumbers(numbersIn(written)) === linesOfNumbers(numbers);
  return (
    <FieldPlace form={form} name="identifiers">
      <TextInput
        {...field}
        rows={2}
        maxLength={LONGEST}
        value={stands ? written : linesOfNumbers(numbers)}
        onChange={(changed) => {
          setWritten(changed);
          form.set({ identifiers: numbersIn(changed) });
        }}
      />
    </FieldPlace>
  );
}
