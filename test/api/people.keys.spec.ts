import { describe, expect, it } from '@jest/globals';
import { DAY_MS } from '@maillage/kernel';
import { KeyReminders, type Mail } from '@maillage/platform';
import { keyReminderMail } from '../../apps/api/people/key-reminders.mails.js';
import { stagePeople } from './people.stage.js';

interface Key {
  readonly id: string;
  readonly label: string;
}

describe('Access keys that expire', () => {
  const { clock, mailbox, server, newAddress, somebody, pass, withAdmin, seated } = stagePeople();
  const making = { label: 'Capteurs', scopes: 'READ' };
  const remindAll = () =>
    new KeyReminders(server().database, clock).remind(
      (contact, { keys: expiring }) =>
        keyReminderMail(contact, { organisation: undefined, keys: expiring, href: 'https://x/' }),
      async () => undefined,
    );
  /** What waits to be sent to an address of keys. */
  const waitingTo = async (address: string) => {
    const { rows } = await server().superuser.pool.query<{ readonly text: string }>(
      `select content ->> 'text' as text from ${server().database.schema}.mail
       where address = $1 and content ->> 'subject' like '%access key%' order by text`,
      [address],
    );
    return rows.map(({ text }) => text);
  };
  /** Of which keys she is told, be it on its way or there: mails leave in their own time. */
  const toldOf = async (address: string) => {
    const texts = [...(await waitingTo(address)), ...mailbox.to(address).map(({ text }) => text)];
    return ['Hers', 'Ours', 'test'].filter((label) => texts.some((text) => text.includes(`${label}: until`)));
  };

  it('are told of by mail 30 days before they expire, once, to each ADMIN in her language', async () => {
    const [hers, others] = [newAddress(), newAddress()];
    const { admin, seats, keys, organisation } = await withAdmin(hers);
    const other = await seated(admin, seats, 'ADMIN', others);
    await other.ask('POST', '/person', { name: '', language: 'fr' });
    const reminders = [clock, clock].map((each) => new KeyReminders(server().database, each));
    /** By two processes at the same time, then by one of them again. */
    const remind = async () => {
      const mails: Mail[] = [];
      const reminded = (each: KeyReminders) =>
        each.remind(
          (contact, { id, organisation: known, keys: expiring }) => {
            const mail = keyReminderMail(contact, { organisation: known, keys: expiring, href: `https://x/${id}` });
            if (id === organisation.id) mails.push(mail);
            return mail;
          },
          async () => ({ name: 'Les Abeilles', confirmed: true }),
        );
      await Promise.all(reminders.map(reminded));
      await Promise.all(reminders.slice(1).map(reminded));
      return mails.map(({ to, text }) => ({ to, text }));
    };
    for (const [label, days] of [
      ['Capteurs', 365],
      ['www.evil.example', 364],
      ['For a visit', 20],
    ] as const) {
      expect(await admin.ask('POST', keys, { label, scopes: 'READ', days })).toMatchObject({ status: 200 });
    }
    expect(await remind()).toEqual([]);
    pass(333 * DAY_MS);
    expect(await remind()).toEqual([]);
    pass(2 * DAY_MS);
    const texts = [
      [hers, /“Les Abeilles”[^]*www\. evil\. example: until 1 March 2027\.\n\nCapteurs: until 2 March 2027\./],
      [others, /«\u00a0Les Abeilles\u00a0»[^]*Capteurs\u00a0: jusqu’au 2 mars 2027\./],
    ] as const;
    expect(await remind()).toEqual(texts.map(([to, text]) => ({ to, text: expect.stringMatching(text) })));
    expect(await remind()).toEqual([]);
  });

  it('are told of once somebody administers the organisation, where nobody did before', async () => {
    const organisation = await server().registerOrganisation('Les Capteurs');
    await server().createKey(organisation.id, ['read'], new Date(Date.parse(clock.now()) + 40 * DAY_MS));
    pass(11 * DAY_MS);
    await remindAll();
    const address = newAddress();
    const admin = await somebody(address);
    expect(await admin.ask('POST', '/seats', { key: organisation.key })).toMatchObject({ status: 200 });
    await remindAll();
    await remindAll();
    expect(await toldOf(address)).toEqual(['test']);
  });

  it('are told of without what was written of them by somebody who erases herself before that is sent', async () => {
    const [maker, colleague] = [newAddress(), newAddress()];
    const { admin, seats, keys } = await withAdmin(maker);
    const other = await seated(admin, seats, 'ADMIN', colleague);
    for (const [by, label] of [
      [admin, 'Hers'],
      [other, 'Ours'],
    ] as const) {
      expect(await by.ask('POST', keys, { label, scopes: 'READ', days: 40 })).toMatchObject({ status: 200 });
    }
    pass(11 * DAY_MS);
    // Before: her own mail wakes whoever sends those that wait.
    const leaving = await somebody(maker);
    await remindAll();
    expect(await toldOf(colleague)).toEqual(['Hers', 'Ours']);
    expect(await leaving.ask('DELETE', '/person')).toMatchObject({ status: 204 });
    expect(await toldOf(colleague)).toEqual(['Ours']);
  });

  it('that were replaced are not', async () => {
    const address = newAddress();
    const { admin, keys, organisation } = await withAdmin(address);
    await admin.ask('POST', keys, making);
    const { keys: all } = (await admin.ask('GET', keys)).body as { readonly keys: readonly Key[] };
    const id = all.find(({ label }) => label === making.label)?.id ?? '';
    pass(40 * DAY_MS);
    const again = await somebody(address);
    expect(await again.ask('POST', `${keys}/${id}/replacement`, { overlapDays: 30 })).toMatchObject({ status: 200 });
    pass(DAY_MS);
    const told: string[] = [];
    await new KeyReminders(server().database, clock).remind(
      (contact, { id: whose }) => {
        told.push(whose);
        return keyReminderMail(contact, { organisation: undefined, keys: [], href: 'https://x/' });
      },
      async () => undefined,
    );
    expect(told).not.toContain(organisation.id);
  });
});
