import type { IntlShape } from 'react-intl';
import { units } from '../../i18n/messages/en/units.js';
import { unitName } from '../../i18n/text.js';

/** The codes of the list, without currencies. */
export const UNITS: readonly string[] = Object.keys(units).map((id) => id.slice('unit.'.length));

/** Units to choose from, by their names and in the order of these. */
export function unitChoices(
  intl: IntlShape,
  codes: readonly string[],
): readonly { readonly value: string; readonly label: string }[] {
  const choices = codes.map((value) => ({ value, label: unitName(intl, value) }));
  return choices.sort((a, b) => a.label.localeCompare(b.label, intl.locale));
}
