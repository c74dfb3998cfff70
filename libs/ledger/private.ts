import { hash, randomBytes } from 'node:crypto';
import {
  placesOf,
  Secret,
  type DomainEvent,
  type EventType,
  type Place,
  type Pointer,
  type PrivateField,
} from '@maillage/kernel';
import { canonical, InvalidEvent } from './canonical.js';

/** What precedes salt and value under the hash, so that no other hash of this system is ever one of a private value. */
const DOMAIN = Buffer.from('maillage/private/v1\n', 'utf8');
const SALT_BYTES = 32;

/** A private value on its way into the erasable table. */
export interface PrivateValue {
  /** Where it belongs in the event's data. */
  readonly path: Pointer;
  /** 32 bytes, as the log has them in hex. */
  readonly saltedHash: Buffer;
  /** 32 random bytes, without which a short value could be found by trying. */
  readonly salt: Buffer;
  /** RFC 8785 canonical JSON of the value. */
  readonly value: string;
  /** Whether anybody may read value and salt. */
  readonly isPublic: boolean;
}

/** SHA-256('maillage/private/v1\n' ‖ salt ‖ value in UTF-8). @param value RFC 8785 canonical JSON. */
export function saltedHashOf(value: string, salt: Buffer): Buffer {
  return hash('sha256', Buffer.concat([DOMAIN, salt, Buffer.from(value, 'utf8')]), 'buffer');
}

/** Whether salt and value give that hash. @param value RFC 8785 canonical JSON. */
export function opens(saltedHash: Buffer, salt: Buffer, value: string): boolean {
  return salt.length === SALT_BYTES && saltedHashOf(value, salt).equals(saltedHash);
}

/**
 * An event's data with each secret in a private field replaced by its salted hash, and what was taken out. Data
 * without secrets is given back as it is.
 * @throws {InvalidEvent} where a secret does not fit its field's schema; it says where, and not what.
 */
export function withoutSecrets(
  { privates: fields }: EventType,
  { type, data }: DomainEvent,
): { readonly data: unknown; readonly privates: readonly PrivateValue[] } {
  const privates: PrivateValue[] = [];
  let logged = data;
  for (const field of fields) {
    for (const { keys, path, value } of placesOf(field.keys, logged)) {
      if (!(value instanceof Secret)) continue;
      const taken = takenOut(type, field, path, value);
      privates.push(taken);
      logged = replaced(logged, keys, { sha256: taken.saltedHash.toString('hex') });
    }
  }
  return { data: logged, privates };
}

function takenOut(type: string, { plain }: PrivateField, path: Pointer, secret: Secret): PrivateValue {
  const parsed = plain.safeParse(secret.value);
  if (!parsed.success) {
    const codes = parsed.error.issues.map(({ code }) => code).join(', ');
    throw new InvalidEvent(
      `${type} does not fit its schema: the private value at data${path} is refused (${codes}).`,
      'DATA',
    );
  }
  const text = canonical(parsed.data);
  const salt = randomBytes(SALT_BYTES);
  return { path, saltedHash: saltedHashOf(text, salt), salt, value: text, isPublic: secret.isPublic };
}

/** A copy of `data` with another value at `keys`; what lies beside them is shared. */
function replaced(data: unknown, keys: Place['keys'], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const copy = Array.isArray(data) ? [...(data as unknown[])] : { ...(data as object) };
  const fields = copy as Record<string | number, unknown>;
  fields[key] = replaced(fields[key], rest, value);
  return copy;
}
