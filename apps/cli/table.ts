/** Columns padded to their widest cell; numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => (row[n] ?? '').length)));
  const numeric = head.map((_, n) => rows.length > 0 && rows.every((row) => /^[0-9]*$/.test(row[n] ?? '')));
  const line = (cells: readonly string[]) =>
    `${cells
      .map((cell, n) => (numeric[n] === true ? cell.padStart(widths[n] ?? 0) : cell.padEnd(widths[n] ?? 0)))
      .join('  ')
      .trimEnd()}\n`;
  return [head, ...rows].map(line).join('');
}
