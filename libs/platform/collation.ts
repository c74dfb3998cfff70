/**
 * What names are sorted by: ICU's root collation, which every PostgreSQL that was built with ICU has under this name. It is
 * that of English and of French, neither of which has rules of its own; a spec holds it against both. A language that has,
 * as Swedish does, would want a column and an index more.
 */
export const COLLATION = 'und-x-icu';
