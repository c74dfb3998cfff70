import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { LineChart, type Point, type Series } from '../../../parts/charts/line-chart.js';
import { DataTable } from '../../../parts/table.js';
import { dayText, quantityText } from '../../../i18n/text.js';
import type { IndicatorData } from './types.js';

type Measurement = IndicatorData['measurements']['nodes'][number];

/** As many lines as can be told apart by their looks. */
const LINES_A_CHART = 6;

interface ChartsProps {
  readonly indicator: IndicatorData;
  readonly measurements: readonly Measurement[];
}

/** Whether it is of less than everybody everywhere. */
export function isOfPart({ place, group, categoryNames }: Measurement): boolean {
  return place !== null || group !== null || categoryNames.length > 0;
}

/** The values measured everywhere, with the start and the target as lines. */
export function EverywhereChart({ indicator, measurements }: ChartsProps) {
  const intl = useIntl();
  const everywhere = measurements.filter((each) => each.capacity !== 'OTHER' && !isOfPart(each));
  // A single figure needs no chart: it is shown beside start and target.
  if (new Set(everywhere.map(({ period }) => period.to)).size < 2) return null;
  return (
    <Chart
      indicator={indicator}
      title={intl.formatMessage({ id: 'indicator.chart.everywhere' }, { indicator: indicator.name })}
      series={[{ key: 'all', label: intl.formatMessage({ id: 'indicator.everywhere' }), points: pointsOf(everywhere) }]}
      compared
    />
  );
}

/** Places and groups side by side, which are never added up. */
export function PartCharts({ indicator, measurements }: ChartsProps) {
  const reported = measurements.filter((each) => each.capacity !== 'OTHER' && isOfPart(each));
  const places = seriesOf(reported.filter(({ place }) => place !== null));
  const groups = seriesOf(reported.filter(({ place }) => place === null));
  return (
    <>
      <p className="quiet">
        <FormattedMessage id="indicator.notAdded" />
      </p>
      <div className="columns">
        <Parts indicator={indicator} series={places} by="place" />
        <Parts indicator={indicator} series={groups} by="group" />
      </div>
    </>
  );
}

function Parts({
  indicator,
  series,
  by,
}: {
  readonly indicator: IndicatorData;
  readonly series: readonly Series[];
  readonly by: 'place' | 'group';
}) {
  const intl = useIntl();
  if (series.length === 0) return null;
  const charts = chunks(series);
  const title = intl.formatMessage(
    { id: by === 'place' ? 'indicator.chart.places' : 'indicator.chart.groups' },
    { indicator: indicator.name },
  );
  return (
    <div>
      <h5>
        <FormattedMessage id={by === 'place' ? 'indicator.byPlace' : 'indicator.byGroup'} />
      </h5>
      {daysOf(series).length === 1 && <OneDay indicator={indicator} title={title} series={series} by={by} />}
      {daysOf(series).length > 1 &&
        charts.map((some, index) => (
          <Chart
            key={some[0]?.key ?? index}
            indicator={indicator}
            title={
              charts.length === 1
                ? title
                : intl.formatMessage({ id: 'indicator.chart.part' }, { title, part: index + 1, parts: charts.length })
            }
            series={some}
          />
        ))}
    </div>
  );
}

function Chart({
  indicator: { unit, target, baseline },
  title,
  series,
  compared = false,
}: {
  readonly indicator: IndicatorData;
  readonly title: string;
  readonly series: readonly Series[];
  /** Whether start and target are of what is drawn: they are of everybody everywhere. */
  readonly compared?: boolean;
}) {
  const intl = useIntl();
  const line = (id: 'indicator.chart.target' | 'indicator.chart.baseline', value: string) =>
    intl.formatMessage({ id }, { value: quantityText(intl, value, unit) });
  return (
    <LineChart
      title={title}
      summary={summaryOf(intl, unit, series)}
      unit={unit}
      series={series}
      dateLabel={intl.formatMessage({ id: 'indicator.chart.date' })}
      {...(compared && target !== null
        ? { target: { ...target, label: line('indicator.chart.target', target.value) } }
        : {})}
      {...(compared && baseline !== null
        ? { baseline: { ...baseline, label: line('indicator.chart.baseline', baseline.value) } }
        : {})}
    />
  );
}

/** Figures of one day compare by themselves, without lines between days. */
function OneDay({
  indicator: { unit },
  title,
  series,
  by,
}: {
  readonly indicator: IndicatorData;
  readonly title: string;
  readonly series: readonly Series[];
  readonly by: 'place' | 'group';
}) {
  const intl = useIntl();
  const [day = ''] = daysOf(series);
  return (
    <DataTable
      caption={title}
      columns={[
        { key: 'part', label: <FormattedMessage id={`indicator.${by}`} /> },
        { key: 'value', label: dayText(intl, day), numeric: true },
      ]}
      rows={series.map(({ key, label, points }) => ({
        key,
        cells: { part: label, value: quantityText(intl, points[0]?.value ?? '0', unit) },
      }))}
    />
  );
}

function daysOf(series: readonly Series[]): readonly string[] {
  return [...new Set(series.flatMap(({ points }) => points.map(({ on }) => on)))].sort();
}

function summaryOf(intl: IntlShape, unit: string, series: readonly Series[]): string {
  const days = daysOf(series);
  const [from = '', to = ''] = [days.at(0), days.at(-1)].map((day) => (day === undefined ? '' : dayText(intl, day)));
  const latest = series.map(({ label, points }) => {
    const value = quantityText(intl, points.at(-1)?.value ?? '', unit);
    return series.length === 1 ? value : intl.formatMessage({ id: 'indicator.chart.seriesLatest' }, { label, value });
  });
  const list = intl.formatList(latest, { type: 'unit' });
  return series.length === 1
    ? intl.formatMessage({ id: 'indicator.chart.summary' }, { count: days.length, from, to, latest: list })
    : intl.formatMessage({ id: 'indicator.chart.summaryOf' }, { series: series.length, from, to, latest: list });
}

/** One for each place, and within a place for each group, in the order they were first measured. */
function seriesOf(measurements: readonly Measurement[]): readonly Series[] {
  const byLabel = new Map<string, Measurement[]>();
  for (const measurement of measurements) {
    const label = [
      ...(measurement.place === null ? [] : [measurement.place.name]),
      ...(measurement.group === null ? [] : [measurement.group]),
      ...measurement.categoryNames,
    ].join(' · ');
    byLabel.set(label, [...(byLabel.get(label) ?? []), measurement]);
  }
  return [...byLabel].map(([label, some]) => ({ key: label, label, points: pointsOf(some) }));
}

/** A value a day: of two whose periods end on one day, the one recorded later. */
function pointsOf(measurements: readonly Measurement[]): readonly Point[] {
  const byDay = new Map(measurements.map(({ period, value }) => [period.to, value]));
  return [...byDay].map(([on, value]) => ({ on, value }));
}

function chunks(series: readonly Series[]): readonly (readonly Series[])[] {
  const found: (readonly Series[])[] = [];
  for (let at = 0; at < series.length; at += LINES_A_CHART) found.push(series.slice(at, at + LINES_A_CHART));
  return found;
}
