import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DAY_MS } from '@maillage/kernel';
import { Recoveries } from '@maillage/platform';
import { Client } from '../acceptance/client.js';
import { MISSION } from '../acceptance/mission.js';
import { until } from './log.server.js';
import { stagePeople } from './people.stage.js';
import type { PersonAtBrowser } from './people.visitor.js';

const MINUTE_MS = 60_000;
const OPERATOR = '0b6f3f0e-5a53-4c86-9d1e-0a8f6d2f7c12';

describe('Access', () => {
  const said: string[] = [];
  const stage = stagePeople({ env: { OPERATOR_ORGANISATION: OPERATOR }, say: (line) => void said.push(line) });
  const { clock, mailbox, server, newAddress, anybody, somebody, pass, withAdmin, seated, withSeat } = stage;
  const operating = newAddress();
  beforeAll(async () => {
    const token = /\/operator#token=(\S+)$/.exec(said.at(-1) ?? '')?.[1];
    const terms = { name: 'Les Exploitants', sector: 'CIVIL_SOCIETY', identifiers: [] };
    expect(await (await somebody(operating)).ask('POST', '/operator/seat', { token, terms })).toMatchObject({
      status: 200,
    });
  });
  const later = (ms: number) => new Date(Date.parse(clock.now()) + ms).toISOString();
  /** How often what became of a mail could not be kept. */
  const unsettled = () => stage.logged.filter((line) => line.includes('mails could not be looked for')).length;
  const seatsOf = async (person: PersonAtBrowser) => (await person.ask('GET', '/person')).body.seats;

  describe('to an organisation that nobody can act for any more', () => {
    const PATH = '/operator/recoveries';
    const evidence = 'Minutes of the general assembly of 12 January.';
    const objectionIn = (text: string) => ({ token: /#objection=(\S+)/.exec(text)?.[1], use: true });
    // An address has but so many mails within an hour, and codes within a day.
    beforeEach(() => {
      pass(DAY_MS);
    });
    const open = async (
      organisation: { readonly globalId: string },
      address: string,
      by?: PersonAtBrowser,
    ): Promise<{ readonly status: number; readonly body: any }> => {
      const operator = by ?? (await somebody(operating));
      const asked = { organisation: organisation.globalId, address, evidence };
      return operator.ask('POST', PATH, asked);
    };
    const only = async (operator: PersonAtBrowser, organisation: { readonly globalId: string }): Promise<any> => {
      const recoveries: readonly any[] = (await operator.ask('GET', PATH)).body.recoveries;
      return recoveries.find((each) => each.organisation.id === organisation.globalId);
    };
    const recordedOf = async (organisationId: string): Promise<readonly any[]> => {
      const { rows } = await server().superuser.pool.query<{ entry: string }>(
        `select entry from ${server().database.schema}.event where stream = $1 and type = 'AccessRecovered'`,
        [`organisation/${organisationId}`],
      );
      return rows.map(({ entry }) => JSON.parse(entry));
    };

    const personOf = async (address: string) => {
      const { rows } = await server().database.pool.query<{ person_id: string }>(
        'select person_id from person_address where address = $1',
        [address],
      );
      return rows[0]?.person_id;
    };

    /** With a READER, and an ADMIN who erased herself. */
    const abandoned = async () => {
      const reading = newAddress();
      const { admin, seats, organisation } = await withAdmin();
      const reader = await seated(admin, seats, 'READER', reading);
      expect(await admin.ask('DELETE', '/person')).toMatchObject({ status: 204 });
      return { organisation, seats, reader, reading };
    };

    it('is given back by the operator after three days, to the proved address alone, and the log says so of nobody', async () => {
      const { organisation, reading, seats } = await abandoned();
      const address = newAddress();
      expect(await open(organisation, address)).toMatchObject({ status: 204 });
      expect(await open(organisation, address)).toEqual({ status: 409, body: 'RECOVERY_OPEN' });
      const told = (await mailbox.wait(reading, 3)).text;
      expect(told).toContain('one objection stops it');
      expect(told).not.toContain(address);
      expect((await mailbox.wait(address, 1)).text).toContain(`would have you administer “Association`);
      let operator = await somebody(operating);
      const { id } = await only(operator, organisation);
      expect(await operator.ask('POST', `${PATH}/${id}/completion`)).toEqual({ status: 409, body: 'RECOVERY_WAITS' });
      pass(3 * DAY_MS);
      operator = await somebody(operating);
      expect(await only(operator, organisation)).toMatchObject({
        isReady: true,
        isProved: false,
        isMoot: false,
        told: { people: 1, waiting: 0, unreached: 0 },
      });
      expect(await operator.ask('POST', `${PATH}/${id}/completion`)).toEqual({ status: 409, body: 'NOT_PROVED' });
      const stranger = await somebody();
      expect(await stranger.ask('POST', `/person/recoveries/${id}/completion`)).toEqual({
        status: 404,
        body: 'UNKNOWN',
      });
      const owner = await somebody(address);
      expect((await owner.ask('GET', '/person')).body.recoveries).toMatchObject([{ id, isHers: true, isReady: true }]);
      expect(await seatsOf(owner)).toEqual([]);
      expect(await owner.ask('POST', `/person/recoveries/${id}/completion`)).toMatchObject({ status: 204 });
      const [seat] = await seatsOf(owner);
      expect(seat).toMatchObject({ role: 'ADMIN', organisation: { id: organisation.globalId } });
      const [entry, ...more] = await recordedOf(organisation.id);
      expect([entry.actor.organisation, entry.data, more]).toEqual([
        OPERATOR,
        { memberId: seat.memberId, on: expect.any(String) },
        [],
      ]);
      expect(JSON.stringify(entry)).not.toContain('@');
      expect(await owner.ask('GET', seats)).toMatchObject({ status: 200 });
      expect((await mailbox.wait(reading, 4)).text).toContain('Nobody objected within three days');
      expect(await operator.ask('POST', `${PATH}/${id}/completion`)).toEqual({ status: 404, body: 'UNKNOWN' });
    });

    it('is not given where one who was told objects: by the link of the mail, or as somebody with a seat', async () => {
      const { organisation, reading, reader } = await abandoned();
      const address = newAddress();
      await open(organisation, address);
      const link = objectionIn((await mailbox.wait(reading, 3)).text);
      const looked = await anybody().ask('POST', '/recovery/objection', { ...link, use: false });
      expect(looked).toMatchObject({ body: { evidence, organisation: { id: organisation.globalId } } });
      expect(await anybody().ask('POST', '/recovery/objection', link)).toMatchObject({ status: 204 });
      expect(await anybody().ask('POST', '/recovery/objection', link)).toEqual({ status: 401, body: 'LINK_OVER' });
      pass(4 * DAY_MS);
      await somebody(address);
      let operator = await somebody(operating);
      const stopped = await only(operator, organisation);
      expect(await operator.ask('POST', `${PATH}/${stopped.id}/completion`)).toEqual({ status: 409, body: 'OBJECTED' });
      // Begun anew, all are told anew.
      expect(await open(organisation, address)).toMatchObject({ status: 204 });
      await mailbox.wait(reading, 4);
      operator = await somebody(operating);
      const { id } = await only(operator, organisation);
      const stranger = await somebody();
      expect(await stranger.ask('POST', `/person/recoveries/${id}/objection`)).toEqual({
        status: 404,
        body: 'UNKNOWN',
      });
      expect((await reader.ask('GET', '/person')).body.recoveries).toMatchObject([{ id, isHers: false }]);
      expect(await reader.ask('POST', `/person/recoveries/${id}/objection`)).toMatchObject({ status: 204 });
      expect(await only(operator, organisation)).toMatchObject({ objectedAt: expect.any(String) });
      expect(await recordedOf(organisation.id)).toEqual([]);
    });

    it('is told to the ADMINs of the backbones of its missions, and opened by the operator alone', async () => {
      const steering = newAddress();
      const steerer = await somebody(steering);
      const backbone = await withSeat(steerer);
      const { organisation } = await abandoned();
      const client = new Client(server().url, backbone.key);
      const { id: missionId } = await client.record('declareMission', MISSION);
      await client.record('inviteOrganisation', { missionId, organisationId: organisation.globalId, role: 'MEMBER' });
      await new Client(server().url, organisation.key).record('joinMission', { missionId, role: 'MEMBER' });
      const before = mailbox.to(steering).length;
      const asked = { organisation: organisation.globalId, address: newAddress(), evidence };
      expect(await steerer.ask('POST', PATH, asked)).toEqual({ status: 403, body: 'NOT_THE_OPERATOR' });
      expect(await open(organisation, asked.address)).toMatchObject({ status: 204 });
      expect((await mailbox.wait(steering, before + 1)).text).toContain('steers a mission with it');
      const never = await server().registerOrganisation(`Association ${randomUUID()}`);
      expect(await open(never, newAddress())).toEqual({ status: 409, body: 'NEVER_SEATED' });
    });

    it('is not given where somebody administers it, who can be reached; nor where somebody does again', async () => {
      const [steady, gone] = [newAddress(), newAddress()];
      const { organisation } = await withAdmin(steady);
      let operator = await somebody(operating);
      expect(await open(organisation, newAddress(), operator)).toEqual({ status: 409, body: 'HAS_ADMIN' });
      // Whose server says that there is no such mailbox: until it takes the mail that tells her.
      const { organisation: silent } = await withAdmin(gone);
      const isNone = async () => {
        mailbox.refuse(gone, '550 5.1.1 No such user');
        await anybody().ask('POST', '/mail', { address: gone, language: 'en' });
        await until('it is silent', async () => {
          const { rows } = await server().database.pool.query('select from silent_mailbox where address = $1', [gone]);
          return rows.length === 1;
        });
      };
      await isNone();
      const heir = newAddress();
      expect(await open(silent, heir, operator)).toMatchObject({ status: 204 });
      const told = async () => (await only(operator, silent)).told;
      await until('she is not reached', async () => (await told()).unreached === 1);
      const first = await only(operator, silent);
      expect(await operator.ask('DELETE', `${PATH}/${first.id}`)).toMatchObject({ status: 204 });
      mailbox.refuse(gone);
      const before = mailbox.to(gone).length;
      expect(await open(silent, heir, operator)).toMatchObject({ status: 204 });
      await mailbox.wait(gone, before + 1);
      await until('she is reached', async () => (await told()).unreached === 0);
      pass(3 * DAY_MS);
      operator = await somebody(operating);
      await somebody(heir);
      const { id, isMoot } = await only(operator, silent);
      expect([isMoot, await operator.ask('POST', `${PATH}/${id}/completion`)]).toEqual([
        true,
        { status: 409, body: 'HAS_ADMIN' },
      ]);
      // What came to nothing is not taken up again.
      await new Recoveries(server().database, clock).endMoot();
      await isNone();
      expect(await operator.ask('POST', `${PATH}/${id}/completion`)).toEqual({ status: 409, body: 'HAS_ADMIN' });
      expect(await open(silent, heir, operator)).toMatchObject({ status: 204 });
    });

    it('is given where nobody has confirmed its ADMIN for a year and 30 days, unless she does meanwhile', async () => {
      const lapsing = newAddress();
      const { organisation, seats } = await withAdmin(lapsing);
      await server().database.pool.query(
        `update seat set created_at = $2::timestamptz - interval '395 days' where organisation_id = $1`,
        [organisation.id, clock.now()],
      );
      expect(await open(organisation, newAddress())).toMatchObject({ status: 204 });
      const admin = await somebody(lapsing);
      expect((await admin.ask('GET', '/person')).body.recoveries).toMatchObject([{ isHers: false }]);
      const memberIds = [(await admin.ask('GET', seats)).body.holders[0].memberId];
      expect(await admin.ask('POST', `${seats}/confirmations`, { memberIds })).toMatchObject({ status: 204 });
      expect((await admin.ask('GET', '/person')).body.recoveries).toEqual([]);
      expect(await only(await somebody(operating), organisation)).toMatchObject({ isMoot: true });
    });

    it('leaves three days to whoever is told late, and is not given as long as somebody is to be told', async () => {
      const { organisation, reading } = await abandoned();
      const address = newAddress();
      mailbox.refuse(reading, '451 4.3.0 Try again later');
      expect(await open(organisation, address)).toMatchObject({ status: 204 });
      await mailbox.wait(address, 1);
      pass(4 * DAY_MS);
      let operator = await somebody(operating);
      await somebody(address);
      const { id, ...waiting } = await only(operator, organisation);
      expect(waiting).toMatchObject({ isReady: false, told: { people: 1, waiting: 1, unreached: 0 } });
      expect(await operator.ask('POST', `${PATH}/${id}/completion`)).toEqual({ status: 409, body: 'RECOVERY_WAITS' });
      mailbox.refuse(reading);
      const before = mailbox.to(reading).length;
      pass(5 * 3_600_000);
      // Whoever writes has all be sent that is due.
      operator = await somebody(operating);
      await mailbox.wait(reading, before + 1);
      const toldAt = clock.now();
      await until('she is told', async () => (await only(operator, organisation)).told.waiting === 0);
      const { readyAt } = await only(operator, organisation);
      expect(Date.parse(readyAt as string) - Date.parse(toldAt)).toBe(3 * DAY_MS);
      pass(3 * DAY_MS - 1_000);
      operator = await somebody(operating);
      expect(await operator.ask('POST', `${PATH}/${id}/completion`)).toEqual({ status: 409, body: 'RECOVERY_WAITS' });
      pass(1_000);
      expect(await operator.ask('POST', `${PATH}/${id}/completion`)).toMatchObject({ status: 204 });
    });

    it('leaves three days to whoever is told as a process ends: told again, or not yet', async () => {
      const { organisation, reading } = await abandoned();
      mailbox.refuse(reading, '451 4.3.0 Try again later');
      expect(await open(organisation, newAddress())).toMatchObject({ status: 204 });
      const operator = await somebody(operating);
      const told = async () => (await only(operator, organisation)).told;
      const { pool } = server().superuser;
      const table = `${server().database.schema}.access_recovery`;
      const fails = `alter table ${table} add constraint fails check (ready_at <= '${later(3 * DAY_MS)}') not valid`;
      await pool.query(fails);
      const [before, failures] = [mailbox.to(reading).length, unsettled()];
      mailbox.refuse(reading);
      pass(5 * 3_600_000);
      await somebody();
      await mailbox.wait(reading, before + 1);
      await until('what became of it is not kept', () => unsettled() > failures);
      expect(await told()).toEqual({ people: 1, waiting: 1, unreached: 0 });
      await pool.query(`alter table ${table} drop constraint fails`);
      pass(3 * MINUTE_MS);
      await somebody();
      await mailbox.wait(reading, before + 2);
      await until('she is told', async () => (await told()).waiting === 0);
      expect((await only(operator, organisation)).readyAt).toBe(later(3 * DAY_MS));
    });

    it('is told of with what opens it, so that nothing is opened of which nobody is told', async () => {
      const { organisation, reading } = await abandoned();
      const [recoveries, address] = [new Recoveries(server().database, clock), newAddress()];
      const operator = await somebody(operating);
      const OWN = Buffer.from(`Organisation:${OPERATOR}`, 'utf8').toString('base64url');
      const [{ memberId }] = (await operator.ask('GET', `/seats/${OWN}`)).body.holders;
      const opening = { organisationId: organisation.id, address, evidence, memberId, backbones: [] };
      const letter = (to: string) => ({ to, subject: 'S', text: 'T', html: 'H', purpose: 'WARNING' }) as const;
      const yours = () => {
        throw new Error('The process ends.');
      };
      const warning = (contact: { readonly address: string }) => letter(contact.address);
      await expect(recoveries.open(opening, { warning, yours })).rejects.toThrow('The process ends.');
      expect(await only(operator, organisation)).toBeUndefined();
      // Nobody sends it here: it waits for whichever process comes next.
      const before = mailbox.to(reading).length;
      const opened = await recoveries.open(opening, { warning, yours: (contact) => letter(contact.address) });
      expect(opened).toBeUndefined();
      await somebody();
      await mailbox.wait(reading, before + 1);
    });

    it('is given once where two operators complete it at once, and not where an objection comes first', async () => {
      const another = newAddress();
      const OWN = Buffer.from(`Organisation:${OPERATOR}`, 'utf8').toString('base64url');
      const by = await somebody(operating);
      await seated(by, `/seats/${OWN}`, 'ADMIN', another);
      const opened = async () => {
        const { organisation, reading, reader } = await abandoned();
        const address = newAddress();
        expect(await open(organisation, address, by)).toMatchObject({ status: 204 });
        await mailbox.wait(reading, 3);
        return { organisation, address, reader };
      };
      const [twice, contested] = [await opened(), await opened()];
      pass(3 * DAY_MS);
      const operators = [await somebody(operating), await somebody(another)];
      const owner = await somebody(twice.address);
      const complete = async (by: PersonAtBrowser, { organisation }: typeof twice) => {
        const { id } = await only(operators[0]!, organisation);
        return () => by.ask('POST', `${PATH}/${id}/completion`);
      };
      const both = await Promise.all(operators.map((each) => complete(each, twice)));
      const answers = await Promise.all(both.map((each) => each()));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([204, expect.any(Number)]);
      const refused = answers.filter(({ status }) => status !== 204).map(({ body }) => body);
      expect(refused.every((body) => ['RECOVERY_UNDER_WAY', 'UNKNOWN'].includes(body as string))).toBe(true);
      const [seat] = await seatsOf(owner);
      expect(seat).toMatchObject({ role: 'ADMIN', organisation: { id: twice.organisation.globalId } });
      expect((await recordedOf(twice.organisation.id)).map(({ data }) => data.memberId)).toEqual([seat.memberId]);

      const heir = await somebody(contested.address);
      const { id } = await only(operators[0]!, contested.organisation);
      const [completed, stopped] = await Promise.all([
        operators[1]!.ask('POST', `${PATH}/${id}/completion`),
        contested.reader.ask('POST', `/person/recoveries/${id}/objection`),
      ]);
      const isGiven = completed.status === 204;
      expect([completed.body, stopped.body]).toEqual(isGiven ? [undefined, 'UNKNOWN'] : ['OBJECTED', undefined]);
      expect(await recordedOf(contested.organisation.id)).toHaveLength(isGiven ? 1 : 0);
      expect(await seatsOf(heir)).toHaveLength(isGiven ? 1 : 0);
    });

    it('is waited for again where the log does not take it, and by one who completes it at a time', async () => {
      const { organisation, reading } = await abandoned();
      const address = newAddress();
      await open(organisation, address);
      await mailbox.wait(reading, 3);
      pass(3 * DAY_MS);
      const [operator, owner] = [await somebody(operating), await somebody(address)];
      const { id } = (await only(operator, organisation)) as { readonly id: string };
      const recoveries = new Recoveries(server().database, clock);
      const by = { personId: (await personOf(address)) ?? '', operatedBy: OPERATOR };
      const begun = await recoveries.begin(id, by);
      if (typeof begun === 'string') throw new Error(begun);
      expect(await operator.ask('POST', `${PATH}/${id}/completion`)).toEqual({
        status: 409,
        body: 'RECOVERY_UNDER_WAY',
      });
      pass(61_000);
      // Whoever had begun it is taken to have ended: somebody else goes on, with the same seat.
      const again = await recoveries.begin(id, by);
      expect(again).toMatchObject({ memberId: begun.memberId });
      await recoveries.unbegin(id, begun);
      expect(await recoveries.begin(id, by)).toBe('RECOVERY_UNDER_WAY');
      pass(61_000);
      expect(await operator.ask('POST', `${PATH}/${id}/completion`)).toMatchObject({ status: 204 });
      expect(await seatsOf(owner)).toMatchObject([{ memberId: begun.memberId }]);
    });
  });

  describe('by a link', () => {
    const leadsTo = async (to: string) => {
      const [person, address] = [anybody(), newAddress()];
      expect(await person.ask('POST', '/mail', { address, language: 'en', to })).toMatchObject({ status: 204 });
      const { text } = await mailbox.wait(address, 1);
      const token = /#token=(\S+)/.exec(text)?.[1];
      expect(text).not.toContain(to);
      return (await person.ask('POST', '/mail/link', { token, use: true })).body.to;
    };

    it('leads on to where she wanted to go, which nobody reads in the database', async () => {
      const to = '/join?from=mail#token=secret_of_an_invitation';
      expect(await leadsTo(to)).toBe(to);
      const { rows } = await server().database.pool.query<{ kept: string }>(
        `select encode(sealed_to, 'escape') as kept from sign_in_attempt where sealed_to is not null`,
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]?.kept).not.toMatch(/join|secret/);
    });

    it.each([
      '//evil.example',
      '/\\evil.example',
      'https:',
      'https://evil.example',
      '/.//evil.example',
      '\t//evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
    ])('leads nowhere but to this server: %j', async (to) => {
      expect(await leadsTo(to)).toBeUndefined();
    });

    it.each(['/%2F%2Fevil.example', '/%5Cevil.example', '/me?to=https://evil.example'])(
      'leads to a path of this server, however it is written: %s',
      async (to) => {
        const led = (await leadsTo(to)) as string;
        expect(new URL(led, 'https://ledger.example.org').origin).toBe('https://ledger.example.org');
      },
    );
  });
});
