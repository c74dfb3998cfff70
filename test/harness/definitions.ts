import type { Type } from '@nestjs/common';
import type { Bus, GraphqlContext, GraphqlPart, Recorder, Recording } from '@maillage/engine';

type Field = (parent: object, args: object, context: GraphqlContext) => unknown;
type Resolver = Readonly<Record<string, Field | undefined>>;

/**
 * Asks a field that a definition was made into, as GraphQL would.
 * @param bus for fields of the query itself.
 * @throws {Error} where the definition has no such field.
 */
export async function asked<Answer>(
  part: GraphqlPart,
  name: string,
  { parent = {}, args = {}, context, bus }: { parent?: object; args?: object; context: GraphqlContext; bus?: Bus },
): Promise<Answer> {
  return (await fieldOf(part, name, bus)(parent, args, context)) as Answer;
}

/** What a mutation hands to the recorder for an input. */
export async function recorded(part: GraphqlPart, mutation: string, input: object): Promise<Recording> {
  const recordings: Recording[] = [];
  const recorder: Pick<Recorder, 'record'> = {
    record: async (_, recording) => {
      recordings.push(await recording());
      return {} as never;
    },
  };
  // Nothing that these inputs name is looked up.
  await fieldOf(part, mutation, recorder, {})({}, input, {} as GraphqlContext);
  const [recording] = recordings;
  if (recording === undefined) throw new Error('Nothing was handed to the recorder.');
  return recording;
}

function fieldOf({ resolvers }: GraphqlPart, name: string, ...injected: readonly unknown[]): Field {
  const Found = resolvers.find(({ prototype }) => name in (prototype as object)) as Type<Resolver> | undefined;
  const resolver = Found === undefined ? undefined : new Found(...injected);
  const field = resolver?.[name];
  if (field === undefined) throw new Error(`Nothing of this definition is called ${name}.`);
  return field.bind(resolver);
}
