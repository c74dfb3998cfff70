import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import type { GivenFact } from './attested.facts.js';
import type { SettlementFact } from './agreed.facts.js';
import { dueFactOf, type PromiseFact } from './promises.js';
import { standingOf, type Background } from './standing.js';

const DUE = '2026-06-30';
const ASKED_ON = '2026-09-01';

/** P promises; Q receives and is of standing, N receives and is of none; E and F are accredited evaluators, R is not. */
const background: Background = {
  on: ASKED_ON,
  memberships: [{ organisationId: 'P-branch', controlGroupId: 'P', from: '2026-01-01', until: '2026-02-01' }],
  accreditations: ['E', 'F'].map((organisationId) => ({
    organisationId,
    from: '2026-01-01',
    until: '2027-12-31',
    endedOn: null,
    voidFrom: null,
  })),
  payments: [],
  verifications: [{ giverId: 'Q', evaluatorId: 'E', on: '2026-03-01' }],
};

const promise = (change: Partial<PromiseFact> = {}): PromiseFact => ({
  id: 'promise',
  promisorId: 'P',
  madeOn: '2026-02-01',
  boundOn: '2026-02-01',
  released: false,
  withdrawn: false,
  gift: false,
  completion: 'QUANTITY',
  terms: [terms('40')],
  parties: ['P', 'Q'],
  acceptedBy: ['Q'],
  settlements: [],
  given: [],
  ...change,
});
const terms = (amount: string | null, milestones: readonly string[] = []) => ({
  amount,
  milestones,
  dueOn: DUE,
  unit: amount === null ? null : 'dwelling',
});

const gift = (amount: string | null, change: Partial<GivenFact> = {}): GivenFact => ({
  id: 'gift',
  contributorId: 'P',
  amount,
  unit: amount === null ? null : 'dwelling',
  milestone: null,
  completes: false,
  giverBoundOn: '2026-02-01',
  givenTo: '2026-06-01',
  recordedOn: '2026-06-01',
  declared: true,
  corroborations: [],
  verifications: [],
  disputes: [],
  ...change,
});
const foundBy = (evaluatorId: string, found: string | null = null, on = '2026-07-01') => ({ evaluatorId, on, found });

const said = (change: Partial<PromiseFact>, asked: Partial<Background> = {}) => {
  const fact = dueFactOf(promise(change), standingOf({ ...background, ...asked }));
  if (fact === undefined) return undefined;
  const { delivered, awaitingRuling: awaiting, silent, missing } = fact;
  const share = (level: string) => delivered.find(({ evidence }) => evidence === level)?.share ?? 0;
  return { verified: share('VERIFIED'), corroborated: share('CORROBORATED'), awaiting, silent, missing };
};
const nothing = { verified: 0, corroborated: 0, awaiting: 0, silent: 0, missing: 0 };

describe('Which promises are facts', () => {
  it('are those past their due date, that were made and accepted at least 14 days before it', () => {
    expect(said({})).toEqual({ ...nothing, missing: 1 });
    expect(said({}, { on: DUE })).toBeUndefined();
    expect(said({}, { on: '2026-07-01' })).toBeDefined();
    expect(said({ boundOn: '2026-06-16' })).toBeDefined();
    expect(said({ boundOn: '2026-06-17' })).toBeUndefined();
    expect(said({ madeOn: '2026-06-17', boundOn: '2026-06-17' })).toBeUndefined();
  });

  it('are none that the organisation did not accept, was let go of, or that name no date', () => {
    expect(said({ boundOn: null })).toBeUndefined();
    expect(said({ released: true })).toBeUndefined();
    expect(said({ terms: [{ ...terms('40'), dueOn: null }] })).toBeUndefined();
  });

  it('are no gifts', () => {
    expect(said({ gift: true, given: [gift('40', { verifications: [foundBy('E')] })] })).toBeUndefined();
  });

  it('are heard by the groups of standing that accepted them, the promisor’s own left out', () => {
    const verifications = ['Q', 'P-branch', 'S'].map((giverId) => ({ giverId, evaluatorId: 'E', on: '2026-03-01' }));
    const receivers = (acceptedBy: readonly string[], on = ASKED_ON) =>
      dueFactOf(promise({ acceptedBy }), standingOf({ ...background, verifications, on }))?.receivers;
    expect(receivers([])).toEqual([]);
    expect(receivers(['S', 'Q'])).toEqual(['Q', 'S']);
    // Of no standing: whoever costs nothing to make hears nothing by itself.
    expect(receivers(['Q', 'N'])).toEqual(['Q']);
    expect(receivers(['N'])).toEqual([]);
    // Its branch until February: for a year they count as one.
    expect(receivers(['Q', 'P-branch'])).toEqual(['Q']);
    expect(receivers(['Q', 'P-branch'], '2027-02-01')).toEqual(['Q']);
    expect(receivers(['Q', 'P-branch'], '2027-02-02')).toEqual(['P-branch', 'Q']);
  });
});

