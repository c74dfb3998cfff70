import { getNamedType, isInterfaceType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';

/** A field that answers with a connection. */
export interface Connected {
  readonly parent: string;
  /** Whether the parent can be asked for again by its id. */
  readonly isNode: boolean;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every field of the schema that answers with a connection. */
export function connectionsOf(schema: GraphQLSchema): readonly Connected[] {
  const node = schema.getType('Node');
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((parent) =>
      Object.values(parent.getFields())
        .filter(({ type }) => getNamedType(type).name.endsWith('Connection'))
        .map((field) => ({
          parent: parent.name,
          isNode: isInterfaceType(node) && schema.isSubType(node, parent),
          field,
        })),
    );
}
