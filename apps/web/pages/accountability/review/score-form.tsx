import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ReviseReview } from '../../../generated/commands/ReviseReview.js';
import { SubmitReview } from '../../../generated/commands/SubmitReview.js';
import type { ReviewPageQuery } from '../../../generated/graphql/pages/accountability/review/review.js';
import type { ScaleFragment } from '../../../generated/graphql/parts/review/review.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import {
  useCommandForm,
  type AnyForm,
  type CommandForm as FormOf,
  type Recorded,
} from '../../../parts/forms/use-command-form.js';
import { Notice } from '../../../parts/notice.js';
import { DIMENSIONS, SCORE_OF, scoreWord } from '../../../parts/review/scores.js';

type Reader = NonNullable<NonNullable<ReviewPageQuery['viewer']>['organisation']>;
export type OwnReview = Reader['reviewsGiven']['nodes'][number];

interface ScoreFormProps {
  readonly reviewed: { readonly id: string; readonly name: string };
  readonly scale: readonly ScaleFragment[];
  /** Whether the mission keeps the texts of reviews out of the public log. */
  readonly keepsPrivate: boolean;
  readonly onRecorded: (recorded: Recorded) => void;
}

/** By which the drafts of a first review are told apart. */
export function subjectOf(commitmentId: string, reviewedId: string): string {
  return `${commitmentId} ${reviewedId}`;
}

/** By which the drafts of a revision are told apart: one of an earlier version is of no use. */
export function revisionOf({ id, revisedAt, submittedAt }: OwnReview): string {
  return `${id} ${revisedAt ?? submittedAt}`;
}

/** Four scores, two texts and the ties that the reviewer knows of. */
export function SubmitForm({ commitmentId, ...props }: ScoreFormProps & { readonly commitmentId: string }) {
  const { reviewed, onRecorded } = props;
  const form = useCommandForm(SubmitReview, {
    subject: subjectOf(commitmentId, reviewed.id),
    given: { commitmentId, reviewedId: reviewed.id },
    onRecorded,
  });
  return (
    <ReviewForm {...props} form={form}>
      <Ties form={form} />
    </ReviewForm>
  );
}

/** Begins with what was said last; texts one may not see any more are begun anew. The ties stay as they are. */
export function ReviseForm({ own, ...props }: ScoreFormProps & { readonly own: OwnReview }) {
  const { results, reliability, openness, learning } = own.scores;
  const form = useCommandForm(ReviseReview, {
    subject: revisionOf(own),
    given: { reviewId: own.id },
    initial: {
      'scores.results': results,
      'scores.reliability': reliability,
      'scores.openness': openness,
      'scores.learning': learning,
      whatWorked: own.whatWorked.text ?? '',
      whatToTry: own.whatToTry.text ?? '',
    },
    onRecorded: props.onRecorded,
  });
  return (
    <ReviewForm {...props} form={form}>
      <p className="help">
        <FormattedMessage id="reviewForm.tiesStay" />
      </p>
    </ReviewForm>
  );
}

type ScoredForm = AnyForm & { readonly command: typeof SubmitReview | typeof ReviseReview };

function ReviewForm({
  form,
  reviewed,
  scale,
  keepsPrivate,
  children,
}: Omit<ScoreFormProps, 'onRecorded'> & { readonly form: ScoredForm; readonly children: ReactNode }) {
  const intl = useIntl();
  return (
    <CommandForm form={form} label={intl.formatMessage({ id: 'reviewForm.label' }, { organisation: reviewed.name })}>
      {DIMENSIONS.map((dimension) => (
        <div key={dimension} className="score-field">
          <Score form={form} dimension={dimension} scale={scale.find((each) => each.dimension === dimension)} />
        </div>
      ))}
      {(['whatWorked', 'whatToTry'] as const).map((name) => (
        <div key={name} className="score-field">
          <CommandField
            form={form}
            name={name}
            rows={5}
            help={
              <>
                <FormattedMessage id={`field.${name}.help`} />{' '}
                <FormattedMessage id={keepsPrivate ? 'reviewForm.private' : 'reviewForm.public'} />
              </>
            }
          />
        </div>
      ))}
      {children}
    </CommandForm>
  );
}

/** The question of a dimension, and what each score stands for. */
function Score({
  form,
  dimension,
  scale,
}: {
  readonly form: ScoredForm;
  readonly dimension: (typeof DIMENSIONS)[number];
  readonly scale: ScaleFragment | undefined;
}) {
  return (
    <CommandField
      form={form}
      name={`scores.${SCORE_OF[dimension]}`}
      label={
        <>
          <FormattedMessage id={`dimension.${dimension}`} />
          {' – '}
          {scale?.question}
        </>
      }
      choices={(scale?.anchors ?? []).map(({ score, sentence }) => ({
        value: String(score),
        label: (
          <strong>
            {score} · <FormattedMessage id={scoreWord(score)} />
          </strong>
        ),
        help: sentence,
      }))}
    />
  );
}

function Ties({ form }: { readonly form: FormOf<typeof SubmitReview> }) {
  return (
    <>
      <CommandField
        form={form}
        name="ties"
        choices={SubmitReview.fields.ties.values.map((kind) => ({
          value: kind,
          label: <FormattedMessage id={`tie.${kind}`} />,
          help: <FormattedMessage id={`reviewForm.tie.${kind}`} />,
        }))}
      />
      <div role="status">
        {form.values.ties.includes('SAME_CONTROL_GROUP') && (
          <Notice tone="warning">
            <FormattedMessage id="reviewForm.sameControlGroup" />
          </Notice>
        )}
      </div>
    </>
  );
}
