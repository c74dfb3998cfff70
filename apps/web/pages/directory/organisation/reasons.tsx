import { useCallback, useEffect, useState } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { Link } from 'wouter';
import {
  ReputationReasonsDocument,
  type ReputationReasonsQuery,
  type ReputationReasonsQueryVariables,
} from '../../../generated/graphql/pages/directory/organisation/organisation.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { dayText } from '../../../i18n/text.js';
import { Button } from '../../../parts/button.js';
import { Loading, Notice } from '../../../parts/notice.js';
import { Reveal } from '../../../parts/reveal.js';
import { DataTable } from '../../../parts/table.js';
import type { ParameterWords } from './parameter-words.js';
import { PromiseText } from '../../../parts/promise-text.js';

type Organisation = NonNullable<ReputationReasonsQuery['organisation']>;
type Reason = Organisation['reputation']['estimates'][number];

interface ReasonsProps {
  readonly organisationId: string;
  readonly mission: { readonly id: string; readonly title: string };
  readonly dimension: ReputationReasonsQueryVariables['dimension'];
  readonly computedAt: string;
  readonly on: string;
  /** Of the parameters it was computed with. */
  readonly words: ParameterWords;
}

/** What an estimate is made of, review by review and commitment by commitment; asked for when it is opened. */
export function Reasons({ organisationId, mission, dimension, computedAt, on, words }: ReasonsProps) {
  const intl = useIntl();
  const missionId = mission.id;
  const ask = useAsk();
  const [found, setFound] = useState<Reason | 'failed'>();
  const load = useCallback(
    () =>
      ask(ReputationReasonsDocument, { id: organisationId, missionId, dimension, position: computedAt, on })
        .then(({ organisation }) => organisation?.reputation.estimates[0] ?? ('failed' as const))
        .catch(() => 'failed' as const),
    [ask, organisationId, missionId, dimension, computedAt, on],
  );
  useEffect(() => {
    let current = true;
    setFound(undefined);
    void load().then((reason) => {
      if (current) setFound(reason);
    });
    return () => {
      current = false;
    };
  }, [load]);

  if (found === undefined) return <Loading />;
  if (found === 'failed') {
    return (
      <div role="alert">
        <Notice tone="warning" title={<FormattedMessage id="failed.title" />} />
        <Button onPress={() => void load().then(setFound)}>
          <FormattedMessage id="failed.retry" />
        </Button>
      </div>
    );
  }
  const { reviews, commitments } = found;
  const dimensionName = intl.formatMessage({ id: `dimension.${dimension}` });
  if (reviews.length + commitments.length === 0) {
    return (
      <p className="quiet">
        <FormattedMessage id="reasons.none" />
      </p>
    );
  }
  return (
    <div className="reasons">
      {reviews.length > 0 && (
        <DataTable
          caption={intl.formatMessage({ id: 'reasons.reviews' }, { dimension: dimensionName, mission: mission.title })}
          columns={reviewColumns()}
          rows={reviews.map((each, index) => reviewRow(intl, each, index))}
        />
      )}
      {commitments.length > 0 && (
        <DataTable
          caption={intl.formatMessage(
            { id: 'reasons.commitments' },
            { dimension: dimensionName, mission: mission.title },
          )}
          columns={commitmentColumns()}
          rows={commitments.map((each, index) => commitmentRow(intl, each, index))}
        />
      )}
      <Reveal level={5} label={<FormattedMessage id="reasons.explain" />}>
        <Explanations reviews={reviews.length > 0} commitments={commitments.length > 0} words={words} />
      </Reveal>
    </div>
  );
}

const REVIEW_FACTORS = ['anchor', 'calibration', 'reciprocity', 'evidence', 'decay', 'weight', 'share'] as const;
const COMMITMENT_FACTORS = ['delivered', 'silent', 'missing', 'due', 'speaksFor', 'speaksAgainst'] as const;

function reviewColumns() {
  return [
    { key: 'review', label: <FormattedMessage id="reasons.review" /> },
    { key: 'score', label: <FormattedMessage id="reasons.score" />, numeric: true },
    ...REVIEW_FACTORS.map((key) => ({ key, label: <FormattedMessage id={`factor.${key}`} />, numeric: true })),
  ];
}

