import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { RecordMeasurement } from '../../../generated/commands/RecordMeasurement.js';
import {
  MeasurementFormPageDocument,
  type MeasurementFormPageQuery,
} from '../../../generated/graphql/pages/missions/measurement-form/measurement-form.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { ForMission, ForRecorders, Recorded, Unknown } from '../../../parts/forms/recording.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { CategoryFields, isElsewhere, PlaceField, ValueFields } from '../../../parts/indicators/measured-fields.js';
import { today } from '../../../parts/today.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { LoadedPage } from '../../../shell/page.js';

type Indicator = NonNullable<MeasurementFormPageQuery['indicator']>;

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

function MeasurementForm({ indicator }: { readonly indicator: Indicator }) {
  const [position, setPosition] = useState<string | null>();
  const [other, setOther] = useState<boolean>();
  const places = [...indicator.placesMeasured, ...(indicator.mission?.places ?? [])];
  const ratio = indicator.aggregation === 'RATIO';
  const form = useCommandForm(RecordMeasurement, {
    subject: indicator.id,
    given: { indicatorId: indicator.id },
    initial: { date: today() },
    required: [
      'date',
      ...(other === true ? (['place.name'] as const) : []),
      ...(ratio ? (['numerator', 'denominator'] as const) : (['value'] as const)),
    ],
    onRecorded: ({ receipt }) => {
      setPosition(receipt.position);
    },
  });
  // A draft may name a place that is not known.
  if (other === undefined) setOther(isElsewhere(form.values, places));
  if (position !== undefined) {
    return (
      <Recorded
        position={position}
        href={indicator.mission === null ? '/' : `/missions/${indicator.mission.id}`}
        another={() => {
          setPosition(undefined);
          form.begin({ ...form.values, value: undefined, numerator: undefined, denominator: undefined });
        }}
      />
    );
  }
  return (
    <CommandForm form={form}>
      <ValueFields form={form} measured={indicator} />
      <CommandField form={form} name="date" />
      <PlaceField form={form} places={places} other={other === true} onOther={setOther} />
      <CategoryFields form={form} measured={indicator} />
      <CommandField form={form} name="evidence" />
      <CommandField form={form} name="note" rows={2} />
    </CommandForm>
  );
}
