import type { ReactNode } from 'react';
import type { Command } from '../../../parts/forms/command.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { useFormWords } from '../../../parts/forms/words.js';
import { WithTerms } from '../../../parts/terms.js';

/** What an organisation answers to something that is asked of it: whatever the command takes beside what it is about. */
export function AnswerForm({
  command,
  given,
  label,
  help,
  required = [],
  recorded,
}: {
  readonly command: Command;
  /** What it is about, by the command's fields. */
  readonly given: Readonly<Record<string, string | number>>;
  /** In place of the command's own title. */
  readonly label?: string;
  readonly help?: ReactNode;
  readonly required?: readonly string[];
  readonly recorded: (position: string | null) => void;
}) {
  const { title } = useFormWords(command);
  const form = useCommandForm(command, {
    subject: Object.values(given).join(' '),
    given,
    required,
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  return (
    <CommandForm form={form} label={label ?? title}>
      {help !== undefined && (
        <p className="help">
          <WithTerms>{help}</WithTerms>
        </p>
      )}
      {form.asked.map((name) => (
        <CommandField key={name} form={form} name={name} />
      ))}
    </CommandForm>
  );
}
