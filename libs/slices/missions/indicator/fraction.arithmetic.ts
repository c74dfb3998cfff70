/** A number without rounding: both parts whole, the lower one above 0. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };

/** Of a decimal in plain notation. */
export function fraction(decimal: string): Fraction {
  const [whole = '0', places = ''] = decimal.split('.');
  return lowest(BigInt(whole + places), 10n ** BigInt(places.length));
}

export function plus(one: Fraction, other: Fraction): Fraction {
  return lowest(one.over * other.under + other.over * one.under, one.under * other.under);
}

export function minus(one: Fraction, other: Fraction): Fraction {
  return plus(one, { over: -other.over, under: other.under });
}

/** @throws {RangeError} where the other is 0. */
export function dividedBy(one: Fraction, other: Fraction): Fraction {
  if (other.over === 0n) throw new RangeError('Nothing is divided by 0.');
  const sign = other.over < 0n ? -1n : 1n;
  return lowest(sign * one.over * other.under, sign * one.under * other.over);
}

export function sum(numbers: readonly Fraction[]): Fraction {
  return numbers.reduce(plus, ZERO);
}

/** Below 0 where the first is less than the other, above 0 where it is more. */
export function compare(one: Fraction, other: Fraction): number {
  const difference = one.over * other.under - other.over * one.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** In plain notation, rounded half away from 0 to so many places. */
export function decimalOf({ over, under }: Fraction, places = 6): string {
  const scale = 10n ** BigInt(places);
  const size = over < 0n ? -over : over;
  const units = (2n * size * scale + under) / (2n * under);
  const whole = (units / scale).toString();
  const rest = (units % scale).toString().padStart(places, '0').replace(/0+$/, '');
  const text = rest === '' ? whole : `${whole}.${rest}`;
  return over < 0n && units !== 0n ? `-${text}` : text;
}

/** Of how many a share is told, by its unit. */
const TOLD_OF: Readonly<Record<string, bigint>> = {
  percent: 100n,
  per_thousand_people: 1_000n,
  per_hundred_thousand_people: 100_000n,
};

/** What a ratio comes to in its unit: of a hundred where that is percent. */
export function ratio(numerator: Fraction, denominator: Fraction, unit: string): Fraction {
  const share = dividedBy(numerator, denominator);
  const of = TOLD_OF[unit];
  return of === undefined ? share : lowest(share.over * of, share.under);
}

export function quotient(numerator: string, denominator: string, unit: string): string {
  return decimalOf(ratio(fraction(numerator), fraction(denominator), unit));
}

function lowest(over: bigint, under: bigint): Fraction {
  let [divisor, rest] = [over < 0n ? -over : over, under];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return divisor <= 1n ? { over, under } : { over: over / divisor, under: under / divisor };
}
