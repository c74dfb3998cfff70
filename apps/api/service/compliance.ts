import type { PublicationConfig } from '@maillage/platform';

export const AccessibilityStateEnum = {
  FULLY_COMPLIANT: 'FULLY_COMPLIANT',
  PARTLY_COMPLIANT: 'PARTLY_COMPLIANT',
  NON_COMPLIANT: 'NON_COMPLIANT',
} as const;
export type AccessibilityState = keyof typeof AccessibilityStateEnum;

const ALL = 100;
const HALF = 50;
/** A statement of accessibility is made anew after so long: décret n° 2019-768, article 5. */
const YEARS = 3;

/**
 * By the percentage of criteria met, as RGAA 4.1 has it: all, half of them at least, or fewer. Whoever has had no audit, or
 * none in the last three years, is not compliant.
 * @param on a day.
 */
export function accessibilityState(audit: PublicationConfig['audit'], on: string): AccessibilityState {
  if (audit === undefined || audit.on > on || yearsAfter(audit.on) < on) return 'NON_COMPLIANT';
  if (audit.rate >= ALL) return 'FULLY_COMPLIANT';
  return audit.rate >= HALF ? 'PARTLY_COMPLIANT' : 'NON_COMPLIANT';
}

function yearsAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + YEARS}${day.slice(4)}`;
}
