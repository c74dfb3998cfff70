import { useId, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { onContribution } from '../../../generated/commands/on-contribution.js';
import { Button } from '../../../parts/button.js';
import { ActForm } from '../../../parts/forms/act-form.js';
import { useFormWords } from '../../../parts/forms/words.js';
import type { Act } from './may.js';

interface ActsProps {
  readonly contributionId: string;
  /** Whose contribution it is, to tell one button from the next contribution's. */
  readonly about: string;
}

/** What may be said of a contribution: a button each, which opens its form. */
export function ActForms({
  acts,
  about,
  recorded,
  contributionId,
}: ActsProps & {
  readonly acts: readonly Act[];
  readonly recorded: (position: string | null) => void;
}) {
  const [open, setOpen] = useState<Act>();
  const [done, setDone] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  const finish = (position: string | null) => {
    setOpen(undefined);
    setDone(true);
    // The form goes, and with it what had the focus.
    place.current?.focus();
    recorded(position);
  };
  return (
    <div ref={place} tabIndex={-1} className="acts">
      {acts.length > 0 && (
        <div className="actions">
          {acts.map((act) => (
            <ActButton
              key={act}
              act={act}
              about={about}
              controls={id}
              expanded={open === act}
              onPress={() => {
                setOpen(open === act ? undefined : act);
                setDone(false);
              }}
            />
          ))}
        </div>
      )}
      <div id={id}>
        {open !== undefined && acts.includes(open) && (
          <OpenForm key={open} act={open} about={about} contributionId={contributionId} recorded={finish} />
        )}
      </div>
      <div role="status">{done && <FormattedMessage id="act.done" />}</div>
    </div>
  );
}

function ActButton({
  act,
  about,
  controls,
  expanded,
  onPress,
}: {
  readonly act: Act;
  readonly about: string;
  readonly controls: string;
  readonly expanded: boolean;
  readonly onPress: () => void;
}) {
  const { title } = useFormWords(onContribution[act]);
  return (
    <Button aria-expanded={expanded} aria-controls={controls} onPress={onPress}>
      {title}
      <span className="visually-hidden"> ({about})</span>
    </Button>
  );
}

function OpenForm({
  act,
  about,
  contributionId,
  recorded,
}: ActsProps & { readonly act: Act; readonly recorded: (position: string | null) => void }) {
  const command = onContribution[act];
  const { title } = useFormWords(command);
  return (
    <ActForm command={command} contributionId={contributionId} label={`${title} (${about})`} recorded={recorded} />
  );
}
