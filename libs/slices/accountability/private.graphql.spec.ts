import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { toGlobalId, type GraphqlContext } from '@maillage/engine';
import { openDocuments, type Documents } from '../../../test/harness/documents.js';
import { id } from '../../../test/harness/given.js';
import { fillMissions, openNetwork, type Network } from '../../../test/harness/network.js';
import { within } from './reputation/queries.js';
import { standingWithin } from './reputation/records.queries.js';
import { composite } from './shared.queries.js';
import { BACKBONE, BUILDER, CITY, MISSION, NEIGHBOUR, opinion, STRANGER, TENANTS, terms } from './spec.fixtures.js';

const MANY = 12;
const commitments = Array.from({ length: MANY }, (_, index) => id(0x500 + index));
const reviewOn = (index: number) => id(0x600 + index);

let network: Network;
let documents: Documents;
const events: string[] = [];

beforeAll(async () => {
  network = await openNetwork();
  documents = await openDocuments(network);
  await fillMissions(network);
  const { record, project, ledger } = network;
  await record(BACKBONE, 'ReviseMission', MISSION, {
    title: 'Logement digne',
    challenge: 'Nobody in Rennes sleeps in a damp home by 2030.',
    hashtag: '#logement-digne',
    openInvitation: false,
    privateFields: ['REVIEW_COMMENTS'],
    reason: 'So that people speak freely.',
  });
  // They joined while it was open to all, as the city did, which nobody has invited.
  for (const organisationId of [BUILDER, NEIGHBOUR]) {
    await record(BACKBONE, 'InviteOrganisation', MISSION, { organisationId, role: 'MEMBER' });
    await record(organisationId, 'JoinMission', MISSION, { role: 'MEMBER' });
  }
  for (const [index, commitment] of commitments.entries()) {
    await record(CITY, 'MakeCommitment', commitment, { missionId: MISSION, ...terms, counterpartyIds: [TENANTS] });
    const review = {
      reviewId: reviewOn(index),
      reviewedId: CITY,
      ...opinion,
      whatWorked: `Said in confidence ${index}`,
    };
    await record(NEIGHBOUR, 'SubmitReview', commitment, review);
    const [, submitted] = await ledger.readStream(`commitment/${commitment}`);
    events.push(submitted?.id ?? '');
  }
  await project();
});
afterAll(async () => {
  await documents.close();
  await network.close();
});

interface Shown {
  readonly text: string | null;
  readonly disclosure: string;
}

const nameOf = (index: number) =>
  JSON.stringify(toGlobalId('Review', composite(commitments[index] ?? '', reviewOn(index))));

/** What whoever asks is shown of the first `count` reviews, in one operation, and in how many statements. */
async function shown(
  organisation: string | undefined,
  count: number,
  reader: GraphqlContext = network.as(organisation),
) {
  network.spent();
  const asked = Array.from(
    { length: count },
    (_, index) => `review${index}: review(id: ${nameOf(index)}) { ...Texts }`,
  );
  const found: Readonly<Record<string, { readonly whatWorked: Shown }>> = await documents.ask(
    `{ ${asked.join(' ')} }
    fragment Texts on Review { whatWorked { ...Said } whatToTry { ...Said } answer { ...Said } }
    fragment Said on DisclosedText { text disclosure }`,
    {},
    reader,
  );
  return { reviews: Object.values(found).map(({ whatWorked }) => whatWorked), statements: network.spent() };
}

