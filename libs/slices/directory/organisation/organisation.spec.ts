import { describe, it, expect } from '@jest/globals';
import { erasable, upcast } from '@maillage/kernel';
import { given, projected, provenance, recorded } from '../../../../test/harness/given.js';
import {
  CITY,
  directoryWith,
  grouped,
  HOLDING,
  noonOf,
  registered,
  STRANGER,
  terms,
  ungrouped,
} from '../spec.fixtures.js';
import { organisationDecider } from './decider.js';
import { identifier, nameKey, organisationEvents } from './events.js';
import { organisations } from './view.js';

describe('The name of an organisation', () => {
  it('is told from others without regard to case, accents, spaces, punctuation and joined letters', () => {
    const alike = ['Cœur d’Łódź', "COEUR D'LODZ", 'coeur-d lodz', 'Cœur d’\u0141o\u0301dz\u0301'];
    expect(new Set(alike.map(nameKey))).toEqual(new Set(['coeurdlodz']));
    expect([nameKey('Straße'), nameKey('ﬁn'), nameKey('№ 1'), nameKey('***')]).toEqual([
      'strasse',
      'fin',
      'no1',
      '***',
    ]);
  });
});

describe('An organisation', () => {
  it('registers itself, in a control group of its own', () => {
    given(organisationDecider).when('RegisterOrganisation', CITY, terms, { by: CITY }).then(registered(CITY));
  });

  it('is registered by the operator', () => {
    given(organisationDecider)
      .when('RegisterOrganisation', CITY, terms, { by: STRANGER, scopes: ['operator'] })
      .then(registered(CITY));
  });

  it('is not registered by a stranger', () => {
    given(organisationDecider)
      .when('RegisterOrganisation', CITY, terms, { by: STRANGER })
      .thenRefused('NOT_YOUR_ORGANISATION', ['id']);
  });

  it('is not registered twice', () => {
    given(organisationDecider, [registered(CITY)])
      .when('RegisterOrganisation', CITY, terms, { by: CITY })
      .thenRefused('ORGANISATION_EXISTS', ['id']);
  });

  it('says nothing of itself before it is registered', () => {
    given(organisationDecider)
      .when('ReviseOrganisation', CITY, terms, { by: CITY })
      .thenRefused('UNKNOWN_ORGANISATION', ['id']);
  });

  it('is known by any register, local ones and 360Giving included', () => {
    const read = (scheme: string) => identifier.safeParse({ scheme, value: 'A 1' }).success;
    expect(['GB-COH', 'FR-LOCAL', '360G', 'XI-PB'].map(read)).toEqual([true, true, true, true]);
    expect(['g', 'G', 'gb-coh', '-GB', 'GB COH', 'X'.repeat(32)].filter(read)).toEqual([]);
  });

  it('is dissolved by itself or the operator, once, in favour of another that is not', () => {
    const dissolve = (past: readonly ReturnType<typeof registered>[], data: object, by = CITY) =>
      given(organisationDecider, past)
        .consulting(
          directoryWith({
            [STRANGER]: [{ type: 'OrganisationDissolved', data: { reason: 'Bankrupt.', on: '2026-02-01' } }],
          }),
          [],
        )
        .when('DissolveOrganisation', CITY, { reason: 'Merged.', ...data }, { by, at: noonOf('2026-03-01') });
    const data = { reason: erasable('Merged.'), successorId: HOLDING, on: '2026-03-01' };
    const dissolved = { type: 'OrganisationDissolved', data };
    dissolve([registered(CITY)], { successorId: HOLDING }).then(dissolved);
    dissolve([registered(CITY)], {}, STRANGER).thenRefused('NOT_YOUR_ORGANISATION', ['id']);
    dissolve([registered(CITY)], { successorId: CITY }).thenRefused('OWN_SUCCESSOR', ['successorId']);
    dissolve([registered(CITY)], { successorId: STRANGER }).thenRefused('ORGANISATION_DISSOLVED', ['successorId']);
    dissolve([registered(CITY), dissolved], {}).thenRefused('ORGANISATION_DISSOLVED');
  });

  it('has in old entries the day on which they were recorded', () => {
    const { OrganisationGrouped, OrganisationUngrouped } = organisationEvents;
    const old = { controlGroupId: HOLDING };
    const day = provenance.recordedAt.slice(0, 10);
    expect(upcast('OrganisationGrouped', OrganisationGrouped, 1, old, provenance)).toEqual({ ...old, on: day });
    expect(upcast('OrganisationUngrouped', OrganisationUngrouped, 1, { ...old, reason: 'Sold.' }, provenance)).toEqual({
      ...old,
      reason: 'Sold.',
      on: day,
    });
  });
});

