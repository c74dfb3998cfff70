import { FormattedMessage } from 'react-intl';
import { ReviseMission } from '../../../generated/commands/ReviseMission.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { SdgField } from '../../../parts/indicators/sdg-field.js';
import type { PlaceGiven } from '../../../parts/places.js';
import { PlacesField } from '../../../parts/places-field.js';
import type { MissionData } from './types.js';

/** What a mission says of itself, for its backbones to change; what they leave as it is stays. */
export function Revision({
  mission,
  recorded,
}: {
  readonly mission: MissionData;
  readonly recorded: (position: string | null) => void;
}) {
  const form = useCommandForm(ReviseMission, {
    subject: mission.id,
    given: { missionId: mission.id },
    initial: {
      title: mission.title,
      challenge: mission.challenge,
      hashtag: mission.hashtag,
      startsOn: mission.startsOn ?? undefined,
      endsOn: mission.endsOn ?? undefined,
      places: mission.places.map(placeGiven),
      sdgs: mission.sdgs,
      openInvitation: mission.openInvitation,
      privateFields: mission.privateFields,
    },
    revises: true,
    required: ['title', 'challenge', 'hashtag'],
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  const privateFields = ReviseMission.fields.privateFields.values.map((value) => ({
    value,
    label: <FormattedMessage id={`mission.private.${value}`} />,
  }));
  return (
    <CommandForm form={form}>
      <CommandField form={form} name="title" />
      <CommandField form={form} name="challenge" rows={2} />
      <CommandField form={form} name="hashtag" autoCapitalize="none" />
      <CommandField form={form} name="startsOn" />
      <CommandField form={form} name="endsOn" />
      <PlacesField form={form} known={mission.places.map(placeGiven)} />
      <SdgField form={form} />
      <CommandField form={form} name="openInvitation" />
      <CommandField form={form} name="privateFields" choices={privateFields} />
      <CommandField form={form} name="reason" rows={2} />
    </CommandForm>
  );
}

function placeGiven({ name, country, code }: MissionData['places'][number]): PlaceGiven {
  return { name, ...(country !== null && { country }), ...(code !== null && { code }) };
}
