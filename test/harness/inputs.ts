import fc from 'fast-check';
import type { z } from 'zod';
import { references } from '@maillage/kernel';

/**
 * The ids an input may name: by the kind of thing a field refers to (`Organisation`) or, where it refers to none, by the
 * field's own name (`contributionId`). A field of text that is named takes none but those.
 */
export type Ids = Readonly<Record<string, readonly string[]>>;

/** Of these, a field of text takes those that its schema accepts. */
const TEXTS = [
  'Damp walls made dry.',
  'Rain.',
  '#logement-digne',
  '/note',
  'https://example.org/a',
  'text/csv',
  'FR',
  'GB-COH',
  '2026-01-15',
  '2026-05-31',
  '2026-12-31',
  '0',
  '1',
  '12.5',
  '40',
  'EUR',
  'dwelling',
  '11.1',
  'main',
  'ab'.repeat(32),
  `${'A'.repeat(43)}=`,
  `example.org/log/receipts+0123abcd+${'A'.repeat(44)}`,
  `${'A'.repeat(91)}=`,
];
const A_UUID = '00000000-0000-4000-8000-000000000000';

/** Inputs that the schema of a command accepts, of few ids and few words, so that they concern what is there. */
export function inputsOf(schema: z.ZodType, ids: Ids): fc.Arbitrary<unknown> {
  return inputs(schema, ids, '').filter((input) => schema.safeParse(input).success);
}

function inputs(schema: z.ZodType, ids: Ids, field: string): fc.Arbitrary<unknown> {
  const { def } = schema as unknown as { readonly def: Def };
  if (!KNOWN.includes(def.type)) throw new Error(`${field}: there are no inputs of type ${def.type}; add them here.`);
  switch (def.type) {
    case 'object':
      return objects(def.shape, ids);
    case 'array':
      return fc.array(inputs(def.element, ids, field), { minLength: least(schema), maxLength: 2 });
    case 'optional':
    case 'default':
      // Left out more often than not: what many fields say at once, rules seldom let through.
      return fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, inputs(def.innerType, ids, field));
    case 'nullable':
      return fc.oneof(fc.constant(null), inputs(def.innerType, ids, field));
    case 'union':
      return fc.oneof(...def.options.map((option) => inputs(option, ids, field)));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'boolean':
      // Most of what is asked with yes or no is refused where the answer is no.
      return fc.constantFrom(true, true, false);
    case 'number':
      return numbers(schema);
    case 'string':
      return texts(schema, ids, field);
  }
}

/** How many a list must have. */
function least(schema: z.ZodType): number {
  const { minimum } = schema._zod.bag as { readonly minimum?: number };
  return minimum ?? 0;
}

/** A share, where the schema takes no more than that. */
function numbers(schema: z.ZodType): fc.Arbitrary<number> {
  return schema.safeParse(2).success ? fc.integer({ min: 1, max: 4 }) : fc.constantFrom(0.3, 0.6, 0.9);
}

function objects(shape: Readonly<Record<string, z.ZodType>>, ids: Ids): fc.Arbitrary<unknown> {
  return fc
    .record(Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, inputs(schema, ids, name)])))
    .map((value) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)));
}

function texts(schema: z.ZodType, ids: Ids, field: string): fc.Arbitrary<unknown> {
  const accepts = (text: string) => schema.safeParse(text).success;
  const named = accepts(A_UUID) && !TEXTS.some(accepts);
  const kind = references.get(schema)?.node ?? field;
  const own = (ids[kind] ?? []).filter(accepts);
  const accepted = named || own.length > 0 ? own : TEXTS.filter(accepts);
  if (accepted.length === 0) {
    throw new Error(`${field}: there is no ${named ? `id of a ${kind}` : 'text'} that its schema accepts; add one.`);
  }
  return fc.constantFrom(...accepted);
}

const KNOWN: readonly string[] = [
  'object',
  'array',
  'optional',
  'default',
  'nullable',
  'union',
  'enum',
  'literal',
  'boolean',
  'number',
  'string',
] satisfies readonly Def['type'][];

/** What zod says of itself, as far as commands go. */
type Def =
  | { readonly type: 'object'; readonly shape: Readonly<Record<string, z.ZodType>> }
  | { readonly type: 'array'; readonly element: z.ZodType }
  | { readonly type: 'optional' | 'default' | 'nullable'; readonly innerType: z.ZodType }
  | { readonly type: 'union'; readonly options: readonly z.ZodType[] }
  | { readonly type: 'enum'; readonly entries: Readonly<Record<string, string>> }
  | { readonly type: 'literal'; readonly values: readonly unknown[] }
  | { readonly type: 'boolean' | 'number' | 'string' };
