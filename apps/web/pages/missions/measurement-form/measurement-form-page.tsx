import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { RecordMeasurement } from '../../../generated/commands/RecordMeasurement.js';
import {
  MeasurementFormPageDocument,
  type MeasurementFormPageQuery,
} from '../../../generated/graphql/pages/missions/measurement-form/measurement-form.js';
import { Day, Quantity } from '../../../i18n/format.js';
import type { Values } from '../../../parts/forms/command.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { Foretold } from '../../../parts/forms/foretold.js';
import { ForMission, ForRecorders, Recorded, Unknown } from '../../../parts/forms/recording.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { ofFigure, ofPastDay } from '../../../parts/forms/warnings.js';
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
  const [recorded, setRecorded] = useState(false);
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
    onRecorded: () => {
      setRecorded(true);
    },
  });
  // A draft may name a place that is not known.
  if (other === undefined) setOther(isElsewhere(form.values, places));
  if (recorded) {
    return (
      <Recorded
        href={indicator.mission === null ? '/' : `/missions/${indicator.mission.id}`}
        another={() => {
          setRecorded(false);
          form.begin({ ...form.values, value: undefined, numerator: undefined, denominator: undefined });
        }}
      />
    );
  }
  return (
    <CommandForm form={form} foretold={<Found values={form.values} indicator={indicator} />}>
      <ValueFields form={form} measured={indicator} />
      <CommandField form={form} name="date" />
      <PlaceField form={form} places={places} other={other === true} onOther={setOther} />
      <CategoryFields form={form} measured={indicator} />
      <CommandField form={form} name="evidence" />
      <CommandField form={form} name="note" rows={2} />
    </CommandForm>
  );
}

/** The figure in a sentence, and what is unusual in it. Only the whole is compared: a place or a part may differ from it. */
function Found({
  values: { value, date, categories, 'place.name': place },
  indicator: { name, unit, latestMeasurement: latest },
}: {
  readonly values: Values<typeof RecordMeasurement>;
  readonly indicator: Indicator;
}) {
  const isWhole = place === '' && categories.length === 0;
  const isLatestWhole = latest?.place === null && latest.categories.length === 0;
  const warnings = [...ofPastDay(date, today()), ...(isWhole && isLatestWhole ? ofFigure(value, latest.value) : [])];
  return (
    <Foretold warnings={warnings}>
      {value !== undefined && date !== undefined && (
        <FormattedMessage
          id="foretold.measurement"
          values={{ indicator: name, quantity: <Quantity amount={value} unit={unit} />, day: <Day date={date} /> }}
        />
      )}
    </Foretold>
  );
}