describe('What speaks for a promise', () => {
  it('is what an accredited evaluator found, as much as it found', () => {
    expect(said({ given: [gift('40', { verifications: [foundBy('E')] })] })).toEqual({ ...nothing, verified: 1 });
    expect(said({ given: [gift('40', { verifications: [foundBy('E', '12')] })] })).toEqual({
      ...nothing,
      verified: 0.3,
      missing: 0.7,
    });
    const twice = [foundBy('E', '12'), foundBy('F', '30', '2026-07-09')];
    expect(said({ given: [gift('40', { verifications: twice })] })).toEqual({
      ...nothing,
      verified: 0.75,
      missing: 0.25,
    });
  });

  it('is no more than corroborated by one that is not accredited, whatever it found', () => {
    expect(said({ given: [gift('40', { verifications: [foundBy('R', '0.01')] })] })).toEqual({
      ...nothing,
      corroborated: 1,
    });
    const voided = background.accreditations.map((each) => ({
      ...each,
      endedOn: '2026-08-01',
      voidFrom: '2026-07-01',
    }));
    expect(said({ given: [gift('40', { verifications: [foundBy('E')] })] }, { accreditations: voided })).toEqual({
      ...nothing,
      corroborated: 1,
    });
  });

  it('is no more than corroborated by one that was paid, in the year before or after', () => {
    const paid = (on: string) => ({ payments: [{ giverId: 'P', receiverId: 'E', on }] });
    const verified = { given: [gift('40', { verifications: [foundBy('E')] })] };
    for (const on of ['2025-07-01', '2027-07-01']) expect(said(verified, paid(on))?.corroborated).toBe(1);
    for (const on of ['2025-06-30', '2027-07-02']) expect(said(verified, paid(on))?.verified).toBe(1);
  });

  it('is what a group of standing corroborated, and no newcomer’s word', () => {
    expect(said({ given: [gift('40', { corroborations: ['Q'] })] })).toEqual({ ...nothing, corroborated: 1 });
    expect(said({ given: [gift('40', { corroborations: ['N'] })] })).toEqual({ ...nothing, silent: 1 });
  });

  it('is nothing that the giver’s own group said, on the day asked about', () => {
    const grouped = { memberships: [{ organisationId: 'Q', controlGroupId: 'P', from: ASKED_ON, until: null }] };
    expect(said({ given: [gift('40', { corroborations: ['Q'] })] }, grouped)).toEqual({ ...nothing, silent: 1 });
    const evaluator = { memberships: [{ organisationId: 'E', controlGroupId: 'P', from: ASKED_ON, until: null }] };
    expect(said({ given: [gift('40', { verifications: [foundBy('E')] })] }, evaluator)).toEqual({
      ...nothing,
      silent: 1,
    });
  });

  it('is not the giver’s own word: neither for nor against in time, and missing when it comes late', () => {
    expect(said({ given: [gift('30')] })).toEqual({ ...nothing, silent: 0.75, missing: 0.25 });
    expect(said({ given: [gift('30', { recordedOn: '2026-07-01' })] })).toEqual({ ...nothing, missing: 1 });
    const late = { recordedOn: '2026-07-01', corroborations: ['Q'] };
    expect(said({ given: [gift('30', late)] })).toEqual({ ...nothing, corroborated: 0.75, missing: 0.25 });
  });

  it('is nothing given before its giver was bound, nor in another unit', () => {
    const before = gift('40', { giverBoundOn: '2026-06-02', verifications: [foundBy('E')] });
    expect(said({ given: [before] })).toEqual({ ...nothing, missing: 1 });
    const hours = gift('40', { unit: 'hour', verifications: [foundBy('E')] });
    expect(said({ given: [hours] })).toEqual({ ...nothing, missing: 1 });
  });

  it('leaves out what a co-promisor gave: it is neither for nor against', () => {
    const other = gift('30', { id: 'other', contributorId: 'C', verifications: [foundBy('E')] });
    expect(said({ given: [other] })).toEqual({ ...nothing, silent: 0.75, missing: 0.25 });
    const own = gift('20', { verifications: [foundBy('E')] });
    expect(said({ given: [other, own] })).toEqual({ ...nothing, verified: 0.5, silent: 0.5 });
  });

  it('leaves nothing missing of a promise kept in thirds', () => {
    const third = gift('1', { verifications: [foundBy('E')] });
    expect(said({ terms: [terms('3')], given: [third, third, third] })?.missing).toBe(0);
  });
});

