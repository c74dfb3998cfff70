import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { SVG } from '../../libs/platform/files/samples.fixtures.js';
import { Client, headOf, readLog } from '../acceptance/client.js';
import { bareId, type Member } from '../acceptance/mission.js';
import { OWN, VIEWER } from '../api/session.browser.js';
import type { Visitor } from './browser.js';
import { fileOf, hostileNetwork, MARKUP, type HostileNetwork } from './hostile.network.js';
import { isLiteral, LOOK, OPEN_ALL, type Found } from './hostile.look.js';
import { servePages } from './served.js';
import { signInByKey } from './sign-in.js';
import { words } from './words.js';

const say = words('en');

const pages = servePages();
let network: HostileNetwork;
let anybody: Client;

beforeAll(async () => {
  network = await hostileNetwork(pages.served);
  anybody = new Client(pages.served.url);
});

/** A visitor who acts for a member, or for nobody; a dialog is a complaint too. */
async function visitor(member?: Member, width = 1280): Promise<Visitor & { readonly dialogs: readonly string[] }> {
  const one = await pages.visitor({ width });
  const dialogs: string[] = [];
  one.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  if (member !== undefined) await signInByKey(one, member.client.key ?? '');
  return { ...one, dialogs };
}

/** A page once it shows what it asked for. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page
    .locator('main h1')
    .filter({ hasNotText: say('loading') })
    .waitFor();
}

describe('given organisations that write script and markup wherever they can', () => {
  const seen = new Set<string>();

  const paths = (who: 'nobody' | Member): readonly string[] => {
    const { missionId, indicatorId, builder, commitmentId, withdrawnId } = network;
    const commitment = `/commitments/${commitmentId}`;
    const pages = [
      '/',
      `/missions/${missionId}`,
      `/organisations/${builder.globalId}`,
      commitment,
      `/review/${commitmentId}/${builder.globalId}`,
      `/record/commitment/${missionId}`,
      `/record/contribution/${commitmentId}`,
      `/record/measurement/${indicatorId}`,
    ];
    const addressed = [
      `/commitments/${withdrawnId}`,
      `/search?q=${encodeURIComponent(MARKUP)}`,
      `/sign-in?error=${encodeURIComponent(MARKUP)}&to=javascript:window.hacked=4`,
      `/missions/${encodeURIComponent(MARKUP.replaceAll('/', ''))}`,
    ];
    if (who === 'nobody') return [...pages, ...addressed];
    // Other members differ by their desk, and by what they may do about a commitment.
    return [...(who === builder ? pages : [commitment]), `/desk/${who.globalId}`];
  };

  it.each(['nobody', 'builder', 'tenants', 'evaluator'] as const)(
    'every page shows it as text, fits and does nothing of it, to %s',
    async (who) => {
      const member = who === 'nobody' ? undefined : network[who];
      const one = await visitor(member, 375);
      for (const path of paths(member ?? 'nobody')) {
        await open(one.page, path);
        const closed: Found = await one.page.evaluate(LOOK);
        await one.page.evaluate(OPEN_ALL);
        const opened: Found = await one.page.evaluate(LOOK);
        for (const { marked, protocols, ...found } of [closed, opened]) {
          const { complaints, dialogs } = one;
          const foreign = protocols.filter((protocol) => !['http:', 'https:'].includes(protocol));
          const altered = marked.filter(([, rest]) => !isLiteral(rest));
          for (const [mark] of marked) seen.add(mark);
          expect({ path, ...found, foreign, altered, complaints, dialogs }).toEqual({
            path,
            hacked: 'undefined',
            elements: [],
            tooWide: false,
            foreign: [],
            altered: [],
            complaints: [],
            dialogs: [],
          });
        }
      }
      await one.leave();
    },
  );

  it('nobody turns the direction of reading of what others say beside it', async () => {
    const { builder, freshIds } = network;
    const turned = {
      commitmentId: freshIds[0],
      description: 'Twelve \u202E21',
      dueOn: null,
      reason: 'Recounted.',
      kind: 'SERVICE',
    };
    expect(await builder.client.attempt('amendCommitment', turned)).toEqual({
      code: 'INVALID_INPUT',
      path: ['description'],
      message: expect.stringMatching(/turns the direction of reading/),
    });
  });

  // Else the pages would be called harmless for what they do not show.
  it('it has been on the pages', () => {
    const names = [
      'city-name',
      'builder-name',
      'tenants-name',
      'evaluator-name',
      'builder-identifier',
      'builder-website',
    ];
    const ofMission = [
      'mission-title',
      'challenge',
      'mission-place',
      'indicator',
      'indicator-description',
      'proxy',
      'dimension-code',
    ];
    const promised = ['amended-promise', 'first-promise', 'amendment', 'withdrawal', 'dataset', 'record'];
    const given = [
      'attested-gift',
      'attested-note',
      'attested-link',
      'attested-file',
      'statement',
      'dispute',
      'finding',
    ];
    const said = ['earlier-worked', 'revised-worked', 'revised-try', 'answer', 'unanswered-try', 'declaration'];
    expect([...seen]).toEqual(expect.arrayContaining([...names, ...ofMission, ...promised, ...given, ...said]));
  });
});

describe('given the form of a contribution', () => {
  it('takes no link that runs a script, no SVG, and nothing too large; what it takes has a plain name', async () => {
    const { builder, freshIds } = network;
    const one = await visitor(builder);
    const { page } = one;
    const uploads: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/evidence')) uploads.push(request.method());
    });
    await open(page, `/record/contribution/${freshIds[0] ?? ''}`);
    const state = page.locator('.evidence-input [role=status]');
    const input = page.locator('input[type=file]');

    const large = await fileOf(10 * 1024 * 1024 + 1);
    await input.setInputFiles(large.path);
    await state.getByText(say('evidence.tooLarge', { most: 10 })).waitFor();
    expect(uploads).toEqual([]);
    await large.remove();

    const drawing = { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: SVG };
    await input.setInputFiles(drawing);
    await state.getByText(/drawing\.svg — .*accepted are PDF, PNG/).waitFor();
    await input.setInputFiles({ ...drawing, name: 'photograph.png', mimeType: 'image/png' });
    await state.getByText(/photograph\.png — .*accepted are PDF, PNG/).waitFor();

    await input.setInputFiles({ name: '../../x', mimeType: 'text/plain', buffer: Buffer.from('What we saw.\n') });
    await page.getByRole('button', { name: say('evidence.remove', { name: 'x' }), exact: true }).waitFor();
    expect(uploads).toHaveLength(3);

    const head = await headOf(anybody);
    await page.getByRole('textbox', { name: say('field.quantity.amount') }).fill('2');
    await page.getByRole('button', { name: say('evidence.addLink') }).click();
    const address = page.getByRole('textbox', { name: say('evidence.url', { number: 1 }) });
    await address.fill('javascript:window.hacked=1');
    const send = page.getByRole('button', { name: say('command.RecordContribution.send') });
    await send.click();
    await page
      .locator('.evidence-input .field-error')
      .getByText(/begins with https:\/\/ or http:\/\//)
      .waitFor();
    expect(await headOf(anybody)).toBe(head);

    // What was typed is still there, and sent once it is put right.
    await address.fill('https://example.org/works');
    await send.click();
    await page.getByRole('link', { name: say('record.see') }).waitFor();
    const [recorded, ...more] = await readLog(anybody, {
      stream: stream(freshIds[0]),
      type: 'ContributionRecorded',
    });
    expect(more).toEqual([]);
    expect(recorded?.data['evidence']).toMatchObject([{ url: 'https://example.org/works' }, { name: 'x' }]);
    expect(await page.evaluate('String(window.hacked)')).toBe('undefined');
    await one.leave();
  });

  it('is told by the server where a page sends 50 MB all the same', async () => {
    const one = await visitor(network.builder);
    await open(one.page, '/sign-in');
    const answer = await one.page.evaluate(`(async () => {
      const body = new FormData();
      body.append('file', new Blob([new Uint8Array(50_000_000).fill(120)]), 'large.txt');
      const headers = { 'maillage-acting-for': sessionStorage.getItem('maillage.actingFor') };
      const answer = await fetch('/evidence', { method: 'POST', headers, body });
      return [answer.status, (await answer.json()).errors[0].message];
    })()`);
    expect(answer).toEqual([413, expect.stringMatching(/at most 10 MiB/)]);
    await one.leave();
  });
});

describe('given a review that is being written', () => {
  const texts = { whatWorked: 'They came when they said.', whatToTry: 'Come earlier in the year.' };

  /** Up to the button that sends it. */
  async function write(page: Page, commitmentId: string, meanwhile?: () => Promise<void>) {
    await open(page, `/review/${commitmentId}/${network.builder.globalId}`);
    await meanwhile?.();
    await page.getByRole('button', { name: say('reviewForm.goOn') }).click();
    for (const group of await page.getByRole('radiogroup').all()) await group.locator('label').nth(3).click();
    const fields = Object.entries(texts).map(([name, text]) => ({ field: page.locator(`[name=${name}]`), text }));
    for (const { field, text } of fields) await field.fill(text);
    const kept = async () => Promise.all(fields.map(({ field }) => field.inputValue()));
    return { kept, send: page.getByRole('button', { name: say('command.SubmitReview.send') }) };
  }

  const reviewsOf = async (commitmentId: string) =>
    (await readLog(anybody, { stream: stream(commitmentId) })).filter(({ type }) => type.startsWith('Review'));

  let interrupted: Visitor;
  let form: Awaited<ReturnType<typeof write>>;
  beforeAll(async () => {
    interrupted = await visitor(network.tenants);
    form = await write(interrupted.page, network.freshIds[0] ?? '', async () => {
      const { rowCount } = await pages.served.superuser.pool.query(
        `update session set expires_at = now() - interval '1 second'
         where access_key_id in (select id from access_key where organisation_id = $1)`,
        [network.tenants.id],
      );
      expect(rowCount).toBeGreaterThan(0);
    });
  });

  it('a double click on its button records it once', async () => {
    const [, commitmentId = ''] = network.freshIds;
    const one = await visitor(network.evaluator);
    const { send } = await write(one.page, commitmentId);
    await send.dblclick();
    await one.page.getByText(say('reviewForm.reviewed')).waitFor();
    expect((await reviewsOf(commitmentId)).map(({ type }) => type)).toEqual(['ReviewSubmitted']);
    // Nor did the second press reach what took the button's place.
    expect(new URL(one.page.url()).pathname).toMatch(/^\/review\//);
    expect(one.complaints).toEqual([]);
    await one.leave();
  });

  it('a session that ended meanwhile loses nothing: signed in again in another tab, it is sent', async () => {
    const [commitmentId = ''] = network.freshIds;
    const { page, context } = interrupted;
    const { kept, send } = form;
    // What the server knew of the session it forgets within seconds.
    const [cookie] = await context.cookies();
    const headers = { ...OWN, cookie: `${cookie?.name ?? ''}=${cookie?.value ?? ''}` };
    while ((await pages.served.graphql(VIEWER, {}, { headers })).data.viewer !== null) await page.waitForTimeout(100);

    await send.click();
    await page.getByRole('alert').getByText(say('session.over')).waitFor();
    expect(await kept()).toEqual(Object.values(texts));
    expect(await reviewsOf(commitmentId)).toEqual([]);

    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: say('session.signInAgain') }).click(),
    ]);
    await signInByForm(tab, network.tenants);
    expect(await kept()).toEqual(Object.values(texts));
    await send.click();
    await page.getByText(say('reviewForm.reviewed')).waitFor();
    const recorded = await reviewsOf(commitmentId);
    const { rows } = await pages.served.superuser.pool.query<{ value: string }>(
      "select value from maillage.private_value where event_id = $1 and path = '/whatToTry'",
      [recorded[0]?.id],
    );
    expect(recorded.map(({ type }) => type)).toEqual(['ReviewSubmitted']);
    expect(rows.map(({ value }) => JSON.parse(value) as unknown)).toEqual([texts.whatToTry]);
    await interrupted.leave();
  });
});

