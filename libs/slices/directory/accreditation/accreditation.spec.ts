import { describe, expect, it } from '@jest/globals';
import { erasable, plusDays, type DomainEvent } from '@maillage/kernel';
import { given, id, projected, recorded } from '../../../../test/harness/given.js';
import { CITY, directoryWith, grouped, LINK, noonOf, OPERATOR, STRANGER } from '../spec.fixtures.js';
import { organisationDecider } from '../organisation/decider.js';
import { accreditationDecider, isAccredited, type AccreditationState } from './decider.js';
import { accreditations } from './view.js';

const on = '2026-03-01';
const terms = { scope: 'Housing works.', from: '2026-03-01', until: '2027-02-28', evidence: [LINK] };
const accredited = (accreditationId: string, more: object = {}): DomainEvent => ({
  type: 'EvaluatorAccredited',
  data: { accreditationId, organisationId: CITY, ...terms, by: OPERATOR, on, ...more },
});
const ended = (accreditationIds: readonly string[], more: object = {}): DomainEvent => ({
  type: 'AccreditationEnded',
  data: { accreditationIds, organisationId: CITY, reason: 'It ceased.', on, ...more },
});
/** The same as the decider yields it: its reason can be erased. */
const ending = (accreditationIds: readonly string[], more: object) =>
  ended(accreditationIds, { reason: erasable('It ceased.'), ...more });

function evaluator(past: readonly DomainEvent[] = [], more: Readonly<Record<string, readonly DomainEvent[]>> = {}) {
  const setting = given(accreditationDecider, past).consulting(directoryWith(more), [organisationDecider]);
  return {
    operator: (type: string, data: object, day = on, by = OPERATOR) =>
      setting.when(type, CITY, data, { by, at: noonOf(day), scopes: ['write', 'operator'] }),
    when: (type: string, data: object, by: string) => setting.when(type, CITY, data, { by, at: noonOf(on) }),
  };
}

