import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../button.js';
import { CommandField, FieldPlace, useField } from '../forms/command-form.js';
import { TextInput } from '../forms/fields.js';
import type { AnyForm } from '../forms/use-command-form.js';
import type { MembersToChoose } from '../members.js';
import { choicesIn } from '../named.js';
import { MoreButton } from '../more-button.js';
import { SdgField } from './sdg-field.js';
import { UnitField } from './unit-field.js';

/** What an indicator says of itself: the same to define it and to revise it. */
export function DefinitionFields({
  form,
  reporters: { members, more },
}: {
  readonly form: AnyForm;
  /** Among whom those are chosen whose figures count. */
  readonly reporters: MembersToChoose;
}) {
  const intl = useIntl();
  const keeps = form.values['mode'] !== undefined && form.values['mode'] !== 'REACH';
  return (
    <>
      <CommandField form={form} name="name" rows={1} />
      <CommandField form={form} name="description" rows={2} />
      <UnitField form={form} />
      <CommandField form={form} name="mode" />
      {!keeps && <CommandField form={form} name="direction" />}
      <CommandField form={form} name="aggregation" />
      {!keeps && (
        <>
          <CommandField form={form} name="baseline.value" />
          <CommandField form={form} name="baseline.on" />
        </>
      )}
      <CommandField form={form} name="reporterIds" choices={choicesIn(intl, members)} />
      <MoreButton more={more} />
      <DimensionsField form={form} />
      <SdgField form={form} />
      <CommandField form={form} name="source" rows={2} />
      <CommandField form={form} name="proxyFor" rows={1} />
    </>
  );
}

interface Dimension {
  readonly key: string;
  readonly name: string;
  readonly codes: readonly { readonly code: string; readonly name: string }[];
}

const MOST = 4;

/** What figures may be broken down by: a name, and its parts line by line. */
function DimensionsField({ form }: { readonly form: AnyForm }) {
  const intl = useIntl();
  const { error } = useField(form, 'dimensions');
  const dimensions = (form.values['dimensions'] ?? []) as readonly Dimension[];
  const change = (next: readonly Dimension[]) => {
    form.set({ dimensions: next });
  };
  return (
    <FieldPlace form={form} name="dimensions">
      <fieldset>
        <legend>
          <FormattedMessage id="indicatorForm.dimensions" />
        </legend>
        <p className="help">
          <FormattedMessage id="indicatorForm.dimensions.help" />
        </p>
        {error !== undefined && <p className="field-error">{error}</p>}
        {dimensions.map((dimension, index) => (
          <DimensionField
            key={dimension.key}
            dimension={dimension}
            onChange={(changed) => {
              change(dimensions.map((each, at) => (at === index ? changed : each)));
            }}
            onRemove={() => {
              change(dimensions.filter((_, at) => at !== index));
            }}
          />
        ))}
        {dimensions.length < MOST && (
          <Button
            onPress={() => {
              change([...dimensions, { key: nextKey(dimensions), name: '', codes: [] }]);
            }}
          >
            {intl.formatMessage({ id: 'indicatorForm.dimensions.add' })}
          </Button>
        )}
      </fieldset>
    </FieldPlace>
  );
}

function nextKey(dimensions: readonly Dimension[]): string {
  let number = dimensions.length + 1;
  while (dimensions.some(({ key }) => key === `d${number}`)) number += 1;
  return `d${number}`;
}

function DimensionField({
  dimension,
  onChange,
  onRemove,
}: {
  readonly dimension: Dimension;
  readonly onChange: (changed: Dimension) => void;
  readonly onRemove: () => void;
}) {
  const intl = useIntl();
  const { key, name, codes } = dimension;
  // What is typed is kept as it is typed: an empty line is about to be filled.
  const [lines, setLines] = useState(codes.map((each) => each.name).join('\n'));
  return (
    <div className="stack">
      <TextInput
        name={`dimensions.${key}.name`}
        label={intl.formatMessage({ id: 'indicatorForm.dimension.name' })}
        required
        maxLength={100}
        value={name}
        onChange={(changed) => {
          onChange({ ...dimension, name: changed });
        }}
      />
      <TextInput
        name={`dimensions.${key}.codes`}
        label={intl.formatMessage({ id: 'indicatorForm.dimension.codes' })}
        help={intl.formatMessage({ id: 'indicatorForm.dimension.codes.help' })}
        required
        rows={3}
        value={lines}
        onChange={(changed) => {
          setLines(changed);
          onChange({ ...dimension, codes: codesOf(changed, codes) });
        }}
      />
      <Button onPress={onRemove}>{intl.formatMessage({ id: 'indicatorForm.dimensions.remove' }, { name })}</Button>
    </div>
  );
}

/** A line a part. One that was there before keeps its code, by which figures know it. */
function codesOf(lines: string, before: Dimension['codes']): Dimension['codes'] {
  const names = [...new Set(lines.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  return names.map((name) => ({ code: before.find((each) => each.name === name)?.code ?? name.slice(0, 40), name }));
}
