import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EvidenceFiles, loadConfig } from '@maillage/platform';
import { loadCoalition } from '../../apps/cli/sample/coalition/index.js';
import { idFrom } from '../../apps/cli/sample/coalition/plan.js';
import { openSession } from '../../apps/cli/session.js';
import { beginReputation } from '../../libs/slices/accountability/parameters/first.js';
import { Client, type Input } from '../acceptance/client.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { TestClock } from '../harness/clock.js';

/** A day on which the sample is looked at, with the parameters that the first start adopts. */
const ON = '2026-11-22';
const NOW = `${ON}T09:00:00.000Z`;

let api: TestApi;
let folder: string;
let anybody: Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-sample-'));
  api = await startTestApi({ clock: new TestClock(NOW), env: { EVIDENCE_DIR: folder } });
  anybody = new Client(api.url);
  const session = openSession(api.database, new AbortController().signal);
  const files = new EvidenceFiles(api.database, loadConfig({ EVIDENCE_DIR: folder }).evidence);
  await loadCoalition({ execute: session.execute, database: api.database, files, language: 'en' });
  await beginReputation(session.execute, { now: () => NOW });
  await session.catchUp();
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

function globalId(type: string, ...key: readonly string[]): string {
  return Buffer.from(`${type}:${idFrom(...key)}`, 'utf8').toString('base64url');
}
const organisation = (key: string) => ({ id: globalId('Organisation', 'organisation', key) });

/** These organisations in the order lists of parties have: by id. */
function inOrder(...keys: readonly string[]) {
  const ids = keys.map((key) => organisation(key));
  return ids.toSorted((a, b) => (uuidOf(a) < uuidOf(b) ? -1 : 1));
}

function uuidOf({ id }: { readonly id: string }): string {
  return Buffer.from(id, 'base64url').toString('utf8');
}

/** These fields of a promise of the story, as anybody reads them. */
async function promised(key: string, fields: string) {
  const id = globalId('Commitment', 'commitment', key);
  return (await anybody.ask(`query ($id: ID!) { commitment(id: $id) { ${fields} } }`, { id })).commitment;
}

