import { useEffect, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { NotFound } from '../../../shell/not-found.js';
import { LoadedPage } from '../../../shell/page.js';
import { signInFromHere } from '../../../shell/sign-in-from-here.js';
import {
  ReviewPageDocument,
  type ReviewPageQuery,
} from '../../../generated/graphql/pages/accountability/review/review.js';
import { ReviseReview } from '../../../generated/commands/ReviseReview.js';
import { SubmitReview } from '../../../generated/commands/SubmitReview.js';
import { useHasDraft, type Recorded } from '../../../parts/forms/use-command-form.js';
import { only } from '../../../shell/graphql/use-more.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { useApiLanguage } from '../../../i18n/languages.js';
import { SaidByServer } from '../../../i18n/refusal-text.js';
import '../../../styles/pages-review.css';
import { Button, LinkButton } from '../../../parts/button.js';
import { isAllowed } from '../../../parts/may.js';
import { Notice } from '../../../parts/notice.js';
import { Reveal } from '../../../parts/reveal.js';
import { DeclineForm } from '../../../parts/review/decline-form.js';
import { Evidence } from './evidence.js';
import { revisionOf, ReviseForm, subjectOf, SubmitForm, type OwnReview } from './score-form.js';
import { PartyNames } from '../../../parts/promised-by.js';
import { PromiseText } from '../../../parts/promise-text.js';
import { NameOf } from '../../../parts/named.js';

type Commitment = NonNullable<ReviewPageQuery['commitment']>;
type Reviewed = NonNullable<ReviewPageQuery['organisation']>;
type Reviewer = NonNullable<NonNullable<ReviewPageQuery['viewer']>['organisation']>;

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
        const reviewer = viewer?.organisation ?? undefined;
        const own = ownReview(reviewer);
        return (
          <>
            {reviewer !== undefined &&
            (own !== undefined || isAllowed(commitment.may, 'SubmitReview', organisation.id)) ? (
              <Steps
                key={`${commitment.id} ${organisation.id} ${reviewer.id}`}
                commitment={commitment}
                reviewer={reviewer}
                reviewed={organisation}
                scale={reviewScale}
                own={own}
              />
            ) : (
              <>
                <Obstacle signedOut={viewer === null} commitment={commitment} reviewed={organisation} />
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

/** The reader's own, if it may be revised. */
function ownReview(reviewer: Reviewer | undefined): OwnReview | undefined {
  const own = only(reviewer?.reviewsGiven);
  return own !== undefined && isAllowed(own.may, 'ReviseReview') ? own : undefined;
}

/** Why the reader cannot review this, as the ledger says. */
function Obstacle({
  signedOut,
  commitment,
  reviewed,
}: {
  readonly signedOut: boolean;
  readonly commitment: Commitment;
  readonly reviewed: Reviewed;
}) {
  if (signedOut) {
    return (
      <>
        <Notice>
          <FormattedMessage id="reviewForm.obstacle.signedOut" />
        </Notice>
        <div className="actions">
          <LinkButton look="primary" href={signInFromHere()}>
            <FormattedMessage id="nav.signIn" />
          </LinkButton>
        </div>
      </>
    );
  }
  const { may } = commitment;
  const refused = may.find(({ command, about }) => command === 'SubmitReview' && about === reviewed.id);
  return (
    <Notice>
      {refused === undefined ? (
        // The ledger is asked of promisors alone.
        <FormattedMessage
          id="reviewForm.obstacle.notPromisor"
          values={{ promisors: <PartyNames commitment={commitment} part="PROMISOR" /> }}
        />
      ) : (
        <SaidByServer code={refused.code ?? undefined} message={refused.message ?? ''} />
      )}
    </Notice>
  );
}

interface StepsProps {
  readonly commitment: Commitment;
  readonly reviewed: Reviewed;
  readonly reviewer: Reviewer;
  readonly scale: ReviewPageQuery['reviewScale'];
  readonly own: OwnReview | undefined;
}

type Step = 'evidence' | 'scores';

interface Done {
  readonly what: 'reviewed' | 'declined';
  readonly position: string | null;
  readonly reviewId: string | undefined;
}

const STEPS: Readonly<Record<Step, number>> = { evidence: 1, scores: 2 };

/** Evidence first, scores second: somebody who has scored already tends to read only what confirms it. */
function Steps({ commitment, reviewed, reviewer, scale, own }: StepsProps) {
  const begun = useHasDraft(
    own === undefined ? SubmitReview : ReviseReview,
    own === undefined ? subjectOf(commitment.id, reviewed.id) : revisionOf(own),
  );
  const [step, setStep] = useState<Step>(begun ? 'scores' : 'evidence');
  const [done, setDone] = useState<Done>();
  if (done !== undefined) {
    return <Finished done={done} commitment={commitment} reviewed={reviewed} reviewer={reviewer} />;
  }
  return (
    <>
      {own !== undefined && (
        <Notice>
          <FormattedMessage id="reviewForm.revises" />
        </Notice>
      )}
      <StepHeading step={step}>
        <FormattedMessage
          id={step === 'evidence' ? 'reviewForm.stepEvidence' : 'reviewForm.stepScores'}
          values={{ step: STEPS[step], steps: 2 }}
        />
      </StepHeading>
      {step === 'evidence' && (
        <EvidenceStep
          commitment={commitment}
          reviewed={reviewed}
          mayDecline={own === undefined && isAllowed(commitment.may, 'DeclineReview', reviewed.id)}
          onRead={() => {
            setStep('scores');
          }}
          onDeclined={(position) => {
            setDone({ what: 'declined', position, reviewId: undefined });
          }}
        />
      )}
      {/* Hidden and not gone while the evidence is read again: what was written stays in it. */}
      <div hidden={step !== 'scores'}>
        <ScoresStep
          commitment={commitment}
          reviewed={reviewed}
          scale={scale}
          own={own}
          onBack={() => {
            setStep('evidence');
          }}
          onRecorded={({ receipt, recorded }) => {
            setDone({ what: 'reviewed', position: receipt.position, reviewId: recorded?.id });
          }}
        />
      </div>
    </>
  );
}

function EvidenceStep({
  commitment,
  reviewed,
  mayDecline,
  onRead,
  onDeclined,
}: Pick<StepsProps, 'commitment' | 'reviewed'> & {
  readonly mayDecline: boolean;
  readonly onRead: () => void;
  readonly onDeclined: (position: string | null) => void;
}) {
  return (
    <>
      <p>
        <FormattedMessage id="reviewForm.evidenceText" />
      </p>
      <Evidence commitment={commitment} />
      <div className="actions step-end">
        <Button look="primary" onPress={onRead}>
          <FormattedMessage id="reviewForm.goOn" />
        </Button>
      </div>
      {mayDecline && (
        <Reveal label={<FormattedMessage id="command.DeclineReview" />}>
          <DeclineForm commitment={commitment} reviewed={reviewed} onRecorded={onDeclined} />
        </Reveal>
      )}
    </>
  );
}

function ScoresStep({
  commitment,
  reviewed,
  scale,
  own,
  onBack,
  onRecorded,
}: Pick<StepsProps, 'commitment' | 'reviewed' | 'scale' | 'own'> & {
  readonly onBack: () => void;
  readonly onRecorded: (recorded: Recorded) => void;
}) {
  const props = {
    reviewed,
    scale,
    keepsPrivate: commitment.mission?.privateFields.includes('REVIEW_COMMENTS') ?? false,
    onRecorded,
  };
  return (
    <>
      <blockquote>
        <PromiseText text={commitment.description} most={200} />
      </blockquote>
      <p>
        <FormattedMessage id="reviewForm.scoresText" values={{ organisation: <NameOf organisation={reviewed} /> }} />
      </p>
      <div className="actions">
        <Button onPress={onBack}>
          <FormattedMessage id="reviewForm.back" />
        </Button>
      </div>
      {own === undefined ? <SubmitForm {...props} commitmentId={commitment.id} /> : <ReviseForm {...props} own={own} />}
    </>
  );
}

/** Takes the focus when the step changes, not when the page is opened. */
function StepHeading({ step, children }: { readonly step: Step; readonly children: ReactNode }) {
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

function Finished({
  done,
  commitment,
  reviewed,
  reviewer,
}: Omit<StepsProps, 'scale' | 'own'> & { readonly done: Done }) {
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
        <FormattedMessage id={`reviewForm.${what}Text`} values={{ organisation: <NameOf organisation={reviewed} /> }} />
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
