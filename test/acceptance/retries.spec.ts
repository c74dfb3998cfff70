import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerEnvironment, startTestApi, type TestApi } from '../harness/api.js';
import {
  Client,
  day,
  faultsOf,
  headOf,
  isRefused,
  outcomeOf,
  readLog,
  type Input,
  type MutationName,
} from './client.js';
import { promise, shareMission, type Shared } from './mission.js';
import { startServer, type ServerProcess } from './processes.js';
import { reachHead } from './waiting.js';

const CLIENTS = 32;

// One API runs in this process and moves the views, the other is a process of its own: all they share is the database.
describe('With two API processes on one database', () => {
  let api: TestApi;
  let other: ServerProcess;
  const processes: ServerProcess[] = [];
  let mission: Shared;
  let anybody: Client;

  beforeAll(async () => {
    api = await startTestApi();
    other = await startServer('api', ledgerEnvironment(api.databaseUrl));
    processes.push(other);
    mission = await shareMission(api);
    anybody = new Client(api.url);
  });
  afterAll(async () => {
    await Promise.all(processes.map((each) => each.kill()));
    await api.close();
  });

  /** The same organisation at one process or the other. */
  const cityAt = (n: number) => new Client(n % 2 === 0 ? api.url : other.url, mission.city.client.key);

  async function fiveTimes(name: MutationName, input: Input) {
    const command = { ...input, commandId: randomUUID() };
    const outcomes = await Promise.all([0, 1, 2, 3, 4].map((n) => cityAt(n).attempt(name, command)));
    return { command, receipts: outcomes.map((outcome) => (isRefused(outcome) ? outcome : outcome.receipt)) };
  }

  it('a mutation sent five times at once under one commandId yields one event and five equal receipts', async () => {
    for (let round = 0; round < 5; round += 1) {
      const before = await headOf(anybody);
      const { command, receipts } = await fiveTimes('makeCommitment', promise(mission.missionId));
      expect(receipts[0]).toMatchObject({ commandId: command.commandId, events: [{ type: 'CommitmentMade' }] });
      for (const receipt of receipts) expect(receipt).toEqual(receipts[0]);
      expect(await headOf(anybody)).toBe(before + 1n);
    }
  });

  it('and so does one whose first try changed what a second is decided on', async () => {
    const before = await headOf(anybody);
    const { receipts } = await fiveTimes('declareMission', {
      title: 'Another',
      challenge: 'One whose declaration cannot be made twice?',
      hashtag: '#once',
      openInvitation: false,
    });
    expect(receipts[0]).toMatchObject({ events: [{ type: 'MissionDeclared' }, { type: 'MissionJoined' }] });
    for (const receipt of receipts) expect(receipt).toEqual(receipts[0]);
    expect(await headOf(anybody)).toBe(before + 2n);
  });

  it('a retry gives the original receipt though the commitment has long been withdrawn, at either process', async () => {
    const command = { ...promise(mission.missionId), commandId: randomUUID() };
    const original = await cityAt(0).record('makeCommitment', command);
    await cityAt(1).record('withdrawCommitment', { commitmentId: original.id, reason: 'A mistake.' });
    const head = await headOf(anybody);
    for (const n of [0, 1])
      expect((await cityAt(n).record('makeCommitment', command)).receipt).toEqual(original.receipt);
    expect(await headOf(anybody)).toBe(head);
  });

  it(`${CLIENTS} clients that commit to one mission at once all get an answer, each its own event`, async () => {
    const before = await headOf(anybody);
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, (_, n) =>
        cityAt(n).attempt('makeCommitment', promise(mission.missionId, { description: `Promise ${n}.` })),
      ),
    );
    expect(answers.filter(isRefused)).toEqual([]);
    const positions = answers.map((answer) => (isRefused(answer) ? '' : answer.receipt.position));
    expect(new Set(positions).size).toBe(CLIENTS);
    expect(await headOf(anybody)).toBe(before + BigInt(CLIENTS));
  });

  it(`${CLIENTS} clients that record on one commitment at once all get an answer`, async () => {
    const { id: commitmentId } = await cityAt(0).record('makeCommitment', promise(mission.missionId));
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, (_, n) =>
        cityAt(n).sendMutation('recordContribution', {
          commandId: randomUUID(),
          commitmentId,
          quantity: { amount: '1', unit: 'dwelling' },
          date: day(0),
        }),
      ),
    );
    expect(answers.map(({ status, errors }) => [status, errors])).toEqual(answers.map(() => [200, undefined]));
    const outcomes = answers.map(({ data }) => outcomeOf('recordContribution', data));
    expect(outcomes.filter(isRefused)).toEqual([]);
    await reachHead(anybody);
    const { commitment } = await anybody.ask('query ($id: ID!) { commitment(id: $id) { delivered { amount } } }', {
      id: commitmentId,
    });
    expect(commitment.delivered.amount).toBe(String(CLIENTS));
  });

  it('a commandId used before is refused with other content, and by another organisation, at either process', async () => {
    const command = { ...promise(mission.missionId), commandId: randomUUID() };
    await cityAt(0).record('makeCommitment', command);
    const head = await headOf(anybody);
    const altered = { ...command, description: 'Insulate four dwellings.' };
    const builderAt = (url: string) => new Client(url, mission.builder.client.key);
    const answers = [
      await cityAt(0).attempt('makeCommitment', altered),
      await cityAt(1).attempt('makeCommitment', altered),
      await builderAt(api.url).attempt('makeCommitment', command),
      await builderAt(other.url).attempt('makeCommitment', command),
      await cityAt(1).attempt('leaveMission', { commandId: command.commandId, missionId: mission.missionId }),
    ];
    for (const answer of answers) {
      expect(answer).toEqual({
        code: 'COMMAND_ID_REUSED',
        message: expect.stringMatching(/was used for another command already; choose a new UUID/),
        path: ['commandId'],
      });
    }
    expect(await headOf(anybody)).toBe(head);
  });

  it('the log has no gap and no duplicate', async () => {
    const events = await readLog(anybody);
    expect(events.length).toBeGreaterThan(2 * CLIENTS);
    expect(BigInt(events.length)).toBe(await headOf(anybody));
    expect(faultsOf(events)).toEqual([]);
  });
});
