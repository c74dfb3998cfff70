import { describe, it } from '@jest/globals';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  EVALUATOR,
  GIFT,
  MISSION,
  NEIGHBOUR,
  TENANTS,
  accredited,
  commitment,
  contributed,
  corrected,
  corroborated,
  disputed,
  left,
  made,
  objected,
  retracted,
  verified,
} from '../spec.fixtures.js';

const eight = { contributionId: GIFT, quantity: { amount: '8', unit: 'dwelling' }, date: '2026-02-20' };
const reason = 'Two were counted twice.';
const recorded = [made(), contributed()];
/** A day and a minute after it was recorded. */
const LATER = '2026-03-02T12:01:00.000Z';

describe('Correcting a contribution', () => {
  it('takes no reason, and keeps its evidence, within a day and before anybody else acted', () => {
    const slip = corrected({ keepsEvidence: true, reason: undefined, on: '2026-03-02' });
    const { reason: _, ...data } = slip.data as { reason: unknown };
    commitment(recorded)
      .when('CorrectContribution', COMMITMENT, eight, { by: CITY, at: '2026-03-02T12:00:00.000Z' })
      .then({ type: slip.type, data });
  });

  it('takes a reason later, and its evidence begins anew', () => {
    commitment(recorded)
      .when('CorrectContribution', COMMITMENT, eight, { by: CITY, at: LATER })
      .thenRefused('REASON_MISSING', ['reason']);
    commitment(recorded)
      .when('CorrectContribution', COMMITMENT, { ...eight, reason }, { by: CITY, at: LATER })
      .then(corrected({ on: '2026-03-02' }));
  });

  it.each([
    ['corroborated', corroborated(NEIGHBOUR)],
    ['verified by an evaluator without accreditation', verified(EVALUATOR)],
    ['disputed', disputed(BACKBONE)],
    ['objected to', objected(BUILDER)],
  ])('takes a reason at once where it is %s', (_, act) => {
    commitment([...recorded, act])
      .when('CorrectContribution', COMMITMENT, eight, { by: CITY })
      .thenRefused('REASON_MISSING', ['reason']);
    commitment([...recorded, act])
      .when('CorrectContribution', COMMITMENT, { ...eight, reason }, { by: CITY })
      .then(corrected());
  });

  it('counts its versions', () => {
    commitment([...recorded, corrected()])
      .when('CorrectContribution', COMMITMENT, { ...eight, quantity: { amount: '7', unit: 'dwelling' } }, { by: CITY })
      .then(
        corrected({ version: 3, quantity: { amount: '7', unit: 'dwelling' }, keepsEvidence: true, reason: undefined }),
      );
  });

  it('ends with the word of an accredited evaluator, unless that is void', () => {
    const past = [...recorded, verified(EVALUATOR)];
    const correcting = { ...eight, reason };
    commitment(past, [], accredited(EVALUATOR))
      .when('CorrectContribution', COMMITMENT, correcting, { by: CITY })
      .thenRefused('ALREADY_VERIFIED');
    const voided = {
      type: 'AccreditationEnded',
      data: {
        accreditationIds: ['00000000-0000-4000-8000-0000000000c1'],
        organisationId: EVALUATOR,
        reason: 'It never went there.',
        voidFrom: '2026-01-01',
        on: '2026-04-01',
      },
    };
    commitment(past, [], accredited(EVALUATOR, voided))
      .when('CorrectContribution', COMMITMENT, correcting, { by: CITY, at: '2026-04-02T12:00:00.000Z' })
      .then(corrected({ on: '2026-04-02' }));
  });

  it('is for the giver, a member or not by now, and for nobody else once it is declared', () => {
    commitment(recorded, [left(CITY)])
      .when('CorrectContribution', COMMITMENT, { ...eight, reason }, { by: CITY })
      .then(corrected({ keepsEvidence: true }));
    for (const by of [BACKBONE, BUILDER, EVALUATOR]) {
      commitment(recorded)
        .when('CorrectContribution', COMMITMENT, eight, { by })
        .thenRefused('NOT_YOUR_CONTRIBUTION', ['contributionId']);
    }
  });

  it('is for whoever recorded it until the giver declares it; a giver that corrects it declares it', () => {
    const onBehalf = [made(), contributed({ declared: false, recordedBy: BACKBONE })];
    const slip = { keepsEvidence: true, reason: undefined };
    commitment(onBehalf)
      .when('CorrectContribution', COMMITMENT, eight, { by: BACKBONE })
      .then(corrected({ ...slip, correctedBy: BACKBONE }));
    commitment(onBehalf)
      .when('CorrectContribution', COMMITMENT, eight, { by: CITY })
      .then(
        {
          type: 'ContributionDeclared',
          data: { missionId: MISSION, contributionId: GIFT, evidence: [], on: '2026-03-01' },
        },
        corrected(slip),
      );
  });

  it('changes something, and what is left out is no part of it any more', () => {
    commitment(recorded)
      .when(
        'CorrectContribution',
        COMMITMENT,
        { ...eight, quantity: { amount: '10.0', unit: 'dwelling' } },
        { by: CITY },
      )
      .thenRefused('CONTRIBUTION_UNCHANGED', ['contributionId']);
    const { quantity: _, ...uncounted } = eight;
    commitment(recorded)
      .when('CorrectContribution', COMMITMENT, uncounted, { by: CITY })
      .then(corrected({ quantity: undefined, keepsEvidence: true, reason: undefined }));
  });

  it('goes by the rules of recording', () => {
    const refused = (change: object, code: string, path: readonly string[]) =>
      commitment(recorded)
        .when('CorrectContribution', COMMITMENT, { ...eight, ...change }, { by: CITY })
        .thenRefused(code, path);
    refused({ quantity: { amount: '8', unit: 'hour' } }, 'UNIT_DIFFERS', ['quantity', 'unit']);
    refused({ date: '2026-03-02' }, 'PERIOD_IN_FUTURE', ['date']);
    refused({ milestone: 'permit' }, 'UNKNOWN_MILESTONE', ['milestone']);
    refused({ completes: true }, 'COMPLETES_NOTHING', ['completes']);
    refused({ contributionId: TENANTS }, 'UNKNOWN_CONTRIBUTION', ['contributionId']);
  });
});

describe('Retracting a contribution', () => {
  const retracting = { contributionId: GIFT, reason: 'It was another’s.' };

  it('is for those that may correct it, and leaves nothing to say', () => {
    commitment(recorded).when('RetractContribution', COMMITMENT, retracting, { by: CITY }).then(retracted);
    commitment(recorded)
      .when('RetractContribution', COMMITMENT, retracting, { by: BACKBONE })
      .thenRefused('NOT_YOUR_CONTRIBUTION');
    const gone = [...recorded, retracted];
    const refused = (type: string, data: object, by: string) =>
      commitment(gone)
        .when(type, COMMITMENT, { contributionId: GIFT, ...data }, { by })
        .thenRefused('CONTRIBUTION_RETRACTED');
    refused('RetractContribution', { reason }, CITY);
    refused('CorrectContribution', eight, CITY);
    refused('CorroborateContribution', {}, NEIGHBOUR);
    refused('VerifyContribution', { noTies: true }, EVALUATOR);
    refused('DisputeContribution', { reason }, BACKBONE);
    refused('NoteObjection', { reason }, BUILDER);
  });

  it('ends with the word of an accredited evaluator', () => {
    commitment([...recorded, verified(EVALUATOR)], [], accredited(EVALUATOR))
      .when('RetractContribution', COMMITMENT, retracting, { by: CITY })
      .thenRefused('ALREADY_VERIFIED');
  });
});
