import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { LoadedPage, type Viewer } from '../../../shell/page.js';
import {
  ContributionFormPageDocument,
  RecordContributionDocument,
  type ContributionFormPageQuery,
  type RecordContributionMutation,
} from '../../../generated/graphql/pages/accountability/contribution-form/contribution-form.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { useRecording } from '../../../shell/graphql/use-recording.js';
import { Quantity } from '../../../i18n/format.js';
import { EvidenceInput, evidenceInput, NO_EVIDENCE, type EvidenceValue } from '../../../parts/forms/evidence-input.js';
import { DateInput, Select, TextInput } from '../../../parts/forms/fields.js';
import { errorAt, RecordForm } from '../../../parts/forms/form.js';
import { quantityOf, QuantityInput, type QuantityDraft } from '../../../parts/forms/quantity.js';
import { ForRecorders, Recorded, Unknown } from '../../../parts/forms/recording.js';
import { today } from '../../../parts/today.js';

type Commitment = NonNullable<ContributionFormPageQuery['commitment']>;

export default function RecordContributionPage({ commitmentId }: { readonly commitmentId: string }) {
  const intl = useIntl();
  const page = usePage(ContributionFormPageDocument, { commitmentId });
  return (
    <LoadedPage
      page={page}
      title={() => intl.formatMessage({ id: 'contributionForm.title' })}
      kicker={({ commitment }) =>
        commitment !== null && (
          <FormattedMessage
            id="record.forCommitment"
            values={{
              promisors: (
                <Link href={`/commitments/${commitment.id}`}>
                  {intl.formatList(commitment.promisors.map(({ name }) => name))}
                </Link>
              ),
            }}
          />
        )
      }
    >
      {({ viewer, commitment }) =>
        commitment === null ? (
          <Unknown />
        ) : (
          <>
            <Promised commitment={commitment} />
            <ForRecorders viewer={viewer}>
              <p>
                <FormattedMessage id="contributionForm.intro" />
              </p>
              <ContributionForm commitment={commitment} viewer={viewer} />
            </ForRecorders>
          </>
        )
      }
    </LoadedPage>
  );
}

function Promised({ commitment }: { readonly commitment: Commitment }) {
  const { quantity, standing, description } = commitment;
  return (
    <>
      <blockquote>{description}</blockquote>
      {quantity !== null && (
        <dl className="facts">
          <dt>
            <FormattedMessage id="contributionForm.promised" />
          </dt>
          <dd>
            <Quantity {...quantity} />
          </dd>
          {standing.delivered !== null && (
            <>
              <dt>
                <FormattedMessage id="contributionForm.delivered" />
              </dt>
              <dd>
                <Quantity {...standing.delivered} />
              </dd>
            </>
          )}
        </dl>
      )}
    </>
  );
}

const recordedIn = ({ recordContribution }: RecordContributionMutation) => recordContribution;

function ContributionForm({ commitment, viewer }: { readonly commitment: Commitment; readonly viewer: Viewer }) {
  const intl = useIntl();
  const { record, sending, failure } = useRecording(RecordContributionDocument, recordedIn);
  const own = viewer?.organisation?.id;
  const { promisors } = commitment;
  const [contributorId, setContributorId] = useState(
    promisors.find(({ id }) => id === own)?.id ?? promisors[0]?.id ?? '',
  );
  const [quantity, setQuantity] = useState<QuantityDraft>({
    amount: undefined,
    unit: commitment.quantity?.unit ?? '',
  });
  const [date, setDate] = useState<string | undefined>(today);
  const [description, setDescription] = useState('');
  const [note, setNote] = useState('');
  const [evidence, setEvidence] = useState<EvidenceValue>(NO_EVIDENCE);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const [position, setPosition] = useState<string | null>();

  const submit = async () => {
    const given = quantityOf(quantity);
    const lacking = new Set<string>();
    if (given === 'incomplete') lacking.add('quantity');
    if (date === undefined) lacking.add('date');
    setMissing(lacking);
    if (given === 'incomplete' || date === undefined) return;
    const answer = await record({
      ...{ commitmentId: commitment.id, quantity: given, date, ...evidenceInput(evidence) },
      contributorId: contributorId === own ? null : contributorId,
      description: description.trim() === '' ? null : description,
      note: note.trim() === '' ? null : note,
      ...{ period: null, source: null, missionId: null, kind: null, counterpartyIds: null },
    });
    if (answer !== undefined) setPosition(answer.receipt.position);
  };

  if (position !== undefined) {
    return (
      <Recorded
        position={position}
        href={`/commitments/${commitment.id}`}
        another={() => {
          setPosition(undefined);
          setDescription('');
          setNote('');
          setEvidence(NO_EVIDENCE);
          setQuantity({ ...quantity, amount: undefined });
        }}
      />
    );
  }
  const missingText = intl.formatMessage({ id: 'form.missing' });
  return (
    <RecordForm
      label={intl.formatMessage({ id: 'contributionForm.title' })}
      sending={sending}
      failure={failure}
      send={<FormattedMessage id="contributionForm.send" />}
      onSubmit={() => void submit()}
    >
      {(promisors.length > 1 || promisors[0]?.id !== own) && (
        <Select
          name="contributorId"
          required
          label={<FormattedMessage id="contributionForm.contributor" />}
          value={contributorId}
          onChange={setContributorId}
          choices={promisors.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorAt(failure, 'contributorId')}
        />
      )}
      <QuantityInput
        value={quantity}
        onChange={setQuantity}
        money={commitment.kind === 'MONEY'}
        fixed={commitment.quantity?.unit}
        error={missing.has('quantity') ? missingText : errorAt(failure, 'quantity')}
      />
      <DateInput
        name="date"
        required
        label={<FormattedMessage id="contributionForm.date" />}
        value={date}
        onChange={setDate}
        error={missing.has('date') ? missingText : errorAt(failure, 'date', 'period')}
      />
      <TextInput
        name="description"
        rows={3}
        maxLength={2000}
        label={<FormattedMessage id="contributionForm.description" />}
        value={description}
        onChange={setDescription}
        error={errorAt(failure, 'description')}
      />
      <EvidenceInput value={evidence} onChange={setEvidence} error={errorAt(failure, 'evidence', 'files')} />
      <TextInput
        name="note"
        rows={2}
        maxLength={2000}
        label={<FormattedMessage id="contributionForm.note" />}
        value={note}
        onChange={setNote}
        error={errorAt(failure, 'note')}
      />
    </RecordForm>
  );
}
