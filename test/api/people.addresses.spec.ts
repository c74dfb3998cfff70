import { describe, expect, it } from '@jest/globals';
import { AccountLinks, AddressBook, Passkeys, Registrations, Retention, type Person } from '@maillage/platform';
import { stagePeople } from './people.stage.js';
import { codeIn, type PersonAtBrowser } from './people.visitor.js';

const DAY_MS = 86_400_000;

describe('An address', () => {
  const { clock, mailbox, server, newAddress, anybody, somebody, pass, withAdmin } = stagePeople();
  const addressesOf = async (person: PersonAtBrowser) =>
    ((await person.ask('GET', '/person')).body.addresses as { readonly address: string }[]).map((each) => each.address);
  /** Whose address it is, in a session that was opened with it. */
  const personBy = async (address: string): Promise<Person> => {
    const { rows } = await server().database.pool.query<{ id: string; sessionId: string }>(
      `select a.person_id as id, s.id as "sessionId"
       from person_address a join person_session s on s.person_id = a.person_id and s.address = a.address
       where a.address = $1`,
      [address],
    );
    return { ...rows[0]!, name: '', language: 'en', isFresh: true, byPasskey: false, expiresAt: '' };
  };
  const undoIn = (text: string) => ({ token: /#undo=(\S+)/.exec(text)?.[1], use: true });

  it('is added by whoever reads its mails, up to three; the others are told, and may undo it for three days', async () => {
    const [first, second, third] = [newAddress(), newAddress(), newAddress()];
    const person = await somebody(first);
    expect(await person.addAddress(second)).toMatchObject({ status: 204 });
    const { text } = await mailbox.wait(first, 2);
    expect(text).not.toContain(second);
    expect(await addressesOf(await somebody(second))).toEqual([first, second]);
    expect(await person.addAddress(third)).toMatchObject({ status: 204 });
    expect(await person.addAddress(newAddress())).toEqual({ status: 409, body: 'TOO_MANY_ADDRESSES' });
    expect(await anybody().ask('POST', '/undo', { ...undoIn(text), use: false })).toMatchObject({
      body: { change: 'ADDED', address: expect.stringMatching(/^p…@/) },
    });
    expect(await anybody().ask('POST', '/undo', undoIn(text))).toMatchObject({ status: 204 });
    expect([await person.viewer(), await anybody().ask('POST', '/undo', undoIn(text))]).toMatchObject([
      null,
      { status: 401, body: 'LINK_OVER' },
    ]);
    await mailbox.wait(first, 3);
    expect(await addressesOf(await somebody(first))).toEqual([first, third]);
  });

  it('of somebody else is never attached, nor told of before it is proved', async () => {
    const taken = newAddress();
    await somebody(taken);
    const person = await somebody();
    const wrong = await somebody();
    expect(await person.addAddress(taken)).toEqual({ status: 409, body: 'ADDRESS_TAKEN' });
    const asked = newAddress();
    await person.ask('POST', '/person/addresses', { address: asked });
    const code = codeIn((await mailbox.wait(asked, 1)).text);
    expect(await wrong.ask('POST', '/person/addresses/proof', { code })).toEqual({ status: 401, body: 'CODE_WRONG' });
    for (let times = 0; times < 3; times += 1) {
      const guessed = { code: code === '000000' ? '000001' : '000000' };
      expect(await person.ask('POST', '/person/addresses/proof', guessed)).toMatchObject({ body: 'CODE_WRONG' });
    }
    expect(await person.ask('POST', '/person/addresses/proof', { code })).toMatchObject({ body: 'CODE_WRONG' });
    pass(11 * 60_000);
    expect(await person.ask('POST', '/person/addresses', { address: newAddress() })).toEqual({
      status: 403,
      body: 'SIGN_IN_AGAIN',
    });
  });

  it('that a thief of her session replaced comes back by the link, though she was new with it meanwhile', async () => {
    const [hers, thiefs] = [newAddress(), newAddress()];
    const { admin: thief, seats } = await withAdmin(hers);
    expect(await thief.ask('POST', '/person/addresses/removed', { address: hers })).toMatchObject({
      body: 'LAST_ADDRESS',
    });
    expect(await thief.addAddress(thiefs)).toMatchObject({ status: 204 });
    expect(await thief.ask('POST', '/person/addresses/removed', { address: hers })).toMatchObject({ status: 204 });
    const removed = (await mailbox.wait(hers, 3)).text;
    const added = mailbox.to(hers)[1]?.text ?? '';
    const confused = await somebody(hers);
    expect((await confused.ask('GET', '/person')).body.seats).toEqual([]);
    expect(await anybody().ask('POST', '/undo', undoIn(added))).toMatchObject({ status: 204 });
    expect(await anybody().ask('POST', '/undo', undoIn(removed))).toMatchObject({ status: 204 });
    expect([await thief.viewer(), await confused.viewer()]).toEqual([null, null]);
    await mailbox.wait(hers, 5);
    const again = await somebody(hers);
    expect(await addressesOf(again)).toEqual([hers]);
    expect(await again.ask('GET', seats)).toMatchObject({ status: 200 });
  });

  it('that a thief had added and removed lets nobody in again, once it was undone; she is told of what comes back', async () => {
    const [hers, thiefs, spare] = [newAddress(), newAddress(), newAddress()];
    const person = await somebody(hers);
    expect(await person.addAddress(thiefs)).toMatchObject({ status: 204 });
    const added = (await mailbox.wait(hers, 2)).text;
    const before = mailbox.to(thiefs).length;
    expect(await person.ask('POST', '/person/addresses/removed', { address: thiefs })).toMatchObject({ status: 204 });
    const removed = (await mailbox.wait(hers, 3)).text;
    expect(await anybody().ask('POST', '/undo', undoIn(added))).toMatchObject({ status: 204 });
    expect(await anybody().ask('POST', '/undo', undoIn(removed))).toMatchObject({ body: 'LINK_OVER' });
    expect(mailbox.to(thiefs)).toHaveLength(before);
    const again = await somebody(hers);
    expect(await again.addAddress(spare)).toMatchObject({ status: 204 });
    await mailbox.wait(hers, 5);
    pass(4 * DAY_MS);
    const later = await somebody(hers);
    expect(await later.ask('POST', '/person/addresses/removed', { address: spare })).toMatchObject({ status: 204 });
    const link = undoIn((await mailbox.wait(spare, 2)).text);
    await mailbox.wait(hers, 7);
    expect(await anybody().ask('POST', '/undo', link)).toMatchObject({ status: 204 });
    expect((await mailbox.wait(hers, 8)).text).toContain('signs in as you again');
    expect(await addressesOf(await somebody(hers))).toEqual([hers, spare]);
  });

  it('that was the last one is taken back only where another comes back, and else its link is not used up', async () => {
    const [hers, thiefs] = [newAddress(), newAddress()];
    const { admin: thief, seats } = await withAdmin(hers);
    await thief.addAddress(thiefs);
    const added = undoIn((await mailbox.wait(hers, 2)).text);
    await thief.ask('POST', '/person/addresses/removed', { address: hers });
    const removed = undoIn((await mailbox.wait(hers, 3)).text);
    // Somebody new with it, who acts for others meanwhile: it is not to be had back as long as she does.
    const { admin: newcomer } = await withAdmin(hers);
    expect(await anybody().ask('POST', '/undo', added)).toEqual({ status: 409, body: 'LAST_ADDRESS' });
    expect(await anybody().ask('POST', '/undo', removed)).toEqual({ status: 409, body: 'ADDRESS_TAKEN' });
    expect(await newcomer.ask('DELETE', '/person')).toMatchObject({ status: 204 });
    expect(await anybody().ask('POST', '/undo', added)).toMatchObject({ status: 204 });
    const again = await somebody(hers);
    expect(await addressesOf(again)).toEqual([hers]);
    expect((await again.ask('GET', seats)).body.holders).toMatchObject([{ addresses: [hers] }]);
  });

  it.each<[string, (newcomer: Person) => Promise<unknown>]>([
    [
      'signs in by a device',
      ({ id }) => {
        const credential = { credentialId: 'AAAA', publicKey: new Uint8Array(1), counter: 0, isBackedUp: false };
        return new Passkeys(server().database, clock).add(id, { credential, label: '' }, undefined);
      },
    ],
    [
      'signs in by an account elsewhere',
      async (newcomer) => {
        const links = new AccountLinks(server().database, clock);
        await links.begin(newcomer, 'state');
        const browser = await links.answer('state', { issuer: 'https://issuer.example', subject: 'ana' });
        const letter = { subject: 'S', text: 'T', html: 'H', purpose: 'NOTICE' } as const;
        return links.finish(newcomer, browser ?? '', ({ address: to }) => ({ to, ...letter }));
      },
    ],
    [
      'waits for an organisation to be registered',
      ({ id }) => {
        const terms = { name: 'Le Fournil', sector: 'CIVIL_SOCIETY', identifiers: [] };
        return new Registrations(server().database, clock).apply(id, { terms, reasons: ['APPROVAL'] });
      },
    ],
  ])('does not come back from somebody new with it who %s: nobody is erased for it', async (_, begins) => {
    const [hers, other] = [newAddress(), newAddress()];
    const person = await somebody(hers);
    await person.addAddress(other);
    await person.ask('POST', '/person/addresses/removed', { address: hers });
    const removed = undoIn((await mailbox.next(hers, 1, /signs in as you no more/)).text);
    const newcomer = await somebody(hers);
    await begins(await personBy(hers));
    expect(await anybody().ask('POST', '/undo', removed)).toEqual({ status: 409, body: 'ADDRESS_TAKEN' });
    expect(await addressesOf(newcomer)).toEqual([hers]);
  });

  it('is changed together with what tells of it, or not at all', async () => {
    const [first, second] = [newAddress(), newAddress()];
    const person = await somebody(first);
    expect(await person.addAddress(second)).toMatchObject({ status: 204 });
    const added = undoIn((await mailbox.wait(first, 2)).text);
    const hers = await personBy(first);
    const book = new AddressBook(server().database, clock);
    const fails = () => {
      throw new Error('The process ends.');
    };
    await expect(book.remove(hers, second, fails)).rejects.toThrow('The process ends.');
    await expect(book.disown(hers, fails)).rejects.toThrow('The process ends.');
    expect(await addressesOf(person)).toEqual([first, second]);
    // Nobody sends it here: it waits for whichever process comes next.
    const letter = { subject: 'S', text: 'It is told.', html: 'H', purpose: 'NOTICE' } as const;
    expect(await book.remove(hers, second, ({ address: to }) => ({ to, ...letter }))).toBeUndefined();
    await somebody();
    await mailbox.next(first, 2, /It is told/);
    expect(await anybody().ask('POST', '/undo', added)).toMatchObject({ status: 204 });
  });

  it('that was passed on begins anew without seats, and is taken from whoever had it', async () => {
    const [office, home] = [newAddress(), newAddress()];
    const { admin: marie, seats, organisation } = await withAdmin(office);
    expect(await marie.addAddress(home)).toMatchObject({ status: 204 });
    await mailbox.wait(office, 2);
    const successor = await somebody(office);
    expect(await successor.ask('POST', '/person/disown')).toMatchObject({ status: 204 });
    expect(await addressesOf(successor)).toEqual([office]);
    expect((await successor.viewer(organisation.globalId))?.organisation).toBeNull();
    expect((await mailbox.wait(home, 2)).text).toContain('is not you');
    // What was opened by that mailbox is over, hers as well.
    expect(await marie.viewer()).toBeNull();
    const again = await somebody(home);
    expect([await addressesOf(again), (await again.ask('GET', seats)).status]).toEqual([[home], 200]);
  });

  it('that was passed on leaves nothing waiting for whoever reads it now that was meant for another', async () => {
    const [office, home] = [newAddress(), newAddress()];
    const { admin, seats } = await withAdmin();
    const marie = await somebody(office);
    expect(await marie.addAddress(home)).toMatchObject({ status: 204 });
    await admin.ask('POST', `${seats}/invitations`, { address: office, role: 'ADMIN' });
    await mailbox.next(office, 0, /invite you to act for/);
    const { pool } = server().database;
    const { rows } = await pool.query<{ id: string }>('select person_id as id from person_address where address = $1', [
      home,
    ]);
    await pool.query(
      `insert into partner_invitation (id, mission_id, role, inviter_id, invited_by, address, taken, created_at, expires_at)
       values (gen_random_uuid(), gen_random_uuid(), 'MEMBER', gen_random_uuid(), $1, $2, 0, $3, $3::timestamptz + interval '1 day')`,
      [rows[0]!.id, office, clock.now()],
    );
    await pool.query(
      `insert into access_recovery (id, organisation_id, address, evidence, opened_by, objection_hash, created_at, ready_at, expires_at)
       select gen_random_uuid(), gen_random_uuid(), $1, 'PV', member_id, sha256('x'), $2, $2, $2::timestamptz + interval '1 day'
       from seat limit 1`,
      [office, clock.now()],
    );
    const successor = await somebody(office);
    expect(await successor.ask('POST', '/person/disown')).toMatchObject({ status: 204 });
    for (const table of ['seat_invitation', 'partner_invitation', 'access_recovery']) {
      const left = await pool.query(`select from ${table} where address = $1`, [office]);
      expect({ table, rows: left.rows.length }).toEqual({ table, rows: 0 });
    }
  });

  it('of a thief’s, by which she says that she is somebody else, erases nobody whose own may come back', async () => {
    const [hers, thiefs] = [newAddress(), newAddress()];
    const { admin: thief, seats } = await withAdmin(hers);
    await thief.addAddress(thiefs);
    await thief.ask('POST', '/person/addresses/removed', { address: hers });
    const removed = undoIn((await mailbox.next(hers, 1, /signs in as you no more/)).text);
    expect(await (await somebody(thiefs)).ask('POST', '/person/disown')).toMatchObject({ status: 204 });
    expect(await anybody().ask('POST', '/undo', removed)).toMatchObject({ status: 204 });
    expect(await (await somebody(hers)).ask('GET', seats)).toMatchObject({ status: 200 });
  });

  it('that nothing comes after erases whom nothing else signs in, once nothing can come back', async () => {
    const [hers, thiefs] = [newAddress(), newAddress()];
    const person = await somebody(hers);
    await person.addAddress(thiefs);
    await person.ask('POST', '/person/addresses/removed', { address: hers });
    const { rows } = await server().database.pool.query<{ id: string }>(
      'select person_id as id from person_address where address = $1',
      [thiefs],
    );
    expect(await (await somebody(thiefs)).ask('POST', '/person/disown')).toMatchObject({ status: 204 });
    const retention = new Retention(server().database, clock);
    const kept = async () => {
      await retention.clean();
      const found = await server().database.pool.query('select from person where id = $1', [rows[0]!.id]);
      return found.rows.length;
    };
    expect(await kept()).toBe(1);
    pass(3 * DAY_MS);
    expect(await kept()).toBe(0);
  });
});
