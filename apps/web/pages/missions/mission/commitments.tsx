import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import type { CommitmentState, Evidence } from '../../../generated/graphql/schema.js';
import { MoreCommitmentsDocument } from '../../../generated/graphql/pages/missions/mission/mission.js';
import { idOf, useMore } from '../../../shell/graphql/use-more.js';
import { useAsk, usePage } from '../../../shell/graphql/use-page.js';
import { Day } from '../../../i18n/format.js';
import { amountText, quantityText } from '../../../i18n/text.js';
import { LinkButton } from '../../../parts/button.js';
import { isAllowed } from '../../../parts/may.js';
import { Failed, Loading } from '../../../parts/notice.js';
import { SomeOf } from '../../../parts/some-of.js';
import { StateBadge } from '../../../parts/state-badge.js';
import { WithTerms } from '../../../parts/terms.js';
import { countOf, stateAndCount, STATES } from './progress.js';
import type { CommitmentData, MissionData } from './types.js';
import { namesAny, PartyNames, Promisors } from '../../../parts/promised-by.js';
import { PromiseText } from '../../../parts/promise-text.js';

const FEW = 5;
const TITLE_LENGTH = 160;
const STRONGEST_FIRST = ['VERIFIED', 'CORROBORATED', 'DECLARED', 'NONE'] as const satisfies readonly Evidence[];

export function CommitmentsSection({
  mission,
  afterPosition,
}: {
  readonly mission: MissionData;
  /** What the mission was asked for as of: its filters are, too. */
  readonly afterPosition: string | null;
}) {
  const [wanted, setWanted] = useState<CommitmentState>();
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
      {mission.commitments.nodes.length === 0 ? (
        <p>
          <FormattedMessage id="mission.commitments.none" />
        </p>
      ) : (
        <>
          <Filter progress={mission.progress} wanted={wanted} onChange={setWanted} />
          {wanted === undefined ? (
            <CommitmentList missionId={mission.id} first={mission.commitments} />
          ) : (
            <OfState key={wanted} missionId={mission.id} state={wanted} afterPosition={afterPosition} />
          )}
        </>
      )}
    </section>
  );
}

/** Those that stand so, of all that the mission has. */
function OfState({
  missionId,
  state,
  afterPosition,
}: {
  readonly missionId: string;
  readonly state: CommitmentState;
  readonly afterPosition: string | null;
}) {
  const filter = useMemo(() => ({ state: [state] }), [state]);
  const variables = useMemo(
    () => ({ id: missionId, after: null, filter, afterPosition }),
    [missionId, filter, afterPosition],
  );
  const { data, error, reload } = usePage(MoreCommitmentsDocument, variables);
  const found = data?.mission?.commitments;
  if (found === undefined) return error === undefined ? <Loading /> : <Failed error={error} retry={reload} />;
  if (found.nodes.length > 0) return <CommitmentList missionId={missionId} first={found} filter={filter} />;
  return (
    <p role="status">
      <FormattedMessage id="commitments.noneOfState" />
    </p>
  );
}

function CommitmentList({
  missionId,
  first,
  filter = null,
}: {
  readonly missionId: string;
  readonly first: MissionData['commitments'];
  readonly filter?: { readonly state: CommitmentState[] } | null;
}) {
  const ask = useAsk();
  const next = useCallback(
    async (after: string | null) =>
      (await ask(MoreCommitmentsDocument, { id: missionId, after, filter })).mission?.commitments,
    [ask, missionId, filter],
  );
  const commitments = useMore<CommitmentData>(first, idOf, next);
  return (
    <SomeOf items={commitments.nodes} few={FEW} more={commitments}>
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
        choice(state, stateAndCount(intl, state, countOf(progress, state))),
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

function Delivered({
  commitment: { quantity, standing, contributionCounts },
}: {
  readonly commitment: CommitmentData;
}) {
  const intl = useIntl();
  if (quantity === null) {
    const count = contributionCounts.reduce((sum, each) => sum + each.count, 0);
    return <FormattedMessage id="commitments.gave" values={{ count }} />;
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

function EvidenceSummary({ commitment: { contributionCounts, reviews } }: { readonly commitment: CommitmentData }) {
  const intl = useIntl();
  const levels = STRONGEST_FIRST.flatMap((level) => {
    const found = contributionCounts.find(({ evidence }) => evidence === level);
    return found === undefined
      ? []
      : [intl.formatMessage({ id: `commitments.evidence.${level}` }, { count: found.count })];
  });
  const disputed = contributionCounts.reduce((sum, each) => sum + each.disputed, 0);
  const { totalCount: count } = reviews;
  const parts = [
    ...(levels.length === 0
      ? []
      : [intl.formatMessage({ id: 'commitments.evidence' }, { levels: intl.formatList(levels, { type: 'unit' }) })]),
    ...(disputed === 0 ? [] : [intl.formatMessage({ id: 'commitments.disputed' }, { count: disputed })]),
    ...(count === 0 ? [] : [intl.formatMessage({ id: 'commitments.reviews' }, { count })]),
  ];
  return (
    <span className="quiet">
      {parts.map((part, index) => (
        <span key={index}>
          {' · '}
          <WithTerms>{part}</WithTerms>
        </span>
      ))}
    </span>
  );
}
