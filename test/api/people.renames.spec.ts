import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { stagePeople } from './people.stage.js';
import type { PersonAtBrowser } from './people.visitor.js';

const OPERATOR = '0b6f3f0e-5a53-4c86-9d1e-0a8f6d2f7c13';
const REVISE = `mutation ($input: ReviseOrganisationInput!) {
  reviseOrganisation(input: $input) { __typename ... on Refusal { reason path } }
}`;

interface Answering {
  readonly by?: PersonAtBrowser;
  readonly read?: Waiting | undefined;
}

interface Waiting {
  readonly id: string;
  readonly organisation: { readonly id: string };
  readonly name: string;
}

describe('Another name of an organisation', () => {
  const said: string[] = [];
  const stage = stagePeople({ env: { OPERATOR_ORGANISATION: OPERATOR }, say: (line) => void said.push(line) });
  const { server, mailbox, somebody, newAddress, withAdmin, seated } = stage;
  let operator: PersonAtBrowser;
  beforeAll(async () => {
    operator = await somebody('operator@example.org');
    const token = /\/operator#token=(\S+)$/.exec(said.at(-1) ?? '')?.[1];
    const terms = { name: 'Les Exploitants', sector: 'CIVIL_SOCIETY', identifiers: [] };
    expect(await operator.ask('POST', '/operator/seat', { token, terms })).toMatchObject({ status: 200 });
  });

  const called = (name: string) => ({ name, sector: 'CIVIL_SOCIETY' });
  const inputOf = (globalId: string, terms: object) => ({
    input: { commandId: randomUUID(), organisationId: globalId, ...terms },
  });
  const revise = async (by: PersonAtBrowser, globalId: string, terms: object) =>
    (await by.graphql(REVISE, inputOf(globalId, terms), globalId)).data.reviseOrganisation as unknown;
  const nameOf = async (globalId: string) => {
    const { data } = await server().graphql('query ($id: ID!) { organisation(id: $id) { name sector website } }', {
      id: globalId,
    });
    return data.organisation as unknown;
  };
  const waitingOf = async (globalId: string) => {
    const { renames } = (await operator.ask('GET', '/operator/renames')).body;
    return (renames as readonly Waiting[]).find(({ organisation }) => organisation.id === globalId);
  };
  /** @param read the name that the operator read; else the one that waits by now. */
  const answer = async (globalId: string, approves: boolean, { by = operator, read }: Answering = {}) => {
    const { id } = read ?? (await waitingOf(globalId)) ?? { id: randomUUID() };
    return by.ask('POST', `/operator/renames/${globalId}`, { id, approves });
  };
  const recorded = { __typename: 'OrganisationRecorded' };
  const waits = { __typename: 'ReviseOrganisationRefused', reason: 'NAME_WAITS', path: ['name'] };
  /** An association that somebody administers, and the page below which its name waits. */
  const association = async (address = newAddress()) => {
    const { admin, organisation, seats } = await withAdmin(address);
    const { globalId, key } = organisation;
    const name = `Les Amis ${randomUUID()}`;
    expect(await revise(admin, globalId, called(name))).toMatchObject({ __typename: 'OrganisationRecorded' });
    return { admin, globalId, key, name, seats, page: `/organisations/${globalId}/name` };
  };

  it('is taken at once, unless it is one of a public body or looks like another’s', async () => {
    const { admin, globalId, key, name } = await association();
    const { name: others } = await association();
    for (const each of [
      called('Ville de Rennes'),
      called('Vi11e de Rennes'),
      called(others),
      called(others.replace('Amis', 'Arnis')),
    ]) {
      expect(await revise(admin, globalId, each)).toEqual(waits);
      const { data } = await server().graphql(REVISE, inputOf(globalId, each), { key });
      expect(data.reviseOrganisation).toEqual(waits);
    }
    // Its own in other letters is the same.
    expect(await revise(admin, globalId, called(name.toUpperCase()))).toMatchObject({
      __typename: 'OrganisationRecorded',
    });
  });

  it('waits for the operator meanwhile, by whose act it is recorded with all that is said by then', async () => {
    const address = newAddress();
    const { admin, globalId, name, page } = await association(address);
    const asked = { name: 'Régie du Département' };
    expect(await admin.ask('POST', page, asked)).toMatchObject({ status: 204 });
    expect((await admin.ask('GET', page)).body.waiting).toMatchObject({ name: asked.name });
    const website = 'https://regie.example.org/';
    await revise(admin, globalId, { ...called(name), website });
    expect(await waitingOf(globalId)).toMatchObject({ ...asked, reasons: ['PUBLIC_BODY'] });
    expect(await answer(globalId, true, { by: admin })).toEqual({ status: 403, body: 'NOT_THE_OPERATOR' });
    expect(await nameOf(globalId)).toEqual({ ...called(name), website });
    const before = mailbox.to(address).length;
    expect(await answer(globalId, true)).toMatchObject({ status: 204 });
    expect(await nameOf(globalId)).toEqual({ ...called(asked.name), website });
    expect((await mailbox.wait(address, before + 1)).text).toContain('recorded the name that you asked for');
    const { rows } = await server().superuser.pool.query<{ readonly entry: string }>(
      `select entry from ${server().database.schema}.event where stream = $1 order by version desc limit 1`,
      [`organisation/${Buffer.from(globalId, 'base64url').toString('utf8').split(':')[1] ?? ''}`],
    );
    expect(JSON.parse(rows[0]?.entry ?? '{}')).toMatchObject({
      type: 'OrganisationRevised',
      actor: { organisation: OPERATOR },
    });
    expect(await answer(globalId, true)).toEqual({ status: 404, body: 'UNKNOWN' });
  });

  it('is declined or taken back without a trace of it in the log', async () => {
    const { admin, globalId, name, page } = await association();
    await admin.ask('POST', page, { name: 'Préfecture du Canal' });
    expect(await answer(globalId, false)).toMatchObject({ status: 204 });
    expect(await nameOf(globalId)).toMatchObject({ name });
    await admin.ask('POST', page, { name: 'Préfecture du Canal' });
    expect(await admin.ask('DELETE', page)).toMatchObject({ status: 204 });
    expect(await waitingOf(globalId)).toBeUndefined();
  });

  it('waits as well where a space makes a public body of the name that it has', async () => {
    const { admin, globalId } = await association();
    const mark = randomUUID();
    expect(await revise(admin, globalId, called(`MairiedeLyon ${mark}`))).toMatchObject(recorded);
    expect(await revise(admin, globalId, called(`Mairie de Lyon ${mark}`))).toEqual(waits);
    expect(await revise(admin, globalId, called(`MAIRIEDELYON ${mark}`))).toMatchObject(recorded);
  });

  it('is none of a public body by its kind, which the operator alone records', async () => {
    const { admin, globalId, key, name } = await association();
    const kind = { name, sector: 'PUBLIC' };
    const refused = { __typename: 'ReviseOrganisationRefused', reason: 'SECTOR_WAITS', path: ['sector'] };
    expect(await revise(admin, globalId, kind)).toEqual(refused);
    const { data } = await server().graphql(REVISE, inputOf(globalId, kind), { key });
    expect(data.reviseOrganisation).toEqual(refused);
    const byKey = await server().graphql(REVISE, inputOf(globalId, kind), {
      key: await server().createKey(OPERATOR, ['read', 'write', 'operator']),
    });
    expect(byKey.data.reviseOrganisation).toMatchObject(recorded);
    // It is one by now, and stays one by its own word.
    expect(await revise(admin, globalId, { ...kind, website: 'https://regie.example.org/' })).toMatchObject(recorded);
  });

  it('is answered as the operator read it, and not where another has taken its place', async () => {
    const { admin, globalId, name, page } = await association();
    await admin.ask('POST', page, { name: 'Conseil des Sages' });
    const read = await waitingOf(globalId);
    await admin.ask('POST', page, { name: 'Conseil d’État' });
    for (const approves of [true, false]) {
      expect(await answer(globalId, approves, { read })).toEqual({ status: 404, body: 'UNKNOWN' });
    }
    expect(await nameOf(globalId)).toMatchObject({ name });
    expect(await waitingOf(globalId)).toMatchObject({ name: 'Conseil d’État' });
  });

  it('is not recorded for whoever administers the organisation no more', async () => {
    const address = newAddress();
    const { admin, globalId, name, page, seats } = await association(address);
    const other = await seated(admin, seats, 'ADMIN');
    await admin.ask('POST', page, { name: 'Conseil des Sages' });
    const seat = (await admin.ask('GET', '/person')).body.seats as readonly { readonly memberId: string }[];
    expect(await other.ask('POST', `${seats}/members/${seat[0]?.memberId ?? ''}`, { role: 'WRITER' })).toMatchObject({
      status: 204,
    });
    expect(await answer(globalId, true)).toEqual({ status: 409, body: 'ASKER_NOT_ADMIN' });
    expect(await nameOf(globalId)).toMatchObject({ name });
    expect(await answer(globalId, false)).toMatchObject({ status: 204 });
  });

  it('is asked for by ADMINs alone, of what has to wait alone', async () => {
    const { admin, page, seats } = await association();
    const reader = await seated(admin, seats, 'READER');
    for (const each of [reader, await somebody()]) {
      expect(await each.ask('POST', page, { name: 'Mairie' })).toEqual({ status: 403, body: 'NOT_ADMIN' });
      expect(await each.ask('GET', page)).toEqual({ status: 403, body: 'NOT_ADMIN' });
      expect(await each.ask('GET', '/operator/renames')).toMatchObject({ status: 403 });
    }
    expect(await admin.ask('POST', page, { name: `Les Voisins ${randomUUID()}` })).toEqual({
      status: 409,
      body: 'NAME_NEED_NOT_WAIT',
    });
  });
});
