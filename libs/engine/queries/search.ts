import { sql, type RawBuilder } from 'kysely';

/** Accents and the like, once a text is decomposed. */
const MARKS = '[\u0300-\u036f]';
const ALL_MARKS = new RegExp(MARKS, 'gu');

/**
 * Whether a text column holds what somebody typed, whatever its case and accents: `evreux` finds Évreux. By a scan, which
 * tens of thousands of rows bear; more would want an index of their own.
 */
export function holds(column: string, typed: string): RawBuilder<boolean> {
  const plain = typed.toLowerCase().normalize('NFD').replace(ALL_MARKS, '');
  const part = `%${plain.replace(/[\\%_]/g, (special) => `\\${special}`)}%`;
  return sql<boolean>`regexp_replace(normalize(lower(${sql.ref(column)}), NFD), ${MARKS}, '', 'g') like ${part}`;
}
