import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Day } from '../../../i18n/format.js';
import { DateInput, NumberInput, TextInput } from '../../../parts/forms/fields.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useAct } from '../../../parts/people/use-act.js';
import { useKept } from '../../../parts/people/use-kept.js';
import { Reveal } from '../../../parts/reveal.js';
import { DataTable } from '../../../parts/table.js';
import { changesOf, constantsOf, withConstants, type Constant, type ParameterSet } from './constants.js';

const PATH = '/operator/parameters';

interface KeptOfParameters {
  readonly inForce: ParameterSet;
  /** Adopted, and to hold from a later day on. */
  readonly next: ParameterSet | null;
  readonly isFresh: boolean;
}

/** With what reputation is computed, and from when on with something else: adopted here by those who operate the ledger. */
export function Parameters() {
  const { kept: content, failure, reload } = useKept(PATH);
  const [isAdopted, setAdopted] = useState(false);
  const kept = content as KeptOfParameters | undefined;
  if (kept === undefined) return <FailedAct failure={failure} />;
  const { inForce, next, isFresh } = kept;
  return (
    <section>
      <h2>
        <FormattedMessage id="parameters.title" />
      </h2>
      <p>
        <FormattedMessage id="parameters.text" />
      </p>
      <Standing inForce={inForce} next={next} />
      <Shown set={next ?? inForce} />
      <div role="status">
        {isAdopted && <Notice tone="good" title={<FormattedMessage id="parameters.adopted" />} />}
      </div>
      <Reveal label={<FormattedMessage id="parameters.adopt" />}>
        <SignInAnew isFresh={isFresh} />
        <Adopting
          key={next?.from ?? inForce.from}
          before={next ?? inForce}
          onDone={() => {
            setAdopted(true);
            reload();
          }}
        />
      </Reveal>
    </section>
  );
}

function Standing({ inForce, next }: Pick<KeptOfParameters, 'inForce' | 'next'>) {
  const following = next?.from ?? undefined;
  return (
    <>
      <p>
        {inForce.from === null ? (
          <FormattedMessage id="parameters.asPublished" />
        ) : (
          <FormattedMessage
            id="parameters.inForce"
            values={{ from: <Day date={inForce.from} />, reason: inForce.reason }}
          />
        )}
      </p>
      {following !== undefined && (
        <p>
          <FormattedMessage id="parameters.next" values={{ from: <Day date={following} />, reason: next?.reason }} />
        </p>
      )}
    </>
  );
}

function Shown({ set }: { readonly set: ParameterSet }) {
  const intl = useIntl();
  return (
    <DataTable
      caption={intl.formatMessage({ id: 'parameters.title' })}
      columns={[
        { key: 'name', label: <FormattedMessage id="parameters.name" /> },
        { key: 'value', label: <FormattedMessage id="parameters.value" />, numeric: true },
      ]}
      rows={constantsOf(set).map(([name, value]) => ({
        key: name,
        cells: { name: <FormattedMessage id={`parameters.of.${name}`} />, value: inWords(intl, value) },
      }))}
    />
  );
}

function inWords({ formatNumber }: Pick<ReturnType<typeof useIntl>, 'formatNumber'>, value: string | number): string {
  return formatNumber(Number(value), { maximumFractionDigits: 6 });
}

/** Begins with those that hold, or are to. */
function Adopting({ before, onDone }: { readonly before: ParameterSet; readonly onDone: () => void }) {
  const intl = useIntl();
  const { act, busy, failure } = useAct();
  const [typed, setTyped] = useState<Partial<Record<Constant, string | undefined>>>({});
  const [from, setFrom] = useState<string>();
  const [reason, setReason] = useState('');
  const changes = changesOf(before, typed);
  const named = changes.map(([name, value]) => {
    const label = intl.formatMessage({ id: `parameters.of.${name}` });
    return `“${label}”: ${inWords(intl, value)}`;
  });
  return (
    <>
      <RecordForm
        label={intl.formatMessage({ id: 'parameters.adopt' })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id="parameters.send" />}
        sendingText={<FormattedMessage id="me.saving" />}
        onSubmit={() => {
          if (changes.length === 0 || from === undefined || reason.trim() === '') return;
          const parameters = withConstants(before, changes);
          void act('POST', PATH, { version: before.version, parameters, from, reason: reason.trim() }, onDone);
        }}
      >
        {constantsOf(before).map(([name, value]) => (
          <NumberInput
            key={name}
            name={name}
            required
            value={name in typed ? typed[name] : String(value)}
            onChange={(each) => setTyped((some) => ({ ...some, [name]: each }))}
            label={<FormattedMessage id={`parameters.of.${name}`} />}
          />
        ))}
        <DateInput
          name="from"
          required
          value={from}
          onChange={setFrom}
          label={<FormattedMessage id="parameters.from" />}
        />
        <TextInput
          name="reason"
          required
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={setReason}
          label={<FormattedMessage id="parameters.reason" />}
        />
        <p className="foretold">
          {changes.length === 0 ? (
            <FormattedMessage id="parameters.none" />
          ) : (
            from !== undefined && (
              <FormattedMessage
                id="parameters.foretold"
                values={{ from: <Day date={from} />, changes: intl.formatList(named) }}
              />
            )
          )}
        </p>
      </RecordForm>
      <FailedAct failure={failure} />
    </>
  );
}
