import { useIntl } from 'react-intl';
import { useZone } from './zone.js';
import { dateText, dayOfMomentText, LONG_DAY, momentText, quantityText } from './text.js';

export function Quantity({ amount, unit }: { readonly amount: string; readonly unit: string | null }) {
  return <span className="quantity">{quantityText(useIntl(), amount, unit)}</span>;
}

/** A calendar date, which is the same day everywhere: it must not shift with the reader's time zone. */
export function Day({ date }: { readonly date: string }) {
  const intl = useIntl();
  return <time dateTime={date}>{dateText(intl, `${date}T00:00:00Z`, { ...LONG_DAY, timeZone: 'UTC' })}</time>;
}

/** A moment, in the service's time zone or else the reader's own. */
export function Moment({ at }: { readonly at: string }) {
  return <time dateTime={at}>{momentText(useIntl(), at, useZone())}</time>;
}

/** The day of a moment, in the same time zone. */
export function RecordedOn({ at }: { readonly at: string }) {
  return <time dateTime={at}>{dayOfMomentText(useIntl(), at, useZone())}</time>;
}

/** A share from 0 to 1 in percent. */
export function Percent({ share, digits = 0 }: { readonly share: number; readonly digits?: number }) {
  const intl = useIntl();
  return <>{intl.formatNumber(share, { style: 'percent', maximumFractionDigits: digits })}</>;
}