describe('What waits', () => {
  const frozen = (endedOn: string | null = null, on = '2026-08-01') =>
    gift('40', { corroborations: ['Q'], disputes: [{ by: 'C', on, endedOn }] });

  it('is what is in dispute, until an accredited evaluator verifies it', () => {
    expect(said({ given: [frozen()] })).toEqual({ ...nothing, awaiting: 1 });
    expect(said({ given: [{ ...frozen(), verifications: [foundBy('R')] }] })?.awaiting).toBe(1);
    expect(said({ given: [{ ...frozen(), verifications: [foundBy('E')] }] })?.verified).toBe(1);
  });

  it('is so no longer once the dispute was withdrawn, or 60 days have passed', () => {
    expect(said({ given: [frozen('2026-08-02')] })?.corroborated).toBe(1);
    expect(said({ given: [frozen(null, '2026-07-03')] })?.awaiting).toBe(1);
    expect(said({ given: [frozen(null, '2026-07-02')] })?.corroborated).toBe(1);
  });
});

describe('A promise that was changed', () => {
  it('is measured by the largest amount accepted; what the change took away is neither for nor against', () => {
    const changed = { terms: [terms('100'), terms('60')] };
    expect(said(changed)).toEqual({ ...nothing, silent: 0.4, missing: 0.6 });
    const given = (amount: string) => [gift(amount, { verifications: [foundBy('E')] })];
    expect(said({ ...changed, given: given('60') })).toEqual({ ...nothing, verified: 0.6, silent: 0.4 });
    expect(said({ ...changed, given: given('90') })).toEqual({ ...nothing, verified: 0.9, silent: 0.1 });
  });

  it('speaks for what was given of it before it was withdrawn, and against nothing', () => {
    const given = [gift('10', { verifications: [foundBy('E')] })];
    expect(said({ withdrawn: true, given })).toEqual({ ...nothing, verified: 0.25, silent: 0.75 });
    expect(said({ withdrawn: true })).toEqual({ ...nothing, silent: 1 });
  });

  it('never has more missing, nor less spoken for, by a change that lessens it', () => {
    const amount = fc.integer({ min: 1, max: 100 });
    const levels = fc.constantFrom<Partial<GivenFact>>(
      { verifications: [foundBy('E')] },
      { corroborations: ['Q'] },
      {},
      { recordedOn: '2026-07-01' },
      { disputes: [{ by: 'C', on: '2026-08-01', endedOn: null }] },
      { contributorId: 'C', verifications: [foundBy('E')] },
    );
    const gifts = fc.array(fc.record({ of: amount, change: levels }), { maxLength: 4 });
    fc.assert(
      fc.property(amount, fc.option(amount), gifts, (first, second, some) => {
        const given = some.map(({ of, change }, n) => gift(`${of}`, { id: `${n}`, ...change }));
        const before = said({ terms: [terms(`${first}`)], given })!;
        const change =
          second === null
            ? { withdrawn: true, terms: [terms(`${first}`)] }
            : { terms: [terms(`${first}`), terms(`${Math.min(first, second)}`)] };
        const after = said({ ...change, given })!;
        expect(after.missing).toBeLessThanOrEqual(before.missing);
        expect([after.verified, after.corroborated]).toEqual([before.verified, before.corroborated]);
        const all = after.verified + after.corroborated + after.awaiting + after.silent + after.missing;
        expect(all).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('A settlement', () => {
  const closed = (acceptedBy: readonly string[], untiedBackbone = false): SettlementFact => ({
    outcome: 'CLOSED_AS_IS',
    acceptedBy,
    untiedBackbone,
  });
  const extended = (dueOn: string, acceptedBy: readonly string[]): SettlementFact => ({
    outcome: 'EXTENDED',
    dueOn,
    acceptedBy,
    untiedBackbone: false,
  });
  const half = [gift('20', { verifications: [foundBy('E')] })];

  it('that closes the promise as it is halves what speaks against it', () => {
    expect(said({ given: half, settlements: [closed(['Q'])] })).toEqual({
      ...nothing,
      verified: 0.5,
      silent: 0.25,
      missing: 0.25,
    });
  });

  it('that gives more time has it due then', () => {
    const settlements = [extended('2026-08-15', ['Q'])];
    expect(said({ settlements }, { on: '2026-08-15' })).toBeUndefined();
    const late = gift('40', { recordedOn: '2026-08-15' });
    expect(said({ settlements, given: [late] })).toEqual({ ...nothing, silent: 1 });
    const fact = dueFactOf(promise({ settlements }), standingOf(background));
    expect(fact?.ageDays).toBe(17);
  });

  it('changes nothing where nobody of standing agreed to it, unless an untied backbone did', () => {
    const newcomers = [closed(['N']), extended('2027-01-01', ['N'])];
    expect(said({ given: half, settlements: newcomers })).toEqual(said({ given: half }));
    expect(said({ given: half, settlements: [closed(['N'], true)] })?.missing).toBe(0.25);
  });

  it('makes no fact of a promise that was accepted too late to be one', () => {
    expect(said({ boundOn: '2026-06-20', settlements: [extended('2026-08-15', ['Q'])] })).toBeUndefined();
  });
});

describe('A promise in milestones', () => {
  const ALL = ['one', 'two', 'three', 'four'];
  const stages = (given: readonly GivenFact[], acceptedBy = ['Q']) =>
    said({ completion: 'MILESTONES', terms: [terms(null, ALL)], acceptedBy, given });
  const reached = (milestone: string, change: Partial<GivenFact> = { corroborations: ['Q'] }) =>
    gift(null, { id: milestone, milestone, ...change });

  it('counts those reached, each once, by the best evidence of it', () => {
    expect(stages([reached('one'), reached('one', { verifications: [foundBy('E')] })])).toEqual({
      ...nothing,
      verified: 0.25,
      missing: 0.75,
    });
    expect(stages([reached('one'), reached('two', {})])).toEqual({
      ...nothing,
      corroborated: 0.25,
      silent: 0.25,
      missing: 0.5,
    });
  });

  it('is kept whole or not at all where no receiver accepted it', () => {
    expect(stages([reached('one')], [])).toEqual({ ...nothing, missing: 1 });
    expect(
      stages(
        ALL.map((each) => reached(each)),
        [],
      )?.corroborated,
    ).toBe(1);
  });
});

describe('A promise in milestones of which a change took one away', () => {
  it('is measured by all that were ever accepted', () => {
    const change: Partial<PromiseFact> = {
      completion: 'MILESTONES',
      acceptedBy: ['Q'],
      terms: [terms(null, ['one', 'two']), terms(null, ['one'])],
    };
    expect(said(change)).toEqual({ ...nothing, silent: 0.5, missing: 0.5 });
    const two = gift(null, { milestone: 'two', verifications: [foundBy('E')] });
    expect(said({ ...change, given: [two] })).toEqual({ ...nothing, verified: 0.5, missing: 0.5 });
  });
});

describe('A promise that a contribution completes', () => {
  const whole = (change: Partial<GivenFact>, acceptedBy = ['Q']) =>
    said({ completion: 'DECLARED', terms: [terms(null)], acceptedBy, given: [gift(null, change)] });

  it('is kept once a receiver that accepted it, or an evaluator, says so', () => {
    expect(whole({ completes: true, verifications: [foundBy('E')] })).toEqual({ ...nothing, verified: 1 });
    expect(whole({ completes: true, verifications: [foundBy('R')] })).toEqual({ ...nothing, corroborated: 1 });
    expect(whole({ completes: true, corroborations: ['Q'] })).toEqual({ ...nothing, corroborated: 1 });
  });

  it('is not kept by an onlooker’s word, nor by its giver’s', () => {
    expect(whole({ completes: true, corroborations: ['Q'] }, [])).toEqual({ ...nothing, silent: 1 });
    expect(whole({ completes: true })).toEqual({ ...nothing, silent: 1 });
    expect(whole({ completes: true, recordedOn: '2026-07-01' })).toEqual({ ...nothing, missing: 1 });
  });

  it('is not kept by a contribution that does not say it completes it', () => {
    expect(whole({ verifications: [foundBy('E')] })).toEqual({ ...nothing, missing: 1 });
  });
});
