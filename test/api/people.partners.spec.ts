import { describe, expect, it } from '@jest/globals';
import { invitingPartners } from './people.partners.js';
import { stagePeople } from './people.stage.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('An invitation to a mission', () => {
  const stage = stagePeople();
  const { mailbox, server, logged, newAddress, anybody, somebody, pass, withSeat, seated } = stage;
  const { withMission, send, proofMailed, accept, sentTo } = invitingPartners(stage);
  const prove = (token: string, use = true, by = anybody()) => by.ask('POST', '/joining/proof', { token, use });
  const over = { status: 401, body: 'PROOF_OVER' };

  describe('by mail', () => {
    it('proves the address of somebody new, by a button: opening its link does nothing, however often', async () => {
      const { admin, path } = await withMission();
      const address = newAddress();
      await send(admin, path, address);
      const token = await proofMailed(address);
      const [scanner, visitor] = [anybody(), anybody()];
      for (const each of [scanner, scanner, visitor]) {
        expect(await prove(token, false, each)).toEqual({ status: 200, body: { address: 'p…@e….org' } });
        expect(await each.viewer()).toBeNull();
      }
      expect(await prove(token, true, visitor)).toEqual({ status: 200, body: { seats: [] } });
      expect((await visitor.ask('GET', '/person')).body.addresses).toMatchObject([{ address }]);
      const { invitations, isFresh } = (await visitor.ask('GET', '/joining')).body;
      expect(isFresh).toBe(true);
      const organisation = await withSeat(visitor);
      expect(await accept(visitor, { id: invitations[0].id }, organisation)).toMatchObject({ status: 200 });
      // No second mail was needed.
      expect(mailbox.to(address)).toHaveLength(1);
    });

    it('signs in once, and nobody whom it was forwarded to afterwards', async () => {
      const { admin, path } = await withMission();
      const address = newAddress();
      await send(admin, path, address);
      const token = await proofMailed(address);
      const answers = await Promise.all([prove(token), prove(token)]);
      const statuses = answers.map(({ status }) => status).toSorted();
      // Whoever came second found the link used, or its address known by then.
      expect(statuses[0]).toBe(200);
      expect([401, 409]).toContain(statuses[1]);
      expect(await prove(token)).toEqual(over);
      expect(await prove(token, false)).toEqual(over);
    });

    it('never signs in whoever is known, whose own way leads to it; what it was made new for stays hers', async () => {
      const { admin, path } = await withMission();
      const address = newAddress();
      const known = await somebody(address);
      await send(admin, path, address);
      const token = await proofMailed(address, 2);
      const forwarded = anybody();
      expect(await prove(token, true, forwarded)).toEqual({ status: 409, body: 'KNOWN_ALREADY' });
      expect(await forwarded.viewer()).toBeNull();
      expect((await known.ask('GET', '/joining')).body.invitations).toHaveLength(1);
      // Somebody who signed in by her own way since it was sent is known as well.
      const late = newAddress();
      await send(admin, path, late);
      const tokenOfLate = await proofMailed(late);
      await somebody(late);
      expect(await prove(tokenOfLate)).toEqual({ status: 409, body: 'KNOWN_ALREADY' });
    });

    it('proves nothing once it is taken back, declined or over, nor by a token of anything else', async () => {
      const { admin, path } = await withMission();
      const [revoked, expired] = [newAddress(), newAddress()];
      await send(admin, path, revoked, expired);
      const [tokenOfRevoked, tokenOfExpired] = [await proofMailed(revoked), await proofMailed(expired)];
      const sent = await sentTo(admin, path, revoked);
      expect(await admin.ask('DELETE', `${path}/${sent?.id ?? ''}`)).toMatchObject({ status: 204 });
      expect(await prove(tokenOfRevoked)).toEqual(over);
      const stop = /#stop=(\S+)/.exec((await mailbox.wait(expired, 1)).text)?.[1] ?? '';
      expect(await prove(stop)).toEqual(over);
      pass(30 * DAY_MS + 1);
      expect(await prove(tokenOfExpired)).toEqual(over);
    });

    it('is in the language of whoever is known, and else in the one that was chosen', async () => {
      const { admin, path, backbone } = await withMission();
      const [french, english, stranger] = [newAddress(), newAddress(), newAddress()];
      const person = await somebody(french);
      await person.ask('POST', '/person', { name: 'Awa', language: 'fr' });
      await somebody(english);
      const batch = { role: 'MEMBER', lines: [french, english, stranger], language: 'fr' };
      expect((await admin.ask('POST', path, batch)).status).toBe(200);
      expect((await mailbox.wait(french, 2)).text).toContain('prendre part à');
      expect((await mailbox.wait(english, 2)).text).toContain('take part in');
      expect((await mailbox.wait(stranger, 1)).text).toContain('prendre part à');
      const visitor = anybody();
      await prove(await proofMailed(stranger), true, visitor);
      expect((await visitor.ask('GET', '/person')).body.language).toBe('fr');
      // To a seat as well.
      const seats = `/seats/${backbone.globalId}/invitations`;
      const [known, unknown] = [french, newAddress()];
      for (const address of [known, unknown]) {
        expect(await admin.ask('POST', seats, { address, role: 'READER', language: 'fr' })).toMatchObject({
          status: 204,
        });
      }
      expect((await mailbox.wait(known, 3)).text).toContain('pour vous inviter à agir pour');
      expect((await mailbox.wait(unknown, 1)).text).toContain('pour vous inviter à agir pour');
      expect((await admin.ask('POST', path, { ...batch, language: 'de' })).status).toBe(400);
    });
  });

  describe('tells its senders what became of it', () => {
    it('whether it waits to be sent, was sent, or was not delivered', async () => {
      const { admin, path } = await withMission();
      const [taken, busy, gone] = [newAddress(), newAddress(), newAddress()];
      mailbox.refuse(busy, '451 try later');
      mailbox.refuse(gone, '550 no such mailbox');
      await send(admin, path, taken, busy, gone);
      await mailbox.wait(taken, 1);
      const standings = async () =>
        Promise.all([taken, busy, gone].map(async (address) => (await sentTo(admin, path, address))?.standing));
      await expect(until(standings, (found) => found[0] === 'SENT' && found[2] === 'NOT_DELIVERED')).resolves.toEqual([
        'SENT',
        'WAITING',
        'NOT_DELIVERED',
      ]);
    });

    it('that it was not delivered, though a process ended before it could say so', async () => {
      const { admin, path } = await withMission();
      const address = newAddress();
      const { superuser, database } = server();
      const table = `${database.schema}.partner_invitation`;
      await superuser.pool.query(`alter table ${table} add constraint fails check (undelivered_at is null) not valid`);
      mailbox.refuse(address, '554 5.7.1 not here');
      await send(admin, path, address);
      const unsettled = () => logged.some((line) => line.includes('mails could not be looked for'));
      await until(async () => unsettled(), Boolean);
      const standing = async () => (await sentTo(admin, path, address))?.standing;
      expect(await standing()).toBe('WAITING');
      await superuser.pool.query(`alter table ${table} drop constraint fails`);
      pass(3 * MINUTE_MS);
      await somebody();
      expect(await until(standing, (found) => found !== 'WAITING')).toBe('NOT_DELIVERED');
    });

    it('whether it was accepted, and by whom, declined, taken back, or left until it was over', async () => {
      const { admin, path } = await withMission();
      const [accepting, declining, revoked] = [newAddress(), newAddress(), newAddress()];
      for (const address of [accepting, declining, revoked]) {
        await send(admin, path, address);
        // Listed in the order they were sent in.
        pass(1);
      }
      await Promise.all([accepting, declining, revoked].map((address) => mailbox.wait(address, 1)));
      const [joins, declines] = [await somebody(accepting), await somebody(declining)];
      const organisation = await withSeat(joins);
      const invitationOf = async (person: typeof joins) =>
        (await person.ask('GET', '/joining')).body.invitations[0].id as string;
      await accept(joins, { id: await invitationOf(joins) }, organisation);
      await declines.ask('POST', '/joining/decline', { id: await invitationOf(declines) });
      await admin.ask('DELETE', `${path}/${(await sentTo(admin, path, revoked))?.id ?? ''}`);
      await admin.ask('POST', `${path}/links`);
      expect(await sentTo(admin, path, accepting)).toBeUndefined();
      const found = async () => (await admin.ask('GET', path)).body.invitations as readonly unknown[];
      expect(await found()).toMatchObject([
        { address: null, isLink: false, standing: 'ACCEPTED', organisation: { id: organisation.globalId } },
        { address: declining, standing: 'DECLINED', organisation: null },
        { address: revoked, standing: 'REVOKED' },
        { address: null, isLink: true, standing: 'OPEN' },
      ]);
      pass(15 * DAY_MS);
      expect((await found()).at(-1)).toMatchObject({ isLink: true, standing: 'EXPIRED' });
    });

    it('to any who administers the organisation, who takes it back as well; and comes up once its sender is gone', async () => {
      const { admin, backbone, path } = await withMission();
      const seats = `/seats/${backbone.globalId}`;
      const second = await seated(admin, seats, 'ADMIN');
      const [one, other] = [newAddress(), newAddress()];
      await send(second, path, one, other);
      await Promise.all([one, other].map((address) => mailbox.wait(address, 1)));
      expect(await sentTo(admin, path, one)).toMatchObject({ isLeftBehind: false });
      const [, { memberId }] = (await admin.ask('GET', seats)).body.holders;
      expect(await admin.ask('DELETE', `${seats}/members/${memberId as string}`)).toMatchObject({ status: 204 });
      const left = await sentTo(admin, path, one);
      expect(left).toMatchObject({ isLeftBehind: true });
      expect(await admin.ask('DELETE', `${path}/${left?.id ?? ''}`)).toMatchObject({ status: 204 });
      expect(await sentTo(admin, path, one)).toMatchObject({ isLeftBehind: false, standing: 'REVOKED' });
      expect(await second.ask('GET', path)).toEqual({ status: 403, body: 'NOT_ADMIN' });
    });

    it('to nobody who writes for the organisation and does not administer it, who sends none either', async () => {
      const { admin, backbone, path } = await withMission();
      const writer = await seated(admin, `/seats/${backbone.globalId}`, 'WRITER');
      const address = newAddress();
      const refused = { status: 403, body: 'NOT_ADMIN' };
      expect(await send(writer, path, address)).toEqual(refused);
      expect(await writer.ask('POST', `${path}/links`)).toEqual(refused);
      expect(await writer.ask('GET', path)).toEqual(refused);
      expect((await admin.ask('GET', path)).body.invitations).toEqual([]);
      expect(mailbox.to(address)).toEqual([]);
    });
  });
});

/** Asks again until it is so. */
async function until<Found>(ask: () => Promise<Found>, isSo: (found: Found) => boolean): Promise<Found> {
  for (;;) {
    const found = await ask();
    if (isSo(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
