import { describe, it } from '@jest/globals';
import { erasable, type DomainEvent, type Scope } from '@maillage/kernel';
import { given } from '../../../../test/harness/given.js';
import {
  asserted,
  CITY,
  contested,
  directoryWith,
  grouped,
  HOLDING,
  noonOf,
  OPERATOR,
  proposed,
  REGISTER,
  registered,
  STRANGER,
  ULTIMATE,
  ungrouped,
} from '../spec.fixtures.js';
import { organisationDecider } from './decider.js';

type More = Readonly<Record<string, readonly DomainEvent[]>>;

/** The city's stream, and what else the directory holds. */
function city(past: readonly DomainEvent[], more: More = {}) {
  const setting = given(organisationDecider, [registered(CITY), ...past]).consulting(directoryWith(more), []);
  return {
    when: (type: string, data: object, by: string, on = '2026-03-01', scopes: readonly Scope[] = ['write']) =>
      setting.when(type, CITY, data, { by, at: noonOf(on), scopes }),
    operator: (type: string, data: object, on = '2026-03-01') =>
      setting.when(type, CITY, data, { by: OPERATOR, at: noonOf(on), scopes: ['write', 'operator'] }),
  };
}
const parent = { parentId: HOLDING };
const on = '2026-03-01';

describe('A grouping', () => {
  it('is proposed by the organisation, or by the parent', () => {
    city([])
      .when('ProposeGrouping', parent, CITY)
      .then(proposed(HOLDING, CITY, on));
    city([])
      .when('ProposeGrouping', parent, HOLDING)
      .then(proposed(HOLDING, HOLDING, on));
  });

  it('is proposed by nobody else, not even by the operator', () => {
    city([]).when('ProposeGrouping', parent, STRANGER).thenRefused('NOT_YOUR_ORGANISATION', ['parentId']);
    city([]).operator('ProposeGrouping', parent).thenRefused('NOT_YOUR_ORGANISATION', ['parentId']);
  });

  it('names a parent that is another, is registered, is there, and is the ultimate one', () => {
    city([]).when('ProposeGrouping', { parentId: CITY }, CITY).thenRefused('OWN_PARENT', ['parentId']);
    city([]).when('ProposeGrouping', { parentId: ULTIMATE }, CITY).thenRefused('UNKNOWN_ORGANISATION', ['parentId']);
    city([], { [HOLDING]: [grouped(ULTIMATE, '2026-01-01')] })
      .when('ProposeGrouping', parent, CITY)
      .thenRefused('PARENT_IN_ANOTHER_GROUP', ['parentId']);
    const dissolved = { type: 'OrganisationDissolved', data: { reason: 'Bankrupt.', on: '2026-01-01' } };
    city([], { [HOLDING]: [dissolved] })
      .when('ProposeGrouping', parent, CITY)
      .thenRefused('ORGANISATION_DISSOLVED', ['parentId']);
    city([grouped(HOLDING, '2026-01-01')])
      .when('ProposeGrouping', parent, CITY)
      .thenRefused('ALREADY_IN_GROUP', ['parentId']);
  });

  it('is accepted by the other side, and by nobody else', () => {
    const accepted = [{ type: 'GroupingAccepted', data: { parentId: HOLDING, on } }, grouped(HOLDING, on)];
    const byCity = city([proposed(HOLDING, CITY, '2026-02-01')]);
    const byHolding = city([proposed(HOLDING, HOLDING, '2026-02-01')]);
    byCity.when('AcceptGrouping', parent, HOLDING).then(...accepted);
    byHolding.when('AcceptGrouping', parent, CITY).then(...accepted);
    for (const by of [CITY, STRANGER]) byCity.when('AcceptGrouping', parent, by).thenRefused('NOT_ASKED', ['parentId']);
    byHolding.when('AcceptGrouping', parent, HOLDING).thenRefused('NOT_ASKED', ['parentId']);
    byCity.operator('AcceptGrouping', parent).thenRefused('NOT_ASKED', ['parentId']);
    city([]).when('AcceptGrouping', parent, HOLDING).thenRefused('NO_PROPOSAL', ['parentId']);
  });

  it('lapses after 60 days, and may then be proposed again', () => {
    const past = city([proposed(HOLDING, CITY, '2026-01-01')]);
    past.when('AcceptGrouping', parent, STRANGER, '2026-03-02').thenRefused('NOT_ASKED');
    past.when('AcceptGrouping', parent, HOLDING, '2026-03-03').thenRefused('NO_PROPOSAL');
    past.when('ProposeGrouping', parent, CITY, '2026-03-02').thenRefused('GROUPING_PROPOSED');
    past.when('ProposeGrouping', parent, HOLDING, '2026-03-02').thenRefused('GROUPING_PROPOSED');
    past.when('ProposeGrouping', parent, CITY, '2026-03-03').then(proposed(HOLDING, CITY, '2026-03-03'));
  });

  it('is declined by the other side, which may then propose it itself; the first waits for 30 days', () => {
    const declined = {
      type: 'GroupingDeclined',
      data: { parentId: HOLDING, reason: erasable('Not ours.'), on: '2026-02-01' },
    };
    const open = [proposed(HOLDING, CITY, '2026-01-15')];
    city(open)
      .when('DeclineGrouping', { ...parent, reason: 'Not ours.' }, HOLDING, '2026-02-01')
      .then(declined);
    city(open).when('DeclineGrouping', parent, CITY).thenRefused('NOT_ASKED');
    const after = city([...open, declined]);
    after.when('ProposeGrouping', parent, CITY, '2026-03-03').thenRefused('GROUPING_DECLINED', ['parentId']);
    after.when('ProposeGrouping', parent, CITY, '2026-03-04').then(proposed(HOLDING, CITY, '2026-03-04'));
    after.when('ProposeGrouping', parent, HOLDING).then(proposed(HOLDING, HOLDING, on));
  });

  it('is taken back by whoever proposed it, before it is answered', () => {
    const open = city([proposed(HOLDING, CITY, '2026-02-15')]);
    open.when('DropGrouping', parent, CITY).then({ type: 'GroupingDropped', data: { parentId: HOLDING, on } });
    open.when('DropGrouping', parent, HOLDING).thenRefused('NOT_YOUR_PROPOSAL');
    city([]).when('DropGrouping', parent, CITY).thenRefused('NO_PROPOSAL');
  });

  it('is not accepted where the parent has meanwhile joined another group', () => {
    city([proposed(HOLDING, CITY, '2026-02-15')], { [HOLDING]: [grouped(ULTIMATE, '2026-02-20')] })
      .when('AcceptGrouping', parent, HOLDING)
      .thenRefused('PARENT_IN_ANOTHER_GROUP', ['parentId']);
  });

  it('never has a day before that of an earlier entry, whatever a clock says', () => {
    city([grouped(STRANGER, '2026-03-05')])
      .when('ProposeGrouping', parent, CITY, '2026-03-01')
      .then(proposed(HOLDING, CITY, '2026-03-05'));
  });
});

