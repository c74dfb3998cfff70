import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { RecordMeasurement } from '../../../generated/commands/RecordMeasurement.js';
import {
  MeasurementFormPageDocument,
  type MeasurementFormPageQuery,
} from '../../../generated/graphql/pages/missions/measurement-form/measurement-form.js';
import { unitName } from '../../../i18n/text.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import type { Values } from '../../../parts/forms/command.js';
import { Select } from '../../../parts/forms/fields.js';
import { ForMission, ForRecorders, Recorded, Unknown } from '../../../parts/forms/recording.js';
import { useCommandForm, type CommandForm as CommandFormOf } from '../../../parts/forms/use-command-form.js';
import { today } from '../../../parts/today.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';

type Indicator = NonNullable<MeasurementFormPageQuery['indicator']>;
type Place = NonNullable<Indicator['measurements']['nodes'][number]['place']>;

export default function RecordMeasurementPage({ indicatorId }: { readonly indicatorId: string }) {
  const intl = useIntl();
  const page = usePage(MeasurementFormPageDocument, { indicatorId });
  return (
    <LoadedPage
      page={page}
      title={() => intl.formatMessage({ id: 'command.RecordMeasurement' })}
      kicker={({ indicator }) => <ForMission mission={indicator?.mission ?? null} />}
    >
      {({ viewer, indicator }) =>
        indicator === null ? (
          <Unknown />
        ) : (
          <ForRecorders viewer={viewer}>
            <p>
              <FormattedMessage id="measurementForm.intro" values={{ indicator: indicator.name }} />
            </p>
            <MeasurementForm indicator={indicator} />
          </ForRecorders>
        )
      }
    </LoadedPage>
  );
}

const EVERYWHERE = '';
const OTHER = 'other';

function MeasurementForm({ indicator }: { readonly indicator: Indicator }) {
  const intl = useIntl();
  const [position, setPosition] = useState<string | null>();
  const [other, setOther] = useState<boolean>();
  const places = knownPlaces(indicator);
  const form = useCommandForm(RecordMeasurement, {
    subject: indicator.id,
    given: { indicatorId: indicator.id },
    initial: { date: today() },
    required: other === true ? ['date', 'place.name'] : ['date'],
    onRecorded: ({ receipt }) => {
      setPosition(receipt.position);
    },
  });
  // A draft may name a place that is not known.
  if (other === undefined) setOther(form.values['place.name'] !== '' && placeIn(form.values, places) === undefined);
  if (position !== undefined) {
    return (
      <Recorded
        position={position}
        href={indicator.mission === null ? '/' : `/missions/${indicator.mission.id}`}
        another={() => {
          setPosition(undefined);
          form.begin({ ...form.values, value: undefined });
        }}
      />
    );
  }
  const unit = unitName(intl, indicator.unit);
  return (
    <CommandForm form={form}>
      <CommandField
        form={form}
        name="value"
        label={<FormattedMessage id="command.RecordMeasurement.value.in" values={{ unit }} />}
      />
      <CommandField form={form} name="date" />
      <PlaceField form={form} places={places} other={other === true} onOther={setOther} />
      <CommandField form={form} name="group" />
      <CommandField form={form} name="evidence" />
      <CommandField form={form} name="note" rows={2} />
    </CommandForm>
  );
}

/** One of the places that are known, or another by its name. */
function PlaceField({
  form,
  places,
  other,
  onOther,
}: {
  readonly form: CommandFormOf<typeof RecordMeasurement>;
  readonly places: readonly Place[];
  readonly other: boolean;
  readonly onOther: (other: boolean) => void;
}) {
  const intl = useIntl();
  const known = placeIn(form.values, places);
  const where = other ? OTHER : known === undefined ? EVERYWHERE : keyOf(known);
  return (
    <>
      <Select
        name="place"
        label={<FormattedMessage id="measurementForm.place" />}
        value={where}
        onChange={(chosen) => {
          onOther(chosen === OTHER);
          const place = places.find((each) => keyOf(each) === chosen);
          form.set({
            'place.name': place?.name ?? '',
            'place.country': place?.country ?? '',
            'place.code': place?.code ?? '',
          });
        }}
        choices={[
          { value: EVERYWHERE, label: intl.formatMessage({ id: 'measurementForm.place.everywhere' }) },
          ...places.map((place) => ({ value: keyOf(place), label: place.name })),
          { value: OTHER, label: intl.formatMessage({ id: 'measurementForm.place.other' }) },
        ]}
      />
      {other && <CommandField form={form} name="place.name" />}
    </>
  );
}

/** Those measured before and those of the mission, each once. */
function knownPlaces({ measurements, mission }: Indicator): readonly Place[] {
  const found = new Map<string, Place>();
  for (const place of [...measurements.nodes.map(({ place }) => place), ...(mission?.places ?? [])]) {
    if (place !== null) found.set(keyOf(place), place);
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function placeIn(values: Values<typeof RecordMeasurement>, places: readonly Place[]): Place | undefined {
  const { 'place.name': name, 'place.country': country, 'place.code': code } = values;
  return places.find((each) => each.name === name && (each.country ?? '') === country && (each.code ?? '') === code);
}

function keyOf({ name, country, code }: Place): string {
  return JSON.stringify([name, country, code]);
}
