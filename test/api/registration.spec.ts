import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OperatorLinks } from '@maillage/platform';
import { startTestApi, type TestApi } from '../harness/api.js';
import { TestClock } from '../harness/clock.js';
import { Mailbox } from './people.mailbox.js';
import { PersonAtBrowser } from './people.visitor.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const OPERATOR = '0b6f3f0e-5a53-4c86-9d1e-0a8f6d2f7c11';
const SMTP = { MAIL_FROM: 'ledger@example.org', TRUST_PROXY: '127.0.0.1', OPERATOR_ORGANISATION: OPERATOR };

interface Waiting {
  readonly id: string;
  readonly terms: { readonly name: string };
  readonly alike: readonly unknown[];
}

describe('An organisation that is not registered', () => {
  const clock = new TestClock('2026-03-02T09:00:00.000Z');
  const mailbox = new Mailbox();
  const said: string[] = [];
  let api: TestApi;
  let operator: PersonAtBrowser;
  beforeAll(async () => {
    const env = { ...SMTP, SMTP_URL: await mailbox.open() };
    api = await startTestApi({ clock, env, say: (line) => void said.push(line) });
    await freshOperator();
  });
  afterAll(async () => {
    await api.close();
    await mailbox.close();
  });

  let people = 0;
  const newAddress = () => `applicant${(people += 1)}@example.org`;
  const somebody = (address = newAddress()) => new PersonAtBrowser(api, mailbox).signIn(address);
  const pass = (ms: number) => {
    clock.moveTo(new Date(Date.parse(clock.now()) + ms).toISOString());
  };
  const association = (name: string, rest = {}) => ({ name, sector: 'CIVIL_SOCIETY', identifiers: [], ...rest });
  const linkToken = () => /\/operator#token=(\S+)$/.exec(said.at(-1) ?? '')?.[1];
  const waiting = async () =>
    (await operator.ask('GET', '/operator/registrations')).body.registrations as readonly Waiting[];
  const waitingFor = async (name: string) => (await waiting()).find(({ terms }) => terms.name === name);
  const answer = (id: string, approves: boolean, by = operator) =>
    by.ask('POST', `/operator/registrations/${id}`, { approves });
  let signedInAt = '';
  /** Whoever signed in a moment ago: no address is sent many mails. */
  const freshOperator = async () => {
    if (signedInAt !== clock.now()) operator = await somebody('operator@example.org');
    signedInAt = clock.now();
    return operator;
  };
  const approve = async (name: string, approves = true) => {
    await freshOperator();
    return answer((await waitingFor(name))?.id ?? '', approves);
  };
  const recordedOf = async (organisationId: string): Promise<readonly Record<string, unknown>[]> => {
    const { rows } = await api.superuser.pool.query<{ entry: string }>(
      `select entry from ${api.database.schema}.event where stream = $1`,
      [`organisation/${organisationId}`],
    );
    return rows.map(({ entry }) => JSON.parse(entry) as Record<string, unknown>);
  };
  const seatsOf = async (person: PersonAtBrowser) => (await person.ask('GET', '/person')).body.seats;
  const localId = (globalId: string) => Buffer.from(globalId, 'base64url').toString('utf8').split(':')[1] ?? '';

  it('is the operator’s at first: whoever has the link that the start printed takes its first seat, once', async () => {
    const token = linkToken();
    const [other, terms] = [await somebody(), association('Les Exploitants')];
    expect(await other.ask('POST', '/operator/seat', { token: 'x', terms })).toMatchObject({ body: 'LINK_OVER' });
    expect(await operator.ask('GET', '/operator/registrations')).toMatchObject({ body: 'NOT_THE_OPERATOR' });
    expect(await operator.ask('POST', '/operator/link', { token })).toEqual({ status: 200, body: { name: null } });
    expect(await operator.ask('POST', '/operator/seat', { token, terms: null })).toMatchObject({
      body: 'UNKNOWN_ORGANISATION',
    });
    expect(await operator.ask('POST', '/operator/seat', { token, terms })).toMatchObject({ status: 200 });
    expect(await other.ask('POST', '/operator/seat', { token, terms: null })).toMatchObject({ body: 'LINK_OVER' });
    expect(await operator.ask('GET', '/operator/registrations')).toEqual({ status: 200, body: { registrations: [] } });
    // Nor is another link made while somebody operates it.
    expect(await new OperatorLinks(api.database, clock).issue(OPERATOR)).toBeUndefined();
  });

  it('waits for the operator, and then is in the log by its own id, with a member id that leads to nobody', async () => {
    const [address, name] = [newAddress(), 'Les Jardins du Canal'];
    const person = await somebody(address);
    const { body: applied } = await person.ask('POST', '/registration', association(name, { jurisdiction: 'FR' }));
    expect(applied.waits).toEqual(['APPROVAL']);
    const id = localId(applied.organisation as string);
    expect([await recordedOf(id), await seatsOf(person)]).toEqual([[], []]);
    expect(await person.ask('POST', '/registration', association('Another'))).toEqual({
      status: 409,
      body: 'APPLIED_ALREADY',
    });
    expect(await approve(name)).toMatchObject({ status: 204 });
    const [seat] = await seatsOf(person);
    expect(seat).toMatchObject({ role: 'ADMIN', organisation: { id: applied.organisation, name } });
    expect(await recordedOf(id)).toMatchObject([
      { type: 'OrganisationRegistered', actor: { organisation: id, member: seat.memberId } },
    ]);
    expect(await waitingFor(name)).toBeUndefined();
    // After the mail to sign in.
    const { text } = await mailbox.wait(address, 2);
    expect(text).toContain(`“${name}” is registered`);
    expect(text).toContain('not confirmed');
    const { data } = await api.graphql('query ($id: ID!) { organisation(id: $id) { name identityConfirmed } }', {
      id: applied.organisation,
    });
    expect(data.organisation).toEqual({ name, identityConfirmed: false });
  });

  it('is approved by the operator alone, who signed in a moment ago', async () => {
    const [admin, person] = [await somebody(), await somebody()];
    const other = await api.registerOrganisation(`Association ${randomUUID()}`);
    await admin.ask('POST', '/seats', { key: other.key });
    await person.ask('POST', '/registration', association('Le Fournil'));
    await freshOperator();
    const { id } = (await waitingFor('Le Fournil'))!;
    for (const by of [admin, person]) {
      expect(await answer(id, true, by)).toEqual({ status: 403, body: 'NOT_THE_OPERATOR' });
      expect(await by.ask('GET', '/operator/registrations')).toEqual({ status: 403, body: 'NOT_THE_OPERATOR' });
    }
    pass(11 * MINUTE_MS);
    expect(await answer(id, true)).toEqual({ status: 403, body: 'SIGN_IN_AGAIN' });
    expect(await approve('Le Fournil', false)).toMatchObject({ status: 204 });
    expect(await answer(id, true)).toEqual({ status: 404, body: 'UNKNOWN' });
    expect([await recordedOf(id), await seatsOf(person)]).toEqual([[], []]);
  });

  it('that takes after another, or is a public body, is told apart for the operator, and offered before', async () => {
    const number = { scheme: 'FR-RNA', value: 'W751 234 567' };
    const known = await api.registerOrganisation('Vignes et Forêts', { identifiers: [number] });
    const person = await somebody();
    const alike = async (name: string, identifiers: unknown[] = []) =>
      (await person.ask('POST', '/organisations/alike', { name, identifiers })).body.organisations;
    const offered = { id: known.globalId, name: 'Vignes et Forêts', confirmed: false, isSame: true };
    expect(await alike('VIGNES-ET-FORETS')).toMatchObject([offered]);
    expect(await alike('Vignes et')).toMatchObject([{ ...offered, isSame: false }]);
    expect(await alike('', [{ scheme: 'FR-RNA', value: 'W751234567' }])).toMatchObject([offered]);
    expect(await alike('Vi')).toEqual([]);
    // With a Cyrillic е and о, and a capital I for the l of nobody.
    const { body } = await person.ask(
      'POST',
      '/registration',
      association('Vignеs et Fоrêts', { identifiers: [number] }),
    );
    expect(body.waits).toEqual(['APPROVAL', 'NAME_ALIKE', 'NUMBER_ALIKE']);
    await freshOperator();
    expect((await waitingFor('Vignеs et Fоrêts'))?.alike).toMatchObject([{ id: known.globalId }]);
    expect(await person.ask('DELETE', '/registration')).toMatchObject({ status: 204 });
    const town = await person.ask('POST', '/registration', association('Mairie de Rivemont'));
    expect(town.body.waits).toEqual(['APPROVAL', 'PUBLIC_BODY']);
  });

  it('is asked for a seat where it is there already, and its ADMINs alone admit', async () => {
    const [admin, other, person] = [await somebody(newAddress()), await somebody(), await somebody()];
    const organisation = await api.registerOrganisation(`Association ${randomUUID()}`);
    const asking = `/organisations/${organisation.globalId}/requests`;
    expect(await person.ask('POST', asking)).toEqual({ status: 409, body: 'NO_ADMIN' });
    await admin.ask('POST', '/seats', { key: organisation.key });
    await other.ask('POST', '/seats', { key: (await api.registerOrganisation(`Association ${randomUUID()}`)).key });
    for (let times = 0; times < 2; times += 1) {
      expect(await person.ask('POST', asking)).toMatchObject({ status: 204 });
    }
    expect(await seatsOf(person)).toEqual([]);
    const path = `/seats/${organisation.globalId}/requests`;
    const { requests } = (await admin.ask('GET', path)).body;
    expect(requests).toMatchObject([{ name: '' }]);
    for (const by of [other, person]) {
      expect(await by.ask('GET', path)).toEqual({ status: 403, body: 'NOT_ADMIN' });
      expect(await by.ask('POST', `${path}/${requests[0].id}`, { role: 'ADMIN' })).toMatchObject({ body: 'NOT_ADMIN' });
    }
    expect(await admin.ask('POST', `${path}/${requests[0].id}`, { role: 'WRITER' })).toMatchObject({ status: 204 });
    expect(await seatsOf(person)).toMatchObject([{ role: 'WRITER' }]);
    expect(await admin.ask('POST', `${path}/${requests[0].id}`, { role: 'ADMIN' })).toMatchObject({ body: 'UNKNOWN' });
    expect(await person.ask('POST', asking)).toEqual({ status: 409, body: 'ALREADY_SEATED' });
  });

  it('is gone after 30 days, or with whoever applied for it or asked', async () => {
    const [admin, person, late] = [await somebody(), await somebody(), await somebody()];
    const organisation = await api.registerOrganisation(`Association ${randomUUID()}`);
    await admin.ask('POST', '/seats', { key: organisation.key });
    await person.ask('POST', `/organisations/${organisation.globalId}/requests`);
    await person.ask('POST', '/registration', association('Effacée'));
    expect((await person.ask('GET', '/person')).body).toMatchObject({
      application: { terms: { name: 'Effacée' } },
      requests: [{ organisation: { id: organisation.globalId } }],
    });
    expect(await person.ask('DELETE', '/person')).toMatchObject({ status: 204 });
    const left = await api.database.pool.query('select from registration where terms->>$1 = $2', ['name', 'Effacée']);
    expect(left.rows).toEqual([]);
    await late.ask('POST', '/registration', association('Trop tard'));
    await freshOperator();
    const { id } = (await waitingFor('Trop tard'))!;
    pass(30 * DAY_MS);
    await freshOperator();
    expect([await waiting(), await answer(id, true)]).toMatchObject([[], { body: 'UNKNOWN' }]);
  });

  it('is registered at once where the ledger is open, but waits where it is not plain who it is', async () => {
    const open = await startTestApi({ clock, env: { ...SMTP, SMTP_URL: mailbox.url, REGISTRATION: 'open' } });
    const [person, other] = [newAddress(), newAddress()].map((address) => ({
      address,
      browser: new PersonAtBrowser(open, mailbox),
    }));
    await person!.browser.signIn(person!.address);
    await other!.browser.signIn(other!.address);
    const { body } = await person!.browser.ask('POST', '/registration', association('Les Abeilles'));
    expect(body.waits).toEqual([]);
    expect(await person!.browser.viewer(body.organisation as string)).toMatchObject({ canWrite: true });
    expect((await other!.browser.ask('POST', '/registration', association('Les abei1les'))).body.waits).toEqual([
      'NAME_ALIKE',
    ]);
    await open.close();
  });
});
