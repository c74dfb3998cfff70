import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { RecordedOn } from '../../../i18n/format.js';
import { Button } from '../../../parts/button.js';
import { TextInput } from '../../../parts/forms/fields.js';
import { RecordForm } from '../../../parts/forms/form.js';
import { Notice } from '../../../parts/notice.js';
import { FailedAct } from '../../../parts/people/failed-act.js';
import { FailedPasskey } from '../../../parts/people/failed-passkey.js';
import { SignInAnew } from '../../../parts/people/sign-in-anew.js';
import { useAct } from '../../../parts/people/use-act.js';
import { hasPasskeys, usePasskey } from '../../../parts/people/use-passkey.js';
import { Reveal } from '../../../parts/reveal.js';
import type { KeptOfMe } from './types.js';

const LONGEST_LABEL = 100;

interface Props {
  readonly kept: KeptOfMe;
  readonly onDone: () => void;
}

/** By which devices she signs in. Where none can be added there is nothing of it, unless some were at another address. */
export function Passkeys({ kept: { passkeys, passkeysAreHere, isFresh }, onDone }: Props) {
  const canAdd = passkeysAreHere && hasPasskeys();
  if (!canAdd && passkeys.length === 0) return null;
  return (
    <section>
      <h2>
        <FormattedMessage id="me.passkeys" />
      </h2>
      <p>
        <FormattedMessage id="me.passkeys.text" />
      </p>
      <SignInAnew isFresh={isFresh} />
      {passkeys.length > 0 && (
        <ul className="rows">
          {passkeys.map((each) => (
            <Passkey key={each.id} passkey={each} onDone={onDone} />
          ))}
        </ul>
      )}
      {canAdd && (
        <Reveal label={<FormattedMessage id="me.passkey.add" />}>
          <Adding onDone={onDone} />
        </Reveal>
      )}
    </section>
  );
}

function Passkey({
  passkey: { id, label, addedAt, lastUsedAt },
  onDone,
}: {
  readonly passkey: KeptOfMe['passkeys'][number];
  readonly onDone: () => void;
}) {
  const { act, busy, failure } = useAct();
  const added = <RecordedOn at={addedAt} />;
  const device = label === '' ? <FormattedMessage id="me.passkey.unnamed" values={{ on: added }} /> : label;
  return (
    <li>
      <h3>{device}</h3>
      <p className="quiet">
        {label !== '' && <FormattedMessage id="me.passkey.added" values={{ on: added }} />}{' '}
        {lastUsedAt !== null && (
          <FormattedMessage id="me.passkey.used" values={{ on: <RecordedOn at={lastUsedAt} /> }} />
        )}
      </p>
      <Reveal level={4} label={<FormattedMessage id="me.passkey.rename" values={{ device }} />}>
        <Labelling
          before={label}
          busy={busy}
          send="me.save"
          onSubmit={(given) => void act('POST', `/person/passkeys/${id}`, { label: given }, onDone)}
        />
      </Reveal>
      <Button isPending={busy} onPress={() => void act('DELETE', `/person/passkeys/${id}`, undefined, onDone)}>
        <FormattedMessage id="me.passkey.remove" values={{ device }} />
      </Button>
      <FailedAct failure={failure} />
    </li>
  );
}

function Adding({ onDone }: Pick<Props, 'onDone'>) {
  const [done, setDone] = useState(false);
  const { add, busy, ...failed } = usePasskey();
  return (
    <>
      <Labelling
        before=""
        busy={busy}
        send="me.passkey.send"
        onSubmit={(label, clear) => {
          setDone(false);
          void add(label, () => {
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
function Labelling({
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
