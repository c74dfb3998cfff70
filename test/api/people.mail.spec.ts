import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Outbox, type Mail } from '@maillage/platform';
import { until } from './log.server.js';
import { stagePeople } from './people.stage.js';

const MINUTE_MS = 60_000;
const BUSY = '451 4.3.0 Try again later';

describe('A mail', () => {
  const stage = stagePeople();
  const { clock, mailbox, logged, server, newAddress, anybody, somebody, pass, withAdmin } = stage;

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
    await until('the other was tried again', async () => (await waitingFor(invited))[0]?.tries === 2);
    pass(3 * 24 * 60 * MINUTE_MS);
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
});