describe('An evaluator', () => {
  it('is accredited by the operator, on behalf of the network, from that day on or later', () => {
    const { result } = evaluator().operator('AccreditEvaluator', terms);
    const [event] = result as readonly DomainEvent[];
    const { accreditationId } = event?.data as { readonly accreditationId: string };
    expect(result).toEqual([accredited(accreditationId)]);
    evaluator()
      .operator('AccreditEvaluator', { ...terms, from: '2026-02-28' })
      .thenRefused('FROM_IN_PAST', ['from']);
    expect(() => evaluator().operator('AccreditEvaluator', { ...terms, until: '2026-02-28' })).toThrow(
      /before it begins/,
    );
    evaluator()
      .operator('AccreditEvaluator', { ...terms, evidence: [] })
      .thenRefused('EVIDENCE_MISSING', ['evidence']);
  });

  it('is accredited by nobody else, and by no operator of its own group', () => {
    evaluator().when('AccreditEvaluator', terms, CITY).thenRefused('NOT_THE_OPERATOR');
    evaluator().operator('AccreditEvaluator', terms, on, CITY).thenRefused('OWN_ORGANISATION');
    evaluator().operator('AccreditEvaluator', terms, on, id(99)).thenRefused('UNKNOWN_ORGANISATION', []);
    const left = { type: 'OrganisationUngrouped', data: { controlGroupId: CITY, reason: 'Sold.', on: '2026-02-01' } };
    evaluator([], { [CITY]: [grouped(OPERATOR, '2026-01-01'), left] })
      .operator('AccreditEvaluator', terms)
      .thenRefused('OWN_ORGANISATION');
  });

  it('is accredited once at a time; the next begins after the last', () => {
    const past = [accredited(id(31))];
    evaluator(past).operator('AccreditEvaluator', terms).thenRefused('ALREADY_ACCREDITED', ['from']);
    const next = { ...terms, from: '2027-03-01', until: '2027-12-31' };
    expect(evaluator(past).operator('AccreditEvaluator', next).result).toHaveLength(1);
    expect(evaluator([...past, ended([id(31)])]).operator('AccreditEvaluator', terms).result).toHaveLength(1);
  });

  it('ceases to be one when the operator says so, with cause since a day in the past', () => {
    const past = [accredited(id(31)), accredited(id(32), { from: '2027-03-01', until: '2027-12-31' })];
    const day = '2026-06-01';
    const both = [id(31), id(32)];
    const end = (data: object, events = past) =>
      evaluator(events).operator('EndAccreditation', { reason: 'It ceased.', ...data }, day);
    end({}).then(ending(both, { on: day }));
    end({ voidFrom: '2026-04-01' }).then(ending(both, { voidFrom: '2026-04-01', on: day }));
    end({ voidFrom: '2026-02-28' }).thenRefused('VOID_OUTSIDE', ['voidFrom']);
    end({ voidFrom: '2026-06-02' }).thenRefused('VOID_OUTSIDE', ['voidFrom']);
    end({}, []).thenRefused('NOT_ACCREDITED');
    evaluator(past).when('EndAccreditation', { reason: 'No.' }, STRANGER).thenRefused('NOT_THE_OPERATOR');
  });

  it('may have its past voided after its time was over', () => {
    const past = [accredited(id(31), { until: '2026-05-01' })];
    const end = (data: object) =>
      evaluator(past).operator('EndAccreditation', { reason: 'It ceased.', ...data }, '2026-06-01');
    end({}).thenRefused('NOT_ACCREDITED', ['voidFrom']);
    end({ voidFrom: '2026-05-15' }).thenRefused('NOT_ACCREDITED', ['voidFrom']);
    end({ voidFrom: '2026-04-01' }).then(ending([id(31)], { voidFrom: '2026-04-01', on: '2026-06-01' }));
  });

  it('is one from the first day to the last, to the day it ended, and not since it was void', () => {
    const daysOf = (...events: readonly DomainEvent[]) => {
      const state = events.reduce<AccreditationState>(
        (before, event) => accreditationDecider.evolve(before, event as never),
        accreditationDecider.initial,
      );
      const days = Array.from({ length: 800 }, (_, n) => plusDays('2026-01-01', n)).filter((day) =>
        isAccredited(state, day),
      );
      return [days[0], days.at(-1), days.length];
    };
    const one = accredited(id(31));
    expect(daysOf(one)).toEqual(['2026-03-01', '2027-02-28', 365]);
    expect(daysOf(one, ended([id(31)], { on: '2026-03-10' }))).toEqual(['2026-03-01', '2026-03-10', 10]);
    const void_ = ended([id(31)], { on: '2026-03-10', voidFrom: '2026-03-05' });
    expect(daysOf(one, void_)).toEqual(['2026-03-01', '2026-03-04', 4]);
    const again = accredited(id(32), { from: '2026-03-10', until: '2026-03-20', on: '2026-03-10' });
    expect(daysOf(one, void_, again)).toEqual(['2026-03-01', '2026-03-20', 15]);
  });
});

describe('The accreditations view', () => {
  it('keeps every ending at its position', () => {
    const stream = `accreditation/${CITY}`;
    const rows = projected(accreditations, [
      recorded(stream, accredited(id(31))),
      recorded(stream, ended([id(31)])),
      recorded(stream, ended([id(31)], { voidFrom: '2026-03-01', reason: 'Forged.' })),
    ]);
    expect(rows['accreditation']).toEqual([
      expect.objectContaining({
        id: id(31),
        organisation_id: CITY,
        since: '2026-03-01',
        accredited_by: OPERATOR,
        position: '1',
      }),
    ]);
    expect(rows['accreditation_ending']?.map(({ position, void_from }) => [position, void_from])).toEqual([
      ['2', null],
      ['3', '2026-03-01'],
    ]);
  });
});
