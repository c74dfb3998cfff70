import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Choices, TextInput } from '../../../parts/forms/fields.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { useAct } from '../../../parts/people/use-act.js';
import type { KeysPart, MadeKey } from './types.js';

const SCOPES = ['READ', 'WRITE'] as const;
const DAYS = ['30', '90', '365'] as const;

/** For a program: people sign in as themselves. */
export function MakeKey({ path, onMade }: Omit<KeysPart, 'onDone'>) {
  const intl = useIntl();
  const [label, setLabel] = useState('');
  const [scopes, setScopes] = useState<(typeof SCOPES)[number]>('READ');
  const [days, setDays] = useState<(typeof DAYS)[number]>('365');
  const { act, busy, failure } = useAct();
  return (
    <section>
      <h2>
        <FormattedMessage id="keys.make" />
      </h2>
      <p>
        <FormattedMessage id="keys.makeText" />
      </p>
      <RecordForm
        label={intl.formatMessage({ id: 'keys.make' })}
        sending={busy}
        failure={undefined}
        send={<FormattedMessage id="keys.make.send" />}
        sendingText={<FormattedMessage id="me.saving" />}
        onSubmit={() => {
          if (label.trim() === '') return;
          void act('POST', path, { label: label.trim(), scopes, days: Number(days) }, (content) => {
            setLabel('');
            onMade(content as MadeKey);
          });
        }}
      >
        <TextInput
          name="label"
          required
          maxLength={100}
          value={label}
          onChange={setLabel}
          label={<FormattedMessage id="keys.label" />}
          help={<FormattedMessage id="keys.label.help" />}
        />
        <Choices
          name="scopes"
          required
          value={scopes}
          onChange={(chosen) => {
            setScopes(chosen ?? 'READ');
          }}
          choices={SCOPES.map((each) => ({ value: each, label: <FormattedMessage id={`keys.scope.${each}`} /> }))}
          label={<FormattedMessage id="keys.scopes" />}
        />
        <Choices
          name="days"
          required
          value={days}
          onChange={(chosen) => {
            setDays(chosen ?? '365');
          }}
          choices={DAYS.map((each) => ({
            value: each,
            label: <FormattedMessage id="keys.days" values={{ count: Number(each) }} />,
          }))}
          label={<FormattedMessage id="keys.term" />}
        />
      </RecordForm>
      <FailedAct failure={failure} />
    </section>
  );
}
