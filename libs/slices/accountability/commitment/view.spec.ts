import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, type DomainEvent, type RecordedEvent } from '@maillage/kernel';
import { asLogged, id, NOON, projected, recorded } from '../../../../test/harness/given.js';
import { commitments } from './view.js';
import { commitmentEvents, EVIDENCE, type Evidence } from './events.js';
import { reviews } from '../review/view.js';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  EVALUATOR,
  GIFT,
  INSIDER,
  MISSION,
  NEIGHBOUR,
  REVIEW,
  SISTER,
  STRANGER,
  TENANTS,
  TODAY,
  acceptedBy,
  commitment,
  contributed,
  corroborated,
  declared,
  declinedBy,
  disputed,
  learnt,
  made,
  opinion,
  reviewed,
  saidNo,
  terms,
  verified,
  withdrawn,
} from '../spec.fixtures.js';

const STREAM = `commitment/${COMMITMENT}`;
const LATER = '2026-04-01T08:00:00.000Z';
const by = (organisation: string, envelope: Partial<RecordedEvent> = {}) => ({ actor: { organisation }, ...envelope });
const amended = {
  type: 'CommitmentAmended',
  data: {
    missionId: MISSION,
    kind: 'SERVICE',
    description: 'As many as we can.',
    dueOn: '2026-09-30',
    completion: 'DECLARED',
    termsVersion: 2,
    acceptedBy: [CITY],
    on: TODAY,
    reason: 'Two sites were unsafe.',
  },
};