/** These fields of what was given towards it, in the order it was recorded. */
async function given(key: string, fields: string): Promise<readonly Input[]> {
  const { contributions } = await promised(key, `contributions(first: 9) { nodes { ${fields} } }`);
  return contributions.nodes as readonly Input[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Weighed {
  readonly weight: number;
  readonly tied: boolean;
  readonly review: { readonly reviewer: Named };
}
interface Estimated {
  readonly parameters: { readonly version: number };
  readonly estimates: readonly {
    readonly publication: string;
    readonly groups: number;
    readonly estimate: number | null;
    readonly reviews: readonly Weighed[];
  }[];
}

const PARTIES = 'parties { part state acceptedOn releasedOn reason { text } organisation { id } }';

describe('The fictional coalition, as its organisations consented to it', () => {
  it('holds a joint promise that one declined, and one that binds nobody since it was declined', async () => {
    const garden = await promised('jardins', `state(on: "${ON}") ${PARTIES}`);
    expect(garden.parties).toHaveLength(3);
    for (const party of [
      { organisation: organisation('compagnons'), state: 'ACCEPTED' },
      {
        organisation: organisation('ardan'),
        state: 'DECLINED',
        reason: { text: expect.stringContaining('insured on our own sites') },
      },
      { organisation: organisation('locataires'), state: 'ACCEPTED' },
    ]) {
      expect(garden.parties).toContainEqual(expect.objectContaining(party));
    }
    expect(garden.state).toBe('KEPT');
    expect((await promised('nuitees', `state(on: "${ON}")`)).state).toBe('LAPSED');
  });

  it('holds proposals that wait, on the desks of those asked and without their text for anybody else', async () => {
    const asked = `description state(on: "${ON}") awaitedFrom(on: "${ON}") { id }`;
    expect(await promised('garde-meubles', asked)).toEqual({
      description: null,
      state: 'PROPOSED',
      awaitedFrom: inOrder('fondation', 'habitat'),
    });
    expect(await promised('chaufferie', asked)).toEqual({
      description: null,
      state: 'DUE',
      awaitedFrom: inOrder('agence', 'locataires'),
    });
    const key = await api.createKey(idFrom('organisation', 'fondation'));
    const desk = `{ desk(organisationId: "${organisation('fondation').id}") { awaited { nodes { kind stream } } } }`;
    const { data } = await api.graphql(desk, {}, { key });
    expect(data.desk.awaited.nodes).toContainEqual({
      kind: 'CommitmentMade',
      stream: `commitment/${idFrom('commitment', 'garde-meubles')}`,
    });
  });

  it('holds a settlement that its receiver agreed to, and the promise kept by the later date', async () => {
    const fields = `state(on: "${ON}") dueOn dueOnAgreed(on: "${ON}")
      settlements { outcome dueOn agreedFrom acceptedBy { organisation { id } on } }`;
    expect(await promised('ascenseurs', fields)).toEqual({
      state: 'KEPT',
      dueOn: '2026-04-30',
      dueOnAgreed: '2026-09-30',
      settlements: [
        {
          outcome: 'EXTENDED',
          dueOn: '2026-09-30',
          agreedFrom: '2026-05-11',
          acceptedBy: [{ organisation: organisation('locataires'), on: '2026-05-11' }],
        },
      ],
    });
  });

  it('holds a late change that receivers accepted, and one that was free', async () => {
    const letters = await promised(
      'courriers',
      'termsVersion quantity { amount } amendments { acceptedBy { organisation { id } } ended }',
    );
    expect(letters).toMatchObject({ termsVersion: 2, quantity: { amount: '32' }, amendments: [{ ended: 'RECORDED' }] });
    const agreed = letters.amendments[0].acceptedBy as readonly { organisation: Named }[];
    expect(agreed.map((each) => each.organisation)).toEqual(
      expect.arrayContaining([organisation('agence'), organisation('droit')]),
    );
    expect(await promised('hauts-fours', 'termsVersion amendments { version }')).toEqual({
      termsVersion: 2,
      amendments: [],
    });
  });

  it('holds a promisor that left in good time, and the one that went on', async () => {
    const { parties, state } = await promised('visites-energie', `state(on: "${ON}") ${PARTIES}`);
    expect(parties).toContainEqual(
      expect.objectContaining({ organisation: organisation('caisse'), state: 'RELEASED', releasedOn: '2026-02-16' }),
    );
    expect(parties).toContainEqual(
      expect.objectContaining({ organisation: organisation('thermarive'), state: 'ACCEPTED' }),
    );
    expect(state).toBe('KEPT');
  });

  it('holds milestones of which some are reached, and notes on progress', async () => {
    const logbook = await promised(
      'passeport',
      'completion milestones { key reached } aims { name } progressNotes { text { text } organisation { id } }',
    );
    expect(logbook.completion).toBe('MILESTONES');
    expect(logbook.milestones).toEqual([
      { key: 'modele', reached: true },
      { key: 'pilote', reached: true },
      { key: 'ouverture', reached: false },
      { key: 'relais', reached: false },
    ]);
    expect(logbook.aims).toHaveLength(2);
    expect(logbook.progressNotes).toEqual([
      { organisation: organisation('donnees'), text: { text: expect.stringContaining('Two milestones of four') } },
    ]);
    for (const key of ['ascenseurs', 'verrerie', 'visites-energie']) {
      expect((await promised(key, 'progressNotes { notedOn }')).progressNotes).toHaveLength(1);
    }
  });

  it('holds a receiver that accepts in bulk what is promised to it, on the day it is made', async () => {
    for (const [key, madeOn] of [
      ['gymnase-2026', '2026-10-05'],
      ['maraudes-2026', '2026-10-05'],
      ['don-2026', '2026-10-12'],
    ] as const) {
      const { parties } = await promised(key, PARTIES);
      expect(parties).toContainEqual(
        expect.objectContaining({ organisation: organisation('abri'), part: 'COUNTERPARTY', acceptedOn: madeOn }),
      );
    }
    const { parties } = await promised('lits-2024', PARTIES);
    expect(parties).toContainEqual(
      expect.objectContaining({ organisation: organisation('ville'), acceptedOn: '2024-10-03' }),
    );
  });

  it('holds a contribution corrected from 400 to 40, which was verified as it is now, and one that was taken back', async () => {
    const versions = 'version evidence versions { quantity { amount } reason } retractedOn retractionReason';
    const [, corrected] = await given('jardins', versions);
    expect(corrected).toMatchObject({ version: 2, evidence: 'VERIFIED', retractedOn: null });
    expect(corrected?.['versions']).toEqual([
      { quantity: { amount: '400' }, reason: null },
      { quantity: { amount: '40' }, reason: expect.stringContaining('A zero too many') },
    ]);
    const retracted = (await given('coproprietes', versions)).at(-1);
    expect(retracted).toMatchObject({
      retractedOn: '2026-11-13',
      retractionReason: expect.stringContaining('invoice'),
    });
    expect((await promised('coproprietes', `delivered(on: "${ON}") { amount }`)).delivered.amount).toBe('19');
  });

  it('holds a dispute that was withdrawn, and an objection that was answered', async () => {
    const said =
      'disputed statements { act organisation { id } } objections { answeredOn answer { text } organisation { id } }';
    const [, lease] = await given('sorties-toits', said);
    expect(lease?.['disputed']).toBe(false);
    expect(lease?.['statements']).toEqual([
      { act: 'DECLARED', organisation: organisation('toits') },
      { act: 'DISPUTED', organisation: organisation('abri') },
      { act: 'DISPUTE_WITHDRAWN', organisation: organisation('abri') },
      { act: 'CORROBORATED', organisation: organisation('abri') },
    ]);
    const [, staircase] = await given('ilot-forges', said);
    expect(staircase?.['objections']).toEqual([
      {
        organisation: organisation('locataires'),
        answeredOn: '2026-04-17',
        answer: { text: expect.stringContaining('hot water in all four') },
      },
    ]);
  });

  it('holds a verification that found less than was recorded, and that alone counts', async () => {
    const [first] = await given('eco-gestes', 'quantity { amount } found { amount } evidence');
    expect(first).toEqual({ quantity: { amount: '26' }, found: { amount: '24' }, evidence: 'VERIFIED' });
    expect((await promised('eco-gestes', `delivered(on: "${ON}") { amount }`)).delivered.amount).toBe('32');
  });

  it('holds a payment that was passed on, and counts it once', async () => {
    const [bags] = await given('duvets', 'quantity { amount } passesOn { quantity { amount } commitment { id } }');
    expect(bags).toEqual({
      quantity: { amount: '30000' },
      passesOn: {
        quantity: { amount: '150000' },
        commitment: { id: globalId('Commitment', 'commitment', 'don-hiver') },
      },
    });
    const id = globalId('Mission', 'mission', 'winter');
    const { mission } = await anybody.ask(
      `query ($id: ID!) { mission(id: $id) { progress(on: "${ON}") { contributions { kind unit amount handedOn } } } }`,
      { id },
    );
    const money = (mission.progress.contributions as readonly Record<string, string | null>[]).filter(
      ({ unit }) => unit === 'EUR',
    );
    expect(money).toEqual([{ kind: 'MONEY', unit: 'EUR', amount: '150000', handedOn: '30000' }]);
  });

  it('holds an indicator with dimensions that 7 of 12 agreed to, and one by ratio', async () => {
    const fields = 'aggregation dimensions { key codes { code } } agreement { agreed members }';
    const of = async (key: string) => {
      const id = globalId('Indicator', 'indicator', key);
      return (await anybody.ask(`query ($id: ID!) { indicator(id: $id) { ${fields} } }`, { id })).indicator;
    };
    expect(await of('nights')).toEqual({
      aggregation: 'LATEST',
      dimensions: [{ key: 'sex', codes: [{ code: 'women' }, { code: 'men' }] }],
      agreement: { agreed: 7, members: 12 },
    });
    expect(await of('exits')).toMatchObject({ aggregation: 'RATIO', agreement: { agreed: 4, members: 12 } });
    expect(await of('renovated')).toMatchObject({ agreement: { agreed: 11, members: 17 } });
  });

  it('has two evaluators that the network accredited, and each organisation found good by one or both from outside', async () => {
    const asked = `{ organisations(first: 50) { nodes { id name accreditations(inForceOn: "${ON}", first: 5) { nodes { until } } } } }`;
    const { nodes } = (await anybody.ask(asked)).organisations;
    const all = nodes as readonly (Named & { accreditations: { nodes: readonly unknown[] } })[];
    const accredited = all.filter(({ accreditations }) => accreditations.nodes.length > 0).map(({ name }) => name);
    expect(accredited.toSorted()).toEqual(['Laboratoire Habiter, Université de Rivemont', 'Regards tiers']);

    const voices = new Map<string, number>();
    for (const { id, name } of all) {
      const found = await verificationsOf(id);
      for (const { by, parties, paid } of found)
        expect({ name, inside: parties.includes(by), paid }).toEqual({ name, inside: false, paid: false });
      voices.set(name, new Set(found.map(({ by }) => by)).size);
    }
    expect(Math.min(...voices.values())).toBe(1);
    expect([...voices.values()].filter((evaluators) => evaluators === 2).length).toBeGreaterThanOrEqual(12);
  });

  it('publishes most of those that promised in all four dimensions, by voices from outside their own house', async () => {
    const { organisations } = await anybody.ask(
      '{ organisations(first: 50) { nodes { id name commitments(part: PROMISOR, first: 1) { totalCount } } } }',
    );
    const promisors = (organisations.nodes as readonly (Named & { commitments: { totalCount: number } })[]).filter(
      ({ commitments }) => commitments.totalCount > 0,
    );
    const published: string[] = [];
    for (const { id, name } of promisors) {
      const estimates = await estimatesOf(id);
      expect(estimates.map(({ parameters }) => parameters.version)).toEqual(estimates.map(() => 2));
      if (estimates.some((each) => each.estimates.every(({ publication }) => publication === 'PUBLISHED'))) {
        published.push(name);
      }
      for (const { reviews } of estimates.flatMap((each) => each.estimates)) {
        expect(reviews.filter(({ tied, weight }) => tied && weight > 0)).toEqual([]);
      }
    }
    expect(promisors).toHaveLength(17);
    // The task was two thirds of them.
    expect(promisors.map(({ name }) => name).filter((name) => !published.includes(name))).toEqual([]);
  });
});

interface Verified {
  /** The control group of the accredited evaluator, and those of the parties to the promise. */
  readonly by: string;
  readonly parties: readonly string[];
  readonly paid: boolean;
}

/** What accredited evaluators verified of what an organisation gave. */
async function verificationsOf(id: string): Promise<readonly Verified[]> {
  const { organisation: giver } = await anybody.ask(
    `query ($id: ID!) { organisation(id: $id) { contributions(first: 30) { nodes {
      commitment { parties { organisation { controlGroup { id } } } }
      statements { act accredited paid organisation { controlGroup { id } } }
    } } } }`,
    { id },
  );
  const gifts = giver.contributions.nodes as readonly {
    readonly commitment: { readonly parties: readonly Grouped[] };
    readonly statements: readonly (Grouped & { readonly accredited: boolean | null; readonly paid: boolean })[];
  }[];
  return gifts.flatMap(({ commitment, statements }) =>
    statements
      .filter(({ accredited }) => accredited === true)
      .map(({ organisation: evaluator, paid }) => ({
        by: evaluator.controlGroup.id,
        parties: commitment.parties.map((each) => each.organisation.controlGroup.id),
        paid,
      })),
  );
}
interface Grouped {
  readonly organisation: { readonly controlGroup: { readonly id: string } };
}

/** How an organisation is found, one of each mission that it takes part in. */
async function estimatesOf(id: string): Promise<readonly Estimated[]> {
  const { organisation: found } = await anybody.ask(
    `query ($id: ID!) { organisation(id: $id) { reputations(first: 2, asOf: { on: "${ON}" }) { nodes {
      parameters { version }
      estimates { publication estimate groups reviews(first: 40) { weight tied review { reviewer { id name } } } }
    } } } }`,
    { id },
  );
  return found.reputations.nodes as readonly Estimated[];
}
