import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { LoadedPage } from '../../../shell/page.js';
import {
  MeasurementFormPageDocument,
  RecordMeasurementDocument,
  type MeasurementFormPageQuery,
  type RecordMeasurementMutation,
} from '../../../generated/graphql/pages/missions/measurement-form/measurement-form.js';
import { usePage } from '../../../shell/graphql/use-page.js';
import { useRecording } from '../../../shell/graphql/use-recording.js';
import { unitName } from '../../../i18n/text.js';
import { EvidenceInput, evidenceInput, NO_EVIDENCE, type EvidenceValue } from '../../../parts/forms/evidence-input.js';
import { DateInput, NumberInput, Select, TextInput } from '../../../parts/forms/fields.js';
import { errorAt, RecordForm } from '../../../parts/forms/form.js';
import { ForMission, ForRecorders, Recorded, Unknown } from '../../../parts/forms/recording.js';
import { today } from '../../../parts/today.js';

type Indicator = NonNullable<MeasurementFormPageQuery['indicator']>;
type Place = NonNullable<Indicator['measurements']['nodes'][number]['place']>;

export default function RecordMeasurementPage({ indicatorId }: { readonly indicatorId: string }) {
  const intl = useIntl();
  const page = usePage(MeasurementFormPageDocument, { indicatorId });
  return (
    <LoadedPage
      page={page}
      title={() => intl.formatMessage({ id: 'measurementForm.title' })}
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

const recordedIn = ({ recordMeasurement }: RecordMeasurementMutation) => recordMeasurement;

function MeasurementForm({ indicator }: { readonly indicator: Indicator }) {
  const intl = useIntl();
  const { record, sending, failure } = useRecording(RecordMeasurementDocument, recordedIn);
  const [value, setValue] = useState<string>();
  const [date, setDate] = useState<string | undefined>(today);
  const [where, setWhere] = useState(EVERYWHERE);
  const [placeName, setPlaceName] = useState('');
  const [group, setGroup] = useState('');
  const [note, setNote] = useState('');
  const [evidence, setEvidence] = useState<EvidenceValue>(NO_EVIDENCE);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const [position, setPosition] = useState<string | null>();
  const places = knownPlaces(indicator);

  const submit = async () => {
    const lacking = new Set<string>();
    if (value === undefined) lacking.add('value');
    if (date === undefined) lacking.add('date');
    if (where === OTHER && placeName.trim() === '') lacking.add('place');
    setMissing(lacking);
    if (value === undefined || date === undefined || lacking.size > 0) return;
    const answer = await record({
      ...{ indicatorId: indicator.id, value, date, ...evidenceInput(evidence) },
      place:
        where === OTHER
          ? { name: placeName.trim(), country: null, code: null }
          : (places.find((place) => keyOf(place) === where) ?? null),
      group: group.trim() === '' ? null : group,
      note: note.trim() === '' ? null : note,
      ...{ period: null, measurementId: null },
    });
    if (answer !== undefined) setPosition(answer.receipt.position);
  };

  if (position !== undefined) {
    return (
      <Recorded
        position={position}
        href={indicator.mission === null ? '/' : `/missions/${indicator.mission.id}`}
        another={() => {
          setPosition(undefined);
          setValue(undefined);
        }}
      />
    );
  }
  const errorOf = (name: string) =>
    missing.has(name) ? intl.formatMessage({ id: 'form.missing' }) : errorAt(failure, name);
  return (
    <RecordForm
      label={intl.formatMessage({ id: 'measurementForm.title' })}
      sending={sending}
      failure={failure}
      send={<FormattedMessage id="measurementForm.send" />}
      onSubmit={() => void submit()}
    >
      <NumberInput
        name="value"
        required
        label={<FormattedMessage id="measurementForm.value" values={{ unit: unitName(intl, indicator.unit) }} />}
        value={value}
        onChange={setValue}
        error={errorOf('value')}
      />
      <DateInput
        name="date"
        required
        label={<FormattedMessage id="measurementForm.date" />}
        value={date}
        onChange={setDate}
        error={errorOf('date') ?? errorAt(failure, 'period')}
      />
      <Select
        name="place"
        label={<FormattedMessage id="measurementForm.place" />}
        value={where}
        onChange={setWhere}
        choices={[
          { value: EVERYWHERE, label: intl.formatMessage({ id: 'measurementForm.place.everywhere' }) },
          ...places.map((place) => ({ value: keyOf(place), label: place.name })),
          { value: OTHER, label: intl.formatMessage({ id: 'measurementForm.place.other' }) },
        ]}
        error={where === OTHER ? undefined : errorOf('place')}
      />
      {where === OTHER && (
        <TextInput
          name="placeName"
          required
          label={<FormattedMessage id="measurementForm.placeName" />}
          value={placeName}
          onChange={setPlaceName}
          error={errorOf('place')}
        />
      )}
      <TextInput
        name="group"
        label={<FormattedMessage id="measurementForm.group" />}
        help={<FormattedMessage id="measurementForm.groupHelp" />}
        value={group}
        onChange={setGroup}
        error={errorOf('group')}
      />
      <EvidenceInput value={evidence} onChange={setEvidence} error={errorAt(failure, 'evidence', 'files')} />
      <TextInput
        name="note"
        rows={2}
        maxLength={2000}
        label={<FormattedMessage id="measurementForm.note" />}
        value={note}
        onChange={setNote}
        error={errorOf('note')}
      />
    </RecordForm>
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

function keyOf({ name, country, code }: Place): string {
  return JSON.stringify([name, country, code]);
}
