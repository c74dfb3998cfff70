import { describe, expect, it } from '@jest/globals';
import { erasable, type DomainEvent } from '@maillage/kernel';
import { given, id, projected, recorded } from '../../../../test/harness/given.js';
import { CITY, directoryWith, HOLDING, LINK, noonOf, OPERATOR, registered, STRANGER, terms } from '../spec.fixtures.js';
import { organisationDecider } from './decider.js';
import { sameGroup } from './groups.arithmetic.js';
import { organisations } from './view.js';

const on = '2026-03-01';
const SIRET = { scheme: 'FR-SIRET', value: '21350238800019' };
const confirmed = { type: 'IdentityConfirmed', data: { ...SIRET, evidence: [LINK], by: OPERATOR, on } };
const duplicate = { type: 'DuplicateOf', data: { keptId: HOLDING, reason: erasable('Same statutes.'), on } };

function city(past: readonly DomainEvent[], more: Readonly<Record<string, readonly DomainEvent[]>> = {}) {
  const setting = given(organisationDecider, [registered(CITY), ...past]).consulting(directoryWith(more), []);
  return {
    operator: (type: string, data: object, by = OPERATOR) =>
      setting.when(type, CITY, data, { by, at: noonOf(on), scopes: ['write', 'operator'] }),
    when: (type: string, data: object, by = CITY) => setting.when(type, CITY, data, { by, at: noonOf(on) }),
  };
}

describe('Who an organisation is', () => {
  const evidence = [LINK];

  it('is confirmed by the operator, with what it went by', () => {
    city([])
      .operator('ConfirmIdentity', { ...SIRET, evidence })
      .then(confirmed);
    city([])
      .when('ConfirmIdentity', { ...SIRET, evidence })
      .thenRefused('NOT_THE_OPERATOR');
    city([]).operator('ConfirmIdentity', SIRET).thenRefused('EVIDENCE_MISSING', ['evidence']);
    city([])
      .operator('ConfirmIdentity', { ...SIRET, evidence }, id(99))
      .thenRefused('UNKNOWN_ORGANISATION', []);
  });

  it('is not confirmed by an operator of itself', () => {
    city([])
      .operator('ConfirmIdentity', { ...SIRET, evidence }, CITY)
      .thenRefused('OWN_ORGANISATION');
  });

  it('is confirmed once under one number, however that is spaced', () => {
    city([confirmed])
      .operator('ConfirmIdentity', { ...SIRET, value: '213 502 388 00019', evidence })
      .thenRefused('ALREADY_CONFIRMED', ['value']);
  });

  it('is confirmed no more once it takes another name, unless the operator gives it', () => {
    const revise = (name: string) => ({ ...terms, name });
    const revised = (name: string) => ({ type: 'OrganisationRevised', data: revise(name) });
    const reason = erasable(`It was called ${terms.name}, and calls itself La Banque now.`);
    const withdrawn = { type: 'IdentityConfirmationWithdrawn', data: { ...SIRET, reason, on } };
    city([confirmed]).when('ReviseOrganisation', revise('La Banque')).then(revised('La Banque'), withdrawn);
    city([confirmed])
      .when('ReviseOrganisation', revise(terms.name.toUpperCase()))
      .then(revised(terms.name.toUpperCase()));
    city([confirmed]).operator('ReviseOrganisation', revise('La Banque')).then(revised('La Banque'));
    city([]).when('ReviseOrganisation', revise('La Banque')).then(revised('La Banque'));
  });

  it('may turn out not to be so', () => {
    const reason = 'A typing error.';
    const spaced = { ...SIRET, value: '213-502-388-00019' };
    const withdrawn = { type: 'IdentityConfirmationWithdrawn', data: { ...SIRET, reason: erasable(reason), on } };
    city([confirmed])
      .operator('WithdrawIdentityConfirmation', { ...spaced, reason })
      .then(withdrawn);
    city([])
      .operator('WithdrawIdentityConfirmation', { ...SIRET, reason })
      .thenRefused('NOT_CONFIRMED', []);
    city([confirmed])
      .operator('WithdrawIdentityConfirmation', { ...SIRET, value: '1', reason })
      .thenRefused('NOT_CONFIRMED', ['value']);
    city([confirmed])
      .when('WithdrawIdentityConfirmation', { ...SIRET, reason })
      .thenRefused('NOT_THE_OPERATOR');
    city([confirmed, withdrawn])
      .operator('ConfirmIdentity', { ...SIRET, evidence })
      .then(confirmed);
  });
});