describe('Private texts', () => {
  it('are resolved in batches: as many statements for twelve reviews as for one', async () => {
    for (const reader of [NEIGHBOUR, TENANTS, BUILDER, STRANGER, undefined]) {
      const [one, twelve] = [await shown(reader, 1), await shown(reader, MANY)];
      expect(twelve.statements).toHaveLength(one.statements.length);
      // Reviews; commitments with their parties; memberships; private values.
      expect(twelve.statements.length).toBeLessThanOrEqual(4);
    }
  });

  it('are shown to author, party and member by invitation, each its own text', async () => {
    for (const reader of [NEIGHBOUR, CITY, TENANTS, BUILDER]) {
      const { reviews } = await shown(reader, MANY);
      expect(reviews).toEqual(
        commitments.map((_, index) => ({ text: `Said in confidence ${index}`, disclosure: 'PRIVATE' })),
      );
    }
  });

  it('are withheld from others, for whom the values are not even read', async () => {
    for (const reader of [STRANGER, undefined]) {
      const { reviews, statements } = await shown(reader, MANY);
      expect(reviews).toEqual(commitments.map(() => ({ text: null, disclosure: 'WITHHELD' })));
      expect(statements.filter((sql) => sql.includes('stored.value'))).toEqual([]);
    }
  });

  it('are withheld from a member that took a role open to all', async () => {
    const { record } = network;
    await record(STRANGER, 'RegisterOrganisation', STRANGER, { name: 'A passer-by', sector: 'PRIVATE' });
    const opening = { openInvitation: true, privateFields: null, reason: 'For a day.' };
    await record(BACKBONE, 'ReviseMission', MISSION, opening);
    await record(STRANGER, 'JoinMission', MISSION, { role: 'MEMBER' });
    await network.project();
    expect((await shown(STRANGER, 1)).reviews).toEqual([{ text: null, disclosure: 'WITHHELD' }]);
    await record(BACKBONE, 'InviteOrganisation', MISSION, { organisationId: STRANGER, role: 'MEMBER' });
    await record(STRANGER, 'JoinMission', MISSION, { role: 'MEMBER' });
    await network.project();
    expect((await shown(STRANGER, 1)).reviews).toEqual([{ text: 'Said in confidence 0', disclosure: 'PRIVATE' }]);
  });

  it('are withheld from a key that may not read', async () => {
    const context = network.as(BUILDER);
    const writer = { ...context, principal: { organisation: BUILDER, scopes: ['write'] as const } };
    expect((await shown(BUILDER, 1, writer)).reviews).toEqual([{ text: null, disclosure: 'WITHHELD' }]);
  });

  it('are gone one by one as they are erased', async () => {
    const recorded = { organisationId: NEIGHBOUR, committed: true, names: [] };
    const erasure = { path: '/whatWorked', ground: 'CONSENT_WITHDRAWN', recorded };
    await network.record(NEIGHBOUR, 'EraseValue', events[1] ?? '', erasure);
    const { reviews } = await shown(BUILDER, 3);
    expect(reviews.map(({ disclosure }) => disclosure)).toEqual(['PRIVATE', 'ERASED', 'PRIVATE']);
    expect((await shown(undefined, 3)).reviews.map(({ disclosure }) => disclosure)).toEqual([
      'WITHHELD',
      'ERASED',
      'WITHHELD',
    ]);
  });

  it('take the weight of their scores with them from then on, unless the reviewed had them erased', async () => {
    const recorded = { organisationId: NEIGHBOUR, committed: true, names: [CITY] };
    const erase = (by: string, event: number, path: string) =>
      network.record(by, 'EraseValue', events[event] ?? '', { path, ground: 'CONSENT_WITHDRAWN', recorded });
    const weighed = async (position: bigint) => {
      const args = { position: position.toString(), on: '2026-12-31' };
      const [rows] = await standingWithin.run(network.database, { keys: [within(CITY, MISSION)], args });
      return (rows?.reviews ?? []).map(({ commitmentId }) => commitments.indexOf(commitmentId)).sort((a, b) => a - b);
    };
    const before = await erase(CITY, 3, '/whatWorked');
    const after = await erase(NEIGHBOUR, 4, '/whatToTry');
    await network.project();
    const without = (...gone: readonly number[]) => commitments.map((_, n) => n).filter((n) => !gone.includes(n));
    expect([await weighed(before), await weighed(after)]).toEqual([without(1), without(1, 4)]);
    const asked = await documents.ask(
      `{ kept: review(id: ${nameOf(3)}) { silencedOn } gone: review(id: ${nameOf(4)}) { silencedOn } }`,
    );
    expect(asked).toEqual({ kept: { silencedOn: null }, gone: { silencedOn: '2026-03-01' } });

    const again = { reviewId: reviewOn(4), ...opinion };
    const revised = await network.record(NEIGHBOUR, 'ReviseReview', commitments[4] ?? '', again);
    await network.project();
    expect(await weighed(revised)).toEqual(without(1));
  });

  it('are told apart from those that somebody deleted without a word in the log', async () => {
    await network.ask(
      `set session_replication_role = replica; delete from private_value where event_id = '${events[2] ?? ''}'`,
    );
    for (const reader of [BUILDER, undefined]) {
      const told = (await shown(reader, 3)).reviews.map(({ disclosure }) => disclosure);
      expect(told.slice(1)).toEqual(['ERASED', 'MISSING']);
    }
  });
});
