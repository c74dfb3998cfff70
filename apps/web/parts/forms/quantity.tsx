import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { unitName } from '../../i18n/text.js';
import { units } from '../../i18n/messages/en/units.js';
import { NumberInput, Select } from './fields.js';

export interface QuantityDraft {
  readonly amount: string | undefined;
  /** Empty for what is not counted. */
  readonly unit: string;
}

/** Both, or neither; `incomplete` where a unit has no amount. */
export function quantityOf({ amount, unit }: QuantityDraft): { amount: string; unit: string } | null | 'incomplete' {
  if (unit === '') return null;
  return amount === undefined ? 'incomplete' : { amount, unit };
}

const CURRENCIES_FIRST = ['EUR', 'USD', 'GBP', 'CHF', 'CAD'];
const PREFIX = 'unit.';

/** @param fixed the unit that is already agreed on, where there is one. */
export function QuantityInput({
  value,
  onChange,
  money,
  fixed,
  error,
}: {
  readonly value: QuantityDraft;
  readonly onChange: (value: QuantityDraft) => void;
  readonly money: boolean;
  readonly fixed?: string | undefined;
  readonly error?: ReactNode;
}) {
  const intl = useIntl();
  const codes = money
    ? [...new Set([...CURRENCIES_FIRST, ...Intl.supportedValuesOf('currency')])]
    : Object.keys(units).map((id) => id.slice(PREFIX.length));
  const choices = [
    ...(fixed === undefined ? [{ value: '', label: intl.formatMessage({ id: 'record.unit.none' }) }] : []),
    ...(fixed === undefined ? codes : [fixed]).map((code) => ({ value: code, label: unitName(intl, code) })),
  ];
  return (
    <div className="columns">
      <NumberInput
        name="quantity"
        label={<FormattedMessage id="record.amount" />}
        value={value.amount}
        onChange={(amount) => {
          onChange({ ...value, amount });
        }}
        error={error}
        required={fixed !== undefined}
      />
      <Select
        name="unit"
        label={<FormattedMessage id="record.unit" />}
        value={value.unit}
        onChange={(unit) => {
          onChange({ ...value, unit });
        }}
        choices={choices}
      />
    </div>
  );
}
