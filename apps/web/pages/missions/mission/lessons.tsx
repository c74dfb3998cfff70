import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import { Day, RecordedOn } from '../../../i18n/format.js';
import { LongText } from '../../../parts/long-text.js';
import { OrganisationLink, OrganisationLinks } from '../../../parts/named.js';
import { SomeOf } from '../../../parts/some-of.js';
import type { CommitmentData } from './types.js';
import { promisedBy } from '../../../parts/promised-by.js';
import { PromiseText } from '../../../parts/promise-text.js';

const FEW = 2;
const TITLE_LENGTH = 120;

/**
 * What changed, was taken back or has passed its date, with its reasons, and what was marked as learned: in one place and in
 * a plain tone, because a setback that is told is one that others need not repeat.
 */
export function LessonsSection({ commitments }: { readonly commitments: readonly CommitmentData[] }) {
  const changes = changesOf(commitments);
  const overdue = commitments.filter(({ standing }) => standing.state === 'OVERDUE');
  const learned = commitments.flatMap((commitment) =>
    commitment.reviews.nodes
      .filter(({ learnedByReviewer, learnedByReviewed }) => learnedByReviewer !== null || learnedByReviewed !== null)
      .map((review) => ({ commitment, review })),
  );
  return (
    <section aria-labelledby="lessons">
      <h2 id="lessons">
        <FormattedMessage id="mission.lessons" />
      </h2>
      <p className="quiet">
        <FormattedMessage
          id={changes.length + overdue.length + learned.length === 0 ? 'mission.lessons.none' : 'mission.lessons.text'}
        />
      </p>
      <Lessons title="lessons.plans" items={changes}>
        {({ commitment, reason, at, withdrawn }) => (
          <li key={`${commitment.id} ${at}`}>
            <Title commitment={commitment} />
            <p className="quiet">
              <FormattedMessage
                id={withdrawn ? 'lessons.withdrawn' : 'lessons.changed'}
                values={{
                  organisations: <OrganisationLinks organisations={promisedBy(commitment)} />,
                  day: <RecordedOn at={at} />,
                }}
              />
            </p>
            <LongText text={reason} />
          </li>
        )}
      </Lessons>
      <Lessons title="lessons.learned" items={learned}>
        {({ commitment, review }) => (
          <li key={review.id}>
            <Title commitment={commitment} />
            <p className="quiet">
              <OrganisationLink organisation={review.reviewed} />
              {', '}
              <FormattedMessage id={learnedBy(review)} />
            </p>
            {review.whatToTry.text !== null && <LongText text={review.whatToTry.text} />}
          </li>
        )}
      </Lessons>
      <Lessons title="lessons.overdue" items={overdue}>
        {(commitment) => (
          <li key={commitment.id}>
            <Title commitment={commitment} />
            {commitment.dueOn !== null && <Overdue commitment={commitment} dueOn={commitment.dueOn} />}
          </li>
        )}
      </Lessons>
    </section>
  );
}

/** One kind of them; nothing where there is none. */
function Lessons<Item>({
  title,
  items,
  children,
}: {
  readonly title: 'lessons.plans' | 'lessons.learned' | 'lessons.overdue';
  readonly items: readonly Item[];
  readonly children: (item: Item) => ReactNode;
}) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>
        <FormattedMessage id={title} />
      </h3>
      <SomeOf items={items} few={FEW}>
        {(some) => <ul className="rows">{some.map(children)}</ul>}
      </SomeOf>
    </>
  );
}

function Overdue({ commitment, dueOn }: { readonly commitment: CommitmentData; readonly dueOn: string }) {
  return (
    <p className="quiet">
      <FormattedMessage
        id="lessons.overdueItem"
        values={{
          organisations: <OrganisationLinks organisations={promisedBy(commitment)} />,
          day: <Day date={dueOn} />,
        }}
      />
    </p>
  );
}

function Title({ commitment: { id, description } }: { readonly commitment: CommitmentData }) {
  return (
    <p>
      <Link href={`/commitments/${id}`}>
        <PromiseText text={description} most={TITLE_LENGTH} />
      </Link>
    </p>
  );
}

interface Change {
  readonly commitment: CommitmentData;
  readonly reason: string;
  readonly at: string;
  readonly withdrawn: boolean;
}

/** Newest first. */
function changesOf(commitments: readonly CommitmentData[]): readonly Change[] {
  const found = commitments.flatMap((commitment): readonly Change[] => {
    const amended = commitment.terms.flatMap(({ reason, recordedAt }) =>
      reason === null ? [] : [{ commitment, reason, at: recordedAt, withdrawn: false }],
    );
    const { withdrawnAt, withdrawalReason } = commitment;
    if (withdrawnAt === null || withdrawalReason === null) return amended;
    return [...amended, { commitment, reason: withdrawalReason, at: withdrawnAt, withdrawn: true }];
  });
  return found.sort((a, b) => (a.at < b.at ? 1 : -1));
}

function learnedBy({ learnedByReviewer, learnedByReviewed }: CommitmentData['reviews']['nodes'][number]) {
  if (learnedByReviewer === null) return 'lessons.learnedReviewed';
  return learnedByReviewed === null ? 'lessons.learnedReviewer' : 'lessons.learnedBoth';
}
