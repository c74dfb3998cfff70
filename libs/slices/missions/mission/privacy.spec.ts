import { describe, expect, it } from '@jest/globals';
import { erasable, plusDays, type DomainEvent } from '@maillage/kernel';
import { projected, recorded } from '../../../../test/harness/given.js';
import { BANK, CITY, declared, fold, joined, left, mission, MISSION, ON, TENANTS } from './mission.fixtures.js';
import { termsOf } from './state.js';
import { missions } from './view.js';

const reason = 'So that people speak freely.';
const closed = { openInvitation: false };
const asked = { privateFields: ['REVIEW_COMMENTS'], ...closed, reason };
const at = (days: number) => `${plusDays(ON, days)}T12:00:00.000Z`;

const revised = (change: object): DomainEvent => {
  const { startsOn, endsOn, ...terms } = termsOf(fold(declared));
  const dates = { ...(startsOn !== undefined && { startsOn }), ...(endsOn !== undefined && { endsOn }) };
  return { type: 'MissionRevised', data: { ...terms, ...dates, ...closed, ...change, reason, on: ON } };
};
const proposed = (...mustAccept: readonly string[]): DomainEvent => ({
  type: 'PrivacyProposed',
  data: { organisationId: CITY, privateFields: asked.privateFields, mustAccept, reason, on: ON },
});
const accepted = (organisationId: string): DomainEvent => ({
  type: 'PrivacyAccepted',
  data: { organisationId, on: ON },
});
const three = [...declared, revised({}), joined(BANK, 'BACKBONE'), joined(TENANTS, 'BACKBONE')];
const open = [...three, proposed(BANK, TENANTS)];

describe('Future texts become private', () => {
  it('at once, where the mission has one backbone', () => {
    mission(declared)
      .when('ReviseMission', MISSION, asked, { by: CITY })
      .then(revised({ privateFields: asked.privateFields }));
  });

  it('by every backbone: one proposes it by revising the mission, of which the rest takes effect', () => {
    const { openInvitation: _, ...alone } = asked;
    mission(three).when('ReviseMission', MISSION, alone, { by: CITY }).then(proposed(BANK, TENANTS));
    mission(three)
      .when('ReviseMission', MISSION, { ...alone, title: 'Quiet banks' }, { by: CITY })
      .then(revised({ title: 'Quiet banks' }), proposed(BANK, TENANTS));
    expect(fold(open).privateFields).toEqual([]);
  });

  it('with the last backbone’s word, as it was proposed', () => {
    mission(open).when('AcceptPrivacy', MISSION, {}, { by: BANK }).then(accepted(BANK));
    mission([...open, accepted(BANK)])
      .when('AcceptPrivacy', MISSION, {}, { by: TENANTS })
      .then(accepted(TENANTS), revised({ privateFields: asked.privateFields }));
    mission([...open, accepted(BANK), left(TENANTS)])
      .when('AcceptPrivacy', MISSION, {}, { by: BANK })
      .thenRefused('NO_PRIVACY_PROPOSED');
    mission([...open, left(TENANTS)])
      .when('AcceptPrivacy', MISSION, {}, { by: BANK })
      .then(accepted(BANK), revised({ privateFields: asked.privateFields }));
  });

  it('not before whoever became a backbone meanwhile has agreed, and by nobody else', () => {
    const past = [...open, accepted(BANK), accepted(TENANTS)];
    expect(fold(past).privateFields).toEqual([]);
    mission(three).when('AcceptPrivacy', MISSION, {}, { by: BANK }).thenRefused('NO_PRIVACY_PROPOSED');
    mission(open).when('AcceptPrivacy', MISSION, {}, { by: CITY }).thenRefused('NO_PRIVACY_PROPOSED');
    mission([...declared, revised({}), joined(BANK, 'BACKBONE'), proposed(BANK), joined(TENANTS, 'BACKBONE')])
      .when('AcceptPrivacy', MISSION, {}, { by: BANK })
      .then(accepted(BANK));
    mission([...open, joined(BANK, 'FUNDER')])
      .when('DropPrivacy', MISSION, {}, { by: BANK })
      .thenRefused('NO_PRIVACY_PROPOSED');
  });

  it('not where one says no, takes it back, or thirty days pass', () => {
    const declining = { reason: 'Others check by them.' };
    const declined = {
      type: 'PrivacyDeclined',
      data: { organisationId: BANK, proposedBy: CITY, reason: erasable(declining.reason), on: ON },
    };
    const dropped = { type: 'PrivacyDropped', data: { organisationId: CITY, on: ON } };
    mission(open).when('DeclinePrivacy', MISSION, declining, { by: BANK }).then(declined);
    mission(open).when('DropPrivacy', MISSION, {}, { by: CITY }).then(dropped);
    for (const past of [
      [...open, declined],
      [...open, dropped],
    ]) {
      mission(past).when('AcceptPrivacy', MISSION, {}, { by: TENANTS }).thenRefused('NO_PRIVACY_PROPOSED');
    }
    mission(open)
      .when('AcceptPrivacy', MISSION, {}, { by: BANK, at: at(30) })
      .then({ type: 'PrivacyAccepted', data: { organisationId: BANK, on: plusDays(ON, 30) } });
    mission(open)
      .when('AcceptPrivacy', MISSION, {}, { by: BANK, at: at(31) })
      .thenRefused('NO_PRIVACY_PROPOSED');
  });

  it('one proposal at a time, and not in a mission that was opened to all meanwhile', () => {
    mission(open)
      .when('ReviseMission', MISSION, { privateFields: ['EVIDENCE_NOTES'], reason }, { by: BANK })
      .thenRefused('PRIVACY_PROPOSED', ['privateFields']);
    mission([...open, revised({ openInvitation: true })])
      .when('AcceptPrivacy', MISSION, {}, { by: BANK })
      .thenRefused('OPEN_AND_PRIVATE', ['privateFields']);
  });

  it('and public again by one backbone alone', () => {
    const hidden = [...declared, revised({ privateFields: asked.privateFields }), joined(BANK, 'BACKBONE')];
    mission(hidden).when('ReviseMission', MISSION, { privateFields: null, reason }, { by: BANK }).then(revised({}));
  });

  it('with who proposed it and who has agreed in view, until it has come about', () => {
    const rows = (...events: readonly DomainEvent[]) =>
      projected(
        missions,
        events.map((event) => recorded(`mission/${MISSION}`, event)),
      ).mission_privacy?.map(({ proposed_by, accepted_by, private_fields }) => [
        proposed_by,
        accepted_by,
        private_fields,
      ]);
    expect(rows(...open, accepted(BANK))).toEqual([[CITY, [CITY, BANK], ['REVIEW_COMMENTS']]]);
    expect(rows(...open, revised({ privateFields: ['EVIDENCE_NOTES', 'REVIEW_COMMENTS'] }))).toEqual([]);
  });
});
