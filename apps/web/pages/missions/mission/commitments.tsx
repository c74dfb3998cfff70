import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import type { CommitmentState, Evidence } from '../../../generated/graphql/schema.js';
import type { More } from '../../../shell/graphql/use-more.js';
import { Day } from '../../../i18n/format.js';
import { amountText, quantityText } from '../../../i18n/text.js';
import { LinkButton } from '../../../parts/button.js';
import { isAllowed } from '../../../parts/may.js';
import { SomeOf } from '../../../parts/some-of.js';
import { StateBadge } from '../../../parts/state-badge.js';
import { countOf, STATES } from './progress.js';
import type { CommitmentData, MissionData } from './types.js';
import { namesAny, PartyNames, Promisors } from '../../../parts/promised-by.js';
import { PromiseText } from '../../../parts/promise-text.js';

const FEW = 5;
const TITLE_LENGTH = 160;
/** As many reviews as the page's query asks for of one promise. */
const MOST_REVIEWS = 10;
const STRONGEST_FIRST = ['VERIFIED', 'CORROBORATED', 'DECLARED', 'NONE'] as const satisfies readonly Evidence[];

export function CommitmentsSection({
  mission,
  commitments,
}: {
  readonly mission: MissionData;
  readonly commitments: More<CommitmentData>;
}) {
  const [wanted, setWanted] = useState<CommitmentState>();
  const shown = commitments.nodes.filter(({ standing }) => wanted === undefined || standing.state === wanted);
  return (
    <section aria-labelledby="commitments">
      <h2 id="commitments">
        <FormattedMessage id="mission.commitments" />
      </h2>
      {isAllowed(mission.may, 'MakeCommitment') && (
        <div className="actions">
          <LinkButton href={`/record/commitment/${mission.id}`}>
            <FormattedMessage id="mission.makeCommitment" />
          </LinkButton>
        </div>
      )}
      {commitments.nodes.length === 0 ? (
        <p>
          <FormattedMessage id="mission.commitments.none" />
        </p>
      ) : (
        <>
          <Filter progress={mission.progress} wanted={wanted} onChange={setWanted} />
          {shown.length === 0 && (
            <p role="status">
              <FormattedMessage id="commitments.noneLoaded" />
            </p>
          )}
          <SomeOf key={wanted ?? 'ALL'} items={shown} few={FEW} more={commitments}>
            {(some) => (
              <ul className="rows">
                {some.map((commitment) => (
                  <li key={commitment.id}>
                    <Commitment commitment={commitment} />
                  </li>
                ))}
              </ul>
            )}
          </SomeOf>
        </>
      )}
    </section>
  );
}

function Filter({
  progress,
  wanted,
  onChange,
}: {
  readonly progress: MissionData['progress'];
  readonly wanted: CommitmentState | undefined;
  readonly onChange: (state: CommitmentState | undefined) => void;
}) {
  const intl = useIntl();
  const all = STATES.reduce((sum, state) => sum + countOf(progress, state), 0);
  const choice = (state: CommitmentState | undefined, label: string) => (
    <button
      key={state ?? 'ALL'}
      type="button"
      className="chip"
      aria-pressed={wanted === state}
      onClick={() => {
        onChange(state);
      }}
    >
      {label}
    </button>
  );
  return (
    <div className="chips" role="group" aria-label={intl.formatMessage({ id: 'commitments.filter' })}>
      {choice(undefined, intl.formatMessage({ id: 'commitments.all' }, { count: all }))}
      {STATES.filter((state) => countOf(progress, state) > 0).map((state) =>
        choice(
          state,
          intl.formatMessage(
            { id: 'commitments.ofState' },
            { state: intl.formatMessage({ id: `state.${state}` }), count: countOf(progress, state) },
          ),
        ),
      )}
    </div>
  );
}

function Commitment({ commitment }: { readonly commitment: CommitmentData }) {
  const { id, description, dueOn, kind, standing } = commitment;
  return (
    <article className="commitment">
      <h3>
        <Link href={`/commitments/${id}`}>
          <PromiseText text={description} most={TITLE_LENGTH} />
        </Link>
      </h3>
      <p className="row">
        <StateBadge state={standing.state} />
        <span>
          <FormattedMessage id={`kind.${kind}`} />
        </span>
        <span className="quiet">
          {dueOn === null ? (
            <FormattedMessage id="commitments.noDue" />
          ) : (
            <FormattedMessage id="commitments.due" values={{ day: <Day date={dueOn} /> }} />
          )}
        </span>
      </p>
      <p>
        <FormattedMessage
          id={standing.state === 'PROPOSED' ? 'commitments.proposedTo' : 'commitments.promisedBy'}
          values={{ organisations: <Promisors commitment={commitment} proposed={standing.state === 'PROPOSED'} /> }}
        />{' '}
        {namesAny(commitment, 'COUNTERPARTY') && (
          <FormattedMessage
            id="commitments.promisedTo"
            values={{ organisations: <PartyNames commitment={commitment} part="COUNTERPARTY" /> }}
          />
        )}
      </p>
      <p>
        <Delivered commitment={commitment} /> <EvidenceSummary commitment={commitment} />
      </p>
    </article>
  );
}

function Delivered({ commitment: { quantity, standing, contributions } }: { readonly commitment: CommitmentData }) {
  const intl = useIntl();
  const { length: count } = contributions.nodes;
  if (quantity === null) {
    return contributions.pageInfo.hasNextPage ? (
      <FormattedMessage id="commitments.gaveMany" values={{ count }} />
    ) : (
      <FormattedMessage id="commitments.gave" values={{ count }} />
    );
  }
  const promised = quantityText(intl, quantity.amount, quantity.unit);
  const delivered = standing.delivered;
  if (delivered === null || Number(delivered.amount) === 0) {
    return <FormattedMessage id="commitments.promised" values={{ promised }} />;
  }
  return (
    <FormattedMessage
      id="commitments.delivered"
      values={{ promised, delivered: amountText(intl, delivered.amount, delivered.unit) }}
    />
  );
}

function EvidenceSummary({ commitment: { contributions, reviews } }: { readonly commitment: CommitmentData }) {
  const intl = useIntl();
  const levels = STRONGEST_FIRST.flatMap((level) => {
    const count = contributions.nodes.filter(({ evidence }) => evidence === level).length;
    if (count === 0) return [];
    return [intl.formatMessage({ id: `commitments.evidence.${level}` }, { count })];
  });
  const disputed = contributions.nodes.filter((each) => each.disputed).length;
  const { length: count } = reviews.nodes;
  const parts = [
    ...(levels.length === 0
      ? []
      : [intl.formatMessage({ id: 'commitments.evidence' }, { levels: intl.formatList(levels, { type: 'unit' }) })]),
    ...(disputed === 0 ? [] : [intl.formatMessage({ id: 'commitments.disputed' }, { count: disputed })]),
    ...(count === 0
      ? []
      : [
          intl.formatMessage(
            { id: count < MOST_REVIEWS ? 'commitments.reviews' : 'commitments.reviewsMany' },
            { count },
          ),
        ]),
  ];
  return (
    <span className="quiet">
      {parts.map((part, index) => (
        <span key={index}> · {part}</span>
      ))}
    </span>
  );
}
