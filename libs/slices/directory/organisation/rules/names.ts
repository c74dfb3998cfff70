/** Some organisations, by their names. */
export interface Named {
  readonly names: readonly string[];
}

/** Three names at most, of however many there are: for what a refusal says. */
export function someNames({ names }: Named): string {
  return `${names.slice(0, 3).join(', ')}${names.length > 3 ? ' and others' : ''}`;
}
