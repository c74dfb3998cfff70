import { describe, it } from '@jest/globals';
import { erasable, type DomainEvent } from '@maillage/kernel';
import { id } from '../../../../../test/harness/given.js';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  commitment,
  joined,
  left as leftMission,
  MISSION,
  NEIGHBOUR,
  removed,
  SISTER,
  STRANGER,
  suspended,
  TENANTS,
} from '../../spec.fixtures.js';
import {
  amended,
  left,
  noon,
  promise,
  promisedTo,
  REASON,
  SETTLEMENT,
  settledBy,
  settling,
  withdrawal,
} from './changes.fixtures.js';

const extending = { settlementId: SETTLEMENT, outcome: 'EXTENDED', dueOn: '2026-09-30', reason: REASON };
const closing = { settlementId: SETTLEMENT, outcome: 'CLOSED_AS_IS', reason: REASON };
const toTenants = promisedTo(TENANTS);

const propose = (
  past: readonly DomainEvent[],
  day: string,
  data: object = extending,
  { by = CITY, since = [] }: { by?: string; since?: readonly DomainEvent[] } = {},
) => commitment(past, since).when('ProposeSettlement', COMMITMENT, data, { by, at: noon(day) });

describe('A settlement', () => {
  it('is proposed by a promisor once the promise was due, to the counterparties that accepted it', () => {
    propose([toTenants], '2026-06-30').thenRefused('NOT_DUE_YET', []);
    propose([toTenants], '2026-07-01').then(settling([TENANTS], '2026-07-01'));
    propose([toTenants], '2026-07-01', closing).then(
      settling([TENANTS], '2026-07-01', { outcome: 'CLOSED_AS_IS', dueOn: undefined }),
    );
    propose([toTenants], '2026-07-01', extending, { by: TENANTS }).thenRefused('NOT_A_PROMISOR', []);
    propose([toTenants], '2026-07-01', extending, { by: BACKBONE }).thenRefused('NOT_A_PROMISOR', []);
  });

  it('is agreed on by a backbone without a tie where no counterparty accepted, and by nobody where none is', () => {
    const asked = promise({ counterpartyIds: [TENANTS] });
    propose([asked], '2026-07-01').then(settling([BACKBONE], '2026-07-01'));
    propose([asked], '2026-07-01', extending, { since: [leftMission(BACKBONE)] }).thenRefused('NOBODY_TO_AGREE', []);
    const tied = [leftMission(BACKBONE), joined(SISTER, 'BACKBONE')];
    propose([asked], '2026-07-01', extending, { since: tied }).thenRefused('NOBODY_TO_AGREE', []);
  });

  it('is proposed by a promisor that is suspended, or no member any more', () => {
    propose([toTenants], '2026-07-01', extending, { since: [removed(CITY)] }).then(settling([TENANTS], '2026-07-01'));
    propose([toTenants], '2026-07-01', extending, { since: [suspended(CITY)] }).then(settling([TENANTS], '2026-07-01'));
  });

  it('stands alone while it is open, and for 14 days', () => {
    const past = [toTenants, settling([TENANTS], '2026-07-01')];
    const another = { ...extending, settlementId: id(90) };
    propose(past, '2026-07-15', another).thenRefused('SETTLEMENT_OPEN', []);
    propose(past, '2026-07-16', another).then(settling([TENANTS], '2026-07-16', { settlementId: id(90) }));
    propose(past, '2026-07-16').thenRefused('SETTLEMENT_EXISTS', ['settlementId']);
  });

  describe('is proposed in turn', () => {
    const together = (...ids: readonly string[]) =>
      promise({ promisorIds: ids, counterpartyIds: [TENANTS], acceptedBy: [...ids, TENANTS] });
    const next = (n: number) => ({ ...extending, settlementId: id(90 + n) });
    const asked = (on: string, n: number, proposedBy = CITY) =>
      settling([TENANTS], on, { settlementId: id(90 + n), proposedBy });
    const dropped = (on: string, n: number) => ({
      type: 'SettlementDropped',
      data: { missionId: MISSION, settlementId: id(90 + n), on },
    });
    const silent = [asked('2026-07-01', 1), asked('2026-07-16', 2)];

    it('after two running that were not agreed on, the other promisors have 14 days', () => {
      const past = [together(CITY, BUILDER), ...silent];
      propose(past, '2026-08-13', next(3)).thenRefused('OTHERS_FIRST', []);
      propose(past, '2026-08-14', next(3)).then(asked('2026-08-14', 3));
      propose([...past, dropped('2026-07-17', 2)], '2026-07-31', next(3)).thenRefused('OTHERS_FIRST', []);
      const theirs = asked('2026-08-01', 3, BUILDER);
      propose(past, '2026-08-01', next(3), { by: BUILDER }).then(theirs);
      propose([...past, theirs], '2026-08-16', next(4)).then(asked('2026-08-16', 4));
    });

    it('after one, which ends by silence too, it is proposed anew at once', () => {
      const past = [together(CITY, BUILDER), asked('2026-07-01', 1)];
      propose(past, '2026-07-16', next(2)).then(asked('2026-07-16', 2));
      propose([...past, dropped('2026-07-02', 1)], '2026-07-02', next(2)).then(asked('2026-07-02', 2));
    });

    it('of a control group, whichever of it proposed: two of one do not take turns, nor wait for each other', () => {
      const [theirs, ours] = silent.map((each, n) => ({
        ...each,
        data: { ...(each.data as object), proposedBy: n === 0 ? SISTER : CITY },
      })) as [DomainEvent, DomainEvent];
      for (const by of [CITY, SISTER]) {
        propose([together(CITY, SISTER, BUILDER), theirs, ours], '2026-08-13', next(3), { by }).thenRefused(
          'OTHERS_FIRST',
          [],
        );
        propose([together(CITY, SISTER), theirs, ours], '2026-08-01', next(3), { by }).then(asked('2026-08-01', 3, by));
      }
    });

    it('where nobody else is bound, nobody is waited for', () => {
      const past = [together(CITY, BUILDER), ...silent, left(BUILDER, '2026-06-01')];
      propose(past, '2026-08-01', next(3)).then(asked('2026-08-01', 3));
    });
  });

  it('is over with a promise that was taken back, or left at what was delivered', () => {
    propose([toTenants, withdrawal('2026-05-01')], '2026-07-01').thenRefused('COMMITMENT_WITHDRAWN', ['id']);
    const closed = settling([TENANTS], '2026-07-01', { outcome: 'CLOSED_AS_IS', dueOn: undefined });
    propose([toTenants, closed, settledBy(TENANTS, '2026-07-02')], '2026-07-03', {
      ...extending,
      settlementId: id(90),
    }).thenRefused('COMMITMENT_CLOSED', []);
  });
});

