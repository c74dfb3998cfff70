import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApi, TestOrganisation } from '../harness/api.js';
import { until } from './log.server.js';
import { tracesOf } from './people.traces.js';
import { stagePeople } from './people.stage.js';
import type { PersonAtBrowser } from './people.visitor.js';

const MINUTE_MS = 60_000;
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');

describe('A person', () => {
  const stage = stagePeople();
  const { mailbox, logged, newAddress, anybody, somebody, pass, revise, withAdmin, invited, seated } = stage;
  let api: TestApi;
  let rennes: TestOrganisation;
  let nantes: TestOrganisation;
  beforeAll(async () => {
    api = stage.server();
    [rennes, nantes] = [await api.registerOrganisation('Ville de Rennes'), await api.registerOrganisation('Nantes')];
  });

  describe('signing in', () => {
    it('by a link is not done by opening it, and done once', async () => {
      const person = anybody();
      const { token, code } = await person.askForMail('marie.link@example.org');
      const scanner = anybody();
      for (let times = 0; times < 2; times += 1) {
        const looked = await scanner.ask('POST', '/mail/link', { token, use: false });
        expect(looked).toEqual({ status: 200, body: { address: 'm…@e….org' } });
      }
      expect([await scanner.viewer(), await person.viewer()]).toEqual([null, null]);
      expect(await person.ask('POST', '/mail/link', { token, use: true })).toEqual({
        status: 200,
        body: { seats: [] },
      });
      expect(await person.viewer()).toEqual({
        organisation: null,
        canWrite: false,
        administers: false,
        person: { name: '' },
      });
      const again = [
        await anybody().ask('POST', '/mail/link', { token, use: true }),
        await anybody().ask('POST', '/mail/link', { token, use: false }),
        await person.ask('POST', '/mail/code', { code }),
      ];
      expect(again.map(({ status, body }) => [status, body])).toEqual([
        [401, 'LINK_OVER'],
        [401, 'LINK_OVER'],
        [401, 'CODE_WRONG'],
      ]);
    });

    it('is done where the link is used, and never where it was asked for', async () => {
      const [attacker, owner] = [anybody(), anybody()];
      const { token, code } = await attacker.askForMail('victim@example.org');
      expect(await owner.ask('POST', '/mail/code', { code })).toEqual({ status: 401, body: 'CODE_WRONG' });
      expect(await owner.ask('POST', '/mail/link', { token, use: true })).toMatchObject({ status: 200 });
      expect([await attacker.viewer(), (await owner.viewer())?.person]).toEqual([null, { name: '' }]);
    });

    it('by a code takes three tries, and no more', async () => {
      const [person, other] = [anybody(), anybody()];
      const { code, token } = await person.askForMail(newAddress());
      const wrong = wrongFor(code);
      for (let times = 0; times < 3; times += 1) {
        expect(await person.ask('POST', '/mail/code', { code: wrong })).toEqual({ status: 401, body: 'CODE_WRONG' });
      }
      expect(await person.ask('POST', '/mail/code', { code })).toEqual({ status: 401, body: 'CODE_WRONG' });
      expect(await other.ask('POST', '/mail/link', { token, use: true })).toMatchObject({ status: 200 });
    });

    it('by a code takes it as people write it', async () => {
      const person = anybody();
      const { code } = await person.askForMail(newAddress());
      const written = ` ${code.slice(0, 3)} ${code.slice(3)} `;
      expect(await person.ask('POST', '/mail/code', { code: written })).toMatchObject({ status: 200 });
    });

    it('is over after 15 minutes', async () => {
      const person = anybody();
      const { token, code } = await person.askForMail(newAddress());
      pass(15 * MINUTE_MS);
      expect(await person.ask('POST', '/mail/link', { token, use: true })).toEqual({ status: 401, body: 'LINK_OVER' });
      expect(await person.ask('POST', '/mail/code', { code })).toEqual({ status: 401, body: 'CODE_WRONG' });
    });

    it('is answered before anything is looked up, and alike whoever has the address', async () => {
      const known = newAddress();
      await somebody(known);
      const client = await api.superuser.pool.connect();
      await client.query('begin');
      await client.query(
        `lock table ${api.database.schema}.sign_in_attempt, ${api.database.schema}.person_address in access exclusive mode`,
      );
      const answers = await Promise.all(
        [known, 'never.seen@example.org'].map((address) => anybody().ask('POST', '/mail', { address, language: 'fr' })),
      );
      await client.query('rollback');
      client.release();
      expect(answers).toEqual([
        { status: 204, body: undefined },
        { status: 204, body: undefined },
      ]);
      const [one, other] = [await mailbox.wait(known, 2), await mailbox.wait('never.seen@example.org', 1)];
      const without = (text: string) => text.replace(/#token=\S+|\d{6}/g, '');
      expect(without(one.text)).not.toBe(one.text);
      // In the language that was asked for, which says nothing of whose it is.
      expect(without(other.text)).toBe(without(one.text));
    });

    it('has at most five mails an hour sent to an address, and after ten a day links alone', async () => {
      const address = newAddress();
      const person = anybody();
      const before = mailbox.to(address).length;
      const askFor = (times: number) =>
        Promise.all(Array.from({ length: times }, () => person.ask('POST', '/mail', { address, language: 'en' })));
      await askFor(7);
      await mailbox.wait(address, before + 5);
      pass(61 * MINUTE_MS);
      await askFor(5);
      await mailbox.wait(address, before + 10);
      pass(61 * MINUTE_MS);
      const { token, code } = await person.askForMail(address);
      expect([mailbox.to(address).length, code]).toEqual([before + 11, '']);
      expect(await person.ask('POST', '/mail/code', { code: '000000' })).toEqual({ status: 401, body: 'CODE_WRONG' });
      expect(await person.ask('POST', '/mail/link', { token, use: true })).toMatchObject({ status: 200 });
    });

    it('is for addresses, one of which is no way into a mail', async () => {
      const sent = await anybody().ask('POST', '/mail', {
        address: 'a@example.org\r\nBcc: b@example.org',
        language: 'en',
      });
      expect(sent).toEqual({ status: 400, body: 'NO_ADDRESS' });
    });

    it('has nobody write to a great many strangers', async () => {
      const person = anybody();
      const sent = await Promise.all(
        Array.from({ length: 62 }, () => person.ask('POST', '/mail', { address: newAddress(), language: 'en' })),
      );
      expect(sent.filter(({ status }) => status === 204)).toHaveLength(60);
      expect(sent.filter(({ status }) => status === 429).map(({ body }) => body)).toEqual([
        'RATE_LIMITED',
        'RATE_LIMITED',
      ]);
      // Whoever comes from elsewhere is written to all the same.
      expect((await anybody().ask('POST', '/mail', { address: newAddress(), language: 'en' })).status).toBe(204);
    });

    it('works for forty people behind one address within five minutes, each of whom mistypes at first', async () => {
      const at = Array.from({ length: 40 }, () => anybody('198.51.100.7'));
      const statuses = await Promise.all(
        at.map(async (person) => {
          const { code } = await person.askForMail(newAddress());
          const typed = [wrongFor(code), code.slice(1), code];
          const answers: number[] = [];
          for (const each of typed) answers.push((await person.ask('POST', '/mail/code', { code: each })).status);
          return answers;
        }),
      );
      expect(statuses).toEqual(at.map(() => [401, 401, 200]));
    });

    it('has whoever guesses on soon done for the minute, at whichever mails', async () => {
      const at = Array.from({ length: 6 }, () => anybody('198.51.100.8'));
      const statuses = await Promise.all(
        at.map(async (person) => {
          const { code } = await person.askForMail(newAddress());
          const guess = async () => (await person.ask('POST', '/mail/code', { code: wrongFor(code) })).status;
          return [await guess(), await guess(), await guess()];
        }),
      );
      expect(statuses.map(([first]) => first)).toEqual(at.map(() => 401));
      const further = statuses.flatMap(([, ...rest]) => rest);
      expect(further.toSorted()).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    });

    it('is told of by code where the mail server refuses, without the address it quotes', async () => {
      await anybody().ask('POST', '/mail', { address: 'nobody@example.org', language: 'en' });
      const told = () => logged.find((line) => line.includes('a mail could not be sent'));
      await until('the log tells of the mail', () => told() !== undefined);
      expect(JSON.parse(told()!)).toMatchObject({ code: 'EENVELOPE', responseCode: 550 });
      expect(told()).not.toContain('nobody@');
    });

    it('lasts for 30 days, and ends where she ends it', async () => {
      const address = newAddress();
      const [desk, phone] = [await somebody(address), await somebody(address)];
      const { sessions } = (await desk.ask('GET', '/person')).body;
      expect(sessions).toMatchObject([{ isThis: true }, { isThis: false }]);
      await desk.ask('DELETE', `/person/sessions/${sessions[1].id}`);
      expect([await phone.viewer(), (await desk.viewer())?.person]).toEqual([null, { name: '' }]);
      const stranger = await somebody();
      await stranger.ask('DELETE', `/person/sessions/${sessions[0].id}`);
      expect((await desk.viewer())?.person).toEqual({ name: '' });
      const tablet = await somebody(address);
      expect(await tablet.ask('DELETE', '/person/sessions')).toMatchObject({ status: 204 });
      expect([await desk.viewer(), await tablet.viewer()]).toEqual([null, null]);
      pass(30 * 24 * 60 * MINUTE_MS);
      expect(await stranger.viewer()).toBeNull();
    });
  });

  describe('acting for an organisation', () => {
    it('has its first seat by its key, if it never had one, and if she signed in a moment ago', async () => {
      const person = await somebody();
      const reading = await api.createKey(rennes.id, ['read']);
      expect(await person.ask('POST', '/seats', { key: reading })).toEqual({ status: 403, body: 'SCOPE_MISSING' });
      expect(await person.ask('POST', '/seats', { key: 'mlg_x' })).toEqual({ status: 401, body: 'KEY_REFUSED' });
      expect(await anybody().ask('POST', '/seats', { key: rennes.key })).toEqual({
        status: 401,
        body: 'UNAUTHENTICATED',
      });
      pass(11 * MINUTE_MS);
      expect(await person.ask('POST', '/seats', { key: rennes.key })).toEqual({ status: 403, body: 'SIGN_IN_AGAIN' });
      const again = await somebody();
      const organisation = rennes.globalId;
      expect(await again.ask('POST', '/seats', { key: rennes.key })).toEqual({ status: 200, body: { organisation } });
      expect(await (await somebody()).ask('POST', '/seats', { key: rennes.key })).toEqual({
        status: 409,
        body: 'HAS_SEATS',
      });
    });

    it('names it with each request, and records under a member id that is random', async () => {
      const { admin, organisation } = await withAdmin();
      expect((await admin.viewer(organisation.globalId))?.organisation).toEqual({ id: organisation.globalId });
      expect((await admin.viewer())?.organisation).toBeNull();
      expect((await admin.viewer(nantes.globalId))?.organisation).toBeNull();
      const unnamed = await revise(admin, organisation);
      expect([unnamed.status, unnamed.errors?.[0].extensions.code]).toEqual([403, 'NO_SEAT']);
      expect((await revise(admin, nantes, nantes.globalId)).errors?.[0].extensions.code).toBe('NO_SEAT');
      const { data } = await revise(admin, organisation, organisation.globalId);
      expect(data.reviseOrganisation.__typename).toBe('OrganisationRecorded');
      const { rows } = await api.database.pool.query<{ member_id: string }>(
        'select member_id from seat where organisation_id = $1',
        [organisation.id],
      );
      const { rows: recorded } = await api.superuser.pool.query<{ entry: string }>(
        `select to_jsonb(e)::text as entry from ${api.database.schema}.event e where to_jsonb(e)::text like $1`,
        [`%${rows[0]!.member_id}%`],
      );
      expect(recorded).toHaveLength(1);
    });

    it('is not switched by another tab, which names another one', async () => {
      const address = newAddress();
      const { admin, organisation } = await withAdmin(address);
      const other = await api.registerOrganisation(`Association ${randomUUID()}`);
      expect(await admin.ask('POST', '/seats', { key: other.key })).toMatchObject({ status: 200 });
      expect((await revise(admin, other, other.globalId)).data.reviseOrganisation.__typename).toBe(
        'OrganisationRecorded',
      );
      const mixed = await revise(admin, organisation, other.globalId);
      expect(mixed.data.reviseOrganisation.code).toBe('NOT_YOUR_ORGANISATION');
      const { data } = await revise(admin, organisation, organisation.globalId);
      expect(data.reviseOrganisation.__typename).toBe('OrganisationRecorded');
    });

    it('is invited by an ADMIN alone, and answers with the very address, once', async () => {
      const { admin, seats, organisation } = await withAdmin();
      const { person, invitation } = await invited(admin, seats, 'WRITER');
      expect(await admin.ask('POST', invitation, { accepts: true })).toEqual({ status: 404, body: 'UNKNOWN' });
      expect(await person.ask('POST', invitation, { accepts: true })).toMatchObject({ status: 204 });
      expect(await person.ask('POST', invitation, { accepts: true })).toEqual({ status: 404, body: 'UNKNOWN' });
      expect(await person.viewer(organisation.globalId)).toMatchObject({ canWrite: true });
      const further = { address: newAddress(), role: 'READER' };
      expect(await person.ask('POST', `${seats}/invitations`, further)).toEqual({ status: 403, body: 'NOT_ADMIN' });
      expect(await person.ask('GET', seats)).toEqual({ status: 403, body: 'NOT_ADMIN' });
      expect(await (await somebody()).ask('GET', seats)).toEqual({ status: 403, body: 'NOT_ADMIN' });
    });

    it('has no invitation any more that was revoked, is too old, or came of an ADMIN who is none any more', async () => {
      const { admin, seats } = await withAdmin();
      const second = await seated(admin, seats, 'ADMIN');
      const revoked = await invited(admin, seats, 'WRITER');
      const [{ id }] = (await admin.ask('GET', seats)).body.invitations;
      expect(await admin.ask('DELETE', `${seats}/invitations/${id}`)).toMatchObject({ status: 204 });
      expect(await revoked.person.ask('POST', revoked.invitation, { accepts: true })).toMatchObject({
        body: 'UNKNOWN',
      });
      const orphaned = await invited(second, seats, 'ADMIN');
      const { holders } = (await admin.ask('GET', seats)).body;
      const [, other] = holders;
      expect(holders).toMatchObject([{ isSelf: true }, { isSelf: false }]);
      expect(await admin.ask('DELETE', `${seats}/members/${other.memberId}`)).toMatchObject({ status: 204 });
      expect(await orphaned.person.ask('POST', orphaned.invitation, { accepts: true })).toMatchObject({
        body: 'UNKNOWN',
      });
      const late = newAddress();
      await admin.ask('POST', `${seats}/invitations`, { address: late, role: 'READER' });
      await mailbox.wait(late, 1);
      pass(14 * 24 * 60 * MINUTE_MS);
      expect((await (await somebody(late)).ask('GET', '/person')).body.invitations).toEqual([]);
    });

    it('only reads as a READER', async () => {
      const { admin, seats, organisation } = await withAdmin();
      const reader = await seated(admin, seats, 'READER');
      expect(await reader.viewer(organisation.globalId)).toMatchObject({ canWrite: false, administers: false });
      const { data } = await revise(reader, organisation, organisation.globalId);
      expect(data.reviseOrganisation.code).toBe('SCOPE_MISSING');
    });

    it('records as a WRITER, and sends nothing that takes an ADMIN', async () => {
      const { admin, seats, organisation } = await withAdmin();
      const writer = await seated(admin, seats, 'WRITER');
      const { data } = await revise(writer, organisation, organisation.globalId);
      expect(data.reviseOrganisation.code).toBe('NOT_ADMIN');
      const seen = await Promise.all([writer, admin].map((each) => each.viewer(organisation.globalId)));
      expect(seen).toMatchObject([
        { canWrite: true, administers: false },
        { canWrite: true, administers: true },
      ]);
      const asked = `query ($id: ID!) { organisation(id: $id) { may { command allowed code } } }`;
      const may = async (person: PersonAtBrowser) => {
        const answer = await person.graphql(asked, { id: organisation.globalId }, organisation.globalId);
        const found: readonly { readonly command: string }[] = answer.data.organisation.may;
        return found.find(({ command }) => command === 'ReviseOrganisation');
      };
      expect(await may(writer)).toMatchObject({ allowed: false, code: 'NOT_ADMIN' });
      expect(await may(admin)).toMatchObject({ allowed: true, code: null });
      const accepting = `mutation ($input: AcceptCommitmentInput!) { acceptCommitment(input: $input) { ... on Refusal { reason } } }`;
      const commitmentId = Buffer.from(`Commitment:${randomUUID()}`, 'utf8').toString('base64url');
      const input = { commandId: randomUUID(), commitmentId, termsVersion: 1 };
      const accepted = await writer.graphql(accepting, { input }, organisation.globalId);
      expect(accepted.data.acceptCommitment).toEqual({ reason: 'UNKNOWN_COMMITMENT' });
    });

    it('does so no more once her seat is removed, in the middle of a session; the last ADMIN stays', async () => {
      const { admin, seats, organisation } = await withAdmin();
      const writer = await seated(admin, seats, 'WRITER');
      expect((await writer.viewer(organisation.globalId))?.canWrite).toBe(true);
      const { holders } = (await admin.ask('GET', seats)).body;
      const [{ memberId: own }, { memberId: other }] = holders;
      expect(await admin.ask('DELETE', `${seats}/members/${other}`)).toMatchObject({ status: 204 });
      const { status, errors } = await revise(writer, organisation, organisation.globalId);
      expect([status, errors?.[0].extensions.code]).toEqual([403, 'NO_SEAT']);
      expect(await admin.ask('DELETE', `${seats}/members/${own}`)).toEqual({ status: 409, body: 'LAST_ADMIN' });
    });

    it('never gives or takes seats by a key', async () => {
      const { seats, organisation } = await withAdmin();
      const headers = { authorization: `Bearer ${organisation.key}`, 'content-type': 'application/json' };
      const body = JSON.stringify({ address: newAddress(), role: 'ADMIN' });
      const { status } = await fetch(`${api.url}/session${seats}/invitations`, { method: 'POST', headers, body });
      expect(status).toBe(401);
    });
  });

  describe('and what is kept of her', () => {
    it('holds a name of one line, which no mail takes for anything else', async () => {
      const { admin, seats } = await withAdmin();
      const hostile = { name: 'Eve\r\nBcc: all@example.org', language: 'en' };
      expect(await admin.ask('POST', '/person', hostile)).toEqual({ status: 400, body: 'BAD_REQUEST' });
      await admin.ask('POST', '/person', { name: 'Eve <b>https://evil.example</b>', language: 'fr' });
      const address = newAddress();
      await admin.ask('POST', `${seats}/invitations`, { address, role: 'READER' });
      const { raw, text } = await mailbox.wait(address, 1);
      const headers = raw.slice(0, raw.indexOf('\r\n\r\n'));
      expect(headers).not.toMatch(/Eve|evil|Bcc/);
      expect(text).toMatch(/^Eve <b>https:\/\/ evil\. example<\/ b> nous a donné/);
      expect(text.match(/https?:\/\/\S+/g)).toEqual([`${api.url}/me`, expect.stringMatching(/\/join#stop=\S{43}$/)]);
    });

    it('is hers to see and to erase, the last ADMIN’s too; what she recorded stays', async () => {
      const address = newAddress();
      const { admin, organisation } = await withAdmin(address);
      await revise(admin, organisation, organisation.globalId);
      const { body: kept } = await admin.ask('GET', '/person');
      expect(kept).toMatchObject({
        addresses: [{ address }],
        seats: [{ role: 'ADMIN' }],
        sessions: [{ isThis: true }],
      });
      expect(await admin.ask('DELETE', '/person')).toMatchObject({ status: 204 });
      expect(await admin.viewer(organisation.globalId)).toBeNull();
      for (const table of ['person_address', 'sign_in_attempt', 'seat_invitation']) {
        const { rows } = await api.database.pool.query(`select from ${table} where address = $1`, [address]);
        expect({ table, rows: rows.length }).toEqual({ table, rows: 0 });
      }
      const again = await somebody(address);
      expect((await again.ask('GET', '/person')).body.seats).toEqual([]);
      expect(await again.ask('POST', '/seats', { key: organisation.key })).toEqual({ status: 409, body: 'HAS_SEATS' });
    });

    it('is in no log, metric or answer to the public, and in no table but those of people', async () => {
      expect(await tracesOf(api, logged, ['@example.org', '198.51.100.7', '192.0.2.'])).toEqual([]);
    });
  });
});
