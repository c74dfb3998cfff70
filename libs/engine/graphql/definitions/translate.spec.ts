import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { enumeration, ref, text } from '@maillage/kernel';
import { IdError, toGlobalId } from '../node.js';
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
