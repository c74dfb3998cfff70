import { useCallback, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  MoreIndicatorsDocument,
  EarlierMeasurementsDocument,
} from '../../../generated/graphql/pages/missions/mission/mission.js';
import { idOf, latestFirst, useMore } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { Percent, RecordedOn } from '../../../i18n/format.js';
import { dayText, quantityText } from '../../../i18n/text.js';
import { LinkButton } from '../../../parts/button.js';
import { EvidenceList } from '../../../parts/evidence.js';
import { IndicatorSource } from '../../../parts/indicators/source.js';
import { LongText } from '../../../parts/long-text.js';
import { isAllowed } from '../../../parts/may.js';
import { MoreButton } from '../../../parts/more-button.js';
import { OrganisationLink } from '../../../parts/named.js';
import { Reveal } from '../../../parts/reveal.js';
import { SomeOf } from '../../../parts/some-of.js';
import { EverywhereChart, isOfPart, PartCharts } from './indicator-charts.js';
import { Sdgs } from '../../../parts/indicators/sdgs.js';
import { TargetsDue } from '../../../parts/indicators/targets-due.js';
import type { IndicatorData, MissionData } from './types.js';

const FEW = 4;

export function IndicatorsSection({ mission }: { readonly mission: MissionData }) {
  const ask = useAsk();
  const next = useCallback(
    async (after: string | null) => (await ask(MoreIndicatorsDocument, { id: mission.id, after })).mission?.indicators,
    [ask, mission.id],
  );
  const more = useMore<IndicatorData>(mission.indicators, idOf, next);
  return (
    <section aria-labelledby="indicators">
      <h2 id="indicators">
        <FormattedMessage id="mission.indicators" />
      </h2>
      <TargetsDue targets={mission.targetsDue} />
      {more.nodes.length === 0 && (
        <p>
          <FormattedMessage id="mission.indicators.none" />
        </p>
      )}
      <SomeOf items={more.nodes} few={FEW} more={more}>
        {(some) => (
          <ul className="stack indicators">
            {some.map((indicator) => (
              <li key={indicator.id} className="card indicator">
                <Indicator indicator={indicator} />
              </li>
            ))}
          </ul>
        )}
      </SomeOf>
      {isAllowed(mission.may, 'DefineIndicator') && (
        <div className="actions">
          <LinkButton href={`/record/indicator/${mission.id}`}>
            <FormattedMessage id="indicator.define" />
          </LinkButton>
        </div>
      )}
    </section>
  );
}

function Indicator({ indicator }: { readonly indicator: IndicatorData }) {
  const intl = useIntl();
  const ask = useAsk();
  const first = useMemo(() => latestFirst(indicator.measurements), [indicator.measurements]);
  const measurements = useMore(first, idOf, async (before) => {
    const earlier = (await ask(EarlierMeasurementsDocument, { id: indicator.id, before })).indicator?.measurements;
    return earlier === undefined ? undefined : latestFirst(earlier);
  });
  // Drawn in the order of their days.
  const drawn = measurements.nodes.toReversed();
  return (
    <>
      <h3>{indicator.name}</h3>
      <p className="state">
        <ProgressInWords indicator={indicator} />
      </p>
      <Way indicator={indicator} />
      <Figures indicator={indicator} />
      <ByCategory indicator={indicator} />
      <Beside indicator={indicator} />
      {indicator.proxyFor !== null && (
        <p className="proxy">
          <FormattedMessage id="indicator.proxyFor" values={{ proxyFor: indicator.proxyFor }} />
        </p>
      )}
      <EverywhereChart indicator={indicator} measurements={drawn} />
      {drawn.some(isOfPart) && (
        <Reveal level={4} label={<FormattedMessage id="indicator.parts" />}>
          <PartCharts indicator={indicator} measurements={drawn} />
        </Reveal>
      )}
      {measurements.hasMore && (
        <p className="quiet">
          <FormattedMessage id="indicator.earlier" values={{ count: drawn.length }} />
        </p>
      )}
      <MoreButton more={measurements} />
      <Reveal level={4} label={<FormattedMessage id="indicator.more" />}>
        <About indicator={indicator} corrected={indicator.corrected.totalCount} />
      </Reveal>
      <div className="actions">
        <LinkButton href={`/indicators/${indicator.id}`}>
          <FormattedMessage id="indicator.page" />
          <span className="visually-hidden">
            {' '}
            {intl.formatMessage({ id: 'timeline.quoted' }, { text: indicator.name })}
          </span>
        </LinkButton>
        {isAllowed(indicator.may, 'RecordMeasurement') && (
          <LinkButton href={`/record/measurement/${indicator.id}`}>
            <FormattedMessage id="indicator.record" />
            <span className="visually-hidden">
              {' '}
              {intl.formatMessage({ id: 'timeline.quoted' }, { text: indicator.name })}
            </span>
          </LinkButton>
        )}
      </div>
    </>
  );
}

