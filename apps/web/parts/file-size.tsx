import { useIntl } from 'react-intl';

/** In kilobytes or megabytes, by the language's way of writing them. */
export function FileSize({ bytes }: { readonly bytes: number }) {
  const intl = useIntl();
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return <span className="quiet">{intl.formatNumber(value, { style: 'unit', unit, maximumFractionDigits: 1 })}</span>;
}
