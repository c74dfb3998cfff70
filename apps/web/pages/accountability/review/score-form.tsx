import { useEffect, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  ReviseReviewDocument,
  SubmitReviewDocument,
  type ReviseReviewMutation,
  type SubmitReviewMutation,
} from '../../../generated/graphql/pages/accountability/review/review.js';
import type { ScaleFragment } from '../../../generated/graphql/parts/review/review.js';
import { useRecording, type Failure } from '../../../shell/graphql/use-recording.js';
import { SaidByServer } from '../../../i18n/refusal-text.js';
import { Checkboxes, Choices, TextInput } from '../../../parts/forms/fields.js';
import { errorAt, RecordForm } from '../../../parts/forms/form.js';
import { Notice } from '../../../parts/notice.js';
import type { Draft, Points } from './draft.js';
import { TIES } from './draft.js';
import { DIMENSIONS, SCORE_OF, scoreWord, type ScoreKey, type Scores } from '../../../parts/review/scores.js';

export interface Recorded {
  readonly position: string | null;
  readonly reviewId: string | null;
}

const submitted = (result: SubmitReviewMutation) => result.submitReview;
const revised = (result: ReviseReviewMutation) => result.reviseReview;
const TEXTS = ['whatWorked', 'whatToTry'] as const;
type FieldName = ScoreKey | (typeof TEXTS)[number];

/** Four scores, two texts and the ties. Sent again after a first review it revises that one. */
export function ScoreForm({
  commitmentId,
  reviewed,
  ownReviewId,
  scale,
  draft,
  keepsPrivate,
  onChange,
  onRecorded,
}: {
  readonly commitmentId: string;
  readonly reviewed: { readonly id: string; readonly name: string };
  /** Of the review that is revised; nothing for a first one. */
  readonly ownReviewId: string | undefined;
  readonly scale: readonly ScaleFragment[];
  readonly draft: Draft;
  /** Whether the mission keeps the texts of reviews out of the public log. */
  readonly keepsPrivate: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onRecorded: (recorded: Recorded) => void;
}) {
  const intl = useIntl();
  const submit = useRecording(SubmitReviewDocument, submitted);
  const revise = useRecording(ReviseReviewDocument, revised);
  const { sending, failure } = ownReviewId === undefined ? submit : revise;
  // Fields are marked as missing only after the first attempt to send.
  const [attempts, setAttempts] = useState(0);
  const missing = missingIn(draft);
  const problem = (name: FieldName): ReactNode =>
    attempts > 0 && missing.includes(name) ? intl.formatMessage({ id: 'form.missing' }) : refusedAt(failure, name);

  const send = async () => {
    const scores = complete(draft);
    if (scores === undefined || missing.length > 0) {
      setAttempts((now) => now + 1);
      return;
    }
    const opinion = { scores, whatWorked: draft.whatWorked, whatToTry: draft.whatToTry };
    const recorded =
      ownReviewId === undefined
        ? await submit.record({ commitmentId, reviewedId: reviewed.id, ...opinion, ties: [...draft.ties] })
        : await revise.record({ reviewId: ownReviewId, ...opinion });
    if (recorded !== undefined) {
      onRecorded({ position: recorded.receipt.position, reviewId: recorded.review?.id ?? null });
    }
  };

  return (
    <RecordForm
      label={intl.formatMessage({ id: 'reviewForm.label' }, { organisation: reviewed.name })}
      sending={sending}
      failure={failure}
      send={<FormattedMessage id={ownReviewId === undefined ? 'reviewForm.send' : 'reviewForm.sendRevised'} />}
      onSubmit={() => void send()}
    >
      {attempts > 0 && missing.length > 0 && <ErrorSummary attempts={attempts} missing={missing} />}
      {DIMENSIONS.map((dimension) => {
        const name = SCORE_OF[dimension];
        const found = scale.find((each) => each.dimension === dimension);
        return (
          <div key={name} id={fieldId(name)} className="score-field">
            <Choices
              name={name}
              required
              label={
                <>
                  <FormattedMessage id={`dimension.${dimension}`} />
                  {' – '}
                  {found?.question}
                </>
              }
              value={draft.scores[name]}
              onChange={(points) => {
                onChange({ scores: { ...draft.scores, ...(points === undefined ? {} : { [name]: points }) } });
              }}
              choices={(found?.anchors ?? []).map(({ score, sentence }) => ({
                value: String(score) as Points,
                label: (
                  <strong>
                    {score} · <FormattedMessage id={scoreWord(score)} />
                  </strong>
                ),
                help: sentence,
              }))}
              error={problem(name)}
            />
          </div>
        );
      })}
      {TEXTS.map((name) => (
        <div key={name} id={fieldId(name)} className="score-field">
          <TextInput
            name={name}
            required
            rows={5}
            label={<FormattedMessage id={`reviewForm.${name}`} />}
            help={
              <>
                <FormattedMessage id={`reviewForm.${name}.help`} />{' '}
                <FormattedMessage id={keepsPrivate ? 'reviewForm.private' : 'reviewForm.public'} />
              </>
            }
            value={draft[name]}
            onChange={(text) => {
              onChange({ [name]: text });
            }}
            error={problem(name)}
          />
        </div>
      ))}
      {ownReviewId === undefined ? (
        <Ties draft={draft} onChange={onChange} error={errorAt(failure, 'ties')} />
      ) : (
        <p className="help">
          <FormattedMessage id="reviewForm.tiesStay" />
        </p>
      )}
    </RecordForm>
  );
}

