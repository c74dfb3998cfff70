import type { Command } from './command.js';
import { CommandForm } from './command-form.js';
import { useCommandForm } from './use-command-form.js';

/** What a command is about, by the field it names it in: `{ contributionId }`; and which version of that was read. */
export type ActedOn = Readonly<Record<string, string | number>>;

/** What an organisation says of a thing, by a command about it: whatever the command asks for, and nothing else. */
export function ActForm({
  command,
  on,
  label,
  recorded,
}: {
  readonly command: Command;
  readonly on: ActedOn;
  /** Names the thing as well: a page may show many. */
  readonly label: string;
  readonly recorded: (position: string | null) => void;
}) {
  const form = useCommandForm(command, {
    subject: Object.values(on).join(' '),
    given: on,
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  return <CommandForm form={form} label={label} />;
}
