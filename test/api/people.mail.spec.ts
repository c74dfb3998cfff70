import { describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { DAY_MS } from '@maillage/kernel';
import { loadConfig, Outbox, Reminders, type Mail } from '@maillage/platform';
import { checkMailCommand } from '../../apps/cli/commands/mail.js';
import { reminderMail } from '../../apps/api/people/reminders.mails.js';
import { until } from './log.server.js';
import { stagePeople } from './people.stage.js';
import type { PersonAtBrowser } from './people.visitor.js';

const MINUTE_MS = 60_000;
const GONE = '550 5.1.1 No such user';
const BUSY = '451 4.3.0 Try again later';

describe('A mail', () => {
  const stage = stagePeople();
  const { clock, mailbox, logged, server, newAddress, anybody, somebody, pass, withAdmin, invited, seated } = stage;

  const waitingFor = async (address: string) => {
    const { rows } = await server().database.pool.query<{ tries: number }>(
      'select tries from mail where address = $1',
      [address],
    );
    return rows;
  };
  const askFor = (address: string) => anybody().ask('POST', '/mail', { address, language: 'en' });
  const putOff = async (address: string, tries: number) => {
    await until('the mail is put off', async () => {
      const { rows } = await server().database.pool.query(
        `select from mail where address = $1 and tries = $2 and due_at < $3::timestamptz + interval '1 minute' and due_at > $3`,
        [address, tries, clock.now()],
      );
      return rows.length === 1;
    });
  };
  /** Invites an address. @returns what the mail refuses further ones by. */
  const stopLinkOf = async (admin: PersonAtBrowser, seats: string, address: string): Promise<string> => {
    const before = mailbox.to(address).length;
    expect(await admin.ask('POST', `${seats}/invitations`, { address, role: 'READER' })).toMatchObject({ status: 204 });
    return /#stop=(\S+)/.exec((await mailbox.wait(address, before + 1)).text)?.[1] ?? '';
  };
  /** Whoever writes has all be sent that is due. */
  const poke = () => somebody();

  it('waits where its server is busy, and is sent once when it is not', async () => {
    const address = newAddress();
    mailbox.refuse(address, BUSY);
    await askFor(address);
    await putOff(address, 1);
    expect(logged.some((line) => line.includes('"responseCode":451,"isTriedAgain":true'))).toBe(true);
    await poke();
    expect(await waitingFor(address)).toEqual([{ tries: 1 }]);
    pass(11_000);
    await poke();
    await putOff(address, 2);
    mailbox.refuse(address);
    pass(21_000);
    await poke();
    await mailbox.wait(address, 1);
    await until('nothing is kept of it', async () => (await waitingFor(address)).length === 0);
    expect(mailbox.to(address)).toHaveLength(1);
  });

  it('with a code is given up after 15 minutes, and another after three days', async () => {
    const [address, invited] = [newAddress(), newAddress()];
    const { admin, seats } = await withAdmin();
    for (const each of [address, invited]) mailbox.refuse(each, BUSY);
    await askFor(address);
    await admin.ask('POST', `${seats}/invitations`, { address: invited, role: 'READER' });
    await putOff(address, 1);
    await putOff(invited, 1);
    pass(15 * MINUTE_MS);
    await poke();
    await until('it is given up', async () => (await waitingFor(address)).length === 0);
    await putOff(invited, 2);
    pass(3 * DAY_MS);
    for (const each of [address, invited]) mailbox.refuse(each);
    await poke();
    await until('it is given up', async () => (await waitingFor(invited)).length === 0);
    expect([...mailbox.to(address), ...mailbox.to(invited)]).toEqual([]);
  });

  it('that nobody has sent yet goes with whom it is for', async () => {
    const address = newAddress();
    const person = await somebody(address);
    mailbox.refuse(address, BUSY);
    await askFor(address);
    await putOff(address, 1);
    expect(await person.ask('DELETE', '/person')).toMatchObject({ status: 204 });
    expect(await waitingFor(address)).toEqual([]);
  });

  it('is sent once, by whichever process is there', async () => {
    const sent: string[] = [];
    const transport = { send: async ({ to }: Mail) => void sent.push(to), close: () => undefined };
    const options = { database: server().database, clock, logger: pino({ level: 'silent' }), transport };
    const addresses = Array.from({ length: 30 }, newAddress);
    const written = { subject: 'S', text: 'T', html: 'H', purpose: 'NOTICE' } as const;
    const [one, other] = [new Outbox(options), new Outbox(options)];
    await Promise.all(addresses.map((to, index) => (index % 2 === 0 ? one : other).send({ to, ...written })));
    const arrived = () => [...sent, ...addresses.filter((to) => mailbox.to(to).length > 0)];
    await until('all are sent', () => arrived().length >= addresses.length);
    await Promise.all([one.close(), other.close()]);
    expect(arrived().toSorted()).toEqual(addresses.toSorted());
  });

  it('to a mailbox that is none is the last one, and other ADMINs are told once; until it takes what its reader asks for', async () => {
    const [first, second, lost] = [newAddress(), newAddress(), newAddress()];
    const { admin, seats } = await withAdmin(first);
    await seated(admin, seats, 'ADMIN', second);
    await seated(admin, seats, 'WRITER', lost);
    await mailbox.wait(first, 3);
    await mailbox.wait(second, 3);
    await mailbox.wait(lost, 2);
    const seat = async () => {
      const { holders } = (await admin.ask('GET', seats)).body as {
        readonly holders: readonly { readonly memberId: string; readonly silent: readonly string[] }[];
      };
      return holders[2]!;
    };
    const change = async (role: string) => admin.ask('POST', `${seats}/members/${(await seat()).memberId}`, { role });
    mailbox.refuse(lost, GONE);
    expect(await change('READER')).toMatchObject({ status: 204 });
    expect((await mailbox.wait(first, 4)).text).toContain('No mail reaches Somebody');
    await mailbox.wait(second, 4);
    expect((await seat()).silent).toEqual([lost]);
    mailbox.refuse(lost);
    expect(await change('WRITER')).toMatchObject({ status: 204 });
    await mailbox.wait(second, 5);
    expect(await waitingFor(lost)).toEqual([]);
    const before = mailbox.to(lost).length;
    await somebody(lost);
    expect(mailbox.to(lost)).toHaveLength(before + 1);
    expect([(await seat()).silent, mailbox.to(first).length]).toEqual([[], 4]);
  });

  it('that invites is refused where the mailbox is none, and where whoever reads it wants none', async () => {
    const [gone, unwilling] = [newAddress(), newAddress()];
    const { admin, seats } = await withAdmin();
    const invite = (address: string) => admin.ask('POST', `${seats}/invitations`, { address, role: 'READER' });
    mailbox.refuse(gone, GONE);
    await invite(gone);
    await until('it is known', async () => {
      const { rows } = await server().database.pool.query('select from silent_mailbox where address = $1', [gone]);
      return rows.length === 1;
    });
    expect((await invite(gone)).body).toBe('TAKES_NO_MAIL');
    const { invitation, person } = await invited(admin, seats, 'READER', unwilling);
    const stop = /#stop=(\S+)/.exec(mailbox.to(unwilling)[0]?.text ?? '')?.[1];
    expect(await anybody().ask('POST', '/joining/stop', { token: stop })).toMatchObject({ status: 204 });
    expect(await person.ask('POST', invitation, { accepts: true })).toEqual({ status: 404, body: 'UNKNOWN' });
    expect(await invite(unwilling)).toEqual({ status: 409, body: 'NOT_WANTED' });
  });

  it('that invites is sent no more once it is taken back or declined, its reader wants none, or its sender is erased', async () => {
    const [{ admin, seats }, other] = [await withAdmin(), await withAdmin()];
    const addresses = Array.from({ length: 4 }, newAddress);
    const [revoked, declined, unwilling, orphaned] = addresses as [string, string, string, string];
    const stop = await stopLinkOf(admin, seats, unwilling);
    for (const each of addresses) {
      mailbox.refuse(each, BUSY);
      await (each === orphaned ? other.admin : admin).ask(
        'POST',
        `${each === orphaned ? other.seats : seats}/invitations`,
        { address: each, role: 'READER' },
      );
      await putOff(each, 1);
    }
    const { invitations } = (await admin.ask('GET', seats)).body;
    const { id } = (invitations as readonly { readonly id: string; readonly address: string }[]).find(
      (each) => each.address === revoked,
    )!;
    expect(await admin.ask('DELETE', `${seats}/invitations/${id}`)).toMatchObject({ status: 204 });
    mailbox.refuse(declined);
    const person = await somebody(declined);
    const [{ id: to }] = (await person.ask('GET', '/person')).body.invitations;
    expect(await person.ask('POST', `/person/invitations/${to}`, { accepts: false })).toMatchObject({ status: 204 });
    expect(await anybody().ask('POST', '/joining/stop', { token: stop })).toMatchObject({ status: 204 });
    expect(await other.admin.ask('DELETE', '/person')).toMatchObject({ status: 204 });
    for (const each of addresses) expect({ each, waiting: await waitingFor(each) }).toEqual({ each, waiting: [] });
  });

  it('that invites says “never again” for thirty days, though another came after it, and whatever became of it', async () => {
    const [{ admin, seats }, address] = [await withAdmin(), newAddress()];
    const first = await stopLinkOf(admin, seats, address);
    const second = await stopLinkOf(admin, seats, address);
    const [{ id }, ...more] = (await admin.ask('GET', seats)).body.invitations;
    expect(more).toEqual([]);
    await admin.ask('DELETE', `${seats}/invitations/${id}`);
    const stop = (token: string) => anybody().ask('POST', '/joining/stop', { token });
    expect(await stop(first)).toMatchObject({ status: 204 });
    expect((await admin.ask('POST', `${seats}/invitations`, { address, role: 'READER' })).body).toBe('NOT_WANTED');
    expect(await stop(first)).toMatchObject({ status: 204 });
    pass(30 * DAY_MS);
    expect(await stop(second)).toEqual({ status: 401, body: 'LINK_OVER' });
  });

  it('about somebody who has erased herself is sent to nobody', async () => {
    const [busy, { admin, seats }] = [newAddress(), await withAdmin()];
    await seated(admin, seats, 'ADMIN', busy);
    await mailbox.wait(busy, 2);
    mailbox.refuse(busy, BUSY);
    const person = await seated(admin, seats, 'READER');
    await putOff(busy, 1);
    expect(await person.ask('DELETE', '/person')).toMatchObject({ status: 204 });
    expect(await waitingFor(busy)).toEqual([]);
  });

  it('is the sixth within an hour to nobody: whoever invites is told so, and no invitation waits', async () => {
    const address = newAddress();
    const invite = async () => {
      const { admin, seats } = await withAdmin();
      const { status, body } = await admin.ask('POST', `${seats}/invitations`, { address, role: 'READER' });
      return { status, body, waiting: (await admin.ask('GET', seats)).body.invitations.length };
    };
    for (let times = 0; times < 5; times += 1) expect(await invite()).toMatchObject({ status: 204, waiting: 1 });
    expect(await invite()).toEqual({ status: 429, body: 'MAILED_ENOUGH', waiting: 0 });
    await mailbox.wait(address, 5);
    pass(61 * MINUTE_MS);
    expect(await invite()).toMatchObject({ status: 204, waiting: 1 });
  });

  it('reminds ADMINs of seats to be confirmed once, whichever process does, and once before they lapse', async () => {
    const address = newAddress();
    const { admin, seats, organisation } = await withAdmin(address);
    const { holders } = (await admin.ask('GET', seats)).body;
    const reminders = new Reminders(server().database, clock);
    /** Two processes at the same time, then one of them again. */
    const remind = async () => {
      const texts: string[] = [];
      const reminded = (each: Reminders) =>
        each.remind(
          (contact, of, { id, organisation: seated }) => {
            const mail = reminderMail(contact, of, { organisation: seated, href: 'https://ledger.example.org/' });
            if (id === organisation.id) texts.push(mail.text);
            return mail;
          },
          async () => ({ name: 'Les Abeilles', confirmed: false }),
        );
      await Promise.all([reminders, new Reminders(server().database, clock)].map(reminded));
      await reminded(reminders);
      return texts;
    };
    expect(await remind()).toEqual([]);
    pass(365 * DAY_MS);
    expect(await remind()).toEqual([
      expect.stringMatching(/“Les Abeilles” \(not confirmed\)[^]*They serve for 30 more days/),
    ]);
    await poke();
    await mailbox.wait(address, 2);
    pass(22 * DAY_MS);
    expect(await remind()).toEqual([]);
    pass(DAY_MS);
    expect(await remind()).toEqual([expect.stringContaining('In a week at most')]);
    await poke();
    expect((await mailbox.wait(address, 3)).text).toMatch(/^Once a year/);
    const memberIds = [holders[0].memberId];
    expect(await (await somebody(address)).ask('POST', `${seats}/confirmations`, { memberIds })).toMatchObject({
      status: 204,
    });
    pass(29 * DAY_MS);
    expect(await remind()).toEqual([]);
    pass(336 * DAY_MS);
    expect(await remind()).toHaveLength(1);
  });

  it('is foretold by `maillage mail check`: what is amiss with the server or the sender’s domain, by its exit code too', async () => {
    const texts: Readonly<Record<string, string>> = {
      'example.org': 'v=spf1 mx -all',
      's1._domainkey.example.org': 'v=DKIM1; p=MIIB',
      '_dmarc.example.org': 'v=DMARC1; p=reject',
    };
    const resolveTxt = async (name: string) => {
      if (texts[name] === undefined) throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
      return [[texts[name]]];
    };
    const written: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    const check = (url: string, selector: string) =>
      checkMailCommand(loadConfig({ SMTP_URL: url, MAIL_FROM: 'a@example.org' }), { selector }, { resolveTxt });
    const codes = [
      await check(mailbox.url, 's1'),
      await check(mailbox.url, 's2'),
      await check('smtp://127.0.0.1:1', 's1'),
    ];
    write.mockRestore();
    expect(codes).toEqual([0, 1, 1]);
    const [spf, dkim, dmarc, smtp, , noKey, , , , , , away] = written;
    expect([spf, dkim, dmarc, smtp].map((line) => line?.slice(0, 14))).toEqual([
      'SPF   good    ',
      'DKIM  good    ',
      'DMARC good    ',
      'SMTP  good    ',
    ]);
    expect(noKey).toContain('AMISS    There is no key at s2._domainkey.example.org');
    expect(away).toMatch(/^SMTP  AMISS    127\.0\.0\.1:1 does not let us in \((?:ECONNECTION|ESOCKET)\)/);
  });
});
