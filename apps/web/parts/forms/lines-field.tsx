import { useState } from 'react';
import { FieldPlace, useField } from './command-form.js';
import { TextInput } from './fields.js';
import type { AnyForm } from './use-command-form.js';

/** A field that takes a list, written a line each. */
export function LinesField<Item>({
  form,
  name,
  rows,
  longest,
  linesOf,
  itemsIn,
}: {
  readonly form: AnyForm;
  readonly name: string;
  readonly rows: number;
  /** Of all the lines together, in characters. */
  readonly longest: number;
  readonly linesOf: (items: readonly Item[]) => string;
  readonly itemsIn: (text: string) => readonly Item[];
}) {
  const field = useField(form, name);
  const lines = linesOf(form.values[name] as readonly Item[]);
  // What is typed is kept as it is typed: a line is about to be completed.
  const [written, setWritten] = useState(lines);
  const stands = linesOf(itemsIn(written)) === lines;
  return (
    <FieldPlace form={form} name={name}>
      <TextInput
        {...field}
        rows={rows}
        maxLength={longest}
        value={stands ? written : lines}
        onChange={(changed) => {
          setWritten(changed);
          form.set({ [name]: itemsIn(changed) });
        }}
      />
    </FieldPlace>
  );
}
