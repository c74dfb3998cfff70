import { useIntl } from 'react-intl';
import { unitChoices, UNITS } from '../forms/units.js';
import { FieldPlace, useField } from '../forms/command-form.js';
import { Select, TextInput } from '../forms/fields.js';
import type { AnyForm } from '../forms/use-command-form.js';

const LISTED = [...UNITS, 'EUR', 'CHF', 'GBP', 'USD'];
const OWN = 'other:';

/** A unit of the list, or one by a name of one's own. */
export function UnitField({ form }: { readonly form: AnyForm }) {
  const intl = useIntl();
  const field = useField(form, 'unit');
  const unit = typeof form.values['unit'] === 'string' ? form.values['unit'] : '';
  const own = unit.startsWith(OWN);
  const listed = unit === '' || own || LISTED.includes(unit) ? LISTED : [...LISTED, unit];
  return (
    <FieldPlace form={form} name="unit">
      <Select
        {...field}
        value={own ? OWN : unit}
        onChange={(chosen) => {
          form.set({ unit: chosen });
        }}
        choices={[
          { value: '', label: '' },
          ...unitChoices(intl, listed),
          { value: OWN, label: intl.formatMessage({ id: 'indicatorForm.ownUnit' }) },
        ]}
      />
      {own && (
        <TextInput
          name="unit-name"
          label={intl.formatMessage({ id: 'indicatorForm.ownUnit.name' })}
          help={intl.formatMessage({ id: 'indicatorForm.ownUnit.help' })}
          required
          maxLength={40}
          value={unit.slice(OWN.length)}
          onChange={(name) => {
            form.set({ unit: `${OWN}${name}` });
          }}
        />
      )}
    </FieldPlace>
  );
}
