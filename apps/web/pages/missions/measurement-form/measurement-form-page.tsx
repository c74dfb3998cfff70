import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { RecordMeasurement } from '../../../generated/commands/RecordMeasurement.js';
import {
  MeasurementFormPageDocument,
  type MeasurementFormPageQuery,
} from '../../../generated/graphql/pages/missions/measurement-form/measurement-form.js';
import { Day, Quantity } from '../../../i18n/format.js';
import type { Values } from '../../../parts/forms/command.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { ForMission, ForRecorders, Recorded, Unknown } from '../../../parts/forms/recording.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { ofFigure, ofPastDay, type Warning } from '../../../parts/forms/warnings.js';
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
    <CommandForm
      form={form}
      warnings={warningsOf(form.values, indicator.latestMeasurement)}
      sentence={sentenceOf(form.values, indicator)}
    >
      <ValueFields form={form} measured={indicator} />
      <CommandField form={form} name="date" />
      <PlaceField form={form} places={places} other={other === true} onOther={setOther} />
      <CategoryFields form={form} measured={indicator} />
      <CommandField form={form} name="evidence" />
      <CommandField form={form} name="note" rows={2} />
    </CommandForm>
  );
}

/** Only the whole is compared: a place or a part may differ from it. */
function warningsOf(
  { value, date, categories, 'place.name': place }: Values<typeof RecordMeasurement>,
  latest: Indicator['latestMeasurement'],
): readonly Warning[] {
  const isWhole = place === '' && categories.length === 0;
  const isLatestWhole = latest?.place === null && latest.categories.length === 0;
  return [...ofPastDay(date, today()), ...(isWhole && isLatestWhole ? ofFigure(value, latest.value) : [])];
}

/** The figure in a sentence; null until there is one. */
function sentenceOf({ value, date }: Values<typeof RecordMeasurement>, { name, unit }: Indicator): ReactNode {
  if (value === undefined || date === undefined) return null;
  const values = { indicator: name, quantity: <Quantity amount={value} unit={unit} />, day: <Day date={date} /> };
  return <FormattedMessage id="foretold.RecordMeasurement" values={values} />;
}
