import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Retention } from '@maillage/platform';
import { Device, type Moment } from './people.device.js';
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
  const { mailbox, server, clock, newAddress, anybody, somebody, pass } = stagePeople({
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

  /** @returns why she may not, of an act of the operator's, and whether pages lead her to a passkey. */
  const confirm = async (person: PersonAtBrowser, operator: string) => {
    const evidence = [{ url: 'https://annuaire-entreprises.example' }];
    const number = { scheme: 'FR-SIREN', value: '552100554' };
    const input = { commandId: randomUUID(), organisationId: operator, ...number, evidence };
    const { confirmIdentity } = (await person.graphql(CONFIRM, { input }, operator)).data;
    return [confirmIdentity.reason, (await person.graphql(VIEWER, {}, operator)).data.viewer.mustUsePasskey];
  };

  it('alone the ledger is operated, its seats are given, and an operator’s passkeys are changed', async () => {
    const address = newAddress();
    const [operator, device] = [await somebody(address), new Device(SITE)];
    const key = await server().createKey(OPERATOR);
    expect(await operator.ask('POST', '/seats', { key })).toEqual({ status: 403, body: 'NOT_THE_OPERATOR' });
    const [, token] = /#token=(\S+)$/.exec(said.at(-1) ?? '') ?? [];
    const terms = { name: 'Les Exploitants', sector: 'CIVIL_SOCIETY', identifiers: [] };
    const { body } = await operator.ask('POST', '/operator/seat', { token, terms });
    const needed = { status: 403, body: 'PASSKEY_NEEDED' };
    const invite = (by: PersonAtBrowser) =>
      by.ask('POST', `/seats/${body.organisation}/invitations`, { address: newAddress(), role: 'ADMIN' });
    expect(await operator.ask('GET', '/operator/registrations')).toEqual(needed);
    expect((await operator.ask('GET', '/operator')).body).toEqual({ needsPasskey: true });
    expect(await confirm(operator, body.organisation as string)).toEqual(['NOT_THE_OPERATOR', true]);
    expect(await invite(operator)).toEqual(needed);
    const request = `/seats/${body.organisation}/requests/${randomUUID()}`;
    expect(await operator.ask('POST', request, { role: 'ADMIN' })).toEqual(needed);
    expect(await add(operator, device)).toEqual(DONE);
    // Making one proves nothing yet: it signs nothing.
    expect(await operator.ask('GET', '/operator/registrations')).toEqual(needed);
    expect(await enter(operator, device)).toMatchObject({ status: 200 });
    expect(await operator.ask('GET', '/operator/registrations')).toMatchObject({ status: 200 });
    expect((await operator.ask('GET', '/operator')).body).toEqual({ needsPasskey: false });
    // The next rule: of oneself nobody confirms anything.
    expect(await confirm(operator, body.organisation as string)).toEqual(['OWN_ORGANISATION', false]);
    expect(await invite(operator)).toEqual(DONE);
    // Whoever reads her mails adds none, and takes none away. One tells of the device.
    await mailbox.wait(address, 2);
    const [thief, [{ id }]] = [await somebody(address), (await kept(operator)).passkeys];
    expect(await thief.ask('POST', '/person/passkeys/options')).toEqual(needed);
    expect(await thief.ask('DELETE', `/person/passkeys/${id}`)).toEqual(needed);
    expect(await add(operator)).toEqual(DONE);
    expect(await operator.ask('DELETE', `/person/passkeys/${id}`)).toEqual(DONE);
    // By which this session was opened.
    expect(await operator.ask('GET', '/operator/registrations')).toEqual(needed);
  });
});
