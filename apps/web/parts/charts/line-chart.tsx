import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear, scaleUtc } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useIntl } from 'react-intl';
import { dayText, quantityText, unitName } from '../../i18n/text.js';
import { ChartFrame } from './chart-frame.js';

export interface Point {
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly value: string;
}

export interface Series {
  readonly key: string;
  readonly label: string;
  readonly points: readonly Point[];
}

export interface LineChartProps {
  readonly title: string;
  readonly summary: string;
  readonly unit: string;
  readonly series: readonly Series[];
  /** Drawn as a line of its own, up to its date where it has one. */
  readonly target?: { readonly value: string; readonly dueOn: string | null; readonly label: string };
  /** Where it started: a dotted line of its own. */
  readonly baseline?: { readonly value: string; readonly on: string | null; readonly label: string };
  readonly dateLabel: string;
}

/** Width in pixels, until the element it stands in has been measured. */
const USUAL_WIDTH = 480;
const HEIGHT = 260;
const MARGIN = { top: 12, right: 24, bottom: 32, left: 56 };
const TICKS = 5;
/** Pixels that a label such as “May 2026” takes on the axis, with space around it. */
const TICK_WIDTH = 100;
/** Told apart by the shape of the line as well as by its colour. */
const LOOKS = [
  { color: 'var(--accent)', dash: undefined },
  { color: 'var(--second)', dash: '8 3' },
  { color: 'var(--third)', dash: '2 3' },
  { color: 'var(--good)', dash: '10 3 2 3' },
  { color: 'var(--bad)', dash: '5 2' },
  { color: 'var(--quiet)', dash: '1 2' },
] as const;

/** Values over time against a target, with the table of the same figures. Its size follows its place. */
export function LineChart({ title, summary, unit, series, target, baseline, dateLabel }: LineChartProps) {
  const intl = useIntl();
  const [place, width] = useWidth(USUAL_WIDTH);
  const points = series.flatMap((each) => each.points);
  const days = [...points.map(({ on }) => on), baseline?.on ?? null, target?.dueOn ?? null];
  const times = days.filter((on) => on !== null).map(time);
  const values = [...points, target, baseline].filter((each) => each !== undefined).map(({ value }) => Number(value));
  const x = scaleUtc<number>({ domain: spread(times), range: [0, width - MARGIN.left - MARGIN.right] });
  // From 0, where the figures allow it: a cut axis makes small changes look large.
  const y = scaleLinear<number>({
    domain: [Math.min(0, ...values), Math.max(...values, 0) || 1],
    range: [HEIGHT - MARGIN.top - MARGIN.bottom, 0],
    nice: true,
  });
  const level = (value: string) => ({ x1: 0, x2: x(Math.max(...times)), y1: y(Number(value)), y2: y(Number(value)) });
  const monthOf = (on: Date) => intl.formatDate(on, { timeZone: 'UTC', month: 'short', year: 'numeric' });
  const axis = { stroke: 'var(--line)', tickStroke: 'var(--line)' };
  const tickLabel = { fill: 'var(--quiet)', fontSize: 13, fontFamily: 'inherit' };
  return (
    <ChartFrame
      title={title}
      summary={summary}
      columns={[{ key: 'on', label: dateLabel }, ...series.map(({ key, label }) => ({ key, label, numeric: true }))]}
      rows={tableRows(series).map(([on, cells]) => ({
        key: on,
        cells: {
          on: dayText(intl, on),
          ...Object.fromEntries(
            [...cells].map(([key, value]): [string, ReactNode] => [key, quantityText(intl, value, unit)]),
          ),
        },
      }))}
    >
      <svg ref={place} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true" focusable="false">
        <Group left={MARGIN.left} top={MARGIN.top}>
          <AxisLeft
            {...axis}
            scale={y}
            numTicks={TICKS}
            tickFormat={(value) => intl.formatNumber(Number(value), { notation: 'compact' })}
            tickLabelProps={{ ...tickLabel, textAnchor: 'end', dx: -4, dy: 4 }}
          />
          <AxisBottom
            {...axis}
            scale={x}
            top={HEIGHT - MARGIN.top - MARGIN.bottom}
            tickValues={someOf(x.ticks(TICKS), monthOf, Math.max(2, Math.floor(width / TICK_WIDTH)))}
            tickFormat={(value) => monthOf(new Date(Number(value)))}
            tickLabelProps={{ ...tickLabel, textAnchor: 'middle', dy: 4 }}
          />
          {baseline !== undefined && <line className="baseline" {...level(baseline.value)} />}
          {target !== undefined && <line className="target" {...level(target.value)} />}
          {series.map(({ key, points }, index) => (
            <Line key={key} points={points} x={x} y={y} {...look(index)} />
          ))}
        </Group>
      </svg>
      <Legend unit={unit} series={series} target={target} baseline={baseline} />
    </ChartFrame>
  );
}