describe('More time', () => {
  const until = (dueOn: string) => ({ ...extending, dueOn });

  it('is in all at most what was given at first, and a year', () => {
    // Given 180 days at first, it is due on the 27th of December at the latest.
    propose([toTenants], '2026-07-01', until('2026-12-27')).then(
      settling([TENANTS], '2026-07-01', { dueOn: '2026-12-27' }),
    );
    propose([toTenants], '2026-07-01', until('2026-12-28')).thenRefused('EXTENSION_TOO_LONG', ['dueOn']);
    const long = promisedTo(TENANTS, { on: '2024-01-01' });
    propose([long], '2026-07-01', until('2027-06-30')).then(settling([TENANTS], '2026-07-01', { dueOn: '2027-06-30' }));
    propose([long], '2026-07-01', until('2027-07-01')).thenRefused('EXTENSION_TOO_LONG', ['dueOn']);
  });

  it('is at most what was given at first, also where another date was agreed before it was due', () => {
    // Given 30 days at first, it was moved to 180 days: it is still extended by 30, from then.
    const short = promisedTo(TENANTS, { dueOn: '2026-01-31' });
    const moved = [short, amended({ termsVersion: 2, acceptedBy: [CITY, TENANTS] }, '2026-01-10')];
    propose(moved, '2026-07-01', until('2026-07-31')).thenRefused('EXTENSION_TOO_LONG', ['dueOn']);
    propose(moved, '2026-07-01', until('2026-07-30')).then(
      settling([TENANTS], '2026-07-01', { dueOn: '2026-07-30', agreedBySilence: true }),
    );
    // Given 180 days, it is extended by as many from the earlier day that was promised since.
    const sooner = [toTenants, amended({ dueOn: '2026-03-02', termsVersion: 2 }, '2026-01-10')];
    propose(sooner, '2026-04-01', until('2026-08-29')).then(settling([TENANTS], '2026-04-01', { dueOn: '2026-08-29' }));
    propose(sooner, '2026-04-01', until('2026-08-30')).thenRefused('EXTENSION_TOO_LONG', ['dueOn']);
  });

  it('ends later than now, and than before', () => {
    propose([toTenants], '2026-07-01', until('2026-07-01')).thenRefused('DUE_IN_PAST', ['dueOn']);
    const extended = [toTenants, settling([TENANTS], '2026-07-01'), settledBy(TENANTS, '2026-07-02')];
    const second = { settlementId: id(90), dueOn: '2026-09-30' };
    propose(extended, '2026-07-10', { ...extending, ...second }).thenRefused('DUE_IN_PAST', ['dueOn']);
  });

  it('is given three times', () => {
    const times = ['2026-07-31', '2026-08-31', '2026-09-30'].flatMap((dueOn, n) => [
      settling([TENANTS], dueOn.replace(/..$/, '01'), { settlementId: id(90 + n), dueOn }),
      settledBy(TENANTS, dueOn.replace(/..$/, '01'), false, id(90 + n)),
    ]);
    propose([toTenants, ...times.slice(0, 4)], '2026-09-01').then(settling([TENANTS], '2026-09-01'));
    const after = propose([toTenants, ...times], '2026-10-01', until('2026-10-31'));
    after.thenRefused('EXTENSIONS_USED_UP', ['outcome']);
  });

  it('of up to 30 days is agreed by the silence of receivers, the first time', () => {
    const silent = { agreedBySilence: true };
    propose([toTenants], '2026-07-01', until('2026-07-30')).then(
      settling([TENANTS], '2026-07-01', { dueOn: '2026-07-30', ...silent }),
    );
    propose([toTenants], '2026-07-01', until('2026-07-31')).then(
      settling([TENANTS], '2026-07-01', { dueOn: '2026-07-31' }),
    );
    // Agreed on since the 16th of July: a second one is possible, and is agreed by no silence.
    const agreed = [toTenants, settling([TENANTS], '2026-07-01', { dueOn: '2026-07-30', ...silent })];
    const another = { ...until('2026-07-31'), settlementId: id(90) };
    propose(agreed, '2026-07-16', another).then(
      settling([TENANTS], '2026-07-16', { dueOn: '2026-07-31', settlementId: id(90) }),
    );
    propose([promise()], '2026-07-01', until('2026-07-30')).then(
      settling([BACKBONE], '2026-07-01', { dueOn: '2026-07-30' }),
    );
  });
});

