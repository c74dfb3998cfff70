import type { ReactNode } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { StackedBar, Swatch, type Look } from '../../../parts/charts/stacked-bar.js';
import type { CommitmentKind, CommitmentState, Evidence } from '../../../generated/graphql/schema.js';
import { Day } from '../../../i18n/format.js';
import { quantityText } from '../../../i18n/text.js';
import { Reveal } from '../../../parts/reveal.js';
import { SomeOf } from '../../../parts/some-of.js';
import { DataTable } from '../../../parts/table.js';
import type { MissionData } from './types.js';

type Progress = MissionData['progress'];
type Given = Progress['contributions'][number];

export const STATES = [
  'KEPT',
  'DUE',
  'OVERDUE',
  'WITHDRAWN',
  'PROPOSED',
  'REPORTED',
  'CLOSED',
  'RELEASED',
  'LAPSED',
] as const satisfies readonly CommitmentState[];
const FEW_LINES = 6;
const LEVELS = ['VERIFIED', 'CORROBORATED', 'DECLARED', 'NONE'] as const satisfies readonly Evidence[];

const STATE_LOOKS: Readonly<Record<CommitmentState, Look>> = {
  KEPT: 'solid',
  DUE: 'dotted',
  OVERDUE: 'striped',
  WITHDRAWN: 'open',
  PROPOSED: 'open',
  REPORTED: 'open',
  LAPSED: 'open',
  CLOSED: 'striped',
  RELEASED: 'open',
};
/** The others are shown where there are any. */
const ALWAYS: ReadonlySet<CommitmentState> = new Set(['KEPT', 'DUE', 'OVERDUE', 'WITHDRAWN']);
const LEVEL_LOOKS: Readonly<Record<Evidence, Look>> = {
  VERIFIED: 'solid',
  CORROBORATED: 'striped',
  DECLARED: 'dotted',
  NONE: 'open',
};

/** Of all promises of the mission, however many of them the page lists. */
export function countOf({ commitments }: Progress, state: CommitmentState): number {
  return commitments.reduce((sum, each) => (each.state === state ? sum + each.count : sum), 0);
}

export function ProgressSection({ progress }: { readonly progress: Progress }) {
  const none = STATES.every((state) => countOf(progress, state) === 0);
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">
        <FormattedMessage id="mission.progress" />
      </h2>
      {none ? (
        <p>
          <FormattedMessage id="mission.progress.none" />
        </p>
      ) : (
        <>
          <p className="quiet">
            <FormattedMessage id="mission.progress.asOf" values={{ day: <Day date={progress.on} /> }} />
          </p>
          <States progress={progress} />
          <Amounts progress={progress} />
        </>
      )}
    </section>
  );
}

/** How many promises stand so, in a few words. */
export function stateAndCount(intl: IntlShape, state: CommitmentState, count: number): string {
  return intl.formatMessage(
    { id: 'commitments.ofState' },
    { state: intl.formatMessage({ id: `state.${state}` }), count },
  );
}

function States({ progress }: { readonly progress: Progress }) {
  const intl = useIntl();
  const states = STATES.filter((state) => ALWAYS.has(state) || countOf(progress, state) > 0);
  const kinds = [...new Set(progress.commitments.map(({ kind }) => kind))];
  const count = (kind: CommitmentKind, state: CommitmentState) =>
    progress.commitments.find((each) => each.kind === kind && each.state === state)?.count ?? 0;
  const shown = (number: number) => intl.formatNumber(number);
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const row = (key: string, name: ReactNode, counts: readonly number[]) => ({
    key,
    cells: {
      kind: name,
      ...Object.fromEntries(states.map((state, index) => [state, shown(counts[index] ?? 0)])),
      total: shown(total(counts)),
    },
  });
  return (
    <>
      <StackedBar
        large
        summary={intl.formatList(
          states.map((state) => stateAndCount(intl, state, countOf(progress, state))),
          { type: 'unit' },
        )}
        parts={states.map((state) => ({
          key: state,
          label: intl.formatMessage({ id: `state.${state}` }),
          value: countOf(progress, state),
          look: STATE_LOOKS[state],
        }))}
      />
      <ul className="legend" aria-hidden="true">
        {states.map((state) => (
          <li key={state}>
            <Swatch look={STATE_LOOKS[state]} /> <FormattedMessage id={`state.${state}`} />{' '}
            <strong>{shown(countOf(progress, state))}</strong>
          </li>
        ))}
      </ul>
      <Reveal label={<FormattedMessage id="progress.byKind" />}>
        <DataTable
          caption={intl.formatMessage({ id: 'progress.byKind' })}
          columns={[
            { key: 'kind', label: <FormattedMessage id="progress.kind" /> },
            ...states.map((state) => ({
              key: state,
              label: <FormattedMessage id={`state.${state}`} />,
              numeric: true,
            })),
            { key: 'total', label: <FormattedMessage id="progress.total" />, numeric: true },
          ]}
          rows={[
            ...kinds.map((kind) =>
              row(
                kind,
                <FormattedMessage id={`kind.${kind}`} />,
                states.map((state) => count(kind, state)),
              ),
            ),
            row(
              'all',
              <strong>{intl.formatMessage({ id: 'progress.total' })}</strong>,
              states.map((state) => countOf(progress, state)),
            ),
          ]}
        />
      </Reveal>
    </>
  );
}