describe('An organisation that nobody could act for any more', () => {
  const seat = { memberId: id(41) };
  const recovered = { type: 'AccessRecovered', data: { ...seat, on } };

  it('has somebody administer it again by the operator of others alone, as often as it takes', () => {
    city([]).operator('RecoverAccess', seat).then(recovered);
    city([recovered]).operator('RecoverAccess', seat).then(recovered);
    city([]).when('RecoverAccess', seat).thenRefused('NOT_THE_OPERATOR');
    city([]).operator('RecoverAccess', seat, CITY).thenRefused('OWN_ORGANISATION');
    city([duplicate]).operator('RecoverAccess', seat).thenRefused('IS_DUPLICATE', ['id']);
  });

  it('shows since when', () => {
    const stream = `organisation/${CITY}`;
    const { organisation } = projected(organisations, [
      recorded(stream, registered(CITY)),
      recorded(stream, recovered),
    ]);
    expect(organisation).toEqual([expect.objectContaining({ id: CITY, access_recovered_on: on })]);
  });
});

describe('A record of a body that has another one', () => {
  const found = { keptId: HOLDING, reason: 'Same statutes.' };

  it('is found by the operator', () => {
    city([]).operator('MarkDuplicate', found).then(duplicate);
    city([]).when('MarkDuplicate', found).thenRefused('NOT_THE_OPERATOR');
  });

  it('leads to one that is kept itself', () => {
    city([])
      .operator('MarkDuplicate', { ...found, keptId: CITY })
      .thenRefused('OWN_DUPLICATE', ['keptId']);
    city([])
      .operator('MarkDuplicate', { ...found, keptId: id(99) })
      .thenRefused('UNKNOWN_ORGANISATION', ['keptId']);
    city([duplicate]).operator('MarkDuplicate', found).thenRefused('IS_DUPLICATE', ['id']);
    city([], { [HOLDING]: [{ ...duplicate, data: { ...duplicate.data, keptId: STRANGER } }] })
      .operator('MarkDuplicate', found)
      .thenRefused('IS_DUPLICATE', ['keptId']);
  });

  it('takes part in no grouping, and is confirmed to be nobody', () => {
    city([duplicate]).when('ProposeGrouping', { parentId: STRANGER }).thenRefused('IS_DUPLICATE', ['id']);
    city([duplicate])
      .operator('ConfirmIdentity', { ...SIRET, evidence: [LINK] })
      .thenRefused('IS_DUPLICATE', ['id']);
  });

  it('may turn out to be of another body after all', () => {
    const reason = 'Two branches.';
    const cleared = { type: 'DuplicateCleared', data: { keptId: HOLDING, reason: erasable(reason), on } };
    city([duplicate]).operator('ClearDuplicate', { reason }).then(cleared);
    city([]).operator('ClearDuplicate', { reason }).thenRefused('NOT_A_DUPLICATE');
  });

  it('counts as one group with the one kept, from that day and for 365 days after it was cleared', () => {
    const fold = (...events: readonly DomainEvent[]) =>
      events.reduce((state, event) => organisationDecider.evolve(state, event as never), organisationDecider.initial);
    const cleared = { type: 'DuplicateCleared', data: { reason: 'Two branches.', on: '2026-04-01' } };
    const [kept, record] = [fold(registered(HOLDING)), fold(registered(CITY), duplicate, cleared)];
    const days = ['2026-02-28', '2026-03-01', '2027-04-01', '2027-04-02'];
    expect(days.map((day) => sameGroup(record, kept, day, { memberships: [] }))).toEqual([false, true, true, false]);
    expect(terms.name).toBe(record.name);
  });
});
