import { DAY_MS } from '@maillage/kernel';

const START = Date.UTC(2025, 0, 1, 12);

/** Noon of the nth day of the year the mix takes place in. */
export function day(n: number): string {
  return new Date(START + n * DAY_MS).toISOString();
}

export function date(n: number): string {
  return day(n).slice(0, 10);
}
