import { beforeAll, describe, expect, it } from '@jest/globals';
import { DAY_MS, plusDays, today } from '@maillage/kernel';
import { stagePeople } from './people.stage.js';
import type { PersonAtBrowser } from './people.visitor.js';

const OPERATOR = '0b6f3f0e-5a53-4c86-9d1e-0a8f6d2f7c11';
const PARAMETERS = '/operator/parameters';
const EVENTS = `{
  events(first: 5, type: "ReputationParametersAdopted") { nodes { data } }
}`;

interface Kept {
  readonly inForce: { readonly version: number; readonly parameters: Readonly<Record<string, unknown>> };
  readonly next: Kept['inForce'] | null;
}

describe('Whoever operates the ledger', () => {
  const said: string[] = [];
  const { server, clock, mailbox, pass, newAddress, somebody, anybody } = stagePeople({
    env: { OPERATOR_ORGANISATION: OPERATOR },
    say: (line) => void said.push(line),
  });
  const address = newAddress();
  let operator: PersonAtBrowser;
  beforeAll(async () => {
    operator = await somebody(address);
    const token = /#token=(\S+)/.exec(said.join('\n'))?.[1];
    const terms = { name: 'Les Exploitants', sector: 'CIVIL_SOCIETY', identifiers: [] };
    expect(await operator.ask('POST', '/operator/seat', { token, terms })).toMatchObject({ status: 200 });
  });
  const kept = async () => (await operator.ask('GET', PARAMETERS)).body as Kept;

  it('adopts what reputation is computed with, with notice and on record, by a seat of her organisation', async () => {
    const { inForce, next } = await kept();
    expect(next).toBeNull();
    const parameters = { ...inForce.parameters, halfLifeDays: 400 };
    const adopt = (from: string) =>
      operator.ask('POST', PARAMETERS, { version: inForce.version, parameters, from, reason: 'Longer missions.' });
    expect(await adopt(plusDays(today(clock), 29))).toEqual({ status: 409, body: 'NOTICE_TOO_SHORT' });
    expect(await adopt('soon')).toEqual({ status: 409, body: 'INVALID_INPUT' });
    const from = plusDays(today(clock), 30);
    expect(await adopt(from)).toMatchObject({ status: 204 });
    expect(await kept()).toMatchObject({ inForce, next: { from, parameters: { halfLifeDays: 400 } } });
    const { text } = await server().graphql(EVENTS);
    expect(text).toContain('Longer missions.');
    pass(30 * DAY_MS);
    operator = await somebody(address);
    expect(await kept()).toMatchObject({ inForce: { from, parameters: { halfLifeDays: 400 } }, next: null });
  });

  it('alone sees and does so, and within ten minutes of signing in', async () => {
    const other = await somebody();
    for (const path of [PARAMETERS, '/operator/queue']) {
      expect(await other.ask('GET', path)).toEqual({ status: 403, body: 'NOT_THE_OPERATOR' });
      expect((await anybody().ask('GET', path)).status).toBe(401);
    }
    const { inForce } = await kept();
    pass(11 * 60_000);
    const late = { ...inForce, from: plusDays(today(clock), 60), reason: 'Late.' };
    expect(await operator.ask('POST', PARAMETERS, late)).toEqual({ status: 403, body: 'SIGN_IN_AGAIN' });
  });

  it('sees how many mails wait, and how many mailboxes take none, and not whose', async () => {
    const queue = async () => (await operator.ask('GET', '/operator/queue')).body as unknown;
    const before = await queue();
    expect(before).toEqual({ isSent: true, waiting: 0, since: null, silent: 0 });
    const busy = newAddress();
    mailbox.refuse(busy, '451 4.3.0 Try again later');
    await anybody().ask('POST', '/mail', { address: busy, language: 'en' });
    while (((await queue()) as { readonly waiting: number }).waiting === 0);
    expect(await queue()).toEqual({ isSent: true, waiting: 1, since: clock.now(), silent: 0 });
  });
});
