import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { Link } from 'wouter';
import { IntervalChart, rangeOf, type Interval } from '../../../parts/charts/interval.js';
import type { ProfileFragment } from '../../../generated/graphql/pages/directory/organisation/organisation.js';
import { dayText } from '../../../i18n/text.js';
import { Reveal } from '../../../parts/reveal.js';
import { WithTerms } from '../../../parts/terms.js';
import { parameterWords, type ParameterWords } from './parameter-words.js';
import { Reasons } from './reasons.js';

type Estimate = ProfileFragment['estimates'][number];

/** Reputation in one mission: never one figure alone, and beside nobody else's. */
export function ReputationProfile({
  organisation,
  profile,
}: {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly profile: ProfileFragment;
}) {
  const intl = useIntl();
  const { mission, estimates, on, computedAt } = profile;
  const words = parameterWords(intl, profile.parameters);
  if (mission === null) return null;
  const title = intl.formatMessage(
    { id: 'reputation.chart' },
    { organisation: organisation.name, mission: mission.title },
  );
  const published = estimates.some((each) => intervalOf(each) !== undefined);
  return (
    <section className="profile">
      <h3>
        <Link href={`/missions/${mission.id}`}>{mission.title}</Link> <span className="quiet">{mission.hashtag}</span>
      </h3>
      {published && (
        <IntervalChart
          title={title}
          summary={estimates.map((each) => sentenceOf(intl, each, words)).join(' ')}
          rowLabel={<FormattedMessage id="reputation.dimension" />}
          rows={estimates.map((each) => ({
            key: each.dimension,
            label: intl.formatMessage({ id: `dimension.${each.dimension}` }),
            interval: intervalOf(each),
          }))}
        />
      )}
      <ul className="stack estimates">
        {estimates.map((each) => (
          <li key={each.dimension}>
            <h4>
              <FormattedMessage id={`dimension.${each.dimension}`} />
            </h4>
            <p>
              <Words estimate={each} /> <WithTerms>{sentenceOf(intl, each, words, false)}</WithTerms>
            </p>
            {each.disagreement !== null && (
              <p>
                <WithTerms>{disagreementText(intl, each.disagreement)}</WithTerms>
              </p>
            )}
            <Reveal level={5} label={<ReasonsLabel estimate={each} />}>
              <Reasons
                computedAt={computedAt}
                on={on}
                mission={mission}
                organisationId={organisation.id}
                words={words}
                dimension={each.dimension}
              />
            </Reveal>
          </li>
        ))}
      </ul>
      <p className="quiet">
        <FormattedMessage id="reputation.computed" values={{ on: dayText(intl, on), position: computedAt }} />
      </p>
    </section>
  );
}

function ReasonsLabel({ estimate: { dimension } }: { readonly estimate: Estimate }) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: `dimension.${dimension}` });
  return <FormattedMessage id="reputation.reasons" values={{ dimension: name }} />;
}

function intervalOf({ estimate, uncertainty, lower }: Estimate): Interval | undefined {
  return estimate === null || uncertainty === null || lower === null ? undefined : { estimate, uncertainty, lower };
}

/** Which way the evidence points, where it points one way whatever is not known yet. */
function Words({ estimate }: { readonly estimate: Estimate }) {
  const interval = intervalOf(estimate);
  if (interval === undefined) {
    return (
      <strong>
        <FormattedMessage id="reputation.insufficient" />
      </strong>
    );
  }
  const [from, to] = rangeOf(interval);
  const way = Math.min(from, interval.lower) > 0.5 ? 'for' : to < 0.5 ? 'against' : 'open';
  return (
    <strong>
      <FormattedMessage id={`reputation.words.${way}`} />
    </strong>
  );
}

/** @param named whether it says of which dimension, as it must where it stands alone. */
function sentenceOf(intl: IntlShape, each: Estimate, words: ParameterWords, named = true): string {
  const interval = intervalOf(each);
  const sentence = interval === undefined ? shortfallText(intl, each, words) : figuresText(intl, each.groups, interval);
  if (!named) return sentence;
  const dimension = intl.formatMessage({ id: `dimension.${each.dimension}` });
  const said =
    interval === undefined ? `${intl.formatMessage({ id: 'reputation.insufficient' })} ${sentence}` : sentence;
  return intl.formatMessage({ id: 'reputation.named' }, { dimension, sentence: said });
}

function figuresText(intl: IntlShape, groups: number, interval: Interval): string {
  const percent = (share: number) => intl.formatNumber(share, { style: 'percent' });
  const [from, to] = rangeOf(interval);
  return intl.formatMessage(
    { id: 'reputation.figures' },
    {
      estimate: percent(interval.estimate),
      from: percent(from),
      to: percent(to),
      lower: percent(interval.lower),
      groups,
    },
  );
}

const MOST_POINTS = 4;
/** A step of the scale, and half of one: so far two groups are apart on average where they disagree, or differ. */
const [STEP, HALF_STEP] = [1 / MOST_POINTS, 1 / (2 * MOST_POINTS)];

/** Whether an estimate is what all see, or the middle of views that differ: in words, and in points as reviews give them. */
function disagreementText(intl: IntlShape, { lowest, highest, apart }: NonNullable<Estimate['disagreement']>): string {
  const points = (share: number) => intl.formatNumber(share * MOST_POINTS, { maximumFractionDigits: 1 });
  const how = apart < HALF_STEP ? 'alike' : apart < STEP ? 'differ' : 'disagree';
  return intl.formatMessage(
    { id: `reputation.apart.${how}` },
    { lowest: points(lowest), highest: points(highest), apart: points(apart), most: MOST_POINTS },
  );
}

/** What would make a figure possible: what is missing, and nothing about what it would then be. */
function shortfallText(intl: IntlShape, { shortfall, dimension }: Estimate, words: ParameterWords): string {
  if (shortfall === null) return '';
  const { groups, mass } = shortfall;
  const facts = dimension === 'RESULTS' || dimension === 'RELIABILITY';
  return [
    groups > 0 ? intl.formatMessage({ id: 'reputation.shortfall.groups' }, { ...words, groups }) : '',
    mass > 0
      ? intl.formatMessage(
          { id: facts ? 'reputation.shortfall.massWithFacts' : 'reputation.shortfall.mass' },
          // Up, not to the nearest: less than that is not enough.
          { ...words, mass: intl.formatNumber(Math.ceil(mass * 10) / 10, { maximumFractionDigits: 1 }) },
        )
      : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
