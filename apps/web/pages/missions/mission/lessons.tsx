import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import {
  MoreLearnedDocument,
  MoreOverdueDocument,
  MoreTermChangesDocument,
  MoreWithdrawnDocument,
  type LessonOfFragment,
} from '../../../generated/graphql/pages/missions/mission/mission.js';
import { idOf, useMore, type More } from '../../../shell/graphql/use-more.js';
import { useAsk } from '../../../shell/graphql/use-page.js';
import { Day, RecordedOn } from '../../../i18n/format.js';
import { LongText } from '../../../parts/long-text.js';
import { OrganisationLink, OrganisationLinks } from '../../../parts/named.js';
import { SomeOf } from '../../../parts/some-of.js';
import { StateBadge } from '../../../parts/state-badge.js';
import type { MissionData } from './types.js';
import { promisedBy } from '../../../parts/promised-by.js';
import { PromiseText } from '../../../parts/promise-text.js';

const FEW = 2;
const TITLE_LENGTH = 120;

type Lists = Pick<MissionData, 'termChanges' | 'withdrawn' | 'overdue' | 'learned'>;
type Of<List extends keyof Lists> = Lists[List]['nodes'][number];

/**
 * What changed, was taken back or has passed its date, with its reasons, and what was marked as learned: in one place and in
 * a plain tone, because a setback that is told is one that others need not repeat.
 */
export function LessonsSection({ mission }: { readonly mission: MissionData }) {
  const ask = useAsk();
  const { id, termChanges, withdrawn, overdue, learned } = mission;
  const none = [termChanges, withdrawn, overdue, learned].every(({ nodes }) => nodes.length === 0);
  const changes = useMore<Of<'termChanges'>>(
    termChanges,
    positionOf,
    async (after) => (await ask(MoreTermChangesDocument, { id, after })).mission?.termChanges,
  );
  const takenBack = useMore<Of<'withdrawn'>>(
    withdrawn,
    idOf,
    async (after) => (await ask(MoreWithdrawnDocument, { id, after })).mission?.commitments,
  );
  const points = useMore<Of<'learned'>>(
    learned,
    idOf,
    async (after) => (await ask(MoreLearnedDocument, { id, after })).mission?.reviews,
  );
  const past = useMore<Of<'overdue'>>(
    overdue,
    idOf,
    async (after) => (await ask(MoreOverdueDocument, { id, after })).mission?.commitments,
  );
  return (
    <section aria-labelledby="lessons">
      <h2 id="lessons">
        <FormattedMessage id="mission.lessons" />
      </h2>
      <p className="quiet">
        <FormattedMessage id={none ? 'mission.lessons.none' : 'mission.lessons.text'} />
      </p>
      <Lessons title="lessons.plans" items={changes}>
        {(change) => <Changed key={change.position} change={change} />}
      </Lessons>
      <Lessons title="lessons.takenBack" items={takenBack}>
        {(commitment) => <TakenBack key={commitment.id} commitment={commitment} />}
      </Lessons>
      <Lessons title="lessons.learned" items={points}>
        {(review) => <Learned key={review.id} review={review} />}
      </Lessons>
      <Lessons title="lessons.overdue" items={past}>
        {(commitment) => <Overdue key={commitment.id} commitment={commitment} />}
      </Lessons>
    </section>
  );
}

function positionOf({ position }: Of<'termChanges'>): string {
  return position;
}

/** One kind of them; nothing where there is none. */
function Lessons<Item>({
  title,
  items,
  children,
}: {
  readonly title: 'lessons.plans' | 'lessons.takenBack' | 'lessons.learned' | 'lessons.overdue';
  readonly items: More<Item>;
  readonly children: (item: Item) => ReactNode;
}) {
  if (items.nodes.length === 0) return null;
  return (
    <>
      <h3>
        <FormattedMessage id={title} />
      </h3>
      <SomeOf items={items.nodes} few={FEW} more={items}>
        {(some) => <ul className="rows">{some.map(children)}</ul>}
      </SomeOf>
    </>
  );
}

function Changed({ change: { commitment, recordedAt, reason } }: { readonly change: Of<'termChanges'> }) {
  if (commitment === null) return null;
  return (
    <li>
      <Title commitment={commitment} />
      <p className="quiet">
        <FormattedMessage
          id="lessons.changed"
          values={{
            organisations: <OrganisationLinks organisations={promisedBy(commitment)} />,
            day: <RecordedOn at={recordedAt} />,
          }}
        />
      </p>
      {reason !== null && <LongText text={reason} />}
    </li>
  );
}

function TakenBack({ commitment }: { readonly commitment: Of<'withdrawn'> }) {
  const { withdrawnAt, withdrawalReason } = commitment;
  return (
    <li>
      <Title commitment={commitment} />
      <p className="quiet">
        <FormattedMessage
          id="lessons.withdrawn"
          values={{
            organisations: <OrganisationLinks organisations={promisedBy(commitment)} />,
            day: withdrawnAt !== null && <RecordedOn at={withdrawnAt} />,
          }}
        />
      </p>
      {withdrawalReason !== null && <LongText text={withdrawalReason} />}
    </li>
  );
}

function Learned({ review }: { readonly review: Of<'learned'> }) {
  return (
    <li>
      {review.commitment !== null && <Title commitment={review.commitment} />}
      <p className="quiet">
        <OrganisationLink organisation={review.reviewed} />
        {', '}
        <FormattedMessage id={learnedBy(review)} />
      </p>
      {review.whatToTry.text !== null && <LongText text={review.whatToTry.text} />}
    </li>
  );
}

/** Left at what was delivered since, by agreement, where its state says so. */
function Overdue({ commitment }: { readonly commitment: Of<'overdue'> }) {
  const { dueOn, standing } = commitment;
  return (
    <li>
      <Title commitment={commitment} />
      <p className="quiet">
        <FormattedMessage
          id="lessons.overdueItem"
          values={{
            organisations: <OrganisationLinks organisations={promisedBy(commitment)} />,
            day: dueOn !== null && <Day date={dueOn} />,
          }}
        />{' '}
        {standing.state === 'CLOSED' && <StateBadge state={standing.state} />}
      </p>
    </li>
  );
}

function Title({ commitment: { id, description } }: { readonly commitment: LessonOfFragment }) {
  return (
    <p>
      <Link href={`/commitments/${id}`}>
        <PromiseText text={description} most={TITLE_LENGTH} />
      </Link>
    </p>
  );
}

function learnedBy({ learnedByReviewer, learnedByReviewed }: Of<'learned'>) {
  if (learnedByReviewer === null) return 'lessons.learnedReviewed';
  return learnedByReviewed === null ? 'lessons.learnedReviewer' : 'lessons.learnedBoth';
}
