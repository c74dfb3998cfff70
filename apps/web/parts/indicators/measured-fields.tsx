import { FormattedMessage, useIntl } from 'react-intl';
import { unitName } from '../../i18n/text.js';
import { CommandField, FieldPlace } from '../forms/command-form.js';
import type { AnyValues } from '../forms/command.js';
import { Select } from '../forms/fields.js';
import type { AnyForm } from '../forms/use-command-form.js';

export interface Place {
  readonly name: string;
  readonly country: string | null;
  readonly code: string | null;
}

interface Dimension {
  readonly key: string;
  readonly name: string;
  readonly codes: readonly { readonly code: string; readonly name: string }[];
}

/** What a figure is asked for by. */
export interface Measured {
  readonly unit: string;
  readonly aggregation: string;
  readonly dimensions: readonly Dimension[];
}

/** What was found: a value or, of a ratio, how many of how many. */
export function ValueFields({ form, measured }: { readonly form: AnyForm; readonly measured: Measured }) {
  const intl = useIntl();
  if (measured.aggregation === 'RATIO') {
    return (
      <>
        <CommandField form={form} name="numerator" />
        <CommandField form={form} name="denominator" />
      </>
    );
  }
  return (
    <CommandField
      form={form}
      name="value"
      label={
        <FormattedMessage id="command.RecordMeasurement.value.in" values={{ unit: unitName(intl, measured.unit) }} />
      }
    />
  );
}

/** Of whom: one of the parts of each dimension, or all of them. */
export function CategoryFields({ form, measured }: { readonly form: AnyForm; readonly measured: Measured }) {
  return (
    <FieldPlace form={form} name="categories">
      {measured.dimensions.map((dimension) => (
        <CategoryField key={dimension.key} form={form} dimension={dimension} />
      ))}
    </FieldPlace>
  );
}

interface Category {
  readonly dimension: string;
  readonly code: string;
}

function CategoryField({
  form,
  dimension: { key, name, codes },
}: {
  readonly form: AnyForm;
  readonly dimension: Dimension;
}) {
  const intl = useIntl();
  const given = form.values['categories'];
  const categories = Array.isArray(given) ? (given as readonly Category[]) : [];
  const others = categories.filter(({ dimension }) => dimension !== key);
  const chosen = categories.find(({ dimension }) => dimension === key)?.code;
  return (
    <Select
      name={`categories.${key}`}
      label={name}
      value={chosen ?? ''}
      onChange={(code) => {
        form.set({ categories: code === '' ? others : [...others, { dimension: key, code }] });
      }}
      choices={[
        { value: '', label: intl.formatMessage({ id: 'measurementForm.everybody' }) },
        ...codes.map((each) => ({ value: each.code, label: each.name })),
      ]}
    />
  );
}

const EVERYWHERE = '';
const OTHER = 'other';

/** One of the places that are known, or another by its name. */
export function PlaceField({
  form,
  places,
  other,
  onOther,
}: {
  readonly form: AnyForm;
  readonly places: readonly (Place | null)[];
  readonly other: boolean;
  readonly onOther: (other: boolean) => void;
}) {
  const intl = useIntl();
  const known = [...eachOnce(places)].sort((a, b) => a.name.localeCompare(b.name, intl.locale));
  const at = placeIn(form.values, known);
  const where = other ? OTHER : at === undefined ? EVERYWHERE : keyOf(at);
  return (
    <>
      <Select
        name="place"
        label={<FormattedMessage id="measurementForm.place" />}
        value={where}
        onChange={(chosen) => {
          onOther(chosen === OTHER);
          const place = known.find((each) => keyOf(each) === chosen);
          form.set({
            'place.name': place?.name ?? '',
            'place.country': place?.country ?? '',
            'place.code': place?.code ?? '',
          });
        }}
        choices={[
          { value: EVERYWHERE, label: intl.formatMessage({ id: 'measurementForm.place.everywhere' }) },
          ...known.map((place) => ({ value: keyOf(place), label: place.name })),
          { value: OTHER, label: intl.formatMessage({ id: 'measurementForm.place.other' }) },
        ]}
      />
      {other && <CommandField form={form} name="place.name" />}
    </>
  );
}

/** Whether the form names a place that is not among those: a draft may. */
export function isElsewhere(values: AnyValues, places: readonly (Place | null)[]): boolean {
  return values['place.name'] !== '' && placeIn(values, eachOnce(places)) === undefined;
}

function eachOnce(places: readonly (Place | null)[]): readonly Place[] {
  const found = new Map<string, Place>();
  for (const place of places) if (place !== null) found.set(keyOf(place), place);
  return [...found.values()];
}

function placeIn(values: AnyValues, places: readonly Place[]): Place | undefined {
  const { 'place.name': name, 'place.country': country, 'place.code': code } = values;
  return places.find((each) => each.name === name && (each.country ?? '') === country && (each.code ?? '') === code);
}

function keyOf({ name, country, code }: Place): string {
  return JSON.stringify([name, country, code]);
}
