import { getNamedType, GraphQLInputObjectType, GraphQLObjectType, GraphQLUnionType, type GraphQLField } from 'graphql';
import { ENGINE_REFUSALS } from '@maillage/engine';
import { explainedRefusals, type AnyDecider, type CommandType } from '@maillage/kernel';
import type { House } from './house.js';
import { aligned, section, signature } from './text.js';

/** What a command becomes: where it goes, what it comes to, its mutation, and why it may be refused. */
export function explainCommand(name: string, decider: AnyDecider, house: House): string {
  const command = decider.commands[name] as CommandType;
  const mutation = house.schema.getMutationType()?.getFields()[name.charAt(0).toLowerCase() + name.slice(1)];
  const sections = [
    section(`${name}, a command of ${decider.name}`, [command.for, ...written(name, house)]),
    section('Recorded', aligned(recordedOf(name, decider, house))),
    section('Rows moved', aligned(rowsMoved(name, house))),
    section('Published as', aligned([['JSON Schema', `infra/generated/commands/${name}.json`]])),
    mutation === undefined
      ? section('Mutation', ['None: it is sent by the ledger’s own processes.'])
      : mutationText(name, mutation, house),
    section('Allowed', allowedText(name, decider, house)),
    section('Refused with', aligned(refusalsOf(command))),
  ];
  return `${sections.join('\n\n')}\n`;
}

function written(name: string, { placeOf }: House): readonly string[] {
  const place = placeOf(/commands\.ts$/, new RegExp(`^\\s+${name}: \\{`));
  return place === undefined ? [] : [`Written in ${place}`];
}

function recordedOf(name: string, decider: AnyDecider, { events }: House): readonly (readonly string[])[] {
  const command = decider.commands[name] as CommandType;
  const made = command.creates ? 'which it makes' : 'which is there already, or is made by it';
  const stream = ['in the stream', `${decider.name}/<id>`, made];
  const types = [...(events.get(name) ?? [])];
  if (types.length === 0) return [stream, ['events', 'none in the fixture log: add a command there', '']];
  return [
    stream,
    ...types.map((type) => {
      const { schema = 1, says = '' } = decider.events[type] ?? {};
      return [type, `infra/generated/events/${type}.${schema}.json`, says];
    }),
  ];
}

/** Which tables each of its events reaches. Those of commons are reached by what events declare. */
function rowsMoved(name: string, { events, registry }: House): readonly (readonly string[])[] {
  const views = [...registry.views.values()];
  return [...(events.get(name) ?? [])].map((type) => {
    const tables = views.flatMap((view) =>
      Object.entries(view.tables).flatMap(([table, { on }]) => (type in on ? [`${view.name}.${table}`] : [])),
    );
    return [type, tables.join(', ')];
  });
}

function mutationText(name: string, mutation: GraphQLField<unknown, unknown>, { schema, parts }: House): string {
  const made = parts.flatMap(({ mutations = [] }) => mutations).find(({ command }) => command === name);
  const input = getNamedType(mutation.args[0]?.type);
  const result = getNamedType(mutation.type);
  const fields = input instanceof GraphQLInputObjectType ? Object.values(input.getFields()) : [];
  const answers = result instanceof GraphQLUnionType ? result.getTypes() : [];
  const hidden = (made?.hidden ?? []).map((field) => `${field} is not in it: no client gives it.`);
  return [
    section('Mutation', [signature(mutation)]),
    section(`Input ${input?.name ?? ''}`, [
      ...aligned(fields.map((field) => [signature(field), field.description ?? ''])),
      ...hidden,
    ]),
    section(
      `Result ${result.name}`,
      answers.map((answer) => answerText(schema.getType(answer.name))),
    ),
  ].join('\n\n');
}

function answerText(type: unknown): string {
  if (!(type instanceof GraphQLObjectType)) return '';
  const interfaces = type.getInterfaces().map(({ name }) => name);
  const fields = Object.values(type.getFields()).map(signature).join(', ');
  return `${[type.name, ...interfaces].join(' implements ')} { ${fields} }`;
}

function allowedText(name: string, { guarded }: AnyDecider, { parts, registry }: House): readonly string[] {
  const deciders = [...registry.deciders.values()];
  const nodes = parts.flatMap(({ may }) => (may?.commands(deciders).includes(name) === true ? [may.node] : []));
  return [
    guarded.includes(name)
      ? 'It has a guard: what no input mends is refused before the input is looked at.'
      : 'It has no guard: what is refused turns on the input.',
    nodes.length === 0 ? 'No node tells of it in `may`.' : `Told by \`may\` of ${nodes.join(', ')}.`,
  ];
}

function refusalsOf({ refusals }: CommandType): readonly (readonly string[])[] {
  const meanings = explainedRefusals();
  return [
    ...refusals.map((code) => [code, meanings.get(code) ?? '']),
    ...Object.entries(ENGINE_REFUSALS).map(([code, meaning]) => [code, `${meaning} (of every command)`]),
  ];
}
