import type { ReactNode } from 'react';

export interface Column {
  readonly key: string;
  readonly label: ReactNode;
  /** Figures stand at the right. */
  readonly numeric?: boolean;
}

/** Scrolls sideways by itself on a narrow screen, by keyboard as well. */
export function DataTable({
  caption,
  columns,
  rows,
}: {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Each with a key of its own and a cell by column key. */
  readonly rows: readonly { readonly key: string; readonly cells: Readonly<Record<string, ReactNode>> }[];
}) {
  return (
    // A region that scrolls has to be reached by the keyboard.
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, numeric }) => (
              <th key={key} scope="col" className={numeric === true ? 'numeric' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {columns.map(({ key, numeric }, index) =>
                index === 0 ? (
                  <th key={key} scope="row">
                    {row.cells[key]}
                  </th>
                ) : (
                  <td key={key} className={numeric === true ? 'numeric' : undefined}>
                    {row.cells[key]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
