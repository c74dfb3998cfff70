import { describe, it, expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { plusDays } from '@maillage/kernel';
import type { Scores } from '../commitment/events.js';
import { estimate } from './arithmetic.js';
import type { GivenFact } from './attested.facts.js';
import type { HeldReview } from './calibration.js';
import { DIMENSIONS, SCORE_OF } from './dimension.js';
import { standingFactsOf, type PraiseRow, type StandingRows } from './facts.js';
import { parametersOf, VERSION_2 } from './parameters.js';
import type { PromiseFact } from './promises.js';
import type { SettlementFact } from './agreed.facts.js';
import { standingOf, type Background } from './standing.js';

const VECTOR = 'test/fixtures/vectors/reputation-2.json';

describe('The worked figures of the second form', () => {
  const vector = JSON.parse(readFileSync(VECTOR, 'utf8')) as Vector;

  it.each(Object.entries(vector.expectVerified))('%s has a voice of %i', (of, voice) => {
    expect(standingOf(backgroundOf(vector)).voiceOf(of)).toBe(voice);
  });

  it.each(vector.cases)('are met to 1e-9: $case', ({ of, expect: expected }) => {
    const facts = standingFactsOf(of, rowsOf(vector, of), praiseAmong(vector));
    const { evidence, version, ...given } = vector.parameters;
    const levels = Object.fromEntries(Object.entries(evidence).map(([name, e]) => [name.toUpperCase(), e]));
    const parameters = parametersOf(version, {
      ...given,
      praiseAbove: VERSION_2.praiseAbove,
      evidence: levels as typeof VERSION_2.evidence,
    });
    for (const dimension of DIMENSIONS) {
      const { due: asTold, ...said } = facts(dimension);
      const aDayLater = asTold.map((fact) => ({ ...fact, ageDays: fact.ageDays - 1 }));
      const { shortfall, ...found } = estimate({ ...said, due: aDayLater }, parameters);
      const { published, ...figures } = expected[SCORE_OF[dimension]]!;
      for (const [name, value] of Object.entries(figures)) {
        expect([name, Math.abs(found[name as 'r'] - value) < 1e-9 || found[name as 'r']]).toEqual([name, true]);
      }
      expect(shortfall === undefined).toBe(published);
    }
  });
});

interface Vector {
  readonly parameters: Omit<typeof VERSION_2, 'evidence'> & { readonly evidence: Readonly<Record<string, number>> };
  readonly atDay: number;
  readonly controlGroups: Readonly<Record<string, string>>;
  readonly verifications: readonly {
    readonly of: string;
    readonly evaluatorGroup: string;
    readonly accredited: boolean;
    readonly promiseBound: boolean;
    readonly paymentTie: boolean;
  }[];
  readonly calibration: Readonly<Record<string, { readonly count: number; readonly sum: number }>>;
  readonly reviews: readonly { from: string; of: string; scores: Scores; evidence: string; day: number }[];
  readonly dueCommitments: readonly {
    readonly of: string;
    readonly id: string;
    readonly receivers: readonly string[];
    readonly firstDueDay?: number;
    readonly dueDay: number;
    readonly delivered: Readonly<Record<string, number>>;
    readonly settlement?: Omit<SettlementFact, 'dueOn'>;
  }[];
  readonly expectVerified: Readonly<Record<string, number>>;
  readonly cases: readonly {
    readonly case: string;
    readonly of: string;
    readonly expect: Readonly<Record<string, Readonly<Record<string, number>> & { readonly published: boolean }>>;
  }[];
}

const dateOfDay = (day: number) => plusDays('2024-01-01', day);

function backgroundOf({ atDay, controlGroups, verifications }: Vector): Background {
  const on = dateOfDay(100);
  const always = { from: dateOfDay(-400), until: null };
  const evaluators = [...new Set(verifications.map(({ evaluatorGroup }) => evaluatorGroup))];
  return {
    // The figures have a promise count from the day it is due; here it has that day still.
    on: dateOfDay(atDay + 1),
    memberships: Object.entries(controlGroups).map(([organisationId, controlGroupId]) => ({
      ...always,
      organisationId,
      controlGroupId,
    })),
    accreditations: evaluators
      .filter((id) => verifications.some(({ evaluatorGroup, accredited }) => evaluatorGroup === id && accredited))
      .map((organisationId) => ({
        organisationId,
        from: dateOfDay(0),
        until: dateOfDay(atDay),
        endedOn: null,
        voidFrom: null,
      })),
    payments: verifications
      .filter(({ paymentTie }) => paymentTie)
      .map(({ of, evaluatorGroup }) => ({ giverId: of, receiverId: evaluatorGroup, on })),
    verifications: verifications
      .filter(({ promiseBound }) => promiseBound)
      .map(({ of, evaluatorGroup }) => ({ giverId: of, evaluatorId: evaluatorGroup, on })),
  };
}

/** Each as an organisation would have come by it: the evidence of a review by what was given to what it is about. */
function rowsOf(vector: Vector, of: string): StandingRows {
  const { atDay, reviews, calibration, dueCommitments } = vector;
  const about = reviews.filter((each) => each.of === of);
  return {
    reviews: about.map(({ from, scores, day }, n) => ({
      id: `${n}`,
      commitmentId: `${n}`,
      reviewerId: from,
      submittedOn: dateOfDay(day),
      ageDays: atDay - day,
      ...pointsOf(scores),
    })),
    reviewed: about.map(({ evidence }, n) => ({
      commitmentId: `${n}`,
      parties: [of],
      given: [given('1', of, evidence, dateOfDay(0), ['A'])],
      former: [],
    })),
    held: Object.entries(calibration).flatMap(([reviewerId, { count, sum }]) =>
      Array.from({ length: count }, (_, n) => heldReview(`${reviewerId}/${n}`, reviewerId, sum / count)),
    ),
    promises: dueCommitments.filter((each) => each.of === of).map(promiseOf),
    background: backgroundOf(vector),
  };
}

/** Found kept by an evaluator that is accredited, and said beforehand to be kept by so much. */
function heldReview(id: string, reviewerId: string, agreement: number): HeldReview {
  const on = dateOfDay(100);
  return {
    id,
    reviewerId,
    said: [{ on: dateOfDay(90), results: 4 * agreement }],
    promised: { amount: null, unit: null },
    parties: [],
    findings: [{ contributionId: id, giverId: 'somebody', evaluatorId: 'p', on, amount: null, unit: null }],
  };
}

function pointsOf({ results, reliability, openness, learning }: Scores): Scores {
  return { results: 4 * results, reliability: 4 * reliability, openness: 4 * openness, learning: 4 * learning };
}

function promiseOf(told: Vector['dueCommitments'][number]): PromiseFact {
  const { id, of, receivers, dueDay, firstDueDay = dueDay, delivered, settlement } = told;
  const terms = { amount: '100', unit: 'dwelling', dueOn: dateOfDay(firstDueDay), milestones: [] };
  const onTime = dateOfDay(dueDay - 1);
  return {
    id,
    promisorId: of,
    madeOn: dateOfDay(0),
    boundOn: dateOfDay(0),
    released: false,
    withdrawn: false,
    gift: false,
    completion: 'QUANTITY',
    terms: [terms],
    parties: [of, ...receivers],
    acceptedBy: receivers,
    settlements: settlement === undefined ? [] : [{ ...settlement, dueOn: dateOfDay(dueDay) }],
    given: Object.entries(delivered).map(([level, share], n) => ({
      ...given(`${n}`, of, level, level === 'declaredLate' ? dateOfDay(dueDay + 1) : onTime, receivers),
      amount: `${Math.round(share * 100)}`,
    })),
  };
}

/** What is corroborated is so by the first who received it, and by an evaluator who is not accredited. */
function given(id: string, by: string, level: string, recordedOn: string, receivers: readonly string[]): GivenFact {
  const verifiedBy = { verified: 'p', corroborated: 'rogue' }[level];
  return {
    id,
    contributorId: by,
    amount: null,
    unit: 'dwelling',
    milestone: null,
    completes: false,
    giverBoundOn: dateOfDay(0),
    givenTo: recordedOn,
    recordedOn,
    declared: true,
    disputes: [],
    corroborations: level === 'corroborated' ? receivers.slice(0, 1) : [],
    verifications: verifiedBy === undefined ? [] : [{ evaluatorId: verifiedBy, on: dateOfDay(50), found: null }],
  };
}

function praiseAmong({ atDay, reviews }: Vector): readonly PraiseRow[] {
  return reviews.map(({ from, of, scores, day }) => ({
    reviewerId: from,
    reviewedId: of,
    ageDays: atDay - day,
    points: 4 * Object.values(scores).reduce((sum, each) => sum + each, 0),
  }));
}
