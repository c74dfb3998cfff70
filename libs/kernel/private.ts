import { z } from 'zod';
import { jsonb, nullable, type Column } from './columns.js';
import type { RecordedEvent } from './envelope.js';
import { fieldsOf, type FieldKeys } from './fields.js';
import { pointerTo, valueAt, type Pointer } from './pointer.js';
import { ref } from './reference.js';

/** What the log holds in place of a private value: SHA-256('maillage/private/v1\n' ‖ 32-byte salt ‖ RFC 8785 JSON of it). */
export interface SaltedHash {
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** A private field as the log holds it: in plain, or as the salted hash of what can be erased. */
export type Private<Value> = Value | SaltedHash;

export const saltedHash = z
  .strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'is not 64 lower-case hexadecimal digits' }) })
  .describe(
    'A commitment to a value kept outside the log, where it can be erased: ' +
      "SHA-256('maillage/private/v1\\n' || 32-byte salt || RFC 8785 canonical JSON of the value in UTF-8)",
  );

export function isSaltedHash(value: unknown): value is SaltedHash {
  return saltedHash.safeParse(value).success;
}

/** Every salted hash in an event's data as the log has it, and where it stands. */
export function saltedHashesIn(
  data: unknown,
  keys: readonly string[] = [],
): readonly (SaltedHash & { readonly path: Pointer })[] {
  if (typeof data !== 'object' || data === null) return [];
  if (isSaltedHash(data)) return [{ path: pointerTo(keys), sha256: data.sha256 }];
  return Object.entries(data).flatMap(([key, value]) => saltedHashesIn(value, [...keys, key]));
}

/**
 * Marks a field of an event's schema private: the log takes the plain value, or the salted hash of one.
 * @throws {Error} where the plain value may look like a salted hash, so that nobody could tell which it is.
 */
export function privately<Schema extends z.ZodType>(schema: Schema) {
  if (schema.safeParse({ sha256: '0'.repeat(64) }).success) {
    throw new Error('A private field’s plain value must not look like a salted hash.');
  }
  return z.union([schema, saltedHash]);
}

/**
 * A value on its way to the log, which will hold its salted hash alone. A decider yields it for a private field;
 * to the types it is that hash already, which takes a salt and so comes later.
 */
export class Secret<Value = unknown> implements SaltedHash {
  constructor(
    readonly value: Value,
    /** Whether anybody may read it, beside the log, until it is erased. */
    readonly isPublic = false,
  ) {}

  /** @throws {Error} always: what is hashed needs a salt, which only the ledger draws. */
  get sha256(): string {
    throw new Error('A secret has no hash before the ledger has salted it.');
  }

  /** @throws {Error} always, rather than let the value out: only the ledger takes it from here. */
  toJSON(): never {
    throw new Error('A secret is written in a private field alone.');
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return 'Secret';
  }
}

/** Marks a value that must enter the log as its salted hash only. The event's schema must have the field private. */
export function secret<Value>(value: Value): Secret<Value> {
  return new Secret(value);
}

/**
 * Marks words about others: anybody may read them, but the log has their salted hash alone, so that they can be erased on
 * the request of whoever they name. The event's schema must have the field private.
 */
export function erasable<Value>(value: Value): Secret<Value> {
  return new Secret(value, true);
}

/** A reason on its way to the log, where one is given: it is said of another, and can be erased. */
export function reasonGiven(reason: string | undefined): { readonly reason?: Secret<string> } {
  return reason === undefined ? {} : { reason: erasable(reason) };
}

/** Of an event whose other fields name nobody but its author: who else may have its words erased. */
export const concernedIds = z
  .array(ref('Organisation'))
  .optional()
  .describe(
    'Whom its words may speak of, and who may have them erased; where there are none, or in older entries, nobody',
  );

/** The same, where the author's own name is all that the event says. @param concerned whom it may speak of. */
export function reasonAbout(
  concerned: readonly string[],
  reason: string,
): { readonly reason: Secret<string>; readonly concernedIds: string[] };
export function reasonAbout(
  concerned: readonly string[],
  reason: string | undefined,
): { readonly reason?: Secret<string>; readonly concernedIds?: string[] };
export function reasonAbout(
  concerned: readonly string[],
  reason: string | undefined,
): { readonly reason?: Secret<string>; readonly concernedIds?: string[] } {
  return reason === undefined ? {} : { reason: erasable(reason), concernedIds: [...concerned] };
}

/** `value` as it is or, where it must stay out of the log, as a secret. Nothing stays nothing. */
export function secretIf<Value>(hidden: boolean, value: Value): Private<Value> {
  return hidden && value !== undefined ? secret(value) : value;
}

/** A private field of a schema, and its plain value's schema. */
export interface PrivateField {
  readonly keys: FieldKeys;
  readonly plain: z.ZodType;
}

/** The private fields of an event's schema. Found once, when the type is declared. */
export function privateFieldsOf(schema: z.core.$ZodType): readonly PrivateField[] {
  const marked = ({ _zod: { def } }: z.core.$ZodTypes) =>
    def.type === 'union' && def.options[1] === saltedHash ? (def.options[0] as z.ZodType) : undefined;
  return fieldsOf(schema, marked).map(({ keys, mark }) => ({ keys, plain: mark }));
}

/** A private value by the event whose data it belongs to, and its place there. */
export interface PrivatePlace {
  readonly eventId: string;
  readonly path: Pointer;
}

/** A private value as a view refers to it: where it belongs, and the salted hash it must open. */
export type PrivateReference = PrivatePlace & SaltedHash;

/** What a row holds of a private text: of the two columns one is null, and both where the text was not given. */
type PrivateText<Name extends string> = { readonly [Column in Name]: string | null } & {
  readonly [Column in `${Name}_private`]: PrivateReference | null;
};

/** The columns of a private text in a view: the text in plain, or a reference to what stands in the log for it. */
export function privateColumns<Name extends string>(name: Name) {
  return { [name]: 'text?', [`${name}_private`]: nullable(jsonb<PrivateReference>()) } as {
    readonly [Each in Name]: 'text?';
  } & { readonly [Each in `${Name}_private`]: Column<'jsonb?', PrivateReference | null> };
}

/** The columns of a private text as one event gives it: the text, or which private value stands for it. */
export function privateText<Name extends string>(name: Name, event: RecordedEvent, path: Pointer): PrivateText<Name> {
  const value = valueAt(event.data, path) as Private<string> | undefined;
  const columns =
    typeof value === 'object'
      ? { [name]: null, [`${name}_private`]: { eventId: event.id, path, sha256: value.sha256 } }
      : { [name]: value ?? null, [`${name}_private`]: null };
  return columns as PrivateText<Name>;
}