function Ties({
  draft,
  onChange,
  error,
}: {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly error: ReactNode;
}) {
  return (
    <>
      <Checkboxes
        name="ties"
        label={<FormattedMessage id="reviewForm.ties" />}
        help={<FormattedMessage id="reviewForm.tiesHelp" />}
        value={draft.ties}
        onChange={(ties) => {
          onChange({ ties });
        }}
        choices={TIES.map((kind) => ({
          value: kind,
          label: <FormattedMessage id={`tie.${kind}`} />,
          help: <FormattedMessage id={`reviewForm.tie.${kind}`} />,
        }))}
        error={error}
      />
      <div role="status">
        {draft.ties.includes('SAME_CONTROL_GROUP') && (
          <Notice tone="warning">
            <FormattedMessage id="reviewForm.sameControlGroup" />
          </Notice>
        )}
      </div>
    </>
  );
}

/** What is missing, each leading to its field. Takes the focus with every attempt, so that it is read out. */
function ErrorSummary({ attempts, missing }: { readonly attempts: number; readonly missing: readonly FieldName[] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, [attempts]);
  return (
    <div ref={place} tabIndex={-1} className="error-summary" role="alert">
      <Notice tone="bad" title={<FormattedMessage id="reviewForm.missing" values={{ count: missing.length }} />}>
        <ul>
          {missing.map((name) => (
            <li key={name}>
              <a
                href={`#${fieldId(name)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.querySelector<HTMLElement>(`#${fieldId(name)} :is(input, textarea)`)?.focus();
                }}
              >
                <FieldLabel name={name} />
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function FieldLabel({ name }: { readonly name: FieldName }) {
  const dimension = DIMENSIONS.find((each) => SCORE_OF[each] === name);
  if (dimension !== undefined) return <FormattedMessage id={`dimension.${dimension}`} />;
  return <FormattedMessage id={name === 'whatWorked' ? 'reviewForm.whatWorked' : 'reviewForm.whatToTry'} />;
}

function fieldId(name: FieldName): string {
  return `field-${name}`;
}

function missingIn(draft: Draft): readonly FieldName[] {
  return [
    ...DIMENSIONS.map((dimension) => SCORE_OF[dimension]).filter((name) => draft.scores[name] === undefined),
    ...TEXTS.filter((name) => draft[name].trim() === ''),
  ];
}

function complete({ scores: { results, reliability, openness, learning } }: Draft): Scores | undefined {
  if (results === undefined || reliability === undefined || openness === undefined || learning === undefined) {
    return undefined;
  }
  return {
    results: Number(results),
    reliability: Number(reliability),
    openness: Number(openness),
    learning: Number(learning),
  };
}

/** A refusal names a score as scores, results. */
function refusedAt(failure: Failure | undefined, name: FieldName): ReactNode {
  if (failure?.kind !== 'refused') return undefined;
  const [first, second] = failure.path;
  return first === name || (first === 'scores' && second === name) ? <SaidByServer {...failure} /> : undefined;
}
