import { useId, useState } from 'react';
import { fieldAt, missingFields, type AnyValues, type Command, type FieldName } from '../../../parts/forms/command.js';
import type { AnyForm } from '../../../parts/forms/use-command-form.js';
import type { Failure } from '../../../shell/graphql/use-recording.js';

/** A part of a command's form that is not sent by itself: it goes on once nothing is missing in it. */
export function useStepForm<Of extends Command>(
  command: Of,
  {
    values,
    onChange,
    asked,
    failure,
    onDone,
  }: {
    readonly values: AnyValues;
    readonly onChange: (change: (now: AnyValues) => AnyValues) => void;
    readonly asked: readonly FieldName<Of>[];
    /** Of an attempt to record the command. */
    readonly failure?: Failure | undefined;
    readonly onDone: () => void;
  },
): AnyForm & { readonly command: Of } {
  const id = useId();
  const [attempts, setAttempts] = useState(0);
  const lackingIn = (of: AnyValues) =>
    missingFields(command, of).filter((name) => (asked as readonly string[]).includes(name));
  const lacking = lackingIn(values);
  return {
    id,
    command,
    values,
    set: (change: AnyValues) => {
      onChange((now) => ({ ...now, ...change }));
    },
    update: (name, change) => {
      onChange((now) => ({ ...now, [name]: change(now[name]) }));
    },
    isRequired: (name) => lackingIn({ ...values, [name]: undefined }).includes(name),
    missing: attempts > 0 ? lacking : [],
    attempts,
    failure,
    refusedAt: failure?.kind === 'refused' ? fieldAt(command, failure.path) : undefined,
    sending: false,
    submit: () => {
      setAttempts(lacking.length > 0 ? attempts + 1 : 0);
      if (lacking.length === 0) onDone();
    },
    restored: false,
    contested: [],
    begin: () => undefined,
    asked,
  };
}
