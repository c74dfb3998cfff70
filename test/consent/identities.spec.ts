import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefused, type Input } from '../acceptance/client.js';
import { MISSION, promise, type Member } from '../acceptance/mission.js';
import { attempt, Network, said } from './network.js';

const LINK = { url: 'https://register.example.org/1', title: 'The entry' };

let network: Network;
beforeAll(async () => {
  network = await Network.open();
});
afterAll(() => network.close());

describe('A name', () => {
  it('that another bears is flagged on both, however it is written, from the moment one takes it', async () => {
    network.at('2026-02-01');
    const [first, second] = [
      await network.organisation('Crédit du Fleuve'),
      await network.organisation('Pêcheurs réunis'),
    ];
    expect(await network.of(second, 'alsoNamed { name }')).toEqual({ alsoNamed: [] });
    const name = 'CREDIT  du fleuve.';
    const terms = { organisationId: second.globalId, name, sector: 'PRIVATE' };
    // By its own word it takes no other’s name.
    expect(said(await attempt(second, 'reviseOrganisation', terms))).toEqual(['NAME_WAITS', ['name']]);
    await network.operator.client.record('reviseOrganisation', terms);
    expect(await network.of(first, 'alsoNamed { name }')).toEqual({ alsoNamed: [{ name }] });
    expect(await network.of(second, 'alsoNamed { name }')).toEqual({ alsoNamed: [{ name: 'Crédit du Fleuve' }] });
  });
});

describe('A number of a register', () => {
  const siret = { scheme: 'FR-SIRET', value: '213 502 388 00019' };
  const identity =
    'identityConfirmed identifiers { scheme value confirmed confirmedOn confirmedBy { name } alsoClaimedBy { name } evidence { url } }';

  it('stands beside the same claim of another, flagged, until it is confirmed; then it blocks a second', async () => {
    network.at('2026-03-01');
    const first = await network.organisation('First claimant', { identifiers: [siret] });
    const second = await network.organisation('Second claimant', {
      identifiers: [{ ...siret, value: '21350238800019' }],
    });
    expect(await network.of(first, identity)).toEqual({
      identityConfirmed: false,
      identifiers: [
        {
          ...siret,
          confirmed: false,
          confirmedOn: null,
          confirmedBy: null,
          alsoClaimedBy: [{ name: 'Second claimant' }],
          evidence: [],
        },
      ],
    });
    const confirming = { organisationId: first.globalId, ...siret, evidence: [LINK] };
    expect(said(await attempt(first, 'confirmIdentity', confirming))).toEqual(['NOT_THE_OPERATOR', []]);
    await network.operator.client.record('confirmIdentity', confirming);
    expect(await network.of(first, identity)).toMatchObject({
      identityConfirmed: true,
      identifiers: [
        {
          confirmed: true,
          confirmedOn: '2026-03-01',
          confirmedBy: { name: 'The Network' },
          evidence: [{ url: LINK.url }],
        },
      ],
    });

    const other = { ...siret, value: '213-502-388-00019' };
    const outcomes = [
      await attempt(network.operator, 'confirmIdentity', {
        organisationId: second.globalId,
        ...other,
        evidence: [LINK],
      }),
      await attempt(network.operator, 'registerOrganisation', {
        name: 'Third',
        sector: 'PUBLIC',
        identifiers: [LOCAL, other],
      }),
      await attempt(second, 'reviseOrganisation', {
        organisationId: second.globalId,
        name: 'Second claimant',
        sector: 'PUBLIC',
        identifiers: [other],
      }),
    ];
    expect(outcomes.map(said)).toEqual([
      ['IDENTIFIER_TAKEN', ['value']],
      ['IDENTIFIER_TAKEN', ['identifiers', '1']],
      ['IDENTIFIER_TAKEN', ['identifiers', '0']],
    ]);
    for (const outcome of outcomes) {
      expect(isRefused(outcome) && outcome.message).toContain(`First claimant (${first.id})`);
    }
    // Its own number is not in its own way.
    const again = { organisationId: first.globalId, name: 'First claimant', sector: 'PRIVATE', identifiers: [siret] };
    expect(said(await attempt(first, 'reviseOrganisation', again))).toBe('recorded');

    // Until the operator finds that it erred: then another may have it.
    const error = { organisationId: first.globalId, ...siret, reason: 'The register gave it to another.' };
    expect(said(await attempt(first, 'withdrawIdentityConfirmation', error))).toEqual(['NOT_THE_OPERATOR', []]);
    await network.operator.client.record('withdrawIdentityConfirmation', error);
    expect(await network.of(first, identity)).toMatchObject({ identityConfirmed: false });
    const another = { organisationId: second.globalId, ...other, evidence: [LINK] };
    expect(said(await attempt(network.operator, 'confirmIdentity', another))).toBe('recorded');
  });
  const LOCAL = { scheme: 'FR-LOCAL', value: '35-12' };

  it('may be of any register', async () => {
    const identifiers = [LOCAL, { scheme: '360G', value: 'GC-1' }];
    const found = await network.of(
      await network.organisation('Of many registers', { identifiers }),
      'identifiers { scheme value }',
    );
    expect(found.identifiers).toEqual(identifiers);
  });
});

