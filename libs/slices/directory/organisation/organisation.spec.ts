import { describe, it, expect } from '@jest/globals';
import { given, id, projected, recorded } from '../../../../test/harness/given.js';
import { organisationDecider } from './decider.js';
import { organisations } from './view.js';

const CITY = id(1);
const HOLDING = id(2);
const STRANGER = id(3);
const ULTIMATE = id(4);

const terms = { name: 'Ville de Rennes', sector: 'PUBLIC', identifiers: [] };
const registered = (of: string, name = 'Ville de Rennes') => ({
  type: 'OrganisationRegistered',
  data: { ...terms, name, controlGroupId: of },
});

describe('An organisation', () => {
  it('registers itself, in a control group of its own', () => {
    given(organisationDecider).when('RegisterOrganisation', CITY, terms, { by: CITY }).then(registered(CITY));
  });

  it('is registered by the operator', () => {
    given(organisationDecider)
      .when('RegisterOrganisation', CITY, terms, { by: STRANGER, scopes: ['admin'] })
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

  it('joins the control group of its ultimate parent', () => {
    given(organisationDecider, [registered(CITY)])
      .consulting({ [`organisation/${HOLDING}`]: [registered(HOLDING, 'Holding')] }, [])
      .when('GroupOrganisation', CITY, { parentId: HOLDING }, { by: CITY })
      .then({ type: 'OrganisationGrouped', data: { controlGroupId: HOLDING } });
  });

  it('names the ultimate parent, not one in between', () => {
    given(organisationDecider, [registered(CITY)])
      .consulting(
        {
          [`organisation/${HOLDING}`]: [
            registered(HOLDING, 'Holding'),
            { type: 'OrganisationGrouped', data: { controlGroupId: ULTIMATE } },
          ],
        },
        [],
      )
      .when('GroupOrganisation', CITY, { parentId: HOLDING }, { by: CITY })
      .thenRefused('PARENT_IN_ANOTHER_GROUP', ['parentId']);
  });

  it('is not its own parent, nor the child of an unknown one', () => {
    given(organisationDecider, [registered(CITY)])
      .when('GroupOrganisation', CITY, { parentId: CITY }, { by: CITY })
      .thenRefused('OWN_PARENT', ['parentId']);
    given(organisationDecider, [registered(CITY)])
      .when('GroupOrganisation', CITY, { parentId: HOLDING }, { by: CITY })
      .thenRefused('UNKNOWN_ORGANISATION', ['parentId']);
  });

  it('leaves its group with a reason and stands by itself again', () => {
    given(organisationDecider, [registered(CITY), { type: 'OrganisationGrouped', data: { controlGroupId: HOLDING } }])
      .when('UngroupOrganisation', CITY, { reason: 'Sold in March.' }, { by: CITY })
      .then({ type: 'OrganisationUngrouped', data: { controlGroupId: CITY, reason: 'Sold in March.' } });
  });
});

describe('The organisations view', () => {
  const stream = `organisation/${CITY}`;

  it('shows an organisation as it is now', () => {
    const { organisation } = projected(organisations, [
      recorded(stream, registered(CITY)),
      recorded(stream, { type: 'OrganisationRevised', data: { ...terms, name: 'Rennes' } }),
      recorded(stream, { type: 'OrganisationGrouped', data: { controlGroupId: HOLDING } }),
    ]);
    expect(organisation).toEqual([
      expect.objectContaining({ id: CITY, name: 'Rennes', control_group_id: HOLDING, position: '1' }),
    ]);
  });

  it('knows the control group it belongs to after every change', () => {
    const events = [
      recorded(stream, registered(CITY)),
      recorded(stream, { type: 'OrganisationGrouped', data: { controlGroupId: HOLDING } }),
      recorded(stream, { type: 'OrganisationUngrouped', data: { controlGroupId: CITY, reason: 'Sold in March.' } }),
    ];
    const groups = [1, 2, 3].map((count) => projected(organisations, events.slice(0, count))['organisation']);
    expect(groups).toEqual(
      [CITY, HOLDING, CITY].map((group) => [expect.objectContaining({ control_group_id: group })]),
    );
  });

  it('halts on a revision of what it never saw registered', () => {
    expect(() => projected(organisations, [recorded(stream, { type: 'OrganisationRevised', data: terms })])).toThrow(
      /finds no row/,
    );
  });
});
