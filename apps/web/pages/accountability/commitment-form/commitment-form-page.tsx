import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { MakeCommitment } from '../../../generated/commands/MakeCommitment.js';
import {
  CommitmentFormPageDocument,
  type CommitmentFormPageQuery,
} from '../../../generated/graphql/pages/accountability/commitment-form/commitment-form.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { QuantityField } from '../../../parts/forms/quantity.js';
import { ForMission, ForRecorders, Recorded, Unknown } from '../../../parts/forms/recording.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage, type Viewer } from '../../../shell/page.js';

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

function CommitmentForm({ mission, viewer }: { readonly mission: Mission; readonly viewer: Viewer }) {
  const [recorded, setRecorded] = useState<{ readonly id: string | undefined; readonly position: string | null }>();
  const form = useCommandForm(MakeCommitment, {
    subject: mission.id,
    given: { missionId: mission.id },
    onRecorded: (answer) => {
      setRecorded({ id: answer.recorded?.id, position: answer.receipt.position });
    },
  });
  const { kind } = form.values;
  if (recorded !== undefined) {
    const { id, position } = recorded;
    return (
      <Recorded
        position={position}
        href={id === undefined ? `/missions/${mission.id}` : `/commitments/${id}`}
        another={() => {
          setRecorded(undefined);
          form.begin({ ...form.values, description: '', 'quantity.amount': undefined });
        }}
      />
    );
  }
  const others = mission.members.nodes.flatMap(({ organisation }) =>
    organisation === null || organisation.id === viewer?.organisation?.id ? [] : [organisation],
  );
  return (
    <CommandForm form={form}>
      <CommandField
        form={form}
        name="kind"
        alsoSets={(chosen) => {
          // A unit of money fits nothing else, and the other way round.
          if ((chosen === 'MONEY') === (kind === 'MONEY')) return {};
          return { 'quantity.unit': chosen === 'MONEY' ? 'EUR' : '' };
        }}
      />
      <QuantityField form={form} money={kind === 'MONEY'} />
      <CommandField form={form} name="description" rows={3} />
      <CommandField form={form} name="dueOn" />
      {others.length > 0 && (
        <CommandField
          form={form}
          name="counterpartyIds"
          choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </CommandForm>
  );
}
