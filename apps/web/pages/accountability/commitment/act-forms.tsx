import { useId, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  CorroborateContributionDocument,
  DeclareContributionDocument,
  DisputeContributionDocument,
  VerifyContributionDocument,
  type CorroborateContributionMutation,
  type DeclareContributionMutation,
  type DisputeContributionMutation,
  type VerifyContributionMutation,
} from '../../../generated/graphql/pages/accountability/commitment/commitment.js';
import { useRecording, type Failure } from '../../../shell/graphql/use-recording.js';
import { Button } from '../../../parts/button.js';
import { EvidenceInput, evidenceInput, NO_EVIDENCE, type EvidenceValue } from '../../../parts/forms/evidence-input.js';
import { TextInput } from '../../../parts/forms/fields.js';
import { errorAt, RecordForm } from '../../../parts/forms/form.js';
import type { Act } from './may.js';

interface FormProps {
  readonly contributionId: string;
  readonly recorded: (position: string | null) => void;
}

const FORMS: Readonly<Record<Act, (props: FormProps) => ReactNode>> = {
  declare: DeclareForm,
  corroborate: CorroborateForm,
  verify: VerifyForm,
  dispute: DisputeForm,
};

/** What may be said of a contribution: a button each, which opens its form. */
export function ActForms({
  acts,
  about,
  recorded,
  contributionId,
}: FormProps & {
  readonly acts: readonly Act[];
  /** Whose contribution it is, to tell one button from the next contribution's. */
  readonly about: string;
}) {
  const [open, setOpen] = useState<Act>();
  const [done, setDone] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  const Form = open === undefined || !acts.includes(open) ? undefined : FORMS[open];
  const finish = (position: string | null) => {
    setOpen(undefined);
    setDone(true);
    // The form goes, and with it what had the focus.
    place.current?.focus();
    recorded(position);
  };
  return (
    <div ref={place} tabIndex={-1} className="acts">
      {acts.length > 0 && (
        <div className="actions">
          {acts.map((act) => (
            <Button
              key={act}
              aria-expanded={open === act}
              aria-controls={id}
              onPress={() => {
                setOpen(open === act ? undefined : act);
                setDone(false);
              }}
            >
              <FormattedMessage id={`act.${act}`} />
              <span className="visually-hidden"> ({about})</span>
            </Button>
          ))}
        </div>
      )}
      <div id={id}>{Form !== undefined && <Form contributionId={contributionId} recorded={finish} />}</div>
      <div role="status">{done && <FormattedMessage id="act.done" />}</div>
    </div>
  );
}

const declared = (result: DeclareContributionMutation) => result.declareContribution;
const corroborated = (result: CorroborateContributionMutation) => result.corroborateContribution;
const verified = (result: VerifyContributionMutation) => result.verifyContribution;
const disputed = (result: DisputeContributionMutation) => result.disputeContribution;

function DeclareForm({ contributionId, recorded }: FormProps) {
  const { record, sending, failure } = useRecording(DeclareContributionDocument, declared);
  return (
    <ActForm
      act="declare"
      field="note"
      sending={sending}
      failure={failure}
      onSubmit={async (note, evidence) => {
        const answer = await record({ contributionId, note: note === '' ? null : note, ...evidenceInput(evidence) });
        if (answer !== undefined) recorded(answer.receipt.position);
      }}
    />
  );
}

function CorroborateForm({ contributionId, recorded }: FormProps) {
  const { record, sending, failure } = useRecording(CorroborateContributionDocument, corroborated);
  return (
    <ActForm
      act="corroborate"
      field="statement"
      sending={sending}
      failure={failure}
      onSubmit={async (statement, evidence) => {
        const said = statement === '' ? null : statement;
        const answer = await record({ contributionId, statement: said, ...evidenceInput(evidence) });
        if (answer !== undefined) recorded(answer.receipt.position);
      }}
    />
  );
}

function VerifyForm({ contributionId, recorded }: FormProps) {
  const { record, sending, failure } = useRecording(VerifyContributionDocument, verified);
  return (
    <ActForm
      act="verify"
      field="finding"
      sending={sending}
      failure={failure}
      onSubmit={async (finding, evidence) => {
        const found = finding === '' ? null : finding;
        const answer = await record({ contributionId, finding: found, ...evidenceInput(evidence) });
        if (answer !== undefined) recorded(answer.receipt.position);
      }}
    />
  );
}

function DisputeForm({ contributionId, recorded }: FormProps) {
  const { record, sending, failure } = useRecording(DisputeContributionDocument, disputed);
  return (
    <ActForm
      act="dispute"
      field="reason"
      sending={sending}
      failure={failure}
      onSubmit={async (reason) => {
        const answer = await record({ contributionId, reason });
        if (answer !== undefined) recorded(answer.receipt.position);
      }}
    />
  );
}

/** A dispute is a reason and nothing else; the others may go with evidence, and without a word. */
function ActForm({
  act,
  field,
  sending,
  failure,
  onSubmit,
}: {
  readonly act: Act;
  /** What the API calls the text, where a refusal may point to. */
  readonly field: string;
  readonly sending: boolean;
  readonly failure: Failure | undefined;
  readonly onSubmit: (text: string, evidence: EvidenceValue) => Promise<void>;
}) {
  const intl = useIntl();
  const [text, setText] = useState('');
  const [evidence, setEvidence] = useState(NO_EVIDENCE);
  const [missing, setMissing] = useState(false);
  const required = act === 'dispute';
  return (
    <RecordForm
      label={intl.formatMessage({ id: `act.${act}` })}
      sending={sending}
      failure={failure}
      onSubmit={() => {
        const said = text.trim();
        setMissing(required && said === '');
        if (!required || said !== '') void onSubmit(said, evidence);
      }}
    >
      <TextInput
        name={field}
        label={<FormattedMessage id={`act.${act}.text`} />}
        help={<FormattedMessage id={`act.${act}.help`} />}
        required={required}
        rows={3}
        maxLength={required ? 1000 : 2000}
        value={text}
        onChange={setText}
        error={missing ? intl.formatMessage({ id: 'form.missing' }) : errorAt(failure, field)}
      />
      {!required && (
        <EvidenceInput value={evidence} onChange={setEvidence} error={errorAt(failure, 'evidence', 'files')} />
      )}
    </RecordForm>
  );
}
