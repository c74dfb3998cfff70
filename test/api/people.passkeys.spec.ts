import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { OperatorLinks, Passkeys, Retention } from '@maillage/platform';
import { Device, type Moment } from './people.device.js';
import { holdWayIn } from './people.held.js';
import { stagePeople } from './people.stage.js';
import type { PersonAtBrowser } from './people.visitor.js';

const MINUTE_MS = 60_000;
const OPERATOR = '0b6f3f0e-5a53-4c86-9d1e-0a8f6d2f7c11';
const SITE = { rpId: 'ledger.example.org', origin: 'https://ledger.example.org' };
const REFUSED = { status: 401, body: 'PASSKEY_REFUSED' };
const CONFIRM = `mutation ($input: ConfirmIdentityInput!) {
  confirmIdentity(input: $input) { ... on Refusal { reason } }
}`;
const VIEWER = '{ viewer { mustUsePasskey } }';
const DONE = { status: 204, body: undefined };

describe('With a passkey', () => {
  const said: string[] = [];
  const { mailbox, server, clock, newAddress, anybody, somebody, pass, withAdmin } = stagePeople({
    env: { OPERATOR_ORGANISATION: OPERATOR, PUBLIC_URL: SITE.origin },
    say: (line) => void said.push(line),
  });

  const toMake = async (person: PersonAtBrowser) => (await person.ask('POST', '/person/passkeys/options')).body;
  const toSign = async (person: PersonAtBrowser) => (await person.ask('POST', '/passkey/options')).body;
  const add = async (person: PersonAtBrowser, device = new Device(SITE), moment: Moment = {}) =>
    person.ask('POST', '/person/passkeys', { label: 'Pixel', ...device.make(await toMake(person), moment) });
  const enter = async (person: PersonAtBrowser, device: Device, moment: Moment = {}) =>
    person.ask('POST', '/passkey', device.sign(await toSign(person), moment));
  const kept = async (person: PersonAtBrowser) => (await person.ask('GET', '/person')).body;
  const idOf = async (address: string) => {
    const { rows } = await server().database.pool.query<{ id: string }>(
      'select person_id as id from person_address where address = $1',
      [address],
    );
    return rows[0]!.id;
  };
  /** Somebody who has one, and the device that keeps it. */
  const withPasskey = async (address = newAddress()) => {
    const [person, device] = [await somebody(address), new Device(SITE)];
    expect(await add(person, device)).toEqual(DONE);
    return { person, device, address };
  };

  it('a person signs in anew, without saying who she is; her addresses were told when it was added', async () => {
    const { device, address, person } = await withPasskey();
    const { text } = await mailbox.wait(address, 2);
    expect(text).toContain('From now on the fingerprint or phone code of “Pixel” signs in as you, too.');
    const options = await toSign(anybody());
    expect(options).toMatchObject({ rpId: SITE.rpId, userVerification: 'required' });
    expect(options.allowCredentials ?? []).toEqual([]);
    pass(11 * MINUTE_MS);
    const browser = anybody();
    expect(await enter(browser, device)).toEqual({ status: 200, body: { seats: [] } });
    expect(await kept(browser)).toMatchObject({
      isFresh: true,
      addresses: [{ address }],
      passkeys: [{ label: 'Pixel', lastUsedAt: clock.now(), isBackedUp: false }],
      passkeysAreHere: true,
    });
    expect(await kept(person)).toMatchObject({ isFresh: false });
  });

  it('is named on her device by a random handle, and asked to make no second', async () => {
    const { person } = await withPasskey();
    const options = await toMake(person);
    expect(options).toMatchObject({
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      rp: { id: SITE.rpId },
      excludeCredentials: [{}],
    });
    const { rows } = await server().database.pool.query('select id from person where passkey_handle = $1', [
      Buffer.from(options.user.id as string, 'base64url'),
    ]);
    expect(rows).toHaveLength(1);
    expect(options.user.id).not.toContain(rows[0].id);
    expect((await toMake(await somebody())).user.id).not.toBe(options.user.id);
  });

  it.each<[string, Moment]>([
    ['of another origin', { origin: 'https://ledger.example.com' }],
    ['of another name', { rpId: 'example.org' }],
    ['without looking who holds the device', { verifies: false }],
  ])('%s nobody signs in, and none is added', async (_, moment) => {
    const { person, device } = await withPasskey();
    expect(await enter(anybody(), device, moment)).toEqual(REFUSED);
    expect(await add(person, new Device(SITE), moment)).toEqual({ status: 400, body: 'PASSKEY_REFUSED' });
  });

  it('a challenge serves once, for five minutes, in the browser that asked, and for what it was asked', async () => {
    const { person, device } = await withPasskey();
    const [browser, other] = [anybody(), anybody()];
    const signed = device.sign(await toSign(browser));
    await toSign(other);
    expect(await other.ask('POST', '/passkey', signed)).toEqual(REFUSED);
    expect(await browser.ask('POST', '/passkey', signed)).toMatchObject({ status: 200 });
    expect(await browser.ask('POST', '/passkey', signed)).toEqual(REFUSED);
    const late = device.sign(await toSign(browser));
    pass(5 * MINUTE_MS);
    expect(await browser.ask('POST', '/passkey', late)).toEqual(REFUSED);
    expect(await person.ask('POST', '/passkey', device.sign(await toMake(person)))).toEqual(REFUSED);
    await new Retention(server().database, clock).clean();
    const { rows } = await server().database.pool.query('select from passkey_challenge where expires_at <= $1', [
      clock.now(),
    ]);
    expect(rows).toEqual([]);
  });

  it('whose counter goes back, as that of a copy would, nobody signs in; nor by another person’s name', async () => {
    const [{ device }, { device: other }] = [await withPasskey(), await withPasskey()];
    expect(await enter(anybody(), device, { counter: 7 })).toMatchObject({ status: 200 });
    expect(await enter(anybody(), device, { counter: 7 })).toEqual(REFUSED);
    expect(await enter(anybody(), device, { counter: 8 })).toMatchObject({ status: 200 });
    Object.assign(other, { userHandle: (device as unknown as { readonly userHandle: string }).userHandle });
    expect(await enter(anybody(), other)).toEqual(REFUSED);
  });

  it('that is removed nobody signs in, and what it opened is over; it is renamed by its owner alone', async () => {
    const { person, device, address } = await withPasskey();
    const [browser, stranger] = [anybody(), await somebody()];
    await enter(browser, device);
    const [{ id }] = (await kept(person)).passkeys;
    const path = `/person/passkeys/${id}`;
    expect(await stranger.ask('POST', path, { label: 'Mine' })).toEqual({ status: 404, body: 'UNKNOWN_PASSKEY' });
    expect(await stranger.ask('DELETE', path)).toEqual({ status: 404, body: 'UNKNOWN_PASSKEY' });
    expect(await person.ask('POST', path, { label: 'Old phone' })).toEqual(DONE);
    expect((await kept(browser)).passkeys).toMatchObject([{ label: 'Old phone' }]);
    expect(await person.ask('DELETE', path)).toEqual(DONE);
    expect((await mailbox.wait(address, 3)).text).toContain('“Old phone” signs in as you no more');
    expect([await browser.viewer(), (await kept(person)).passkeys]).toEqual([null, []]);
    expect(await enter(browser, device)).toEqual({ status: 401, body: 'PASSKEY_UNKNOWN' });
  });

  it('that is removed while somebody signs in by it, that ends, too', async () => {
    const { person, device, address } = await withPasskey();
    const [{ id }] = (await kept(person)).passkeys;
    const held = await holdWayIn(server().database, 'passkey', await idOf(address));
    const removing = person.ask('DELETE', `/person/passkeys/${id}`);
    await held.waitedForBy(1);
    const browser = anybody();
    expect(await enter(browser, device)).toMatchObject({ status: 200 });
    await held.letGo();
    expect([await removing, await browser.viewer()]).toEqual([DONE, null]);
  });

  it('of a thief’s that goes as a change of addresses is undone, what is opened by it meanwhile ends, too', async () => {
    const address = newAddress();
    const thief = await somebody(address);
    await thief.addAddress(newAddress());
    const [, token] = /#undo=(\S+)/.exec((await mailbox.wait(address, 2)).text) ?? [];
    const device = new Device(SITE);
    expect(await add(thief, device)).toEqual(DONE);
    const held = await holdWayIn(server().database, 'passkey', await idOf(address));
    const undoing = anybody().ask('POST', '/undo', { token, use: true });
    await held.waitedForBy(1);
    const browser = anybody();
    expect(await enter(browser, device)).toMatchObject({ status: 200 });
    await held.letGo();
    expect([await undoing, await browser.viewer()]).toEqual([DONE, null]);
  });

  it('nobody is known who was erased; it takes a fresh session to add or remove one', async () => {
    const { person, device } = await withPasskey();
    const [{ id }] = (await kept(person)).passkeys;
    pass(11 * MINUTE_MS);
    const stale = { status: 403, body: 'SIGN_IN_AGAIN' };
    expect(await person.ask('POST', '/person/passkeys/options')).toEqual(stale);
    expect(await person.ask('DELETE', `/person/passkeys/${id}`)).toEqual(stale);
    await enter(person, device);
    expect(await person.ask('DELETE', '/person')).toEqual(DONE);
    expect(await enter(anybody(), device)).toEqual({ status: 401, body: 'PASSKEY_UNKNOWN' });
    const { rows } = await server().database.pool.query('select from passkey where id = $1', [id]);
    expect(rows).toEqual([]);
  });

  it('a thief who changed her addresses does not stay, once that is undone', async () => {
    const { person: thief, device: hers, address } = await withPasskey();
    await mailbox.wait(address, 2);
    pass(MINUTE_MS);
    await thief.addAddress(newAddress());
    expect(await thief.ask('POST', '/person/addresses/removed', { address })).toEqual(DONE);
    const [, token] = /#undo=(\S+)/.exec((await mailbox.wait(address, 4)).text) ?? [];
    const device = new Device(SITE);
    expect(await add(thief, device)).toEqual(DONE);
    expect(await anybody().ask('POST', '/undo', { token, use: true })).toEqual(DONE);
    expect(await enter(anybody(), device)).toEqual({ status: 401, body: 'PASSKEY_UNKNOWN' });
    expect(await enter(anybody(), hers)).toMatchObject({ status: 200 });
  });

  it('a person is known still whose only mailbox somebody else reads now; she keeps one way in', async () => {
    const { device, address } = await withPasskey();
    const successor = await somebody(address);
    expect(await successor.ask('POST', '/person/disown')).toEqual(DONE);
    expect((await kept(successor)).passkeys).toEqual([]);
    const browser = anybody();
    expect(await enter(browser, device)).toMatchObject({ status: 200 });
    const { addresses, passkeys } = await kept(browser);
    expect(addresses).toEqual([]);
    expect(await browser.ask('DELETE', `/person/passkeys/${passkeys[0].id}`)).toEqual({
      status: 409,
      body: 'LAST_WAY_IN',
    });
  });

  it('that is added what tells of it is written, too, or neither is', async () => {
    const { person, address } = await withPasskey();
    await mailbox.wait(address, 2);
    const passkeys = new Passkeys(server().database, clock);
    const credential = { credentialId: 'AAAA', publicKey: new Uint8Array(1), counter: 0, isBackedUp: false };
    const fails = () => {
      throw new Error('The process ends.');
    };
    await expect(passkeys.add(await idOf(address), { credential, label: 'New' }, fails)).rejects.toThrow(
      'The process ends.',
    );
    expect((await kept(person)).passkeys).toMatchObject([{ label: 'Pixel' }]);
  });

  /** @returns why she may not, of an act of the operator's, and whether pages lead her to a passkey. */
  const confirm = async (person: PersonAtBrowser, operator: string) => {
    const evidence = [{ url: 'https://annuaire-entreprises.example' }];
    const number = { scheme: 'FR-SIREN', value: '552100554' };
    const input = { commandId: randomUUID(), organisationId: operator, ...number, evidence };
    const { confirmIdentity } = (await person.graphql(CONFIRM, { input }, operator)).data;
    return [confirmIdentity.reason, (await person.graphql(VIEWER, {}, operator)).data.viewer.mustUsePasskey];
  };

  describe('alone', () => {
    const address = newAddress();
    const device = new Device(SITE);
    const needed = { status: 403, body: 'PASSKEY_NEEDED' };
    const toAdd = { status: 403, body: 'PASSKEY_TO_ADD' };
    let seats = '';
    const byDevice = async () => {
      const operator = anybody();
      expect(await enter(operator, device)).toMatchObject({ status: 200 });
      return operator;
    };

    it('somebody comes to operate the ledger: by the link that the start printed, and never by a key or her mails', async () => {
      const operator = await somebody(address);
      const key = await server().createKey(OPERATOR);
      expect(await operator.ask('POST', '/seats', { key })).toEqual({ status: 403, body: 'NOT_THE_OPERATOR' });
      const all = await server().createKey(OPERATOR, ['read', 'write', 'operator']);
      expect(await operator.ask('POST', '/seats', { key: all })).toEqual(toAdd);
      const [, token] = /#token=(\S+)$/.exec(said.at(-1) ?? '') ?? [];
      const terms = { name: 'Les Exploitants', sector: 'CIVIL_SOCIETY', identifiers: [] };
      expect((await operator.ask('POST', '/operator/link', { token })).body.needsPasskey).toBe(true);
      expect(await operator.ask('POST', '/operator/seat', { token, terms })).toEqual(toAdd);
      expect(await add(operator, device)).toEqual(DONE);
      // Making one proves nothing yet: it signs nothing.
      expect(await operator.ask('POST', '/operator/seat', { token, terms })).toEqual(toAdd);
      expect(await enter(operator, device)).toMatchObject({ status: 200 });
      const { status, body } = await operator.ask('POST', '/operator/seat', { token, terms });
      expect(status).toBe(200);
      seats = `/seats/${body.organisation}`;
    });

    it('the ledger is operated, its seats are given, and an operator’s passkeys are changed', async () => {
      const [thief, operator] = [await somebody(address), await byDevice()];
      const organisation = seats.slice('/seats/'.length);
      const invite = (by: PersonAtBrowser) =>
        by.ask('POST', `${seats}/invitations`, { address: newAddress(), role: 'ADMIN' });
      expect(await thief.ask('GET', '/operator/registrations')).toEqual(needed);
      expect((await thief.ask('GET', '/operator')).body).toEqual({ needsPasskey: true });
      expect(await confirm(thief, organisation)).toEqual(['NOT_THE_OPERATOR', true]);
      expect(await invite(thief)).toEqual(needed);
      const request = `${seats}/requests/${randomUUID()}`;
      expect(await thief.ask('POST', request, { role: 'ADMIN' })).toEqual(needed);
      const [{ id }] = (await kept(operator)).passkeys;
      expect(await thief.ask('POST', '/person/passkeys/options')).toEqual(needed);
      expect(await thief.ask('DELETE', `/person/passkeys/${id}`)).toEqual(needed);
      expect(await operator.ask('GET', '/operator/registrations')).toMatchObject({ status: 200 });
      expect((await operator.ask('GET', '/operator')).body).toEqual({ needsPasskey: false });
      // The next rule: of oneself nobody confirms anything.
      expect(await confirm(operator, organisation)).toEqual(['OWN_ORGANISATION', false]);
      expect(await invite(operator)).toEqual(DONE);
      expect(await add(operator)).toEqual(DONE);
    });

    it('somebody else comes to operate it, who has one before: invited, admitted or raised', async () => {
      const [operator, invitedTo, raising] = [await byDevice(), newAddress(), newAddress()];
      const answer = async (of: string) => {
        const person = await somebody(of);
        const [{ id }] = (await kept(person)).invitations;
        return { person, answered: await person.ask('POST', `/person/invitations/${id}`, { accepts: true }) };
      };
      await operator.ask('POST', `${seats}/invitations`, { address: invitedTo, role: 'ADMIN' });
      await mailbox.wait(invitedTo, 1);
      const { person, answered } = await answer(invitedTo);
      expect(answered).toEqual(toAdd);
      const another = new Device(SITE);
      expect(await add(person, another)).toEqual(DONE);
      expect(await enter(person, another)).toMatchObject({ status: 200 });
      const [{ id }] = (await kept(person)).invitations;
      expect(await person.ask('POST', `/person/invitations/${id}`, { accepts: true })).toEqual(DONE);
      await operator.ask('POST', `${seats}/invitations`, { address: raising, role: 'WRITER' });
      await mailbox.wait(raising, 1);
      expect((await answer(raising)).answered).toEqual(DONE);
      const { holders } = (await operator.ask('GET', seats)).body as {
        readonly holders: readonly { readonly memberId: string; readonly role: string }[];
      };
      const writer = holders.find(({ role }) => role === 'WRITER');
      expect(await operator.ask('POST', `${seats}/members/${writer?.memberId}`, { role: 'ADMIN' })).toEqual({
        status: 409,
        body: 'HAS_NO_PASSKEY',
      });
      const asking = await somebody();
      expect(await asking.ask('POST', `/organisations/${seats.slice('/seats/'.length)}/requests`)).toEqual(DONE);
      const [{ id: asked }] = (await operator.ask('GET', `${seats}/requests`)).body.requests;
      expect(await operator.ask('POST', `${seats}/requests/${asked}`, { role: 'ADMIN' })).toEqual({
        status: 409,
        body: 'HAS_NO_PASSKEY',
      });
    });

    it('whether somebody has one is told her administrators, and nobody else', async () => {
      const operator = await byDevice();
      const organisation = seats.slice('/seats/'.length);
      const { holders } = (await operator.ask('GET', seats)).body as {
        readonly holders: readonly { readonly memberId: string; readonly role: string }[];
      };
      const { memberId } = holders.find(({ role }) => role === 'WRITER')!;
      const [{ id: asked }] = (await operator.ask('GET', `${seats}/requests`)).body.requests;
      const { person: stranger, device: hers } = await withPasskey();
      expect(await enter(stranger, hers)).toMatchObject({ status: 200 });
      const notAdmin = { status: 403, body: 'NOT_ADMIN' };
      const unknown = { status: 404, body: 'UNKNOWN' };
      expect(await stranger.ask('POST', `${seats}/members/${memberId}`, { role: 'ADMIN' })).toEqual(notAdmin);
      expect(await stranger.ask('POST', `${seats}/requests/${asked}`, { role: 'ADMIN' })).toEqual(notAdmin);
      const successors = [{ organisation, memberId }];
      expect(await stranger.ask('DELETE', '/person', { successors })).toEqual(unknown);
      // Of seats and requests elsewhere, an operator is told no more.
      const { admin, seats: elsewhere, organisation: other } = await withAdmin();
      const [foreign] = (await admin.ask('GET', elsewhere)).body.holders;
      expect(await (await somebody()).ask('POST', `/organisations/${other.globalId}/requests`)).toEqual(DONE);
      const [{ id: askedThere }] = (await admin.ask('GET', `${elsewhere}/requests`)).body.requests;
      expect(await operator.ask('POST', `${seats}/members/${foreign.memberId}`, { role: 'ADMIN' })).toEqual(unknown);
      expect(await operator.ask('POST', `${seats}/requests/${askedThere}`, { role: 'ADMIN' })).toEqual(unknown);
    });

    it('and where none is left, an operator gains another by a link that is made on the server, and never by mail', async () => {
      const lost = await somebody(address);
      await server().database.pool.query(
        'delete from passkey where person_id in (select person_id from person_address where address = $1)',
        [address],
      );
      expect((await kept(lost)).passkeys).toEqual([]);
      expect(await lost.ask('POST', '/person/passkeys/options')).toEqual(needed);
      const another = new Device(SITE);
      const made = another.make((await (await somebody()).ask('POST', '/person/passkeys/options')).body);
      expect(await lost.ask('POST', '/person/passkeys', { label: '', ...made })).toEqual(needed);
      const links = new OperatorLinks(server().database, clock);
      // As a start printed it, before somebody came to operate the ledger.
      const first = await links.issue(randomUUID());
      expect(await lost.ask('POST', '/operator/link', { token: first })).toMatchObject({ body: 'LINK_OVER' });
      expect(await lost.ask('POST', '/person/passkeys/options', { link: first })).toEqual(needed);
      const link = await links.issueBesideOthers();
      expect(await lost.ask('POST', '/person/passkeys/options', { link: 'x' })).toEqual(needed);
      const { body: options } = await lost.ask('POST', '/person/passkeys/options', { link });
      expect(await lost.ask('POST', '/person/passkeys', { label: '', link, ...another.make(options) })).toEqual(DONE);
      expect(await enter(lost, another)).toMatchObject({ status: 200 });
      expect(await lost.ask('POST', '/operator/seat', { token: link, terms: null })).toMatchObject({ status: 200 });
      expect(await lost.ask('GET', '/operator/registrations')).toMatchObject({ status: 200 });
      expect(await lost.ask('POST', '/operator/link', { token: link })).toMatchObject({ body: 'LINK_OVER' });
    });
  });
});
