import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DAY_MS } from '@maillage/kernel';
import { allKept, everythingOf, Retention, type KeptTable } from '@maillage/platform';
import { stagePeople } from './people.stage.js';
import type { PersonAtBrowser } from './people.visitor.js';

type Everything = Awaited<ReturnType<typeof everythingOf>>;

const EXPORTED = allKept().flatMap(([table, { exported }]) => ('not' in exported ? [] : [table]));
const PASSING = allKept().flatMap(([table, { lastsMs }]) => (lastsMs === undefined ? [] : [table]));

describe('What is kept of a person', () => {
  const { server, clock, pass, newAddress, withAdmin } = stagePeople();

  /** Somebody of whom every table holds something, as the database has it: what the product does is told by its own specs. */
  const somebodyKeptEverywhere = async () => {
    const address = newAddress();
    const { admin, organisation, keys, seats } = await withAdmin(address);
    await admin.ask('POST', keys, { label: 'Capteurs', scopes: 'READ' });
    await admin.ask('POST', `${seats}/invitations`, { address: newAddress(), role: 'READER' });
    const { pool } = server().superuser;
    const { schema } = server().database;
    const { rows } = await pool.query<{ readonly id: string }>(
      `select person_id as id from ${schema}.person_address where address = $1`,
      [address],
    );
    const id = rows[0]?.id ?? '';
    const [now, until, other] = [clock.now(), new Date(Date.parse(clock.now()) + DAY_MS).toISOString(), randomUUID()];
    /** The seat of an operator. */
    const others = randomUUID();
    const bytes = () => Buffer.from(randomUUID().replaceAll('-', '').repeat(2), 'hex');
    const add = (table: KeptTable, row: Readonly<Record<string, unknown>>) => {
      const names = Object.keys(row);
      const places = names.map((_, index) => `$${index + 1}`);
      const values = Object.values(row);
      return pool.query(`insert into ${schema}.${table} (${names.join()}) values (${places.join()})`, values);
    };
    await add('seat', { member_id: others, organisation_id: other, role: 'ADMIN', created_at: now });
    const passkey = { credential_id: randomUUID(), public_key: bytes(), counter: 0, backed_up: false, label: '' };
    await add('passkey', { id: other, person_id: id, ...passkey, created_at: now });
    await add('passkey_challenge', {
      challenge_hash: bytes(),
      browser_hash: bytes(),
      person_id: id,
      expires_at: now,
    });
    const proof = { browser_hash: bytes(), code_hash: bytes(), address: newAddress(), tries: 0, created_at: now };
    await add('address_proof', { person_id: id, ...proof });
    const undo = { token_hash: bytes(), address, change: 'ADDED', expires_at: until };
    await add('address_undo', { person_id: id, ...undo });
    const content = JSON.stringify({ subject: 'A mail', text: 'https://ledger.example.org/#token=secret' });
    await add('mail', {
      id: other,
      address,
      content,
      about: others,
      tries: 1,
      created_at: now,
      due_at: until,
      expires_at: until,
    });
    await add('silent_mailbox', { address, since: now });
    const seat = { organisation_id: other, role: 'READER', created_at: now, expires_at: until };
    await add('seat_request', { id: other, organisation_id: other, person_id: id, created_at: now, expires_at: until });
    await add('seat_invitation', { id: other, address, invited_by: id, ...seat });
    const link = { organisation_id: other, role: 'READER', made_by: id, token_hash: bytes() };
    await add('seat_link', { id: other, ...link, created_at: now, expires_at: until });
    const mission = { mission_id: other, role: 'MEMBER', inviter_id: organisation.id, invited_by: id, taken: 0 };
    await add('partner_invitation', { id: other, ...mission, created_at: now, expires_at: until });
    const application = { organisation_id: other, member_id: other, terms: '{}', reasons: [] };
    await add('registration', {
      person_id: id,
      ...application,
      approved_by: others,
      created_at: now,
      expires_at: until,
    });
    const renaming = { id: other, name: 'Les Amis', reasons: [], asked_by: id };
    await add('renaming', { organisation_id: other, ...renaming, created_at: now, expires_at: until });
    await add('access_recovery', {
      id: other,
      organisation_id: other,
      address,
      evidence: 'She was elected.',
      opened_by: others,
      objection_hash: bytes(),
      created_at: now,
      ready_at: until,
      expires_at: until,
    });
    await add('recovery_notice', { recovery_id: other, person_id: id });
    const account = { issuer: 'https://accounts.example.org', subject: id, account_hash: bytes() };
    await add('person_account', { id: other, person_id: id, ...account, added_at: now });
    const claim = { member_id: randomUUID(), account_hash: account.account_hash, organisation_id: other };
    await add('claimed_member', { ...claim, role: 'WRITER', created_at: now, last_met_on: now });
    await add('operator_link', { token_hash: bytes(), expires_at: until });
    return { admin, id, address, others };
  };
  const exportOf = (person: PersonAtBrowser): Promise<{ readonly status: number; readonly body: Everything }> =>
    person.ask('GET', '/person/export');
  const tablesWith = (kept: Everything) => EXPORTED.filter((table) => (kept[table] ?? []).length > 0);

  it('is in her export whole, table by table, but for what proves something or leads to others; and is gone once she erases herself', async () => {
    const { admin, id, address, others } = await somebodyKeptEverywhere();
    const { status, body } = await exportOf(admin);
    expect(status).toBe(200);
    expect(tablesWith(body)).toEqual(EXPORTED);
    expect(body).toMatchObject({
      person_address: [{ address }],
      mail: [{ address, subject: 'A mail' }],
      access_key: [{ label: 'Capteurs' }],
      seat_invitation: [{ invited_by: id }, { address }],
      organisations: { [String(body.seat?.[0]?.['organisation_id'])]: expect.stringMatching(/^Association/) },
    });
    expect(JSON.stringify(body)).not.toMatch(/secret|_hash|token/);
    expect(JSON.stringify(body)).not.toContain(others);
    expect(await admin.ask('DELETE', '/person')).toMatchObject({ status: 204 });
    expect(tablesWith(await everythingOf(server().database, id))).toEqual([]);
    const { rows } = await server().superuser.pool.query(
      `select from ${server().database.schema}.mail where address = $1`,
      [address],
    );
    expect(rows).toEqual([]);
  });

  it('is nobody else’s to take along', async () => {
    const { admin } = await withAdmin();
    const { admin: other, organisation } = await withAdmin();
    const { body } = await admin.ask('GET', '/person/export');
    expect(JSON.stringify(body)).not.toContain(organisation.id);
    await other.ask('DELETE', '/person');
    expect((await other.ask('GET', '/person/export')).status).toBe(401);
  });

  it('goes once it is over, as the privacy page says', async () => {
    const { address } = await somebodyKeptEverywhere();
    const { pool } = server().superuser;
    const { schema } = server().database;
    // Nobody signs in with it any more.
    await pool.query(`delete from ${schema}.person_address where address = $1`, [address]);
    pass(30 * DAY_MS + 1);
    await new Retention(server().database, clock).clean();
    for (const table of PASSING) {
      const { rows } = await pool.query(`select from ${schema}.${table}`);
      expect([table, rows.length]).toEqual([table, 0]);
    }
    const { data } = await server().graphql('{ service { kept { what minutes } } }');
    const said = (data.service.kept as readonly { readonly what: string; readonly minutes: number | null }[]).map(
      ({ what, minutes }) => [what.toLowerCase(), minutes],
    );
    expect(said).toEqual(allKept().map(([table, { lastsMs = null }]) => [table, lastsMs && lastsMs / 60_000]));
  });
});