/** Figures of one kind in one unit: only these may be compared. */
interface Line {
  readonly kind: CommitmentKind;
  readonly unit: string | null;
  readonly promised: Progress['promised'][number] | undefined;
  readonly given: readonly Given[];
}

function linesOf({ promised, contributions }: Progress): readonly Line[] {
  const keys = new Map<string, Pick<Line, 'kind' | 'unit'>>();
  for (const { kind, unit } of [...promised, ...contributions]) keys.set(`${kind} ${unit ?? ''}`, { kind, unit });
  return [...keys.values()].map(({ kind, unit }) => ({
    kind,
    unit,
    promised: promised.find((each) => each.kind === kind && each.unit === unit),
    given: contributions.filter((each) => each.kind === kind && each.unit === unit),
  }));
}

function Amounts({ progress }: { readonly progress: Progress }) {
  const intl = useIntl();
  const lines = linesOf(progress);
  const columns = [
    { key: 'what', label: <FormattedMessage id="progress.what" /> },
    { key: 'promised', label: <FormattedMessage id="progress.promised" />, numeric: true },
    ...LEVELS.map((level) => ({
      key: level,
      label: (
        <>
          <Swatch look={LEVEL_LOOKS[level]} /> <FormattedMessage id={`evidence.${level}`} />
        </>
      ),
      numeric: true,
    })),
    { key: 'bar', label: <FormattedMessage id="progress.delivered" /> },
  ];
  return (
    <>
      {progress.promised.length > 0 && (
        <p className="quiet">
          <FormattedMessage id="progress.delivered.text" />
        </p>
      )}
      <SomeOf items={lines} few={FEW_LINES}>
        {(some) => (
          <DataTable
            caption={intl.formatMessage({ id: 'progress.amounts' })}
            columns={columns}
            rows={some.map((line) => ({
              key: `${line.kind} ${line.unit ?? ''}`,
              cells: {
                what: <LineName line={line} />,
                promised: line.promised === undefined ? '–' : quantityText(intl, line.promised.amount, line.unit),
                ...Object.fromEntries(
                  LEVELS.map((level) => [
                    level,
                    <GivenCell key={level} given={givenAt(line, level)} unit={line.unit} />,
                  ]),
                ),
                bar: <LineBar line={line} />,
              },
            }))}
          />
        )}
      </SomeOf>
    </>
  );
}

function givenAt(line: Line, level: Evidence): Given | undefined {
  return line.given.find(({ evidence }) => evidence === level);
}

function LineName({ line: { kind, unit, promised } }: { readonly line: Line }) {
  return (
    <>
      <FormattedMessage id={`kind.${kind}`} />
      <span className="quiet">
        {' '}
        {unit === null ? (
          <FormattedMessage id="progress.noUnit" />
        ) : (
          promised !== undefined && <FormattedMessage id="progress.promises" values={{ count: promised.count }} />
        )}
      </span>
    </>
  );
}

function GivenCell({ given, unit }: { readonly given: Given | undefined; readonly unit: string | null }) {
  const intl = useIntl();
  if (given === undefined) return <>–</>;
  return (
    <>
      {given.amount === null || unit === null ? (
        <FormattedMessage id="progress.times" values={{ count: given.count }} />
      ) : (
        quantityText(intl, given.amount, unit)
      )}
      {given.disputed > 0 && (
        <span className="quiet disputed">
          <FormattedMessage id="progress.disputed" values={{ count: given.disputed }} />
        </span>
      )}
    </>
  );
}

/**
 * Its full length is what was promised in this unit, and a promise fills no more of it than its own amount. Lengths of two
 * lines do not compare, as their units differ.
 */
function LineBar({ line: { unit, promised } }: { readonly line: Line }) {
  const intl = useIntl();
  if (unit === null || promised === undefined) return <>–</>;
  const said = promised.delivered.map(({ evidence, amount }) =>
    intl.formatMessage(
      { id: 'progress.level' },
      { amount: quantityText(intl, amount, unit), level: intl.formatMessage({ id: `evidence.${evidence}` }) },
    ),
  );
  const list = said.length === 0 ? intl.formatMessage({ id: 'progress.nothingGiven' }) : intl.formatList(said);
  return (
    <StackedBar
      summary={intl.formatMessage(
        { id: 'progress.givenBar' },
        { promised: quantityText(intl, promised.amount, unit), given: list },
      )}
      whole={Number(promised.amount)}
      parts={promised.delivered.map(({ evidence, amount }) => ({
        key: evidence,
        label: intl.formatMessage({ id: `evidence.${evidence}` }),
        value: Number(amount),
        look: LEVEL_LOOKS[evidence],
      }))}
    />
  );
}