describe('The commitments view', () => {
  it('shows a commitment as made', () => {
    const source = { dataset: 'INDIGO', record: 'Projects!12' };
    const { commitment: rows } = projected(commitments, [
      recorded(STREAM, made({ source, acceptedBy: [], actionId: id(0x77) }), by(BACKBONE)),
    ]);
    expect(rows).toEqual([
      {
        id: COMMITMENT,
        mission_id: MISSION,
        kind: 'SERVICE',
        amount: '40',
        unit: 'dwelling',
        description: terms.description,
        due_on: '2026-06-30',
        completion: 'QUANTITY',
        milestones: [],
        terms_version: 1,
        bound_on: null,
        released_on: null,
        hidden: false,
        gift: false,
        aims: [],
        action_id: id(0x77),
        parties: { [CITY]: expect.objectContaining({ state: 'PROPOSED', part: 'PROMISOR' }) },
        made_on: TODAY,
        state: 'MADE',
        withdrawn_at: null,
        withdrawal_reason: null,
        amended: false,
        made_by: BACKBONE,
        made_at: NOON,
        source,
        position: '1',
      },
    ]);
  });

  it('says where the stream of each commitment ends, whatever is recorded of it', () => {
    const { commitment_change } = projected(commitments, [
      recorded(STREAM, made()),
      recorded(STREAM, contributed()),
      recorded(STREAM, reviewed()),
    ]);
    expect(commitment_change).toEqual([{ commitment_id: COMMITMENT, position: '3' }]);
    expect(Object.keys(commitments.tables.commitment_change.on)).toEqual(Object.keys(commitmentEvents));
  });

  it('shows the latest terms and keeps the earlier ones with the reason they were replaced', () => {
    const tables = projected(commitments, [
      recorded(STREAM, made(), by(CITY)),
      recorded(STREAM, amended, by(CITY, { recordedAt: LATER })),
    ]);
    expect(tables['commitment']).toEqual([
      expect.objectContaining({
        amount: null,
        unit: null,
        due_on: '2026-09-30',
        amended: true,
        made_at: NOON,
        position: '1',
      }),
    ]);
    expect(tables['commitment_term']).toEqual([
      expect.objectContaining({ position: '1', amount: '40', due_on: '2026-06-30', reason: null, recorded_at: NOON }),
      expect.objectContaining({ position: '2', amount: null, reason: 'Two sites were unsafe.', recorded_at: LATER }),
    ]);
  });

  it('shows a withdrawal with its reason', () => {
    const { commitment: rows } = projected(commitments, [
      recorded(STREAM, made()),
      recorded(STREAM, withdrawn, { recordedAt: LATER }),
    ]);
    expect(rows).toEqual([
      expect.objectContaining({ state: 'WITHDRAWN', withdrawn_at: LATER, withdrawal_reason: 'The budget was cut.' }),
    ]);
  });

  it('lists each party by its part', () => {
    const { commitment_party: rows } = projected(commitments, [
      recorded(STREAM, made({ promisorIds: [CITY, BUILDER], counterpartyIds: [TENANTS] })),
    ]);
    expect(rows?.map((row) => [row['organisation_id'], row['part'], row['position']])).toEqual([
      [CITY, 'PROMISOR', '1'],
      [BUILDER, 'PROMISOR', '1'],
      [TENANTS, 'COUNTERPARTY', '1'],
    ]);
  });

  it('shows who accepted which version and when, who said no, and since when each promisor is bound', () => {
    const past = [
      made({ promisorIds: [CITY, BUILDER], counterpartyIds: [TENANTS, NEIGHBOUR], acceptedBy: [CITY] }),
      acceptedBy(BUILDER, { on: '2026-03-05' }),
      saidNo(NEIGHBOUR),
      amended,
      acceptedBy(TENANTS, { on: '2026-10-01', termsVersion: 2 }),
    ];
    const { commitment_party: rows } = projected(
      commitments,
      past.map((event) => recorded(STREAM, event)),
    );
    const told = ['organisation_id', 'state', 'accepted_version', 'accepted_version_on', 'accepted_on', 'bound_on'];
    expect(rows?.map((row) => [...told, 'first_bound_on'].map((column) => row[column]))).toEqual([
      [CITY, 'ACCEPTED', 2, TODAY, TODAY, TODAY, TODAY],
      // It did not accept the change, and is bound by no more than it accepted; what it gave meanwhile counts.
      [BUILDER, 'PROPOSED', 1, '2026-03-05', '2026-03-05', null, '2026-03-05'],
      [NEIGHBOUR, 'DECLINED', null, null, null, null, null],
      [TENANTS, 'ACCEPTED', 2, '2026-10-01', '2026-10-01', null, null],
    ]);
  });

  it('keeps the text of what is proposed to other promisors for its parties, until one that was asked accepts', () => {
    const hidden = (...past: readonly DomainEvent[]) =>
      projected(
        commitments,
        past.map((event) => recorded(STREAM, event)),
      )['commitment']?.[0]?.['hidden'];
    const proposed = made({ promisorIds: [CITY, BUILDER], counterpartyIds: [TENANTS], acceptedBy: [CITY] });
    expect(hidden(proposed)).toBe(true);
    expect(hidden(proposed, saidNo(BUILDER))).toBe(true);
    expect(hidden(proposed, acceptedBy(TENANTS))).toBe(false);
    expect(hidden(made({ counterpartyIds: [TENANTS], acceptedBy: [CITY] }))).toBe(false);
  });

  it('binds a promisor that accepts once it is due to nothing', () => {
    const proposed = made({ promisorIds: [CITY], acceptedBy: [], dueOn: '2026-03-10' });
    const late = acceptedBy(CITY, { on: '2026-03-10' });
    const { commitment: rows } = projected(commitments, [recorded(STREAM, proposed), recorded(STREAM, late)]);
    expect(rows).toEqual([expect.objectContaining({ bound_on: null })]);
  });

  it('shows a contribution with the level of its evidence, and who said what of it', () => {
    const tables = projected(commitments, [
      recorded(STREAM, made()),
      recorded(STREAM, contributed({ declared: false, recordedBy: BACKBONE }), by(BACKBONE)),
      recorded(STREAM, declared, by(CITY)),
      recorded(STREAM, disputed(NEIGHBOUR), by(NEIGHBOUR)),
      recorded(STREAM, corroborated(BUILDER), by(BUILDER)),
    ]);
    expect(tables['contribution']).toEqual([
      {
        id: GIFT,
        commitment_id: COMMITMENT,
        mission_id: MISSION,
        contributor_id: CITY,
        kind: 'SERVICE',
        amount: '10',
        unit: 'dwelling',
        period_from: '2026-02-20',
        period_to: '2026-02-20',
        description: null,
        milestone: null,
        completes: false,
        evidence: 'CORROBORATED',
        evidence_links: [],
        note: null,
        note_private: null,
        version: 1,
        evidence_since: 1,
        declared: true,
        disputes: [{ by: NEIGHBOUR, on: TODAY }],
        disputed_until: '2026-04-30',
        retracted_on: null,
        retracted_position: null,
        retraction_reason: null,
        passes_on_commitment_id: null,
        passes_on_id: null,
        source: null,
        recorded_by: BACKBONE,
        recorded_at: NOON,
        changed_position: '5',
        position: '2',
      },
    ]);
    expect(tables['contribution_statement']?.map((row) => [row['act'], row['organisation_id'], row['text']])).toEqual([
      ['DECLARED', CITY, null],
      ['DISPUTED', NEIGHBOUR, 'The walls are still wet.'],
      ['CORROBORATED', BUILDER, null],
    ]);
  });

  it('counts what the giver recorded itself as declared', () => {
    const tables = projected(commitments, [recorded(STREAM, made()), recorded(STREAM, contributed(), by(CITY))]);
    expect(tables['contribution']).toEqual([expect.objectContaining({ evidence: 'DECLARED' })]);
    expect(tables['contribution_statement']).toEqual([
      expect.objectContaining({ act: 'DECLARED', organisation_id: CITY, position: '2' }),
    ]);
  });

  it('keeps contributions of two commitments apart though their clients chose one id', () => {
    const { contribution } = projected(commitments, [
      recorded(STREAM, contributed()),
      recorded(`commitment/${id(77)}`, contributed({ contributorId: BUILDER })),
      recorded(STREAM, verified(EVALUATOR)),
    ]);
    expect(contribution?.map((row) => [row['contributor_id'], row['evidence']])).toEqual([
      [CITY, 'VERIFIED'],
      [BUILDER, 'DECLARED'],
    ]);
  });

  it('halts on what it never saw made or recorded', () => {
    for (const event of [amended, withdrawn, declared, corroborated(BUILDER), verified(EVALUATOR), disputed(CITY)]) {
      expect(() => projected(commitments, [recorded(STREAM, event)])).toThrow(/finds no row/);
    }
  });

  it('never lets the level of evidence fall, whatever is said in whatever order', () => {
    const acts = ['DeclareContribution', 'CorroborateContribution', 'VerifyContribution', 'DisputeContribution'];
    const actors = [BACKBONE, CITY, SISTER, BUILDER, NEIGHBOUR, EVALUATOR, INSIDER, TENANTS, STRANGER];
    const act = fc.record({ command: fc.constantFrom(...acts), actor: fc.constantFrom(...actors) });
    const counterparties = fc.constantFrom([], [TENANTS], [TENANTS, NEIGHBOUR]);

    fc.assert(
      fc.property(fc.boolean(), counterparties, fc.array(act, { maxLength: 25 }), (own, counterpartyIds, said) => {
        let past: readonly DomainEvent[] = [made({ counterpartyIds }), contributed({ declared: own })];
        let level = levelAfter(past);
        for (const { command, actor } of said) {
          const beside = { VerifyContribution: { noTies: true }, DisputeContribution: { reason: 'Wet.' } };
          const data = { contributionId: GIFT, ...(beside as Readonly<Record<string, object>>)[command] };
          const { result } = commitment(past).when(command, COMMITMENT, data, { by: actor });
          if (isRefusal(result)) continue;
          past = [...past, ...result];
          const next = levelAfter(past);
          expect(EVIDENCE.indexOf(next)).toBeGreaterThanOrEqual(EVIDENCE.indexOf(level));
          level = next;
        }
      }),
    );
  });
});

