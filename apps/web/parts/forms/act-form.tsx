import type { Command } from './command.js';
import { CommandForm } from './command-form.js';
import { useCommandForm } from './use-command-form.js';

/** What an organisation says of a contribution, by a command about it: whatever the command asks for, and nothing else. */
export function ActForm({
  command,
  contributionId,
  label,
  recorded,
}: {
  readonly command: Command;
  readonly contributionId: string;
  /** Names the contribution as well: a page shows many. */
  readonly label: string;
  readonly recorded: (position: string | null) => void;
}) {
  const form = useCommandForm(command, {
    subject: contributionId,
    given: { contributionId },
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  return <CommandForm form={form} label={label} />;
}
