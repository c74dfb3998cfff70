import { accreditations, organisations } from '@maillage/directory';
import { rebuild } from '@maillage/engine';
import { commitments } from '../../libs/slices/accountability/commitment/view.js';
import { DIMENSIONS } from '../../libs/slices/accountability/reputation/dimension.js';
import { estimate } from '../../libs/slices/accountability/reputation/arithmetic.js';
import { reputationParameters } from '../../libs/slices/accountability/parameters/view.js';
import { factsOf, standingFactsOf } from '../../libs/slices/accountability/reputation/facts.js';
import { reputationFacts } from '../../libs/slices/accountability/reputation/facts.view.js';
import { VERSION_1, VERSION_2, type Parameters } from '../../libs/slices/accountability/reputation/parameters.js';
import {
  factsWithin,
  NOW,
  praiseAround,
  standpoint,
  within,
} from '../../libs/slices/accountability/reputation/queries.js';
import { standingWithin } from '../../libs/slices/accountability/reputation/records.queries.js';
import { reputationRecords } from '../../libs/slices/accountability/reputation/records.view.js';
import { reviews } from '../../libs/slices/accountability/review/view.js';
import { closedLoop, together } from './loops.js';
import { date, day } from './mix.calendar.js';
import { accepted, Commands, openNetwork, type Network } from './network.js';
import type { Options } from './options.js';
import { progress, type Figure } from './report.js';
import type { BenchServer } from './server.js';
import { Dice, median } from './statistics.js';
import { AS_EVALUATOR } from '../harness/evaluator.js';

const section = 'reputation';
const AT_ONCE = 256;
const REVIEWERS = 40;
const REVIEWS_PER_PROMISE = 2;
/** Received by the organisations whose reputation is asked for. */
const OWN_REVIEWS = [20, 200, 2_000] as const;
const WATCHED = 200;
const TURN_SECONDS = 0.5;
const ASKED_ON = date(500);
const VIEWS = [
  organisations,
  accreditations,
  commitments,
  reviews,
  reputationFacts,
  reputationRecords,
  reputationParameters,
];
const FORMS = [VERSION_1, VERSION_2] as const;

/** Two missions: one of those asked about, and one in which the network grows. Reviewers take part in both. */
interface Scene {
  readonly commands: Commands;
  readonly dice: Dice;
  readonly own: string;
  readonly network: string;
  readonly evaluator: string;
  readonly reviewers: readonly string[];
  readonly others: readonly string[];
  /** By how many reviews they receive. */
  readonly asked: ReadonlyMap<number, string>;
}

/** A network of its own, and how many events lie around the scene. */
interface Place {
  readonly around: number;
  readonly network: Network;
  readonly scene: Scene;
}

/**
 * How long one organisation's reputation takes, in four dimensions with all reasons: as the network around it grows a
 * hundredfold while its own reviews stay (its reviewers' grow with the network), and as its own reviews grow. The three
 * networks are asked in turn, so that whatever else the machine does befalls all of them.
 */
export async function reputation(server: BenchServer, options: Options): Promise<readonly Figure[]> {
  const places: Place[] = [];
  try {
    for (const around of [options.events / 100, options.events / 10, options.events].map(Math.round)) {
      const network = await openNetwork(await server.database(`reputation_${around}`));
      const scene = await setUp(network);
      places.push({ around, network, scene });
      await grow(network, scene, around);
      await rebuild(network.database, network.ledger, VIEWS);
    }
    await server.settle();
    const figures: Figure[] = [];
    for (const parameters of FORMS) {
      const form = `version ${parameters.version}`;
      const took = await inTurn(places, options, () => WATCHED, parameters);
      for (const [n, { around }] of places.entries()) {
        const name = `${form}, ${WATCHED} own reviews, network of ${around} further events`;
        figures.push({ section, name, unit: 'ms', value: took[n] ?? NaN });
      }
      figures.push({
        section,
        name: `${form}, the same, largest network to smallest`,
        unit: 'times',
        value: (took.at(-1) ?? NaN) / (took[0] ?? NaN),
        // In version 2 reviewers are held against all that was found of what they reviewed, whenever somebody asks.
        ...(parameters.version === 1 ? { expected: { below: 1.5 } } : {}),
      });
    }
    const largest = places.at(-1);
    if (largest === undefined) return figures;
    for (const parameters of FORMS) {
      const byOwn = await inTurn(
        OWN_REVIEWS.map(() => largest),
        options,
        (n) => OWN_REVIEWS[n] ?? 0,
        parameters,
      );
      for (const [n, own] of OWN_REVIEWS.entries()) {
        const name = `version ${parameters.version}, ${own} own reviews, network of ${largest.around} further events`;
        figures.push({ section, name, value: byOwn[n] ?? NaN, unit: 'ms' });
      }
    }
    return figures;
  } finally {
    for (const { network } of places) await network.close();
  }
}

/** Milliseconds per reputation, for each place the median over many short turns. */
async function inTurn(
  places: readonly Place[],
  options: Options,
  own: (n: number) => number,
  parameters: Parameters,
): Promise<number[]> {
  const took: number[][] = places.map(() => []);
  const turns = Math.max(3, Math.ceil((options.seconds * options.rounds) / TURN_SECONDS));
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [n, place] of places.entries()) {
      const { perSecond } = await closedLoop(1, TURN_SECONDS, () => ask(place, own(n), parameters));
      // The first turn warms up.
      if (turn > 0) took[n]?.push(1000 / perSecond);
    }
  }
  return took.map(median);
}

