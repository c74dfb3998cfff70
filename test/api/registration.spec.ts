import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DAY_MS } from '@maillage/kernel';
import { OperatorLinks, Retention } from '@maillage/platform';
import { startTestApi, type TestApi, type TestOrganisation } from '../harness/api.js';
import { invitingPartners, localId } from './people.partners.js';
import { stagePeople } from './people.stage.js';
import { PersonAtBrowser } from './people.visitor.js';

const BREAK_OFF = 'update registration set approved_at = created_at where organisation_id = $1';
const MINUTE_MS = 60_000;
const OPERATOR = '0b6f3f0e-5a53-4c86-9d1e-0a8f6d2f7c11';

interface Waiting {
  readonly id: string;
  readonly terms: { readonly name: string };
  readonly alike: readonly unknown[];
}

describe('An organisation that is not registered', () => {
  const said: string[] = [];
  const stage = stagePeople({ env: { OPERATOR_ORGANISATION: OPERATOR }, say: (line) => void said.push(line) });
  const { clock, mailbox, mailing, newAddress, anybody, somebody, pass, withSeat, withAdmin } = stage;
  let api: TestApi;
  let operator: PersonAtBrowser;
  beforeAll(async () => {
    api = stage.server();
    await freshOperator();
  });

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
  const seatsOfOperator = async () => (await operator.ask('GET', '/person')).body.seats;
  const seatsOf = async (person: PersonAtBrowser) => (await person.ask('GET', '/person')).body.seats;

  it('is the operator’s at first: whoever has the link that the start printed takes its first seat, once', async () => {
    const token = linkToken();
    const [other, terms] = [await somebody(), association('Les Exploitants')];
    expect(await other.ask('POST', '/operator/seat', { token: 'x', terms })).toMatchObject({ body: 'LINK_OVER' });
    expect(await operator.ask('GET', '/operator/registrations')).toMatchObject({ body: 'NOT_THE_OPERATOR' });
    expect(await operator.ask('POST', '/operator/link', { token })).toEqual({
      status: 200,
      body: { name: null, isFresh: true, needsPasskey: false },
    });
    expect(await operator.ask('POST', '/operator/seat', { token, terms: null })).toMatchObject({
      body: 'UNKNOWN_ORGANISATION',
    });
    expect(await operator.ask('POST', '/operator/seat', { token, terms })).toMatchObject({ status: 200 });
    expect(await other.ask('POST', '/operator/seat', { token, terms: null })).toMatchObject({ body: 'LINK_OVER' });
    expect(await operator.ask('GET', '/operator/registrations')).toEqual({
      status: 200,
      body: { registrations: [], isFresh: true },
    });
    // Nor is another link made while somebody operates it.
    expect(await new OperatorLinks(api.database, clock).issue(OPERATOR)).toBeUndefined();
  });

  it('waits for the operator, and then is in the log as her act, by the member id of her seat', async () => {
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
    const [{ memberId: member }] = await seatsOfOperator();
    expect(await recordedOf(id)).toMatchObject([
      { type: 'OrganisationRegistered', actor: { organisation: OPERATOR, member } },
    ]);
    expect(await waitingFor(name)).toBeUndefined();
    // After the mail to sign in.
    const { text } = await mailbox.wait(address, 2);
    expect(text).toContain(`“${name}” (not confirmed) is registered`);
    expect(text).toContain('not confirmed');
    const { data } = await api.graphql('query ($id: ID!) { organisation(id: $id) { name identityConfirmed } }', {
      id: applied.organisation,
    });
    expect(data.organisation).toEqual({ name, identityConfirmed: false });
  });

  it.each([true, false])('is answered (approved: %s) though whoever applied has no address', async (approves) => {
    const [address, name] = [newAddress(), `Sans adresse ${approves}`];
    const person = await somebody(address);
    await person.ask('POST', '/registration', association(name));
    // She signs in by an account or a device.
    await api.database.pool.query('delete from person_address where address = $1', [address]);
    expect(await approve(name, approves)).toMatchObject({ status: 204 });
    expect(await seatsOf(person)).toMatchObject(approves ? [{ role: 'ADMIN', organisation: { name } }] : []);
  });

  it('is approved by the operator alone, who signed in a moment ago', async () => {
    const [{ admin }, person] = [await withAdmin(), await somebody()];
    await person.ask('POST', '/registration', association('Le Fournil'));
    await freshOperator();
    const { id } = (await waitingFor('Le Fournil'))!;
    for (const by of [admin, person]) {
      expect(await answer(id, true, by)).toEqual({ status: 403, body: 'NOT_THE_OPERATOR' });
      expect(await by.ask('GET', '/operator/registrations')).toEqual({ status: 403, body: 'NOT_THE_OPERATOR' });
    }
    pass(11 * MINUTE_MS);
    expect((await operator.ask('GET', '/operator/registrations')).body.isFresh).toBe(false);
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
    // With a Cyrillic а.
    const town = await person.ask('POST', '/registration', association('Rivemont (Mаirie)'));
    expect(town.body.waits).toEqual(['APPROVAL', 'PUBLIC_BODY']);
  });

  it('is asked for a seat where it is there already, and its ADMINs alone admit', async () => {
    const [admin, other, person] = [await somebody(), await somebody(), await somebody()];
    const organisation = await api.registerOrganisation(`Association ${randomUUID()}`);
    const asking = `/organisations/${organisation.globalId}/requests`;
    expect(await person.ask('POST', asking)).toEqual({ status: 409, body: 'NO_ADMIN' });
    await admin.ask('POST', '/seats', { key: organisation.key });
    await withSeat(other);
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
    const [person, late] = [await somebody(), await somebody()];
    const { organisation } = await withAdmin();
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
    const address = newAddress();
    const begun = await somebody(address);
    const { body: first } = await begun.ask('POST', '/registration', association('Interrompue'));
    await api.database.pool.query(BREAK_OFF, [localId(first.organisation as string)]);
    expect(await begun.ask('DELETE', '/registration')).toEqual({ status: 409, body: 'NOTHING_TO_WITHDRAW' });
    await freshOperator();
    const { id } = (await waitingFor('Trop tard'))!;
    pass(30 * DAY_MS);
    // What broke off after it was approved is not lost, and she is not kept from anything by it.
    const again = await somebody(address);
    const { body: resumed } = await again.ask('POST', '/registration', association('Une autre'));
    expect(resumed).toEqual({ organisation: first.organisation, waits: [] });
    expect(await seatsOf(again)).toMatchObject([{ organisation: { name: 'Interrompue' } }]);
    await freshOperator();
    expect([await waiting(), await answer(id, true)]).toMatchObject([[], { body: 'UNKNOWN' }]);
  });

  describe('that a backbone invites to its mission', () => {
    const LEAVE =
      'mutation ($input: LeaveMissionInput!) { leaveMission(input: $input) { __typename ... on Refusal { message } } }';
    const { withMission, send, accept } = invitingPartners(stage);
    const joinedTo = async (missionId: string) => {
      const { rows } = await api.superuser.pool.query<{ entry: string }>(
        `select entry from ${api.database.schema}.event where stream = $1 order by version`,
        [`mission/${missionId}`],
      );
      return rows.map(
        ({ entry }) => JSON.parse(entry) as { type: string; actor: unknown; data: { organisationId: string } },
      );
    };
    const leave = async (organisation: { readonly key: string }, missionId: string) => {
      const input = { commandId: randomUUID(), missionId };
      const { text } = await api.graphql(LEAVE, { input }, { key: organisation.key });
      expect(text).toContain('MissionRecorded');
    };
    const resultsIn = (body: unknown) =>
      (body as { readonly report: readonly { readonly result: string }[] }).report.map(({ result }) => result);
    it('by mail is told who gave its address, and joins by an ADMIN of its own, once', async () => {
      const { admin, path, uuid, mission, backbone } = await withMission();
      const [address, twice] = [newAddress(), newAddress()];
      const { body } = await send(admin, path, address, 'no address', twice, twice);
      expect(resultsIn(body)).toEqual(['SENT', 'NO_ADDRESS', 'SENT', 'TWICE']);
      const { text } = await mailbox.wait(address, 1);
      expect(text).toMatch(/gave us your address, to invite your organisation to take part in “Un toit pour tous”/);
      expect(text).toContain('has not been confirmed by the operator');
      const [person, other] = [await somebody(address), await somebody()];
      const [mine, others] = [await withSeat(person), await withSeat(other)];
      const [invitation] = (await person.ask('GET', '/joining')).body.invitations;
      expect(invitation).toMatchObject({ role: 'MEMBER', mission: { title: 'Un toit pour tous' } });
      const by = { id: invitation.id as string };
      expect(await accept(other, by, others)).toEqual({ status: 404, body: 'UNKNOWN' });
      expect(await accept(person, by, others)).toEqual({ status: 403, body: 'NOT_ADMIN' });
      const both = [mine, await withSeat(person)];
      const statuses = (await Promise.all(both.map((each) => accept(person, by, each)))).map(({ status }) => status);
      expect(statuses.toSorted()).toEqual([200, 404]);
      const [member, further] = statuses[0] === 200 ? [mine, both[1]!] : [both[1]!, mine];
      expect(await accept(person, by, further)).toEqual({ status: 404, body: 'UNKNOWN' });
      const [invited, joined] = (await joinedTo(uuid)).slice(-2);
      expect(invited).toMatchObject({ type: 'OrganisationInvited', actor: { organisation: backbone.id } });
      expect(joined).toMatchObject({
        type: 'MissionJoined',
        actor: { organisation: member.id },
        data: { byInvitation: true },
      });
      const { rows } = await api.database.pool.query('select from partner_invitation where address = $1', [address]);
      expect(rows).toEqual([]);
      // One that is refused waits on; whoever left after it was sent does not come back by it.
      await send(admin, path, address);
      const next = { id: (await person.ask('GET', '/joining')).body.invitations[0].id as string };
      expect(await accept(person, next, member)).toEqual({ status: 409, body: 'ALREADY_MEMBER' });
      pass(1);
      await leave(member, mission);
      expect(await accept(person, next, member)).toEqual({ status: 404, body: 'UNKNOWN' });
      expect(await accept(person, next, further)).toMatchObject({ status: 200 });
    });

    it('takes a sign-in of a moment ago on both sides, and tells so before anything is typed', async () => {
      const { admin, path } = await withMission();
      const person = await somebody();
      const organisation = await withSeat(person);
      const told = async () => [
        (await admin.ask('GET', path)).body.isFresh,
        (await person.ask('GET', '/joining')).body.isFresh,
      ];
      expect(await told()).toEqual([true, true]);
      pass(11 * MINUTE_MS);
      expect(await told()).toEqual([false, false]);
      const refused = { status: 403, body: 'SIGN_IN_AGAIN' };
      expect(await send(admin, path, newAddress())).toEqual(refused);
      expect(await accept(person, { token: 'x' }, organisation)).toEqual(refused);
    });

    it('by a link that is passed on joins as a MEMBER, until it is taken back or over', async () => {
      const { admin, path, uuid, mission } = await withMission();
      const { body } = await admin.ask('POST', `${path}/links`);
      const token = /\/join#token=(\S+)$/.exec(body.link as string)?.[1] ?? '';
      let gone: [PersonAtBrowser, TestOrganisation] | undefined;
      for (const person of [await somebody(), await somebody()]) {
        const organisation = await withSeat(person);
        expect((await person.ask('POST', '/joining/link', { token })).body).toMatchObject({ role: 'MEMBER' });
        expect(await accept(person, { token }, organisation)).toMatchObject({ status: 200 });
        gone = [person, organisation];
      }
      await leave(gone![1], mission);
      expect(await accept(gone![0], { token }, gone![1])).toEqual({ status: 404, body: 'UNKNOWN' });
      const [sent] = (await admin.ask('GET', path)).body.invitations;
      expect(sent).toMatchObject({ address: null, role: 'MEMBER', taken: 2 });
      expect((await joinedTo(uuid)).filter(({ type }) => type === 'MissionJoined')).toHaveLength(3);
      const late = await somebody();
      const organisation = await withSeat(late);
      expect(await accept(late, { token: 'x' }, organisation)).toEqual({ status: 401, body: 'LINK_OVER' });
      expect(await admin.ask('DELETE', `${path}/${sent.id}`)).toMatchObject({ status: 204 });
      expect(await accept(late, { token }, organisation)).toEqual({ status: 401, body: 'LINK_OVER' });
    });

    it('is invited by the ADMINs of a backbone alone, and by name where texts are private', async () => {
      const { backbone, mission, path } = await withMission({ privateFields: ['REVIEW_COMMENTS'] });
      const stranger = await somebody();
      const other = await withSeat(stranger);
      expect(await send(stranger, path, newAddress())).toEqual({ status: 403, body: 'NOT_ADMIN' });
      expect(await stranger.ask('GET', path)).toEqual({ status: 403, body: 'NOT_ADMIN' });
      const own = await send(stranger, `/partners/${other.globalId}/${mission}`, newAddress());
      expect(own).toEqual({ status: 403, body: 'NOT_BACKBONE' });
      const headers = { authorization: `Bearer ${backbone.key}`, 'content-type': 'application/json' };
      const { status } = await fetch(`${api.url}/session${path}/links`, { method: 'POST', headers, body: '{}' });
      expect(status).toBe(401);
    });

    it('is not by whoever may invite no more, nor at an address that wants none, nor fifty-one times a day', async () => {
      const { admin, path, backbone } = await withMission();
      const [address, unwanted] = [newAddress(), newAddress()];
      await send(admin, path, address, unwanted);
      const stop = /#stop=(\S+)/.exec((await mailbox.wait(unwanted, 1)).text)?.[1];
      await mailbox.wait(address, 1);
      expect(await anybody().ask('POST', '/joining/stop', { token: stop })).toMatchObject({ status: 204 });
      const person = await somebody(address);
      const mine = await withSeat(person);
      const many = Array.from({ length: 19 }, newAddress);
      const [refused] = (await send(admin, path, unwanted)).body.report;
      expect(refused).toMatchObject({ result: 'NOT_WANTED' });
      for (let times = 0; times < 2; times += 1) await send(admin, path, ...many.map((each) => `${times}.${each}`));
      const { body } = await send(admin, path, ...many.map((each) => `3.${each}`));
      expect(resultsIn(body).filter((result) => result === 'ENOUGH_TODAY')).toHaveLength(9);
      const seat = { address: newAddress(), role: 'READER' };
      expect(await admin.ask('POST', `/seats/${backbone.globalId}/invitations`, seat)).toMatchObject({
        body: 'INVITED_ENOUGH',
      });
      const [invitation] = (await person.ask('GET', '/joining')).body.invitations;
      expect(await admin.ask('DELETE', '/person')).toMatchObject({ status: 204 });
      expect(await accept(person, { id: invitation.id as string }, mine)).toEqual({ status: 404, body: 'UNKNOWN' });
      expect(
        (await api.database.pool.query('select from partner_invitation where inviter_id = $1', [backbone.id])).rows,
      ).toEqual([]);
    });

    it('is not ten thousand times over: fifty invitations go out, and each further line is told why it does not', async () => {
      const { admin, path } = await withMission();
      const lines = Array.from({ length: 10_000 }, newAddress);
      const [mailed = '', ...others] = lines;
      for (const each of ['en', 'fr', 'en', 'fr', 'en']) {
        await anybody().ask('POST', '/mail', { address: mailed, language: each });
      }
      await mailbox.wait(mailed, 5);
      expect(await send(admin, path, ...lines)).toEqual({ status: 413, body: 'BODY_TOO_LARGE' });
      const results: string[] = [];
      for (let from = 0; from < lines.length; from += 20) {
        results.push(...resultsIn((await send(admin, path, ...lines.slice(from, from + 20))).body));
      }
      const expected = others.map((_, index) => (index < 50 ? 'SENT' : 'ENOUGH_TODAY'));
      expect(results).toEqual(['MAILED_ENOUGH', ...expected]);
      await Promise.all(others.slice(0, 50).map((address) => mailbox.wait(address, 1)));
      expect(others.slice(50).flatMap((address) => mailbox.to(address))).toEqual([]);
      expect(mailbox.to(mailed)).toHaveLength(5);
    });

    it('need not wait for the operator to be registered, where a confirmed backbone has invited it by name', async () => {
      const { admin, path, backbone } = await withMission();
      const address = newAddress();
      await send(admin, path, address);
      await mailbox.wait(address, 1);
      const person = await somebody(address);
      const named = `Les Tisserands ${randomUUID()}`;
      expect((await person.ask('POST', '/registration', association(named))).body.waits).toEqual(['APPROVAL']);
      await person.ask('DELETE', '/registration');
      const evidence = [{ url: 'https://register.example.org/1' }];
      const input = {
        commandId: randomUUID(),
        organisationId: backbone.globalId,
        scheme: 'FR-RNA',
        value: randomUUID(),
        evidence,
      };
      const CONFIRM =
        'mutation ($input: ConfirmIdentityInput!) { confirmIdentity(input: $input) { __typename ... on Refusal { message } } }';
      const { text } = await api.graphql(
        CONFIRM,
        { input },
        { key: await api.createKey(OPERATOR, ['read', 'write', 'operator']) },
      );
      expect(text).toContain('OrganisationRecorded');
      const { body } = await person.ask('POST', '/registration', association(named));
      expect(body.waits).toEqual([]);
      expect(await person.viewer(body.organisation as string)).toMatchObject({ canWrite: true });
      const { body: second } = await person.ask('POST', '/registration', association(`Seconds ${randomUUID()}`));
      expect(second.waits).toEqual(['APPROVAL']);
    });

    it('is not kept beyond its time, whether or not anybody does anything', async () => {
      const { admin, path } = await withMission();
      await send(admin, path, newAddress());
      pass(30 * DAY_MS);
      await new Retention(api.database, clock).clean();
      for (const table of ['partner_invitation', 'registration', 'sign_in_attempt', 'seat_invitation_sent']) {
        const { rows } = await api.database.pool.query(`select from ${table}`);
        expect({ table, rows: rows.length }).toEqual({ table, rows: 0 });
      }
    });
  });

  it('is registered at once where the ledger is open, but waits where it is not plain who it is', async () => {
    const open = await startTestApi({ clock, env: { ...mailing(), REGISTRATION: 'open' } });
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
