import { describe, it } from '@jest/globals';
import { erasable, type DomainEvent } from '@maillage/kernel';
import {
  BUILDER,
  CITY,
  COMMITMENT,
  MISSION,
  SISTER,
  TENANTS,
  commitment,
  removed,
  suspended,
} from '../../spec.fixtures.js';
import {
  LAST_FREE_DAY,
  LAST_FREE_DAY_TO_OTHERS,
  left,
  noon,
  promise,
  promisedTo,
  withdrawal,
} from './changes.fixtures.js';

const together = (...others: readonly string[]) =>
  promise({ promisorIds: [CITY, ...others], acceptedBy: [CITY, ...others] });
const reason = 'We close down.';

const leaves = (by: string, past: readonly DomainEvent[], day: string, since: readonly DomainEvent[] = []) =>
  commitment(past, since).when('ReleaseParty', COMMITMENT, { reason }, { by, at: noon(day) });
const gone = (organisationId: string, on: string): DomainEvent => ({
  type: 'PartyReleased',
  data: { missionId: MISSION, organisationId, reason: erasable(reason), on },
});

describe('Leaving a promise', () => {
  it('is for a promisor in good time, of itself alone', () => {
    leaves(CITY, [together(BUILDER)], LAST_FREE_DAY).then(gone(CITY, LAST_FREE_DAY));
    leaves(CITY, [together(BUILDER)], '2026-06-17').thenRefused('NOTICE_PASSED', []);
    leaves(CITY, [promisedTo(TENANTS)], LAST_FREE_DAY_TO_OTHERS).then(gone(CITY, LAST_FREE_DAY_TO_OTHERS));
    leaves(CITY, [promisedTo(TENANTS)], '2026-05-17').thenRefused('NOTICE_PASSED', []);
  });

  it('is for a counterparty at any time', () => {
    leaves(TENANTS, [promisedTo(TENANTS)], '2026-12-31').then(gone(TENANTS, '2026-12-31'));
  });

  it('is for those left, within 14 days after another promisor left', () => {
    const past = [together(BUILDER), left(BUILDER, '2026-06-10')];
    leaves(CITY, past, '2026-06-24').then(gone(CITY, '2026-06-24'));
    leaves(CITY, past, '2026-06-25').thenRefused('NOTICE_PASSED', []);
  });

  it('follows nobody of one’s own control group', () => {
    leaves(CITY, [together(SISTER), left(SISTER, '2026-06-10')], '2026-06-20').thenRefused('NOTICE_PASSED', []);
  });

  it('is over once the promise is due', () => {
    leaves(CITY, [together(BUILDER), left(BUILDER, '2026-06-20')], '2026-07-01').thenRefused('AFTER_DUE', []);
  });

  it('is open to whoever is suspended, or no member any more', () => {
    leaves(CITY, [together(BUILDER)], '2026-03-01', [suspended(CITY)]).then(gone(CITY, '2026-03-01'));
    leaves(CITY, [together(BUILDER)], '2026-03-01', [removed(CITY)]).then(gone(CITY, '2026-03-01'));
  });

  it('takes having accepted it', () => {
    leaves(TENANTS, [promise({ counterpartyIds: [TENANTS] })], '2026-03-01').thenRefused('NOT_ACCEPTED', []);
    leaves(CITY, [promise(), left(CITY, '2026-02-01')], '2026-03-01').thenRefused('NOT_ACCEPTED', []);
    leaves(CITY, [promise(), withdrawal('2026-02-01')], '2026-03-01').thenRefused('COMMITMENT_WITHDRAWN', ['id']);
  });
});
