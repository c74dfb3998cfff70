import { lazy, Suspense, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { IndicatorPageDocument } from '../../../generated/graphql/pages/missions/indicator/indicator.js';
import { Day, Percent } from '../../../i18n/format.js';
import { dayText, quantityText } from '../../../i18n/text.js';
import { ForMission } from '../../../parts/forms/recording.js';
import { Sdgs } from '../../../parts/indicators/sdgs.js';
import { IndicatorSource } from '../../../parts/indicators/source.js';
import { TargetsDue } from '../../../parts/indicators/targets-due.js';
import { LongText } from '../../../parts/long-text.js';
import { OrganisationLink, OrganisationLinks } from '../../../parts/named.js';
import { isUnknownId } from '../../../shell/graphql/unknown-id.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { NotFound } from '../../../shell/not-found.js';
import { LoadedPage } from '../../../shell/page.js';
import { Figures } from './figures.js';
import type { IndicatorData } from './types.js';

// Forms are fetched for whoever may fill them in.
const Acts = lazy(() => import('./acts.js'));

/** An indicator as it was agreed: what it says, who agreed, its figure, its targets, and what may be done about it. */
export default function IndicatorPage({ id }: { readonly id: string }) {
  const [afterPosition, setAfterPosition] = useState<string | null>(null);
  const variables = useMemo(() => ({ id, afterPosition }), [id, afterPosition]);
  const page = usePage(IndicatorPageDocument, variables);
  if (page.data?.indicator === null || isUnknownId(page.error)) return <NotFound />;
  return (
    <LoadedPage
      page={page}
      title={({ indicator }) => indicator?.name}
      documentTitle={({ indicator }) => indicator?.name}
      kicker={({ indicator }) => <ForMission mission={indicator?.mission ?? null} />}
    >
      {({ indicator, viewer }) =>
        indicator !== null && (
          <div className="stack">
            <Figure indicator={indicator} />
            <Targets indicator={indicator} />
            <Figures
              indicator={indicator}
              recorded={(position) => {
                if (position === null) page.reload();
                else setAfterPosition(position);
              }}
            />
            <Definition indicator={indicator} />
            {viewer !== null && (
              <Suspense fallback={null}>
                <Acts
                  indicator={indicator}
                  recorded={(position) => {
                    if (position === null) page.reload();
                    else setAfterPosition(position);
                  }}
                />
              </Suspense>
            )}
          </div>
        )
      }
    </LoadedPage>
  );
}

function Figure({ indicator }: { readonly indicator: IndicatorData }) {
  const intl = useIntl();
  const { progress, unit, retiredOn, retirementReason } = indicator;
  return (
    <section aria-labelledby="figure">
      <h2 id="figure">
        <FormattedMessage id="indicatorPage.figure" />
      </h2>
      {retiredOn !== null && (
        <p>
          <FormattedMessage
            id="indicatorPage.retired"
            values={{ day: <Day date={retiredOn} />, reason: retirementReason ?? '' }}
          />
        </p>
      )}
      {progress.value === null ? (
        <p>
          <FormattedMessage id="indicator.state.NOT_MEASURED" />
        </p>
      ) : (
        <p>
          <FormattedMessage
            id="indicatorPage.value"
            values={{
              value: <strong>{quantityText(intl, progress.value, unit)}</strong>,
              day: progress.period === null ? '' : dayText(intl, progress.period.to),
            }}
          />{' '}
          <FormattedMessage id={`figureState.${progress.figureState}`} />
        </p>
      )}
      <Said indicator={indicator} />
    </section>
  );
}

/** Who said what of it. */
function Said({ indicator: { progress, unit } }: { readonly indicator: IndicatorData }) {
  const intl = useIntl();
  return (
    <ul>
      {progress.contested.map(({ id, value, recordedBy }) => (
        <li key={id}>
          <FormattedMessage
            id="indicator.contestedBy"
            values={{
              value: quantityText(intl, value, unit),
              organisation: <OrganisationLink organisation={recordedBy} />,
            }}
          />
        </li>
      ))}
      {progress.shares.length > 1 &&
        progress.shares.map(({ organisation, value, numerator, denominator }) => (
          <li key={organisation?.id ?? ''}>
            <FormattedMessage
              id={numerator === null ? 'indicatorPage.share' : 'indicatorPage.ratioShare'}
              values={{
                value: quantityText(intl, value, unit),
                organisation: <OrganisationLink organisation={organisation} />,
                numerator: quantityText(intl, numerator ?? '0', null),
                denominator: quantityText(intl, denominator ?? '0', null),
              }}
            />
          </li>
        ))}
      {progress.others.map(({ id, value, recordedBy }) => (
        <li key={id}>
          <FormattedMessage
            id="indicator.other"
            values={{
              value: quantityText(intl, value, unit),
              organisation: <OrganisationLink organisation={recordedBy} />,
            }}
          />
        </li>
      ))}
    </ul>
  );
}

type Target = IndicatorData['targetHistory'][number];

function Targets({ indicator }: { readonly indicator: IndicatorData }) {
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">
        <FormattedMessage id="indicatorPage.targets" />
      </h2>
      {indicator.mission !== null && <TargetsDue targets={indicator.mission.targetsDue} />}
      {indicator.targetHistory.length === 0 ? (
        <p>
          <FormattedMessage id="indicatorPage.targets.none" />
        </p>
      ) : (
        <ul className="stack">
          {indicator.targetHistory.map((target, index) => (
            <li key={`${target.targetId} ${index}`}>
              <TargetLine indicator={indicator} target={target} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function TargetLine({ indicator, target }: { readonly indicator: IndicatorData; readonly target: Target }) {
  const intl = useIntl();
  const { unit } = indicator;
  const { value, upper, dueOn, categoryNames, state, reason, progress } = target;
  const bounds = [value, ...(upper === null ? [] : [upper])].map((each) => quantityText(intl, each, unit)).join(' – ');
  return (
    <>
      <FormattedMessage
        id={dueOn === null ? 'indicator.partTarget' : 'indicator.partTargetBy'}
        values={{
          part:
            categoryNames.length === 0
              ? intl.formatMessage({ id: 'measurementForm.everybody' })
              : categoryNames.join(' · '),
          value: bounds,
          day: dueOn === null ? '' : dayText(intl, dueOn),
          state: (
            <FormattedMessage
              id={`indicator.part.${progress.state}`}
              values={{ share: <Percent share={Number(progress.share ?? 0)} /> }}
            />
          ),
        }}
      />{' '}
      <span className="quiet">
        <FormattedMessage id={`targetState.${state}`} />
        {reason !== null && <> {intl.formatMessage({ id: 'timeline.quoted' }, { text: reason })}</>}
      </span>
    </>
  );
}

function Definition({ indicator }: { readonly indicator: IndicatorData }) {
  const intl = useIntl();
  const { agreement, agreedBy, reporters, dimensions, definitions, unit, baseline } = indicator;
  return (
    <section aria-labelledby="definition">
      <h2 id="definition">
        <FormattedMessage id="indicatorPage.definition" />
      </h2>
      <p>
        <FormattedMessage id="indicator.agreement" values={{ ...agreement }} />{' '}
        <OrganisationLinks organisations={agreedBy} />
      </p>
      {indicator.description !== null && <LongText text={indicator.description} most={1000} />}
      <p>
        <FormattedMessage id={`mode.${indicator.mode}`} />{' '}
        {indicator.direction !== null && <FormattedMessage id={`indicator.direction.${indicator.direction}`} />}
        {' · '}
        <FormattedMessage id={`aggregation.${indicator.aggregation}`} />
      </p>
      {baseline !== null && (
        <p>
          <FormattedMessage
            id="indicator.chart.baseline"
            values={{ value: quantityText(intl, baseline.value, unit) }}
          />
        </p>
      )}
      <p>
        {reporters.length === 0 ? (
          <FormattedMessage id="indicatorPage.reporters.backbones" />
        ) : (
          <FormattedMessage
            id="indicatorPage.reporters"
            values={{ organisations: <OrganisationLinks organisations={reporters} /> }}
          />
        )}
      </p>
      {dimensions.map(({ key, name, codes }) => (
        <p key={key}>
          <FormattedMessage
            id="indicatorPage.dimension"
            values={{ name, codes: intl.formatList(codes.map((each) => each.name)) }}
          />
        </p>
      ))}
      {indicator.sdgs.length > 0 && <Sdgs codes={indicator.sdgs} />}
      <IndicatorSource source={indicator.source} />
      {indicator.proxyFor !== null && (
        <p>
          <FormattedMessage id="indicator.proxyFor" values={{ proxyFor: indicator.proxyFor }} />
        </p>
      )}
      {definitions.length > 1 && <Versions definitions={definitions} />}
    </section>
  );
}

function Versions({ definitions }: Pick<IndicatorData, 'definitions'>) {
  return (
    <ul>
      {definitions.map(({ version, madeOn, madeBy, reason }) => (
        <li key={version}>
          <FormattedMessage
            id="indicatorPage.version"
            values={{
              version,
              day: <Day date={madeOn} />,
              organisation: <OrganisationLink organisation={madeBy} />,
              reason: reason ?? '',
            }}
          />
        </li>
      ))}
    </ul>
  );
}
