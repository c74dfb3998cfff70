import { scaleLinear } from '@visx/scale';
import { useId, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ChartFrame } from './chart-frame.js';

/** All between 0 and 1. */
export interface Interval {
  readonly estimate: number;
  /** The share of the estimate that rests on no evidence. */
  readonly uncertainty: number;
  /** What the estimate is cautiously not below. */
  readonly lower: number;
}

export interface IntervalRow {
  readonly key: string;
  readonly label: string;
  /** `undefined` where no figure is published: then nothing is drawn but the word for it. */
  readonly interval: Interval | undefined;
}

const TICKS = [0, 0.25, 0.5, 0.75, 1] as const;
const HEIGHT = 40;
const MIDDLE = HEIGHT / 2;
const BAND = 16;

/**
 * Where an estimate would lie if all that is unknown spoke against, or all of it for: E ∓ U/2. With r and s,
 * what speaks for and what against, these are (r−1)/(r+s) and 1−(s−1)/(r+s), the estimate without the assumption that evidence replaces.
 */
export function rangeOf({ estimate, uncertainty }: Interval): readonly [from: number, to: number] {
  return [Math.max(0, estimate - uncertainty / 2), Math.min(1, estimate + uncertainty / 2)];
}

/** In percent of the width: the drawing follows its place and its writing keeps its size. */
const x = scaleLinear<number>({ domain: [0, 1], range: [0, 100] });
function at(share: number): string {
  return `${x(share).toFixed(2)}%`;
}

/** Estimates with their uncertainty, one under the other on one scale, with the table of the same figures. */
export function IntervalChart({
  title,
  summary,
  rows,
  rowLabel,
}: {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly IntervalRow[];
  readonly rowLabel: ReactNode;
}) {
  const intl = useIntl();
  const percent = (share: number) => intl.formatNumber(share, { style: 'percent' });
  const columns = (['estimate', 'from', 'to', 'lower', 'uncertainty'] as const).map((key) => ({
    key,
    numeric: true,
    label: <FormattedMessage id={`interval.${key}`} />,
  }));
  return (
    <ChartFrame
      title={title}
      summary={summary}
      columns={[{ key: 'row', label: rowLabel }, ...columns]}
      rows={rows.map(({ key, label, interval }) => ({
        key,
        cells: { row: label, ...(interval === undefined ? absent() : figures(interval, percent)) },
      }))}
    >
      <div className="intervals">
        {rows.map(({ key, label, interval }) => (
          <div key={key} className="interval-row">
            <span className="interval-label">{label}</span>
            {interval === undefined ? (
              <span className="interval-none">
                <FormattedMessage id="interval.none" />
              </span>
            ) : (
              <Drawing interval={interval} />
            )}
          </div>
        ))}
        <div className="interval-row interval-axis">
          <span className="interval-label" />
          <span className="interval-ticks">
            {TICKS.map((tick) => (
              <span key={tick}>{percent(tick)}</span>
            ))}
          </span>
        </div>
      </div>
      <ul className="legend">
        {(['estimate', 'band', 'lower'] as const).map((part) => (
          <li key={part}>
            <Sample part={part} /> <FormattedMessage id={`interval.legend.${part}`} />
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

function Drawing({ interval }: { readonly interval: Interval }) {
  const [from, to] = rangeOf(interval);
  const { estimate, lower } = interval;
  const unknown = useId();
  return (
    <svg className="interval" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
      {TICKS.map((tick) => (
        <line key={tick} className="interval-grid" x1={at(tick)} x2={at(tick)} y1={0} y2={HEIGHT} />
      ))}
      <line className="interval-lower" x1={at(lower)} x2={at(estimate)} y1={MIDDLE} y2={MIDDLE} />
      <line className="interval-lower" x1={at(lower)} x2={at(lower)} y1={MIDDLE - 6} y2={MIDDLE + 6} />
      <Hatching id={unknown} />
      <rect
        className="interval-band"
        fill={`url(#${unknown})`}
        x={at(from)}
        width={at(to - from)}
        y={MIDDLE - BAND / 2}
        height={BAND}
        rx={BAND / 4}
      />
      <circle className="interval-estimate" cx={at(estimate)} cy={MIDDLE} r={6} />
    </svg>
  );
}

/** Can be told from a plain bar without its colour. */
function Hatching({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="interval-ground" width="7" height="7" />
        <line className="interval-hatch" x1="0" x2="0" y1="0" y2="7" />
      </pattern>
    </defs>
  );
}

function Sample({ part }: { readonly part: 'estimate' | 'band' | 'lower' }) {
  const unknown = useId();
  return (
    <svg className="sample" width="28" height="18" aria-hidden="true" focusable="false">
      <Hatching id={unknown} />
      {part === 'estimate' && <circle className="interval-estimate" cx="14" cy="9" r="6" />}
      {part === 'band' && (
        <rect className="interval-band" fill={`url(#${unknown})`} x="2" y="2" width="24" height="14" rx="4" />
      )}
      {part === 'lower' && (
        <>
          <line className="interval-lower" x1="3" x2="26" y1="9" y2="9" />
          <line className="interval-lower" x1="3" x2="3" y1="3" y2="15" />
        </>
      )}
    </svg>
  );
}

function figures(interval: Interval, percent: (share: number) => string): Readonly<Record<string, ReactNode>> {
  const [from, to] = rangeOf(interval);
  const { estimate, lower, uncertainty } = interval;
  return {
    estimate: percent(estimate),
    from: percent(from),
    to: percent(to),
    lower: percent(lower),
    uncertainty: percent(uncertainty),
  };
}

function absent(): Readonly<Record<string, ReactNode>> {
  return { estimate: <FormattedMessage id="interval.none" />, from: '–', to: '–', lower: '–', uncertainty: '–' };
}
