import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DefineIndicator } from '../../../generated/commands/DefineIndicator.js';
import {
  IndicatorFormPageDocument,
  type IndicatorFormPageQuery,
} from '../../../generated/graphql/pages/missions/indicator-form/indicator-form.js';
import { CommandForm } from '../../../parts/forms/command-form.js';
import { ForAdministrators, ForMission, Recorded, Unknown } from '../../../parts/forms/recording.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { DefinitionFields } from '../../../parts/indicators/definition-fields.js';
import { FirstTarget } from '../../../parts/indicators/first-target.js';
import { useMembers } from '../../../parts/members.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';

type Mission = NonNullable<IndicatorFormPageQuery['mission']>;

export default function DefineIndicatorPage({ missionId }: { readonly missionId: string }) {
  const intl = useIntl();
  const page = usePage(IndicatorFormPageDocument, { missionId });
  return (
    <LoadedPage
      page={page}
      title={() => intl.formatMessage({ id: 'command.DefineIndicator' })}
      kicker={({ mission }) => <ForMission mission={mission} />}
    >
      {({ viewer, mission }) =>
        mission === null ? (
          <Unknown />
        ) : (
          <ForAdministrators viewer={viewer}>
            <p>
              <FormattedMessage id="indicatorForm.intro" />
            </p>
            <DefinitionForm mission={mission} />
          </ForAdministrators>
        )
      }
    </LoadedPage>
  );
}

function DefinitionForm({ mission }: { readonly mission: Mission }) {
  const reporters = useMembers(mission);
  const [recorded, setRecorded] = useState<{ readonly id: string | undefined }>();
  const form = useCommandForm(DefineIndicator, {
    subject: mission.id,
    given: { missionId: mission.id },
    initial: { mode: 'REACH', direction: 'INCREASE', aggregation: 'LATEST' },
    onRecorded: ({ recorded: indicator }) => {
      setRecorded({ id: indicator?.id });
    },
  });
  if (recorded !== undefined) {
    return (
      <Recorded
        href={recorded.id === undefined ? `/missions/${mission.id}` : `/indicators/${recorded.id}`}
        another={() => {
          setRecorded(undefined);
          form.begin();
        }}
      />
    );
  }
  return (
    <CommandForm form={form}>
      <DefinitionFields form={form} reporters={reporters} />
      <FirstTarget form={form} />
    </CommandForm>
  );
}
