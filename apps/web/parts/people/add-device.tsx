import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { TextInput } from '../forms/fields.js';
import { RecordForm } from '../forms/form.js';
import { Notice } from '../notice.js';
import { FailedPasskey } from './failed-passkey.js';
import { usePasskey } from './use-passkey.js';

const LONGEST_LABEL = 100;

interface Props {
  readonly onDone: () => void;
  /** Of a link that was made on the server, for whoever operates the ledger and has none to sign in with. */
  readonly link?: string;
}

/** Has this device sign in whoever is signed in now. */
export function AddDevice({ onDone, link }: Props) {
  const [done, setDone] = useState(false);
  const { add, busy, ...failed } = usePasskey();
  return (
    <>
      <DeviceLabel
        before=""
        busy={busy}
        send="me.passkey.send"
        onSubmit={(label, clear) => {
          setDone(false);
          void add({ label, link }, () => {
            clear();
            setDone(true);
            onDone();
          });
        }}
      />
      <div role="status">{done && <Notice tone="good" title={<FormattedMessage id="me.passkey.done" />} />}</div>
      <FailedPasskey {...failed} />
    </>
  );
}

/** How she calls a device. */
export function DeviceLabel({
  before,
  busy,
  send,
  onSubmit,
}: {
  readonly before: string;
  readonly busy: boolean;
  readonly send: 'me.save' | 'me.passkey.send';
  readonly onSubmit: (label: string, clear: () => void) => void;
}) {
  const intl = useIntl();
  const [label, setLabel] = useState(before);
  return (
    <RecordForm
      label={intl.formatMessage({ id: 'me.passkey.label' })}
      sending={busy}
      failure={undefined}
      send={<FormattedMessage id={send} />}
      sendingText={<FormattedMessage id="me.saving" />}
      onSubmit={() => {
        onSubmit(label.trim(), () => {
          setLabel('');
        });
      }}
    >
      <TextInput
        name="label"
        maxLength={LONGEST_LABEL}
        value={label}
        onChange={setLabel}
        label={<FormattedMessage id="me.passkey.label" />}
        help={<FormattedMessage id="me.passkey.help" />}
      />
    </RecordForm>
  );
}
