import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OperatorNotices, type Contact } from '@maillage/platform';
import { newsMail } from '../../apps/api/people/news.mails.js';
import { until } from './log.server.js';
import type { ReceivedMail } from './people.mailbox.js';
import { stagePeople } from './people.stage.js';
import type { PersonAtBrowser } from './people.visitor.js';

const MINUTE_MS = 60_000;
const OPERATOR = '0b6f3f0e-5a53-4c86-9d1e-0a8f6d2f7c14';

const moreMail = ({ address, language }: Contact) =>
  newsMail(address, language, {
    of: 'MORE_WAITS',
    organisation: undefined,
    link: 'https://ledger.example.org/operator',
  });
const association = (name: string) => ({ name, sector: 'CIVIL_SOCIETY', identifiers: [] });

describe('An organisation that waits for the operator', () => {
  const said: string[] = [];
  const stage = stagePeople({ env: { OPERATOR_ORGANISATION: OPERATOR }, say: (line) => void said.push(line) });
  const { server, clock, mailbox, newAddress, somebody, pass, withAdmin } = stage;
  let operator: PersonAtBrowser;
  beforeAll(async () => {
    operator = await somebody('operator@example.org');
    const token = /\/operator#token=(\S+)$/.exec(said.at(-1) ?? '')?.[1];
    const terms = association('Les Exploitants');
    expect(await operator.ask('POST', '/operator/seat', { token, terms })).toMatchObject({ status: 200 });
  });

  const told = () => mailbox.to('operator@example.org').filter(({ text }) => text.trim().endsWith('/operator'));
  const toldAfter = async (before: number) => {
    await until('the operator is told', () => told().length > before);
    expect(told()).toHaveLength(before + 1);
    return told()[before] as ReceivedMail;
  };
  const speak = (language: string) => operator.ask('POST', '/person', { name: '', language });
  const applying = (by: PersonAtBrowser, name: string) => by.ask('POST', '/registration', association(name));
  const tellOfMore = () =>
    new OperatorNotices(server().database, clock).tellOfMore({ operator: OPERATOR, write: moreMail });
  beforeEach(() => {
    pass(61 * MINUTE_MS);
  });

  it('is told of to the operator in her language, without a word of who asks', async () => {
    await speak('fr');
    const [before, address] = [told().length, newAddress()];
    await applying(await somebody(address), 'Les Amis de evil.example');
    const { raw, text } = await toldAfter(before);
    expect(text).toMatch(/^«\sLes Amis de evil\. example\s» \(non confirmée\) demande à être inscrite/);
    expect(raw).not.toContain(address);
    await speak('en');
  });

  it('is as the name of one that is there, too', async () => {
    const [before, { admin, organisation }] = [told().length, await withAdmin()];
    const asked = { name: 'Préfecture du Canal' };
    const page = `/organisations/${organisation.globalId}/name`;
    expect(await admin.ask('POST', page, asked)).toMatchObject({ status: 204 });
    expect((await toldAfter(before)).text).toMatch(/^An organisation would be called “Préfecture du Canal”/);
  });

  it('has the operator sent one mail an hour at most, whoever applies, and takes back, however often', async () => {
    const [before, person] = [told().length, await somebody()];
    for (let times = 0; times < 3; times += 1) {
      await applying(person, 'Les Amis');
      expect(await person.ask('DELETE', '/registration')).toMatchObject({ status: 204 });
    }
    await Promise.all(Array.from({ length: 5 }, async (_, n) => applying(await somebody(), `Les Amis ${n}`)));
    await toldAfter(before);
    expect(await tellOfMore()).toBe(false);
  });

  it('and came within that hour is told of at its end, once, unless it was taken back', async () => {
    const people = [await somebody(), await somebody(), await somebody()] as const;
    const [first, withdrawing, last] = people;
    const before = told().length;
    await applying(first, 'Le Moulin');
    await toldAfter(before);
    // Later than the mail, as whatever came before is told of by that.
    pass(MINUTE_MS);
    await applying(withdrawing, 'La Meule');
    await withdrawing.ask('DELETE', '/registration');
    pass(61 * MINUTE_MS);
    expect(await tellOfMore()).toBe(false);
    await applying(withdrawing, 'La Meule');
    pass(MINUTE_MS);
    await applying(last, 'Le Grain');
    expect(await tellOfMore()).toBe(false);
    pass(61 * MINUTE_MS);
    expect([await tellOfMore(), await tellOfMore()]).toEqual([true, false]);
    // Whoever signs in has all be sent that is due.
    await somebody();
    await until('the operator is told of the rest', () => told().length > before + 2);
    expect(told().at(-1)?.text).toMatch(/^Since we last wrote to you/);
  });
});
