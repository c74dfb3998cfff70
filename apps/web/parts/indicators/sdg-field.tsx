import { useState } from 'react';
import { FieldPlace, useField } from '../forms/command-form.js';
import { TextInput } from '../forms/fields.js';
import type { AnyForm } from '../forms/use-command-form.js';

/** Of the 17 goals, their targets and the framework's indicators, as people write them down: 11, 11.1, 11.1.1. */
export function SdgField({ form }: { readonly form: AnyForm }) {
  const field = useField(form, 'sdgs');
  const given = form.values['sdgs'];
  const codes = Array.isArray(given) ? (given as readonly string[]) : [];
  // What is typed is kept as it is typed: a comma is about to be followed by something.
  const [written, setWritten] = useState(codes.join(', '));
  const stands = codesIn(written).join() === codes.join();
  return (
    <FieldPlace form={form} name="sdgs">
      <TextInput
        {...field}
        maxLength={300}
        value={stands ? written : codes.join(', ')}
        onChange={(changed) => {
          setWritten(changed);
          form.set({ sdgs: codesIn(changed) });
        }}
      />
    </FieldPlace>
  );
}

function codesIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((code) => code !== ''))];
}
