import {
  getNamedType,
  getVariableValues,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  valueFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { MOST_PER_PAGE, USUAL_PER_PAGE } from '@maillage/engine';

/** What a list without pages is taken to hold. */
const USUAL_LIST = 10;
/** What counting a whole list costs beside its page. */
const COUNTED = 20;
/** As many values of introspection take as long as one of data: measured, the whole schema takes as long as 10,500 of those. */
const INTROSPECTED_FOR_ONE = 8;

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** A fragment costs the same wherever it is spread: looked at once, however often a query spreads it. */
  readonly known: Map<string, number>;
  /** How many things the lists of introspection hold, on average, by type and field: `__Type.fields`. */
  readonly introspected: ReadonlyMap<string, number>;
}

/**
 * How many values an operation may have to produce: one per field, or as many as its definition says, times the page sizes
 * of the connections around it, as given by arguments, variables or defaults. Introspection is counted by how long its lists
 * are in this schema.
 * @throws {GraphQLError} BAD_USER_INPUT for variables that do not fit, as executing it would be.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null) return 0;
  // Defaults of variables count. To tell of every value that does not fit takes long: one is enough to be refused.
  const given = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  if (given.errors !== undefined) throw unfit(given.errors);
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  );
  const walk: Walk = {
    schema,
    fragments,
    variables: given.coerced,
    known: new Map(),
    introspected: sizesOf(schema).usual,
  };
  return ofSelections(walk, operation.selectionSet, root, 1);
}

/** Of two, one says that there were more. */
function unfit([first]: readonly GraphQLError[]): GraphQLError {
  const extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } };
  return new GraphQLError(first?.message ?? 'The variables do not fit.', { nodes: first?.nodes ?? [], extensions });
}

/** @param page rows of the connection these selections are of; they multiply what lies below `edges` and `nodes`. */
function ofSelections(walk: Walk, { selections }: SelectionSetNode, type: GraphQLNamedType, page: number): number {
  let cost = 0;
  for (const selection of selections) {
    switch (selection.kind) {
      case Kind.FIELD:
        cost += ofField(walk, selection, type, page);
        break;
      case Kind.INLINE_FRAGMENT: {
        const on = selection.typeCondition;
        const inner = on === undefined ? type : (walk.schema.getType(on.name.value) ?? type);
        cost += ofSelections(walk, selection.selectionSet, inner, page);
        break;
      }
      case Kind.FRAGMENT_SPREAD:
        cost += ofFragment(walk, selection.name.value, page);
        break;
    }
  }
  return cost;
}

function ofFragment(walk: Walk, name: string, page: number): number {
  const key = `${name} ${page}`;
  const known = walk.known.get(key);
  if (known !== undefined) return known;
  const fragment = walk.fragments.get(name);
  const type = fragment && walk.schema.getType(fragment.typeCondition.name.value);
  if (fragment === undefined || type === undefined) return 0;
  // Validation refuses cycles; this keeps one from mattering where the cost is asked first.
  walk.known.set(key, 0);
  const cost = ofSelections(walk, fragment.selectionSet, type, page);
  walk.known.set(key, cost);
  return cost;
}

function ofField(walk: Walk, node: FieldNode, parent: GraphQLNamedType, page: number): number {
  const name = node.name.value;
  if (name === SchemaMetaFieldDef.name || name === TypeMetaFieldDef.name) return ofIntrospection(walk, node);
  if (name.startsWith('__')) return 0;
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  if (field === undefined) return 0;
  if (name === 'totalCount' && isConnection(parent)) return COUNTED;
  const inner = getNamedType(field.type);
  const asked = pageSize(walk, node, field);
  const own = costOfOne(field);
  if (node.selectionSet === undefined || !isCompositeType(inner)) return own;
  if (!isList(field.type)) {
    const below = ofSelections(walk, node.selectionSet, inner, asked ?? 1);
    // The rows of a page are read for its bounds as well.
    return own + (asked === undefined ? below : Math.max(asked, below));
  }
  const introspected = walk.introspected.get(`${parent.name}.${name}`);
  const rows =
    introspected ?? (page > 1 && (name === 'edges' || name === 'nodes') ? page : (asked ?? named(walk, node, field)));
  // A row is read, whatever is asked of it.
  return own + rows * Math.max(1, ofSelections(walk, node.selectionSet, inner, 1));
}

