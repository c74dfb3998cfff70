import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DAY_MS } from '@maillage/kernel';
import { Client } from '../acceptance/client.js';
import { MISSION } from '../acceptance/mission.js';
import { stagePeople } from './people.stage.js';
import type { PersonAtBrowser } from './people.visitor.js';

const OPERATOR = '0b6f3f0e-5a53-4c86-9d1e-0a8f6d2f7c12';

describe('Access', () => {
  const said: string[] = [];
  const stage = stagePeople({ env: { OPERATOR_ORGANISATION: OPERATOR }, say: (line) => void said.push(line) });
  const { mailbox, server, newAddress, anybody, somebody, pass, withAdmin, seated, withSeat } = stage;
  const operating = newAddress();
  beforeAll(async () => {
    const token = /\/operator#token=(\S+)$/.exec(said.at(-1) ?? '')?.[1];
    const terms = { name: 'Les Exploitants', sector: 'CIVIL_SOCIETY', identifiers: [] };
    expect(await (await somebody(operating)).ask('POST', '/operator/seat', { token, terms })).toMatchObject({
      status: 200,
    });
  });
  const seatsOf = async (person: PersonAtBrowser) => (await person.ask('GET', '/person')).body.seats;

  describe('to an organisation that nobody can act for any more', () => {
    const PATH = '/operator/recoveries';
    const evidence = 'Minutes of the general assembly of 12 January.';
    const objectionIn = (text: string) => ({ token: /#objection=(\S+)/.exec(text)?.[1], use: true });
    const open = async (organisation: { readonly globalId: string }, address: string) => {
      const operator = await somebody(operating);
      const asked = { organisation: organisation.globalId, address, evidence };
      return operator.ask('POST', PATH, asked);
    };
    const only = async (operator: PersonAtBrowser, organisation: { readonly globalId: string }) => {
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
      expect(await only(operator, organisation)).toMatchObject({ isReady: true, isProved: false, hasAdmin: false });
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
