import { sql, type RawBuilder } from 'kysely';
import { foldedWords, SEARCH } from '@maillage/kernel';

/**
 * Whether what is searched of a row holds each word that somebody typed, in any order and as a part of longer ones,
 * whatever its case, accents and apostrophes: `evreux` finds Évreux. What has no word, such as a lone hyphen, finds every
 * row. By a scan, which tens of thousands of rows bear; more would want an index of their own.
 * @param row the table, or what it is called in the statement; it must be one with columns `searched`.
 */
export function holds(row: string, typed: string): RawBuilder<boolean> {
  const parts = foldedWords(typed).map((word) => `%${word.replace(/[\\%_]/g, (special) => `\\${special}`)}%`);
  return sql<boolean>`${sql.ref(`${row}.${SEARCH}`)} like all(${parts}::text[])`;
}
