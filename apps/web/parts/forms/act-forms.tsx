import { useId, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../button.js';
import { ActForm, type ActedOn } from './act-form.js';
import type { Command } from './command.js';
import { useFormWords } from './words.js';

export interface ActFormProps {
  /** Names the thing as well: a page may show many. */
  readonly label: string;
  readonly recorded: (position: string | null) => void;
}
type FormOf = (act: Command, props: ActFormProps) => ReactNode;

interface ActsProps {
  /** What they are about. */
  readonly on: ActedOn;
  /** What that is called, or whose it is, to tell one button from the next thing's. */
  readonly about: string;
}

/** What may be said of a thing: a button each, which opens its form. */
export function ActForms({
  acts,
  about,
  recorded,
  on,
  formOf,
}: ActsProps & {
  readonly acts: readonly Command[];
  /** The form of an act that asks for more than its command's fields in their order. */
  readonly formOf?: FormOf;
  readonly recorded: (position: string | null) => void;
}) {
  const [open, setOpen] = useState<Command>();
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
              key={act.name}
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
          <OpenForm key={open.name} act={open} about={about} on={on} recorded={finish} formOf={formOf} />
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
  readonly act: Command;
  readonly about: string;
  readonly controls: string;
  readonly expanded: boolean;
  readonly onPress: () => void;
}) {
  const { title } = useFormWords(act);
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
  on,
  recorded,
  formOf,
}: ActsProps & {
  readonly act: Command;
  readonly recorded: (position: string | null) => void;
  readonly formOf: FormOf | undefined;
}) {
  const { title } = useFormWords(act);
  const label = `${title} (${about})`;
  return formOf?.(act, { label, recorded }) ?? <ActForm command={act} on={on} label={label} recorded={recorded} />;
}