describe('A record kept twice', () => {
  it('leads to the one kept, on its page and in searches, and both count as one group', async () => {
    network.at('2026-03-01');
    const [kept, twice] = [await network.organisation('Lumière et fils'), await network.organisation('Ets. Lumiere')];
    const found = { organisationId: twice.globalId, keptId: kept.globalId, reason: 'Same statutes.' };
    expect(said(await attempt(kept, 'markDuplicate', found))).toEqual(['NOT_THE_OPERATOR', []]);
    await network.operator.client.record('markDuplicate', found);
    expect(await network.of(twice, 'duplicateOf { name } duplicateReason { text }')).toEqual({
      duplicateOf: { name: 'Lumière et fils' },
      duplicateReason: { text: 'Same statutes.' },
    });
    const search = 'query ($search: String) { organisations(search: $search) { nodes { name } } }';
    for (const words of ['ets. lumi', 'lumiere']) {
      expect((await network.anybody.ask(search, { search: words })).organisations.nodes).toEqual([
        { name: 'Lumière et fils' },
      ]);
    }
    expect(await network.oneGroup(twice, kept, '2026-03-01')).toBe(true);
    expect(await network.parentOf(twice)).toBe('Ets. Lumiere');

    const cleared = { organisationId: twice.globalId, reason: 'Two firms of one name.' };
    expect(said(await attempt(twice, 'clearDuplicate', cleared))).toEqual(['NOT_THE_OPERATOR', []]);
    await network.operator.client.record('clearDuplicate', cleared);
    expect(await network.of(twice, 'duplicateOf { name } duplicateReason { text }')).toEqual({
      duplicateOf: null,
      duplicateReason: null,
    });
    // For a year more they count as one.
    expect(await network.oneGroup(twice, kept, '2027-03-01')).toBe(true);
    expect(await network.oneGroup(twice, kept, '2027-03-02')).toBe(false);
    expect((await network.anybody.ask(search, { search: 'ets. lumi' })).organisations.nodes).toEqual([
      { name: 'Ets. Lumiere' },
    ]);
  });
});

describe('A record to which others lead', () => {
  it('stays the one kept until they lead elsewhere, so that none of their names is lost to a search', async () => {
    network.at('2026-03-01');
    const [kept, twice, third] = [
      await network.organisation('Kept'),
      await network.organisation('Twice'),
      await network.organisation('Thrice'),
    ];
    const reason = 'Same statutes.';
    const mark = (record: Member, to: Member) =>
      attempt(network.operator, 'markDuplicate', { organisationId: record.globalId, keptId: to.globalId, reason });
    expect(said(await mark(twice, kept))).toBe('recorded');
    const refused = await mark(kept, third);
    expect(said(refused)).toEqual(['HAS_DUPLICATES', ['organisationId']]);
    expect(isRefused(refused) && refused.message).toMatch(/Twice/);
    expect(said(await mark(third, twice))).toEqual(['IS_DUPLICATE', ['keptId']]);
    expect(said(await mark(third, kept))).toBe('recorded');
  });
});

