import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { until } from '../acceptance/waiting.js';
import type { Visitor } from './browser.js';
import { READINGS, servePages } from './served.js';
import { faultless, stepsOf } from './steps.js';
import { words, type Message } from './words.js';

const LINK = 'a[href*="#token="]';

const started: string[] = [];
const pages = servePages({
  env: { OPERATOR_ORGANISATION: '0b6f3f0e-5a53-4c86-9d1e-0a8f6d2f7c11', REGISTRATION: 'approval' },
  say: (line) => void started.push(line),
});
/** Whoever operates the ledger, in the first language. */
let operator: Visitor | undefined;

describe.each(READINGS)('A person at a screen of $width pixels in $language', ({ language, width }) => {
  const say = words(language);

  /** From the page to sign in. */
  async function asks({ page }: Visitor, address: string): Promise<void> {
    await page.getByRole('textbox', { name: say('signIn.mail.label') }).fill(address);
    await page.getByRole('button', { name: say('signIn.mail.send') }).click();
    await page.getByRole('textbox', { name: say('signIn.code.label') }).waitFor();
  }

  const { shoot } = stepsOf(pages, { language, width });
  const press = ({ page }: Visitor, name: string) => page.getByRole('button', { name, exact: true }).click();
  const shown = ({ page }: Visitor, text: string) => page.getByText(text).first().waitFor();

  it('signs in by a mail, is the first of her organisation, invites another, and is erased', async () => {
    const name = `Les Jardins ${language}`;
    const organisation = await pages.served.registerOrganisation(name);
    const [first, second] = [await pages.visitor({ language, width }), await pages.visitor({ language, width })];

    const address = `first.${language}@example.org`;
    await first.page.goto('/sign-in');
    await asks(first, address);
    await faultless(first);
    const link = await mailTo(first, address, (mail) => mail.locator(LINK).first().getAttribute('href'));

    await first.page.goto(link ?? '');
    await first.page.reload();
    await press(first, say('signIn.link.send', { address: 'f…@e….org' }));
    await first.page.waitForURL('**/me');
    await first.page.getByRole('textbox', { name: say('me.name') }).fill('Marie Dupont');
    await press(first, say('me.save'));
    await shown(first, say('me.saved'));
    await first.page.getByLabel(say('signIn.key.label')).fill(organisation.key);
    await press(first, say('me.firstSeat.send'));
    await first.page.getByRole('link', { name: say('me.toSeats', { organisation: name }) }).waitFor();
    await faultless(first);

    await press(first, say('me.actFor', { organisation: name }));
    await first.page.waitForURL(`**/desk/${organisation.globalId}`);
    await first.page.locator('.acting-for').getByRole('link', { name }).waitFor();

    await first.page.goto(`/seats/${organisation.globalId}`);
    const colleague = `second.${language}@example.org`;
    await first.page.getByRole('textbox', { name: say('seats.invite.address') }).fill(colleague);
    await press(first, say('seats.invite.send'));
    await shown(first, say('seats.invite.sent', { address: colleague }));
    await faultless(first);
    await first.page.getByRole('link', { name: say('keys.title') }).click();
    await first.page.getByRole('textbox', { name: say('keys.label') }).fill('Capteurs');
    await press(first, say('keys.make.send'));
    await shown(first, say('keys.made'));
    await first.page.getByRole('heading', { name: 'Capteurs' }).first().waitFor();
    await press(first, say('keys.revoke', { label: 'test' }));
    await first.page.getByRole('heading', { name: 'test', exact: true }).waitFor({ state: 'detached' });
    await press(first, say('keys.replace', { label: 'Capteurs' }));
    await faultless(first);

    await second.page.goto('/sign-in');
    await asks(second, colleague);
    const code = await mailTo(first, colleague, codeIn);
    await second.page
      .getByRole('textbox', { name: say('signIn.code.label') })
      .fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await second.page.keyboard.press('Enter');
    await second.page.waitForURL('**/me');
    await press(second, say('me.accept', { organisation: name }));
    await press(second, say('me.actFor', { organisation: name }));
    await second.page.locator('.acting-for').getByRole('link', { name }).waitFor();
    expect(second.complaints).toEqual([]);
    await second.leave();

    await first.page.goto('/me');
    await press(first, say('me.erase'));
    await press(first, say('me.eraseNow'));
    await first.page.getByRole('link', { name: say('nav.signIn'), exact: true }).waitFor();
    expect(first.complaints).toEqual([]);
    await first.leave();
  });

  it('registers an organisation, which the operator looks at, and asks for a seat in one that is there', async () => {
    const [person, other] = [await pages.visitor({ language, width }), await pages.visitor({ language, width })];
    operator ??= await operatorOf(await withDevice());
    const name = `Le Fournil ${language}`;
    await signsIn(person, `baker.${language}@example.org`, '/organisations/new');
    const { page } = person;
    await page.getByRole('textbox', { name: say('registration.name') }).fill(name);
    await page.getByLabel(say('registration.register'), { exact: false }).first().selectOption('FR-RNA');
    await page.getByRole('textbox', { name: say('registration.number') }).fill(`W1 ${language}`);
    await press(person, say('registration.send'));
    await shown(person, say('registration.waits', { organisation: name }));
    await faultless(person);

    await operator.page.goto('/operator');
    await operator.page.getByRole('heading', { name }).waitFor();
    await faultless(operator);
    await operator.page.getByRole('button', { name }).first().click();
    await operator.page.getByRole('heading', { name }).waitFor({ state: 'detached' });
    await page.goto('/me');
    await press(person, say('me.actFor', { organisation: name }));
    await person.page.locator('.acting-for').getByRole('link', { name }).waitFor();

    await signsIn(other, `late.${language}@example.org`, '/organisations/new');
    await other.page.getByRole('textbox', { name: say('registration.name') }).fill(name.toUpperCase());
    await press(other, say('registration.ask', { organisation: name }));
    await shown(other, say('registration.asked', { organisation: name }));
    await faultless(other);
    await page.goto('/me');
    await page.getByRole('link', { name: say('me.toSeats', { organisation: name }) }).click();
    await page.getByRole('heading', { name: say('seats.requests') }).waitFor();
    await faultless(person);
    await press(person, say('seats.admit', { name: `late.${language}@example.org` }));
    await page.getByRole('heading', { name: say('seats.requests') }).waitFor({ state: 'detached' });
    // Nobody administers it once she is erased, and whoever came late alone has a seat.
    await page.goto('/me');
    await press(person, say('me.erase'));
    await press(person, say('me.eraseNow'));
    await page.getByRole('link', { name: say('nav.signIn'), exact: true }).waitFor();
    await person.leave();
    await objects(other, `late.${language}@example.org`, name);
    await other.leave();
  });

  /** Whoever has a seat in an organisation that somebody else is to administer, by the link of her mail. */
  async function objects(person: Visitor, address: string, name: string): Promise<void> {
    const by = await pages.visitor({ language, width });
    const opening = by.page.getByRole('button', { name: say('recovery.open') });
    await signsIn(by, 'operator@example.org', '/operator', opening);
    await opening.click();
    await by.page.getByRole('textbox', { name: say('recovery.organisation') }).fill(name);
    await by.page.locator('label.choice', { hasText: name }).click();
    await by.page.getByRole('textbox', { name: say('recovery.address') }).fill(`heir.${language}@example.org`);
    await by.page.getByRole('textbox', { name: say('recovery.evidence') }).fill('PV');
    await faultless(by);
    await press(by, say('recovery.send'));
    await by.page.getByRole('heading', { name }).waitFor();
    // Once its mail has gone: the page says how many wait until it is asked anew.
    const told = by.page.getByText(say('recovery.told', { people: 1, unreached: 0, waiting: 0 }));
    while (!(await told.first().isVisible())) {
      await by.page.reload();
      await by.page.getByRole('heading', { name }).waitFor();
    }
    await faultless(by);
    await shoot(by, 'recoveries');
    await by.leave();
    const { page } = person;
    await page.goto('/me');
    await page.getByRole('heading', { name: say('me.recoveries') }).waitFor();
    await faultless(person);
    const objecting = 'a[href*="#objection="]';
    const read = (mail: Locator) => mail.locator(objecting).first().getAttribute('href');
    const link = await mailTo(person, address, read, objecting);
    await page.goto(link ?? '');
    await page.reload();
    await press(person, say('recovery.object'));
    await shown(person, say('recovery.stopped'));
    await faultless(person);
  }

  /** Which keyboard a phone shows for it, and what it offers to fill in. */
  async function keyboardFor({ page }: Visitor, id: Message) {
    const of = (attribute: string) => page.getByRole('textbox', { name: say(id) }).getAttribute(attribute);
    return { mode: await of('inputmode'), capitals: await of('autocapitalize'), offers: await of('autocomplete') };
  }

  /** Of an organisation that nobody has a seat in yet, by its key. */
  async function takesFirst(
    visitor: Visitor,
    address: string,
    { key, globalId }: { readonly key: string; readonly globalId: string },
  ): Promise<void> {
    await signsIn(visitor, address, '/organisations/new');
    await visitor.page.goto('/me');
    await visitor.page.getByLabel(say('signIn.key.label')).fill(key);
    await press(visitor, say('me.firstSeat.send'));
    await visitor.page.locator(`.button[href="/seats/${globalId}"]`).waitFor();
  }

  it('is shown the keyboard that fits each field by her phone', async () => {
    const person = await pages.visitor({ language, width });
    const { page } = person;
    const address = `typist.${language}@example.org`;
    await page.goto('/organisations/new');
    await asks(person, address);
    expect(await keyboardFor(person, 'signIn.code.label')).toMatchObject({ mode: 'numeric', offers: 'one-time-code' });
    await page.getByRole('textbox', { name: say('signIn.code.label') }).fill(await mailTo(person, address, codeIn));
    await page.keyboard.press('Enter');
    const register = page.getByLabel(say('registration.register'), { exact: false }).first();
    await register.selectOption('FR-SIRET');
    expect(await keyboardFor(person, 'registration.number')).toMatchObject({ mode: 'numeric' });
    // It begins with a letter.
    await register.selectOption('FR-RNA');
    expect(await keyboardFor(person, 'registration.number')).toMatchObject({ mode: null });
    await person.leave();
  });

  it('declares a mission before any partner is registered, and is led to inviting them by mail or link', async () => {
    const person = await pages.visitor({ language, width });
    const { page } = person;
    const name = `Cantine ${language}`;
    await takesFirst(person, `cook.${language}@example.org`, await pages.served.registerOrganisation(name));
    await page.goto('/missions/new');
    await page.getByRole('textbox', { name: say('command.DeclareMission.title') }).fill(`Manger ${language}`);
    await page.getByRole('textbox', { name: say('command.DeclareMission.challenge') }).fill('Nourrir.');
    expect(await keyboardFor(person, 'command.DeclareMission.hashtag')).toMatchObject({ capitals: 'none' });
    for (const step of ['place', 'indicators', 'partners'] as const) {
      await press(person, say('setup.goOn'));
      await page.getByRole('heading', { level: 2, name: say(`setup.step.${step}`) }).waitFor();
    }
    await shown(person, say('setup.partners.text'));
    await faultless(person);
    await shoot(person, 'setup-partners');
    await press(person, say('setup.goOn'));
    await press(person, say('setup.declare', { organisation: name }));
    await shown(person, say('setup.declared'));
    await faultless(person);
    await shoot(person, 'setup-declared');
    const next = page
      .getByRole('status')
      .filter({ hasText: say('setup.declared') })
      .getByRole('link');
    expect(await next.allInnerTexts()).toEqual([
      say('mission.invitePartners'),
      say('setup.toMission'),
      say('setup.toPromise'),
    ]);
    await next.first().click();
    await page.getByRole('textbox', { name: say('partners.addresses') }).waitFor();
    expect(await keyboardFor(person, 'partners.addresses')).toMatchObject({ mode: 'email', capitals: 'none' });
    expect(person.complaints).toEqual([]);
    await person.leave();
  });

  it('invites partners to a mission from a pasted list and by a link, which another accepts', async () => {
    const [person, other] = [await pages.visitor({ language, width }), await pages.visitor({ language, width })];
    const [backbone, partner] = await Promise.all([
      pages.served.registerOrganisation(`Coordination ${language}`),
      pages.served.registerOrganisation(`Partenaire ${language}`),
    ]);
    const input = { title: `Un toit ${language}`, challenge: 'Loger.', hashtag: '#toit', openInvitation: false };
    const { data } = await pages.served.graphql(
      `mutation ($input: DeclareMissionInput!) {
        declareMission(input: $input) { ... on MissionRecorded { mission { id } } }
      }`,
      { input: { commandId: randomUUID(), ...input } },
      { key: backbone.key },
    );
    const missionId = data.declareMission.mission.id as string;
    await takesFirst(person, `coordinator.${language}@example.org`, backbone);
    await takesFirst(other, `partner.${language}@example.org`, partner);

    await person.page.goto(`/missions/${missionId}/partners`);
    const list = 'nom;courriel\nMarie;marie@example.org\nNobody;nothing';
    await person.page.getByRole('textbox', { name: say('partners.addresses') }).fill(list);
    await press(person, say('partners.send', { count: 2 }));
    await shown(person, say('partners.report'));
    await press(person, say('partners.makeLink'));
    const link = (await person.page.locator('code').textContent()) ?? '';
    await faultless(person);
    await person.leave();

    const { pathname, hash } = new URL(link);
    await other.page.goto(pathname + hash);
    await other.page.getByRole('heading', { name: input.title }).waitFor();
    const choice = other.page.locator('label').filter({ hasText: `Partenaire ${language}` });
    await choice.getByRole('img', { name: say('organisation.identity.mark') }).waitFor();
    await faultless(other);
    await press(other, say('joining.accept', { mission: input.title }));
    await other.page.waitForURL(`**/missions/${missionId}`);
    await other.page.getByText(`Partenaire ${language}`).first().waitFor();
    await other.leave();
  });

  it('adds a device that asks for her fingerprint, signs in by it without a mail, and removes it', async () => {
    const visitor = await withDevice();
    const { page } = visitor;
    await signsIn(visitor, `device.${language}@example.org`, '/organisations/new');
    await page.goto('/me');
    await addsDevice(visitor, 'Pixel');
    await faultless(visitor);
    await shoot(visitor, 'me-with-device');
    await press(visitor, say('nav.signOut'));
    await page.getByRole('link', { name: say('nav.signIn'), exact: true }).waitFor();
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: say('signIn.passkey.title') }).waitFor();
    await faultless(visitor);
    await shoot(visitor, 'sign-in-by-device');
    await press(visitor, say('signIn.passkey.send'));
    await page.waitForURL('**/me');
    await press(visitor, say('me.passkey.remove', { device: 'Pixel' }));
    await page.getByRole('heading', { name: 'Pixel', exact: true }).waitFor({ state: 'detached' });
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  /** At a name, as browsers have devices sign for none else, with a device that recognises whoever holds it. */
  async function withDevice(): Promise<Visitor> {
    const { port } = new URL(pages.served.url);
    const visitor = await pages.browser.visitor(`http://localhost:${port}`, { language, width });
    const debug = await visitor.context.newCDPSession(visitor.page);
    await debug.send('WebAuthn.enable');
    await debug.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    });
    return visitor;
  }

  /** On her page. */
  async function addsDevice(visitor: Visitor, label: string): Promise<void> {
    await press(visitor, say('me.passkey.add'));
    await visitor.page.getByRole('textbox', { name: say('me.passkey.label') }).fill(label);
    await press(visitor, say('me.passkey.send'));
    await visitor.page
      .getByRole('button', { name: say('me.passkey.remove', { device: label }) })
      .first()
      .waitFor();
  }

  /** By the link that the start printed. */
  async function operatorOf(visitor: Visitor): Promise<Visitor> {
    const link = new URL(/https?:\S+$/.exec(started[0] ?? '')?.[0] ?? '');
    // Mails alone open none of it where a device can vouch for her.
    const adding = visitor.page.getByRole('button', { name: say('me.passkey.send') });
    await signsIn(visitor, 'operator@example.org', link.pathname + link.hash, adding);
    await faultless(visitor);
    await shoot(visitor, 'operator-device');
    await adding.click();
    await shown(visitor, say('me.passkey.done'));
    await visitor.page.getByRole('link', { name: say('session.signInAgain') }).click();
    await press(visitor, say('signIn.passkey.send'));
    await visitor.page.getByRole('textbox', { name: say('registration.name') }).fill('Les Exploitants');
    await faultless(visitor);
    await press(visitor, say('operating.first.send'));
    await shown(visitor, say('operating.none'));
    const byMail = await withDevice();
    const again = byMail.page.getByRole('main').getByRole('link', { name: say('session.signInAgain') });
    await signsIn(byMail, 'operator@example.org', '/operator', again);
    await shown(byMail, say('operating.passkey.lost'));
    await faultless(byMail);
    await shoot(byMail, 'operator-by-mail');
    await byMail.leave();
    return visitor;
  }

  /** From a page that is for people alone, and back to it. */
  async function signsIn(
    visitor: Visitor,
    address: string,
    path: string,
    there = visitor.page.getByRole('textbox', { name: say('registration.name') }),
  ): Promise<void> {
    const { page } = visitor;
    await page.goto(path);
    await asks(visitor, address);
    const field = page.getByRole('textbox', { name: say('signIn.code.label') });
    await field.fill(await mailTo(visitor, address, codeIn));
    await page.keyboard.press('Enter');
    await there.waitFor();
  }

  it('is told that a key is wrong, and not that a session is over', async () => {
    const visitor = await pages.visitor({ language, width });
    await visitor.page.goto('/sign-in');
    await visitor.page.getByLabel(say('signIn.key.label')).fill('mlg_0123456789ab_wrong');
    await visitor.page.getByLabel(say('signIn.key.label')).press('Enter');
    await shown(visitor, say('signIn.failed'));
    expect(await visitor.page.getByText(say('session.over')).count()).toBe(0);
    await visitor.leave();
  });

  /** Of the last mail to it, looked for in another window; what is sent after the answer may take a moment. */
  async function mailTo<Read>(
    { context }: Visitor,
    address: string,
    read: (mail: Locator) => Promise<Read>,
    holding = LINK,
  ): Promise<Read> {
    const mails = await context.newPage();
    const found = mails
      .locator('article')
      .filter({ hasText: address })
      .filter({ has: mails.locator(holding) });
    await until(`a mail to ${address}`, async () => {
      await mails.goto('/mail');
      return (await found.count()) > 0;
    });
    const given = await read(found.first());
    await mails.close();
    return given;
  }

  async function codeIn(mail: Locator): Promise<string> {
    const text = (await mail.textContent())?.replace(/token=\S+/g, '') ?? '';
    return /(\d{6})(?!.*\d{6})/s.exec(text)?.[1] ?? '';
  }
});
