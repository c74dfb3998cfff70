import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DefineIndicator } from '../../../generated/commands/DefineIndicator.js';
import {
  IndicatorFormPageDocument,
  type IndicatorFormPageQuery,
} from '../../../generated/graphql/pages/missions/indicator-form/indicator-form.js';
import { CommandForm, FieldPlace } from '../../../parts/forms/command-form.js';
import { DateInput, NumberInput } from '../../../parts/forms/fields.js';
import { ForMission, ForRecorders, Recorded, Unknown } from '../../../parts/forms/recording.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { DefinitionFields } from '../../../parts/indicators/definition-fields.js';
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
          <ForRecorders viewer={viewer}>
            <p>
              <FormattedMessage id="indicatorForm.intro" />
            </p>
            <DefinitionForm mission={mission} />
          </ForRecorders>
        )
      }
    </LoadedPage>
  );
}

function DefinitionForm({ mission }: { readonly mission: Mission }) {
  const reporters = useMembers(mission);
  const [recorded, setRecorded] = useState<{ readonly position: string | null; readonly id: string | undefined }>();
  const form = useCommandForm(DefineIndicator, {
    subject: mission.id,
    given: { missionId: mission.id },
    initial: { mode: 'REACH', direction: 'INCREASE', aggregation: 'LATEST' },
    onRecorded: ({ receipt, recorded: indicator }) => {
      setRecorded({ position: receipt.position, id: indicator?.id });
    },
  });
  if (recorded !== undefined) {
    return (
      <Recorded
        position={recorded.position}
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

interface Target {
  readonly value?: string | undefined;
  readonly upper?: string | undefined;
  readonly dueOn?: string | undefined;
}

/** The one of everybody; those of parts, and further ones, are set on the indicator's own page. */
function FirstTarget({ form }: { readonly form: ReturnType<typeof useCommandForm<typeof DefineIndicator>> }) {
  const intl = useIntl();
  const { mode } = form.values;
  const [target = {}] = form.values.targets as readonly Target[];
  const set = (change: Target) => {
    const next = { ...target, ...change };
    const blank = Object.values(next).every((each) => each === undefined);
    form.set({ targets: blank ? [] : [{ ...next }] });
  };
  return (
    <FieldPlace form={form} name="targets">
      <fieldset>
        <legend>
          <FormattedMessage id="indicatorForm.target" />
        </legend>
        <NumberInput
          name="targets.0.value"
          label={intl.formatMessage({ id: mode === 'KEEP_WITHIN' ? 'indicatorForm.lower' : 'indicatorForm.value' })}
          value={target.value}
          onChange={(value) => {
            set({ value });
          }}
        />
        {mode === 'KEEP_WITHIN' && (
          <NumberInput
            name="targets.0.upper"
            label={intl.formatMessage({ id: 'indicatorForm.upper' })}
            value={target.upper}
            onChange={(upper) => {
              set({ upper });
            }}
          />
        )}
        <DateInput
          name="targets.0.dueOn"
          label={intl.formatMessage({ id: 'indicatorForm.dueOn' })}
          value={target.dueOn}
          onChange={(dueOn) => {
            set({ dueOn });
          }}
        />
      </fieldset>
    </FieldPlace>
  );
}