function ProgressInWords({ indicator: { progress, measurements, unit } }: { readonly indicator: IndicatorData }) {
  const intl = useIntl();
  const share = progress.share === null ? 0 : Number(progress.share);
  switch (progress.state) {
    case 'MEASURED':
      return <FormattedMessage id="indicator.state.MEASURED" values={{ share: <Percent share={share} /> }} />;
    case 'OFF_THE_SCALE':
      return <FormattedMessage id={share > 1 ? 'indicator.state.BEYOND' : 'indicator.state.BEHIND'} />;
    case 'NOT_MEASURED':
      return (
        <FormattedMessage
          id={measurements.nodes.length === 0 ? 'indicator.state.NOTHING' : 'indicator.state.NOT_MEASURED'}
        />
      );
    case 'HELD':
    case 'BROKEN': {
      const margin = quantityText(intl, (progress.margin ?? '0').replace('-', ''), unit);
      return <FormattedMessage id={`indicator.state.${progress.state}`} values={{ margin }} />;
    }
    case 'RETIRED':
    case 'NO_BASELINE':
    case 'NO_TARGET':
    case 'NO_DISTANCE':
      return <FormattedMessage id={`indicator.state.${progress.state}`} />;
  }
}

/** Targets of parts, each with how far its own part has come. */
function ByCategory({ indicator }: { readonly indicator: IndicatorData }) {
  const intl = useIntl();
  const { targets, unit } = indicator;
  const parts = targets.filter(({ categoryNames }) => categoryNames.length > 0);
  if (parts.length === 0) return null;
  return (
    <ul className="by-category">
      {parts.map(({ targetId, value, dueOn, categoryNames, progress }) => (
        <li key={targetId}>
          <FormattedMessage
            id={dueOn === null ? 'indicator.partTarget' : 'indicator.partTargetBy'}
            values={{
              part: categoryNames.join(' · '),
              value: quantityText(intl, value, unit),
              day: dueOn === null ? '' : dayText(intl, dueOn),
              state: (
                <FormattedMessage
                  id={`indicator.part.${progress.state}`}
                  values={{ share: <Percent share={Number(progress.share ?? 0)} /> }}
                />
              ),
            }}
          />
        </li>
      ))}
    </ul>
  );
}

/** Figures that differ, and those of others: shown, with whose they are. */
function Beside({ indicator: { progress, unit } }: { readonly indicator: IndicatorData }) {
  const intl = useIntl();
  const line = (id: 'indicator.contestedBy' | 'indicator.other', { value, recordedBy }: Told) => (
    <li key={`${id} ${recordedBy?.id ?? ''} ${value}`}>
      <FormattedMessage
        id={id}
        values={{
          value: quantityText(intl, value, unit),
          organisation: <OrganisationLink organisation={recordedBy} />,
        }}
      />
    </li>
  );
  if (progress.others.length === 0 && progress.contested.length === 0) return null;
  return (
    <>
      {progress.contested.length > 0 && (
        <p>
          <FormattedMessage id="indicator.contested" />
        </p>
      )}
      <ul className="beside">
        {progress.contested.map((each) => line('indicator.contestedBy', each))}
        {progress.others.map((each) => line('indicator.other', each))}
      </ul>
    </>
  );
}

type Told = IndicatorData['progress']['others'][number];