function ofIntrospection(walk: Walk, { name, selectionSet }: FieldNode): number {
  if (selectionSet === undefined) return 0;
  const within = ({ type }: GraphQLField<unknown, unknown>, lists: Walk) =>
    Math.ceil(ofSelections(lists, selectionSet, getNamedType(type), 1) / INTROSPECTED_FOR_ONE);
  if (name.value === SchemaMetaFieldDef.name) return within(SchemaMetaFieldDef, walk);
  // A type asked for by its name may be the largest.
  return within(TypeMetaFieldDef, { ...walk, known: new Map(), introspected: sizesOf(walk.schema).largest });
}

interface Sizes {
  readonly usual: ReadonlyMap<string, number>;
  readonly largest: ReadonlyMap<string, number>;
}

const sizes = new WeakMap<GraphQLSchema, Sizes>();

function sizesOf(schema: GraphQLSchema): Sizes {
  const known = sizes.get(schema);
  if (known !== undefined) return known;
  const types = Object.values(schema.getTypeMap());
  const fieldsOf = (type: GraphQLNamedType) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const lists: Readonly<Record<string, readonly number[]>> = {
    '__Schema.types': [types.length],
    '__Schema.directives': [schema.getDirectives().length],
    '__Type.fields': types.map((type) => fieldsOf(type).length),
    '__Type.inputFields': types.map((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0)),
    '__Type.enumValues': types.map((type) => (isEnumType(type) ? type.getValues().length : 0)),
    '__Type.possibleTypes': types.map((type) => (isAbstractType(type) ? schema.getPossibleTypes(type).length : 0)),
    '__Type.interfaces': types.map((type) => (isObjectType(type) ? type.getInterfaces().length : 0)),
    '__Field.args': types.flatMap((type) => fieldsOf(type).map(({ args }) => args.length)),
  };
  const each = (of: (lengths: readonly number[]) => number) =>
    new Map(Object.entries(lists).map(([field, lengths]) => [field, of(lengths)]));
  const found = {
    usual: each((lengths) => lengths.reduce((sum, length) => sum + length, 0) / lengths.length),
    largest: each((lengths) => Math.max(...lengths)),
  };
  sizes.set(schema, found);
  return found;
}

/** 1, or what its definition says: fields that were measured to take as long as many others. */
function costOfOne({ extensions }: GraphQLField<unknown, unknown>): number {
  const { complexity } = extensions;
  return typeof complexity === 'number' ? complexity : 1;
}

/** `first` or `last` of a connection, or `first` of a plain list that takes one; `undefined` for other fields. */
function pageSize(walk: Walk, node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined {
  const first = field.args.find(({ name }) => name === 'first');
  if (first === undefined) return undefined;
  const sizes = field.args
    .filter(({ name }) => name === 'first' || name === 'last')
    .map((argument) => given(walk, node, argument))
    .filter((size) => typeof size === 'number');
  // Both at once are refused by the query itself, and so are sizes beyond the largest page.
  const size = sizes.length === 0 ? (first.defaultValue ?? USUAL_PER_PAGE) : Math.max(...sizes);
  // Marks a connection even for a page of one.
  return typeof size === 'number' ? Math.min(Math.max(size, 2), MOST_PER_PAGE) : 2;
}

/** How many values a plain list may hold: as many as an argument of it names, one by one, or else what is usual. */
function named(walk: Walk, node: FieldNode, field: GraphQLField<unknown, unknown>): number {
  const lists = field.args
    .filter(({ type }) => isList(type))
    .map((argument) => given(walk, node, argument))
    .filter((value) => Array.isArray(value) && value.length > 0) as readonly (readonly unknown[])[];
  return lists.length === 0 ? USUAL_LIST : Math.max(...lists.map(({ length }) => length));
}

function given(walk: Walk, node: FieldNode, { name, type }: GraphQLArgument): unknown {
  const argument = node.arguments?.find((each) => each.name.value === name);
  return argument === undefined ? undefined : valueFromAST(argument.value, type, walk.variables);
}

/** By Relay's definition: what has edges and says where its page lies. */
function isConnection(type: GraphQLNamedType): boolean {
  const fields = isObjectType(type) ? type.getFields() : {};
  return 'edges' in fields && 'pageInfo' in fields;
}

function isList(type: GraphQLInputType | GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
