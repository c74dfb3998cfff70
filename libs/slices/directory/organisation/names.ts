/** Three names at most, of however many there are: for what a refusal says. */
export function someNames(found: readonly { readonly name: string }[]): string {
  const names = found.slice(0, 3).map(({ name }) => name);
  return `${names.join(', ')}${found.length > 3 ? ' and others' : ''}`;
}
