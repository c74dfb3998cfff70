import type { Type } from '@nestjs/common';
import { Int } from '@nestjs/graphql';
import type { GraphQLScalarType } from 'graphql';
import type { z } from 'zod';
import { enumerationOf, type ColumnType, type Row, type ViewTable } from '@maillage/kernel';
import { DateScalar, DateTimeScalar, DecimalScalar, PositionScalar } from '../scalars.js';
import { snake } from './names.js';
import { addField, asSentence, DefinitionError, typeOf, type GraphqlType } from './types.js';

/** What a field shows: a schema that has a name or one form, a GraphQL type written by hand, or a list of one. */
export type Shown = z.ZodType | Type<unknown> | GraphQLScalarType | object | readonly [Shown];

/** A field of a thing, from its row: what it says and, where the column's name or type is another, which. */
export type FieldDefinition<Of extends Row> =
  | string
  | {
      readonly says: string;
      /** By the column's type and closed list, if left out. */
      readonly type?: Shown;
      /** By the column, if left out; of `of`, never. */
      readonly nullable?: boolean;
      /** The field's name in snake_case, if left out. */
      readonly column?: keyof Of & string;
      /** For what is composed of several columns. */
      readonly of?: (row: Of) => unknown;
    };

const BY_COLUMN: Readonly<Record<string, GraphqlType>> = {
  text: String,
  integer: Int,
  bigint: PositionScalar,
  numeric: DecimalScalar,
  boolean: Boolean,
  date: DateScalar,
  timestamptz: DateTimeScalar,
  'text[]': [String],
};

/** A class whose objects stand for rows: each field read from the row when it is asked for. */
export function addRowFields<Of extends Row>(
  type: Type<{ readonly row: Of }>,
  table: ViewTable,
  fields: Readonly<Record<string, FieldDefinition<Of>>>,
): void {
  for (const [name, definition] of Object.entries(fields)) {
    const at = `${type.name}.${name}`;
    const {
      says,
      type: shown,
      nullable,
      column = snake(name),
      of,
    } = typeof definition === 'string' ? { says: definition } : definition;
    const columnType = of === undefined ? table.columns[column] : undefined;
    if (of === undefined && columnType === undefined) {
      throw new DefinitionError(`${at} shows the column ${column}, which its table does not have.`);
    }
    const read = of ?? ((row: Of) => row[column]);
    Object.defineProperty(type.prototype, name, {
      get(this: { readonly row: Of }) {
        return read(this.row);
      },
    });
    addField(type, name, {
      type: shown === undefined ? typeOfColumn(columnType, table.closedLists?.[column], at) : typeShown(shown, at),
      nullable: nullable ?? columnType?.endsWith('?') ?? false,
      description: asSentence(says),
    });
  }
}

/** Which columns a field is read from; those of a composed one are found by composing it of rows that are made up. */
export function columnsShown<Of extends Row>(
  name: string,
  definition: FieldDefinition<Of>,
  columns: readonly string[],
): readonly string[] {
  const { of, column = snake(name) } = typeof definition === 'string' ? {} : definition;
  if (of === undefined) return [column];
  const read = new Set<PropertyKey>();
  for (const value of [null, '1']) {
    const get = (_: object, property: PropertyKey) => {
      read.add(property);
      return value;
    };
    try {
      of(new Proxy({}, { get }) as Of);
    } catch {
      // The value may be none that the column can have; which columns were read before is seen all the same.
    }
  }
  return columns.filter((each) => read.has(each));
}

function typeOfColumn(column: ColumnType | undefined, options: readonly string[] | undefined, at: string): GraphqlType {
  const list = options === undefined ? undefined : enumerationOf(options);
  if (list !== undefined) {
    const type = typeOf(list, 'output', at);
    return column === 'text[]' ? [type] : type;
  }
  const type = BY_COLUMN[column?.replace('?', '') ?? ''];
  if (type === undefined) throw new DefinitionError(`${at} shows ${column ?? 'no column'}; say of which type it is.`);
  return type;
}

/** The GraphQL type that is shown. */
export function typeShown(shown: Shown, at: string): GraphqlType {
  if (Array.isArray(shown)) return [typeShown(shown[0] as Shown, at)];
  return '_zod' in shown ? typeOf(shown, 'output', at) : shown;
}
