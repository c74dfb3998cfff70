import { hash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import { judgingKeywords, readSchema } from './dialect.js';

// CommonJS whose types claim an ES default export; at run time the import is the function itself.
const canonicalize = canonicalizeModule as unknown as typeof canonicalizeModule.default;

/**
 * What a log commits itself to of a JSON Schema: SHA-256, in hex, over what of it judges, as canonical JSON. Words that only
 * describe may be mended.
 * @param text of the schema. @throws {Error} where it is none that dialect.ts reads, saying what of it is not.
 */
export function schemaHash(text: string): string {
  return hash('sha256', canonicalize(judging(readSchema(text))) ?? '', 'hex');
}

function judging(schema: object): object {
  return Object.fromEntries(judgingKeywords(schema).map(([name, value]) => [name, judgingPart(name, value)]));
}

function judgingPart(name: string, value: unknown): unknown {
  switch (name) {
    case 'properties':
      // Of a field named as a keyword is, the name stays.
      return Object.fromEntries(
        Object.entries(value as object).map(([field, each]) => [field, judging(each as object)]),
      );
    case 'items':
      return judging(value as object);
    case 'anyOf':
      return (value as readonly object[]).map(judging);
    default:
      return value;
  }
}
