import { lazy, Suspense, useCallback, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  EarlierFiguresDocument,
  type FigureRecordedFragment,
} from '../../../generated/graphql/pages/missions/indicator/indicator.js';
import { Day, RecordedOn } from '../../../i18n/format.js';
import { quantityText } from '../../../i18n/text.js';
import { EvidenceList } from '../../../parts/evidence.js';
import { LongText } from '../../../parts/long-text.js';
import { isAllowed } from '../../../parts/may.js';
import { MoreButton } from '../../../parts/more-button.js';
import { OrganisationLink } from '../../../parts/named.js';
import { idOf, latestFirst, useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import type { IndicatorData } from './types.js';

// The form is fetched for whoever may fill it in.
const Correct = lazy(() => import('./correct.js'));

interface Props {
  readonly indicator: IndicatorData;
  readonly recorded: (position: string | null) => void;
}

/** Every figure that was recorded, the latest days first, with what was corrected in it and why. */
export function Figures({ indicator, recorded }: Props) {
  const { id, measurements } = indicator;
  const ask = useAsk();
  const first = useMemo(() => latestFirst(measurements), [measurements]);
  const next = useCallback(
    async (before: string | null) => {
      const earlier = (await ask(EarlierFiguresDocument, { id, before })).indicator?.measurements;
      return earlier === undefined ? undefined : latestFirst(earlier);
    },
    [ask, id],
  );
  const more = useMore(first, idOf, next);
  if (more.nodes.length === 0) return null;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">
        <FormattedMessage id="indicatorPage.figures" />
      </h2>
      <ul className="stack">
        {more.nodes.map((figure) => (
          <li key={figure.id} className="card">
            <Figure indicator={indicator} figure={figure} recorded={recorded} />
          </li>
        ))}
      </ul>
      <MoreButton more={more} />
    </section>
  );
}

function Figure({ indicator, figure, recorded }: Props & { readonly figure: FigureRecordedFragment }) {
  const intl = useIntl();
  const { value, numerator, denominator, period, place, categoryNames, recordedBy, note } = figure;
  const of = [...categoryNames, ...(place === null ? [] : [place.name])];
  return (
    <>
      <p className="row">
        <strong>{quantityText(intl, value, indicator.unit)}</strong>
        {numerator !== null && denominator !== null && (
          <span>
            <FormattedMessage
              id="indicatorPage.ofHowMany"
              values={{
                numerator: quantityText(intl, numerator, null),
                denominator: quantityText(intl, denominator, null),
              }}
            />
          </span>
        )}
        <span className="quiet">
          {period.from !== period.to && (
            <>
              <Day date={period.from} />
              {' – '}
            </>
          )}
          <Day date={period.to} />
        </span>
        {of.length > 0 && <span>{of.join(' · ')}</span>}
      </p>
      <p className="quiet">
        <FormattedMessage
          id="indicatorPage.figureBy"
          values={{ organisation: <OrganisationLink organisation={recordedBy} /> }}
        />
      </p>
      {note !== null && <LongText text={note} />}
      <EvidenceList links={figure.evidence} files={figure.evidenceFiles} />
      <Corrections indicator={indicator} figure={figure} />
      {isAllowed(figure.may, 'CorrectMeasurement') && (
        <Suspense fallback={null}>
          <Correct indicator={indicator} figure={figure} recorded={recorded} />
        </Suspense>
      )}
    </>
  );
}

/** What it said before, each time with who changed it and why. */
function Corrections({
  indicator: { unit },
  figure: { original, corrections },
}: {
  readonly indicator: IndicatorData;
  readonly figure: FigureRecordedFragment;
}) {
  const intl = useIntl();
  if (original === null) return null;
  const before = [original.value, ...corrections.map(({ value }) => value)];
  return (
    <>
      {corrections.map(({ reason, correctedAt, correctedBy }, index) => (
        <p key={correctedAt} className="quiet">
          <FormattedMessage
            id="indicatorPage.correctedFrom"
            values={{
              value: quantityText(intl, before[index] ?? original.value, unit),
              day: <RecordedOn at={correctedAt} />,
              organisation: <OrganisationLink organisation={correctedBy} />,
              reason,
            }}
          />
        </p>
      ))}
    </>
  );
}
