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
import english from '../../apps/web/i18n/messages/en/index.js';
import { fieldsOf, type FormField, type JsonSchema } from './command-fields.js';
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
 * type of node, the commands about one.
 * @param schemas the published ones, `<command>.json`.
 * @throws {Error} where the pages name a command that the API does not take.
 */
export async function writeWebCommands(sdl: string, schemas: string): Promise<void> {
  const schema = buildSchema(sdl);
  const refused = await readFile(join(web, 'shell', 'graphql', 'refused.graphql'), 'utf8');
  const names = Object.keys(english).flatMap((id) => NAMED.exec(id)?.[1] ?? []);
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
  for (const on of new Set(commands.flatMap((each) => each.on ?? []))) {
    const some = commands.filter((each) => each.on === on).map(({ name }) => name);
    const imports = some.map((name) => `import { ${name} } from './${name}.js';`);
    const text = `${HEADER}\n${imports.join('\n')}\n\nexport const on${on} = { ${some.join(', ')} };\n`;
    files.set(`on-${on.toLowerCase()}.ts`, await formatted(text));
  }
  await writeFolder(join(web, 'generated', 'commands'), files);
}

function commandFile(name: string, published: JsonSchema, schema: GraphQLSchema, refused: string): CommandFile {
  const mutation = name.charAt(0).toLowerCase() + name.slice(1);
  const field = schema.getMutationType()?.getFields()[mutation];
  const input = field?.args.find((argument) => argument.name === 'input')?.type;
  const inputType = input === undefined ? undefined : getNamedType(input);
  if (field === undefined || !(inputType instanceof GraphQLInputObjectType)) {
    throw new Error(`The pages’ messages name the command ${name}, which the API has no mutation for.`);
  }
  const inputs = Object.values(inputType.getFields()).map((each) => ({
    name: each.name,
    required: isNonNullType(each.type),
  }));
  const node = nodeOf(successOf(field));
  const subject = node === undefined ? undefined : `${node.type.charAt(0).toLowerCase()}${node.type.slice(1)}Id`;
  const about = inputs.some((each) => each.name === subject && each.required);
  return {
    name,
    fields: fieldsOf(name, published, inputs),
    document: documentOf(name, inputType.name, field, schema, refused),
    on: about ? node?.type : undefined,
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