describe('An organisation that is dissolved', () => {
  it('says when, why, and who succeeds it', async () => {
    network.at('2026-03-01');
    const [ending, heir] = [await network.organisation('Ending'), await network.organisation('Heir')];
    const dissolution = { organisationId: ending.globalId, successorId: heir.globalId, reason: 'Merged.' };
    expect(said(await attempt(heir, 'dissolveOrganisation', dissolution))).toEqual([
      'NOT_YOUR_ORGANISATION',
      ['organisationId'],
    ]);
    await ending.client.record('dissolveOrganisation', dissolution);
    expect(await network.of(ending, 'dissolvedOn dissolutionReason { text } successor { name }')).toEqual({
      dissolvedOn: '2026-03-01',
      dissolutionReason: { text: 'Merged.' },
      successor: { name: 'Heir' },
    });
  });

  it('is let go of what it promised, which says so, and its successor is asked to promise in its place', async () => {
    const [ending, heir] = [await network.organisation('Ending too'), await network.organisation('Its heir')];
    const { id: missionId } = await ending.client.record('declareMission', MISSION);
    const { id: commitmentId } = await ending.client.record(
      'makeCommitment',
      promise(missionId, { dueOn: '2026-09-30' }),
    );
    const ended = { organisationId: ending.globalId };
    await ending.client.record('dissolveOrganisation', { ...ended, successorId: heir.globalId, reason: 'Merged.' });
    const released = { commitmentId, ...ended };
    expect(said(await attempt(heir, 'releaseDissolved', released))).toEqual(['NOT_THE_OPERATOR', []]);
    await network.operator.client.record('releaseDissolved', released);
    const document = `query ($id: ID!) { commitment(id: $id) {
      state awaitedFrom { name } parties { state dissolved organisation { name } inPlaceOf { name } }
    } }`;
    expect((await network.anybody.ask(document, { id: commitmentId })).commitment).toEqual({
      state: 'RELEASED',
      awaitedFrom: [{ name: 'Its heir' }],
      parties: expect.arrayContaining([
        { state: 'RELEASED', dissolved: true, organisation: { name: 'Ending too' }, inPlaceOf: null },
        { state: 'PROPOSED', dissolved: false, organisation: { name: 'Its heir' }, inPlaceOf: { name: 'Ending too' } },
      ]),
    });
    expect(await network.awaitedOf(heir)).toMatchObject([{ kind: 'SUCCESSION', dueOn: '2026-04-30' }]);
    network.at('2026-05-01');
    expect(await network.awaitedOf(heir)).toEqual([]);
    expect((await network.anybody.ask(document, { id: commitmentId })).commitment).toMatchObject({ awaitedFrom: [] });
    const accepts = { commitmentId, termsVersion: 1 };
    expect(said(await attempt(heir, 'acceptCommitment', accepts))).toEqual(['PROPOSAL_LAPSED', []]);
  });
});

describe('Accredited evaluators', () => {
  it('are on a public list, with what they may verify, until when, and what ended it', async () => {
    network.at('2026-03-01');
    const evaluator = await network.organisation('Regards tiers');
    const terms = { scope: 'Housing works.', from: '2026-03-02', until: '2027-03-01', evidence: [LINK] };
    const accrediting = { organisationId: evaluator.globalId, ...terms };
    expect(said(await attempt(evaluator, 'accreditEvaluator', accrediting))).toEqual(['NOT_THE_OPERATOR', []]);
    const recorded = await network.operator.client.record('accreditEvaluator', accrediting);
    expect(recorded.id).toBe(evaluator.globalId);
    expect(said(await attempt(network.operator, 'accreditEvaluator', accrediting))).toEqual([
      'ALREADY_ACCREDITED',
      ['from'],
    ]);

    const list = async (args: string) =>
      (
        await network.anybody.ask(
          `{ accreditations${args} { nodes { scope from until standing organisation { name } accreditedBy { name } evidence { url } endings { reason { text } endedOn voidFrom } } } }`,
        )
      ).accreditations.nodes as readonly Input[];
    const listed = {
      ...terms,
      evidence: [{ url: LINK.url }],
      standing: 'COMING',
      organisation: { name: 'Regards tiers' },
      accreditedBy: { name: 'The Network' },
      endings: [],
    };
    expect(await list('')).toEqual([listed]);
    expect(await list('(inForceOn: "2026-03-01")')).toEqual([]);
    expect(await list('(inForceOn: "2026-03-02")')).toEqual([listed]);
    network.at('2026-06-01');
    await network.operator.client.record('endAccreditation', {
      organisationId: evaluator.globalId,
      reason: 'It judged its own client.',
      voidFrom: '2026-05-01',
    });
    expect(await list('(inForceOn: "2026-04-30")')).toHaveLength(1);
    expect(await list('(inForceOn: "2026-05-01")')).toEqual([]);
    expect(
      (
        await network.of(
          evaluator,
          'accreditations { nodes { standing endings { reason { text } endedOn voidFrom } } }',
        )
      ).accreditations.nodes,
    ).toEqual([
      {
        standing: 'VOID',
        endings: [{ reason: { text: 'It judged its own client.' }, endedOn: '2026-06-01', voidFrom: '2026-05-01' }],
      },
    ]);
  });
});
