import { useState, type ComponentProps } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  AmendCommitmentDocument,
  WithdrawCommitmentDocument,
  type AmendCommitmentMutation,
  type WithdrawCommitmentMutation,
} from '../../../generated/graphql/pages/accountability/commitment/commitment.js';
import { useRecording } from '../../../shell/graphql/use-recording.js';
import { unitName } from '../../../i18n/text.js';
import { DateInput, NumberInput, TextInput } from '../../../parts/forms/fields.js';
import { errorAt, RecordForm } from '../../../parts/forms/form.js';
import { Reveal } from '../../../parts/reveal.js';
import type { CommitmentDetails } from './may.js';

interface ChangeProps {
  readonly commitment: CommitmentDetails;
  readonly recorded: (position: string | null) => void;
}

/** For its promisors, until it is due. Kind and unit stay: another kind of thing is another promise. */
export function ChangeCommitment(props: ChangeProps) {
  return (
    <Reveal label={<FormattedMessage id="commitment.change" />}>
      {/* Anew for each version of the terms: the form begins with those that stand. */}
      <div className="columns" key={props.commitment.terms.length}>
        <Amend {...props} />
        <Withdraw {...props} />
      </div>
    </Reveal>
  );
}

const amended = (result: AmendCommitmentMutation) => result.amendCommitment;
const withdrawn = (result: WithdrawCommitmentMutation) => result.withdrawCommitment;

function Amend({ commitment, recorded }: ChangeProps) {
  const intl = useIntl();
  const { record, sending, failure } = useRecording(AmendCommitmentDocument, amended);
  const { id, kind, quantity } = commitment;
  const [description, setDescription] = useState(commitment.description);
  const [amount, setAmount] = useState<string | undefined>(quantity?.amount);
  const [dueOn, setDueOn] = useState<string | undefined>(commitment.dueOn ?? undefined);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = (text: string) =>
    tried && text.trim() === '' ? intl.formatMessage({ id: 'form.missing' }) : undefined;
  const send = async () => {
    setTried(true);
    if (description.trim() === '' || reason.trim() === '') return;
    const answer = await record({
      commitmentId: id,
      kind,
      description: description.trim(),
      reason: reason.trim(),
      dueOn: dueOn ?? null,
      quantity: quantity === null || amount === undefined ? null : { amount, unit: quantity.unit },
    });
    if (answer !== undefined) recorded(answer.receipt.position);
  };
  return (
    <div>
      <h4>
        <FormattedMessage id="amend.label" />
      </h4>
      <RecordForm
        label={intl.formatMessage({ id: 'amend.label' })}
        sending={sending}
        failure={failure}
        onSubmit={() => void send()}
        send={<FormattedMessage id="amend.send" />}
      >
        <TextInput
          name="description"
          label={<FormattedMessage id="amend.description" />}
          required
          rows={4}
          maxLength={2000}
          value={description}
          onChange={setDescription}
          error={missing(description) ?? errorAt(failure, 'description')}
        />
        {quantity !== null && (
          <NumberInput
            name="quantity"
            label={<FormattedMessage id="amend.amount" values={{ unit: unitName(intl, quantity.unit) }} />}
            value={amount}
            onChange={setAmount}
            error={errorAt(failure, 'quantity')}
          />
        )}
        <DateInput
          name="dueOn"
          label={<FormattedMessage id="amend.due" />}
          value={dueOn}
          onChange={setDueOn}
          error={errorAt(failure, 'dueOn')}
        />
        <Reason
          label={<FormattedMessage id="amend.reason" />}
          value={reason}
          onChange={setReason}
          error={missing(reason) ?? errorAt(failure, 'reason')}
        />
      </RecordForm>
    </div>
  );
}

function Withdraw({ commitment, recorded }: ChangeProps) {
  const intl = useIntl();
  const { record, sending, failure } = useRecording(WithdrawCommitmentDocument, withdrawn);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const answer = await record({ commitmentId: commitment.id, reason: reason.trim() });
    if (answer !== undefined) recorded(answer.receipt.position);
  };
  return (
    <div>
      <h4>
        <FormattedMessage id="withdraw.label" />
      </h4>
      <RecordForm
        label={intl.formatMessage({ id: 'withdraw.label' })}
        sending={sending}
        failure={failure}
        onSubmit={() => void send()}
        send={<FormattedMessage id="withdraw.send" />}
      >
        <Reason
          label={<FormattedMessage id="withdraw.reason" />}
          value={reason}
          onChange={setReason}
          error={
            tried && reason.trim() === '' ? intl.formatMessage({ id: 'form.missing' }) : errorAt(failure, 'reason')
          }
        />
      </RecordForm>
    </div>
  );
}

/** Why a promise changes or is taken back, for those who relied on it. */
function Reason(field: Pick<ComponentProps<typeof TextInput>, 'label' | 'value' | 'onChange' | 'error'>) {
  return (
    <TextInput
      {...field}
      name="reason"
      help={<FormattedMessage id="amend.reasonHelp" />}
      required
      rows={3}
      maxLength={1000}
    />
  );
}
