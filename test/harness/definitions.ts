import type { Type } from '@nestjs/common';
import type { GraphqlContext, GraphqlPart, Recorder, Recording } from '@maillage/engine';

type Mutation = (parent: object, input: object, context: GraphqlContext) => unknown;

/**
 * What a mutation that a definition was made into hands to the recorder for an input, which names no file.
 * @throws {Error} where the definition has no such mutation.
 */
export async function recorded({ resolvers }: GraphqlPart, name: string, input: object): Promise<Recording> {
  const recordings: Recording[] = [];
  const recorder: Pick<Recorder, 'record'> = {
    record: async (_, recording) => {
      recordings.push(await recording());
      return {} as never;
    },
  };
  const Mutations = resolvers.find(({ prototype }) => name in (prototype as object)) as
    Type<Readonly<Record<string, Mutation>>> | undefined;
  if (Mutations === undefined) throw new Error(`There is no mutation ${name}.`);
  await new Mutations(recorder, {})[name]?.({}, input, {} as GraphqlContext);
  const [recording] = recordings;
  if (recording === undefined) throw new Error('Nothing was handed to the recorder.');
  return recording;
}
