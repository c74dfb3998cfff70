import type { ReactNode } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { unitName } from '../../i18n/text.js';
import { FieldPlace, useField } from './command-form.js';
import { NumberInput, Select } from './fields.js';
import { UnitSelect } from './unit-select.js';
import { unitChoices, UNITS } from './units.js';
import type { AnyForm } from './use-command-form.js';

const AMOUNT = 'quantity.amount';
const UNIT = 'quantity.unit';
const CURRENCIES_FIRST = ['EUR', 'USD', 'GBP', 'CHF', 'CAD'];

/**
 * A command's `quantity`: an amount and its unit.
 * @param fixed the unit that is already agreed on, where there is one.
 */
export function QuantityField({
  form,
  money,
  fixed,
}: {
  readonly form: AnyForm;
  readonly money: boolean;
  readonly fixed?: string | undefined;
}) {
  const intl = useIntl();
  const missing = fixed === undefined ? { missing: intl.formatMessage({ id: 'record.amountMissing' }) } : {};
  const amount = useField(form, AMOUNT, missing);
  return (
    <div className="columns">
      <FieldPlace form={form} name={AMOUNT}>
        <NumberInput
          {...amount}
          value={textAt(form, AMOUNT)}
          onChange={(value) => {
            form.set({ [AMOUNT]: value });
          }}
        />
      </FieldPlace>
      <UnitOf form={form} money={money} fixed={fixed} />
    </div>
  );
}

/** Money is in a currency and nothing else; what is agreed on stays; all else may have a name of its own. */
function UnitOf({
  form,
  money,
  fixed,
}: {
  readonly form: AnyForm;
  readonly money: boolean;
  readonly fixed: string | undefined;
}) {
  const intl = useIntl();
  const unit = useField(form, UNIT);
  const none = intl.formatMessage({ id: 'record.unit.none' });
  if (fixed === undefined && !money) {
    const help = intl.formatMessage({ id: 'unitField.own.help' });
    return <UnitSelect form={form} name={UNIT} listed={UNITS} none={none} help={help} />;
  }
  const choices = fixed === undefined ? [{ value: '', label: none }, ...currencies(intl)] : unitChoices(intl, [fixed]);
  return (
    <FieldPlace form={form} name={UNIT}>
      <Select
        {...unit}
        value={textAt(form, UNIT) ?? ''}
        onChange={(value) => {
          form.set({ [UNIT]: value });
        }}
        choices={choices}
      />
    </FieldPlace>
  );
}

function currencies(intl: IntlShape) {
  const codes = [...new Set([...CURRENCIES_FIRST, ...Intl.supportedValuesOf('currency')])];
  return codes.map((code) => ({ value: code, label: unitName(intl, code) }));
}

/** The amount of a quantity whose unit stays as it is; without an amount there is no quantity. */
export function AmountField({
  form,
  unit,
  label,
  help,
  of = 'quantity',
}: {
  readonly form: AnyForm;
  readonly unit: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** The field of the command that is the quantity. */
  readonly of?: string;
}) {
  const [amount, unitOf] = [`${of}.amount`, `${of}.unit`];
  const field = useField(form, amount, { label, help });
  return (
    <FieldPlace form={form} name={amount}>
      <NumberInput
        {...field}
        required={false}
        value={textAt(form, amount)}
        onChange={(value) => {
          form.set({ [amount]: value, [unitOf]: value === undefined ? '' : unit });
        }}
      />
    </FieldPlace>
  );
}

function textAt({ values }: AnyForm, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
