import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Retention } from '@maillage/platform';
import { Client } from '../acceptance/client.js';
import { MISSION, promise } from '../acceptance/mission.js';
import type { TestOrganisation } from '../harness/api.js';
import { freePort } from '../harness/ports.js';
import { holdWayIn } from './people.held.js';
import { stagePeople } from './people.stage.js';
import type { PersonAtBrowser } from './people.visitor.js';
import { arrivedFor, ID_TOKEN_SECONDS, Issuer } from './session.issuer.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const PROMISE = `mutation ($input: MakeCommitmentInput!) {
  makeCommitment(input: $input) { __typename ... on Refusal { code: reason } }
}`;
const RANDOM = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('Whoever signs in with an account of an issuer', () => {
  const issuer = new Issuer();
  const stage = stagePeople({
    late: async () => {
      const port = await freePort();
      const address = `http://127.0.0.1:${port}`;
      return { ...(await issuer.open(address)), PORT: String(port), PUBLIC_URL: address };
    },
  });
  const { server, clock, newAddress, anybody, pass, revise, withAdmin } = stage;
  let accounts = 0;
  /** By the organisation that leads it. */
  const missions = new Map<string, string>();
  beforeAll(() => {
    // The issuer's clock is the machine's.
    clock.moveTo(new Date().toISOString());
  });
  afterAll(() => {
    issuer.close();
  });

  const kept = async (person: PersonAtBrowser) => (await person.ask('GET', '/person')).body;
  const register = async () => {
    const organisation = await server().registerOrganisation(`Association ${randomUUID()}`);
    const { id } = await new Client(server().url, organisation.key).record('declareMission', MISSION);
    missions.set(organisation.globalId, id);
    return organisation;
  };
  /** An account that the issuer says to act for the organisation. */
  const claimed = (organisationId?: string, more: Readonly<Record<string, unknown>> = {}) => {
    const name = `account-${(accounts += 1)}`;
    issuer.says(name, () => ({ ...(organisationId && { maillage_organisation: organisationId }), ...more }));
    return name;
  };
  const arrived = async (name: string) => {
    const person = anybody();
    expect(await person.signInAt(issuer, name)).toBe(arrivedFor('/desk'));
    return person;
  };
  /** Promises something in its mission for the organisation. @returns what came of it. */
  const promising = async (
    person: PersonAtBrowser,
    { globalId }: TestOrganisation,
    actingFor: string | undefined = globalId,
  ) => {
    const input = { commandId: randomUUID(), ...promise(missions.get(globalId) ?? '') };
    const { data, errors } = await person.graphql(PROMISE, { input }, actingFor);
    return data?.makeCommitment?.code ?? data?.makeCommitment?.__typename ?? errors?.[0].extensions.code;
  };
  /** By which ids the organisation has recorded. */
  const membersOf = async (organisationId: string): Promise<readonly string[]> => {
    const { rows } = await server().database.pool.query<{ entry: string }>('select entry from event order by position');
    const actors = rows.map(({ entry }) => JSON.parse(entry).actor);
    return actors
      .filter(({ organisation, member }) => organisation === organisationId && member !== undefined)
      .map(({ member }) => member);
  };

  it('is a person: she has a page, a language, and sessions that she ends', async () => {
    const name = claimed((await register()).id);
    const person = anybody();
    await person.signInAt(issuer, name, '?to=/search&language=fr');
    const found = await kept(person);
    expect(found).toMatchObject({
      name: '',
      language: 'fr',
      addresses: [],
      accounts: [{ issuer: issuer.url, subject: name, addedAt: clock.now() }],
      sessions: [{ isThis: true }],
      isFresh: true,
    });
    expect(await person.ask('POST', '/person', { name: 'Ana', language: 'en' })).toMatchObject({ status: 204 });
    const elsewhere = await arrived(name);
    const { name: called, language, sessions } = await kept(elsewhere);
    expect([called, language, sessions.length]).toEqual(['Ana', 'en', 2]);
    await elsewhere.ask('DELETE', '/person/sessions');
    expect(await person.viewer()).toBeNull();
  });

  it('has the seat of a WRITER while the issuer claims it, which no ADMIN gave and no session names', async () => {
    const organisation = await register();
    const person = await arrived(claimed(organisation.id));
    const { seats } = await kept(person);
    expect(seats).toMatchObject([
      { role: 'WRITER', standing: 'CONFIRMED', isLastAdmin: false, organisation: { id: organisation.globalId } },
    ]);
    expect(Date.parse(seats[0].claimedUntil as string) - Date.parse(clock.now())).toBeLessThanOrEqual(
      ID_TOKEN_SECONDS * 1_000 + MINUTE_MS,
    );
    expect(await promising(person, organisation, '')).toBe('NO_SEAT');
    expect(await promising(person, await register())).toBe('NO_SEAT');
    expect(await promising(person, organisation)).toBe('CommitmentRecorded');
    expect((await revise(person, organisation, organisation.globalId)).data.reviseOrganisation.code).toBe('NOT_ADMIN');
    expect(await person.ask('GET', `/seats/${organisation.globalId}`)).toEqual({ status: 403, body: 'NOT_ADMIN' });
  });

  it('signs in anew once the issuer’s word is over, and is known by the same id', async () => {
    const organisation = await register();
    const name = claimed(organisation.id);
    const before = clock.now();
    const person = await arrived(name);
    await promising(person, organisation);
    pass(ID_TOKEN_SECONDS * 1_000 + MINUTE_MS);
    expect(await promising(person, organisation)).toBe('SESSION_EXPIRED');
    clock.moveTo(before);
    await promising(await arrived(name), organisation);
    const members = await membersOf(organisation.id);
    expect(members).toEqual([expect.stringMatching(RANDOM), members[0]]);
  });

  it('loses the seat in every session as soon as the issuer claims another one', async () => {
    const [left, joined] = [await register(), await register()];
    const name = claimed(left.id);
    const person = await arrived(name);
    expect(await promising(person, left)).toBe('CommitmentRecorded');
    issuer.says(name, () => ({ maillage_organisation: joined.id }));
    const elsewhere = await arrived(name);
    for (const session of [person, elsewhere]) {
      expect(await promising(session, left)).toBe('NO_SEAT');
      expect(await promising(session, joined)).toBe('CommitmentRecorded');
    }
    issuer.says(name, () => ({}));
    expect((await kept(await arrived(name))).seats).toEqual([]);
    expect(await promising(person, joined)).toBe('NO_SEAT');
  });

  it('may do by a seat that she was given what no issuer claims', async () => {
    const person = await arrived(claimed());
    const organisation = await stage.withSeat(person);
    const { data } = await revise(person, organisation, organisation.globalId);
    expect(data.reviseOrganisation.__typename).toBe('OrganisationRecorded');
  });

  it('reads alone where the issuer says so', async () => {
    const organisation = await register();
    const person = await arrived(claimed(organisation.id, { scope: 'openid maillage:read' }));
    expect((await kept(person)).seats).toMatchObject([{ role: 'READER' }]);
    expect(await promising(person, organisation)).toBe('SCOPE_MISSING');
  });

  it('is nobody by an equal address, whatever the issuer says that it is', async () => {
    const address = newAddress();
    const { admin, organisation } = await withAdmin(address);
    const { id } = organisation;
    const stranger = await arrived(claimed(undefined, { email: address, email_verified: true }));
    expect(await kept(stranger)).toMatchObject({ addresses: [], seats: [] });
    expect(await stranger.viewer(organisation.globalId)).toMatchObject({ organisation: null, canWrite: false });
    const named = await arrived(claimed(id, { email: address, email_verified: true }));
    expect((await kept(named)).seats).toMatchObject([{ role: 'WRITER' }]);
    expect(await kept(admin)).toMatchObject({ addresses: [{ address }], accounts: [], seats: [{ role: 'ADMIN' }] });
  });

  it('is erased with her account, and is somebody new afterwards', async () => {
    const organisation = await register();
    const name = claimed(organisation.id);
    const person = await arrived(name);
    await promising(person, organisation);
    const [member] = await membersOf(organisation.id);
    const taken = JSON.stringify((await person.ask('GET', '/person/export')).body);
    for (const told of [issuer.url, name, organisation.id, member]) expect(taken).toContain(told);
    expect(await person.ask('DELETE', '/person')).toMatchObject({ status: 204 });
    for (const table of ['person_account', 'claimed_member', 'person']) {
      const { rows } = await server().database.pool.query<{ row: string }>(`select t::text as row from ${table} t`);
      expect(rows.filter(({ row }) => row.includes(name) || row.includes(organisation.id))).toEqual([]);
    }
    await promising(await arrived(name), organisation);
    const [first, second] = await membersOf(organisation.id);
    expect(second).toMatch(RANDOM);
    expect(second).not.toBe(first);
  });

  describe('and links a further one on her page', () => {
    const DONE = { status: 204, body: undefined };
    const INTERRUPTED = { status: 409, body: 'LINK_INTERRUPTED' };
    const link = async (person: PersonAtBrowser, name: string) => {
      expect(await person.comeBack(await person.beginLink(issuer, name))).toBe('/me#linking');
      return person.ask('POST', '/person/accounts');
    };
    const subjectsOf = async (person: PersonAtBrowser) =>
      ((await kept(person)).accounts as readonly { readonly subject: string }[]).map(({ subject }) => subject);

    it('signs in with either as the same person, whom her addresses tell of it', async () => {
      const address = newAddress();
      const { admin, organisation } = await withAdmin(address);
      const name = claimed((await register()).id);
      expect(await link(admin, name)).toEqual(DONE);
      const { text } = await stage.mailbox.wait(address, 2);
      expect(text).toMatch(/From now on an account at “.+” signs in as you, too\./);
      const elsewhere = await arrived(name);
      expect(await kept(elsewhere)).toMatchObject({
        addresses: [{ address }],
        accounts: [{ subject: name }],
        seats: [{ role: 'ADMIN', organisation: { id: organisation.globalId } }, { role: 'WRITER' }],
      });
      expect(await link(elsewhere, name)).toEqual(DONE);
      expect(await subjectsOf(admin)).toEqual([name]);
    });

    it('may do by a claim what an ADMIN gave her less than', async () => {
      const { admin, seats, organisation } = await withAdmin();
      const reader = await stage.seated(admin, seats, 'READER');
      const canWrite = async () => (await reader.viewer(organisation.globalId))?.canWrite;
      expect(await canWrite()).toBe(false);
      const name = claimed(organisation.id);
      expect(await link(reader, name)).toEqual(DONE);
      await arrived(name);
      expect(await canWrite()).toBe(true);
    });

    it('is refused one that is somebody else’s', async () => {
      const [taken, mine] = [claimed(), claimed()];
      const other = await arrived(taken);
      const person = await arrived(mine);
      expect(await link(person, taken)).toEqual({ status: 409, body: 'ACCOUNT_TAKEN' });
      expect([await subjectsOf(person), await subjectsOf(other)]).toEqual([[mine], [taken]]);
    });

    it('unlinks it: its sessions end, and what it claimed; never the last way in', async () => {
      const [first, second] = [claimed(), claimed((await register()).id)];
      const person = await arrived(first);
      // Accounts are listed in the order they were linked in.
      pass(1);
      expect(await link(person, second)).toEqual(DONE);
      const elsewhere = await arrived(second);
      const { accounts: linked, seats } = await kept(person);
      expect(seats).toHaveLength(1);
      const unlink = (id: string) => person.ask('DELETE', `/person/accounts/${id}`);
      expect(await unlink(linked[1].id as string)).toEqual(DONE);
      expect(await elsewhere.viewer()).toBeNull();
      expect(await kept(person)).toMatchObject({ accounts: [{ subject: first }], seats: [] });
      expect(await unlink(linked[0].id as string)).toEqual({ status: 409, body: 'LAST_WAY_IN' });
      expect(await unlink(linked[1].id as string)).toEqual({ status: 404, body: 'UNKNOWN_ACCOUNT' });
      expect(await subjectsOf(await arrived(second))).toEqual([second]);
    });

    it('ends by unlinking what is being opened by it meanwhile, too', async () => {
      const [first, second] = [claimed(), claimed()];
      const person = await arrived(first);
      expect(await link(person, second)).toEqual(DONE);
      const { rows } = await server().database.pool.query<{ id: string; person_id: string }>(
        'select id, person_id from person_account where subject = $1',
        [second],
      );
      const held = await holdWayIn(server().database, 'person_account', rows[0]!.person_id);
      const unlinking = person.ask('DELETE', `/person/accounts/${rows[0]!.id}`);
      await held.waitedForBy(1);
      const entering = arrived(second);
      await Promise.race([entering, held.waitedForBy(2)]);
      await held.letGo();
      expect(await unlinking).toEqual(DONE);
      // By then it is the account of nobody: of somebody new.
      expect(await subjectsOf(await entering)).toEqual([second]);
      expect(await subjectsOf(person)).toEqual([first]);
    });

    it('administers an organisation by it alone, which is asked for a seat', async () => {
      const address = newAddress();
      const { admin, seats, organisation } = await withAdmin(address);
      expect(await link(admin, claimed())).toEqual(DONE);
      expect(await admin.ask('POST', '/person/addresses/removed', { address })).toEqual(DONE);
      const asking = `/organisations/${organisation.globalId}/requests`;
      const person = await arrived(claimed());
      expect(await person.ask('POST', asking)).toEqual(DONE);
      const { requests } = (await admin.ask('GET', `${seats}/requests`)).body;
      expect(requests).toMatchObject([{ addresses: [] }]);
      expect(await admin.ask('POST', `${seats}/requests/${requests[0].id}`, { role: 'READER' })).toEqual(DONE);
      expect((await kept(person)).seats).toMatchObject([{ role: 'READER' }]);
      for (const seated of [admin, person]) {
        expect(await seated.ask('POST', asking)).toEqual({ status: 409, body: 'ALREADY_SEATED' });
      }
    });

    it('cannot be made to link a stranger’s: what he began does not end in her browser', async () => {
      const [his, hers] = [claimed(), claimed()];
      const [attacker, victim] = [await arrived(claimed()), await arrived(hers)];
      const callback = await attacker.beginLink(issuer, his);
      // As it is, and with what his browser was given to keep planted in hers.
      expect(await victim.comeBack(callback)).toMatch(/error=interrupted/);
      victim.plant(attacker, 'maillage_sign_in');
      expect(await victim.comeBack(callback)).toBe('/me#linking');
      expect(await victim.ask('POST', '/person/accounts')).toEqual(INTERRUPTED);
      expect(await attacker.ask('POST', '/person/accounts')).toEqual(INTERRUPTED);
      expect(await subjectsOf(victim)).toEqual([hers]);
      expect(await subjectsOf(await arrived(his))).toEqual([his]);
    });

    it('cannot be made to give hers away: a stranger’s link that she ends at the issuer is not his', async () => {
      const [attacker, victim] = [await arrived(claimed()), anybody()];
      const hers = claimed();
      const { body } = await attacker.ask('POST', '/person/accounts/begun');
      expect(new URL(body.address as string).searchParams.get('prompt')).toBe('login');
      victim.plant(attacker, 'maillage_sign_in');
      expect(await victim.comeBack(await victim.goTo(issuer, body.address as string, hers))).toBe('/me#linking');
      expect(await victim.viewer()).toBeNull();
      expect(await attacker.ask('POST', '/person/accounts')).toEqual(INTERRUPTED);
      expect(await subjectsOf(await arrived(hers))).toEqual([hers]);
    });

    it('does so once, within ten minutes of signing in, and by no key', async () => {
      const [first, second] = [claimed(), claimed()];
      const person = await arrived(first);
      const callback = await person.beginLink(issuer, second);
      expect(await person.comeBack(callback)).toBe('/me#linking');
      expect(await person.ask('POST', '/person/accounts')).toEqual(DONE);
      expect(await person.ask('POST', '/person/accounts')).toEqual(INTERRUPTED);
      const before = clock.now();
      pass(11 * MINUTE_MS);
      for (const path of ['/person/accounts/begun', '/person/accounts']) {
        expect(await person.ask('POST', path)).toEqual({ status: 403, body: 'SIGN_IN_AGAIN' });
        expect(await anybody().ask('POST', path)).toEqual({ status: 401, body: 'UNAUTHENTICATED' });
      }
      clock.moveTo(before);
    });
  });

  it('is forgotten thirty days after the issuer last claimed her, and not before', async () => {
    const organisation = await register();
    const before = clock.now();
    await arrived(claimed(organisation.id));
    const known = async () => {
      await new Retention(server().database, clock).clean();
      const { rows } = await server().database.pool.query('select from claimed_member where organisation_id = $1', [
        organisation.id,
      ]);
      return rows.length;
    };
    pass(29 * DAY_MS);
    expect(await known()).toBe(1);
    pass(DAY_MS);
    expect(await known()).toBe(0);
    clock.moveTo(before);
  });
});
