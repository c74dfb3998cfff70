import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { plusDays, today } from '@maillage/kernel';
import { Mailbox } from '../api/people.mailbox.js';
import { tracesOf } from '../api/people.traces.js';
import { AheadClock } from '../harness/clock.js';
import { READINGS, servePages } from './served.js';
import { Newcomer } from './setting-up.people.js';
import { pickDay } from './steps.js';
import { words } from './words.js';

const OPERATOR = '0b6f3f0e-5a53-4c86-9d1e-0a8f6d2f7c11';
const TWENTY = 20;

/** What people call themselves, which is for those alone who administer the organisations they act for. */
const OWN_NAMES = { coordinator: 'Marie-Hélène Quelquepart', second: 'Awa Nulleparte' } as const;

/** Notice is given before a suspension has effect. */
const NOTICE_DAYS = 7;

describe.each(READINGS)('A coalition at screens of $width pixels in $language', ({ language, width }) => {
  const say = words(language);
  const mailbox = new Mailbox();
  const logged: string[] = [];
  const started: string[] = [];
  const env: Record<string, string> = {
    OPERATOR_ORGANISATION: OPERATOR,
    MAIL_FROM: 'ledger@example.org',
    TRUST_PROXY: '127.0.0.1',
  };
  beforeAll(async () => {
    await mailbox.open();
    env['SMTP_URL'] = mailbox.url;
  });
  const logger = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const clock = new AheadClock();
  const pages = servePages({ env, logger, clock, say: (line) => void started.push(line) });
  afterAll(() => mailbox.close());

  const cast: Record<string, Newcomer> = {};
  let people = 0;
  const newcomer = async (name: string, byKeyboard = false): Promise<Newcomer> => {
    const visitor = await pages.visitor({ language, width });
    await visitor.context.setExtraHTTPHeaders({ 'x-forwarded-for': `198.51.100.${(people += 1)}` });
    const address = `${name}.${language}@example.org`;
    return (cast[name] = await Newcomer.come(visitor, address, mailbox, say, byKeyboard));
  };
  const mission = { en: 'A warm home for everybody', fr: 'Un toit chaud pour chacun' }[language];
  let missionPath = '';

  it('is let in by its operator, who takes the link that the start showed', async () => {
    const operator = await newcomer('operator');
    const link = new URL(/https?:\S+$/.exec(started[0] ?? '')?.[0] ?? '');
    await operator.goes(link.pathname + link.hash);
    await operator.type(operator.textbox(say('registration.name')), 'Les Exploitants');
    await operator.looks();
    await operator.press(say('operating.first.send'));
    await operator.sees(say('operating.none'));
    await operator.looks();
  });

  it('begins with a coordinator, who registers her organisation and declares a mission', async () => {
    const coordinator = await newcomer('coordinator');
    await coordinator.page.goto('/');
    await coordinator.sees(say('home.none'));
    await coordinator.looks();
    await coordinator.takes('sign in', () => coordinator.signsInByLink());
    await coordinator.looks();
    await coordinator.type(coordinator.textbox(say('me.name')), OWN_NAMES.coordinator);
    await coordinator.press(say('me.save'));
    await registers(coordinator, 'Coordination', 'firstSteps.register');
    await coordinator.looks();
    await coordinator.page.goto('/me');
    await coordinator.press(say('me.setUpMission', { organisation: 'Coordination' }));
    await declares(coordinator);
  });

  /** From the form to its seat: the operator looks at it in between. */
  async function registers(
    person: Newcomer,
    name: string,
    from: 'firstSteps.register' | 'me.register' = 'me.register',
  ): Promise<void> {
    await person.takes('register', async () => {
      await person.follow(say(from));
      await person.textbox(say('registration.name')).waitFor();
      if (from === 'firstSteps.register') await person.looks();
      await person.type(person.textbox(say('registration.name')), name);
      await person.press(say('registration.send'));
      await person.sees(say('registration.waits', { organisation: name }));
    });
    const operator = cast['operator']!;
    await operator.page.goto('/operator');
    await operator.press(say('operating.approve', { organisation: name }));
    await operator.page.getByRole('heading', { name }).waitFor({ state: 'detached' });
    await person.mail(name);
  }

  async function declares(coordinator: Newcomer): Promise<void> {
    const { page } = coordinator;
    const goOn = () => coordinator.press(say('setup.goOn'));
    await coordinator.type(coordinator.textbox(say('command.DeclareMission.title')), mission);
    await coordinator.type(coordinator.textbox(say('command.DeclareMission.challenge')), 'Nobody is cold at home.');
    await coordinator.looks();
    await goOn();
    await page.getByRole('form', { name: say('setup.step.place') }).waitFor();
    await coordinator.looks();
    await goOn();
    for (const each of ['peopleHelped', 'mealsServed'] as const) {
      await page.getByLabel(say(`commonIndicator.${each}`)).waitFor();
      await coordinator.tick(page.getByLabel(say(`commonIndicator.${each}`)));
    }
    await coordinator.looks();
    await goOn();
    await page.getByRole('button', { name: say('setup.partners.add') }).waitFor();
    await coordinator.looks();
    await goOn();
    await page.getByRole('button', { name: say('setup.declare', { organisation: 'Coordination' }) }).waitFor();
    await coordinator.looks();
    await coordinator.press(say('setup.declare', { organisation: 'Coordination' }));
    await coordinator.sees(say('setup.declared'));
    await coordinator.looks();
    await coordinator.follow(say('setup.toMission'));
    await page.waitForURL('**/missions/*');
    missionPath = new URL(page.url()).pathname;
    await coordinator.looks();
    tell('coordinator', coordinator.came);
  }

  const partners = ['first', 'second', 'third'] as const;
  const organisationOf = {
    first: 'Les Voisins',
    second: 'La Chaufferie',
    third: 'Le Fil',
    fourth: 'Les Lampes',
  } as const;
  let joiningLink = '';

  it('grows by twenty invitations by mail, from a list, and one by a link', async () => {
    const coordinator = cast['coordinator']!;
    for (const each of partners) await newcomer(each);
    await coordinator.page.goto(missionPath);
    const others = Array.from(
      { length: TWENTY - partners.length },
      (_, index) => `other${index}.${language}@example.org`,
    );
    const all = [...partners.map((each) => cast[each]!.address), ...others];
    await coordinator.takes('invite twenty', async () => {
      await coordinator.follow(say('mission.invitePartners'));
      await coordinator.pastes(coordinator.textbox(say('partners.addresses')), ['courriel', ...all].join('\n'));
      await coordinator.looks();
      await coordinator.press(say('partners.send', { count: TWENTY }));
      await coordinator.sees(say('partners.report'));
    });
    await coordinator.press(say('partners.makeLink'));
    joiningLink = (await coordinator.page.locator('code').textContent()) ?? '';
    await coordinator.looks();
  });

  it.each(partners)('is joined by the %s that was invited by mail', async (which) => {
    const partner = cast[which]!;
    const name = organisationOf[which];
    const link = /https?:\S+\/join\S*/.exec((await partner.mail(mission)).text)?.[0] ?? '';
    const begun = performance.now();
    const { pathname, hash } = new URL(link);
    await partner.takes('accept an invitation', async () => {
      await partner.page.goto(pathname + hash);
      // The mail was sent to her: by its link she is signed in, and asks for no other.
      await partner.open(say('joining.goOn', { address: '' }).trim());
      await partner.sees(say('me.register'));
    });
    await registers(partner, name);
    await partner.page.goto('/join');
    await partner.takes('accept an invitation', () => joins(partner, which === 'first'));
    await promises(partner, which === 'first');
    tell(`partner ${which}`, begun);
  });

  it('is joined by a partner without a mouse, who has the link', async () => {
    const partner = await newcomer('fourth', true);
    const { pathname, hash } = new URL(joiningLink);
    await partner.takes('accept an invitation', () => partner.goes(pathname + hash));
    await registers(partner, organisationOf.fourth);
    await partner.page.goto(pathname + hash);
    await partner.takes('accept an invitation', () => joins(partner, true));
    await promises(partner, true);
    // Whole: from the page to sign in to her promise she never pointed at anything.
    expect(partner.done.pointed).toBe(0);
  });

  async function joins(partner: Newcomer, looks: boolean): Promise<void> {
    const accept = partner.page.getByRole('button', { name: say('joining.accept', { mission }), exact: true });
    await accept.waitFor();
    if (looks) await partner.looks();
    await partner.press(say('joining.accept', { mission }));
    await partner.page.waitForURL(`**${missionPath}`);
  }

  async function promises(partner: Newcomer, looks: boolean): Promise<void> {
    const { page } = partner;
    await partner.follow(say('mission.makeCommitment'));
    await partner.choose(page.getByLabel(say('command.MakeCommitment.kind')), say('kind.SERVICE'));
    await partner.type(partner.textbox(`${say('command.MakeCommitment.description')} (`), 'We knock at doors.');
    await partner.choose(
      page.getByLabel(say('field.quantity.unit')),
      say('unit.visit', { amount: '', count: 2 }).trim(),
    );
    await partner.type(partner.textbox(say('field.quantity.amount')), '40');
    if (looks) await partner.looks();
    await partner.press(say('command.MakeCommitment.send'));
    await partner.sees(say('record.recorded'));
    if (looks) await partner.looks();
    await partner.follow(say('record.see'));
    await page.waitForURL('**/commitments/*');
    if (looks) await partner.looks();
  }

  it('has a colleague added who may record, and records a gift with two photographs', async () => {
    const [first, colleague] = [cast['first']!, await newcomer('colleague')];
    const promise = new URL(first.page.url()).pathname;
    await first.page.goto('/me');
    await first.follow(say('me.toSeats', { organisation: organisationOf.first }));
    await first.type(first.textbox(say('seats.invite.address')), colleague.address);
    const inviting = first.page.getByRole('form', { name: say('seats.invite') });
    await first.tick(inviting.getByRole('radio', { name: say('seatRole.WRITER') }));
    await first.press(say('seats.invite.send'));
    await first.sees(say('seats.invite.sent', { address: colleague.address }));
    await first.looks();

    await colleague.mail(organisationOf.first);
    await colleague.takes('accept an invitation', async () => {
      await colleague.goes('/me');
      await colleague.press(say('me.accept', { organisation: organisationOf.first }));
      await colleague.page
        .getByRole('button', { name: say('me.actFor', { organisation: organisationOf.first }) })
        .waitFor();
    });
    await colleague.press(say('me.actFor', { organisation: organisationOf.first }));
    await colleague.page.waitForURL('**/desk/*');
    await colleague.looks();
    await colleague.page.goto(promise);
    const photograph = async (wide: number) => ({
      name: `${wide}.png`,
      mimeType: 'image/png',
      buffer: await colleague.page.screenshot({ clip: { x: 0, y: 0, width: wide, height: 8 } }),
    });
    const photographs = [await photograph(8), await photograph(9)];
    await colleague.takes('contribute with a photograph', async () => {
      await colleague.follow(say('commitment.record'));
      await colleague.type(colleague.textbox(say('field.quantity.amount')), '3');
      await colleague.chooses(colleague.page.locator('input[type=file]').first(), photographs);
      await colleague.page.locator('.sent-files img').nth(1).waitFor();
      await colleague.looks();
      await colleague.press(say('command.RecordContribution.send'));
      await colleague.sees(say('form.recorded'));
    });
    await colleague.looks();
  });

  it('has a member suspended, which makes no promise while that has effect, and takes part again once it is lifted', async () => {
    const [coordinator, third] = [cast['coordinator']!, cast['third']!];
    const { page } = coordinator;
    const mayPromise = third.page
      .locator('main')
      .getByRole('link', { name: say('mission.makeCommitment'), exact: true })
      .first();
    const suspendedUntil = plusDays(today(clock), 30);
    await page.goto(missionPath);
    await coordinator.open(say('command.SuspendMember'));
    const form = page.locator('form').filter({ hasText: say('command.SuspendMember.until') });
    await coordinator.choose(
      form.getByRole('combobox').first(),
      say('organisation.identity.inText', { name: organisationOf.third }),
    );
    await pickDay(form, say('command.SuspendMember.until'), suspendedUntil);
    await coordinator.type(
      coordinator.textbox(say('command.SuspendMember.reason'), form),
      'Its papers are out of date.',
    );
    await coordinator.press(say('command.SuspendMember.send'), form);
    await coordinator.sees('Its papers are out of date.');
    await coordinator.looks();
    // Notice is given: until then it promises as before.
    await third.page.goto(missionPath);
    await mayPromise.waitFor();
    await passes(NOTICE_DAYS);
    await third.page.goto(missionPath);
    await third.sees(say('members.suspended.yours', { from: '|', until: '|' }).split('|')[0] ?? '');
    expect(await mayPromise.count()).toBe(0);
    await third.looks();
    await page.goto(missionPath);
    await coordinator.open(say('command.LiftSuspension'));
    await coordinator.looks();
    await coordinator.press(say('command.LiftSuspension.send'), page.locator('form'));
    await page.getByRole('button', { name: say('command.LiftSuspension') }).waitFor({ state: 'detached' });
    await coordinator.sees(say('act.done'));
    await coordinator.looks();
    await third.page.goto(missionPath);
    await mayPromise.waitFor();
    await promises(third, false);
  });

  /** For the server, and on the machines of everybody. */
  async function passes(days: number): Promise<void> {
    clock.pass(days);
    for (const { visitor } of Object.values(cast)) await visitor.context.clock.setFixedTime(clock.now());
  }

  it('lets go of a person, who takes along what is kept of her and is erased', async () => {
    const leaver = cast['second']!;
    await leaver.page.goto('/me');
    await leaver.type(leaver.textbox(say('me.name')), OWN_NAMES.second);
    await leaver.press(say('me.save'));
    await leaver.sees(say('me.saved'));
    const path = await leaver.page.getByRole('link', { name: say('me.export') }).getAttribute('href');
    const kept = await leaver.page.evaluate<string>(`fetch(${JSON.stringify(path)}).then((answer) => answer.text())`);
    expect(kept).toContain(leaver.address);
    for (const each of [OWN_NAMES.second, '"seat"', '"partner_invitation"', '"person_session"'])
      expect(kept).toContain(each);
    await leaver.press(say('me.erase'));
    await leaver.looks();
    // She signed in days ago.
    await leaver.follow(say('session.signInAgain'));
    await leaver.signsInByCode();
    await leaver.press(say('me.erase'));
    await leaver.press(say('me.eraseNow'));
    await leaver.page.waitForURL((url) => url.pathname === '/');
    await leaver.page
      .getByRole('link', { name: say('nav.signIn'), exact: true })
      .first()
      .waitFor();
    const { rows } = await pages.served.superuser.pool.query(
      `select from ${pages.served.database.schema}.person_address where address = $1`,
      [leaver.address],
    );
    expect(rows).toEqual([]);
  });

  it('is told of in no log, bundle, metric or answer by the names, addresses and machines of its people', async () => {
    const device = await cast['coordinator']!.page.evaluate<string>('navigator.userAgent');
    const addresses = Object.values(cast).map(({ address }) => address);
    const words = ['@example.org', ...addresses, ...Object.values(OWN_NAMES), '198.51.100.', device];
    expect(await tracesOf(pages.served, logged, words)).toEqual([]);
    // The words are there to be found: what is for people holds them. What finds them has a spec of its own.
    const { rows } = await pages.served.superuser.pool.query(
      `select from ${pages.served.database.schema}.person where name = $1`,
      [OWN_NAMES.coordinator],
    );
    expect(rows).toHaveLength(1);
  });
});

/** How long somebody took, where people type as fast as people do. */
function tell(who: string, begun: number): void {
  if (process.env['TYPING'] === undefined) return;
  process.stdout.write(`${who}: ${Math.round((performance.now() - begun) / 1000)} s\n`);
}
