import { useEffect, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { NotFound } from '../../../shell/not-found.js';
import { LoadedPage } from '../../../shell/page.js';
import {
  ReviewPageDocument,
  type ReviewPageQuery,
} from '../../../generated/graphql/pages/accountability/review/review.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { useApiLanguage } from '../../../i18n/languages.js';
import '../../../styles/pages-review.css';
import { Button, LinkButton } from '../../../parts/button.js';
import { shortened } from '../../../parts/shortened.js';
import { Notice } from '../../../parts/notice.js';
import { Reveal } from '../../../parts/reveal.js';
import { DeclineForm } from '../../../parts/review/decline-form.js';
import { EMPTY, pointsOf, useDraft, type Draft } from './draft.js';
import { Evidence } from './evidence.js';
import { OrganisationLinks } from '../../../parts/named.js';
import { ScoreForm, type Recorded } from './score-form.js';

type Commitment = NonNullable<ReviewPageQuery['commitment']>;
type Reviewed = NonNullable<ReviewPageQuery['organisation']>;
type Reviewer = NonNullable<NonNullable<ReviewPageQuery['viewer']>['organisation']>;
type OwnReview = Commitment['reviews']['nodes'][number];

export default function ReviewPage({
  commitmentId,
  reviewedId,
}: {
  readonly commitmentId: string;
  readonly reviewedId: string;
}) {
  const intl = useIntl();
  const page = usePage(ReviewPageDocument, { commitmentId, reviewedId, language: useApiLanguage() });
  const { data } = page;
  if (data !== undefined && (data.commitment === null || data.organisation === null)) return <NotFound />;
  return (
    <LoadedPage
      page={page}
      title={({ organisation }) =>
        intl.formatMessage({ id: 'reviewForm.title' }, { organisation: organisation?.name ?? '' })
      }
      kicker={({ commitment }) => <MissionLink mission={commitment?.mission ?? null} />}
    >
      {({ commitment, organisation, viewer, reviewScale }) => {
        if (commitment === null || organisation === null) return null;
        const obstacle = obstacleOf(viewer, commitment, organisation);
        const reviewer = viewer?.organisation ?? undefined;
        return (
          <>
            {obstacle === undefined && reviewer !== undefined ? (
              <Steps
                key={`${commitment.id} ${organisation.id} ${reviewer.id}`}
                commitment={commitment}
                reviewer={reviewer}
                reviewed={organisation}
                scale={reviewScale}
              />
            ) : (
              <>
                <Obstacle kind={obstacle ?? 'readOnly'} commitment={commitment} />
                <h2>
                  <FormattedMessage id="reviewForm.evidence" />
                </h2>
                <Evidence commitment={commitment} />
              </>
            )}
          </>
        );
      }}
    </LoadedPage>
  );
}

function MissionLink({ mission }: Pick<Commitment, 'mission'>) {
  return mission !== null && <Link href={`/missions/${mission.id}`}>{mission.title}</Link>;
}

type ObstacleKind = 'signedOut' | 'readOnly' | 'self' | 'notPromisor' | 'sameGroup';

/** Why the viewer cannot review this, as far as the page can know: the server decides. */
function obstacleOf(
  viewer: ReviewPageQuery['viewer'],
  { promisors }: Commitment,
  reviewed: Reviewed,
): ObstacleKind | undefined {
  if (viewer === null) return 'signedOut';
  const { organisation, canWrite } = viewer;
  if (organisation === null || !canWrite) return 'readOnly';
  if (organisation.id === reviewed.id) return 'self';
  if (!promisors.some(({ id }) => id === reviewed.id)) return 'notPromisor';
  const group = organisation.controlGroup?.id ?? organisation.id;
  return group === (reviewed.controlGroup?.id ?? reviewed.id) ? 'sameGroup' : undefined;
}

function Obstacle({ kind, commitment }: { readonly kind: ObstacleKind; readonly commitment: Commitment }) {
  return (
    <>
      <Notice>
        <FormattedMessage
          id={`reviewForm.obstacle.${kind}`}
          values={{ promisors: <OrganisationLinks organisations={commitment.promisors} /> }}
        />
      </Notice>
      {kind === 'signedOut' && (
        <div className="actions">
          <LinkButton look="primary" href={`/sign-in?to=${encodeURIComponent(location.pathname)}`}>
            <FormattedMessage id="nav.signIn" />
          </LinkButton>
        </div>
      )}
    </>
  );
}

interface StepsProps {
  readonly commitment: Commitment;
  readonly reviewed: Reviewed;
  readonly reviewer: Reviewer;
  readonly scale: ReviewPageQuery['reviewScale'];
}

type Done = { readonly what: 'reviewed' | 'declined' } & Recorded;

/** Evidence first, scores second: somebody who has scored already tends to read only what confirms it. */
function Steps({ commitment, reviewed, reviewer, scale }: StepsProps) {
  const own = commitment.reviews.nodes.find(
    (each) => each.reviewer?.id === reviewer.id && each.reviewed?.id === reviewed.id,
  );
  const { draft, restored, change, clear } = useDraft(
    `${commitment.id}.${reviewed.id}.${reviewer.id}`,
    own === undefined ? EMPTY : draftOf(own),
  );
  const [done, setDone] = useState<Done>();
  const steps = { evidence: 1, scores: 2 } as const;
  if (done !== undefined)
    return <Finished done={done} commitment={commitment} reviewed={reviewed} reviewer={reviewer} />;
  const finish = (now: Done) => {
    clear();
    setDone(now);
  };
  return (
    <>
      {own !== undefined && (
        <Notice>
          <FormattedMessage id="reviewForm.revises" />
        </Notice>
      )}
      {restored && (
        <Notice>
          <FormattedMessage id="reviewForm.restored" />
        </Notice>
      )}
      <StepHeading step={draft.step}>
        <FormattedMessage
          id={draft.step === 'evidence' ? 'reviewForm.stepEvidence' : 'reviewForm.stepScores'}
          values={{ step: steps[draft.step], steps: 2 }}
        />
      </StepHeading>
      {draft.step === 'evidence' ? (
        <>
          <p>
            <FormattedMessage id="reviewForm.evidenceText" />
          </p>
          <Evidence commitment={commitment} />
          <div className="actions step-end">
            <Button
              look="primary"
              onPress={() => {
                change({ step: 'scores' });
              }}
            >
              <FormattedMessage id="reviewForm.goOn" />
            </Button>
          </div>
          {own === undefined && (
            <Reveal label={<FormattedMessage id="decline.open" />}>
              <DeclineForm
                commitment={commitment}
                reviewed={reviewed}
                onRecorded={(position) => {
                  finish({ what: 'declined', position, reviewId: null });
                }}
              />
            </Reveal>
          )}
        </>
      ) : (
        <>
          <blockquote>{shortened(commitment.description, 200)}</blockquote>
          <p>
            <FormattedMessage id="reviewForm.scoresText" values={{ organisation: reviewed.name }} />
          </p>
          <div className="actions">
            <Button
              onPress={() => {
                change({ step: 'evidence' });
              }}
            >
              <FormattedMessage id="reviewForm.back" />
            </Button>
          </div>
          <ScoreForm
            reviewed={reviewed}
            scale={scale}
            draft={draft}
            commitmentId={commitment.id}
            ownReviewId={own?.id}
            keepsPrivate={commitment.mission?.privateFields.includes('REVIEW_COMMENTS') ?? false}
            onChange={change}
            onRecorded={(recorded) => {
              finish({ what: 'reviewed', ...recorded });
            }}
          />
        </>
      )}
    </>
  );
}

/** Takes the focus when the step changes, not when the page is opened. */
function StepHeading({ step, children }: { readonly step: Draft['step'] | 'done'; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    heading.current?.focus();
    heading.current?.scrollIntoView();
  }, [step]);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

function Finished({ done, commitment, reviewed, reviewer }: Omit<StepsProps, 'scale'> & { readonly done: Done }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'center' });
  }, []);
  const { what, position, reviewId } = done;
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        <FormattedMessage id={`reviewForm.${what}`} />
      </h2>
      <Notice tone="good">
        <FormattedMessage id="form.recorded" values={{ position: position ?? '–' }} />{' '}
        <FormattedMessage id={`reviewForm.${what}Text`} values={{ organisation: reviewed.name }} />
      </Notice>
      <div className="actions">
        {what === 'reviewed' && (
          <LinkButton look="primary" href={`/commitments/${commitment.id}#review-${reviewId ?? ''}`}>
            <FormattedMessage id="reviewForm.read" />
          </LinkButton>
        )}
        <LinkButton href={`/desk/${reviewer.id}`}>
          <FormattedMessage id="reviewForm.toDesk" />
        </LinkButton>
        <LinkButton href={`/organisations/${reviewed.id}`}>
          <FormattedMessage id="reviewForm.toOrganisation" values={{ organisation: reviewed.name }} />
        </LinkButton>
      </div>
    </>
  );
}

/** What was said last, to begin from; texts one may not see any more are begun anew. */
function draftOf({ scores, whatWorked, whatToTry }: OwnReview): Draft {
  const points = Object.entries(scores).flatMap(([name, score]) => {
    const found = pointsOf(score);
    return found === undefined ? [] : [[name, found] as const];
  });
  return { ...EMPTY, scores: Object.fromEntries(points), whatWorked: whatWorked ?? '', whatToTry: whatToTry ?? '' };
}
