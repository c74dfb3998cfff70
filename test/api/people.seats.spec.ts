import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DAY_MS } from '@maillage/kernel';
import { stagePeople } from './people.stage.js';
import type { PersonAtBrowser } from './people.visitor.js';

const OPERATOR = '0b6f3f0e-5a53-4c86-9d1e-0a8f6d2f7c11';
const CONFIRM = `mutation ($input: ConfirmIdentityInput!) {
  confirmIdentity(input: $input) { __typename ... on Refusal { reason } }
}`;

const said: string[] = [];

describe('Of people,', () => {
  const { clock, mailbox, server, newAddress, anybody, somebody, pass, withAdmin, seated } = stagePeople({
    env: { OPERATOR_ORGANISATION: OPERATOR },
    say: (line) => void said.push(line),
  });

  // First, as the link that the start printed lasts a day.
  describe('whoever administers the operator’s organisation', () => {
    const OWN = Buffer.from(`Organisation:${OPERATOR}`, 'utf8').toString('base64url');
    const operates = async (person: PersonAtBrowser, actingFor: string) =>
      (await person.graphql('{ viewer { operates mustSignInAgain } }', {}, actingFor)).data.viewer;

    it('acts as the operator for ten minutes after she signed in, on record by her seat, and nobody else does', async () => {
      const token = /#token=(\S+)$/.exec(said.join('\n'))?.[1];
      const { admin, organisation } = await withAdmin();
      const terms = { name: 'Les Exploitants', sector: 'CIVIL_SOCIETY', identifiers: [] };
      expect(await admin.ask('POST', '/operator/seat', { token, terms })).toMatchObject({ status: 200 });
      const writer = await seated(admin, `/seats/${OWN}`, 'WRITER');
      const confirm = async (person: PersonAtBrowser, actingFor: string) => {
        const number = { scheme: 'FR-SIREN', value: String(100_000_000 + Math.floor(Math.random() * 8e8)) };
        const evidence = [{ url: 'https://annuaire-entreprises.example' }];
        const input = { commandId: randomUUID(), organisationId: organisation.globalId, ...number, evidence };
        const { confirmIdentity: answer } = (await person.graphql(CONFIRM, { input }, actingFor)).data;
        return answer.reason ?? answer.__typename;
      };
      expect(await confirm(writer, OWN)).toBe('NOT_ADMIN');
      expect(await confirm(admin, organisation.globalId)).toBe('NOT_THE_OPERATOR');
      expect(await confirm(admin, OWN)).toBe('OrganisationRecorded');
      expect(await operates(admin, OWN)).toEqual({ operates: true, mustSignInAgain: false });
      expect(await operates(writer, OWN)).toEqual({ operates: false, mustSignInAgain: false });
      const { rows } = await server().superuser.pool.query<{ entry: string }>(
        `select entry from ${server().database.schema}.event where stream = $1 order by position desc limit 1`,
        [`organisation/${organisation.id}`],
      );
      const [{ memberId }] = (await admin.ask('GET', `/seats/${OWN}`)).body.holders;
      expect(JSON.parse(rows[0]!.entry)).toMatchObject({
        type: 'IdentityConfirmed',
        actor: { organisation: OPERATOR, member: memberId },
      });
      pass(10 * 60_000 + 1);
      expect(await confirm(admin, OWN)).toBe('NOT_THE_OPERATOR');
      expect(await operates(admin, OWN)).toEqual({ operates: true, mustSignInAgain: true });
    });
  });

  describe('a seat', () => {
    const holders = async (admin: PersonAtBrowser, seats: string) =>
      (await admin.ask('GET', seats)).body.holders as readonly {
        readonly memberId: string;
        readonly role: string;
        readonly standing: string;
      }[];
    const standings = async (admin: PersonAtBrowser, seats: string) =>
      (await holders(admin, seats)).map(({ standing }) => standing);

    it('is changed by an ADMIN, who lowers nobody who is the last; whoever has it is told by mail', async () => {
      const { admin, seats, organisation } = await withAdmin();
      const address = newAddress();
      const writer = await seated(admin, seats, 'WRITER', address);
      const [own, other] = await holders(admin, seats);
      const change = (person: PersonAtBrowser, of: typeof own, role: string) =>
        person.ask('POST', `${seats}/members/${of?.memberId}`, { role });
      expect(await change(writer, other, 'ADMIN')).toEqual({ status: 403, body: 'NOT_ADMIN' });
      expect(await change(admin, own, 'READER')).toEqual({ status: 409, body: 'LAST_ADMIN' });
      expect(await change(admin, own, 'OWNER')).toEqual({ status: 400, body: 'BAD_REQUEST' });
      const before = mailbox.to(address).length;
      expect(await change(admin, other, 'READER')).toMatchObject({ status: 204 });
      expect(await writer.viewer(organisation.globalId)).toMatchObject({ canWrite: false });
      expect((await mailbox.wait(address, before + 1)).text).toContain('You may see what it sees.');
      expect(await change(admin, other, 'ADMIN')).toMatchObject({ status: 204 });
      expect(await change(admin, own, 'WRITER')).toMatchObject({ status: 204 });
      expect(await change(admin, own, 'ADMIN')).toEqual({ status: 403, body: 'NOT_ADMIN' });
      const after = await holders(writer, seats);
      expect(after.map(({ memberId, role }) => [memberId, role])).toEqual([
        [own?.memberId, 'WRITER'],
        [other?.memberId, 'ADMIN'],
      ]);
      expect(await change(writer, { ...own!, memberId: (await withSeatElsewhere()).memberId }, 'READER')).toEqual({
        status: 404,
        body: 'UNKNOWN',
      });
    });

    const withSeatElsewhere = async () => {
      const { admin, seats } = await withAdmin();
      const [seat] = await holders(admin, seats);
      if (seat === undefined) throw new Error('Nobody has a seat there.');
      return seat;
    };

    it('that was given, raised or taken is told by mail: to the other ADMINs, and to whoever had it', async () => {
      const [address, second, lost, refusing] = [newAddress(), newAddress(), newAddress(), newAddress()];
      const { admin, seats, organisation } = await withAdmin(address);
      // A mailbox of hers that refuses mails, and comes first, keeps nobody from being told.
      await server().database.pool.query(
        `insert into person_address select $2, person_id, proved_at from person_address where address = $1`,
        [address, refusing],
      );
      mailbox.refuse(refusing, '554 5.7.1 Not from you');
      await seated(admin, seats, 'ADMIN', second);
      await seated(admin, seats, 'WRITER', lost);
      expect((await mailbox.wait(address, 3)).text).toMatch(/^Somebody accepted an invitation, and may act for/);
      await mailbox.wait(second, 3);
      const [, , seat] = await holders(admin, seats);
      const path = `${seats}/members/${seat?.memberId}`;
      expect(await admin.ask('POST', path, { role: 'ADMIN' })).toMatchObject({ status: 204 });
      expect((await mailbox.wait(second, 4)).text).toContain('lets Somebody do more for it');
      await mailbox.wait(lost, 3);
      expect(await admin.ask('DELETE', path)).toMatchObject({ status: 204 });
      expect((await mailbox.wait(lost, 4)).text).toContain('took back your seat');
      pass(DAY_MS);
      const [again, asking] = [await somebody(address), await somebody()];
      expect(await asking.ask('POST', `/organisations/${organisation.globalId}/requests`)).toMatchObject({
        status: 204,
      });
      await mailbox.wait(second, 5);
      const [{ id }] = (await again.ask('GET', `${seats}/requests`)).body.requests;
      expect(await again.ask('POST', `${seats}/requests/${id}`, { role: 'READER' })).toMatchObject({ status: 204 });
      expect((await mailbox.wait(second, 6)).text).toContain('asked for a seat and was admitted');
    });

    it('is confirmed each year by an ADMIN, and serves 30 days more where it is not', async () => {
      const address = newAddress();
      const { admin, seats, organisation } = await withAdmin(address);
      const writer = newAddress();
      await seated(admin, seats, 'WRITER', writer);
      // The notice of it: what comes next is a mail to sign in.
      await mailbox.wait(address, 2);
      pass(365 * DAY_MS);
      let again = await somebody(address);
      const acts = async () => (await (await somebody(writer)).viewer(organisation.globalId))?.canWrite;
      expect([await standings(again, seats), await acts()]).toEqual([['TO_CONFIRM', 'TO_CONFIRM'], true]);
      pass(30 * DAY_MS);
      again = await somebody(address);
      expect([await standings(again, seats), await acts()]).toEqual([['LAPSED', 'LAPSED'], false]);
      // Nobody is locked out for good: who may give and take seats may say that hers is right.
      expect((await again.viewer(organisation.globalId))?.organisation).toBeNull();
      expect((await again.ask('GET', '/joining')).body.organisations).toEqual([]);
      const memberIds = (await holders(again, seats)).map(({ memberId }) => memberId);
      const late = await somebody(writer);
      expect(await late.ask('POST', `${seats}/confirmations`, { memberIds })).toEqual({
        status: 403,
        body: 'NOT_ADMIN',
      });
      expect((await late.ask('GET', '/person')).body.seats).toMatchObject([{ standing: 'LAPSED', isLastAdmin: false }]);
      expect(await again.ask('POST', `${seats}/confirmations`, { memberIds })).toMatchObject({ status: 204 });
      expect([await standings(again, seats), await acts()]).toEqual([['CONFIRMED', 'CONFIRMED'], true]);
    });

    it('is given, changed, confirmed and taken by whoever signed in within ten minutes alone', async () => {
      const { admin, seats } = await withAdmin();
      const memberId = (await holders(admin, seats))[0]?.memberId ?? '';
      pass(11 * 60_000);
      for (const [method, path, body] of [
        ['POST', '/invitations', { address: newAddress(), role: 'READER' }],
        ['POST', `/members/${memberId}`, { role: 'READER' }],
        ['DELETE', `/members/${memberId}`, undefined],
        ['POST', '/confirmations', { memberIds: [memberId] }],
      ] as const) {
        expect(await admin.ask(method, `${seats}${path}`, body)).toEqual({ status: 403, body: 'SIGN_IN_AGAIN' });
      }
      expect((await admin.ask('GET', seats)).body.isFresh).toBe(false);
    });

    it('is offered fifty times a day, whatever becomes of the invitations', async () => {
      const { admin, seats } = await withAdmin();
      for (let times = 0; times < 50; times += 1) {
        const address = newAddress();
        expect(await admin.ask('POST', `${seats}/invitations`, { address, role: 'READER' })).toMatchObject({
          status: 204,
        });
        const [{ id }] = (await admin.ask('GET', seats)).body.invitations;
        await admin.ask('DELETE', `${seats}/invitations/${id}`);
      }
      const more = { address: newAddress(), role: 'READER' };
      expect(await admin.ask('POST', `${seats}/invitations`, more)).toEqual({ status: 429, body: 'INVITED_ENOUGH' });
    });

    it('of a last ADMIN passes to whom she names as she erases herself, who must have a seat in it by then', async () => {
      const address = newAddress();
      const { admin, organisation, seats } = await withAdmin();
      const heir = await seated(admin, seats, 'READER', address);
      const elsewhere = await withAdmin();
      const memberIdIn = async (by: PersonAtBrowser, path: string, isSelf: boolean) => {
        const { body } = await by.ask('GET', path);
        const all = body.holders as readonly { readonly memberId: string; readonly isSelf: boolean }[];
        return all.find((each) => each.isSelf === isSelf)?.memberId ?? '';
      };
      const { globalId } = organisation;
      const erase = (memberId: string, of = globalId) =>
        admin.ask('DELETE', '/person', { successors: [{ organisation: of, memberId }] });
      const refused = { status: 404, body: 'UNKNOWN' };
      const strangers = await memberIdIn(elsewhere.admin, elsewhere.seats, true);
      expect(await erase(strangers)).toEqual(refused);
      expect(await erase(strangers, elsewhere.organisation.globalId)).toEqual(refused);
      expect(await erase(await memberIdIn(admin, seats, true))).toEqual(refused);
      expect(await admin.ask('DELETE', '/person', { successors: 'nobody' })).toMatchObject({ status: 400 });
      expect(await heir.viewer(globalId)).toMatchObject({ administers: false });
      const before = mailbox.to(address).length;
      expect(await erase(await memberIdIn(admin, seats, false))).toMatchObject({ status: 204 });
      expect(await heir.viewer(globalId)).toMatchObject({ administers: true });
      expect((await mailbox.wait(address, before + 1)).text).toContain('say who else may');
      expect(await admin.ask('GET', '/person')).toMatchObject({ status: 401 });
    });

    it('of a last ADMIN does not keep her from erasing herself; that she is the last is told her', async () => {
      const { admin, seats } = await withAdmin();
      expect((await admin.ask('GET', '/person')).body.seats).toMatchObject([{ isLastAdmin: true }]);
      const successor = await seated(admin, seats, 'ADMIN');
      expect((await admin.ask('GET', '/person')).body.seats).toMatchObject([{ isLastAdmin: false }]);
      expect(await admin.ask('DELETE', '/person')).toMatchObject({ status: 204 });
      expect((await successor.ask('GET', '/person')).body.seats).toMatchObject([{ isLastAdmin: true }]);
      expect(await successor.ask('DELETE', '/person')).toMatchObject({ status: 204 });
    });
  });

  describe('the keys of their organisation', () => {
    const MINUTE_MS = 60_000;
    interface Key {
      readonly id: string;
      readonly label: string;
      readonly expiresAt: string;
    }
    const making = { label: 'Capteurs', scopes: 'WRITE' };
    /** Those that pages made: that of the test was not. */
    const listed = async (admin: PersonAtBrowser, keys: string) => {
      const { keys: all } = (await admin.ask('GET', keys)).body as { readonly keys: readonly Key[] };
      return all.filter(({ label }) => label !== 'test');
    };
    const accepted = async (key: string) => (await server().graphql('{ __typename }', {}, { key })).status === 200;

    it('are made for a year at most, listed without what proves them, and replaced with an overlap', async () => {
      const { admin, keys } = await withAdmin();
      for (const wrong of [{ scopes: 'OPERATOR' }, { days: 366 }, { label: ' ' }]) {
        expect(await admin.ask('POST', keys, { ...making, ...wrong })).toMatchObject({ body: 'BAD_REQUEST' });
      }
      const { key } = (await admin.ask('POST', keys, making)).body as { readonly key: string };
      const list = () => listed(admin, keys);
      expect(await list()).toMatchObject([{ label: 'Capteurs', scopes: ['read', 'write'], standing: 'VALID' }]);
      expect(JSON.stringify(await list())).not.toContain(key.split('_')[2]);
      const [{ id, expiresAt }] = (await list()) as [Key];
      expect(Date.parse(expiresAt) - Date.parse(clock.now())).toBe(365 * DAY_MS);
      pass(1);
      const replaced = await admin.ask('POST', `${keys}/${id}/replacement`, { overlapDays: 7 });
      const made = replaced.body as { readonly key: string };
      expect(await accepted(made.key)).toBe(true);
      expect(await list()).toMatchObject([
        { standing: 'EXPIRING' },
        { standing: 'VALID', label: 'Capteurs', lastUsedOn: clock.now().slice(0, 10) },
      ]);
      pass(7 * DAY_MS);
      expect([await accepted(key), await accepted(made.key)]).toEqual([false, true]);
    });

    it('that are replaced without an overlap open no page any more, either', async () => {
      const { admin, keys } = await withAdmin();
      const { key } = (await admin.ask('POST', keys, making)).body as { readonly key: string };
      const [before, after] = [anybody(), anybody()];
      for (const browser of [before, after]) {
        expect(await browser.ask('POST', '', { key })).toMatchObject({ status: 200 });
      }
      expect(await before.viewer()).not.toBeNull();
      const [{ id }] = (await listed(admin, keys)) as [Key];
      expect(await admin.ask('POST', `${keys}/${id}/replacement`, { overlapDays: 0 })).toMatchObject({ status: 200 });
      // What was said of the other is remembered for a moment.
      expect(await after.viewer()).toBeNull();
    });

    it('are nobody else’s to see or make, and take a sign-in of a moment ago', async () => {
      const { admin, seats, keys } = await withAdmin();
      const writer = await seated(admin, seats, 'WRITER');
      expect(await writer.ask('GET', keys)).toEqual({ status: 403, body: 'NOT_ADMIN' });
      expect(await writer.ask('POST', keys, making)).toEqual({ status: 403, body: 'NOT_ADMIN' });
      const foreign = (await withAdmin()).keys;
      const [{ id }] = (await admin.ask('GET', keys)).body.keys;
      expect(await admin.ask('DELETE', `${foreign}/${id}`)).toEqual({ status: 403, body: 'NOT_ADMIN' });
      pass(11 * MINUTE_MS);
      for (const [method, path] of [
        ['POST', keys],
        ['DELETE', `${keys}/${id}`],
      ] as const) {
        expect(await admin.ask(method, path, making)).toEqual({ status: 403, body: 'SIGN_IN_AGAIN' });
      }
    });

    it('come up for revoking once whoever made them is gone, without her words where she is erased', async () => {
      const { admin, seats, keys } = await withAdmin();
      const [left, erased] = [await seated(admin, seats, 'ADMIN'), await seated(admin, seats, 'ADMIN')];
      for (const each of [left, erased]) {
        expect(await each.ask('POST', keys, making)).toMatchObject({ status: 200 });
        pass(1);
      }
      expect((await erased.ask('GET', '/person')).body.keys).toMatchObject([{ label: 'Capteurs' }]);
      await erased.ask('DELETE', '/person');
      const [, { memberId }] = (await admin.ask('GET', seats)).body.holders;
      await admin.ask('DELETE', `${seats}/members/${memberId}`);
      const list = () => listed(admin, keys);
      const toLookAt = async () => (await admin.ask('GET', seats)).body.keysToLookAt;
      const [hers, other] = (await list()) as [Key, Key];
      expect(await toLookAt()).toBe(2);
      expect([hers, other]).toMatchObject([
        { label: 'Capteurs', isLeftBehind: true },
        { label: '', isLeftBehind: true },
      ]);
      await admin.ask('POST', `${keys}/${hers.id}/keeping`, {});
      await admin.ask('DELETE', `${keys}/${other.id}`);
      expect(await list()).toMatchObject([{ id: hers.id, isLeftBehind: false }]);
      expect(await toLookAt()).toBe(0);
    });
  });
});