describe('Leaving a group', () => {
  const reason = { reason: 'Sold in March.' };

  it('is up to the organisation, to its parent, and to the operator', () => {
    const member = city([grouped(HOLDING, '2026-01-01')]);
    member.when('UngroupOrganisation', reason, CITY).then(ungrouped(CITY, on));
    member.when('UngroupOrganisation', reason, HOLDING).then(ungrouped(CITY, on));
    member.operator('UngroupOrganisation', reason).then(ungrouped(CITY, on));
    member.when('UngroupOrganisation', reason, STRANGER).thenRefused('NOT_YOUR_ORGANISATION', ['id']);
    city([]).when('UngroupOrganisation', reason, CITY).thenRefused('NOT_IN_A_GROUP');
  });

  it('is up to the operator alone where a register says so, and so is going elsewhere', () => {
    const member = city([asserted(HOLDING, '2026-01-01')]);
    for (const by of [CITY, HOLDING]) member.when('UngroupOrganisation', reason, by).thenRefused('ASSERTED_GROUP');
    member.when('ProposeGrouping', { parentId: STRANGER }, CITY).thenRefused('ASSERTED_GROUP');
    member.operator('UngroupOrganisation', reason).then(ungrouped(CITY, on));
    city([proposed(STRANGER, CITY, '2026-01-10'), asserted(HOLDING, '2026-01-11')])
      .when('AcceptGrouping', { parentId: STRANGER }, STRANGER)
      .thenRefused('ASSERTED_GROUP');
  });
});

