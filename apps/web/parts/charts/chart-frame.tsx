import { useId, useState, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { DataTable, type Column } from '../table.js';

/** A chart with its table: the same figures, for whoever reads rather than looks. */
export function ChartFrame({
  title,
  summary,
  columns,
  rows,
  children,
}: {
  readonly title: string;
  /** What the chart shows, in a sentence: read out in its place. */
  readonly summary: string;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly key: string; readonly cells: Readonly<Record<string, ReactNode>> }[];
  readonly children: ReactNode;
}) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id} className="visually-hidden">
        {title}
      </figcaption>
      {asTable ? (
        <DataTable caption={title} columns={columns} rows={rows} />
      ) : (
        <div role="img" aria-label={summary}>
          {children}
        </div>
      )}
      <button
        type="button"
        className="plain"
        onClick={() => {
          setAsTable(!asTable);
        }}
      >
        <FormattedMessage id={asTable ? 'chart.chart' : 'chart.table'} />
        <span className="visually-hidden">{`, ${title}`}</span>
      </button>
    </figure>
  );
}
