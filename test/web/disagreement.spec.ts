import { beforeAll, describe, expect, it } from '@jest/globals';
import { openCommandPath } from '@maillage/engine';
import { slices } from '../../apps/host/slices.js';
import { globalId } from '../acceptance/mission.js';
import { until } from '../acceptance/waiting.js';
import { ASKED_ON, ATTACKER, coalition, NO_ATTACK, perform } from '../reputation/coalition.js';
import { dateOfDay, mission, organisation } from '../reputation/histories.js';
import { TestClock } from '../harness/clock.js';
import { READINGS, servePages } from './served.js';
import { stepsOf } from './steps.js';

const PATIENCE_MS = 300_000;
const RUN = 1;
const ORGANISATION = globalId('Organisation', organisation(RUN, ATTACKER));
const MISSION = globalId('Mission', mission(RUN, 0));
const ON = dateOfDay(ASKED_ON);

const ASKED = `query ($id: ID!, $missionId: ID!) {
  organisation(id: $id) {
    reputation(missionId: $missionId) {
      computedAt
      estimates { dimension disagreement { lowest highest apart } }
    }
  }
}`;

interface Told {
  readonly dimension: string;
  readonly disagreement: { readonly lowest: number; readonly highest: number; readonly apart: number };
}

const pages = servePages({ clock: new TestClock(`${ON}T12:00:00.000Z`) });
let told: readonly Told[];

beforeAll(async () => {
  const path = openCommandPath(pages.served.database, slices);
  // Four members of standing say that poor work is perfect.
  await perform(path.executor, coalition(RUN, { ...NO_ATTACK, accomplices: 4, reviewsEach: 4 }));
  const head = (await path.ledger.head()).toString();
  // Each view moves by itself; an estimate is as of the one that is furthest behind.
  told = await until(
    'the estimates of all that was recorded',
    async () => {
      const { data } = await pages.served.graphql(ASKED, { id: ORGANISATION, missionId: MISSION });
      const reputation = data.organisation?.reputation;
      return reputation?.computedAt === head ? (reputation.estimates as readonly Told[]) : undefined;
    },
    PATIENCE_MS,
  );
});

describe.each(READINGS)('given an organisation’s page in $language at $width pixels', ({ language, width }) => {
  const { say, visit, faultless, shoot } = stepsOf(pages, { language, width });

  it('those that reviewed it are said to disagree where some see nothing in its work and others all of it', async () => {
    const visitor = await visit(undefined, `/organisations/${ORGANISATION}`);
    const list = visitor.page.locator('.estimates > li');
    await list.first().waitFor();
    const points = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
    const inPoints = (share: number) => points.format(share * 4);
    for (const [n, { disagreement }] of told.entries()) {
      const { lowest, highest, apart } = disagreement;
      expect([highest, apart > 0.25]).toEqual([1, true]);
      const values = { lowest: inPoints(lowest), highest: inPoints(highest), apart: inPoints(apart), most: 4 };
      expect(await list.nth(n).innerText()).toContain(say('reputation.apart.disagree', values));
    }
    await faultless(visitor);
    await shoot(visitor, 'organisation-disagreement');
    await visitor.leave();
  });
});