describe('given the desk of another organisation', () => {
  it('a member is told whose desks it may see, and the server sends nothing of this one', async () => {
    const one = await visitor(network.tenants);
    const bodies: Promise<string>[] = [];
    one.page.on('response', (response) => {
      if (response.url().endsWith('/graphql')) bodies.push(response.text());
    });
    await open(one.page, `/desk/${network.builder.globalId}`);
    await one.page.getByRole('heading', { level: 1, name: say('desk.othersTitle') }).waitFor();
    await one.page.getByRole('link', { name: /^To the desk of §tenants-name§/ }).waitFor();
    const [refused = '', ...others] = await Promise.all(bodies);
    expect(JSON.parse(refused)).toMatchObject({ data: null, errors: [{ extensions: { code: 'NO_SEAT' } }] });
    const marks = [refused, ...others].join(' ').matchAll(/§([a-z-]+)§/g);
    expect(new Set([...marks].map(([, mark]) => mark))).toEqual(new Set(['tenants-name']));
    expect(one.complaints).toEqual([]);
    await one.leave();
  });

  it('the public is asked to sign in', async () => {
    const one = await visitor();
    await open(one.page, `/desk/${network.builder.globalId}`);
    await one.page.getByText(say('desk.signedOut')).waitFor();
    expect(await one.page.locator('body').innerText()).not.toContain('§');
    await one.leave();
  });
});