describe('The organisations view', () => {
  const stream = `organisation/${CITY}`;
  const on = (type: string, data: object) => recorded(stream, { type, data });

  it('shows an organisation as it is now', () => {
    const { organisation } = projected(organisations, [
      recorded(stream, registered(CITY)),
      on('OrganisationRevised', { ...terms, name: 'Rennes' }),
      on('DuplicateOf', { keptId: HOLDING, reason: 'Same statutes.', on: '2026-03-01' }),
      on('OrganisationDissolved', { successorId: HOLDING, reason: { sha256: 'ab'.repeat(32) }, on: '2026-03-02' }),
    ]);
    expect(organisation).toEqual([
      expect.objectContaining({
        id: CITY,
        name: 'Rennes',
        duplicate_of: HOLDING,
        duplicate_reason: 'Same statutes.',
        duplicate_reason_private: null,
        dissolved_on: '2026-03-02',
        successor_id: HOLDING,
        dissolution_reason: null,
        dissolution_reason_private: expect.objectContaining({ path: '/reason', sha256: 'ab'.repeat(32) }),
        position: '1',
      }),
    ]);
  });

  it('knows every control group it belonged to, with dates', () => {
    const events = [
      recorded(stream, registered(CITY)),
      recorded(stream, grouped(HOLDING, '2026-01-10')),
      recorded(stream, ungrouped(CITY, '2026-02-10')),
      recorded(stream, grouped(STRANGER, '2026-03-10')),
    ];
    const rows = [1, 2, 3, 4].map((count) =>
      (projected(organisations, events.slice(0, count))['group_membership'] ?? []).map(({ group_id, since, until }) => [
        group_id,
        since,
        until,
      ]),
    );
    expect(rows).toEqual([
      [],
      [[HOLDING, '2026-01-10', null]],
      [[HOLDING, '2026-01-10', '2026-02-10']],
      [
        [HOLDING, '2026-01-10', '2026-02-10'],
        [STRANGER, '2026-03-10', null],
      ],
    ]);
  });

  it('has each number once, however it is written: claimed, confirmed, or both', () => {
    const siret = { scheme: 'FR-SIRET', value: '213 502 388 00019' };
    const rna = { scheme: 'FR-RNA', value: 'W351000001' };
    const confirmed = { scheme: 'FR-SIRET', value: '21350238800019', evidence: [], by: HOLDING, on: '2026-03-01' };
    const events = [
      recorded(stream, registered(CITY)),
      on('OrganisationRevised', { ...terms, identifiers: [rna, siret] }),
      on('IdentityConfirmed', confirmed),
      on('OrganisationRevised', { ...terms, identifiers: [rna] }),
      on('IdentityConfirmationWithdrawn', {
        scheme: 'FR-SIRET',
        value: '21350238800019',
        reason: 'A typing error.',
        on: '2026-03-02',
      }),
    ];
    const rows = [2, 3, 4, 5].map((count) =>
      (projected(organisations, events.slice(0, count))['organisation_identifier'] ?? []).map((row) => [
        row['number_key'],
        row['confirmed'],
      ]),
    );
    expect(rows).toEqual([
      [
        ['FR-RNA W351000001', false],
        ['FR-SIRET 21350238800019', false],
      ],
      [
        ['FR-RNA W351000001', false],
        ['FR-SIRET 21350238800019', true],
      ],
      [
        ['FR-RNA W351000001', false],
        ['FR-SIRET 21350238800019', true],
      ],
      [['FR-RNA W351000001', false]],
    ]);
  });

  it('halts on a revision of what it never saw registered', () => {
    expect(() => projected(organisations, [recorded(stream, { type: 'OrganisationRevised', data: terms })])).toThrow(
      /finds no row/,
    );
  });
});
