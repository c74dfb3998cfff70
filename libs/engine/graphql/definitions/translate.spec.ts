import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { calendarDate, enumeration, ref, sought, text } from '@maillage/kernel';
import { IdError, toGlobalId } from '../node.js';
import { argumentsGiven } from './resolver.js';
import { standFor } from './stand-ins.js';
import { translateFields } from './translate.js';

describe('an input', () => {
  const friend = '0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50';
  const fields = {
    name: text(40),
    mood: enumeration('Mood', 'How a gardener is.', { CALM: 'Nothing stirs', MERRY: 'Singing.' }).optional(),
    nickname: text(40).nullish(),
    friendIds: z.array(ref('Gardener')).optional(),
  };

  it('leaves out what is null, but for what null clears', async () => {
    const data = await translateFields(fields, { name: 'Ada', mood: null, nickname: null, commandId: 'c' }, []);
    expect(data).toEqual({ name: 'Ada', nickname: null });
    expect(await translateFields(fields, { name: 'Ada' }, [])).toEqual({ name: 'Ada' });
  });

  it('names things by global ids at any depth, and a wrong one by its place', async () => {
    const friendIds = [toGlobalId('Gardener', friend)];
    expect(await translateFields(fields, { friendIds }, [])).toEqual({ friendIds: [friend] });
    const wrong = translateFields(fields, { friendIds: [...friendIds, toGlobalId('Bed', friend)] }, []);
    const error = await wrong.catch((each: unknown) => each);
    expect(error).toBeInstanceOf(IdError);
    expect(error).toMatchObject({
      path: ['friendIds', 1],
      message: expect.stringContaining('is not an id of type Gardener'),
    });
  });

  it('has other fields in the stead of a schema that something stands for', async () => {
    const seeds = z.array(text(9));
    standFor(seeds, {
      fields: { packets: z.array(text(9)).optional().describe('By their labels.') },
      value: ({ packets = [] }) => Promise.resolve((packets as readonly string[]).map((label) => label.toUpperCase())),
    });
    const data = await translateFields({ seeds: seeds.describe('Sown.') }, { packets: ['oats'] }, [], {} as never);
    expect(data).toEqual({ seeds: ['OATS'] });
  });
});

describe('what is sent beyond its bounds', () => {
  const thing = '0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50';
  const schemas = {
    search: sought(9).optional(),
    on: calendarDate.optional(),
    beds: z.array(ref('Bed')).max(2).optional(),
    filter: z.strictObject({ label: text(9) }).optional(),
  };
  const given = (args: Readonly<Record<string, unknown>>) =>
    argumentsGiven(schemas, { first: 2, ...args }).catch((error: unknown) => error);

  it('reaches no query as an argument, and is named by its place', async () => {
    const refused = { search: 'x'.repeat(10), on: '2026-02-30', filter: { label: ' ' } };
    for (const [name, value] of Object.entries(refused)) {
      const error = await given({ [name]: value });
      expect([name, error instanceof IdError, (error as IdError).path[0]]).toEqual([name, true, name]);
    }
    expect(await given({ filter: { label: 'x'.repeat(10) } })).toMatchObject({
      path: ['filter', 'label'],
      message: 'filter.label: is too long; at most 9 characters are accepted.',
    });
    expect(await given({ search: '', on: '2026-02-28', filter: { label: ' a ' } })).toEqual({
      first: 2,
      search: '',
      on: '2026-02-28',
      filter: { label: 'a' },
    });
  });

  it('is refused as a list before anything in it is read', async () => {
    const beds = ['no id', 'none', 'none'];
    expect(await given({ beds })).toMatchObject({ message: 'beds: holds 3 values; at most 2 are accepted.' });
    expect(await given({ beds: [toGlobalId('Bed', thing)] })).toEqual({ first: 2, beds: [thing] });
  });

  it('is no id, and told of in few words', async () => {
    const id = toGlobalId('Bed', thing.repeat(30_000));
    const { message } = (await given({ beds: [id] })) as IdError;
    expect(message).toMatch(/^beds.0: "\w{80}…" is not an id of type Bed; take it from/);
  });
});
