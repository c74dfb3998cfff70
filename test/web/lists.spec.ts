import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { globalId } from '../acceptance/mission.js';
import { until } from '../acceptance/waiting.js';
import { LANGUAGES } from '../../apps/web/i18n/language-list.js';
import {
  ACCREDITED,
  CORRECTED,
  GIVER,
  INDICATOR,
  LATE_MEMBER,
  LATE_NAME,
  LATEST_VALUE,
  LEFT,
  MISSION,
  naive,
  PROMISES,
  recorded,
  showHundred,
  WORD,
  type State,
} from './hundred.js';
import { READINGS, servePages } from './served.js';
import { signInByKey } from './sign-in.js';
import { stepsOf } from './steps.js';

const STATES = ['KEPT', 'DUE', 'OVERDUE', 'WITHDRAWN'] as const satisfies readonly State[];
const UNITS = ['dwelling', 'hour'] as const;
const MISSION_PAGE = `/missions/${globalId('Mission', MISSION)}`;
const GIVER_ID = globalId('Organisation', GIVER);

const pages = servePages();

showHundred(() => pages.served);

// Each language on the width of the other as well: what is counted does not depend on either.
describe.each(READINGS)('given a hundred and twenty promises, read in $language at $width pixels', (reading) => {
  const { say, visit, shoot, faultless } = stepsOf(pages, reading);
  const { locale } = LANGUAGES[reading.language];
  const amount = (unit: (typeof UNITS)[number], count: number) =>
    say(`unit.${unit}`, { amount: new Intl.NumberFormat(locale).format(count), count });

  /** All of a list that shows some and more at each press. */
  async function all(section: Locator, rows: Locator): Promise<readonly string[]> {
    const more = section.getByRole('button', { name: moreOf(say('list.more'), say('more.left', { count: 7 })) });
    const loading = section.getByRole('button', { name: say('list.loadingMore') });
    for (;;) {
      const before = await rows.count();
      if ((await more.count()) === 0) return rows.allInnerTexts();
      await more.first().click();
      await until('more of the list', async () => (await loading.count()) === 0 && (await rows.count()) > before);
    }
  }

  it('a mission’s page counts, filters and fills its bars by all of them', async () => {
    const visitor = await visit(undefined, MISSION_PAGE);
    const { page } = visitor;
    const section = (id: string) => page.locator(`section[aria-labelledby="${id}"]`);
    const counts = STATES.map((state) => naive.inState(state).length);
    await section('progress').locator('.legend').first().waitFor();

    expect(await section('progress').locator('.legend strong').allInnerTexts()).toEqual(counts.map(String));
    const summary = await section('progress').locator('.stacked-bar.large').getAttribute('aria-label');
    for (const [n, state] of STATES.entries()) {
      expect(summary).toContain(say('commitments.ofState', { state: say(`state.${state}`), count: counts[n]! }));
    }
    for (const unit of UNITS) {
      const row = section('progress')
        .getByRole('row')
        .filter({ hasText: amount(unit, naive.promised(unit)) });
      const text = await row.innerText();
      expect(text).toContain(amount(unit, naive.given(unit)));
      expect(text).toContain(say('progress.disputed', { count: naive.disputed(unit) }));
      const filled = amount(unit, naive.delivered(unit));
      expect(await row.locator('.stacked-bar').getAttribute('aria-label')).toBe(
        say('progress.givenBar', {
          promised: amount(unit, naive.promised(unit)),
          given: say('progress.level', { amount: filled, level: say('evidence.DECLARED') }),
        }),
      );
      const width = await row.locator('.stacked-bar .part').getAttribute('style');
      expect(Number(/width: ([\d.]+)%/.exec(width ?? '')?.[1])).toBeCloseTo(
        (100 * naive.delivered(unit)) / naive.promised(unit),
        1,
      );
    }

    const promises = section('commitments');
    await promises.getByRole('button', { name: say('commitments.all', { count: PROMISES }) }).waitFor();
    for (const state of ['OVERDUE', 'WITHDRAWN'] as const) {
      const expected = naive.inState(state);
      const chip = say('commitments.ofState', { state: say(`state.${state}`), count: expected.length });
      await promises.getByRole('button', { name: chip }).click();
      const rows = promises.locator('article.commitment');
      await rows
        .filter({ hasText: say(`state.${state}`) })
        .first()
        .waitFor();
      expect(numbersOf(await all(promises, rows))).toEqual(expected.map(({ n }) => n + 1));
    }
    await shoot(visitor, 'mission-lists');
    await faultless(visitor);
    await visitor.leave();
  });

  it('what a promise was given, however often, and what was changed, taken back or missed, is said of all', async () => {
    const visitor = await visit(undefined, MISSION_PAGE);
    const { page } = visitor;
    const promises = page.locator('article.commitment');
    await promises.first().waitFor();
    // They were recorded side by side, so that any of them may stand on the list's last part.
    await all(page.locator('section[aria-labelledby="commitments"]'), promises);
    const often = promises.filter({ hasText: new RegExp(`${WORD} 3(?!\\d)`) });
    const many = say('commitments.evidence.DECLARED', { count: recorded[2]!.given.length });
    expect(await often.innerText()).toContain(many);

    const lessons = page.locator('section[aria-labelledby="lessons"]');
    expect(await lessons.innerText()).toContain(say('mission.lessons.text'));
    const under = (heading: string) =>
      lessons.locator('h3', { hasText: heading }).locator('xpath=following-sibling::ul[1]');
    const lists = [
      [say('lessons.plans'), naive.of('CHANGED').toReversed()],
      [say('lessons.takenBack'), naive.of('WITHDRAWN').toReversed()],
      [say('lessons.overdue'), naive.inState('OVERDUE')],
    ] as const;
    // One after the other: a button that has shown all of a list leaves the place to that of the next.
    await all(lessons, lessons.locator('ul.rows > li'));
    for (const [heading, expected] of lists) {
      const found = numbersOf(await under(heading).locator('> li').allInnerTexts());
      expect([heading, [...found].sort(byNumber)]).toEqual([heading, expected.map(({ n }) => n + 1).sort(byNumber)]);
    }
    // Nothing that happened is told of something without a name.
    const told = await page.locator('.timeline').innerText();
    expect([told.includes(say('unnamed')), told.includes(say('timeline.aCommitment'))]).toEqual([false, false]);
    expect(await page.locator('.indicator').innerText()).toContain(say('indicator.earlier', { count: 100 }));
    const chart = page.locator('.indicator figure.chart [role="img"]').first();
    expect(await chart.getAttribute('aria-label')).toContain(amount('dwelling', LATEST_VALUE));
    await page.getByRole('button', { name: say('indicator.more') }).click();
    await page.getByText(say('indicator.corrected', { count: CORRECTED })).waitFor();
    await page.getByRole('button', { name: say('mission.members.former', { count: LEFT }) }).waitFor();
    await visitor.leave();
  });

  it('an organisation’s page, its desk, and a search count all of it', async () => {
    const own = recorded.filter(({ giver }) => giver === GIVER);
    const [kept, due, overdue, withdrawn] = STATES.map((state) => naive.inState(state, own).length);
    const visitor = await visit(undefined, `/organisations/${GIVER_ID}`);
    const { page } = visitor;
    const promises = page.locator('section[aria-labelledby="commitments"]');
    await promises.locator('li.card').first().waitFor();
    const text = await promises.innerText();
    expect(text).toContain(say('organisation.counts', { made: own.length, kept: kept! }));
    for (const [end, count] of [
      ['due', due!],
      ['overdue', overdue!],
      ['withdrawn', withdrawn!],
    ] as const) {
      expect(text).toContain(say(`organisation.counts.${end}`, { count }));
    }
    expect(await all(promises, promises.locator('li.card'))).toHaveLength(own.length);

    await page.goto(`/search?q=${WORD}`);
    await page.getByText(say('search.commitments.count', { count: PROMISES })).waitFor();

    await signInByKey(visitor, await pages.served.createKey(GIVER));
    await page.goto(`/desk/${GIVER_ID}`);
    const link = page.locator('a[href="#deliver"]');
    await link.waitFor();
    expect(await link.locator('.count').innerText()).toBe(String(due! + overdue!));
    await visitor.leave();
  });

  it('the first page counts all who take part, and the list of evaluators ends with the last', async () => {
    const visitor = await visit(undefined, '/');
    const { page } = visitor;
    const card = page.locator('.mission-card');
    await card.waitFor();
    for (const [sector, count] of Object.entries(naive.members)) {
      expect(await card.innerText()).toContain(say(`home.members.${sector as keyof typeof naive.members}`, { count }));
    }
    await page.goto('/evaluators');
    const accredited = page.locator('main');
    await accredited.locator('li.card').first().waitFor();
    expect(await all(accredited, accredited.locator('li.card'))).toHaveLength(ACCREDITED);
    await faultless(visitor);
    await visitor.leave();
  });

  it('a promise’s page and an indicator’s list all that was recorded of them, and sum it up', async () => {
    const often = recorded[2]!;
    const visitor = await visit(undefined, `/commitments/${globalId('Commitment', often.commitmentId)}`);
    const { page } = visitor;
    const given = page.locator('section[aria-labelledby="contributions"]');
    await given.locator('li.contribution').first().waitFor();
    const delivered = String(often.given.reduce((total, each) => total + each, 0));
    expect(await page.locator('main').innerText()).toContain(
      say('commitment.deliveredOf', { delivered, promised: amount(often.unit, often.amount) }),
    );
    const each = await all(given, given.locator('li.contribution'));
    expect(each.map((text) => text.includes(amount(often.unit, 1)))).toEqual(often.given.map(() => true));
    await faultless(visitor);

    await page.goto(`/indicators/${globalId('Indicator', INDICATOR)}`);
    const figure = page.locator('section[aria-labelledby="figure"]');
    await figure.waitFor();
    expect(await figure.innerText()).toContain(amount('dwelling', LATEST_VALUE));
    const figures = page.locator('section[aria-labelledby="figures"]');
    const values = await all(figures, figures.locator('li.card'));
    // The latest first; those of the first days were put right to nothing.
    const expected = Array.from({ length: LATEST_VALUE }, (_, n) => LATEST_VALUE - n);
    expect(values.map((text) => text.split('\n')[0]?.trim())).toEqual(
      expected.map((value) => expect.stringContaining(amount('dwelling', value > CORRECTED ? value : 0))),
    );
    await faultless(visitor);
    await visitor.leave();
  });

  it('a desk lists as many as it counts, those that are overdue as such', async () => {
    const own = recorded.filter(({ giver }) => giver === GIVER);
    const visitor = await visit(undefined, '/search');
    const { page } = visitor;
    await signInByKey(visitor, await pages.served.createKey(GIVER));
    await page.goto(`/desk/${GIVER_ID}`);
    const deliver = page.locator('section', { has: page.locator('h2#deliver') });
    await deliver.locator('li.card').first().waitFor();
    const rows = await all(deliver, deliver.locator('li.card'));
    const [due, overdue] = [naive.inState('DUE', own), naive.inState('OVERDUE', own)];
    const listed = (texts: readonly string[]) => [...numbersOf(texts)].sort(byNumber);
    const numbers = (of: readonly { readonly n: number }[]) => of.map(({ n }) => n + 1).sort(byNumber);
    expect(listed(rows)).toEqual(numbers([...due, ...overdue]));
    expect(listed(rows.filter((text) => text.includes(say('state.OVERDUE'))))).toEqual(numbers(overdue));
    expect(await page.locator('a[href="#answers"] .count').innerText()).toBe('0');
    const toReview = page.locator('section', { has: page.locator('h2#reviews') }).locator('.card');
    expect(await page.locator('a[href="#reviews"] .count').innerText()).toBe(String(await toReview.count()));
    await faultless(visitor);
    await visitor.leave();
  });

  it('a member that joined after a hundred others is told that it takes part, and can be chosen by them', async () => {
    const visitor = await visit(undefined, '/search');
    const { page } = visitor;
    await signInByKey(visitor, await pages.served.createKey(LATE_MEMBER));
    await page.goto(MISSION_PAGE);
    const roles = say('mission.youTakePart', { roles: say('role.MEMBER') });
    await page.locator('.take-part').getByText(roles).waitFor();

    await signInByKey(visitor, await pages.served.createKey(GIVER));
    await page.goto(`/record/commitment/${globalId('Mission', MISSION)}`);
    const receivers = page.locator('select[name="counterpartyIds"]');
    await receivers.waitFor();
    const late = receivers.locator('option', { hasText: LATE_NAME });
    expect(await late.count()).toBe(0);
    await page
      .getByRole('button', { name: say('list.more') })
      .first()
      .click();
    await late.waitFor({ state: 'attached' });
    await visitor.leave();
  });
});

function numbersOf(texts: readonly string[]): readonly number[] {
  return texts.map((text) => Number(new RegExp(`${WORD} (\\d+)`).exec(text)?.[1]));
}

function byNumber(a: number, b: number): number {
  return a - b;
}

/** Either of two names of a button; of the second, whatever its number is. */
function moreOf(name: string, counted: string): RegExp {
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^(${escaped(name)}|${escaped(counted).replace('7', '\\d+')})$`);
}