function reviewRow(intl: IntlShape, each: Reason['reviews'][number], index: number) {
  const { review } = each;
  const day = review === null ? '' : dayText(intl, review.submittedAt.slice(0, 10));
  const name = `${review?.reviewer?.name ?? intl.formatMessage({ id: 'unnamed' })}, ${day}`;
  const commitment = review?.commitment ?? null;
  return {
    key: review?.id ?? String(index),
    cells: {
      review:
        commitment === null ? (
          name
        ) : (
          <Link href={`/commitments/${commitment.id}#review-${review?.id ?? ''}`}>
            {name}{' '}
            <span className="help">
              <PromiseText text={commitment.description} most={70} />
            </span>
          </Link>
        ),
      score: number(intl, each.score),
      anchor: number(intl, each.anchor),
      calibration: number(intl, each.calibration),
      reciprocity: number(intl, each.reciprocity),
      evidence: (
        <>
          {number(intl, each.evidenceWeight)}{' '}
          <span className="help">
            <FormattedMessage id={`evidence.${each.evidence}`} />
          </span>
        </>
      ),
      decay: number(intl, each.decay),
      weight: (
        <>
          {number(intl, each.weight)}
          {each.tied && (
            <span className="help">
              {' '}
              <FormattedMessage id="reasons.tied" />
            </span>
          )}
        </>
      ),
      share: percent(intl, each.share),
    },
  };
}

function commitmentColumns() {
  return [
    { key: 'commitment', label: <FormattedMessage id="reasons.commitment" /> },
    { key: 'delivered', label: <FormattedMessage id="factor.delivered" />, numeric: true },
    { key: 'silent', label: <FormattedMessage id="factor.silent" />, numeric: true },
    { key: 'missing', label: <FormattedMessage id="factor.missing" />, numeric: true },
    { key: 'decay', label: <FormattedMessage id="factor.due" />, numeric: true },
    { key: 'for', label: <FormattedMessage id="factor.speaksFor" />, numeric: true },
    { key: 'against', label: <FormattedMessage id="factor.speaksAgainst" />, numeric: true },
    { key: 'share', label: <FormattedMessage id="factor.share" />, numeric: true },
  ];
}

function commitmentRow(intl: IntlShape, each: Reason['commitments'][number], index: number) {
  const { commitment } = each;
  return {
    key: commitment?.id ?? String(index),
    cells: {
      commitment:
        commitment === null ? (
          <FormattedMessage id="unnamed" />
        ) : (
          <Link href={`/commitments/${commitment.id}`}>
            <PromiseText text={commitment.description} most={70} />
            {commitment.dueOn !== null && (
              <span className="help">
                <FormattedMessage id="reasons.due" values={{ on: dayText(intl, commitment.dueOn) }} />
              </span>
            )}
          </Link>
        ),
      delivered:
        each.delivered.length === 0
          ? percent(intl, 0)
          : each.delivered.map(({ evidence, share }) => (
              <span key={evidence} className="delivered-share">
                {percent(intl, share)}{' '}
                <span className="help">
                  <FormattedMessage id={`evidence.${evidence}`} />
                </span>
              </span>
            )),
      silent: percent(intl, each.silent + each.awaitingRuling),
      missing: percent(intl, each.missing),
      decay: number(intl, each.decay),
      for: number(intl, each.speaksFor),
      against: number(intl, each.speaksAgainst),
      share: percent(intl, each.share),
    },
  };
}

interface ExplanationsProps {
  readonly reviews: boolean;
  readonly commitments: boolean;
  readonly words: ParameterWords;
}

function Explanations({ reviews, commitments, words }: ExplanationsProps) {
  const factors = [
    ...(reviews ? REVIEW_FACTORS.filter((each) => each !== 'share') : []),
    ...(commitments ? COMMITMENT_FACTORS : []),
    'share' as const,
  ];
  return (
    <dl className="facts">
      {factors.map((factor) => (
        <div key={factor} className="pair">
          <dt>
            <FormattedMessage id={`factor.${factor}`} />
          </dt>
          <dd>
            <FormattedMessage id={`factor.${factor}.means`} values={words} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function number(intl: IntlShape, value: number): string {
  return intl.formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function percent(intl: IntlShape, share: number): string {
  return intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 1 });
}