async function ask({ network: { database }, scene }: Place, own: number, parameters: Parameters): Promise<number> {
  const organisation = scene.asked.get(own) ?? '';
  const [now] = await standpoint.run(database, { keys: [NOW], args: null });
  const moment = { position: now?.position ?? '0', on: ASKED_ON };
  const keys = [within(organisation, scene.own)];
  const praised = praiseAround.run(database, {
    keys: [organisation],
    args: { ...moment, above: parameters.praiseAbove },
  });
  const factsIn = await (parameters.version === 1
    ? Promise.all([factsWithin.run(database, { keys, args: moment }), praised]).then(([[facts], [praise]]) =>
        factsOf(organisation, facts ?? NOTHING, praise ?? []),
      )
    : Promise.all([standingWithin.run(database, { keys, args: moment }), praised]).then(([[rows], [praise]]) => {
        if (rows === undefined) throw new Error('Nothing was found.');
        return standingFactsOf(organisation, rows, praise ?? []);
      }));
  for (const dimension of DIMENSIONS) {
    const { reviews: found } = estimate(factsIn(dimension), parameters);
    if (found.length !== own) throw new Error(`${found.length} reviews were found where ${own} are.`);
  }
  return 1;
}

const NOTHING = { reviews: [], reviewers: [], due: [] };

async function setUp(network: Network): Promise<Scene> {
  const dice = new Dice(7);
  const commands = new Commands(dice);
  const ids = (count: number) => Array.from({ length: count }, () => commands.uuid());
  const [own, other, backbone, evaluator] = ids(4) as [string, string, string, string];
  const [reviewers, others, asked] = [ids(REVIEWERS), ids(400), ids(OWN_REVIEWS.length)];
  const tell = teller(network, commands);
  const everybody = [backbone, evaluator, ...reviewers, ...others, ...asked];
  const register = (id: string) => () =>
    tell(0, 'RegisterOrganisation', id, id, { name: `Organisation ${id.slice(0, 8)}`, sector: 'UNDECLARED' });
  await together(everybody.map(register), AT_ONCE);
  for (const mission of [own, other]) {
    const terms = {
      title: 'Dry homes',
      challenge: 'No damp home by 2030.',
      hashtag: '#dry-homes',
      openInvitation: true,
    };
    await tell(1, 'DeclareMission', mission, backbone, terms);
    const invited = { organisationId: evaluator, role: 'EVALUATOR' };
    await tell(1, 'InviteOrganisation', mission, backbone, invited);
    await tell(1, 'JoinMission', mission, evaluator, AS_EVALUATOR);
    for (const id of everybody.slice(2)) await tell(1, 'JoinMission', mission, id, { role: 'MEMBER' });
  }
  await tell(1, 'AccreditEvaluator', evaluator, backbone, {
    scope: 'Dwellings.',
    from: date(1),
    until: ASKED_ON,
    evidence: [{ url: 'https://example.org/evaluators' }],
  });
  const scene: Scene = {
    commands,
    dice,
    own,
    network: other,
    evaluator,
    reviewers,
    others,
    asked: new Map(OWN_REVIEWS.map((count, n) => [count, asked[n] ?? ''])),
  };
  const stories = [...scene.asked].flatMap(([count, organisation]) =>
    Array.from({ length: count / REVIEWS_PER_PROMISE }, () => () => story(network, scene, own, organisation)),
  );
  await together(stories, AT_ONCE);
  return scene;
}

/** Records what others promise, and what the same reviewers say of it, until the log has so many further events. */
async function grow(network: Network, scene: Scene, events: number): Promise<void> {
  const before = Number(await network.ledger.head());
  let grown = 0;
  while (grown < events) {
    const left = Math.ceil((events - grown) / (3 + REVIEWS_PER_PROMISE));
    const stories = Array.from(
      { length: Math.min(left, 4_000) },
      () => () => story(network, scene, scene.network, scene.dice.pick(scene.others)),
    );
    await together(stories, AT_ONCE);
    grown = Number(await network.ledger.head()) - before;
    progress(`reputation: ${grown} of ${events} events recorded around`);
  }
}

/** A promise, what was given, what reviewers found, and often a verification, which is then one of their calibration. */
async function story(network: Network, scene: Scene, missionId: string, by: string): Promise<void> {
  const { commands, dice, reviewers } = scene;
  const tell = teller(network, commands);
  const [id, contributionId] = [commands.uuid(), commands.uuid()];
  const on = dice.integer(10, 300);
  const quantity = { amount: '40', unit: 'dwelling' };
  const terms = { missionId, kind: 'SERVICE', description: 'Made dry.', quantity, dueOn: date(on + 60) };
  const first = dice.integer(0, reviewers.length - 1);
  const verified = dice.chance(0.5);
  const points = () => dice.integer(0, 4);
  const opinions = Array.from({ length: REVIEWS_PER_PROMISE }, (_, n) => ({
    reviewer: reviewers[(first + n) % reviewers.length] ?? '',
    scores: { results: points(), reliability: points(), openness: points(), learning: points() },
  }));
  await tell(on, 'MakeCommitment', id, by, terms);
  const given = { contributionId, quantity: { amount: String(dice.integer(1, 40)), unit: 'dwelling' }, date: date(on) };
  await tell(on + 30, 'RecordContribution', id, by, given);
  for (const { reviewer, scores } of opinions) {
    const said = { reviewedId: by, scores, whatWorked: 'Tenants were asked.', whatToTry: 'Publish the delays.' };
    await tell(on + 40, 'SubmitReview', id, reviewer, said);
  }
  if (verified) await tell(on + 50, 'VerifyContribution', id, scene.evaluator, { contributionId, noTies: true });
}

function teller({ executor }: Network, commands: Commands) {
  return async (on: number, type: string, id: string, by: string, data: unknown): Promise<void> => {
    await accepted(executor, commands.of(type, id, by, data, day(on)));
  };
}
