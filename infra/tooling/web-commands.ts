import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  GraphQLInputObjectType,
  GraphQLObjectType,
  GraphQLUnionType,
  isNonNullType,
  parse,
  print,
  validate,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '@maillage/platform';
import { fieldsOf, type FormField, type InputField, type JsonSchema } from './command-fields.js';
import { writeFolder } from './write-folder.js';

const web = join(projectRoot, 'apps', 'web');
const HEADER = '// Written by `npm run generate` from the published schemas of commands and the SDL.';
/** The message that names a command: where there is one, there is a form. */
const NAMED = /^command\.([A-Z]\w*)$/;

interface CommandFile {
  readonly name: string;
  readonly fields: Readonly<Record<string, FormField>>;
  readonly document: string;
  /** The type of what it is recorded of, where the command is about one that is there already: `Contribution`. */
  readonly on: string | undefined;
}

/**
 * For each command that the pages have words for: what a form needs to ask for, and the mutation that sends it. And for each
 * type of node that the API has commands about, those among them: a page that offers them all need name none.
 * @param schemas the published ones, `<command>.json`.
 * @param messages the ids of all that the pages say.
 * @throws {Error} where the pages name a command that the API does not take.
 */
export async function writeWebCommands(sdl: string, schemas: string, messages: readonly string[]): Promise<void> {
  const schema = buildSchema(sdl);
  const refused = await readFile(join(web, 'shell', 'graphql', 'refused.graphql'), 'utf8');
  const names = messages.flatMap((id) => NAMED.exec(id)?.[1] ?? []);
  const commands = await Promise.all(
    names.sort().map(async (name) => {
      const published = JSON.parse(await readFile(join(schemas, `${name}.json`), 'utf8')) as JsonSchema;
      return commandFile(name, published, schema, refused);
    }),
  );
  const files = new Map<string, string>();
  for (const { name, fields, document } of commands) {
    const value = JSON.stringify({ name, fields, document });
    const text = `${HEADER}
import type { Command } from '../../parts/forms/command.js';

export const ${name} = ${value} as const satisfies Command;
`;
    files.set(`${name}.ts`, await formatted(text));
  }
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  for (const on of new Set(mutations.flatMap((each) => aboutOf(each) ?? []))) {
    const some = commands.filter((each) => each.on === on).map(({ name }) => name);
    files.set(`on-${on.toLowerCase()}.ts`, await formatted(commandsOn(on, some)));
  }
  await writeFolder(join(web, 'generated', 'commands'), files);
}

function commandsOn(type: string, names: readonly string[]): string {
  const imports = names.map((name) => `import { ${name} } from './${name}.js';`);
  const text =
    names.length === 0
      ? `import type { Command } from '../../parts/forms/command.js';

export const on${type}: Readonly<Record<string, Command>> = {};`
      : `${imports.join('\n')}\n\nexport const on${type} = { ${names.join(', ')} };`;
  return `${HEADER}\n${text}\n`;
}

/** The type of what a command is about, where its input must name one that is there already. */
function aboutOf(field: GraphQLField<unknown, unknown>): string | undefined {
  const type = nodeOf(successOf(field))?.type;
  if (type === undefined) return undefined;
  const subject = `${type.charAt(0).toLowerCase()}${type.slice(1)}Id`;
  return inputsOf(field).some((each) => each.name === subject && each.required) ? type : undefined;
}

/** None where it takes no `input`. */
function inputsOf(field: GraphQLField<unknown, unknown>): readonly InputField[] {
  const type = inputTypeOf(field);
  if (type === undefined) return [];
  return Object.values(type.getFields()).map((each) => ({ name: each.name, required: isNonNullType(each.type) }));
}

function inputTypeOf(field: GraphQLField<unknown, unknown>): GraphQLInputObjectType | undefined {
  const input = field.args.find((argument) => argument.name === 'input')?.type;
  const type = input === undefined ? undefined : getNamedType(input);
  return type instanceof GraphQLInputObjectType ? type : undefined;
}

function commandFile(name: string, published: JsonSchema, schema: GraphQLSchema, refused: string): CommandFile {
  const mutation = name.charAt(0).toLowerCase() + name.slice(1);
  const field = schema.getMutationType()?.getFields()[mutation];
  const inputType = field === undefined ? undefined : inputTypeOf(field);
  if (field === undefined || inputType === undefined) {
    throw new Error(`The pages’ messages name the command ${name}, which the API has no mutation for.`);
  }
  return {
    name,
    fields: fieldsOf(name, published, inputsOf(field)),
    document: documentOf(name, inputType.name, field, schema, refused),
    on: aboutOf(field),
  };
}

/** Every command is answered alike, whatever it is about: `answer`, with `recorded` for what came of it. */
function documentOf(
  name: string,
  input: string,
  field: GraphQLField<unknown, unknown>,
  schema: GraphQLSchema,
  refused: string,
): string {
  const success = successOf(field);
  const node = nodeOf(success);
  const text = `
    mutation ${name}($input: ${input}!) {
      answer: ${field.name}(input: $input) {
        __typename
        ... on ${success.name} {
          receipt { position }
          ${node === undefined ? '' : `recorded: ${node.field} { id }`}
        }
        ...Refused
      }
    }
    ${refused}`;
  const document = parse(text);
  const [error] = validate(schema, document);
  if (error !== undefined) throw new Error(`The mutation for ${name} does not fit the SDL: ${error.message}`);
  return document.definitions.map((definition) => print(definition)).join('\n');
}

function successOf(field: GraphQLField<unknown, unknown>): GraphQLObjectType {
  const result = getNamedType(field.type);
  const members = result instanceof GraphQLUnionType ? result.getTypes() : [];
  const success = members.find((member) => 'receipt' in member.getFields());
  if (success === undefined) throw new Error(`${field.name} answers with no receipt.`);
  return success;
}

/** What an answer is about: what its type is named after, or else the first thing in it that has an id. */
function nodeOf(success: GraphQLObjectType): { readonly field: string; readonly type: string } | undefined {
  const nodes = Object.values(success.getFields()).flatMap(({ name, type }) => {
    const named = getNamedType(type);
    return named instanceof GraphQLObjectType && 'id' in named.getFields() ? [{ field: name, type: named.name }] : [];
  });
  return nodes.find(({ type }) => success.name.startsWith(type)) ?? nodes[0];
}

async function formatted(text: string): Promise<string> {
  const style = await resolveConfig(join(web, 'generated', 'commands', 'any.ts'));
  return format(text, { ...style, parser: 'typescript' });
}
