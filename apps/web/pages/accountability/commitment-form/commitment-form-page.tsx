import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { LoadedPage, type Viewer } from '../../../shell/page.js';
import {
  CommitmentFormPageDocument,
  MakeCommitmentDocument,
  type CommitmentFormPageQuery,
  type MakeCommitmentMutation,
} from '../../../generated/graphql/pages/accountability/commitment-form/commitment-form.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { useRecording } from '../../../shell/graphql/use-recording.js';
import { Checkboxes, Choices, DateInput, TextInput } from '../../../parts/forms/fields.js';
import { errorAt, RecordForm } from '../../../parts/forms/form.js';
import { quantityOf, QuantityInput, type QuantityDraft } from '../../../parts/forms/quantity.js';
import { ForMission, ForRecorders, Recorded, Unknown } from '../../../parts/forms/recording.js';

type Mission = NonNullable<CommitmentFormPageQuery['mission']>;
type Kind = (typeof KINDS)[number];

const KINDS = ['MONEY', 'TIME', 'DATA', 'EXPERTISE', 'INFRASTRUCTURE', 'VOLUNTEERS', 'SERVICE'] as const;

export default function RecordCommitmentPage({ missionId }: { readonly missionId: string }) {
  const intl = useIntl();
  const page = usePage(CommitmentFormPageDocument, { missionId });
  return (
    <LoadedPage
      page={page}
      title={() => intl.formatMessage({ id: 'commitmentForm.title' })}
      kicker={({ mission }) => <ForMission mission={mission} />}
    >
      {({ viewer, mission }) =>
        mission === null ? (
          <Unknown />
        ) : (
          <ForRecorders viewer={viewer}>
            <p>
              <FormattedMessage id="commitmentForm.intro" />
            </p>
            <CommitmentForm mission={mission} viewer={viewer} />
          </ForRecorders>
        )
      }
    </LoadedPage>
  );
}

const made = ({ makeCommitment }: MakeCommitmentMutation) => makeCommitment;

function CommitmentForm({ mission, viewer }: { readonly mission: Mission; readonly viewer: Viewer }) {
  const intl = useIntl();
  const { record, sending, failure } = useRecording(MakeCommitmentDocument, made);
  const [kind, setKind] = useState<Kind>();
  const [quantity, setQuantity] = useState<QuantityDraft>({ amount: undefined, unit: '' });
  const [description, setDescription] = useState('');
  const [dueOn, setDueOn] = useState<string>();
  const [counterpartyIds, setCounterpartyIds] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const [recorded, setRecorded] = useState<{ readonly id: string | null; readonly position: string | null }>();

  const submit = async () => {
    const given = quantityOf(quantity);
    const lacking = new Set<string>();
    if (kind === undefined) lacking.add('kind');
    if (description.trim() === '') lacking.add('description');
    if (given === 'incomplete') lacking.add('quantity');
    setMissing(lacking);
    if (kind === undefined || given === 'incomplete' || lacking.size > 0) return;
    const answer = await record({
      ...{ missionId: mission.id, kind, quantity: given, description, dueOn: dueOn ?? null },
      ...{ counterpartyIds: [...counterpartyIds], promisorIds: null, source: null },
    });
    if (answer === undefined) return;
    setRecorded({ id: answer.commitment?.id ?? null, position: answer.receipt.position });
  };

  if (recorded !== undefined) {
    const href = recorded.id === null ? `/missions/${mission.id}` : `/commitments/${recorded.id}`;
    return (
      <Recorded
        position={recorded.position}
        href={href}
        another={() => {
          setRecorded(undefined);
          setDescription('');
          setQuantity({ amount: undefined, unit: quantity.unit });
        }}
      />
    );
  }
  const errorOf = (name: string) =>
    missing.has(name) ? intl.formatMessage({ id: 'form.missing' }) : errorAt(failure, name);
  const others = mission.members.nodes.flatMap(({ organisation }) =>
    organisation === null || organisation.id === viewer?.organisation?.id ? [] : [organisation],
  );
  return (
    <RecordForm
      label={intl.formatMessage({ id: 'commitmentForm.title' })}
      sending={sending}
      failure={failure}
      send={<FormattedMessage id="commitmentForm.send" />}
      onSubmit={() => void submit()}
    >
      <Choices<Kind>
        name="kind"
        required
        label={<FormattedMessage id="commitmentForm.kind" />}
        value={kind}
        onChange={(chosen) => {
          // A unit of money fits nothing else, and the other way round.
          if ((chosen === 'MONEY') !== (kind === 'MONEY')) {
            setQuantity({ ...quantity, unit: chosen === 'MONEY' ? 'EUR' : '' });
          }
          setKind(chosen);
        }}
        choices={KINDS.map((value) => ({ value, label: <FormattedMessage id={`kind.${value}`} /> }))}
        error={errorOf('kind')}
      />
      <QuantityInput
        value={quantity}
        onChange={setQuantity}
        money={kind === 'MONEY'}
        error={
          missing.has('quantity') ? intl.formatMessage({ id: 'record.amountMissing' }) : errorAt(failure, 'quantity')
        }
      />
      <TextInput
        name="description"
        required
        rows={3}
        maxLength={2000}
        label={<FormattedMessage id="commitmentForm.description" />}
        help={<FormattedMessage id="commitmentForm.descriptionHelp" />}
        value={description}
        onChange={setDescription}
        error={errorOf('description')}
      />
      <DateInput
        name="dueOn"
        label={<FormattedMessage id="commitmentForm.dueOn" />}
        help={<FormattedMessage id="commitmentForm.dueOnHelp" />}
        value={dueOn}
        onChange={setDueOn}
        error={errorOf('dueOn')}
      />
      {others.length > 0 && (
        <Checkboxes
          name="counterpartyIds"
          label={<FormattedMessage id="commitmentForm.counterparties" />}
          help={<FormattedMessage id="commitmentForm.counterpartiesHelp" />}
          value={counterpartyIds}
          onChange={setCounterpartyIds}
          choices={others.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorAt(failure, 'counterpartyIds')}
        />
      )}
    </RecordForm>
  );
}
