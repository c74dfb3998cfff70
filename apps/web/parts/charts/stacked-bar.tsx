export interface Part {
  readonly key: string;
  readonly label: string;
  /** In the unit of the bar; the part's length is proportional to it. */
  readonly value: number;
  readonly look: Look;
}

/** Told apart by texture as well as by colour: solid, striped, dotted, empty. */
export type Look = 'solid' | 'striped' | 'dotted' | 'open';

/**
 * A bar of a few parts. Its figures stand in the table or the legend beside it.
 * @param whole what the bar's full length stands for, where that is more than its parts.
 */
export function StackedBar({
  summary,
  parts,
  whole = 0,
  large = false,
}: {
  readonly summary: string;
  readonly parts: readonly Part[];
  readonly whole?: number;
  readonly large?: boolean;
}) {
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const length = Math.max(sum, whole);
  if (length <= 0) return null;
  return (
    <div className={large ? 'stacked-bar large' : 'stacked-bar'} role="img" aria-label={summary}>
      {parts
        .filter(({ value }) => value > 0)
        .map(({ key, value, look }) => (
          <span key={key} className={`part ${look}`} style={{ width: `${((value / length) * 100).toFixed(2)}%` }} />
        ))}
    </div>
  );
}

export function Swatch({ look }: { readonly look: Look }) {
  return <span className={`swatch part ${look}`} aria-hidden="true" />;
}
