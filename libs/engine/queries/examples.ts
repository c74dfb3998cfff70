/** Example inputs of a batch query: each of these arguments, with one key. */
export function batchesOf<const Each extends readonly unknown[]>(
  ...each: Each
): readonly { readonly keys: readonly string[]; readonly args: Each[number] }[] {
  return each.map((args) => ({ keys: ['1'], args }));
}
