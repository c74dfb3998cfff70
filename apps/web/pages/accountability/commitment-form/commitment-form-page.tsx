import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { MakeCommitment } from '../../../generated/commands/MakeCommitment.js';
import {
  CommitmentFormPageDocument,
  type CommitmentFormPageQuery,
} from '../../../generated/graphql/pages/accountability/commitment-form/commitment-form.js';
import { Day } from '../../../i18n/format.js';
import type { CommitmentKind } from '../../../generated/graphql/schema.js';
import { CommandField, CommandForm, FieldPlace, useField } from '../../../parts/forms/command-form.js';
import type { Values } from '../../../parts/forms/command.js';
import { Select } from '../../../parts/forms/fields.js';
import { Amount } from '../../../parts/forms/foretold.js';
import { QuantityField } from '../../../parts/forms/quantity.js';
import { ForMission, ForRecorders, Unknown } from '../../../parts/forms/recording.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { ofAmountPromised, ofDueDate } from '../../../parts/forms/warnings.js';
import { useMembers, type MembersToChoose } from '../../../parts/members.js';
import { MoreButton } from '../../../parts/more-button.js';
import { choicesIn } from '../../../parts/named.js';
import { today } from '../../../parts/today.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage, type Viewer } from '../../../shell/page.js';
import { Further } from './further.js';
import { Made } from './made.js';
import type { PromiseForm } from './promise-form.js';

type Mission = NonNullable<CommitmentFormPageQuery['mission']>;

export default function RecordCommitmentPage({ missionId }: { readonly missionId: string }) {
  const intl = useIntl();
  const page = usePage(CommitmentFormPageDocument, { missionId });
  return (
    <LoadedPage
      page={page}
      title={() => intl.formatMessage({ id: 'command.MakeCommitment' })}
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

/** Four things are asked: what, how much, by when and for whom. The rest is for those who need it. */
function CommitmentForm({ mission, viewer }: { readonly mission: Mission; readonly viewer: Viewer }) {
  const own = viewer?.organisation ?? undefined;
  const { members, more } = useMembers(mission);
  const [recorded, setRecorded] = useState<{ readonly id: string | undefined; readonly position: string | null }>();
  const form = useCommandForm(MakeCommitment, {
    subject: mission.id,
    given: { missionId: mission.id },
    onRecorded: (answer) => {
      setRecorded({ id: answer.recorded?.id, position: answer.receipt.position });
    },
  });
  if (recorded !== undefined) {
    const { id, position } = recorded;
    return (
      <Made
        id={id}
        position={position}
        missionId={mission.id}
        another={() => {
          setRecorded(undefined);
          form.begin({ ...form.values, description: '', 'quantity.amount': undefined, milestones: [] });
        }}
      />
    );
  }
  const others = { members: members.filter(({ id }) => id !== own?.id), more };
  const { 'quantity.amount': amount, 'quantity.unit': unit, dueOn } = form.values;
  const warnings = [...ofDueDate(dueOn, today()), ...ofAmountPromised(amount, unit, mission.usualPromises)];
  return (
    <CommandForm form={form} warnings={warnings} sentence={<Promised values={form.values} own={own} />}>
      <CommandField form={form} name="description" rows={3} />
      <KindField form={form} />
      <QuantityField form={form} money={form.values.kind === 'MONEY'} />
      <CommandField form={form} name="dueOn" />
      <ReceiverField form={form} others={others} />
      <Further form={form} mission={mission} own={own} others={others} />
    </CommandForm>
  );
}

/** The promise in a sentence. */
function Promised({
  values: { 'quantity.amount': amount, 'quantity.unit': unit, dueOn, promisorIds },
  own,
}: {
  readonly values: Values<typeof MakeCommitment>;
  readonly own: { readonly id: string; readonly name: string } | undefined;
}) {
  const actor = own?.name;
  if (promisorIds.some((id) => id !== own?.id)) {
    return <FormattedMessage id="foretold.MakeCommitment.proposed" values={{ actor }} />;
  }
  const values = { actor, quantity: <Amount amount={amount} unit={unit} /> };
  if (dueOn === undefined) return <FormattedMessage id="foretold.MakeCommitment" values={values} />;
  return <FormattedMessage id="foretold.MakeCommitment.by" values={{ ...values, day: <Day date={dueOn} /> }} />;
}

const KINDS: readonly CommitmentKind[] = MakeCommitment.fields.kind.values;

/** The browser's own list: seven lines to choose from would hide the rest of the form on a phone. */
function KindField({ form }: { readonly form: PromiseForm }) {
  const intl = useIntl();
  const field = useField(form, 'kind');
  const { kind } = form.values;
  const choices = KINDS.map((value) => ({ value, label: intl.formatMessage({ id: `kind.${value}` }) }));
  return (
    <FieldPlace form={form} name="kind">
      <Select<CommitmentKind | ''>
        {...field}
        value={kind ?? ''}
        choices={[{ value: '', label: intl.formatMessage({ id: 'form.choose' }) }, ...choices]}
        onChange={(value) => {
          const chosen = value === '' ? undefined : value;
          // A unit of money fits nothing else, and the other way round.
          const same = (chosen === 'MONEY') === (kind === 'MONEY');
          form.set({ kind: chosen, ...(!same && { 'quantity.unit': chosen === 'MONEY' ? 'EUR' : '' }) });
        }}
      />
    </FieldPlace>
  );
}

/** One organisation, or the mission as a whole. */
function ReceiverField({ form, others }: { readonly form: PromiseForm; readonly others: MembersToChoose }) {
  const intl = useIntl();
  const field = useField(form, 'counterpartyIds');
  if (others.members.length === 0) return <></>;
  return (
    <FieldPlace form={form} name="counterpartyIds">
      <Select
        {...field}
        value={form.values.counterpartyIds[0] ?? ''}
        choices={[
          { value: '', label: intl.formatMessage({ id: 'commitmentForm.toMission' }) },
          ...choicesIn(intl, others.members),
        ]}
        onChange={(id) => {
          form.set({ counterpartyIds: id === '' ? [] : [id] });
        }}
      />
      <MoreButton more={others.more} />
    </FieldPlace>
  );
}
