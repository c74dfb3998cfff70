/** A sign, digits and a point, and nothing that groups them. */
const PLAIN = /^-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;
const MOST_DECIMALS = 15;

/**
 * The number that somebody wrote as the language does, as the API takes it: every digit as it was typed, with a point before
 * the decimals. A French point is taken for a comma, since it means nothing else there; an English comma stands between
 * thousands alone.
 * @returns `undefined` where it is no number, or none yet.
 */
export function writtenDecimal(locale: string, text: string): string | undefined {
  const { group, decimal } = separatorsOf(locale);
  const closed = text.replace(/\s/g, '').replace('−', '-');
  const [whole = '', ...decimals] = closed.split(decimal);
  const grouped = new RegExp(`^-?[0-9]{1,3}(?:[${group}][0-9]{3})+$`);
  const digits = grouped.test(whole) ? whole.replaceAll(group, '') : whole;
  const plain = [digits, ...decimals].join('.');
  return PLAIN.test(plain) ? plain.replace(/\.$/, '') : undefined;
}

/** Whether it may become a number as more is typed: there is nothing in it that no number has. */
export function isNumberBegun(text: string): boolean {
  return /^[-−]?[0-9.,\s]*$/.test(text);
}

/** A number of the API's as the language writes it, with all of its digits. */
export function decimalText(locale: string, amount: string): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: MOST_DECIMALS });
  return format.format(amount as Intl.StringNumericLiteral);
}

function separatorsOf(locale: string): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { group: sign('group'), decimal: sign('decimal') };
}
