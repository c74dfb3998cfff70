import { useState } from 'react';
import { FieldPlace, useField } from './forms/command-form.js';
import { TextInput } from './forms/fields.js';
import type { AnyForm } from './forms/use-command-form.js';
import { linesOf, placesIn, type PlaceGiven } from './places.js';

/** Of all the lines together, in characters. */
const LONGEST = 30_000;

/** A line a place. One that was there before keeps its country and its code. */
export function PlacesField({ form, known }: { readonly form: AnyForm; readonly known: readonly PlaceGiven[] }) {
  const field = useField(form, 'places');
  const places = form.values['places'] as readonly PlaceGiven[];
  // What is typed is kept as it is typed: an empty line is about to be filled.
  const [written, setWritten] = useState(linesOf(places, known));
  const stands = linesOf(placesIn(written, known), known) === linesOf(places, known);
  return (
    <FieldPlace form={form} name="places">
      <TextInput
        {...field}
        rows={3}
        maxLength={LONGEST}
        value={stands ? written : linesOf(places, known)}
        onChange={(changed) => {
          setWritten(changed);
          form.set({ places: placesIn(changed, known) });
        }}
      />
    </FieldPlace>
  );
}
