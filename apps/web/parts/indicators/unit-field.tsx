import { useIntl } from 'react-intl';
import { UnitSelect } from '../forms/unit-select.js';
import { UNITS } from '../forms/units.js';
import type { AnyForm } from '../forms/use-command-form.js';

const LISTED = [...UNITS, 'EUR', 'CHF', 'GBP', 'USD'];

/** What an indicator is counted in. */
export function UnitField({ form }: { readonly form: AnyForm }) {
  const intl = useIntl();
  const help = intl.formatMessage({ id: 'indicatorForm.ownUnit.help' });
  return <UnitSelect form={form} name="unit" listed={LISTED} none="" help={help} />;
}