describe('Agreeing to a settlement', () => {
  const both = promise({ counterpartyIds: [TENANTS, NEIGHBOUR], acceptedBy: [CITY, TENANTS, NEIGHBOUR] });
  const open = [both, settling([TENANTS, NEIGHBOUR], '2026-07-01')];
  const answer = (
    type: 'AcceptSettlement' | 'DeclineSettlement' | 'DropSettlement',
    by: string,
    day: string,
    { past = open, since = [] }: { past?: readonly DomainEvent[]; since?: readonly DomainEvent[] } = {},
  ) => commitment(past, since).when(type, COMMITMENT, { settlementId: SETTLEMENT }, { by, at: noon(day) });
  const agree = answer.bind(undefined, 'AcceptSettlement');

  it('is for the counterparties asked, members or not, once each', () => {
    agree(TENANTS, '2026-07-02').then(settledBy(TENANTS, '2026-07-02'));
    agree(TENANTS, '2026-07-03', { past: [...open, settledBy(TENANTS, '2026-07-02')] }).thenRefused('ALREADY_ACCEPTED');
    agree(STRANGER, '2026-07-02').thenRefused('NOT_YOURS_TO_SETTLE', []);
    agree(TENANTS, '2026-07-02', { past: [both] }).thenRefused('UNKNOWN_SETTLEMENT', ['settlementId']);
  });

  it('is for another promisor as well, for which it then holds', () => {
    const together = promise({
      promisorIds: [CITY, BUILDER],
      counterpartyIds: [TENANTS],
      acceptedBy: [CITY, BUILDER, TENANTS],
    });
    const past = [together, settling([TENANTS], '2026-07-01')];
    agree(BUILDER, '2026-07-02', { past }).then(settledBy(BUILDER, '2026-07-02'));
  });

  it('is for a backbone without a tie: beside them, or in their place once they were silent for 14 days', () => {
    agree(BACKBONE, '2026-07-02').then(settledBy(BACKBONE, '2026-07-02', true));
    agree(BACKBONE, '2026-07-29').then(settledBy(BACKBONE, '2026-07-29', true));
    agree(BACKBONE, '2026-07-30').thenRefused('SETTLEMENT_ENDED', ['settlementId']);
    agree(SISTER, '2026-07-02', { since: [joined(SISTER, 'BACKBONE')] }).thenRefused('SAME_CONTROL_GROUP', []);
    const alone = [promise(), settling([BACKBONE], '2026-07-01')];
    agree(BACKBONE, '2026-07-15', { past: alone }).then(settledBy(BACKBONE, '2026-07-15', true));
    agree(BACKBONE, '2026-07-16', { past: alone }).thenRefused('SETTLEMENT_ENDED', ['settlementId']);
  });

  it('is refused, or taken back, while it is open', () => {
    answer('DeclineSettlement', TENANTS, '2026-07-02').then({
      type: 'SettlementDeclined',
      data: { missionId: MISSION, settlementId: SETTLEMENT, organisationId: TENANTS, on: '2026-07-02' },
    });
    answer('DeclineSettlement', STRANGER, '2026-07-02').thenRefused('NOT_YOURS_TO_SETTLE', []);
    answer('DeclineSettlement', TENANTS, '2026-07-16').thenRefused('SETTLEMENT_ENDED', ['settlementId']);
    const dropped: DomainEvent = {
      type: 'SettlementDropped',
      data: { missionId: MISSION, settlementId: SETTLEMENT, on: '2026-07-02' },
    };
    answer('DropSettlement', CITY, '2026-07-02').then(dropped);
    answer('DropSettlement', TENANTS, '2026-07-02').thenRefused('NOT_YOUR_PROPOSAL', []);
    agree(TENANTS, '2026-07-03', { past: [...open, dropped] }).thenRefused('SETTLEMENT_ENDED', ['settlementId']);
  });

  it('is refused by nobody that could not agree: who left, is no backbone any more, became tied, or agreed', () => {
    const refuse = answer.bind(undefined, 'DeclineSettlement');
    const gone = [...open, left(NEIGHBOUR, '2026-07-02')];
    refuse(NEIGHBOUR, '2026-07-03', { past: gone }).thenRefused('NOT_YOURS_TO_SETTLE', []);
    agree(NEIGHBOUR, '2026-07-03', { past: gone }).thenRefused('NOT_YOURS_TO_SETTLE', []);
    const alone = [promise(), settling([BACKBONE, SISTER], '2026-07-01')];
    refuse(BACKBONE, '2026-07-02', { past: alone, since: [leftMission(BACKBONE)] }).thenRefused(
      'NOT_YOURS_TO_SETTLE',
      [],
    );
    refuse(SISTER, '2026-07-02', { past: alone, since: [joined(SISTER, 'BACKBONE')] }).thenRefused(
      'SAME_CONTROL_GROUP',
      [],
    );
    refuse(TENANTS, '2026-07-03', { past: [...open, settledBy(TENANTS, '2026-07-02')] }).thenRefused(
      'ALREADY_ACCEPTED',
      ['settlementId'],
    );
  });

  it('is refused with a reason that those it may speak of may have erased', () => {
    commitment(open)
      .when(
        'DeclineSettlement',
        COMMITMENT,
        { settlementId: SETTLEMENT, reason: 'No.' },
        { by: TENANTS, at: noon('2026-07-02') },
      )
      .then({
        type: 'SettlementDeclined',
        data: {
          missionId: MISSION,
          settlementId: SETTLEMENT,
          organisationId: TENANTS,
          reason: erasable('No.'),
          concernedIds: [CITY, NEIGHBOUR, BACKBONE],
          on: '2026-07-02',
        },
      });
  });

  it('closes once each of them agreed, and not when a backbone alone stands beside them', () => {
    const closing = settling([TENANTS, NEIGHBOUR], '2026-07-01', { outcome: 'CLOSED_AS_IS', dueOn: undefined });
    const closes = (by: readonly DomainEvent[], day: string) =>
      propose([both, closing, ...by], day, { ...extending, settlementId: id(90) });
    const [tenants, neighbour] = [settledBy(TENANTS, '2026-07-02'), settledBy(NEIGHBOUR, '2026-07-02')];
    const beside = settledBy(BACKBONE, '2026-07-02', true);
    closes([tenants], '2026-07-03').thenRefused('SETTLEMENT_OPEN', []);
    closes([tenants, neighbour], '2026-07-03').thenRefused('COMMITMENT_CLOSED', []);
    closes([neighbour, tenants], '2026-07-03').thenRefused('COMMITMENT_CLOSED', []);
    closes([beside], '2026-07-15').thenRefused('SETTLEMENT_OPEN', []);
    closes([beside], '2026-07-16').thenRefused('COMMITMENT_CLOSED', []);
    closes([settledBy(BACKBONE, '2026-07-20', true)], '2026-07-20').thenRefused('COMMITMENT_CLOSED', []);
  });

  it('closes once each of them that is still there agreed; where all have left, once a backbone did', () => {
    const closing = settling([TENANTS, NEIGHBOUR], '2026-07-01', { outcome: 'CLOSED_AS_IS', dueOn: undefined });
    const another = { ...extending, settlementId: id(90) };
    const gone = (...by: readonly string[]) => by.map((each) => left(each, '2026-07-03', { settlementId: SETTLEMENT }));
    const agreed = [both, closing, settledBy(TENANTS, '2026-07-02')];
    propose([...agreed, left(NEIGHBOUR, '2026-07-03')], '2026-07-04', another).thenRefused('SETTLEMENT_OPEN', []);
    propose([...agreed, ...gone(NEIGHBOUR)], '2026-07-04', another).thenRefused('COMMITMENT_CLOSED', []);
    const alone = [both, closing, ...gone(TENANTS, NEIGHBOUR)];
    propose(alone, '2026-07-15', another).thenRefused('SETTLEMENT_OPEN', []);
    propose([...alone, settledBy(BACKBONE, '2026-07-04', true)], '2026-07-04', another).thenRefused(
      'COMMITMENT_CLOSED',
      [],
    );
  });
});
