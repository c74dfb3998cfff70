import { useIntl } from 'react-intl';
import { FieldPlace, useField } from './command-form.js';
import { Select, TextInput } from './fields.js';
import { unitChoices } from './units.js';
import type { AnyForm } from './use-command-form.js';

const OWN = 'other:';
const LONGEST_NAME = 40;

/**
 * A field that takes a unit: one of a list, or one by a name of one's own.
 * @param none what it says where no unit is chosen.
 */
export function UnitSelect({
  form,
  name,
  listed,
  none,
  help,
}: {
  readonly form: AnyForm;
  readonly name: string;
  readonly listed: readonly string[];
  readonly none: string;
  /** What follows from a name of one's own. */
  readonly help: string;
}) {
  const intl = useIntl();
  const field = useField(form, name);
  const unit = textOf(form.values[name]);
  const own = unit.startsWith(OWN);
  const known = unit === '' || own || listed.includes(unit) ? listed : [...listed, unit];
  const choose = (code: string) => {
    form.set({ [name]: code });
  };
  return (
    <FieldPlace form={form} name={name}>
      <Select
        {...field}
        value={own ? OWN : unit}
        onChange={choose}
        choices={[
          { value: '', label: none },
          ...unitChoices(intl, known),
          { value: OWN, label: intl.formatMessage({ id: 'unitField.own' }) },
        ]}
      />
      {own && (
        <TextInput
          name={`${name}-name`}
          label={intl.formatMessage({ id: 'unitField.own.name' })}
          help={help}
          required
          maxLength={LONGEST_NAME}
          value={unit.slice(OWN.length)}
          onChange={(written) => {
            choose(`${OWN}${written}`);
          }}
        />
      )}
    </FieldPlace>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
