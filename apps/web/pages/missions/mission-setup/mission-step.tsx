import { FormattedMessage, useIntl } from 'react-intl';
import { DeclareMission } from '../../../generated/commands/DeclareMission.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { GoalsField } from '../../../parts/indicators/goals-field.js';
import { PlacesField } from '../../../parts/places-field.js';
import type { Failure } from '../../../shell/graphql/use-recording.js';
import { hashtagOf, MISSION_FIELDS } from './setup.js';
import { useStepForm } from './step-form.js';
import type { SetupDraft } from './use-setup.js';

/** What the mission says of itself: what it answers to, or where and when. */
export function MissionStep({
  step,
  draft: { setup, change },
  failure,
  onDone,
}: {
  readonly step: keyof typeof MISSION_FIELDS;
  readonly draft: SetupDraft;
  readonly failure: Failure | undefined;
  readonly onDone: () => void;
}) {
  const intl = useIntl();
  const { values } = setup.mission;
  const form = useStepForm(DeclareMission, {
    values,
    onChange: (by) => {
      change((now) => ({ ...now, mission: { ...now.mission, values: by(now.mission.values) } }));
    },
    asked: MISSION_FIELDS[step],
    failure,
    onDone,
  });
  // Made of the title, until somebody writes another.
  const isMade = values['hashtag'] === hashtagOf(typeof values['title'] === 'string' ? values['title'] : '');
  return (
    <CommandForm
      isPlanned
      form={form}
      label={intl.formatMessage({ id: `setup.step.${step}` })}
      send={<FormattedMessage id="setup.goOn" />}
    >
      {step === 'challenge' ? (
        <>
          <CommandField
            form={form}
            name="title"
            rows={1}
            alsoSets={(title) => (isMade && typeof title === 'string' ? { hashtag: hashtagOf(title) } : {})}
          />
          <CommandField form={form} name="challenge" rows={2} />
          <CommandField form={form} name="hashtag" autoCapitalize="none" />
          <GoalsField form={form} />
        </>
      ) : (
        <>
          <PlacesField form={form} known={[]} />
          <CommandField form={form} name="startsOn" />
          <CommandField form={form} name="endsOn" />
          <CommandField form={form} name="openInvitation" />
        </>
      )}
    </CommandForm>
  );
}
