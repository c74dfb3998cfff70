import {
  getNamedType,
  getNullableType,
  GraphQLObjectType,
  GraphQLUnionType,
  isListType,
  type GraphQLField,
} from 'graphql';
import type { ListPlace, MadeType, Source } from '@maillage/engine';
import { placeOf as tablePlace } from '@maillage/kernel';
import type { House } from './house.js';
import { aligned, section, shortly, signature } from './text.js';

/** What a type made from a table's rows becomes: each of its fields with what stands behind it, and where it is found. */
export function explainType(made: MadeType, house: House): string {
  const { name, table } = made;
  const type = house.schema.getType(name);
  if (!(type instanceof GraphQLObjectType)) throw new Error(`The API has no type ${name}; list it in its slice.`);
  const { view, table: tableName } = tablePlace(table);
  const interfaces = type.getInterfaces().map((each) => each.name);
  const fields = Object.values(type.getFields());
  const sections = [
    section([name, ...interfaces].join(' implements '), [type.description ?? '', ...written(name, house)]),
    section('Made from', [
      `the table ${tableName} of the view ${view.name}, version ${view.version}`,
      `Its key: ${table.primaryKey.join(', ')}`,
      `SQL that moves its rows: ${house.viewSqlOf(view.name)}`,
    ]),
    section('Fields', aligned(fields.map((field) => [shortly(field), behind(field, made, house)]))),
    section('Found in', aligned(foundIn(made, house))),
    section('Given by', givenBy(name, house)),
  ];
  const unseen = unshown(made);
  if (unseen.length > 0) sections.push(section('Columns that no field is read from', [unseen.join(', ')]));
  return `${sections.join('\n\n')}\n`;
}

function written(name: string, { placeOf }: House): readonly string[] {
  const place = placeOf(/(?<!\.spec)\.ts$/, new RegExp(`\\b(?:node|rowType)\\('${name}',`));
  return place === undefined ? [] : [`Written in ${place}`];
}

function behind(field: GraphQLField<unknown, unknown>, { name: type, table, fields }: MadeType, house: House): string {
  const { name } = field;
  const added = house.parts.flatMap((part) => (part.extends?.name === type ? [part.extends.fields[name]] : []));
  const source = fields[name] ?? added.find((each) => each !== undefined);
  if (source !== undefined) return sourceText(source, field, house);
  if (name === 'id') return `global id of ${table.primaryKey.join('/')}`;
  if (name === 'may' && house.parts.some(({ may }) => may?.node === type)) return 'the guards of its commands';
  const list = house.parts.flatMap(({ made }) => made?.().lists ?? []).find((each) => isList(each, type, name));
  if (list !== undefined) return `list by the query ${list.query}: ${house.sqlOf(list.query)}`;
  return 'worked out by a resolver written by hand';
}

function isList({ parent, name }: ListPlace, type: string | undefined, field: string): boolean {
  return parent === type && name === field;
}

function sourceText(source: Source, field: GraphQLField<unknown, unknown>, house: House): string {
  if ('query' in source) return `rows by the query ${source.query}: ${house.sqlOf(source.query)}`;
  if ('workedOut' in source) return 'worked out when it is asked for';
  const { columns, leadsTo } = source;
  const of = `${columns.length === 1 ? 'column' : 'columns'} ${columns.join(', ')}`;
  if (leadsTo === undefined) return of;
  return `${of}: the ${leadsTo} ${isListType(getNullableType(field.type)) ? 'for each of its ids' : 'of that id'}`;
}

function foundIn({ name, lists }: MadeType, { schema, sqlOf }: House): readonly (readonly string[])[] {
  const query = schema.getQueryType()?.getFields() ?? {};
  const finders = Object.values(query).filter(({ type }) => getNamedType(type).name === name);
  const rows = [
    ...finders.map((field) => [`Query.${field.name}`, 'one by its id']),
    ...lists.map((list) => [`${list.parent ?? 'Query'}.${list.name}`, `the query ${list.query}: ${sqlOf(list.query)}`]),
  ];
  return rows.length === 0 ? [['no list: other types lead to it']] : rows;
}

/** The mutations whose answer has such a thing. */
function givenBy(name: string, { schema }: House): readonly string[] {
  const given = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ type }) => {
    const result = getNamedType(type);
    const answers = result instanceof GraphQLUnionType ? result.getTypes() : [];
    return answers.some((answer) =>
      Object.values(answer.getFields()).some((field) => getNamedType(field.type).name === name),
    );
  });
  return given.length === 0 ? ['no mutation'] : given.map(signature);
}

function unshown({ table, fields }: MadeType): readonly string[] {
  const shown = new Set(Object.values(fields).flatMap((source) => ('columns' in source ? source.columns : [])));
  return Object.keys(table.columns).filter((column) => !shown.has(column) && !table.primaryKey.includes(column));
}