function levelAfter(past: readonly DomainEvent[]): Evidence {
  const { contribution } = projected(
    commitments,
    past.map((event) => recorded(STREAM, asLogged(event))),
  );
  return contribution?.[0]?.['evidence'] as Evidence;
}

describe('The reviews view', () => {
  const revised = {
    type: 'ReviewRevised',
    data: { missionId: MISSION, reviewId: REVIEW, ...opinion, scores: { ...opinion.scores, results: 4 } },
  };
  const answer = (text: string | { readonly sha256: string }) => ({
    type: 'ReviewAnswered',
    data: { missionId: MISSION, reviewId: REVIEW, answer: text },
  });

  it('shows the current review and keeps every version', () => {
    const tables = projected(reviews, [
      recorded(STREAM, reviewed(), by(BUILDER)),
      recorded(STREAM, revised, by(BUILDER, { recordedAt: LATER })),
    ]);
    expect(tables['review']).toEqual([
      {
        id: REVIEW,
        commitment_id: COMMITMENT,
        mission_id: MISSION,
        reviewer_id: BUILDER,
        reviewed_id: CITY,
        results: 4,
        reliability: 2,
        openness: 4,
        learning: 1,
        what_worked: opinion.whatWorked,
        what_worked_private: null,
        what_to_try: opinion.whatToTry,
        what_to_try_private: null,
        submitted_at: NOON,
        revised_at: LATER,
        answer: null,
        answer_private: null,
        answered_at: null,
        ties: [],
        learned_by_reviewer_at: null,
        learned_by_reviewed_at: null,
        position: '1',
      },
    ]);
    expect(tables['review_version']).toEqual([
      expect.objectContaining({ position: '1', results: 3, recorded_at: NOON }),
      expect.objectContaining({ position: '2', results: 4, recorded_at: LATER }),
    ]);
  });

  it('shows the latest answer', () => {
    const { review } = projected(reviews, [
      recorded(STREAM, reviewed()),
      recorded(STREAM, answer('We publish them now.')),
      recorded(STREAM, answer('And their causes.'), { recordedAt: LATER }),
    ]);
    expect(review).toEqual([expect.objectContaining({ answer: 'And their causes.', answered_at: LATER })]);
  });

  it('shows the ties declared, and keeps them when the review is revised', () => {
    const { review } = projected(reviews, [
      recorded(STREAM, reviewed({ ties: ['PAYMENT'] })),
      recorded(STREAM, revised),
    ]);
    expect(review).toEqual([expect.objectContaining({ ties: ['PAYMENT'], results: 4 })]);
  });

  it('shows when either side marked it as learned', () => {
    const later = { recordedAt: LATER };
    const marked = (...events: readonly DomainEvent[]) =>
      projected(reviews, [recorded(STREAM, reviewed()), ...events.map((event) => recorded(STREAM, event, later))])
        .review;
    const at = (reviewer: string | null, other: string | null) => [
      expect.objectContaining({ learned_by_reviewer_at: reviewer, learned_by_reviewed_at: other }),
    ];
    expect(marked(learnt(BUILDER))).toEqual(at(LATER, null));
    expect(marked(learnt(CITY))).toEqual(at(null, LATER));
    expect(marked(learnt(CITY), learnt(BUILDER))).toEqual(at(LATER, LATER));
  });

  it('lists who declined to judge whom', () => {
    const { review, review_decline: rows } = projected(reviews, [
      recorded(STREAM, declinedBy(NEIGHBOUR, { reason: 'We were away.' }), { recordedAt: LATER }),
    ]);
    expect(review).toEqual([]);
    expect(rows).toEqual([
      {
        commitment_id: COMMITMENT,
        reviewer_id: NEIGHBOUR,
        reviewed_id: CITY,
        declined_at: LATER,
        position: '1',
      },
    ]);
  });

  it('keeps which private value stands for a text that the log holds as a commitment, and goes back to plain text', () => {
    const sha256 = 'ab'.repeat(32);
    const discreet = reviewed({ whatWorked: { sha256 }, whatToTry: { sha256 } });
    const tables = projected(reviews, [
      recorded(STREAM, discreet, { id: id(71) }),
      recorded(STREAM, answer({ sha256 }), { id: id(72) }),
      recorded(STREAM, revised, { id: id(73) }),
    ]);
    const reference = (eventId: string, path: string) => ({ eventId, path, sha256 });
    expect(tables['review']).toEqual([
      expect.objectContaining({
        what_worked: opinion.whatWorked,
        what_worked_private: null,
        what_to_try: opinion.whatToTry,
        what_to_try_private: null,
        answer: null,
        answer_private: reference(id(72), '/answer'),
      }),
    ]);
    expect(tables['review_version']).toEqual([
      expect.objectContaining({
        what_worked: null,
        what_worked_private: reference(id(71), '/whatWorked'),
        what_to_try: null,
        what_to_try_private: reference(id(71), '/whatToTry'),
      }),
      expect.objectContaining({ what_worked: opinion.whatWorked, what_worked_private: null }),
    ]);
  });

  it('halts on what it never saw submitted', () => {
    for (const event of [revised, answer('Thanks.'), learnt(CITY)]) {
      expect(() => projected(reviews, [recorded(STREAM, event)])).toThrow(/finds no row/);
    }
  });
});
