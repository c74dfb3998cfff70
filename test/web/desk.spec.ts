import { beforeAll, describe, expect, it } from '@jest/globals';
import { commons } from '@maillage/commons';
import { CommandExecutor, Registry, States } from '@maillage/engine';
import { Ledger } from '@maillage/ledger';
import { slices } from '../../apps/host/slices.js';
import { bareId, shareMission, type Shared } from '../acceptance/mission.js';
import { assembly } from '../api/made-up.slice.js';
import { command, executed } from '../harness/engine.js';
import { id } from '../harness/given.js';
import { servePages } from './served.js';
import { signInByKey } from './sign-in.js';
import { faultless } from './steps.js';
import { words, type Language } from './words.js';

const NOW = '2026-03-20T12:00:00.000Z';

// With a slice whose events ask for answers; the pages know nothing of it.
const subDomains = [...slices.filter(({ name }) => name !== 'commons'), assembly];
const composed = [...subDomains, commons(subDomains)];
const pages = servePages({ slices: composed, clock: { now: () => NOW } });
let shared: Shared;

beforeAll(async () => {
  shared = await shareMission(pages.served);
  const registry = new Registry(composed);
  const ledger = new Ledger(pages.served.database, registry.events);
  const executor = new CommandExecutor(
    registry,
    ledger,
    new States(ledger, registry, pages.served.database),
    () => undefined,
  );
  const { builder, tenants, city, missionId } = shared;
  let position = 0n;
  for (const [index, [at, type, data]] of (
    [
      ['2026-03-18T12:00:00.000Z', 'HearingCalled', { days: 21, invitation: {} }],
      ['2026-03-01T12:00:00.000Z', 'LetterSent', { toIds: [city.id, tenants.id], days: 10 }],
      ['2026-03-19T12:00:00.000Z', 'LetterSent', { toIds: [city.id], days: 5 }],
    ] as const
  ).entries()) {
    const told = { type, data: { missionId: bareId(missionId), on: at.slice(0, 10), ...data } };
    const sent = command('Tell', id(0x700 + index), told, builder.id, { actor: { organisation: builder.id }, at });
    const { receipt } = await executed(executor.execute(sent));
    position = receipt.events.at(-1)?.position ?? position;
  }
  await city.client.ask('query ($after: Position) { organisations(first: 1, afterPosition: $after) { totalCount } }', {
    after: position.toString(),
  });
});

describe.each<{ language: Language; width: number; colorScheme: 'light' | 'dark' }>([
  { language: 'fr', width: 375, colorScheme: 'light' },
  { language: 'en', width: 1280, colorScheme: 'dark' },
])('given answers that are due of an organisation, in $language at $width pixels', (options) => {
  const say = words(options.language);

  it('its desk has them by due date, with how they stand, for whom, and in which mission', async () => {
    const visitor = await pages.visitor(options);
    const { page } = visitor;
    await signInByKey(visitor, shared.city.client.key ?? '');
    await page.goto(`/desk/${shared.city.globalId}`);
    const section = page.locator('section', { has: page.locator('h2#awaited') });
    await section.locator('li').first().waitFor();

    // A slice without messages in the pages yet is told in its own words.
    expect(await section.locator('h3').allInnerTexts()).toEqual(['Reply', 'Reply', 'Hearing']);
    const standings = await section.locator('.badge').allInnerTexts();
    expect(standings).toEqual((['OVERDUE', 'OPEN', 'OPEN'] as const).map((each) => say(`awaited.standing.${each}`)));
    const days = (await section.locator('time').all()).map((time) => time.getAttribute('datetime'));
    expect(await Promise.all(days)).toEqual([
      '2026-03-11',
      '2026-03-01',
      '2026-03-24',
      '2026-03-19',
      '2026-04-08',
      '2026-03-18',
    ]);
    const byRole = section.locator('li').nth(2);
    expect(await byRole.innerText()).toContain(say('awaited.byRole', { role: say('role.BACKBONE') }));
    expect(await section.getByRole('link', { name: 'Decent housing in Rennes' }).count()).toBe(3);
    expect(await page.locator('.contents-list a[href="#awaited"]').innerText()).toContain('3');

    await faultless(visitor);
    await visitor.leave();
  });

  it('one of which nothing is asked reads that', async () => {
    const visitor = await pages.visitor(options);
    await signInByKey(visitor, shared.evaluator.client.key ?? '');
    await visitor.page.goto(`/desk/${shared.evaluator.globalId}`);
    await visitor.page.getByText(say('desk.awaited.none')).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