describe('given a link to the sign-in page that somebody else made', () => {
  const elsewhere = ['/.//elsewhere.invalid/x', '//elsewhere.invalid/x', 'https://elsewhere.invalid/'];

  it('leads nowhere but to this server', async () => {
    const one = await visitor();
    const asked = new Set<string>();
    one.page.on('request', (request) => asked.add(new URL(request.url()).host));
    for (const to of ['javascript:window.hacked=1', ...elsewhere]) {
      await open(one.page, `/sign-in?to=${encodeURIComponent(to)}`);
      await signInByForm(one.page, network.evaluator);
      expect({ to, asked: [...asked] }).toEqual({ to, asked: [new URL(pages.served.url).host] });
      expect(await one.page.evaluate('String(window.hacked)')).toBe('undefined');
    }
    await one.leave();
  });
});

/** On the sign-in page, by the form, until the page it leads to is there. */
async function signInByForm(page: Page, { client }: Member): Promise<void> {
  await page.getByLabel(say('signIn.key.label')).fill(client.key ?? '');
  const left = page.waitForEvent('framenavigated');
  await page.getByRole('button', { name: say('signIn.key.send'), exact: true }).click();
  await left;
}

function stream(commitmentId = ''): string {
  return `commitment/${bareId(commitmentId)}`;
}
