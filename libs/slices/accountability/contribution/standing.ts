import { plusDays, type CalendarDate } from '@maillage/kernel';
import { OBJECTION_DAYS } from '../commitment/events.js';
import type { ContributionRow, ObjectionRow, StatementRow } from '../commitment/view.js';

/** Whether what was said is about what was corrected since. The giver's own word stays. */
export function isSuperseded(
  { act, version }: Pick<StatementRow, 'act' | 'version'>,
  contribution: Pick<ContributionRow, 'evidence_since' | 'version'> | undefined,
): boolean {
  if (contribution === undefined || act === 'DECLARED') return false;
  // A dispute stays open whatever is corrected, and says so; it is about the version that it names.
  const since = act === 'CORROBORATED' || act === 'VERIFIED' ? contribution.evidence_since : contribution.version;
  return version < since;
}

export function isFolded(
  { noted_on, withdrawn_on }: Pick<ObjectionRow, 'noted_on' | 'withdrawn_on'>,
  on: CalendarDate,
) {
  return withdrawn_on !== null || on > plusDays(noted_on, OBJECTION_DAYS);
}
