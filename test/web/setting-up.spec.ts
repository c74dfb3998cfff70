import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Mailbox } from '../api/people.mailbox.js';
import { tracesOf } from '../api/people.traces.js';
import { READINGS, servePages } from './served.js';
import { Newcomer } from './setting-up.people.js';
import { words } from './words.js';

const OPERATOR = '0b6f3f0e-5a53-4c86-9d1e-0a8f6d2f7c11';

/** What she calls herself, which is for those alone who administer the organisations she acts for. */
const OWN_NAME = 'Marie-Hélène Quelquepart';

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
  const pages = servePages({ env, logger, say: (line) => void started.push(line) });
  afterAll(() => mailbox.close());

  const cast: Record<string, Newcomer> = {};
  let people = 0;
  const newcomer = async (name: string, byKeyboard = false): Promise<Newcomer> => {
    const visitor = await pages.visitor({ language, width });
    await visitor.context.setExtraHTTPHeaders({ 'x-forwarded-for': `198.51.100.${(people += 1)}` });
    return (cast[name] = new Newcomer(visitor, `${name}.${language}@example.org`, mailbox, say, byKeyboard));
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
    await coordinator.signsInByLink();
    await coordinator.looks();
    await coordinator.type(coordinator.textbox(say('me.name')), OWN_NAME);
    await coordinator.press(say('me.save'));
    await coordinator.follow(say('firstSteps.register'));
    await coordinator.textbox(say('registration.name')).waitFor();
    await coordinator.looks();
    await registers(coordinator, 'Coordination');
    await coordinator.looks();
    await coordinator.page.goto('/me');
    await coordinator.press(say('me.setUpMission', { organisation: 'Coordination' }));
    await declares(coordinator);
  });

  /** From the form to its seat: the operator looks at it in between. */
  async function registers(person: Newcomer, name: string): Promise<void> {
    await person.type(person.textbox(say('registration.name')), name);
    await person.press(say('registration.send'));
    await person.sees(say('registration.waits', { organisation: name }));
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

  it('grows by three invitations by mail, and one by a link', async () => {
    const coordinator = cast['coordinator']!;
    for (const each of partners) await newcomer(each);
    await coordinator.page.goto(missionPath);
    await coordinator.follow(say('mission.invitePartners'));
    const list = ['nom;courriel', ...partners.map((each) => `${each};${cast[each]!.address}`)].join('\n');
    await coordinator.type(coordinator.textbox(say('partners.addresses')), list);
    await coordinator.looks();
    await coordinator.press(say('partners.send', { count: partners.length }));
    await coordinator.sees(say('partners.report'));
    await coordinator.press(say('partners.makeLink'));
    joiningLink = (await coordinator.page.locator('code').textContent()) ?? '';
    await coordinator.looks();
  });

  it.each(partners)('is joined by the %s that was invited by mail', async (which) => {
    const partner = cast[which]!;
    const name = organisationOf[which];
    const link = /https?:\S+\/join\S*/.exec((await partner.mail(mission)).text)?.[0] ?? '';
    const begun = performance.now();
    await partner.goes(new URL(link).pathname);
    await partner.follow(say('me.register'));
    await registers(partner, name);
    await partner.page.goto('/join');
    await joins(partner, which === 'first');
    await promises(partner, which === 'first');
    tell(`partner ${which}`, begun);
  });

  it('is joined by a partner without a mouse, who has the link', async () => {
    const partner = await newcomer('fourth', true);
    const { pathname, hash } = new URL(joiningLink);
    await partner.goes(pathname + hash);
    await partner.follow(say('me.register'));
    await registers(partner, organisationOf.fourth);
    await partner.page.goto(pathname + hash);
    await joins(partner, true);
    await promises(partner, true);
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
    await first.tick(first.page.getByRole('radio', { name: say('seatRole.WRITER') }));
    await first.press(say('seats.invite.send'));
    await first.sees(say('seats.invite.sent', { address: colleague.address }));
    await first.looks();

    await colleague.mail(organisationOf.first);
    await colleague.goes('/me');
    await colleague.press(say('me.accept', { organisation: organisationOf.first }));
    await colleague.press(say('me.actFor', { organisation: organisationOf.first }));
    await colleague.page.waitForURL('**/desk/*');
    await colleague.looks();
    await colleague.page.goto(promise);
    await colleague.follow(say('commitment.record'));
    await colleague.type(colleague.textbox(say('field.quantity.amount')), '3');
    const photograph = async (wide: number) => ({
      name: `${wide}.png`,
      mimeType: 'image/png',
      buffer: await colleague.page.screenshot({ clip: { x: 0, y: 0, width: wide, height: 8 } }),
    });
    await colleague.page
      .locator('input[type=file]')
      .first()
      .setInputFiles([await photograph(8), await photograph(9)]);
    await colleague.page.locator('.sent-files img').nth(1).waitFor();
    await colleague.looks();
    await colleague.press(say('command.RecordContribution.send'));
    await colleague.sees(say('form.recorded'));
    await colleague.looks();
  });

  it('has a member suspended, which takes part again once that is lifted', async () => {
    const coordinator = cast['coordinator']!;
    const { page } = coordinator;
    await page.goto(missionPath);
    await coordinator.open(say('command.SuspendMember'));
    const form = page.locator('form').filter({ hasText: say('command.SuspendMember.until') });
    await coordinator.choose(
      form.getByRole('combobox').first(),
      say('organisation.identity.inText', { name: organisationOf.third }),
    );
    await coordinator.typeDay(form, say('command.SuspendMember.until'), daysFromNow(30));
    await coordinator.type(
      coordinator.textbox(say('command.SuspendMember.reason'), form),
      'Its papers are out of date.',
    );
    await coordinator.press(say('command.SuspendMember.send'), form);
    await coordinator.sees('Its papers are out of date.');
    await coordinator.looks();
    await coordinator.open(say('command.LiftSuspension'));
    await coordinator.looks();
    await coordinator.press(say('command.LiftSuspension.send'), page.locator('form'));
    await page.getByRole('button', { name: say('command.LiftSuspension') }).waitFor({ state: 'detached' });
    await coordinator.sees(say('act.done'));
    await coordinator.looks();
  });

  it('lets go of a person, who takes along what is kept of her and is erased', async () => {
    const leaver = cast['second']!;
    await leaver.page.goto('/me');
    const path = await leaver.page.getByRole('link', { name: say('me.export') }).getAttribute('href');
    const kept = await leaver.page.evaluate<string>(`fetch(${JSON.stringify(path)}).then((answer) => answer.text())`);
    expect(kept).toContain(leaver.address);
    await leaver.press(say('me.erase'));
    await leaver.looks();
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
    const words = ['@example.org', OWN_NAME, '198.51.100.'];
    expect(await tracesOf(pages.served, logged, words)).toEqual([]);
    // The words are there to be found: what is for people holds them.
    const { rows } = await pages.served.superuser.pool.query(
      `select from ${pages.served.database.schema}.person where name = $1`,
      [OWN_NAME],
    );
    expect(rows).toHaveLength(1);
  });
});

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** How long somebody took, where people type as fast as people do. */
function tell(who: string, begun: number): void {
  if (process.env['TYPING'] === undefined) return;
  process.stdout.write(`${who}: ${Math.round((performance.now() - begun) / 1000)} s\n`);
}
