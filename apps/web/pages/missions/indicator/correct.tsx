import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CorrectMeasurement } from '../../../generated/commands/CorrectMeasurement.js';
import type { FigureRecordedFragment } from '../../../generated/graphql/pages/missions/indicator/indicator.js';
import { quantityText } from '../../../i18n/text.js';
import { ActForms, type ActFormProps } from '../../../parts/forms/act-forms.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { DayOrPeriod } from '../../../parts/forms/day-or-period.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { CategoryFields, isElsewhere, PlaceField, ValueFields } from '../../../parts/indicators/measured-fields.js';
import type { IndicatorData } from './types.js';

interface Subject {
  readonly indicator: IndicatorData;
  readonly figure: FigureRecordedFragment;
}

/** For whoever recorded a figure: begins with what it says now. */
export default function Correct({
  indicator,
  figure,
  recorded,
}: Subject & { readonly recorded: (position: string | null) => void }) {
  const intl = useIntl();
  return (
    <ActForms
      acts={[CorrectMeasurement]}
      on={{ measurementId: figure.id }}
      about={quantityText(intl, figure.value, indicator.unit)}
      recorded={recorded}
      formOf={(_, props) => <CorrectionForm indicator={indicator} figure={figure} {...props} />}
    />
  );
}

function CorrectionForm({ indicator, figure, label, recorded }: Subject & ActFormProps) {
  const { id, period, place, corrections, evidence, evidenceFiles } = figure;
  const oneDay = period.from === period.to;
  const ratio = indicator.aggregation === 'RATIO';
  const places = [place, ...indicator.placesMeasured, ...(indicator.mission?.places ?? [])];
  const [other, setOther] = useState<boolean>();
  const form = useCommandForm(CorrectMeasurement, {
    // A draft that began with an earlier correction is of no use for this one.
    subject: `${id} ${corrections.length}`,
    given: { measurementId: id },
    initial: {
      ...(ratio
        ? { numerator: figure.numerator ?? undefined, denominator: figure.denominator ?? undefined }
        : { value: figure.value }),
      ...(oneDay ? { date: period.to } : { 'period.from': period.from, 'period.to': period.to }),
      'place.name': place?.name ?? '',
      'place.country': place?.country ?? '',
      'place.code': place?.code ?? '',
      categories: figure.categories.map(({ dimension, code }) => ({ dimension, code })),
      note: figure.note ?? '',
      evidence: {
        links: evidence.map(({ url, title }) => ({ url, title: title ?? '' })),
        files: evidenceFiles.flatMap(({ sha256, name, mediaType, size, state }) =>
          state !== 'AVAILABLE' || sha256 === null || name === null
            ? []
            : [{ sha256, name, mediaType: mediaType ?? '', size: size ?? 0 }],
        ),
      },
    },
    required: [
      ...(oneDay ? (['date'] as const) : (['period.from', 'period.to'] as const)),
      ...(other === true ? (['place.name'] as const) : []),
      ...(ratio ? (['numerator', 'denominator'] as const) : (['value'] as const)),
    ],
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
  if (other === undefined) setOther(isElsewhere(form.values, places));
  return (
    <CommandForm form={form} label={label}>
      <ValueFields form={form} measured={indicator} />
      <DayOrPeriod form={form} oneDay={oneDay} />
      <PlaceField form={form} places={places} other={other === true} onOther={setOther} />
      <CategoryFields form={form} measured={indicator} />
      <CommandField form={form} name="evidence" />
      <CommandField form={form} name="note" rows={2} />
      <CommandField form={form} name="reason" rows={2} />
    </CommandForm>
  );
}
