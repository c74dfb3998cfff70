import { LinesField } from './forms/lines-field.js';
import type { AnyForm } from './forms/use-command-form.js';
import { linesOf, placesIn, type PlaceGiven } from './places.js';

/** A line a place. One that was there before keeps its country and its code. */
export function PlacesField({ form, known }: { readonly form: AnyForm; readonly known: readonly PlaceGiven[] }) {
  return (
    <LinesField
      form={form}
      name="places"
      rows={3}
      longest={30_000}
      linesOf={(places: readonly PlaceGiven[]) => linesOf(places, known)}
      itemsIn={(text) => placesIn(text, known)}
    />
  );
}