/** How far it has come, drawn: the words above and the figures below say the same. */
function Way({ indicator: { progress } }: { readonly indicator: IndicatorData }) {
  if (progress.state !== 'MEASURED' || progress.share === null) return null;
  return (
    <div className="way" aria-hidden="true">
      <span style={{ width: `${(Number(progress.share) * 100).toFixed(2)}%` }} />
    </div>
  );
}

function Figures({ indicator }: { readonly indicator: IndicatorData }) {
  const intl = useIntl();
  const { unit, baseline, target, progress } = indicator;
  if (baseline === null && target === null && progress.value === null) return null;
  const valueOn = (id: 'indicator.valueOn' | 'indicator.valueBy', value: string, day: string | null) => {
    const written = quantityText(intl, value, unit);
    return day === null ? written : intl.formatMessage({ id }, { value: written, day: dayText(intl, day) });
  };
  return (
    <dl className="figures">
      {baseline !== null && (
        <div>
          <dt>
            <FormattedMessage id="indicator.baseline" />
          </dt>
          <dd>{valueOn('indicator.valueOn', baseline.value, baseline.on)}</dd>
        </div>
      )}
      {progress.value !== null && (
        <div>
          <dt>
            <FormattedMessage id="indicator.latest" />
          </dt>
          <dd>{valueOn('indicator.valueOn', progress.value, progress.period?.to ?? null)}</dd>
        </div>
      )}
      {target !== null && (
        <div>
          <dt>
            <FormattedMessage id={`indicator.target.${indicator.mode}`} />
          </dt>
          <dd>
            {target.upper === null
              ? valueOn('indicator.valueBy', target.value, target.dueOn)
              : `${quantityText(intl, target.value, unit)} – ${quantityText(intl, target.upper, unit)}`}
            {target.state !== 'OPEN' && (
              <span className="quiet">
                {' '}
                <FormattedMessage id={`targetState.${target.state}`} />
              </span>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}

function About({ indicator, corrected }: { readonly indicator: IndicatorData; readonly corrected: number }) {
  const intl = useIntl();
  const { description, sdgs, targetHistory, unit } = indicator;
  // Each target but those in force, with what was said when the next one replaced it.
  const earlier = targetHistory.flatMap((target, index) => {
    const next = targetHistory.slice(index + 1).find(({ targetId }) => targetId === target.targetId);
    return next === undefined ? [] : [{ target, next }];
  });
  return (
    <>
      {description !== null && <LongText text={description} most={1000} />}
      {indicator.direction !== null && (
        <p className="quiet">
          <FormattedMessage id={`indicator.direction.${indicator.direction}`} />
        </p>
      )}
      <p>
        <FormattedMessage id="indicator.agreement" values={{ ...indicator.agreement }} />
      </p>
      <IndicatorSource source={indicator.source} />
      <LatestFigure measurement={indicator.progress.measurement} />
      {corrected > 0 && (
        <p>
          <FormattedMessage id="indicator.corrected" values={{ count: corrected }} />
        </p>
      )}
      {sdgs.length > 0 && <Sdgs codes={sdgs} />}
      {earlier.length > 0 && (
        <>
          <h5>
            <FormattedMessage id="indicator.targetHistory" />
          </h5>
          <ul>
            {earlier.map(({ target, next }) => (
              <li key={`${target.targetId} ${target.setAt}`}>
                <FormattedMessage
                  id="indicator.targetWas"
                  values={{
                    value: <s>{quantityText(intl, target.value, unit)}</s>,
                    day: <RecordedOn at={next.setAt} />,
                    reason: next.reason ?? '',
                  }}
                />{' '}
                <span className="quiet">
                  <FormattedMessage id={`targetState.${target.state}`} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Who measured what is shown, how, and where anyone can see for themselves. */
function LatestFigure({ measurement }: { readonly measurement: IndicatorData['progress']['measurement'] }) {
  if (measurement === null) return null;
  const { recordedBy, note, evidence, evidenceFiles } = measurement;
  return (
    <>
      <p>
        <FormattedMessage
          id="indicator.latestBy"
          values={{ organisation: <OrganisationLink key="by" organisation={recordedBy} /> }}
        />
      </p>
      {note !== null && <LongText text={note} most={400} />}
      <EvidenceList links={evidence} files={evidenceFiles} />
    </>
  );
}