describe('What the operator asserts from a register', () => {
  const asserts = { parentId: HOLDING, register: REGISTER };
  const reason = 'They sold it.';

  it('is the operator’s alone, which acts through a registered organisation of its own', () => {
    city([]).operator('AssertGrouping', asserts).then(asserted(HOLDING, on));
    city([]).when('AssertGrouping', asserts, CITY).thenRefused('NOT_THE_OPERATOR');
    city([])
      .when('AssertGrouping', asserts, ULTIMATE, on, ['write', 'operator'])
      .thenRefused('UNKNOWN_ORGANISATION', []);
  });

  it('is said of two that can belong together, one at a time', () => {
    city([])
      .operator('AssertGrouping', { ...asserts, parentId: CITY })
      .thenRefused('OWN_PARENT');
    city([grouped(HOLDING, '2026-01-01')])
      .operator('AssertGrouping', asserts)
      .thenRefused('ALREADY_IN_GROUP');
    city([asserted(STRANGER, '2026-02-20')])
      .operator('AssertGrouping', asserts)
      .thenRefused('ASSERTION_OPEN');
    city([asserted(STRANGER, '2026-02-20'), contested(STRANGER, '2026-02-21')])
      .operator('AssertGrouping', asserts)
      .thenRefused('ASSERTION_OPEN');
    city([asserted(STRANGER, '2026-02-01')])
      .operator('AssertGrouping', asserts)
      .then(asserted(HOLDING, on));
  });

  it('is contested by either side for 14 days, and not after', () => {
    const open = city([asserted(HOLDING, '2026-02-15')]);
    for (const by of [CITY, HOLDING]) {
      open.when('ContestGrouping', { ...parent, reason }, by, '2026-03-01').then(contested(HOLDING, '2026-03-01'));
      open.when('ContestGrouping', { ...parent, reason }, by, '2026-03-02').thenRefused('CONTEST_OVER', ['parentId']);
    }
    open.when('ContestGrouping', { ...parent, reason }, STRANGER).thenRefused('NOT_YOUR_ORGANISATION', ['parentId']);
    city([])
      .when('ContestGrouping', { ...parent, reason }, CITY)
      .thenRefused('NO_ASSERTION', ['parentId']);
    city([asserted(HOLDING, '2026-02-15'), contested(HOLDING, '2026-02-16')])
      .when('ContestGrouping', { ...parent, reason }, CITY)
      .thenRefused('ALREADY_CONTESTED');
  });

  it('counts from the day after those, and stays out for good once contested', () => {
    const leaving = { reason: 'Sold in March.' };
    const past = [asserted(HOLDING, '2026-02-15')];
    city(past).when('UngroupOrganisation', leaving, CITY, '2026-03-01').thenRefused('NOT_IN_A_GROUP');
    city(past).when('UngroupOrganisation', leaving, CITY, '2026-03-02').thenRefused('ASSERTED_GROUP');
    city([...past, contested(HOLDING, '2026-03-01')])
      .when('UngroupOrganisation', leaving, CITY, '2027-03-02')
      .thenRefused('NOT_IN_A_GROUP');
  });

  it('leaves an earlier group in force until it counts, and for good once contested', () => {
    const past = [grouped(STRANGER, '2026-01-01'), asserted(HOLDING, '2026-02-15')];
    const leave = (more: readonly DomainEvent[], by: string) =>
      city([...past, ...more]).when('UngroupOrganisation', { reason: 'Sold in March.' }, by, '2026-03-02');
    leave([], STRANGER).thenRefused('NOT_YOUR_ORGANISATION');
    leave([contested(HOLDING, '2026-03-01')], STRANGER).then(ungrouped(CITY, '2026-03-02', STRANGER));
  });

  it('is taken back by the operator, as long as it does not count', () => {
    const drop = (past: readonly DomainEvent[], day: string) =>
      city(past).operator('DropGroupingAssertion', { ...parent, reason: 'The wrong register.' }, day);
    const dropped = (day: string) => ({
      type: 'GroupingAssertionDropped',
      data: { parentId: HOLDING, reason: erasable('The wrong register.'), on: day },
    });
    const open = [asserted(HOLDING, '2026-02-15')];
    drop(open, '2026-03-01').then(dropped('2026-03-01'));
    drop(open, '2026-03-02').thenRefused('CONTEST_OVER');
    drop([...open, contested(HOLDING, '2026-02-20')], '2026-05-01').then(dropped('2026-05-01'));
    city(open)
      .when('DropGroupingAssertion', { ...parent, reason: 'No.' }, CITY)
      .thenRefused('NOT_THE_OPERATOR');
    city([...open, dropped('2026-02-16')])
      .when('UngroupOrganisation', { reason: 'Sold in March.' }, CITY)
      .thenRefused('NOT_IN_A_GROUP');
  });
});
