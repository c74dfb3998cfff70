const LONGEST = 300;

/**
 * What stands on each line of a list or a CSV that somebody pasted: the cell with an @, without quotes, brackets and a name
 * before them; else the line as it is, so that a report can tell of it. A heading of columns is passed over.
 */
export function addressesIn(text: string): readonly string[] {
  return addressesOf(
    text.split(/\r?\n/).map((line) => line.split(/[;,\t]/).map((cell) => cell.replace(/^[\s"]+|[\s"]+$/g, ''))),
  );
}

/** The same of the rows of a table. */
export function addressesOf(rows: readonly (readonly string[])[]): readonly string[] {
  const read = rows
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .flatMap((cells) => {
      const found = cells.filter((cell) => cell.includes('@'));
      return found.length === 0
        ? [{ text: cells.join(' ').trim(), isAddress: false }]
        : found.map((cell) => ({ text: bare(cell), isAddress: true }));
    });
  const [first, ...rest] = read;
  const isHeading = first !== undefined && !first.isAddress && rest.some(({ isAddress }) => isAddress);
  return (isHeading ? rest : read).map((each) => each.text.slice(0, LONGEST));
}

/** `Marie Dupont <marie@example.org>` as `marie@example.org`. */
function bare(cell: string): string {
  return (/<([^<>]*)>/.exec(cell)?.[1] ?? cell).trim();
}
