import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { commands, decider, events, isRefusal, privately, secret, type Private } from '@maillage/kernel';
import type { Slice } from '@maillage/engine';
import { command, executed, openEngine, type TestEngine } from '../harness/engine.js';
import { id } from '../harness/given.js';

// A diary of the suite's own, which shows what its decider is given of what was recorded as a secret.
const text = z.string().min(3);
const diaryCommands = commands({
  Tell: {
    seat: 'WRITER',
    for: 'Whoever has something to tell.',
    data: z.strictObject({ text: z.string() }),
    refusals: [],
  },
  Recall: { seat: 'WRITER', for: 'Whoever wants it told again.', data: z.strictObject({}), refusals: [] },
});
const diaryEvents = events({
  Told: {
    says: 'Something was told in confidence.',
    data: z.strictObject({ text: privately(text) }),
  },
  Recalled: {
    says: 'What is remembered of it.',
    data: z.strictObject({ remembered: z.string() }),
  },
});
interface Diary {
  readonly last: Private<string>;
}

const diary = decider<Diary, typeof diaryCommands, typeof diaryEvents>({
  name: 'diary',
  commands: diaryCommands,
  events: diaryEvents,
  initial: { last: 'nothing' },
  rules: {
    Tell: { decide: ({ data: { text } }) => [{ type: 'Told', data: { text: secret(text) } }] },
    Recall: {
      decide: (_, { last }) => [
        { type: 'Recalled', data: { remembered: typeof last === 'string' ? last : last.sha256 } },
      ],
    },
  },
  evolve: (state, event) => (event.type === 'Told' ? { last: event.data.text } : state),
});
const slice: Slice = { name: 'diaries', deciders: [diary], views: [], queries: [], resolvers: [] };

const OWNER = id(1);
const SECRET = 'I was afraid';
let engine: TestEngine;

beforeAll(async () => {
  engine = await openEngine([slice]);
});
afterAll(() => engine.close());

const on = (diaryId: string) => ({
  tell: (told: string, commandId = randomUUID()) =>
    engine.executor.execute(command('Tell', diaryId, { text: told }, OWNER, { commandId })),
  recall: () => engine.executor.execute(command('Recall', diaryId, {}, OWNER)),
  events: () => engine.ledger.readStream(`diary/${diaryId}`),
});

describe('A secret that a decider yields', () => {
  it('is remembered as the log holds it, whether the stream is read again or not', async () => {
    const [here, elsewhere] = [on(randomUUID()), await openEngine([slice], { url: engine.url })];
    try {
      await executed(here.tell(SECRET));
      await executed(here.recall());
      const [told, recalled] = await here.events();
      const { text } = told?.data as { readonly text: { readonly sha256: string } };
      expect(recalled?.data).toEqual({ remembered: text.sha256 });
      await executed(elsewhere.executor.execute(command('Recall', told?.stream.slice(6) ?? '', {}, OWNER)));
      expect((await here.events()).at(-1)?.data).toEqual(recalled?.data);
    } finally {
      await elsewhere.close();
    }
  });

  it('is the same command when it is sent again, and another when its text is another', async () => {
    const [here, commandId] = [on(randomUUID()), randomUUID()];
    const first = await executed(here.tell(SECRET, commandId));
    await executed(here.recall());
    expect(await executed(here.tell(SECRET, commandId))).toEqual({ ...first, appended: false });
    const other = await here.tell('I was proud', commandId);
    expect(isRefusal(other) && other.code).toBe('COMMAND_ID_REUSED');
    expect(await here.events()).toHaveLength(2);
  });

  it('is not repeated by the refusal of an event that does not fit', async () => {
    const refused = await on(randomUUID()).tell('no');
    expect(refused).toMatchObject({ refused: true, code: 'INVALID_INPUT' });
    expect(isRefusal(refused) && refused.message).toBe(
      'Told does not fit its schema: the private value at data/text is refused (too_small).',
    );
  });
});
