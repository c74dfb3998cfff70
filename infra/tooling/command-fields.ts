/** The part of JSON Schema that commands' schemas are written in. */
export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** `group`: only where something else of the object it belongs to is given. */
export type Required = boolean | 'group';

/** A field of a form, as the pages take it: see `Field` in apps/web/parts/forms/command.ts. */
type Shape = { readonly type: string } & Readonly<Record<string, unknown>>;
export type FormField = Shape & {
  readonly required: Required;
  /** Where null clears it, or the object it belongs to. */
  readonly clears?: true;
};

/** An argument of a mutation's input, as the API has it. */
export interface InputField {
  readonly name: string;
  readonly required: boolean;
}

const DECIMAL = '^-?(0|';
const UUID = '^[0-9a-f]{8}-';

/**
 * The fields of a form for a command, by the path that a refusal names them by: `description`, `quantity.amount`. What the API
 * asks for beside the command's own data, such as what the command is about, is an id.
 * @param inputs of the command's mutation, in which evidence is two lists, and the commandId is not for people.
 * @throws {Error} where there is a property that forms have no field for.
 */
export function fieldsOf(
  command: string,
  schema: JsonSchema,
  inputs: readonly InputField[],
): Readonly<Record<string, FormField>> {
  const fields: (readonly [string, FormField])[] = [];
  const names = new Set(inputs.map(({ name }) => name));
  // In the order of the schema, which is that in which whoever wrote the command thought of it.
  const ordered = Object.keys(schema.properties ?? {}).filter((name) => names.has(name));
  const others = inputs.filter(({ name }) => !ordered.includes(name) && name !== 'commandId' && name !== 'files');
  for (const { name, required } of others) fields.push([name, { type: 'id', required }]);
  for (const name of ordered) {
    const property = schema.properties?.[name] ?? {};
    const required = schema.required?.includes(name) ?? false;
    const clears = mayBeNull(property) ? { clears: true as const } : {};
    const found = fieldsAt(name, property, required, command);
    fields.push(...found.map(([path, field]) => [path, { ...field, ...clears }] as const));
  }
  return Object.fromEntries(fields);
}

function fieldsAt(
  path: string,
  given: JsonSchema,
  required: Required,
  command: string,
): readonly (readonly [string, FormField])[] {
  const property = withoutNull(given);
  const { type, properties } = property;
  if (type === 'object' && properties !== undefined) {
    return Object.entries(properties).flatMap(([name, nested]) => {
      const needed = property.required?.includes(name) ?? false;
      return fieldsAt(`${path}.${name}`, nested, needed && required === false ? 'group' : needed, command);
    });
  }
  const field = type === 'array' ? listField(property) : valueField(property);
  if (field === undefined) {
    throw new Error(`A form has no field for ${path} of ${command}: ${JSON.stringify(property)}`);
  }
  return [[path, { ...field, required }]];
}

function mayBeNull({ anyOf = [] }: JsonSchema): boolean {
  return anyOf.some(({ type }) => type === 'null');
}

/** What may be null, so that something is cleared, as it is where it is not. */
function withoutNull(property: JsonSchema): JsonSchema {
  const [one, ...others] = (property.anyOf ?? []).filter(({ type }) => type !== 'null');
  return one === undefined || others.length > 0 ? property : one;
}

function valueField({ type, enum: values, format, pattern = '', ...schema }: JsonSchema): Shape | undefined {
  if (type === 'boolean') return { type: 'check' };
  if (type === 'integer') return { type: 'integer', least: schema.minimum, most: schema.maximum };
  if (type !== 'string') return undefined;
  if (values !== undefined) return { type: 'choice', values };
  if (format === 'date') return { type: 'date' };
  if (pattern.startsWith(DECIMAL)) return { type: 'decimal' };
  if (pattern.startsWith(UUID)) return { type: 'id' };
  return { type: format === 'uri' ? 'url' : 'text', ...(schema.maxLength !== undefined && { most: schema.maxLength }) };
}

function listField({ items = {}, maxItems }: JsonSchema): Shape | undefined {
  const most = maxItems === undefined ? {} : { most: maxItems };
  if (items.enum !== undefined) return { type: 'choices', values: items.enum, ...most };
  if (items.pattern?.startsWith(UUID) === true) return { type: 'ids', ...most };
  if (items.type === 'object' || items.type === 'string') return { type: 'rows', ...most };
  const link = items.anyOf?.find(({ properties }) => properties?.['url'] !== undefined)?.properties;
  if (link === undefined) return undefined;
  return { type: 'evidence', ...most, url: link['url']?.maxLength, title: link['title']?.maxLength };
}