interface LineProps {
  readonly points: readonly Point[];
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
  readonly color: string;
  readonly dash: string | undefined;
}

function Line({ points, x, y, color, dash }: LineProps) {
  return (
    <Group>
      <LinePath
        className="series"
        data={[...points]}
        x={(point) => x(time(point.on))}
        y={(point) => y(Number(point.value))}
        stroke={color}
        {...(dash === undefined ? {} : { strokeDasharray: dash })}
      />
      {points.map((point) => (
        <circle key={point.on} cx={x(time(point.on))} cy={y(Number(point.value))} r={3.5} fill={color} />
      ))}
    </Group>
  );
}

interface LegendProps extends Pick<LineChartProps, 'unit' | 'series'> {
  readonly target: LineChartProps['target'] | undefined;
  readonly baseline: LineChartProps['baseline'] | undefined;
}

function Legend({ unit, series, target, baseline }: LegendProps) {
  const intl = useIntl();
  return (
    <ul className="legend">
      {series.map(({ key, label }, index) => (
        <li key={key}>
          <Sample {...look(index)} /> {label}
        </li>
      ))}
      {target !== undefined && (
        <li>
          <Sample color="var(--ink)" dash="5 4" /> {target.label}
        </li>
      )}
      {baseline !== undefined && (
        <li>
          <Sample color="var(--quiet)" dash="1.5 4" /> {baseline.label}
        </li>
      )}
      <li className="quiet">{unitName(intl, unit)}</li>
    </ul>
  );
}

/** The width of an element, followed as its place grows and shrinks: a picture scaled down would have unreadable figures. */
function useWidth(first: number): readonly [RefObject<SVGSVGElement | null>, number] {
  const place = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const measure = () => {
      setWidth(Math.round(element.getBoundingClientRect().width) || first);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [first]);
  return [place, width];
}

/** Evenly, at most so many: a scale gives more than were asked for where they are round dates, and several of one name. */
function someOf(ticks: readonly Date[], nameOf: (tick: Date) => string, most: number): Date[] {
  const named = ticks.filter((tick, index) => index === 0 || nameOf(tick) !== nameOf(ticks[index - 1] ?? tick));
  const step = Math.ceil(named.length / most);
  return named.filter((_, index) => index % step === 0);
}

function look(index: number) {
  return LOOKS[index % LOOKS.length] ?? LOOKS[0];
}

function Sample({ color, dash }: { readonly color: string; readonly dash: string | undefined }) {
  return (
    <svg className="sample" width="28" height="10" viewBox="0 0 28 10" aria-hidden="true">
      <line x1="0" x2="28" y1="5" y2="5" stroke={color} strokeWidth="2.5" strokeDasharray={dash} />
    </svg>
  );
}

function time(on: string): number {
  return Date.parse(`${on}T00:00:00Z`);
}

const A_MONTH = 30 * 86_400_000;

/** One date alone still needs a width. */
function spread(times: readonly number[]): [number, number] {
  const [first, last] = [Math.min(...times), Math.max(...times)];
  return first < last ? [first, last] : [first - A_MONTH, last + A_MONTH];
}

/** One row a date, with the value of each series that has one then. */
function tableRows(series: readonly Series[]): readonly (readonly [string, ReadonlyMap<string, string>])[] {
  const rows = new Map<string, Map<string, string>>();
  for (const { key, points } of series) {
    for (const { on, value } of points) rows.set(on, (rows.get(on) ?? new Map<string, string>()).set(key, value));
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
}
