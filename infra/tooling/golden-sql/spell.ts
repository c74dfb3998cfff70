/** Strings and names in quotes, parameters, words, numbers, and every other character by itself; comments and space aside. */
const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$\d+|[\p{L}_][\p{L}\d_]*|\d+(?:\.\d+)?|--[^\n]*|\s+|./gsu;
const NOTHING = /^(?:--|\s)/;
const LIST = String.raw`\( \$\d+(?: , \$\d+)* \)`;
const IN_LIST = new RegExp(String.raw`\bin ${LIST}`, 'gi');
const VALUES_LIST = new RegExp(String.raw`\bvalues ${LIST}(?: , ${LIST})*`, 'gi');

/**
 * One spelling for statements that differ in layout, in the lengths of their `in` and `values` lists, and in how their
 * parameters are therefore numbered.
 */
export function spell(sql: string): string {
  const tokens = (sql.match(TOKENS) ?? []).filter((token) => !NOTHING.test(token));
  const numbers = new Map<string, number>();
  return tokens
    .join(' ')
    .replace(IN_LIST, 'in ( … )')
    .replace(VALUES_LIST, 'values ( … )')
    .replace(/\$\d+/g, (parameter) => {
      const number = numbers.get(parameter) ?? numbers.size + 1;
      numbers.set(parameter, number);
      return `$${number}`;
    });
}
